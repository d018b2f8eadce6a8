//! Java key stores: recognised by their magic numbers (JKS and JCEKS), read by a later version.

use super::super::format::Format;
use super::super::shape::Shape;

use super::later;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format = Format {
    kind: InputKind::Jks,
    labels: &[],
    sniff,
    read: |collector, block| later(collector, block, InputKind::Jks),
};

/// `0xFEEDFEED` and `0xCECECECE`.
fn sniff(bytes: &[u8], _: &Shape<'_>) -> bool {
    bytes.starts_with(b"\xfe\xed\xfe\xed") || bytes.starts_with(b"\xce\xce\xce\xce")
}
