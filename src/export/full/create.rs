//! A new private key with the request for its certificate.

use super::asn1::{self, Der};
use super::request::{Subject, request};
use super::{
    Made, Random,
    armour::{armoured, key_file},
    hosts, lock,
    refusal::refused,
};
use crate::engine::names::Wanted;
use crate::export::pem::{block, file};
use crate::report::{
    Cite, Finding, KeyChoice, Message, Progress, Step, is_hidden,
    message::ExportMessage,
    to_a_labels,
    wire::{CreateOptions, File},
};
use ed25519_dalek::Signer;
use pkcs5::ObjectIdentifier;
use rsa::pkcs8::{EncodePrivateKey, EncodePublicKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const SHA256_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");

/// Longest organisation (RFC 5280 appendix A, `ub-organization-name`).
const LONGEST_ORGANIZATION: usize = 64;

/// Makes `privkey.pem`, locked where a password is given, and `request.csr` for a CA. `watch` hears that an RSA key is
/// being looked for, which takes seconds; where it will end nobody knows.
///
/// # Errors
/// A name that is none, an organisation or a country that the field can not hold. Nothing is guessed at.
pub fn create(
    options: &CreateOptions,
    watch: &mut dyn FnMut(Progress),
    random: Random<'_>,
) -> Result<Vec<File>, Vec<Finding>> {
    let subject = subject(options).map_err(|refused| vec![*refused])?;
    files(options, &subject, watch, random).ok_or_else(|| {
        let message = Message::new(ExportMessage::NotWritten).with("file", "privkey.pem");
        vec![*refused(message, &[Cite::rfc(2986, "4")])]
    })
}

fn files(
    options: &CreateOptions,
    subject: &Subject,
    watch: &mut dyn FnMut(Progress),
    random: Random<'_>,
) -> Option<Vec<File>> {
    let Pair { pkcs8, request } = match options.key {
        KeyChoice::P256 => p256(subject, random),
        KeyChoice::P384 => p384(subject, random),
        KeyChoice::Ed25519 => ed25519(subject, random),
        KeyChoice::Rsa2048 => rsa(2048, subject, watch, random),
        KeyChoice::Rsa3072 => rsa(3072, subject, watch, random),
        KeyChoice::Rsa4096 => rsa(4096, subject, watch, random),
    }?;
    let key = match options.password.as_ref().filter(|password| !password.is_empty()) {
        None => armoured("PRIVATE KEY", &pkcs8),
        Some(password) => {
            armoured("ENCRYPTED PRIVATE KEY", &lock::lock(&pkcs8, password.reveal(), lock::PBKDF2, random)?)
        }
    };
    Some(vec![key_file("privkey.pem", key), file("request.csr", block("CERTIFICATE REQUEST", &request))])
}

/// A private key as PKCS#8, and the request that it signed.
struct Pair {
    pkcs8: Der,
    request: Der,
}

macro_rules! curve {
    ($make:ident, $curve:ident, $width:literal, $name:ident, $signature:ident) => {
        fn $make(subject: &Subject, random: Random<'_>) -> Option<Pair> {
            use $curve::ecdsa::{Signature, SigningKey, signature::Signer};
            let mut secret = Zeroizing::new([0; $width]);
            // FIPS 186-5 §A.2.2: numbers of the order's width, until one is in range; nearly always the first.
            let key = loop {
                random.fill_bytes(&mut *secret);
                if let Ok(key) = SigningKey::from_slice(&*secret) {
                    break key;
                }
            };
            let point = key.verifying_key().to_sec1_point(false);
            let algorithm = asn1::algorithm(EC_PUBLIC_KEY, &asn1::oid($name));
            let public = asn1::bits(point.as_bytes());
            let private = asn1::sequence(&[&asn1::integer(1), &asn1::octets(&*secret), &asn1::context(1, &[&public])]);
            let request = request(subject, &asn1::sequence(&[&algorithm, &public]), |info| {
                let signature: Signature = key.sign(info);
                Some((asn1::algorithm($signature, &[]), signature.to_der().as_bytes().to_vec()))
            })?;
            let pkcs8 = asn1::sequence(&[&asn1::integer(0), &algorithm, &asn1::octets(&private)]);
            Some(Pair { pkcs8, request })
        }
    };
}

curve!(p256, p256, 32, P256, ECDSA_WITH_SHA256);
curve!(p384, p384, 48, P384, ECDSA_WITH_SHA384);

/// RFC 8410.
fn ed25519(subject: &Subject, random: Random<'_>) -> Option<Pair> {
    let mut seed = Zeroizing::new([0; 32]);
    random.fill_bytes(&mut *seed);
    let key = ed25519_dalek::SigningKey::from_bytes(&seed);
    let algorithm = asn1::algorithm(ED25519, &[]);
    let public = asn1::sequence(&[&algorithm, &asn1::bits(key.verifying_key().as_bytes())]);
    let request =
        request(subject, &public, |info| Some((asn1::algorithm(ED25519, &[]), key.sign(info).to_bytes().to_vec())))?;
    let private = asn1::octets(&asn1::octets(&*seed));
    Some(Pair { pkcs8: asn1::sequence(&[&asn1::integer(0), &algorithm, &private]), request })
}

fn rsa(bits: usize, subject: &Subject, watch: &mut dyn FnMut(Progress), mut random: Random<'_>) -> Option<Pair> {
    watch(Progress { step: Step::MakingKey, source: String::new(), done: 0, total: 1 });
    let key = rsa::RsaPrivateKey::new(&mut random, bits).ok()?;
    let public = key.to_public_key().to_public_key_der().ok()?;
    let request = request(subject, public.as_bytes(), |info| {
        let signature = key.sign(rsa::Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(info)).ok()?;
        Some((asn1::algorithm(SHA256_WITH_RSA, asn1::NULL), signature))
    })?;
    Some(Pair { pkcs8: Zeroizing::new(key.to_pkcs8_der().ok()?.as_bytes().to_vec()), request })
}

/// What was typed, as it will stand in the request.
fn subject(options: &CreateOptions) -> Made<Subject> {
    let mut names = Vec::new();
    for typed in options.names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        let Some(name) = name(typed) else {
            let message = Message::new(ExportMessage::NameUnfit).with("name", typed);
            return Err(refused(message, &[Cite::rfc(5280, "4.2.1.6")]));
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(refused(Message::new(ExportMessage::NameMissing), &[Cite::rfc(5280, "4.2.1.6")]));
    }
    Ok(Subject { names, organization: organization(options)?, country: country(options)? })
}

/// A host name, international ones in Punycode, or an address however it is written; nothing else is made of what was
/// typed.
fn name(typed: &str) -> Option<Wanted> {
    let bare = typed.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(typed);
    if let Ok(address) = bare.parse() {
        return Some(Wanted::Address(address));
    }
    let (star, host) = typed.strip_prefix("*.").map_or(("", typed), |base| ("*.", base));
    hosts::plain(&format!("{star}{}", to_a_labels(host)?))
}

fn organization(options: &CreateOptions) -> Made<Option<String>> {
    let Some(text) = typed(options.organization.as_deref()) else { return Ok(None) };
    let unfit = |character: char| character.is_control() || is_hidden(character);
    if text.chars().count() > LONGEST_ORGANIZATION || text.chars().any(unfit) {
        let message = Message::new(ExportMessage::OrganizationUnfit).with("count", LONGEST_ORGANIZATION);
        return Err(refused(message, &[Cite::rfc(5280, "A.1")]));
    }
    Ok(Some(text.to_owned()))
}

fn country(options: &CreateOptions) -> Made<Option<String>> {
    let Some(text) = typed(options.country.as_deref()) else { return Ok(None) };
    if text.len() != 2 || !text.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        let message = Message::new(ExportMessage::CountryUnfit).with("country", text);
        return Err(refused(message, &[Cite::rfc(5280, "A.1")]));
    }
    Ok(Some(text.to_ascii_uppercase()))
}

/// What stands in a field, if anything does.
fn typed(field: Option<&str>) -> Option<&str> {
    field.map(str::trim).filter(|text| !text.is_empty())
}
