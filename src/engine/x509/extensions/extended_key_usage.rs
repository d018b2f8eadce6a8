//! `extKeyUsage` (RFC 5280 §4.2.1.12).

use super::super::der::Fault;
use super::{ExtendedKeyUsage, ExtensionValue, decode::Value};

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let purposes = value.sequence()?.each(|element| element.oid())?;
    Ok(ExtensionValue::ExtendedKeyUsage(ExtendedKeyUsage { purposes }))
}
