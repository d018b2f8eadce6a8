//! Languages whose texts always stand in double quotes, one statement a line, with blocks in braces: those of Hitch and
//! lighttpd (`name = "value"`), and Varnish's VCL, whose statements end with `;`.

use super::lines::{self, Rules};
use super::{Brackets, Syntax, USUAL};
use std::borrow::Cow;

/// The syntax of Hitch and lighttpd.
pub static QUOTED: Syntax = STATEMENTS;

/// The syntax of VCL. A percent sign in a text is read as the beginning of an escaped character.
pub static VCL: Syntax = Syntax {
    end: ";",
    quote: |value| quote_without(value, "\"\\%"),
    read: |text| lines::read(&without_ends(text)?, &RULES),
    ..STATEMENTS
};

const STATEMENTS: Syntax = Syntax {
    indent: "    ",
    brackets: Brackets::Braces,
    quote: |value| quote_without(value, "\"\\"),
    read: |text| lines::read(text, &RULES),
    ..USUAL
};

const RULES: Rules = Rules { quote: Some('"'), has_blocks: true, ..lines::RULES };

/// A text in quotes. Some of these languages can escape a quote, none of them alike: it has no business in a value.
fn quote_without<'a>(value: &'a str, special: &str) -> Result<Cow<'a, str>, char> {
    match value.chars().find(|c| c.is_control() || special.contains(*c)) {
        Some(character) => Err(character),
        None => Ok(Cow::Owned(lines::always_quoted(value, '"'))),
    }
}

/// The lines without what ends their statements; none where a statement does not end.
fn without_ends(text: &str) -> Option<String> {
    let lines: Option<Vec<&str>> = text
        .lines()
        .map(|line| match line.trim() {
            "" | "}" => Some(line),
            other if other.starts_with('#') || other.ends_with('{') => Some(line),
            _ => line.strip_suffix(';'),
        })
        .collect();
    Some(lines?.join("\n"))
}
