//! A Java key store, version 2: the key of the server certificate with its chain.
//!
//! Written here, as it is read in `engine/read/full/jks.rs`: the crate `jks` drags in second copies of SHA-1, nom and
//! rand. The layout is that of `sun.security.provider.JavaKeyStore` and `KeyProtector` (OpenJDK 17); its protection is
//! a stream of SHA-1 blocks, weak today, which is why newer Javas want the PFX.

use super::asn1::{self, Der};
use super::{Made, Order, Random};
use crate::report::{message::ExportMessage, wire::File};
use pkcs5::ObjectIdentifier;
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

const MAGIC: u32 = 0xfeed_feed;
const VERSION: u32 = 2;
const PRIVATE_KEY: u32 = 1;
/// Sun's own algorithm for keys in a JKS.
const KEY_PROTECTOR: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.42.2.17.1.1");
/// Goes into the store's digest between password and content.
const WHITENER: &[u8] = b"Mighty Aphrodite";
/// Octets of a SHA-1 digest, and of the key protector's salt.
const DIGEST: usize = 20;
/// keytool refuses shorter passwords, also for opening a store.
const SHORTEST_PASSWORD: usize = 6;
/// Longer names are cut: an alias is typed in configurations.
const LONGEST_ALIAS: usize = 128;

pub(super) fn write(order: &Order<'_>, random: Random<'_>) -> Made<Vec<File>> {
    let (key, password) = (order.key()?.pkcs8(), order.password()?);
    if password.chars().count() < SHORTEST_PASSWORD {
        return Err(order.refuse_short(SHORTEST_PASSWORD));
    }
    let store = store(order, &key, &asn1::utf16(password), random);
    Ok(vec![order.file(store.ok_or_else(|| order.refuse(ExportMessage::NotWritten))?)])
}

fn store(order: &Order<'_>, key: &[u8], password: &[u8], random: Random<'_>) -> Option<Vec<u8>> {
    let mut store = Vec::new();
    for number in [MAGIC, VERSION, 1, PRIVATE_KEY] {
        store.extend(number.to_be_bytes());
    }
    store.extend(short_text(&alias(&order.leaf.label()))?);
    // Milliseconds since 1970; the moment of the inspection, for the engine has no clock.
    store.extend(order.analysis.options.now.unix().saturating_mul(1000).to_be_bytes());
    store.extend(block(&protected(key, password, random))?);
    let chain: Vec<_> = order.chain().collect();
    store.extend(u32::try_from(chain.len()).ok()?.to_be_bytes());
    for certificate in chain {
        store.extend(short_text("X.509")?);
        store.extend(block(certificate)?);
    }
    let digest = Sha1::new().chain_update(password).chain_update(WHITENER).chain_update(&store).finalize();
    store.extend(digest);
    Some(store)
}

/// Lower case, since key stores do not tell cases apart; what can not be typed is left out.
fn alias(label: &str) -> String {
    label.to_lowercase().chars().filter(|character| !character.is_control()).take(LONGEST_ALIAS).collect()
}

/// Java's modified UTF-8 behind two octets of length: a character above U+FFFF is written as its two surrogates.
fn short_text(text: &str) -> Option<Vec<u8>> {
    let mut octets = Vec::new();
    for unit in text.encode_utf16() {
        let [low, middle, high] = [unit & 0x3f, (unit >> 6) & 0x3f, unit >> 12].map(|part| part as u8);
        match unit {
            0x01..=0x7f => octets.push(unit as u8),
            0 | 0x80..=0x7ff => octets.extend([0xc0 | middle, 0x80 | low]),
            _ => octets.extend([0xe0 | high, 0x80 | middle, 0x80 | low]),
        }
    }
    Some([&u16::try_from(octets.len()).ok()?.to_be_bytes(), octets.as_slice()].concat())
}

/// Octets behind four octets of length.
fn block(octets: &[u8]) -> Option<Vec<u8>> {
    Some([&u32::try_from(octets.len()).ok()?.to_be_bytes(), octets].concat())
}

/// `EncryptedPrivateKeyInfo` of the key protector: salt, the key under a stream of hashes (each the SHA-1 of the
/// password and the one before, the first of the salt), and the SHA-1 of password and key for checking.
fn protected(key: &[u8], password: &[u8], random: Random<'_>) -> Der {
    let mut salt = [0; DIGEST];
    random.fill_bytes(&mut salt);
    let hash = |data: &[u8]| {
        Zeroizing::new(<[u8; DIGEST]>::from(Sha1::new().chain_update(password).chain_update(data).finalize()))
    };
    let mut content = Vec::with_capacity(key.len().saturating_add(2 * DIGEST));
    content.extend(salt);
    let mut stream = hash(&salt);
    for part in key.chunks(DIGEST) {
        content.extend(part.iter().zip(stream.iter()).map(|(plain, mask)| plain ^ mask));
        stream = hash(&*stream);
    }
    content.extend(*hash(key));
    asn1::sequence(&[&asn1::algorithm(KEY_PROTECTOR, asn1::NULL), &asn1::octets(&content)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_written_as_java_writes_it() {
        assert_eq!(short_text("a\u{0}é例").unwrap(), [0, 8, b'a', 0xc0, 0x80, 0xc3, 0xa9, 0xe4, 0xbe, 0x8b]);
        assert_eq!(short_text("\u{1f600}").unwrap(), [0, 6, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]);
        assert_eq!(short_text(&"a".repeat(70_000)), None);
    }
}
