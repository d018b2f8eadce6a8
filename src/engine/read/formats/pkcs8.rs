//! Private keys of any kind (PKCS#8, RFC 5958): `PRIVATE KEY`.

use super::super::super::crypto;
use super::super::super::x509::{
    KeyAlgorithm, ParseError,
    der::{Element, Fault, bit_length, tag},
};
use super::super::collector::Collector;
use super::super::format::{Block, Format};
#[cfg(feature = "full")]
use super::super::full::rare_keys;
use super::super::private_key::KeyKind;
use super::super::shape::Shape;
use super::{Facts, add_key, outermost, pkcs1, sec1, subject_public_key_info};
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::PrivateKey, labels: &["PRIVATE KEY"], sniff, read };

/// Version, algorithm, octet string. PKCS#12 without a check value has the same parts, and version 3.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    let parts = shape.parts();
    parts.len() >= 2
        && parts.first().is_some_and(|version| version.content != [3])
        && shape.starts_with(&[tag::INTEGER, tag::SEQUENCE, tag::OCTET_STRING])
        && parts.get(1).is_some_and(|algorithm| algorithm.children().next_cut().is_ok_and(|oid| oid.is(tag::OID)))
}

fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let element = outermost(block, "PrivateKeyInfo")?;
    let facts = facts(&element).map_err(|fault| fault.within("PrivateKeyInfo"))?;
    Ok(add_key(collector, block, KeyKind::Pkcs8, Some(facts), &element))
}

fn facts(element: &Element<'_>) -> Result<Facts, Fault> {
    let mut parts = element.children();
    parts.expect(tag::INTEGER)?;
    let mut identifier = parts.expect(tag::SEQUENCE)?.children();
    let oid = identifier.expect(tag::OID)?;
    let parameters = if identifier.is_empty() { None } else { Some(identifier.next_element()?) };
    let key = parts.expect(tag::OCTET_STRING)?;
    let inside = || Element::read(key.content, key.content_place().start);
    let name = oid.oid()?;
    match name.as_str() {
        "1.2.840.113549.1.1.1" | "1.2.840.113549.1.1.10" => pkcs1::facts(&inside()?),
        "1.2.840.10045.2.1" => sec1::facts(&inside()?, parameters.as_ref()),
        "1.3.101.112" => {
            let seed = inside()?.expect(tag::OCTET_STRING)?;
            let public = crypto::ed25519_public_key(seed.content).ok_or_else(|| seed.fault("no seed of 32 bytes"))?;
            let public_key = Some(subject_public_key_info(oid.content, &[], &public));
            Ok(Facts { algorithm: KeyAlgorithm::Ed25519, public_key })
        }
        _ => {
            let algorithm = rare(name, parameters.as_ref());
            #[cfg(feature = "full")]
            let public_key = {
                parts.optional_context(0)?;
                let public = parts.optional_context(1)?.and_then(|bits| Some(bits.content.split_first()?.1));
                let parts = rare_keys::Parts { oid: &oid, parameters: parameters.as_ref(), key: &key, public };
                rare_keys::public_key(&algorithm, &parts)?
            };
            #[cfg(not(feature = "full"))]
            let public_key = None;
            Ok(Facts { algorithm, public_key })
        }
    }
}

/// Kinds whose mathematics only the full engine has, if anybody.
fn rare(name: String, parameters: Option<&Element<'_>>) -> KeyAlgorithm {
    match name.as_str() {
        "1.3.101.113" => KeyAlgorithm::Ed448,
        "1.2.840.10040.4.1" => {
            let prime = parameters.and_then(|parameters| parameters.children().next_element().ok());
            KeyAlgorithm::Dsa { bits: prime.map_or(0, |prime| bit_length(prime.content)) }
        }
        _ => KeyAlgorithm::by_oid(name),
    }
}
