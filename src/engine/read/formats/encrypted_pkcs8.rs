//! Encrypted private keys (PKCS#8, RFC 5958 §3): `ENCRYPTED PRIVATE KEY`. What kind of key it is shows only after the
//! password.

use super::super::super::x509::{ParseError, der::tag};
use super::super::collector::Collector;
use super::super::format::{Block, Format};
use super::super::material::KeyKind;
use super::super::shape::{Shape, starts_with};
use super::{add_key, oid, outermost};
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::PrivateKey, labels: &["ENCRYPTED PRIVATE KEY"], sniff, read };

/// An encryption scheme of PKCS#5 or PKCS#12 and an octet string.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    let first = shape.first();
    let scheme = first.first().filter(|_| starts_with(&first, &[tag::OID]));
    shape.starts_with(&[tag::SEQUENCE, tag::OCTET_STRING])
        && scheme.is_some_and(|it| it.content.starts_with(oid::PKCS5) || it.content.starts_with(oid::PKCS12_PBE))
}

fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let element = outermost(block, "EncryptedPrivateKeyInfo")?;
    Ok(add_key(collector, block, KeyKind::EncryptedPkcs8, None, &element))
}
