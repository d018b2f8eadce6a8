//! Certificate transparency (RFC 6962 §3.1, §3.3).

use super::super::der::{Fault, place_of};
use super::{ExtensionValue, SignedCertificateTimestamp, decode::Value};
use x509_parser::extensions::{SignedCertificateTimestamp as Parsed, parse_ct_signed_certificate_timestamp_list};

pub(super) fn read_timestamps(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let element = value.element()?;
    let (_, list) = parse_ct_signed_certificate_timestamp_list(value.bytes)
        .map_err(|_| element.fault("no valid list of signed certificate timestamps"))?;
    let timestamp = |it: &Parsed<'_>| {
        let place = |part: &[u8]| place_of(part, value.bytes, value.at);
        // One octet of version stands in front of the log id.
        let start = place(it.id.key_id).start.saturating_sub(1);
        let bytes = start..place(it.signature.data).end;
        SignedCertificateTimestamp { log_id: *it.id.key_id, timestamp_ms: it.timestamp, bytes }
    };
    Ok(ExtensionValue::SignedCertificateTimestamps(list.iter().map(timestamp).collect()))
}

/// Its value is NULL; being there is all it says.
pub(super) fn read_poison(_: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::CtPoison)
}
