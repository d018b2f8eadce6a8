//! Our view of a certificate, on top of `x509-parser`: owned, distilled, with the byte range of everything.

mod algorithm;
mod certificate;
mod curve_parameters;
pub(crate) mod der;
mod dotted;
pub mod extensions;
#[cfg(feature = "engine")]
mod fields;
mod name;
#[cfg(feature = "full")]
mod ocsp_response;
pub mod oid;
mod parse;
#[cfg(feature = "full")]
mod printed;
mod public_key;
#[cfg(feature = "full")]
mod request;
#[cfg(feature = "full")]
mod revocation_list;
mod signature;
#[cfg(feature = "full")]
mod signed;
#[cfg(feature = "engine")]
mod structure;
mod text;
mod time;

pub(crate) use algorithm::named_key;
pub use algorithm::{Curve, HashAlgorithm, KeyAlgorithm, MlDsaSet, PublicKey, SignatureAlgorithm, SignatureScheme};
pub use certificate::{Certificate, DateEncoding, Moment};
pub(crate) use curve_parameters::curve_of;
pub use extensions::{Extension, ExtensionValue, GeneralName, GeneralNameKind};
#[cfg(feature = "engine")]
pub use fields::detail;
pub use name::{Attribute, Name};
#[cfg(feature = "full")]
pub use ocsp_response::{BasicResponse, CertificateId, OcspResponse, Responder, SingleResponse};
pub(super) use parse::read;
pub use parse::{ParseError, parse};
#[cfg(feature = "full")]
pub use printed::printed;
pub(crate) use public_key::{named_curve, rsa_numbers};
#[cfg(feature = "full")]
pub use request::CertificateRequest;
#[cfg(feature = "full")]
pub use revocation_list::{RevocationList, RevokedEntry, list_issuers};
#[cfg(feature = "full")]
pub use signed::Signed;
pub(crate) use text::hex;

use sha2::{Digest, Sha256};
use std::ops::Range;

/// A range of bytes in the certificate's DER.
pub type Bytes = Range<usize>;

/// SHA-256, by which certificates are told apart.
pub fn fingerprint(der: &[u8]) -> [u8; 32] {
    Sha256::digest(der).into()
}
