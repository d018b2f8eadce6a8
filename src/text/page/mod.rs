//! The words of the page itself, one file a part of it. What findings say stands in `text/findings`.
//!
//! In a wasm module some of them are there for `look` only: the first screen does without, and the compiler proves it.

pub mod cards;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod chain;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod checks;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod dates;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod deploy;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod details;
pub mod examples;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod files;
pub mod findings;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod handbook;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod hops;
pub mod input;
pub mod intro;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod names;
pub mod notice;
pub mod pack;
pub mod platforms;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod renew;
pub mod severity;
pub mod shell;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub mod symptoms;
pub mod tabs;
#[cfg(any(feature = "look", not(target_family = "wasm")))]
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
