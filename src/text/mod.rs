//! Words: every message id in English and Chinese, side by side in one row. A missing language does not compile;
//! neither do two languages that fill different holes.
//!
//! A row's texts are constants; `{host}` is a hole that a typed argument fills, `{days:day/days}` writes the
//! number and picks the English word for it.

mod causes;
pub mod checks;
mod claims;
mod codes;
pub mod commands;
mod deploy_note;
mod effects;
pub mod fields;
mod fill;
#[cfg(not(all(feature = "words-beside", target_family = "wasm")))]
mod findings;
pub mod formats;
pub mod headline;
pub mod hops;
mod kinds;
pub mod page;
pub mod renewal;
pub mod report;
mod row;
pub mod shelf;
mod symptoms;
mod targets;
mod terms;
mod worded;

pub use causes::{cause, cause_state};
pub use claims::{claim, ground, standing, telling};
pub use codes::name as code_name;
pub use deploy_note::deploy_note;
pub use effects::effect;
pub use fill::{day, escape, fill};
#[cfg(not(all(feature = "words-beside", target_family = "wasm")))]
pub use findings::words;
pub use row::{Pair, Words};
pub use symptoms::meaning;
pub use targets::target_title;
pub use terms::{client_title, platform_title, profile, skipped, term};
pub use worded::{Reference, WordedEffect, WordedFinding, worded, worded_effect};

use serde::{Deserialize, Serialize};

/// The words of a message, holes open.
#[cfg(all(feature = "words-beside", target_family = "wasm"))]
pub const fn words(id: crate::report::MessageId) -> Words {
    let (family, message) = id.place();
    Words::of(family, message)
}

/// A language of the house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// 简体中文.
    Zh,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The language's tag (BCP 47) as the contract writes it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language of a tag; `zh-CN` and `zh_Hans` count as Chinese, everything else as English.
    pub fn from_tag(tag: &str) -> Self {
        if tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("zh")) { Self::Zh } else { Self::En }
    }
}
