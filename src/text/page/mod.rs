//! The words of the page itself, one file a part of it. What findings say stands in `text/findings`.
//!
//! In a wasm module what stands `behind` the tabs is there for `look` only: the first screen does without, and the compiler
//! proves it.

#[cfg(any(feature = "look", not(target_family = "wasm")))]
mod behind;
pub mod cards;
pub mod examples;
pub mod findings;
pub mod input;
pub mod intro;
pub mod notice;
pub mod pack;
pub mod platforms;
pub mod severity;
pub mod shell;
pub mod tabs;
pub mod verdict;

#[cfg(any(feature = "look", not(target_family = "wasm")))]
pub use behind::*;

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
