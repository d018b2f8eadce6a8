//! The words of the page itself, one file a part of it. What findings say stands in `text/findings`.

pub mod cards;
pub mod chain;
pub mod checks;
pub mod dates;
pub mod deploy;
pub mod details;
pub mod examples;
pub mod files;
pub mod findings;
pub mod handbook;
pub mod hops;
pub mod input;
pub mod intro;
pub mod names;
pub mod notice;
pub mod pack;
pub mod platforms;
pub mod renew;
pub mod severity;
pub mod shell;
pub mod symptoms;
pub mod tabs;
pub mod trust;
pub mod verdict;

use super::{Lang, Pair, fill::fill_with};
use crate::report::Value;

/// A text of the page with its holes filled.
pub fn fill(pair: Pair, arguments: &[(&'static str, Value)], lang: Lang) -> String {
    fill_with(pair.lang(lang), arguments, lang)
}

/// `NAME = "English" / "中文";`: rows of words, checked while compiling.
macro_rules! pairs {
    ($($name:ident = $en:literal / $zh:literal;)*) => {
        $(
            #[allow(missing_docs, reason = "the words say it")]
            pub const $name: $crate::text::Pair = $crate::text::Pair::new($en, $zh);
        )*
    };
}
pub(in crate::text) use pairs;
