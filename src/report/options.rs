use super::{Repair, Timestamp};
use serde::{Deserialize, Serialize};

/// One thing put in: pasted text or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// File name with its folder as given; empty for pasted text.
    pub name: String,
    /// The bytes as they came.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// What an inspection should judge by. The engine has no clock: `now` is a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// The moment to judge at.
    pub now: Timestamp,
    /// Hosts that must be covered; every name of the certificate where empty.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Repairs to make before judging.
    #[serde(default)]
    pub repairs: Vec<Repair>,
}

impl Options {
    /// Judges at `now`, wanting every name of the certificate, repairing nothing.
    pub fn at(now: Timestamp) -> Self {
        Self { now, hosts: Vec::new(), repairs: Vec::new() }
    }
}
