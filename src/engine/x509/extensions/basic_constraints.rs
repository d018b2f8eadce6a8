//! `basicConstraints` (RFC 5280 §4.2.1.9).

use super::super::der::{Fault, tag};
use super::{BasicConstraints, ExtensionValue, decode::Value};

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let mut parts = value.sequence()?;
    let ca = parts.optional(&|element| element.is(tag::BOOLEAN))?.is_some_and(|flag| flag.is_true());
    let path_length =
        parts.optional(&|element| element.is(tag::INTEGER))?.map(|length| length.unsigned()).transpose()?;
    parts.finish()?;
    Ok(ExtensionValue::BasicConstraints(BasicConstraints { ca, path_length }))
}
