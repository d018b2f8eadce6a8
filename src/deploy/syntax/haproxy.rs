//! HAProxy: `name words` on a line of its own, indented below the section that it belongs to.

use super::lines::{self, Rules};
use super::{Brackets, Line, Syntax, USUAL};
use std::borrow::Cow;

/// The syntax of HAProxy.
pub static HAPROXY: Syntax = Syntax { indent: "    ", brackets: Brackets::Indents, quote, read, ..USUAL };

const RULES: Rules = Rules { quote: Some('\''), is_indented: true, ..lines::RULES };

/// Single quotes hold everything but themselves; a percent sign would begin a format where headers are written.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::quoted(value, '\'', "'\\%")
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
