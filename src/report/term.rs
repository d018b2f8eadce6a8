use super::{InputKind, Platform, RevocationReason, Role};
use serde::{Deserialize, Serialize};

/// A word that each language has its own for. Proper names (RSA, P-256, sha256WithRSAEncryption) are not terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Term {
    /// The part a certificate plays.
    Role(Role),
    /// What an input is.
    Input(InputKind),
    /// Why a certificate was revoked.
    Reason(RevocationReason),
    /// Where a program runs.
    Platform(Platform),
}
