//! Subject public key info: what kind of key, how large, where its bits are.

use super::der::{Element, Fault, bit_length, dotted, strip_zeros, tag};
use super::{Bytes, Curve, KeyAlgorithm, PublicKey};

/// Curves by object identifier (RFC 5480 §2.1.1.1, SEC 2, GM/T 0006).
static CURVES: &[(&str, Curve)] = &[
    ("1.2.840.10045.3.1.7", Curve::P256),
    ("1.3.132.0.34", Curve::P384),
    ("1.3.132.0.35", Curve::P521),
    ("1.3.132.0.10", Curve::Secp256k1),
    ("1.2.156.10197.1.301", Curve::Sm2),
];

impl PublicKey {
    /// Reads a `SubjectPublicKeyInfo`.
    pub(crate) fn decode(element: &Element<'_>) -> Result<Self, Fault> {
        let element = element.expect(tag::SEQUENCE)?;
        let Info { oid, parameters, key, bits } =
            info(&element).map_err(|_| element.fault("no valid subject public key info"))?;
        let oid = dotted(oid.content).unwrap_or_default();
        let algorithm = match oid.as_str() {
            // rsaEncryption and id-RSASSA-PSS (RFC 4055 §1.2): the key inside is the same.
            "1.2.840.113549.1.1.1" | "1.2.840.113549.1.1.10" => rsa(bits),
            "1.2.840.10045.2.1" => KeyAlgorithm::Ec(match parameters {
                Some(curve) if curve.tag == tag::OID => named_curve(curve.content),
                _ => Curve::Other(String::new()),
            }),
            "1.3.101.112" => KeyAlgorithm::Ed25519,
            "1.3.101.113" => KeyAlgorithm::Ed448,
            "1.2.840.10040.4.1" => {
                // Dss-Parms starts with p (RFC 3279 §2.3.2); inherited parameters are absent.
                let prime = parameters.and_then(|parameters| Element::read(parameters.content, 0).ok());
                KeyAlgorithm::Dsa { bits: prime.map_or(0, |prime| bit_length(prime.content)) }
            }
            _ => KeyAlgorithm::by_oid(oid),
        };
        Ok(Self { algorithm, spki: element.place(), key })
    }
}

/// The parts of a `SubjectPublicKeyInfo`.
struct Info<'a> {
    oid: Element<'a>,
    parameters: Option<Element<'a>>,
    /// Where the bits of the key stand.
    key: Bytes,
    bits: &'a [u8],
}

/// `SEQUENCE { AlgorithmIdentifier, BIT STRING }`. What stands behind them is left alone.
fn info<'a>(element: &Element<'a>) -> Result<Info<'a>, Fault> {
    let mut parts = element.children();
    let mut algorithm = parts.expect(tag::SEQUENCE)?.children();
    let oid = algorithm.next_element()?;
    let parameters = if algorithm.is_empty() { None } else { Some(algorithm.next_element()?) };
    let string = parts.next_element()?;
    let (unused, key, bits) = string.bits()?;
    // Bits that are not used are zero (X.690 §11.2.1).
    if bits.last().is_some_and(|last| last.trailing_zeros() < u32::from(unused)) {
        return Err(string.fault("unused bits that are not zero"));
    }
    Ok(Info { oid, parameters, key, bits })
}

/// The curve of an object identifier's content octets.
pub(crate) fn named_curve(content: &[u8]) -> Curve {
    curve_named(dotted(content).unwrap_or_default())
}

/// The curve of a dotted object identifier.
pub(super) fn curve_named(oid: String) -> Curve {
    CURVES.iter().find(|(known, _)| *known == oid).map_or(Curve::Other(oid), |(_, curve)| curve.clone())
}

/// An RSA key that does not parse has no size: rules about keys see 0 bits.
fn rsa(key: &[u8]) -> KeyAlgorithm {
    let (modulus, exponent) = rsa_numbers(key).unwrap_or_default();
    KeyAlgorithm::Rsa { bits: bit_length(modulus), exponent: exponent.to_vec() }
}

/// Modulus and exponent of an `RSAPublicKey` (RFC 8017 §A.1.1), without leading zeros.
pub(crate) fn rsa_numbers(key: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut numbers = Element::read(key, 0).ok()?.expect(tag::SEQUENCE).ok()?.children();
    let mut number = || Some(strip_zeros(numbers.expect(tag::INTEGER).ok()?.content));
    Some((number()?, number()?))
}
