use super::Timestamp;
use serde::{Deserialize, Serialize};

/// The part a certificate plays in what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A server (end-entity) certificate.
    Leaf,
    /// A CA certificate signed by another.
    Intermediate,
    /// A CA certificate that signs itself.
    Root,
}

/// How far the CA checked who asked, read from the policy identifiers (BR §7.1.6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum ValidationLevel {
    /// Control of the domain only.
    Dv,
    /// An organisation stands behind it.
    Ov,
    /// Extended validation.
    Ev,
    /// A natural person stands behind it.
    Iv,
}

impl ValidationLevel {
    /// What it is called everywhere.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dv => "DV",
            Self::Ov => "OV",
            Self::Ev => "EV",
            Self::Iv => "IV",
        }
    }
}

/// One certificate in short; everything else is asked for by index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateSummary {
    /// SHA-256 of the DER, lower-case hex.
    pub sha256: String,
    /// SHA-256 of the subject public key info, lower-case hex.
    pub spki_sha256: String,
    /// What people call it: common name, else first alternative name, else organisation.
    pub label: String,
    /// Subject in RFC 4514 order and form.
    pub subject: String,
    /// Issuer in RFC 4514 order and form.
    pub issuer: String,
    /// Serial number as written in the certificate, lower-case hex.
    pub serial: String,
    /// First moment of validity.
    pub not_before: Timestamp,
    /// Last moment of validity.
    pub not_after: Timestamp,
    /// DNS names and IP addresses it is for.
    pub names: Vec<String>,
    /// The public key.
    pub key: KeyFacts,
    /// Signature algorithm in the field's own words (`sha256WithRSAEncryption`).
    pub signature: String,
    /// The part it plays.
    pub role: Role,
    /// Validation level, where the policies tell.
    pub validation: Option<ValidationLevel>,
    /// OCSP responders.
    pub ocsp: Vec<String>,
    /// Where the issuer's certificate can be had.
    pub ca_issuers: Vec<String>,
    /// Where its revocation lists are.
    pub crl: Vec<String>,
    /// Number of embedded signed certificate timestamps.
    pub scts: usize,
}

impl CertificateSummary {
    /// Days from its first moment to its last; both belong to it (RFC 5280 §4.1.2.5).
    pub fn lifetime_days(&self) -> i64 {
        self.not_before.days_until(self.not_after.plus_seconds(1)).max(0)
    }
}

/// What kind of key it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyFacts {
    /// `RSA`, `EC`, `Ed25519` …, or the object identifier of one that we do not know.
    pub algorithm: String,
    /// Size in bits: RSA modulus, EC field.
    pub bits: Option<u32>,
    /// Curve by its usual name (`P-256`).
    pub curve: Option<String>,
}

/// A private key: facts only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenKey", into = "WrittenKey")]
pub struct KeySummary {
    /// File name; empty for pasted text.
    pub source: String,
    /// Algorithm and size; `algorithm` is `unknown` while the key is encrypted.
    pub facts: KeyFacts,
    /// The file is encrypted, whether or not a password opened it.
    pub encrypted: bool,
    /// Certificates that it belongs to.
    pub matches: Vec<usize>,
}

impl KeySummary {
    /// The algorithm of a key that nobody could look at.
    pub const UNKNOWN: &str = "unknown";

    /// Whether it is encrypted and no password has opened it.
    pub fn is_locked(&self) -> bool {
        self.encrypted && self.facts.algorithm == Self::UNKNOWN
    }
}

/// A key as the contract writes it, its facts beside the rest: the wire has no field names, so `flatten` has no place there.
#[derive(Serialize, Deserialize)]
struct WrittenKey {
    source: String,
    algorithm: String,
    bits: Option<u32>,
    curve: Option<String>,
    encrypted: bool,
    matches: Vec<usize>,
}

impl From<KeySummary> for WrittenKey {
    fn from(KeySummary { source, facts, encrypted, matches }: KeySummary) -> Self {
        let KeyFacts { algorithm, bits, curve } = facts;
        Self { source, algorithm, bits, curve, encrypted, matches }
    }
}

impl From<WrittenKey> for KeySummary {
    fn from(WrittenKey { source, algorithm, bits, curve, encrypted, matches }: WrittenKey) -> Self {
        Self { source, facts: KeyFacts { algorithm, bits, curve }, encrypted, matches }
    }
}
