//! The private key in the forms that programs ask for: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017 §A.1.2), SEC 1 (RFC 5915).

use super::asn1::{self, Der};
use super::{
    Made, Order, Random,
    armour::{armoured, key_file},
    lock,
};
use crate::engine::{
    read::KeyKind,
    x509::{
        Certificate, KeyAlgorithm,
        der::{Element, tag},
    },
};
use crate::report::{FileFormat, message::ExportMessage, wire::File};
use pkcs5::ObjectIdentifier;
use zeroize::Zeroizing;

/// `rsaEncryption` (RFC 8017 §A.1).
const RSA_ENCRYPTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// A private key in its two parts, as PKCS#8 has them, and the public key that it belongs to.
pub(super) struct Key<'a> {
    /// `AlgorithmIdentifier`, whole.
    algorithm: Der,
    /// What the algorithm's standard calls a private key: the content of PKCS#8's octet string.
    secret: Der,
    leaf: &'a Certificate,
}

impl<'a> Key<'a> {
    /// Takes an open key apart. The certificate that it matches says what the key itself may leave out: the curve and
    /// the public point.
    pub(super) fn read(kind: KeyKind, der: &[u8], leaf: &'a Certificate) -> Option<Self> {
        let wiped = |bytes: &[u8]| Zeroizing::new(bytes.to_vec());
        let mut parts = Element::read(der, 0).ok()?.expect(tag::SEQUENCE).ok()?.children();
        let (algorithm, secret) = match kind {
            KeyKind::Pkcs8 => {
                parts.expect(tag::INTEGER).ok()?;
                let algorithm = parts.expect(tag::SEQUENCE).ok()?;
                (wiped(algorithm.raw), wiped(parts.expect(tag::OCTET_STRING).ok()?.content))
            }
            KeyKind::Pkcs1 => (asn1::algorithm(RSA_ENCRYPTION, asn1::NULL), wiped(der)),
            KeyKind::Sec1 => (wiped(algorithm_of(leaf)?.raw), wiped(der)),
            // OpenSSL's own form: version, p, q, g, y, x. PKCS#8 has x alone, the rest stands with the algorithm.
            KeyKind::Dsa => {
                let private = parts.collect().ok()?.into_iter().nth(5)?.expect(tag::INTEGER).ok()?;
                (wiped(algorithm_of(leaf)?.raw), wiped(private.raw))
            }
            KeyKind::EncryptedPkcs8 | KeyKind::EncryptedLegacy => return None,
        };
        let secret = if is_ec(leaf) { ec_private_key(&secret, leaf, false)? } else { secret };
        Some(Self { algorithm, secret, leaf })
    }

    /// `PrivateKeyInfo`, version 1: many readers refuse the second version, which repeats the public key.
    pub(super) fn pkcs8(&self) -> Der {
        asn1::sequence(&[&asn1::integer(0), &self.algorithm, &asn1::octets(&self.secret)])
    }

    /// `RSAPrivateKey`; none for other keys, and for those that sign with PSS alone: the form can not say so.
    pub(super) fn pkcs1(&self) -> Option<&[u8]> {
        let plain = asn1::algorithm(RSA_ENCRYPTION, asn1::NULL);
        let is_plain = algorithm_of(self.leaf).is_some_and(|it| it.raw == plain.as_slice());
        let is_rsa = matches!(self.leaf.public_key.algorithm, KeyAlgorithm::Rsa { .. });
        (is_rsa && is_plain).then_some(&self.secret)
    }

    /// `ECPrivateKey` with its curve and its public point; none for other keys.
    pub(super) fn sec1(&self) -> Option<Der> {
        is_ec(self.leaf).then(|| ec_private_key(&self.secret, self.leaf, true)).flatten()
    }

    /// The form that a program from before PKCS#8 reads, as PEM; none where the key has no such form.
    pub(super) fn traditional_pem(&self) -> Option<Zeroizing<String>> {
        Some(match self.pkcs1() {
            Some(key) => armoured("RSA PRIVATE KEY", key),
            None => armoured("EC PRIVATE KEY", &self.sec1()?),
        })
    }
}

fn is_ec(leaf: &Certificate) -> bool {
    matches!(leaf.public_key.algorithm, KeyAlgorithm::Ec(_))
}

/// The `AlgorithmIdentifier` of the public key.
fn algorithm_of(leaf: &Certificate) -> Option<Element<'_>> {
    let info = Element::read(leaf.bytes(&leaf.public_key.spki), 0).ok()?;
    info.children().expect(tag::SEQUENCE).ok()
}

/// An `ECPrivateKey` (RFC 5915 §3) written anew with its public point, which some writers leave out and old readers
/// want. The curve stands inside only where no `AlgorithmIdentifier` stands around it.
fn ec_private_key(given: &[u8], leaf: &Certificate, with_curve: bool) -> Option<Der> {
    let mut parts = Element::read(given, 0).ok()?.expect(tag::SEQUENCE).ok()?.children();
    parts.expect(tag::INTEGER).ok()?;
    let secret = parts.expect(tag::OCTET_STRING).ok()?;
    let mut algorithm = algorithm_of(leaf)?.children();
    algorithm.expect(tag::OID).ok()?;
    let curve = asn1::context(0, &[algorithm.next_element().ok()?.raw]);
    let point = asn1::context(1, &[&asn1::bits(leaf.bytes(&leaf.public_key.key))]);
    let curve = if with_curve { curve.as_slice() } else { &[] };
    Some(asn1::sequence(&[&asn1::integer(1), secret.raw, curve, &point]))
}

pub(super) fn pkcs8_text(order: &Order<'_>, random: Random<'_>) -> Made<Vec<File>> {
    let (label, key) = pkcs8(order, random)?;
    Ok(vec![key_file(order.format().file_name(), armoured(label, &key))])
}

pub(super) fn pkcs8_binary(order: &Order<'_>, random: Random<'_>) -> Made<Vec<File>> {
    let (_, key) = pkcs8(order, random)?;
    Ok(vec![order.file(key.to_vec())])
}

/// PKCS#8, locked where there is a password, and the label of its block.
fn pkcs8(order: &Order<'_>, random: Random<'_>) -> Made<(&'static str, Der)> {
    let key = order.key()?.pkcs8();
    let with = match order.format() {
        FileFormat::Pkcs8Scrypt => {
            order.password()?;
            lock::SCRYPT
        }
        _ => lock::PBKDF2,
    };
    match order.optional_password() {
        None => Ok(("PRIVATE KEY", key)),
        Some(password) => {
            let locked = lock::lock(&key, password, with, random);
            Ok(("ENCRYPTED PRIVATE KEY", locked.ok_or_else(|| order.refuse(ExportMessage::NotWritten))?))
        }
    }
}

pub(super) fn pkcs1(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let key = order.key()?;
    let rsa = key.pkcs1().ok_or_else(|| order.refuse_kind("RSA"))?;
    Ok(vec![key_file(order.format().file_name(), armoured("RSA PRIVATE KEY", rsa))])
}

pub(super) fn sec1(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let ec = order.key()?.sec1().ok_or_else(|| order.refuse_kind("EC"))?;
    Ok(vec![key_file(order.format().file_name(), armoured("EC PRIVATE KEY", &ec))])
}
