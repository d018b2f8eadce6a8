//! OpenLiteSpeed: `name value` to the end of the line, `name value {` … `}`.

use super::lines::{self, Rules};
use super::{Brackets, Breaks, Line, Syntax};
use std::borrow::Cow;

/// The syntax of OpenLiteSpeed.
pub static OPENLITESPEED: Syntax = Syntax {
    indent: "  ",
    remark: "#",
    assign: " ",
    end: "",
    brackets: Brackets::Braces,
    separator: " ",
    breaks: Breaks::Nowhere,
    quote,
    read,
};

const RULES: Rules =
    Rules { remarks: &['#'], assign: None, quote: None, has_sections: false, is_indented: false, has_blocks: true };

/// There are no quotes: a value ends with its line, and `$` begins a variable.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::bare(value, "*,;=[]")
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
