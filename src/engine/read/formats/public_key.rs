//! Public keys by themselves: SubjectPublicKeyInfo (RFC 7468 §13), and `RSAPublicKey` alone (RFC 8017 §A.1.1).

use super::super::super::x509::{
    ParseError, PublicKey,
    der::{Element, encode, tag},
};
use super::super::collector::Collector;
use super::super::format::{Block, Format};
use super::super::shape::{Shape, starts_with};
use super::{oid, outermost, subject_public_key_info};
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::PublicKey, labels: &["PUBLIC KEY", "RSA PUBLIC KEY"], sniff, read };

/// An algorithm and a bit string, and nothing more; or two numbers of which the second is the usual exponent, for
/// parameters and signatures are two numbers too.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    match shape.parts() {
        [_, key] if key.is(tag::BIT_STRING) => starts_with(&shape.first(), &[tag::OID]),
        [modulus, exponent] => modulus.is(tag::INTEGER) && exponent.raw == [0x02, 3, 1, 0, 1],
        _ => false,
    }
}

fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let element = outermost(block, "SubjectPublicKeyInfo")?;
    let is_bare = element.children().next_element().is_ok_and(|first| first.is(tag::INTEGER));
    let spki = match is_bare {
        true => subject_public_key_info(oid::RSA, &encode(0x05, &[]), element.raw),
        false => element.raw.to_vec(),
    };
    let key = Element::read(&spki, 0).and_then(|element| PublicKey::decode(&element));
    let key = key.map_err(|fault| fault.within("SubjectPublicKeyInfo"))?;
    collector.public_key(block.place, key.algorithm, spki);
    Ok(element.raw.len())
}
