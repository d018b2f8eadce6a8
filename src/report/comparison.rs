use super::{Severity, Value, Verdict, field::FieldValue};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Two server certificates that were given, one of which is to take the other's place.
///
/// `E` is [`Effect`] inside the house and a worded effect at its doors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison<E = Effect> {
    /// The one in use, as an index into the report's list.
    pub old: usize,
    /// The one that is to take its place, as an index into the report's list.
    pub new: usize,
    /// Whether it can, without anybody noticing.
    pub verdict: Verdict,
    /// What follows from it, most serious first.
    pub effects: Vec<E>,
    /// The names of both, the lost ones first.
    pub names: Vec<NameChange>,
    /// The two have one key.
    pub same_key: bool,
    /// The certificates that each ought to be sent with, itself first, as indexes into the report's list.
    pub served: [Vec<usize>; 2],
    /// The name of the root that each leads to, where it leads to one.
    pub roots: [Option<String>; 2],
    /// How many days each is good for, in all.
    pub lifetimes: [i64; 2],
    /// The fields that differ, those first that a renewal usually keeps.
    pub fields: Vec<FieldChange>,
}

/// Something that follows when one certificate takes another's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Effect {
    /// Which.
    pub id: EffectId,
    /// How bad it is for the people who connect.
    pub severity: Severity,
    /// Hole name → value.
    pub arguments: Vec<(Cow<'static, str>, Value)>,
}

macro_rules! effects {
    ($($(#[$doc:meta])* $effect:ident = $severity:ident),* $(,)?) => {
        /// What can follow when one certificate takes another's place.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub enum EffectId { $($(#[$doc])* $effect),* }

        impl EffectId {
            /// Every effect.
            pub const ALL: &'static [Self] = &[$(Self::$effect),*];

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$effect => Severity::$severity),* }
            }

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$effect => stringify!($effect)),* }
            }
        }
    };
}

effects! {
    /// Names of the old one that the new one does not cover.
    NamesLost = Error,
    /// The new one has ended.
    Ended = Error,
    /// The new one has not begun.
    NotYet = Error,
    /// The new one is refused for what the old one is not.
    NewErrors = Error,
    /// The key at hand is the old one's.
    KeyOfTheOld = Error,
    /// Clients that trust the old one do not trust the new one.
    ClientsLost = Warning,
    /// The new one ends before the old one.
    EndsEarlier = Warning,
    /// Some find fault with the new one that they do not find with the old one.
    NewWarnings = Warning,
    /// The new one may not be used for something that the old one may.
    PurposeLost = Warning,
    /// The new one demands that the server staples, and the old one does not.
    MustStaple = Warning,
    /// Another kind of key.
    KeyKind = Warning,
    /// A new key: it has to be put in place together with the certificate.
    NewKey = Info,
    /// The key stays.
    SameKey = Info,
    /// Another CA issued it.
    OtherIssuer = Info,
    /// The same CA, another intermediate: the chain file changes too.
    OtherIntermediate = Info,
    /// Another level of validation.
    OtherValidation = Info,
    /// More names than before.
    NamesGained = Info,
    /// The two are one certificate.
    Same = Info,
}

/// A name of one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NameChange {
    /// The name, as the certificate has it.
    pub name: String,
    /// What becomes of it.
    pub change: Change,
    /// The name of the new one that covers it, where that is another.
    pub by: Option<String>,
}

/// What becomes of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Only the old one has it.
    Lost,
    /// Both have it, and it differs.
    Changed,
    /// Only the new one has it.
    Gained,
    /// Both have it.
    Kept,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Its address: `tbs.extensions.keyUsage`.
    pub path: String,
    /// Its own name in its standard.
    pub name: String,
    /// What became of it.
    pub change: Change,
    /// What the old one holds there.
    pub old: Option<FieldValue>,
    /// What the new one holds there.
    pub new: Option<FieldValue>,
    /// Every renewal changes it.
    pub usual: bool,
}
