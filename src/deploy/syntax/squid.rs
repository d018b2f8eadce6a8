//! Squid: `name words` on a line of its own.

use super::lines::{self, Rules};
use super::{Brackets, Breaks, Line, Syntax};
use std::borrow::Cow;

/// The syntax of Squid. It has no blocks.
pub static SQUID: Syntax = Syntax {
    indent: "",
    remark: "#",
    assign: " ",
    end: "",
    brackets: Brackets::Indents,
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
    is_indented: true,
    has_blocks: false,
};

/// Double quotes hold spaces where a directive takes quotes at all: the fields of headers do. A percent sign begins a
/// format there.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::quoted(value, '"', "\"\\%$")
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
