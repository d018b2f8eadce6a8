//! `tlsfeature` (RFC 7633).

use super::super::der::{Fault, tag};
use super::{ExtensionValue, decode::Value};

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let mut features = Vec::new();
    for element in value.sequence()?.collect()? {
        let element = element.expect(tag::INTEGER)?;
        let number = u16::try_from(element.unsigned()?).map_err(|_| element.fault("no number of a TLS extension"))?;
        features.push(number);
    }
    Ok(ExtensionValue::TlsFeature(features))
}
