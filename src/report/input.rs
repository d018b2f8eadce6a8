use super::Role;
use serde::{Deserialize, Serialize};

/// What one block or file was understood to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// File name, with the path inside its archive; empty for pasted text.
    pub source: String,
    /// Index of the source in the request, for pages that list what was given.
    pub source_index: usize,
    /// What it is.
    pub kind: InputKind,
    /// The part it plays, for certificates.
    pub role: Option<Role>,
    /// The certificate it holds, as an index into the report's list.
    pub certificate: Option<usize>,
    /// The key it holds, as an index into the report's keys.
    pub key: Option<usize>,
    /// The public key it is, as an index into the report's public keys.
    pub public_key: Option<usize>,
    /// The request it is, as an index into the report's requests.
    pub request: Option<usize>,
    /// The revocation list or OCSP response it is, as an index into the report's revocation.
    pub revocation: Option<usize>,
    /// Line of its first character, counted from 1; none for binary files.
    pub line: Option<u32>,
}

/// The kinds of thing that people put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// An X.509 certificate.
    Certificate,
    /// A private key, encrypted or not.
    PrivateKey,
    /// A public key by itself.
    PublicKey,
    /// A certificate signing request.
    Csr,
    /// A certificate revocation list.
    Crl,
    /// An OCSP response.
    Ocsp,
    /// PKCS#7 / CMS.
    Pkcs7,
    /// PKCS#12 (PFX).
    Pkcs12,
    /// A Java key store.
    Jks,
    /// ZIP, tar or gzip.
    Archive,
    /// A pasted error message.
    ErrorText,
    /// A text that tells what to do about certificates, as articles do.
    Article,
    /// Parameters in front of a key (`EC PARAMETERS`, `DH PARAMETERS`); harmless.
    Parameters,
    /// A file that holds nothing but the password of another.
    Password,
    /// None of these.
    Unknown,
}
