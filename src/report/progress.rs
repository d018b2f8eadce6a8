use serde::{Deserialize, Serialize};

/// How far long work has come: said while it goes on, and forgotten when it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What is done.
    pub step: Step,
    /// The file that it is done to, with the path inside its archive; empty for pasted text.
    pub source: String,
    /// How much of it is done.
    pub done: u64,
    /// Of how much.
    pub total: u64,
}

/// A kind of long work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Files of an archive are unpacked.
    Unpacking,
    /// A key is derived from a password: rounds. It can not be watched from inside, so that `done` stays 0.
    Unlocking,
    /// A key pair is made.
    MakingKey,
    /// Blocks of a text are read, of which there are many.
    Reading,
}
