use super::Lang;

/// One text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// English.
    pub en: &'static str,
    /// 中文。
    pub zh: &'static str,
}

impl Pair {
    /// A text whose languages have the same holes.
    ///
    /// # Panics
    /// At compile time when a language is empty or a hole of one is missing in the other.
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        assert!(!en.is_empty() && !zh.is_empty(), "a language is missing");
        assert!(holes_within(en.as_bytes(), zh.as_bytes()), "a hole of the English text is missing in the Chinese one");
        assert!(holes_within(zh.as_bytes(), en.as_bytes()), "a hole of the Chinese text is missing in the English one");
        Self { en, zh }
    }

    /// The text in one language, holes open.
    pub const fn lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

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
