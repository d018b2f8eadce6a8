//! What clients say to the chain.

use crate::report::{ClientTrust, Trust, TrustRule};

/// What a client says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It trusts the chain.
    Yes,
    /// It does when it finds what is missing.
    Fetched,
    /// It does not.
    No,
}

impl Answer {
    /// What this client says.
    pub fn of(client: &ClientTrust) -> Self {
        match client.rule {
            TrustRule::Fetched => Self::Fetched,
            _ if client.trusted => Self::Yes,
            _ => Self::No,
        }
    }
}

/// How many trust the chain as it is, of how many.
pub fn count(trust: &Trust) -> (usize, usize) {
    let yes = trust.clients.iter().filter(|client| Answer::of(client) == Answer::Yes).count();
    (yes, trust.clients.len())
}
