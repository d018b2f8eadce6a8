//! RSA keys by themselves (RFC 8017 §A.1.2): `RSA PRIVATE KEY`.

use super::super::super::x509::{
    KeyAlgorithm, ParseError,
    der::{Element, Fault, bit_length, encode, strip_zeros, tag},
};
use super::super::collector::Collector;
use super::super::format::{Block, Format};
use super::super::private_key::KeyKind;
use super::super::shape::Shape;
use super::{Facts, add_key, oid, outermost, subject_public_key_info};
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::PrivateKey, labels: &["RSA PRIVATE KEY"], sniff, read };

/// Version and eight numbers.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    shape.parts().len() >= 9 && shape.starts_with(&[tag::INTEGER; 9])
}

fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let element = outermost(block, "RSAPrivateKey")?;
    let facts = facts(&element).map_err(|fault| fault.within("RSAPrivateKey"))?;
    Ok(add_key(collector, block, KeyKind::Pkcs1, Some(facts), &element))
}

/// Modulus and exponent are the second and third number.
pub(super) fn facts(key: &Element<'_>) -> Result<Facts, Fault> {
    let numbers = key.expect(tag::SEQUENCE)?.children().collect()?;
    let [_, modulus, exponent, ..] = numbers.as_slice() else {
        return Err(key.fault("fewer numbers than an RSA key has"));
    };
    let (modulus, exponent) = (modulus.expect(tag::INTEGER)?, exponent.expect(tag::INTEGER)?);
    let public_key = encode(0x30, &[modulus.raw, exponent.raw]);
    Ok(Facts {
        algorithm: KeyAlgorithm::Rsa {
            bits: bit_length(modulus.content),
            exponent: strip_zeros(exponent.content).to_vec(),
        },
        public_key: Some(subject_public_key_info(oid::RSA, &encode(0x05, &[]), &public_key)),
    })
}
