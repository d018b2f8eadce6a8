use super::{Password, Repair, Timestamp};
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
    /// Passwords to try on whatever is locked, in this order; those that lie beside it are tried before.
    #[serde(default)]
    pub passwords: Vec<Password>,
    /// The server that the files are for, by its identifier: where a pack has a folder for each kind of server, the
    /// one for this server counts.
    #[serde(default)]
    pub target: Option<String>,
    /// The folder of a pack that counts, as the user chose it; before `target`.
    #[serde(default)]
    pub folder: Option<String>,
}

impl Options {
    /// Judges at `now`, wanting every name of the certificate, repairing nothing.
    pub fn at(now: Timestamp) -> Self {
        Self { now, hosts: Vec::new(), repairs: Vec::new(), passwords: Vec::new(), target: None, folder: None }
    }
}
