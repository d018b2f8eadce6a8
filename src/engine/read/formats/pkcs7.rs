//! PKCS#7 and CMS bundles (RFC 5652): how they are recognised.

use super::super::super::x509::der::tag;
use super::super::format::Format;
use super::super::shape::Shape;
use super::oid;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format = Format {
    kind: InputKind::Pkcs7,
    labels: &["PKCS7", "CMS", "PKCS #7 SIGNED DATA"],
    sniff,
    read: full!(super::super::full::pkcs7::read),
};

/// A content type of PKCS#7; Microsoft and Java also write it with lengths left open (BER), which DER does not know.
fn sniff(bytes: &[u8], shape: &Shape<'_>) -> bool {
    let content_type = shape.parts().first().filter(|first| first.is(tag::OID));
    let open = bytes.strip_prefix(b"\x30\x80\x06\x09");
    content_type.map(|it| it.content).or(open).is_some_and(|it| it.starts_with(oid::PKCS7))
}
