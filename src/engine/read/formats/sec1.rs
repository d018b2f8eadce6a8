//! Elliptic-curve keys by themselves (RFC 5915): `EC PRIVATE KEY`.

use super::super::super::crypto;
use super::super::super::x509::{
    KeyAlgorithm, ParseError, curve_of,
    der::{Element, Fault, tag},
};
use super::super::collector::Collector;
use super::super::format::{Block, Format};
use super::super::private_key::KeyKind;
use super::super::shape::Shape;
use super::{Facts, add_key, oid, outermost, subject_public_key_info};
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format =
    Format { kind: InputKind::PrivateKey, labels: &["EC PRIVATE KEY", "SM2 PRIVATE KEY"], sniff, read };

/// Version 1 and an octet string.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    let parts = shape.parts();
    parts.len() >= 2
        && shape.starts_with(&[tag::INTEGER, tag::OCTET_STRING])
        && !parts.iter().any(|it| it.is(tag::SEQUENCE))
}

fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let element = outermost(block, "ECPrivateKey")?;
    let facts = facts(&element, None).map_err(|fault| fault.within("ECPrivateKey"))?;
    Ok(add_key(collector, block, KeyKind::Sec1, Some(facts), &element))
}

/// The curve stands in the key or, in PKCS#8, around it; the public point is calculated where we can, since it may be
/// left out.
pub(super) fn facts(key: &Element<'_>, outer: Option<&Element<'_>>) -> Result<Facts, Fault> {
    let mut parts = key.expect(tag::SEQUENCE)?.children();
    parts.expect(tag::INTEGER)?;
    let secret = parts.expect(tag::OCTET_STRING)?;
    let inner = parts.optional_context(0)?.map(|tagged| tagged.children().next_element()).transpose()?;
    let point = parts.optional_context(1)?.map(|tagged| tagged.children().next_element()).transpose()?;
    let Some(parameters) = inner.as_ref().or(outer) else { return Err(key.fault("no curve is named")) };
    let curve = curve_of(parameters);
    let given = || Some(point.as_ref()?.bits().ok()?.2.to_vec());
    let point = crypto::public_point(&curve, secret.content).or_else(given);
    let public_key = point.map(|point| subject_public_key_info(oid::EC, parameters.raw, &point));
    Ok(Facts { algorithm: KeyAlgorithm::Ec(curve), public_key })
}
