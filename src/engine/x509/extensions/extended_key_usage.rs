//! `extKeyUsage` (RFC 5280 §4.2.1.12).

use super::super::der::Fault;
use super::{ExtendedKeyUsage, ExtensionValue, decode::Value};

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let purposes: Result<_, Fault> = value.sequence()?.collect()?.iter().map(|element| element.oid()).collect();
    Ok(ExtensionValue::ExtendedKeyUsage(ExtendedKeyUsage { purposes: purposes? }))
}
