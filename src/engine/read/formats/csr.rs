//! Certificate signing requests (PKCS#10, RFC 2986): how they are recognised.

use super::super::super::x509::der::tag;
use super::super::format::Format;
use super::super::shape::Shape;
use super::super::shape::starts_with;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format = Format {
    kind: InputKind::Csr,
    labels: &["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"],
    sniff,
    read: full!(super::super::full::csr::read),
};

/// The signed part: version, name, key, attributes. Some devices leave the attributes out.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    let first = shape.first();
    starts_with(&first, &[tag::INTEGER, tag::SEQUENCE, tag::SEQUENCE])
        && first.len() >= 3
        && first.get(3).is_none_or(|it| it.is_context(0))
}
