//! PKCS#12 files (RFC 7292): how they are recognised.

use super::super::super::x509::der::tag;
use super::super::format::Format;
use super::super::shape::Shape;
use super::oid;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::Pkcs12, labels: &["PKCS12"], sniff, read: full!(super::super::full::pkcs12::read) };

/// Version 3 and a content type of PKCS#7; lengths may be left open (BER).
fn sniff(bytes: &[u8], shape: &Shape<'_>) -> bool {
    let content_type = shape.first_of(1);
    let closed = shape.starts_with(&[tag::INTEGER, tag::SEQUENCE])
        && content_type.is_some_and(|it| it.is(tag::OID) && it.content.starts_with(oid::PKCS7));
    // Behind a header of two to six bytes.
    let open = || (2..=6).any(|at| bytes.get(at..).is_some_and(|rest| rest.starts_with(b"\x02\x01\x03\x30\x80")));
    closed || bytes.starts_with(b"\x30\x80\x02\x01\x03\x30") || (bytes.starts_with(b"\x30") && open())
}
