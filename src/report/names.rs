use super::Code;
use serde::{Deserialize, Serialize};

/// The wanted hosts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Names {
    /// One row a host; the certificate's own names where none were asked for.
    pub hosts: Vec<HostCoverage>,
}

/// One wanted host and what covers it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HostCoverage {
    /// The host as asked for.
    pub host: String,
    /// Whether the server certificate is valid for it.
    pub covered: bool,
    /// The alternative name that covers it.
    pub by: Option<String>,
    /// Why it is not covered.
    pub reason: Option<Code>,
    /// Index into `subjectAltName` of the entry that covers it, else of the nearest one.
    pub entry: Option<usize>,
}
