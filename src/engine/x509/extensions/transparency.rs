//! Certificate transparency (RFC 6962 §3.1, §3.3).

use super::super::der::Fault;
use super::{ExtensionValue, SignedCertificateTimestamp, decode::Value};
use x509_parser::extensions::parse_ct_signed_certificate_timestamp_list;

pub(super) fn read_timestamps(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let element = value.element()?;
    let (_, list) = parse_ct_signed_certificate_timestamp_list(value.bytes)
        .map_err(|_| element.fault("no valid list of signed certificate timestamps"))?;
    let timestamps =
        list.iter().map(|it| SignedCertificateTimestamp { log_id: *it.id.key_id, timestamp_ms: it.timestamp });
    Ok(ExtensionValue::SignedCertificateTimestamps(timestamps.collect()))
}

/// Its value is NULL; being there is all it says.
pub(super) fn read_poison(_: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::CtPoison)
}
