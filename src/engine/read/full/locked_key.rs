//! Private keys behind a password: encrypted PKCS#8 (RFC 5958 §3) and OpenSSL's old encryption of PEM (RFC 1421 §4.6.1).
//! A key that opens keeps both faces: as it was given, and as it is inside.

use super::super::super::budget::LIMITS;
use super::super::super::x509::{
    ParseError,
    der::{Element, Fault, tag},
};
use super::super::collector::Collector;
use super::super::format::{Block, read_inside, sniff};
use super::super::private_key::{KeyKind, KeyMaterial, PrivateKey};
use super::locks::{Cipher, Kdf, Keyring, Refusal, Scheme, Shut};
use crate::report::InputKind;
use zeroize::Zeroizing;

/// The empty password is tried where it takes no longer than this: OpenSSL writes 2,048 rounds, Java 10,000.
const WORTH_A_GUESS: u64 = 20_000;

/// Reads an encrypted PKCS#8 key.
pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let within = |fault: Fault| fault.within("EncryptedPrivateKeyInfo");
    let element = Element::read(&block.bytes, 0).and_then(|element| element.expect(tag::SEQUENCE)).map_err(within)?;
    let mut parts = element.children();
    let scheme = Scheme::read(&parts.next_element().map_err(within)?);
    let data = parts.expect(tag::OCTET_STRING).map_err(within)?;
    let scheme = match scheme {
        Err(Refusal::Broken(fault)) => return Err(within(fault)),
        Err(unknown) => Err(Shut::Refused(unknown)),
        Ok(scheme) => Ok(scheme),
    };
    let opened = scheme.and_then(|scheme| {
        let keyring = Keyring::new(collector);
        // Some programs lock with the empty password; that costs a try, before anybody was asked for one.
        let cost = scheme.cost();
        let is_cheap = cost.rounds <= WORTH_A_GUESS && cost.memory <= LIMITS.key_memory;
        let mut keyring = if is_cheap { keyring.with_empty() } else { keyring };
        keyring.open(collector, &scheme, data.content, is_key)
    });
    add(collector, block, KeyKind::EncryptedPkcs8, element.raw, opened);
    Ok(element.raw.len())
}

/// Ciphers of `DEK-Info` by the names that OpenSSL has for them.
static LEGACY: &[(&str, Cipher)] = &[
    ("DES-CBC", Cipher::Des),
    ("DES-EDE3-CBC", Cipher::TripleDes),
    ("AES-128-CBC", Cipher::Aes128),
    ("AES-192-CBC", Cipher::Aes192),
    ("AES-256-CBC", Cipher::Aes256),
    ("RC2-CBC", Cipher::Rc2(128)),
    ("RC2-64-CBC", Cipher::Rc2(64)),
    ("RC2-40-CBC", Cipher::Rc2(40)),
];

/// Reads a key of OpenSSL's old kind.
pub(in super::super) fn read_legacy(collector: &mut Collector<'_>, block: &Block) {
    let how = block.encrypted.as_deref().unwrap_or_default();
    let opened = legacy_scheme(how)
        .map_err(Shut::Refused)
        .and_then(|scheme| Keyring::new(collector).open(collector, &scheme, &block.bytes, is_key));
    add(collector, block, KeyKind::EncryptedLegacy, &block.bytes, opened);
}

/// `AES-256-CBC,00112233445566778899AABBCCDDEEFF`: the cipher, its first block, whose first eight bytes are the salt.
fn legacy_scheme(how: &str) -> Result<Scheme, Refusal> {
    let (name, digits) = how.split_once(',').unwrap_or((how, ""));
    let name = name.trim().to_ascii_uppercase();
    if name.is_empty() {
        return Err(Fault::new(0, "the line DEK-Info is missing, which says how the key is locked").into());
    }
    let known = LEGACY.iter().find(|(known, _)| *known == name);
    let (_, cipher) = known.ok_or_else(|| Refusal::Unknown(name.clone()))?;
    let iv = unhex(digits.trim()).filter(|iv| iv.len() == cipher.block_length());
    let iv = iv.ok_or(Fault::new(0, "the digits in the line DEK-Info are not those of the cipher’s first block"))?;
    let salt = iv.get(..8).unwrap_or_default().to_vec();
    Ok(Scheme { kdf: Kdf::BytesToKey { salt }, cipher: *cipher, key_length: cipher.key_length(), iv: Some(iv) })
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// Whether something decrypted is an open private key to its last byte: nonsense is not.
pub(super) fn is_key(plain: &[u8]) -> bool {
    let whole = Element::read(plain, 0).is_ok_and(|element| element.raw.len() == plain.len());
    whole && sniff(plain).is_some_and(|format| format.kind == InputKind::PrivateKey && format.is_single())
}

/// Adds the key as it was given and, where it opened, as it is inside.
fn add(
    collector: &mut Collector<'_>,
    block: &Block,
    kind: KeyKind,
    locked: &[u8],
    opened: Result<Zeroizing<Vec<u8>>, Shut>,
) {
    let material = KeyMaterial(locked.to_vec().into());
    match opened {
        Ok(plain) => {
            let before = collector.keys().len();
            read_inside(collector, &plain, InputKind::PrivateKey, block.place);
            if let Some(key) = collector.keys().get_mut(before) {
                let inside = (key.kind, std::mem::replace(&mut key.material, material));
                (key.kind, key.opened) = (kind, Some(inside));
            }
        }
        Err(shut) => {
            let key = |input| PrivateKey { input, kind, algorithm: None, public_key: None, material, opened: None };
            collector.private_key(block.place, key);
            shut.report(collector, InputKind::PrivateKey, block.place);
        }
    }
}
