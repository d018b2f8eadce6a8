//! Units of systemd: `name=value`, in sections.

use super::lines::{self, Rules};
use super::{Line, Syntax, USUAL};
use std::borrow::Cow;

/// The syntax of a unit.
pub static SYSTEMD: Syntax = Syntax { assign: "=", quote, read, ..USUAL };

const RULES: Rules =
    Rules { remarks: &['#', ';'], assign: Some('='), quote: Some('"'), has_sections: true, ..lines::RULES };

/// Double quotes hold spaces; a percent sign and a dollar sign mean something inside them too. A mark at the start of a
/// command could be read as one of systemd's own, and a bracket as another section.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    if value.starts_with(['[', '@', '+', ':', '-']) && !value.contains(['"', '\\', '%', '$']) {
        return match value.chars().find(|c| c.is_control()) {
            Some(character) => Err(character),
            None => Ok(Cow::Owned(lines::always_quoted(value, '"'))),
        };
    }
    lines::quoted(value, '"', "%$\"\\")
}

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
