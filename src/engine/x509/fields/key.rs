//! The subject public key and what it is made of.

use super::super::der::{Element, place_of, tag};
use super::super::{Certificate, KeyAlgorithm};
use super::{bytes, leaf};
use crate::report::field::{Field, FieldValue};

const PATH: &str = "tbs.subjectPublicKeyInfo";

/// `subjectPublicKeyInfo` (RFC 5280 §4.1.2.7).
pub(super) fn field(certificate: &Certificate) -> Field {
    let key = &certificate.public_key;
    let facts = key.algorithm.facts();
    let content = certificate.bytes(&key.key);
    let mut field = leaf("subjectPublicKeyInfo", PATH, &key.spki, FieldValue::None);
    let info = Element::read(certificate.bytes(&key.spki), key.spki.start).ok();
    let identifier = info.and_then(|info| info.children().next_element().ok());
    let place = identifier.as_ref().map_or(key.spki.clone(), |identifier| identifier.place());
    let mut algorithm = part("algorithm", &place, FieldValue::Text(facts.algorithm));
    algorithm.oid = identifier.and_then(|identifier| identifier.children().next_element().ok()?.oid().ok());
    field.children.push(algorithm);
    if let Some(curve) = facts.curve {
        field.children.push(part("namedCurve", &place, FieldValue::Text(curve)));
    }
    if let Some(bits) = facts.bits {
        field.children.push(part("keySize", &key.key, FieldValue::Number(bits.into())));
    }
    match rsa_numbers(certificate) {
        Some(numbers) => field.children.extend(numbers),
        None => field.children.push(part("subjectPublicKey", &key.key, bytes(content))),
    }
    field.children.push(part("SHA-256", &key.spki, bytes(&certificate.spki_sha256)));
    field
}

/// Modulus and exponent, where the key is RSA and parses.
fn rsa_numbers(certificate: &Certificate) -> Option<[Field; 2]> {
    let KeyAlgorithm::Rsa { exponent, .. } = &certificate.public_key.algorithm else { return None };
    let place = &certificate.public_key.key;
    let content = certificate.bytes(place);
    let mut numbers = Element::read(content, place.start).ok()?.expect(tag::SEQUENCE).ok()?.children();
    let modulus = numbers.expect(tag::INTEGER).ok()?;
    let exponent_place = numbers.expect(tag::INTEGER).ok()?.content_place();
    let digits = super::super::der::strip_zeros(modulus.content);
    let modulus_place = place_of(digits, content, place.start);
    Some([
        part("modulus", &modulus_place, bytes(digits)),
        part("publicExponent", &exponent_place, small_number(exponent).unwrap_or_else(|| bytes(exponent))),
    ])
}

/// A number, where it fits.
fn small_number(digits: &[u8]) -> Option<FieldValue> {
    if digits.len() > 8 {
        return None;
    }
    let number = digits.iter().fold(0_u64, |sum, digit| sum.wrapping_shl(8) | u64::from(*digit));
    i64::try_from(number).ok().map(FieldValue::Number)
}

fn part(label: &str, place: &super::Bytes, value: FieldValue) -> Field {
    leaf(label, &format!("{PATH}.{label}"), place, value)
}
