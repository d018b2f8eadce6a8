//! The private key in the forms that programs ask for: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017 §A.1.2), SEC 1 (RFC 5915).

use super::asn1::{self, Der};
use super::{
    Made, Random,
    armour::{armoured, key_file},
    lock,
    order::Asked,
};
use crate::engine::{
    read::KeyKind,
    x509::{
        Certificate, KeyAlgorithm, PublicKey,
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
    public: Option<Public<'a>>,
}

/// The public half of a key.
#[derive(Clone, Copy)]
pub(super) struct Public<'a> {
    algorithm: &'a KeyAlgorithm,
    /// Its `SubjectPublicKeyInfo`.
    spki: &'a [u8],
    /// The key bits in there.
    bits: &'a [u8],
}

impl<'a> Public<'a> {
    /// That of a certificate.
    pub(super) fn of(leaf: &'a Certificate) -> Self {
        let PublicKey { algorithm, spki, key } = &leaf.public_key;
        Self { algorithm, spki: leaf.bytes(spki), bits: leaf.bytes(key) }
    }

    /// That which a private key was found to have.
    pub(super) fn read(algorithm: &'a KeyAlgorithm, spki: &'a [u8]) -> Option<Self> {
        let mut parts = Element::read(spki, 0).ok()?.children();
        parts.expect(tag::SEQUENCE).ok()?;
        let (_, _, bits) = parts.next_element().ok()?.bits().ok()?;
        Some(Self { algorithm, spki, bits })
    }

    fn is_ec(self) -> bool {
        matches!(self.algorithm, KeyAlgorithm::Ec(_))
    }

    /// Whether it is an RSA key for any use, and not one for PSS alone (RFC 4055 §1.2).
    fn is_plain_rsa(self) -> bool {
        let named = || self.identifier()?.children().expect(tag::OID).ok()?.oid().ok();
        matches!(self.algorithm, KeyAlgorithm::Rsa { .. })
            && named().is_some_and(|oid| oid == RSA_ENCRYPTION.to_string())
    }

    /// Its `AlgorithmIdentifier`.
    fn identifier(self) -> Option<Element<'a>> {
        Element::read(self.spki, 0).ok()?.children().expect(tag::SEQUENCE).ok()
    }
}

impl<'a> Key<'a> {
    /// Takes an open key apart. The certificate that it matches says what the key itself may leave out: the curve and
    /// the public point. Where nobody knows its public half, PKCS#8 alone is whole.
    pub(super) fn read(kind: KeyKind, der: &[u8], public: Option<Public<'a>>) -> Option<Self> {
        let wiped = |bytes: &[u8]| Zeroizing::new(bytes.to_vec());
        let mut parts = Element::read(der, 0).ok()?.expect(tag::SEQUENCE).ok()?.children();
        let (algorithm, secret) = match kind {
            KeyKind::Pkcs8 => {
                parts.expect(tag::INTEGER).ok()?;
                let algorithm = parts.expect(tag::SEQUENCE).ok()?;
                (wiped(algorithm.raw), wiped(parts.expect(tag::OCTET_STRING).ok()?.content))
            }
            KeyKind::Pkcs1 => match public.filter(|public| !public.is_plain_rsa()) {
                Some(public) => (wiped(public.identifier()?.raw), wiped(der)),
                None => (asn1::algorithm(RSA_ENCRYPTION, asn1::NULL), wiped(der)),
            },
            KeyKind::Sec1 => (wiped(public?.identifier()?.raw), wiped(der)),
            // OpenSSL's own form: version, p, q, g, y, x. PKCS#8 has x alone, the rest stands with the algorithm.
            KeyKind::Dsa => {
                let private = parts.collect().ok()?.into_iter().nth(5)?.expect(tag::INTEGER).ok()?;
                (wiped(public?.identifier()?.raw), wiped(private.raw))
            }
            KeyKind::EncryptedPkcs8 | KeyKind::EncryptedLegacy => return None,
        };
        let secret = match public.filter(|public| public.is_ec()) {
            Some(public) => ec_private_key(&secret, public, false)?,
            None => secret,
        };
        Some(Self { algorithm, secret, public })
    }

    /// `PrivateKeyInfo`, version 1: many readers refuse the second version, which repeats the public key.
    pub(super) fn pkcs8(&self) -> Der {
        asn1::sequence(&[&asn1::integer(0), &self.algorithm, &asn1::octets(&self.secret)])
    }

    /// `RSAPrivateKey`; none for other keys, and for those that sign with PSS alone: the form can not say so.
    pub(super) fn pkcs1(&self) -> Option<&[u8]> {
        self.public.is_some_and(Public::is_plain_rsa).then_some(&self.secret)
    }

    /// `ECPrivateKey` with its curve and its public point; none for other keys.
    pub(super) fn sec1(&self) -> Option<Der> {
        ec_private_key(&self.secret, self.public.filter(|public| public.is_ec())?, true)
    }

    /// The form that a program from before PKCS#8 reads, as PEM; none where the key has no such form.
    pub(super) fn traditional_pem(&self) -> Option<Zeroizing<String>> {
        Some(match self.pkcs1() {
            Some(key) => armoured("RSA PRIVATE KEY", key),
            None => armoured("EC PRIVATE KEY", &self.sec1()?),
        })
    }
}

/// An `ECPrivateKey` (RFC 5915 §3) written anew with its public point, which some writers leave out and old readers
/// want. The curve stands inside only where no `AlgorithmIdentifier` stands around it.
fn ec_private_key(given: &[u8], public: Public<'_>, with_curve: bool) -> Option<Der> {
    let mut parts = Element::read(given, 0).ok()?.expect(tag::SEQUENCE).ok()?.children();
    parts.expect(tag::INTEGER).ok()?;
    let secret = parts.expect(tag::OCTET_STRING).ok()?;
    let mut algorithm = public.identifier()?.children();
    algorithm.expect(tag::OID).ok()?;
    let curve = asn1::context(0, &[algorithm.next_element().ok()?.raw]);
    let point = asn1::context(1, &[&asn1::bits(public.bits)]);
    let curve = if with_curve { curve.as_slice() } else { &[] };
    Some(asn1::sequence(&[&asn1::integer(1), secret.raw, curve, &point]))
}

pub(super) fn pkcs8_text(order: &Asked<'_>, key: &Key<'_>, random: Random<'_>) -> Made<Vec<File>> {
    let (label, written) = pkcs8(order, key, random)?;
    Ok(vec![key_file(order.format().file_name(), armoured(label, &written))])
}

pub(super) fn pkcs8_binary(order: &Asked<'_>, key: &Key<'_>, random: Random<'_>) -> Made<Vec<File>> {
    let (_, written) = pkcs8(order, key, random)?;
    Ok(vec![order.file(written.to_vec())])
}

/// PKCS#8, locked where there is a password, and the label of its block.
fn pkcs8(order: &Asked<'_>, key: &Key<'_>, random: Random<'_>) -> Made<(&'static str, Der)> {
    let key = key.pkcs8();
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

pub(super) fn pkcs1(order: &Asked<'_>, key: &Key<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let rsa = key.pkcs1().ok_or_else(|| order.refuse_kind("RSA"))?;
    Ok(vec![key_file(order.format().file_name(), armoured("RSA PRIVATE KEY", rsa))])
}

pub(super) fn sec1(order: &Asked<'_>, key: &Key<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let ec = key.sec1().ok_or_else(|| order.refuse_kind("EC"))?;
    Ok(vec![key_file(order.format().file_name(), armoured("EC PRIVATE KEY", &ec))])
}
