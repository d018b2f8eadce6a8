use serde::{Deserialize, Serialize};

macro_rules! claims {
    ($($id:ident),* $(,)?) => {
        /// Something that articles tell about certificates and mini-programs, by its row in the table of claims.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "the words stand beside the same name in text/claims")]
        pub enum Claim { $($id),* }

        impl Claim {
            /// Every claim.
            pub const ALL: &'static [Self] = &[$(Self::$id),*];

            /// Its identifier: `S3`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$id => stringify!($id)),* }
            }
        }
    };
}

// S for the articles that the product began with; Y for Let's Encrypt's generation Y.
claims!(
    S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, S12, S13, S14, S15, S16, S17, S18, S19, S20, S21, S22, S23, S24, Y1
);

impl Claim {
    /// The one with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|claim| claim.id() == id)
    }
}

/// What is to be thought of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is so.
    True,
    /// It is so in part.
    HalfTrue,
    /// It is not so.
    False,
    /// It was so.
    Outdated,
}

impl Standing {
    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "true" => Some(Self::True),
            "half-true" => Some(Self::HalfTrue),
            "false" => Some(Self::False),
            "outdated" => Some(Self::Outdated),
            _ => None,
        }
    }
}

/// What an answer to a claim rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// The documentation of who decides.
    Official,
    /// Source code, or what was recorded from programs.
    Source,
    /// What others report.
    ThirdParty,
    /// Our own conclusion.
    Inference,
}

/// How a claim is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Telling {
    /// In the very words.
    Quoted,
    /// In this sense; the words are ours.
    Sense,
    /// Not at all, and that misleads.
    Omitted,
}
