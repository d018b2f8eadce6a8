//! Writes a PKCS#12 file (RFC 7292): the same bytes every time. Nothing in it is locked, but the password is needed for
//! its seal; what real programs lock and how is tested with those programs.

use super::der::{explicit, integer, null, octets, oid, sequence, set};
use super::mint::Minted;
use sha1::{Digest, Sha1};

const DATA: &str = "1.2.840.113549.1.7.1";
const SALT: [u8; 8] = [7; 8];
const ROUNDS: u32 = 2048;

/// Key, certificate and issuers.
pub fn pfx(password: &str, leaf: &Minted, issuers: &[&Minted]) -> Vec<u8> {
    let key_id = || {
        let value = set([octets([1])]);
        set([sequence([oid("1.2.840.113549.1.9.21"), value])])
    };
    let bag = |kind: &str, content: Vec<u8>, attributes: Vec<u8>| {
        sequence([oid(&format!("1.2.840.113549.1.12.10.1.{kind}")), explicit(0, content), attributes])
    };
    let certificate = |minted: &Minted| sequence([oid("1.2.840.113549.1.9.22.1"), explicit(0, octets(&minted.der))]);
    let own = [bag("1", leaf.key.pkcs8(), key_id()), bag("3", certificate(leaf), key_id())];
    let above = issuers.iter().map(|issuer| bag("3", certificate(issuer), Vec::new()));
    let content = |inner: Vec<u8>| sequence([oid(DATA), explicit(0, octets(inner))]);
    let safe = sequence([content(sequence(own.into_iter().chain(above)))]);
    let digest = sequence([sequence([oid("1.3.14.3.2.26"), null()]), octets(seal(password, &safe))]);
    sequence([integer(3), content(safe), sequence([digest, octets(SALT), integer(ROUNDS.into())])])
}

/// HMAC-SHA-1 with the key that RFC 7292 appendix B.2 derives for it: one block of output is enough.
fn seal(password: &str, safe: &[u8]) -> Vec<u8> {
    let mut secret: Vec<u8> = password.encode_utf16().flat_map(u16::to_be_bytes).collect();
    secret.extend([0, 0]);
    let filled =
        |bytes: &[u8]| bytes.iter().copied().cycle().take(bytes.len().next_multiple_of(64)).collect::<Vec<_>>();
    let mut key = [vec![3; 64], filled(&SALT), filled(&secret)].concat();
    for _ in 0..ROUNDS {
        key = Sha1::digest(&key).to_vec();
    }
    key.resize(64, 0);
    let padded = |pad: u8| key.iter().map(|byte| byte ^ pad).collect::<Vec<_>>();
    let inner = Sha1::new().chain_update(padded(0x36)).chain_update(safe).finalize();
    Sha1::new().chain_update(padded(0x5c)).chain_update(inner).finalize().to_vec()
}
