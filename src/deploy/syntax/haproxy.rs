//! HAProxy: `name words` on a line of its own, indented below the section that it belongs to.

use super::lines::{self, Rules};
use super::{Brackets, Breaks, Line, Syntax};
use std::borrow::Cow;

/// The syntax of HAProxy.
pub static HAPROXY: Syntax = Syntax {
    indent: "    ",
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
    quote: Some('\''),
    has_sections: false,
    is_indented: true,
    has_blocks: false,
};

/// Single quotes hold everything but themselves; a percent sign would begin a format where headers are written.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::quoted(value, '\'', "'\\%")
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
