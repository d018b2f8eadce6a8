//! `subjectAltName` and `issuerAltName` (RFC 5280 §4.2.1.6, §4.2.1.7).

use super::super::der::Fault;
use super::{ExtensionValue, decode::Value, general_name};

pub(super) fn read_subject(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::SubjectAlternativeName(general_name::list(value.sequence()?)?))
}

pub(super) fn read_issuer(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::IssuerAlternativeName(general_name::list(value.sequence()?)?))
}
