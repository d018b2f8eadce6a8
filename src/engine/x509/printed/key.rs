//! Public keys, as OpenSSL prints them.

use super::super::der::{Element, tag};
use super::super::{Certificate, Curve, KeyAlgorithm};
use super::{KEY_LINE, hex_lines, integers, line, names, number_lines};

/// Curves by OpenSSL's names, and by NIST's where they have one.
static CURVES: &[(&str, &str, &str)] = &[
    ("P-256", "prime256v1", "P-256"),
    ("P-384", "secp384r1", "P-384"),
    ("P-521", "secp521r1", "P-521"),
    ("P-192", "prime192v1", "P-192"),
    ("P-224", "secp224r1", "P-224"),
    ("SM2", "SM2", ""),
    ("secp256k1", "secp256k1", ""),
];

pub(super) fn print(out: &mut String, certificate: &Certificate) {
    let spki = certificate.bytes(&certificate.public_key.spki);
    let bits = certificate.bytes(&certificate.public_key.key);
    let algorithm = Element::read(spki, 0).ok().and_then(|spki| spki.children().next_element().ok());
    let mut parts = algorithm.map(|algorithm| algorithm.children());
    let oid = parts.as_mut().and_then(|parts| parts.next_element().ok()?.oid().ok()).unwrap_or_default();
    let parameters = parts.and_then(|mut parts| parts.next_element().ok());
    line(out, 12, &format!("Public Key Algorithm: {}", names::long(&oid)));
    let printed = match &certificate.public_key.algorithm {
        KeyAlgorithm::Rsa { bits: size, exponent } => rsa(out, bits, *size, exponent, &oid),
        KeyAlgorithm::Ec(curve) => ec(out, bits, curve),
        KeyAlgorithm::Ed25519 => raw(out, bits, "ED25519"),
        KeyAlgorithm::Ed448 => raw(out, bits, "ED448"),
        KeyAlgorithm::Dsa { bits: size } => dsa(out, bits, *size, parameters.as_ref()),
        KeyAlgorithm::Other(oid) if oid == "1.3.101.110" => raw(out, bits, "X25519"),
        KeyAlgorithm::Other(oid) if oid == "1.3.101.111" => raw(out, bits, "X448"),
        KeyAlgorithm::MlDsa(_) | KeyAlgorithm::Other(_) => None,
    };
    if printed.is_none() {
        line(out, 12, "Unable to load Public Key");
    }
}

fn rsa(out: &mut String, key: &[u8], bits: u32, exponent: &[u8], oid: &str) -> Option<()> {
    let numbers = integers(key)?;
    let (modulus, _) = (numbers.first()?, numbers.get(1)?);
    let is_pss = oid == super::super::signature::RSASSA_PSS;
    line(out, 16, &format!("{}Public-Key: ({bits} bit)", if is_pss { "RSA-PSS " } else { "" }));
    line(out, 16, "Modulus:");
    number_lines(out, modulus, 20);
    let number = exponent.iter().fold(0_u64, |sum, digit| sum.wrapping_shl(8) | u64::from(*digit));
    if exponent.len() <= 8 {
        line(out, 16, &format!("Exponent: {number} (0x{number:x})"));
    } else {
        line(out, 16, "Exponent:");
        number_lines(out, exponent, 20);
    }
    if is_pss {
        line(out, 16, "No PSS parameter restrictions");
    }
    Some(())
}

fn ec(out: &mut String, point: &[u8], curve: &Curve) -> Option<()> {
    let name = curve.name();
    let row = CURVES.iter().find(|(known, ..)| *known == name);
    let (_, openssl, nist) = row.copied().unwrap_or(("", name, ""));
    line(out, 16, &format!("Public-Key: ({} bit)", curve.bits()?));
    line(out, 16, "pub:");
    hex_lines(out, point, 20, KEY_LINE);
    line(out, 16, &format!("ASN1 OID: {openssl}"));
    if !nist.is_empty() {
        line(out, 16, &format!("NIST CURVE: {nist}"));
    }
    Some(())
}

fn raw(out: &mut String, key: &[u8], name: &str) -> Option<()> {
    line(out, 16, &format!("{name} Public-Key:"));
    line(out, 16, "pub:");
    hex_lines(out, key, 20, KEY_LINE);
    Some(())
}

fn dsa(out: &mut String, key: &[u8], bits: u32, parameters: Option<&Element<'_>>) -> Option<()> {
    let public = Element::read(key, 0).ok()?.expect(tag::INTEGER).ok()?;
    let parameters = integers(parameters?.raw)?;
    line(out, 16, &format!("Public-Key: ({bits} bit)"));
    for (label, digits) in
        [("pub: ", public.content)].into_iter().chain(["P:   ", "Q:   ", "G:   "].into_iter().zip(parameters))
    {
        line(out, 16, label);
        number_lines(out, digits, 20);
    }
    Some(())
}
