//! Whether a private key is whole inside: damage in it shows nowhere else, since it still pairs with its certificate.

use crate::engine::crypto::{self, RsaPrivateNumbers};
use crate::engine::read::{KeyKind, PrivateKey};
use crate::engine::x509::{
    Curve, MlDsaSet, curve_of,
    der::{Element, Fault, tag},
};

/// Whether the parts of an open private key contradict each other.
pub fn is_broken(key: &PrivateKey) -> bool {
    let Some((kind, der)) = key.plain() else { return false };
    Element::read(der, 0).and_then(|element| contradicts(kind, &element)).unwrap_or(false)
}

fn contradicts(kind: KeyKind, key: &Element<'_>) -> Result<bool, Fault> {
    match kind {
        KeyKind::Pkcs1 => rsa(key),
        KeyKind::Sec1 => ec(key, None),
        KeyKind::Pkcs8 => pkcs8(key),
        KeyKind::Dsa | KeyKind::EncryptedPkcs8 | KeyKind::EncryptedLegacy => Ok(false),
    }
}

fn pkcs8(key: &Element<'_>) -> Result<bool, Fault> {
    let mut parts = key.children();
    parts.expect(tag::INTEGER)?;
    let mut identifier = parts.expect(tag::SEQUENCE)?.children();
    let name = identifier.next_element()?.oid()?;
    let secret = Element::read(parts.expect(tag::OCTET_STRING)?.content, 0)?;
    // The second version may repeat the public key (RFC 5958 §2).
    parts.optional_context(0)?;
    let repeated = parts.optional_context(1)?.and_then(|bits| Some(bits.content.split_first()?.1));
    let differs = |public: Option<Vec<u8>>| repeated.zip(public).is_some_and(|(repeated, public)| repeated != public);
    match name.as_str() {
        "1.2.840.113549.1.1.1" | "1.2.840.113549.1.1.10" => rsa(&secret),
        "1.2.840.10045.2.1" => ec(&secret, identifier.next_element().ok()),
        "1.3.101.112" => Ok(differs(crypto::ed25519_public_key(secret.content).map(|key| key.to_vec()))),
        "1.3.101.113" => Ok(differs(crypto::ed448_public_key(secret.content))),
        name => match MlDsaSet::of(name) {
            Some(set) => {
                let key = crypto::MlDsaPrivateKey::read(set, &secret)?;
                Ok(!key.agrees() || differs(key.public_key()))
            }
            None => Ok(false),
        },
    }
}

/// RFC 8017 §A.1.2. Some programs leave the primes out, and write zeros.
fn rsa(key: &Element<'_>) -> Result<bool, Fault> {
    let numbers = key.expect(tag::SEQUENCE)?.children().collect()?;
    let is_zero = |number: &Element<'_>| number.content.iter().all(|octet| *octet == 0);
    // Keys of more than two primes have another version; nobody makes them.
    if numbers.first().is_some_and(|version| !is_zero(version)) {
        return Ok(false);
    }
    let [_, n, e, d, p, q, dp, dq, inverse] = numbers.as_slice() else { return Ok(true) };
    if is_zero(p) || is_zero(q) {
        return Ok(false);
    }
    if !numbers.iter().all(|number| number.is(tag::INTEGER)) {
        return Ok(true);
    }
    let numbers = RsaPrivateNumbers {
        modulus: n.content,
        public_exponent: e.content,
        private_exponent: d.content,
        primes: [p.content, q.content],
        exponents: [dp.content, dq.content],
        coefficient: inverse.content,
    };
    Ok(numbers.agree() == Some(false))
}

/// RFC 5915 §3: the number is below the order of the curve, and the point, if there is one, is made from it.
fn ec(key: &Element<'_>, outer: Option<Element<'_>>) -> Result<bool, Fault> {
    let mut parts = key.expect(tag::SEQUENCE)?.children();
    parts.expect(tag::INTEGER)?;
    let secret = parts.expect(tag::OCTET_STRING)?;
    let inner = parts.optional_context(0)?.map(|tagged| tagged.children().next_element()).transpose()?;
    let point = parts.optional_context(1)?.map(|tagged| tagged.children().next_element()).transpose()?;
    let curve = inner.or(outer).map_or(Curve::Other(String::new()), |parameters| curve_of(&parameters));
    if !crypto::calculates_on(&curve) {
        return Ok(false);
    }
    let Some(right) = crypto::public_point(&curve, secret.content) else { return Ok(true) };
    let Some(point) = point else { return Ok(false) };
    let (_, _, given) = point.bits()?;
    Ok(given != right && !super::is_same_point(&right, given))
}
