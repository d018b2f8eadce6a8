//! Varnish: statements that end with `;`, one a line, and blocks in braces.

use super::lines::{self, Rules};
use super::{Brackets, Breaks, Line, Syntax};
use std::borrow::Cow;

/// The syntax of VCL.
pub static VCL: Syntax = Syntax {
    indent: "    ",
    remark: "#",
    assign: " ",
    end: ";",
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
    match value.chars().find(|c| c.is_control() || "\"\\%".contains(*c)) {
        Some(character) => Err(character),
        None => Ok(Cow::Owned(lines::always_quoted(value, '"'))),
    }
}

/// Every line ends with `;`, `{` or `}`.
fn read(text: &str) -> Option<Vec<Line>> {
    let lines: Option<Vec<&str>> = text
        .lines()
        .map(|line| match line.trim() {
            "" | "}" => Some(line),
            other if other.starts_with('#') || other.ends_with('{') => Some(line),
            _ => line.strip_suffix(';'),
        })
        .collect();
    lines::read(&lines?.join("\n"), &RULES)
}
