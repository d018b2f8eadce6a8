//! `basicConstraints` (RFC 5280 §4.2.1.9).

use super::super::der::Fault;
use super::{BasicConstraints, ExtensionValue, decode::Value};
use x509_parser::extensions::BasicConstraints as Parsed;

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let parsed: Parsed = value.parsed()?;
    let constraints = BasicConstraints { ca: parsed.ca, path_length: parsed.path_len_constraint };
    Ok(ExtensionValue::BasicConstraints(constraints))
}
