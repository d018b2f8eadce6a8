//! Apache: `Name words` on a line of its own, `<Name words>` … `</Name>`.

use super::words::{Escapes, Words};
use super::{Brackets, Line, Syntax, USUAL, lines};
use std::borrow::Cow;

/// The syntax of Apache.
pub static APACHE: Syntax = Syntax { indent: "    ", brackets: Brackets::Tags, quote, read, ..USUAL };

/// Double quotes hold spaces, `#` and `>`. Nothing holds a line end, and `${NAME}` is replaced inside quotes too.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::quoted(value, '"', "$")
}

const WORDS: Words = Words { quotes: &['"', '\''], escapes: Escapes::MarkAndItself, remark: None, foreign: None };

/// Reads as `ap_cfg_getline` and `ap_getword_conf` do: a backslash at the end joins lines, a comment is a whole line.
fn read(text: &str) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    let mut depth = 0_usize;
    for line in text.replace("\\\n", "").lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with("</") {
            depth = depth.checked_sub(1)?;
            continue;
        }
        let tag = line.starts_with('<');
        let line = if tag { line.strip_suffix('>')? } else { line };
        lines.push(Line { depth, words: WORDS.of(line)? });
        depth += usize::from(tag);
    }
    (depth == 0).then_some(lines)
}
