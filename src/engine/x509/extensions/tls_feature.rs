//! `tlsfeature` (RFC 7633).

use super::super::der::{Fault, tag};
use super::{ExtensionValue, decode::Value};

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let features = value.sequence()?.each(|element| {
        let number = element.expect(tag::INTEGER)?.unsigned()?;
        u16::try_from(number).map_err(|_| element.fault("no number of a TLS extension"))
    });
    Ok(ExtensionValue::TlsFeature(features?))
}
