//! Encrypted private keys (PKCS#8, RFC 5958 §3): `ENCRYPTED PRIVATE KEY`. What kind of key it is shows only after the
//! password.

use super::super::super::x509::der::tag;
use super::super::format::Format;
use super::super::shape::{Shape, starts_with};
use super::oid;
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format = Format {
    kind: InputKind::PrivateKey,
    labels: &["ENCRYPTED PRIVATE KEY"],
    sniff,
    read: full!(super::super::full::locked_key::read),
};

/// An encryption scheme of PKCS#5 or PKCS#12 and an octet string.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    let first = shape.first();
    let scheme = first.first().filter(|_| starts_with(&first, &[tag::OID]));
    shape.starts_with(&[tag::SEQUENCE, tag::OCTET_STRING])
        && scheme.is_some_and(|it| it.content.starts_with(oid::PKCS5) || it.content.starts_with(oid::PKCS12_PBE))
}
