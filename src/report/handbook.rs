use super::{Cause, Claim, Ground, Standing, Telling, Timestamp};
use serde::{Deserialize, Serialize};

/// Every error message that is known, and every claim, in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handbook {
    /// The error messages: mini-programs and phones first, then servers, then codes.
    pub symptoms: Vec<KnownSymptom>,
    /// What articles tell.
    pub claims: Vec<KnownClaim>,
}

/// An error message with what it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownSymptom {
    /// Its row; a negative number is the code that the platform itself gives.
    pub id: i16,
    /// The words as people meet them.
    pub pattern: String,
    /// What they mean.
    pub meaning: String,
    /// What they come from, the likeliest first.
    pub causes: Vec<KnownCause>,
    /// Where that was seen; empty where it is known from use alone.
    pub sources: Vec<SeenAt>,
}

/// A cause, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownCause {
    /// Which.
    pub cause: Cause,
    /// What it is called.
    pub title: String,
    /// What to do.
    pub todo: String,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeenAt {
    /// Its address.
    pub url: String,
    /// Of which day it is (RFC 3339, as far as it says); empty for a page that bears none.
    pub date: String,
}

/// Something that articles tell, and how it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownClaim {
    /// Its row.
    pub id: Claim,
    /// The claim.
    pub claim: String,
    /// What is to be thought of it.
    pub standing: Standing,
    /// How it is told.
    pub telling: Telling,
    /// In what kind of text.
    pub told_in: String,
    /// The words in which it is told, in their language.
    pub told: String,
    /// How it is.
    pub right: String,
    /// What to do.
    pub todo: String,
    /// What that rests on.
    pub ground: Ground,
    /// The words of who decides, in their language; empty where only the sense was noted.
    pub wording: String,
    /// Where those stand; empty for a conclusion of our own.
    pub source: String,
    /// The day on which that was seen.
    pub seen: Timestamp,
    /// Something of the answer has no source, and the answer says so.
    pub unsourced: bool,
}
