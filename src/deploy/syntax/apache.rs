//! Apache: `Name words` on a line of its own, `<Name words>` … `</Name>`.

use super::{Brackets, Breaks, Line, Syntax, needs_no_quotes};
use std::borrow::Cow;

/// The syntax of Apache.
pub static APACHE: Syntax = Syntax {
    indent: "    ",
    remark: "#",
    assign: " ",
    end: "",
    brackets: Brackets::Tags,
    separator: " ",
    breaks: Breaks::Nowhere,
    quote,
    read,
};

/// Double quotes hold spaces, `#` and `>`. Nothing holds a line end, and `${NAME}` is replaced inside quotes too.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    if let Some(character) = value.chars().find(|c| *c == '$' || c.is_control()) {
        return Err(character);
    }
    if needs_no_quotes(value) {
        return Ok(Cow::Borrowed(value));
    }
    Ok(Cow::Owned(format!("\"{}\"", value.replace('\\', r"\\").replace('"', "\\\""))))
}

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
        lines.push(Line { depth, words: words(line)? });
        depth += usize::from(tag);
    }
    (depth == 0).then_some(lines)
}

fn words(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut rest = line.chars().peekable();
    while let Some(first) = rest.next() {
        let mut word = String::new();
        match first {
            c if c.is_whitespace() => continue,
            mark @ ('"' | '\'') => loop {
                match rest.next()? {
                    c if c == mark => break,
                    '\\' if rest.peek().is_some_and(|c| *c == mark || *c == '\\') => word.push(rest.next()?),
                    c => word.push(c),
                }
            },
            c => {
                word.push(c);
                while let Some(c) = rest.next_if(|c| !c.is_whitespace()) {
                    word.push(c);
                }
            }
        }
        words.push(word);
    }
    Some(words)
}
