//! What can not be written, and why: findings, worded in `text/findings/export.rs`.

use crate::report::{Cite, Code, Finding, Message, Severity};

/// A file that is not made.
pub(super) fn refused(message: Message, references: &[Cite]) -> Box<Finding> {
    Box::new(Finding::of(Code::DEP009, Severity::Error, message, references))
}
