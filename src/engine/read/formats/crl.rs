//! Revocation lists (RFC 5280 §5): how they are recognised.

use super::super::super::x509::der::tag;
use super::super::format::Format;
use super::super::shape::Shape;
use super::super::shape::starts_with;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::Crl, labels: &["X509 CRL"], sniff, read: full!(super::super::full::crl::read) };

/// The signed part: perhaps a version, then algorithm, issuer and a date.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    let first = shape.first();
    let versioned = first.first().is_some_and(|version| version.is(tag::INTEGER));
    let rest = first.get(usize::from(versioned)..).unwrap_or_default();
    let dated = |tag| rest.len() >= 3 && starts_with(rest, &[tag::SEQUENCE, tag::SEQUENCE, tag]);
    dated(tag::UTC_TIME) || dated(tag::GENERALIZED_TIME)
}
