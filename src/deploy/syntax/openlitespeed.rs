//! OpenLiteSpeed: `name value` to the end of the line, `name value {` … `}`.

use super::lines::{self, Rules};
use super::{Brackets, Line, Syntax, USUAL};
use std::borrow::Cow;

/// The syntax of OpenLiteSpeed.
pub static OPENLITESPEED: Syntax = Syntax { indent: "  ", brackets: Brackets::Braces, quote, read, ..USUAL };

const RULES: Rules = Rules { has_blocks: true, ..lines::RULES };

/// There are no quotes: a value ends with its line, and `$` begins a variable.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::bare(value, "*,;=[]")
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
