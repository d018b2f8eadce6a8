//! Squid: `name words` on a line of its own.

use super::lines::{self, Rules};
use super::{Brackets, Line, Syntax, USUAL};
use std::borrow::Cow;

/// The syntax of Squid. It has no blocks.
pub static SQUID: Syntax = Syntax { brackets: Brackets::Indents, quote, read, ..USUAL };

const RULES: Rules = Rules { quote: Some('"'), is_indented: true, ..lines::RULES };

/// Double quotes hold spaces where a directive takes quotes at all: the fields of headers do. A percent sign begins a
/// format there.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::quoted(value, '"', "\"\\%$")
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
