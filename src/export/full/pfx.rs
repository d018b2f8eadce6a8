//! PFX (PKCS#12, RFC 7292): key and chain in one file.
//!
//! The crate `p12-keystore`, which can read the format, does not write it as it is needed here: every certificate gets
//! its subject for a name, the random source can not be chosen, and DER is built on four more crates. So the structure
//! is written here; ciphers, derivations and the MAC are RustCrypto's.

use super::asn1::{self, Der};
use super::lock::{self, Derivation};
use super::{Made, Order, Random};
use crate::report::{message::ExportMessage, wire::File};
use cbc::cipher::{BlockModeEncrypt, KeyIvInit, block_padding::Pkcs7};
use des::TdesEde3;
use hmac::{Hmac, KeyInit, Mac};
use pkcs5::ObjectIdentifier;
use pkcs12::kdf::{Pkcs12KeyType, derive_key};
use sha1::{Digest, Sha1};
use sha2::Sha256;
use zeroize::Zeroizing;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ENCRYPTED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6");
const SHROUDED_KEY_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.2");
const CERTIFICATE_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.3");
const X509_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.22.1");
const FRIENDLY_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.20");
const LOCAL_KEY_ID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.21");
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
/// `pbeWithSHAAnd3-KeyTripleDES-CBC` (RFC 7292 appendix C).
const SHA_1_AND_3DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.3");

/// Rounds of each of the three derivations: certificates, key and MAC are guessed at with the same password, so the
/// cheapest counts. .NET refuses more than 300,000 for one and 1,000,000 in all (`Pkcs12LoaderLimits.Defaults`).
const MODERN_ROUNDS: u32 = 200_000;
/// What Windows and OpenSSL write with the old algorithms. More would not mend them.
const LEGACY_ROUNDS: u32 = 2_048;

/// The two generations of algorithms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Generation {
    /// AES-256 behind PBKDF2, SHA-256 in the MAC.
    Modern,
    /// 3DES and SHA-1: all that Windows Server 2016 and older can read.
    Legacy,
}

pub(super) fn modern(order: &Order<'_>, random: Random<'_>) -> Made<Vec<File>> {
    write(order, Generation::Modern, random)
}

pub(super) fn legacy(order: &Order<'_>, random: Random<'_>) -> Made<Vec<File>> {
    write(order, Generation::Legacy, random)
}

fn write(order: &Order<'_>, generation: Generation, random: Random<'_>) -> Made<Vec<File>> {
    let (key, password) = (order.key()?.pkcs8(), order.password()?);
    let made = pfx(order, &key, &Lock { generation, password }, random);
    let made = made.ok_or_else(|| order.refuse(ExportMessage::NotWritten))?;
    Ok(vec![order.file(made.to_vec())])
}

/// `PFX`: the certificates encrypted, then the key, as OpenSSL and Windows write them; the MAC over both.
fn pfx(order: &Order<'_>, key: &[u8], lock: &Lock<'_>, random: Random<'_>) -> Option<Der> {
    let attributes = attributes(order);
    let mut bags = Vec::new();
    for (position, certificate) in order.chain().enumerate() {
        // Only the server certificate bears the key's id: by that an importer pairs the two.
        let attributes: &[u8] = if position == 0 { &attributes } else { &[] };
        let value = asn1::sequence(&[&asn1::oid(X509_CERTIFICATE), &asn1::context(0, &[&asn1::octets(certificate)])]);
        bags.push(bag(CERTIFICATE_BAG, &value, attributes));
    }
    let bags: Vec<&[u8]> = bags.iter().map(|bag| bag.as_slice()).collect();
    let (algorithm, locked) = lock.encrypt(&asn1::sequence(&bags), random)?;
    let locked = asn1::sequence(&[&asn1::oid(DATA), &algorithm, &asn1::context_string(0, &locked)]);
    let certificates = content(ENCRYPTED_DATA, &asn1::sequence(&[&asn1::integer(0), &locked]));

    let (algorithm, locked) = lock.encrypt(key, random)?;
    let shrouded = asn1::sequence(&[&algorithm, &asn1::octets(&locked)]);
    let key = asn1::sequence(&[&bag(SHROUDED_KEY_BAG, &shrouded, &attributes)]);
    let key = content(DATA, &asn1::octets(&key));

    let safe = asn1::sequence(&[&certificates, &key]);
    let mac = lock.mac(&safe, random)?;
    Some(asn1::sequence(&[&asn1::integer(3), &content(DATA, &asn1::octets(&safe)), &mac]))
}

