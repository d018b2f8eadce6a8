//! nginx: `name words;`, `name words { … }`.

use super::{Brackets, Breaks, Line, Syntax, needs_no_quotes};
use std::borrow::Cow;

/// The syntax of nginx.
pub static NGINX: Syntax = Syntax {
    indent: "    ",
    remark: "#",
    assign: " ",
    end: ";",
    brackets: Brackets::Braces,
    separator: " ",
    breaks: Breaks::Anywhere,
    quote,
    read,
};

/// Double quotes hold everything but `$`, which starts a variable inside them too; control characters have no
/// business in a value.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    if let Some(character) = value.chars().find(|c| *c == '$' || c.is_control()) {
        return Err(character);
    }
    if needs_no_quotes(value) {
        return Ok(Cow::Borrowed(value));
    }
    Ok(Cow::Owned(format!("\"{}\"", value.replace('\\', r"\\").replace('"', "\\\""))))
}

/// Reads as `ngx_conf_read_token` does: words end at space, `;` or `{`; quotes and comments count at a word's start.
fn read(text: &str) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let mut depth = 0_usize;
    let mut rest = text.chars().peekable();
    while let Some(first) = rest.next() {
        match first {
            c if c.is_ascii_whitespace() => {}
            '#' => while rest.next_if(|c| *c != '\n').is_some() {},
            ';' => lines.push(Line { depth, words: std::mem::take(&mut words) }),
            '{' => {
                lines.push(Line { depth, words: std::mem::take(&mut words) });
                depth += 1;
            }
            '}' => depth = depth.checked_sub(1)?,
            mark @ ('"' | '\'') => {
                let mut word = String::new();
                loop {
                    match rest.next()? {
                        c if c == mark => break,
                        '\\' => word.push(rest.next()?),
                        c => word.push(c),
                    }
                }
                // A word must be set off from what follows.
                rest.peek().filter(|c| c.is_ascii_whitespace() || **c == ';')?;
                words.push(word);
            }
            c => {
                let mut word = String::from(c);
                while let Some(c) = rest.next_if(|c| !c.is_ascii_whitespace() && !";{".contains(*c)) {
                    word.push(c);
                }
                words.push(word);
            }
        }
    }
    (depth == 0 && words.is_empty() && lines.iter().all(|line| !line.words.is_empty())).then_some(lines)
}
