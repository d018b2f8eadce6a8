//! Writes a Java key store as `keytool` did until Java 8: the same bytes every time.
//!
//! The key is locked with Sun's own protection (sun.security.provider.KeyProtector): XOR with a chain of SHA-1 over
//! password and salt. Both key and store have the same password.

use super::der::{octets, oid, sequence};
use super::mint::Minted;
use sha1::{Digest, Sha1};

const SALT: [u8; 20] = [7; 20];
/// 2026-10-01, in milliseconds.
const CREATED: u64 = 1_790_812_800_000;

/// A store with one key and its chain.
pub fn jks(password: &str, alias: &str, leaf: &Minted, issuers: &[&Minted]) -> Vec<u8> {
    let password: Vec<u8> = password.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let text = |text: &str| [&(text.len() as u16).to_be_bytes(), text.as_bytes()].concat();
    let block = |bytes: &[u8]| [&(bytes.len() as u32).to_be_bytes(), bytes].concat();
    let mut out = [0xfeed_feed_u32, 2, 1, 1].map(u32::to_be_bytes).concat();
    out.extend(text(alias));
    out.extend(CREATED.to_be_bytes());
    out.extend(block(&locked(&password, &leaf.key.pkcs8())));
    out.extend((issuers.len() as u32 + 1).to_be_bytes());
    for certificate in [leaf].iter().chain(issuers) {
        out.extend(text("X.509"));
        out.extend(block(&certificate.der));
    }
    let seal = Sha1::new().chain_update(&password).chain_update("Mighty Aphrodite").chain_update(&out).finalize();
    out.extend(seal);
    out
}

fn locked(password: &[u8], key: &[u8]) -> Vec<u8> {
    let mut link = SALT.to_vec();
    let mut locked = SALT.to_vec();
    for block in key.chunks(20) {
        link = Sha1::new().chain_update(password).chain_update(&link).finalize().to_vec();
        locked.extend(block.iter().zip(&link).map(|(byte, mask)| byte ^ mask));
    }
    locked.extend(Sha1::new().chain_update(password).chain_update(key).finalize());
    sequence([sequence([oid("1.3.6.1.4.1.42.2.17.1.1"), vec![5, 0]]), octets(locked)])
}
