//! Hitch: `name = value` on a line of its own, `name = {` … `}`.

use super::lines::{self, Rules};
use super::{Brackets, Breaks, Line, Syntax};
use std::borrow::Cow;

/// The syntax of Hitch.
pub static HITCH: Syntax = Syntax {
    indent: "    ",
    remark: "#",
    assign: " ",
    end: "",
    brackets: Brackets::Braces,
    separator: " ",
    breaks: Breaks::Nowhere,
    quote,
    read,
};

const RULES: Rules = Rules {
    remarks: &['#'],
    assign: None,
    quote: Some('"'),
    has_sections: false,
    is_indented: false,
    has_blocks: true,
};

/// Texts always stand in double quotes, which nothing escapes.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    match value.chars().find(|c| c.is_control() || "\"\\".contains(*c)) {
        Some(character) => Err(character),
        None => Ok(Cow::Owned(lines::always_quoted(value, '"'))),
    }
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
