//! Certificate transparency (RFC 6962 §3.1, §3.3).

use super::super::der::{Fault, tag};
use super::{ExtensionValue, SignedCertificateTimestamp, decode::Value};

/// A list in the presentation language of TLS (RFC 8446 §3), packed into an OCTET STRING.
pub(super) fn read_timestamps(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let element = value.element()?;
    let string = element.expect(tag::OCTET_STRING).ok();
    let timestamps = string.and_then(|it| timestamps(Tls { bytes: it.content, at: it.content_place().start }));
    let timestamps = timestamps.ok_or_else(|| element.fault("no valid list of signed certificate timestamps"))?;
    Ok(ExtensionValue::SignedCertificateTimestamps(timestamps))
}

/// The timestamps of a list, as far as they can be read: at least one.
fn timestamps(mut list: Tls<'_>) -> Option<Vec<SignedCertificateTimestamp>> {
    let mut list = list.vector()?;
    let timestamps: Vec<_> = std::iter::from_fn(|| timestamp(list.vector()?)).collect();
    (!timestamps.is_empty()).then_some(timestamps)
}

/// `SignedCertificateTimestamp` (RFC 6962 §3.2).
fn timestamp(mut parts: Tls<'_>) -> Option<SignedCertificateTimestamp> {
    let start = parts.at;
    let _version = parts.take(1)?;
    let log_id = parts.take(32)?.try_into().ok()?;
    let timestamp_ms = u64::from_be_bytes(parts.take(8)?.try_into().ok()?);
    let _extensions = parts.vector()?;
    let _algorithms = parts.take(2)?;
    let _signature = parts.vector()?;
    Some(SignedCertificateTimestamp { log_id, timestamp_ms, bytes: start..parts.at })
}

/// Bytes that are taken from the front, and where they stand.
struct Tls<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tls<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        (self.bytes, self.at) = (rest, self.at.saturating_add(length));
        Some(taken)
    }

    /// A vector, whose length stands before it in two bytes.
    fn vector(&mut self) -> Option<Self> {
        let length = u16::from_be_bytes(self.take(2)?.try_into().ok()?);
        let at = self.at;
        Some(Self { bytes: self.take(length.into())?, at })
    }
}

/// Its value is NULL; being there is all it says.
pub(super) fn read_poison(_: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::CtPoison)
}
