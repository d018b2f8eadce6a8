use serde::{Deserialize, Serialize};

/// Who signed whom among the certificates given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Chain {
    /// The server certificate that the verdict is about.
    pub leaf: Option<usize>,
    /// The certificates in the order given (indexes; a repeated certificate is repeated here).
    pub given: Vec<usize>,
    /// What a server ought to send, in order.
    pub served: Vec<usize>,
    /// Whether the order given can be served as it is.
    pub order: Order,
    /// The chain reaches a root that is known or given, with nothing missing on the way.
    pub complete: bool,
    /// Ways from the server certificate upward.
    pub paths: Vec<ChainPath>,
    /// Issuers that were not given.
    pub missing: Vec<MissingIssuer>,
    /// Certificates that came from the supply, as indexes: they were not given.
    pub supplied: Vec<usize>,
    /// Files of the supply that would tell more: with them the inspection is worth repeating.
    pub wanted: Vec<String>,
}

/// The order of what was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// Each certificate is followed by its issuer.
    #[default]
    Ok,
    /// A server would send it in an order that some clients refuse.
    Wrong,
}

/// One way upward from the server certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChainPath {
    /// Indexes, server certificate first.
    pub certificates: Vec<usize>,
    /// The root that it ends in: given, or known by name and key.
    pub root: Option<RootName>,
    /// Every signature, date and constraint on the way holds, in whatever order and however far it was given.
    pub valid: bool,
    /// Why it does not, as codes of the catalogue: each path is judged by itself, so findings, which speak of the best
    /// path, need not have them.
    pub reasons: Vec<super::Code>,
    /// The same with the certificate at fault, from the server certificate upward.
    pub faults: Vec<PathFault>,
}

/// Why a path is refused, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PathFault {
    /// The certificate at fault, as an index into the report's list.
    pub certificate: usize,
    /// The entry of the catalogue.
    pub code: super::Code,
}

/// A root certificate, by its hash and what people call it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RootName {
    /// SHA-256 of its DER, lower-case hex.
    pub sha256: String,
    /// Its common name, else its organisation.
    pub name: String,
}

/// An issuer that was not given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MissingIssuer {
    /// The certificate whose issuer it is.
    pub issued: usize,
    /// Its subject, in RFC 4514 form.
    pub subject: String,
    /// Its key identifier, lower-case hex, where the certificate below names one.
    pub key_id: Option<String>,
    /// Where it can be had.
    pub url: Option<String>,
    /// Whether the supply holds it.
    pub in_pack: bool,
}
