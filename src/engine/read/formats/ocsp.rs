//! OCSP responses (RFC 6960 §4.2.1): how they are recognised.

use super::super::super::x509::der::tag;
use super::super::format::Format;
use super::super::shape::Shape;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::Ocsp, labels: &["OCSP RESPONSE"], sniff, read: full!(super::super::full::ocsp::read) };

/// A status, then the response in brackets.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    shape.starts_with(&[tag::ENUMERATED]) && shape.parts().get(1).is_none_or(|it| it.is_context(0))
}
