//! Java properties, and Jetty's lines of start: `name=value`, nothing quoted.

use super::lines::{self, Rules};
use super::{Brackets, Breaks, Line, Syntax};
use std::borrow::Cow;

/// The syntax of properties.
pub static PROPERTIES: Syntax = Syntax {
    indent: "",
    remark: "#",
    assign: "=",
    end: "",
    brackets: Brackets::Sections,
    separator: " ",
    breaks: Breaks::Nowhere,
    quote,
    read,
};

const RULES: Rules = Rules {
    remarks: &['#', '!'],
    assign: Some('='),
    quote: None,
    has_sections: true,
    is_indented: false,
    has_blocks: false,
};

/// A backslash would escape, `$` is replaced by Jetty, and white space at the ends is lost: only plain values.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::bare(value, "")
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
