use super::{Cause, InputKind, Platform, RevocationReason, Role};
use serde::{Deserialize, Serialize};

/// A word, or words, that each language has its own for. Proper names (RSA, P-256, sha256WithRSAEncryption) are not terms.
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
    /// What an error message comes from.
    Cause(Cause),
    /// Why that breaks connections: a sentence.
    CauseWhy(Cause),
    /// What to do about it: a sentence.
    Remedy(Cause),
    /// What an error message means, by its row in the table of symptoms.
    Symptom(i16),
}
