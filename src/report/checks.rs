use super::Finding;
use serde::{Deserialize, Serialize};

/// What a list of checks is to hold besides what the report tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckOptions {
    /// The language of its words, as a tag (BCP 47); English for any but Chinese.
    #[serde(default)]
    pub lang: String,
    /// Addresses to look at besides those that DNS gives: the edges of a CDN, a new server.
    #[serde(default)]
    pub edges: Vec<String>,
    /// The name of the file that proves a business domain; a placeholder stands for it where empty.
    #[serde(default)]
    pub verification_file: String,
}

/// What to look at before a program is submitted, in words, with its commands. `F` as for [`super::Report`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Checks<F = Finding> {
    /// In the order in which they are worth doing.
    pub groups: Vec<CheckGroup>,
    /// Whatever of it a machine can decide, as a script for a POSIX shell.
    pub script: String,
    /// What was left out, and why.
    pub notes: Vec<F>,
}

/// Checks of one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckGroup {
    /// The topic.
    pub topic: CheckTopic,
    /// What it is about.
    pub title: String,
    /// Why it is worth the time.
    pub why: String,
    /// When it may be skipped; empty where it never may.
    pub skip: String,
    /// One by one.
    pub steps: Vec<CheckStep>,
    /// What its commands may say, and what that means.
    pub answers: Vec<CheckAnswer>,
}

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckStep {
    /// What is looked at.
    pub title: String,
    /// The command for a POSIX shell; empty for what only a person can do.
    pub command: String,
    /// The same for Windows, where the command is not there.
    pub windows: Vec<String>,
    /// What has to be seen.
    pub expect: Vec<String>,
    /// Where to look it up; empty where a command tells.
    pub link: String,
}

/// An answer of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckAnswer {
    /// What it says, literally.
    pub shown: String,
    /// What that means, and what to do.
    pub means: String,
}

/// What checks are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckTopic {
    /// Addresses and other records.
    Dns,
    /// The certificates that are sent.
    Chain,
    /// The versions of TLS.
    Versions,
    /// IPv4 and IPv6.
    Families,
    /// Addresses that DNS gives to others only.
    Edges,
    /// WebSockets.
    Sockets,
    /// Redirects, and plain HTTP.
    Redirects,
    /// The file that proves a business domain.
    Verification,
    /// Real phones.
    Phones,
    /// What no command can tell.
    Elsewhere,
}

impl CheckTopic {
    /// Every topic, in order.
    pub const ALL: [Self; 10] = [
        Self::Dns,
        Self::Chain,
        Self::Versions,
        Self::Families,
        Self::Edges,
        Self::Sockets,
        Self::Redirects,
        Self::Verification,
        Self::Phones,
        Self::Elsewhere,
    ];
}
