//! Known roots: enough to tell "the issuer is a root that phones have" from "an intermediate is missing".
//! Programs, versions, distrust and revocation join here.

/// A root certificate of a public program, by facts only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownRoot {
    /// SHA-256 of its DER.
    pub sha256: [u8; 32],
    /// Its subject's common name, else organisation.
    pub name: &'static str,
    /// First eight bytes of the SHA-256 of its subject's DER.
    pub subject: [u8; 8],
    /// Its subject key identifier, where it has one; else the SHA-1 of its key (RFC 5280 §4.2.1.2, method 1).
    pub key_id: &'static [u8],
}
