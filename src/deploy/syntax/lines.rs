//! Directives that end with their line: `name value`, `name = value`. Most servers read these, each a little otherwise.

use super::words::{Escapes, Words};
use super::{Line, needs_no_quotes};
use std::borrow::Cow;

/// How a server reads its lines.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// What a remark begins with, at the start of a line.
    pub remarks: &'static [char],
    /// What parts a name from its value, where white space does not.
    pub assign: Option<char>,
    /// What may stand around a value.
    pub quote: Option<char>,
    /// Whether `[name]` opens a section, in which everything stands until the next.
    pub has_sections: bool,
    /// Whether what is indented belongs to the line above that is not.
    pub is_indented: bool,
    /// Whether a line that ends with `{` opens a block, and `}` closes it.
    pub has_blocks: bool,
}

/// What most have; each says what it has besides.
pub const RULES: Rules =
    Rules { remarks: &['#'], assign: None, quote: None, has_sections: false, is_indented: false, has_blocks: false };

/// Reads lines by the rules; none where the server would refuse them.
pub fn read(text: &str, rules: &Rules) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    let mut depth = 0_usize;
    for whole in text.lines() {
        let line = whole.trim();
        if line.is_empty() || line.starts_with(rules.remarks) {
            continue;
        }
        if rules.has_blocks && line == "}" {
            depth = depth.checked_sub(1)?;
            continue;
        }
        if rules.has_sections
            && let Some(name) = line.strip_prefix('[')
        {
            lines.push(Line { depth: 0, words: vec![name.strip_suffix(']')?.to_owned()] });
            depth = 1;
            continue;
        }
        let mut words = words(line, rules)?;
        let opens = rules.has_blocks && words.last().is_some_and(|last| last == "{");
        if opens {
            words.pop();
        }
        let indent = if rules.is_indented { usize::from(whole.starts_with([' ', '\t'])) } else { depth };
        lines.push(Line { depth: indent, words });
        depth = depth.checked_add(usize::from(opens))?;
    }
    (!rules.has_blocks || depth == 0).then_some(lines)
}

fn words(line: &str, rules: &Rules) -> Option<Vec<String>> {
    let (name, rest) = match rules.assign {
        Some(sign) if line.contains(sign) => {
            let (name, rest) = line.split_once(sign)?;
            (Some(name.trim()), rest)
        }
        _ => (None, line),
    };
    let mut words: Vec<String> =
        name.map(|name| name.split_whitespace().map(str::to_owned).collect()).unwrap_or_default();
    let marks = Words { quotes: rules.quote.as_slice(), escapes: Escapes::Everything, remark: None, foreign: None };
    words.extend(marks.of(rest)?);
    Some(words)
}

/// A value in a syntax without quotes: what needs none, and what these characters add.
///
/// # Errors
/// The first other character.
pub fn bare<'a>(value: &'a str, also: &str) -> Result<Cow<'a, str>, char> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._/:@+-".contains(c) || also.contains(c);
    match value.chars().find(|c| !is_plain(*c)) {
        Some(character) => Err(character),
        None if value.is_empty() => Err(' '),
        None => Ok(Cow::Borrowed(value)),
    }
}

/// A value between quotes, where it needs them: a backslash escapes the mark and itself.
///
/// # Errors
/// A control character, or one that means something inside quotes too.
pub fn quoted<'a>(value: &'a str, mark: char, means_something: &str) -> Result<Cow<'a, str>, char> {
    if let Some(character) = value.chars().find(|c| c.is_control() || means_something.contains(*c)) {
        return Err(character);
    }
    if needs_no_quotes(value) {
        return Ok(Cow::Borrowed(value));
    }
    Ok(Cow::Owned(always_quoted(value, mark)))
}

/// A value between quotes, whatever it is.
pub fn always_quoted(value: &str, mark: char) -> String {
    let escaped = value.chars().fold(String::with_capacity(value.len()), |mut out, c| {
        if c == mark || c == '\\' {
            out.push('\\');
        }
        out.push(c);
        out
    });
    format!("{mark}{escaped}{mark}")
}
