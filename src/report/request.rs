use super::KeyFacts;
use serde::{Deserialize, Serialize};

/// A certificate signing request in short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestSummary {
    /// File name; empty for pasted text.
    pub source: String,
    /// Subject in RFC 4514 order and form.
    pub subject: String,
    /// What people call it: the first name that it asks for, else its subject.
    pub label: String,
    /// DNS names and IP addresses that it asks for.
    pub names: Vec<String>,
    /// The key that the certificate is to be for.
    pub key: KeyFacts,
    /// Signature algorithm in the field's own words.
    pub signature: String,
    /// Whether its signature is right: that is how it proves to hold the private key. None where we lack the mathematics.
    pub signature_valid: Option<bool>,
    /// Certificates for the same key.
    pub matches: Vec<usize>,
    /// Private keys, as indexes into the report's keys, that it was made with.
    pub key_matches: Vec<usize>,
    /// Names that it asks for and that the certificate for its key does not have.
    pub missing: Vec<String>,
}

/// A public key by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PublicKeySummary {
    /// File name; empty for pasted text.
    pub source: String,
    /// Algorithm and size.
    pub key: KeyFacts,
    /// Certificates for this key.
    pub matches: Vec<usize>,
    /// Private keys, as indexes into the report's keys, that it is the other half of.
    pub key_matches: Vec<usize>,
}
