//! Units of systemd: `name=value`, in sections.

use super::lines::{self, Rules};
use super::{Line, Syntax, USUAL};
use std::borrow::Cow;

/// The syntax of a unit. A name with nothing behind the sign empties what was set before, in the unit that a drop-in
/// adds to; without the sign the line is left out.
pub static SYSTEMD: Syntax = Syntax { assign: "=", assigns_nothing: true, quote, read, ..USUAL };

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
    let is_set = |line: &str| line.is_empty() || line.starts_with(['[', '#', ';']) || line.contains('=');
    text.lines().all(|line| is_set(line.trim())).then(|| lines::read(text, &RULES))?
}