/// `ContentInfo`.
fn content(kind: ObjectIdentifier, content: &[u8]) -> Der {
    asn1::sequence(&[&asn1::oid(kind), &asn1::context(0, &[content])])
}

/// `SafeBag`.
fn bag(kind: ObjectIdentifier, value: &[u8], attributes: &[u8]) -> Der {
    asn1::sequence(&[&asn1::oid(kind), &asn1::context(0, &[value]), attributes])
}

/// The certificate's label as the name that people see, and an id that key and certificate share: the SHA-1 of the
/// certificate, as OpenSSL chooses it. The name is text of 16-bit characters; what does not fit is left out.
fn attributes(order: &Order<'_>) -> Der {
    let attribute = |kind, value: Der| asn1::sequence(&[&asn1::oid(kind), &asn1::set(vec![&value])]);
    let name: String = order.leaf.label().chars().filter(|character| u32::from(*character) <= 0xffff).collect();
    let name = attribute(FRIENDLY_NAME, asn1::bmp(&name));
    let id = attribute(LOCAL_KEY_ID, asn1::octets(&Sha1::digest(&order.leaf.der)));
    asn1::set(vec![&name, &id])
}

/// What locks a file.
struct Lock<'a> {
    generation: Generation,
    password: &'a str,
}

impl Lock<'_> {
    /// The algorithm's identifier, and what it made of `plain`.
    fn encrypt(&self, plain: &[u8], random: Random<'_>) -> Option<(Der, Vec<u8>)> {
        match self.generation {
            Generation::Modern => lock::encrypt(plain, self.password, Derivation::Pbkdf2(MODERN_ROUNDS), random),
            Generation::Legacy => {
                let mut salt = [0; 8];
                random.fill_bytes(&mut salt);
                let derive = |kind, length| self.derive::<Sha1>(&salt, kind, LEGACY_ROUNDS, length);
                let (key, vector) = (derive(Pkcs12KeyType::EncryptionKey, 24)?, derive(Pkcs12KeyType::Iv, 8)?);
                let cipher = cbc::Encryptor::<TdesEde3>::new_from_slices(&key, &vector).ok()?;
                let parameters = asn1::sequence(&[&asn1::octets(&salt), &asn1::integer(LEGACY_ROUNDS)]);
                Some((asn1::algorithm(SHA_1_AND_3DES, &parameters), cipher.encrypt_padded_vec::<Pkcs7>(plain)))
            }
        }
    }

    /// `MacData` over the content.
    fn mac(&self, content: &[u8], random: Random<'_>) -> Option<Der> {
        let mut salt = [0; 16];
        random.fill_bytes(&mut salt);
        let (algorithm, rounds, tag) = match self.generation {
            Generation::Modern => {
                let key = self.derive::<Sha256>(&salt, Pkcs12KeyType::Mac, MODERN_ROUNDS, 32)?;
                let mac = Hmac::<Sha256>::new_from_slice(&key).ok()?.chain_update(content);
                (SHA_256, MODERN_ROUNDS, mac.finalize().into_bytes().to_vec())
            }
            Generation::Legacy => {
                let key = self.derive::<Sha1>(&salt, Pkcs12KeyType::Mac, LEGACY_ROUNDS, 20)?;
                let mac = Hmac::<Sha1>::new_from_slice(&key).ok()?.chain_update(content);
                (SHA_1, LEGACY_ROUNDS, mac.finalize().into_bytes().to_vec())
            }
        };
        let digest = asn1::sequence(&[&asn1::algorithm(algorithm, asn1::NULL), &asn1::octets(&tag)]);
        Some(asn1::sequence(&[&digest, &asn1::octets(&salt), &asn1::integer(rounds)]))
    }

    /// PKCS#12's own derivation, from the password in UTF-16 with a zero character behind it (RFC 7292 §B.1).
    fn derive<D>(&self, salt: &[u8], kind: Pkcs12KeyType, rounds: u32, length: usize) -> Option<Zeroizing<Vec<u8>>>
    where
        D: Digest + hmac::digest::FixedOutputReset + hmac::digest::block_api::BlockSizeUser,
    {
        let mut password = asn1::utf16(self.password);
        password.extend([0, 0]);
        Some(Zeroizing::new(derive_key::<D>(&password, salt, kind, i32::try_from(rounds).ok()?, length)))
    }
}
