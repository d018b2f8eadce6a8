//! Our view of a certificate, on top of `x509-parser`: owned, distilled, with the byte range of everything.

mod algorithm;
mod certificate;
pub(crate) mod der;
pub mod extensions;
mod fields;
mod name;
pub mod oid;
mod parse;
mod public_key;
mod signature;
mod text;
mod time;

pub use algorithm::{Curve, HashAlgorithm, KeyAlgorithm, PublicKey, SignatureAlgorithm, SignatureScheme};
pub use certificate::{Certificate, DateEncoding, Moment};
pub use extensions::{Extension, ExtensionValue, GeneralName, GeneralNameKind};
pub use fields::detail;
pub use name::{Attribute, Name};
pub use parse::{ParseError, parse};
pub(crate) use public_key::{named_curve, rsa_numbers};
pub(crate) use text::hex;

use sha2::{Digest, Sha256};
use std::ops::Range;

/// A range of bytes in the certificate's DER.
pub type Bytes = Range<usize>;

/// SHA-256, by which certificates are told apart.
pub fn fingerprint(der: &[u8]) -> [u8; 32] {
    Sha256::digest(der).into()
}
