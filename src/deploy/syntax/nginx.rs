//! nginx: `name words;`, `name words { … }`.

use super::words::{self, Escapes};
use super::{Brackets, Breaks, Line, Syntax, USUAL, lines};
use std::borrow::Cow;

/// The syntax of nginx.
pub static NGINX: Syntax =
    Syntax { indent: "    ", end: ";", brackets: Brackets::Braces, breaks: Breaks::Anywhere, quote, read, ..USUAL };

/// Double quotes hold everything but `$`, which starts a variable inside them too; control characters have no
/// business in a value.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::quoted(value, '"', "$")
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
                let word = words::quoted(&mut rest, mark, Escapes::Everything)?;
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
