use super::{Password, Platform, Repair, SupplyFile, Timestamp, wipe};
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

impl Drop for Source {
    fn drop(&mut self) {
        wipe(&mut self.bytes); // there may be a key in them
    }
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
    /// Addresses that a program calls, as they stand in its code; a use may stand in front (`upload=https://…`). Their
    /// hosts have to be covered, too.
    #[serde(default)]
    pub urls: Vec<String>,
    /// Code in which such addresses are looked for.
    #[serde(default)]
    pub code: Vec<Source>,
    /// The entries of the platform's own list of domains, one a text or parted as people part them (`a;b`); without any a
    /// list is proposed.
    #[serde(default)]
    pub listed: Vec<String>,
    /// The platforms that are to be asked.
    #[serde(default)]
    pub platforms: Vec<Platform>,
    /// The oldest phones that count on those platforms; newer ones count too. Without any of a system nobody's phone is
    /// asked by itself.
    #[serde(default)]
    pub phones: Vec<Phone>,
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
    /// Roots that are trusted in this run besides the public ones: files as any other, but none of their certificates
    /// counts as given.
    #[serde(default)]
    pub roots: Vec<Source>,
    /// What the certificate is for.
    #[serde(default)]
    pub purpose: Purpose,
    /// Most intermediate certificates on a path, as `ssl_verify_depth` of nginx and `-verify_depth` of OpenSSL limit
    /// them; self-issued ones do not count.
    #[serde(default)]
    pub depth: Option<u32>,
    /// By whose measure something is an error.
    #[serde(default)]
    pub judge: Judge,
    /// What was loaded of the supply of public CA certificates.
    #[serde(default)]
    pub supply: Vec<SupplyFile>,
}

/// A version of a phone's system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Phone {
    /// Which system, as in [`super::ClientTrust::id`]: `android`, `wechat-android`, `ios`.
    pub client: String,
    /// Its version, as in [`super::ClientTrust::version`]: `7.0`.
    pub version: String,
}

/// What a certificate is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// A server shows it.
    #[default]
    Server,
    /// A client shows it (mutual TLS): what is asked of servers only does not apply, and wanted names may be email
    /// addresses.
    Client,
}

/// By whose measure something is an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Judge {
    /// An error is what a real client refuses; what only the letter of a standard forbids is less.
    #[default]
    Clients,
    /// Every MUST of RFC 5280 about certificates and paths, beside what nobody accepts; what the RFC permits is no error,
    /// whatever clients think of it. The first certificate given is judged.
    Rfc5280,
    /// Every MUST of RFC 5280 and of the CA/B Forum's Baseline Requirements that bears on path validation, as they stand
    /// today: validators that follow them have no timetable. The first certificate given is judged.
    Web,
}

impl Phone {
    /// Reads `android=7.0`.
    pub fn parse(text: &str) -> Option<Self> {
        let (client, version) = text.split_once('=')?;
        Some(Self { client: client.trim().to_owned(), version: version.trim().to_owned() })
    }
}

impl Purpose {
    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "server" => Some(Self::Server),
            "client" => Some(Self::Client),
            _ => None,
        }
    }
}

impl Judge {
    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "clients" => Some(Self::Clients),
            "rfc5280" => Some(Self::Rfc5280),
            "web" => Some(Self::Web),
            _ => None,
        }
    }
}

impl Options {
    /// Judges at `now`, wanting every name of the certificate, repairing nothing.
    pub fn at(now: Timestamp) -> Self {
        Self {
            now,
            hosts: Vec::new(),
            urls: Vec::new(),
            code: Vec::new(),
            listed: Vec::new(),
            platforms: Vec::new(),
            phones: Vec::new(),
            repairs: Vec::new(),
            passwords: Vec::new(),
            target: None,
            folder: None,
            roots: Vec::new(),
            purpose: Purpose::Server,
            depth: None,
            judge: Judge::Clients,
            supply: Vec::new(),
        }
    }
}
