use super::{Lang, shelf};

/// One text in every language.
#[cfg(not(all(feature = "words-beside", target_family = "wasm")))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// English.
    pub en: &'static str,
    /// 中文。
    pub zh: &'static str,
}

/// One text in every language, as the key of what lies beside the page.
#[cfg(all(feature = "words-beside", target_family = "wasm"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair(u32);

impl Pair {
    /// A text whose languages have the same holes.
    ///
    /// # Panics
    /// At compile time when a language is empty or a hole of one is missing in the other.
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        assert!(!en.is_empty() && !zh.is_empty(), "a language is missing");
        assert!(holes_within(en.as_bytes(), zh.as_bytes()), "a hole of the English text is missing in the Chinese one");
        assert!(holes_within(zh.as_bytes(), en.as_bytes()), "a hole of the Chinese text is missing in the English one");
        Self::whole(en, zh)
    }
}

#[cfg(not(all(feature = "words-beside", target_family = "wasm")))]
impl Pair {
    const fn whole(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    /// The text in one language, holes open.
    pub const fn lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// What tells it from others.
    pub const fn key(self) -> u32 {
        shelf::key(self.en, self.zh)
    }
}

#[cfg(all(feature = "words-beside", target_family = "wasm"))]
impl Pair {
    const fn whole(en: &'static str, zh: &'static str) -> Self {
        Self(shelf::key(en, zh))
    }

    /// The text in one language, holes open; [`MISSING`] while its shelf is empty.
    pub fn lang(self, lang: Lang) -> &'static str {
        shelf::find(lang, self.0).unwrap_or(MISSING)
    }

    /// What tells it from others.
    pub const fn key(self) -> u32 {
        self.0
    }
}

/// Stands where a text should that could not be fetched. No text has this character, and no test of the page lets it pass.
#[cfg(all(feature = "words-beside", target_family = "wasm"))]
pub const MISSING: &str = "⋯";

/// The three texts of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub title: Pair,
    /// Why it matters.
    pub why: Pair,
    /// What to do.
    pub fix: Pair,
}

#[cfg(all(feature = "words-beside", target_family = "wasm"))]
impl Words {
    /// The words of a message, by its family and its place there.
    pub(super) const fn of(family: u32, message: u32) -> Self {
        Self {
            title: Pair(shelf::sentence_key(family, message, 0)),
            why: Pair(shelf::sentence_key(family, message, 1)),
            fix: Pair(shelf::sentence_key(family, message, 2)),
        }
    }
}

/// `row!("title", "标题"; "why", "原因"; "fix", "办法")`: one row of a catalogue, checked while compiling.
macro_rules! row {
    ($title_en:literal, $title_zh:literal; $why_en:literal, $why_zh:literal; $fix_en:literal, $fix_zh:literal $(;)?) => {
        const {
            $crate::text::Words {
                title: $crate::text::Pair::new($title_en, $title_zh),
                why: $crate::text::Pair::new($why_en, $why_zh),
                fix: $crate::text::Pair::new($fix_en, $fix_zh),
            }
        }
    };
}
pub(crate) use row;

/// Whether every `{hole` of `text` also stands in `other`.
const fn holes_within(text: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' {
            let end = hole_end(text, at + 1);
            if !has_hole(other, text, at + 1, end) {
                return false;
            }
            at = end;
        }
        at += 1;
    }
    true
}

/// Where the name of the hole that starts at `from` ends.
const fn hole_end(text: &[u8], from: usize) -> usize {
    let mut end = from;
    while end < text.len() && text[end] != b'}' && text[end] != b':' {
        end += 1;
    }
    assert!(end < text.len(), "a hole is not closed");
    end
}

const fn has_hole(text: &[u8], name_in: &[u8], from: usize, to: usize) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' {
            let end = hole_end(text, at + 1);
            if end - at - 1 == to - from {
                let mut same = 0;
                while same < to - from && text[at + 1 + same] == name_in[from + same] {
                    same += 1;
                }
                if same == to - from {
                    return true;
                }
            }
            at = end;
        }
        at += 1;
    }
    false
}
