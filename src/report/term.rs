use super::wire::{Profile, Switch};
use super::{Cause, Claim, Cloud, Ground, HopKind, InputKind, Platform, RevocationReason, Role, Standing, Telling};
use serde::{Deserialize, Serialize};

/// A word, or words, that each language has its own for. Proper names (RSA, P-256, sha256WithRSAEncryption) are not terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Term {
    /// The part a certificate plays.
    Role(Role),
    /// What an input is.
    Input(InputKind),
    /// A place on the way to the server.
    Hop(HopKind),
    /// What a configuration can have.
    Switch(Switch),
    /// The clients that a configuration is for.
    Profile(Profile),
    /// Whose a place is.
    Cloud(Cloud),
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
    /// What a claim says, within a sentence.
    Claim(Claim),
    /// How it is: sentences.
    ClaimRight(Claim),
    /// What to do instead: sentences.
    ClaimRemedy(Claim),
    /// What is to be thought of a claim.
    Standing(Standing),
    /// How a claim is told, in front of its words.
    Telling(Telling),
    /// What an answer to a claim rests on.
    Ground(Ground),
}
