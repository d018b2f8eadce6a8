//! Java key stores: recognised by their magic numbers (JKS and JCEKS).

use super::super::format::Format;
use super::super::shape::Shape;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::Jks, labels: &[], sniff, read: full!(super::super::full::jks::read) };

/// `0xFEEDFEED` and `0xCECECECE`.
fn sniff(bytes: &[u8], _: &Shape<'_>) -> bool {
    bytes.starts_with(b"\xfe\xed\xfe\xed") || bytes.starts_with(b"\xce\xce\xce\xce")
}
