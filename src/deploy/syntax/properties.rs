//! Java properties, and Jetty's lines of start: `name=value`, nothing quoted.

use super::lines::{self, Rules};
use super::{Line, Syntax, USUAL};

/// The syntax of properties. A backslash would escape, `$` is replaced by Jetty, and white space at the ends is lost:
/// only plain values.
pub static PROPERTIES: Syntax = Syntax { assign: "=", read, ..USUAL };

const RULES: Rules = Rules { remarks: &['#', '!'], assign: Some('='), has_sections: true, ..lines::RULES };

fn read(text: &str) -> Option<Vec<Line>> {
    lines::read(text, &RULES)
}
