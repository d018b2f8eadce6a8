//! PKCS#8 keys of rare kinds: the public key that belongs to each, as far as that can be said.

use super::super::super::crypto;
use super::super::super::x509::{
    KeyAlgorithm,
    der::{Element, Fault, encode, tag},
    named_key,
};
use super::super::formats::{oid, subject_public_key_info};

/// A `PrivateKeyInfo` (RFC 5958 §2) taken apart.
pub(in super::super) struct Parts<'a> {
    /// The algorithm's identifier.
    pub(in super::super) oid: &'a Element<'a>,
    /// Its parameters.
    pub(in super::super) parameters: Option<&'a Element<'a>>,
    /// The private key, still packed.
    pub(in super::super) key: &'a Element<'a>,
    /// The public key, where it was written beside.
    pub(in super::super) public: Option<&'a [u8]>,
}

/// The public key of a private one as SubjectPublicKeyInfo; none where we lack the mathematics.
pub(in super::super) fn public_key(algorithm: &KeyAlgorithm, parts: &Parts<'_>) -> Result<Option<Vec<u8>>, Fault> {
    let key = parts.key;
    let spki = |bits: &[u8]| subject_public_key_info(parts.oid.content, &[], bits);
    let inside = || Element::read(key.content, key.content_place().start);
    let known = match algorithm {
        KeyAlgorithm::Ed448 => {
            let seed = inside()?.expect(tag::OCTET_STRING)?;
            let public = crypto::ed448_public_key(seed.content).ok_or_else(|| seed.fault("no seed of 57 bytes"))?;
            Some(spki(&public))
        }
        KeyAlgorithm::Dsa { .. } => dsa(parts.parameters, &inside()?)?,
        KeyAlgorithm::MlDsa(set) => {
            let public = crypto::MlDsaPrivateKey::read(*set, &inside()?)?.public_key();
            Some(spki(&public.ok_or_else(|| key.fault("no numbers of such a key"))?))
        }
        KeyAlgorithm::Other(name) => match named_key(name) {
            Some((kind, length)) if kind.starts_with("SLH-") => Some(spki(slh_dsa(key, length)?)),
            _ => None,
        },
        _ => None,
    };
    Ok(known.or_else(|| parts.public.map(spki)))
}

/// `Dss-Parms` are p, q and g (RFC 3279 §2.3.2); the private key is one number.
fn dsa(parameters: Option<&Element<'_>>, secret: &Element<'_>) -> Result<Option<Vec<u8>>, Fault> {
    let secret = secret.expect(tag::INTEGER)?;
    let Some(parameters) = parameters else { return Ok(None) };
    let numbers = parameters.expect(tag::SEQUENCE)?.children().collect()?;
    let [prime, _, generator] = numbers.as_slice() else {
        return Err(parameters.fault("not the three numbers that a DSA key needs"));
    };
    let public = crypto::dsa_public_number(prime.content, generator.content, secret.content);
    Ok(public.map(|number| {
        // A number that begins with a set bit would be negative without a zero in front.
        let sign: &[u8] = if number.first().is_some_and(|first| *first >= 0x80) { &[0] } else { &[] };
        subject_public_key_info(oid::DSA, parameters.raw, &encode(0x02, &[sign, &number]))
    }))
}

/// Four parts of equal length, the last two of which are the public key (RFC 9909 §6, FIPS 205 §9.1).
fn slh_dsa<'a>(key: &Element<'a>, public_length: u32) -> Result<&'a [u8], Fault> {
    let half = usize::try_from(public_length).unwrap_or(usize::MAX);
    match key.content.split_at_checked(half) {
        Some((_, public)) if public.len() == half => Ok(public),
        _ => Err(key.fault("not as long as a key of this kind")),
    }
}
