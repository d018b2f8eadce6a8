//! Writes what is locked with a password: the same bytes every time, which real writers do not do. Salts and first blocks
//! are fixed; these files protect nothing.

use super::der::*;
use super::mint::pem_block;
use aes::Aes256;
use cbc::cipher::{BlockModeEncrypt, KeyIvInit, block_padding::Pkcs7};
use hmac::{Hmac, KeyInit, Mac};
use md5::Digest;
use sha2::Sha256;

const SALT: [u8; 8] = *b"the salt";
const IV: [u8; 16] = *b"sixteen bytes it";

fn aes_256(key: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut buffer = [plain, &[0; 16]].concat();
    let mode = cbc::Encryptor::<Aes256>::new_from_slices(key, &IV).unwrap();
    mode.encrypt_padded::<Pkcs7>(&mut buffer, plain.len()).unwrap().to_vec()
}

/// PBES2 with PBKDF2, HMAC-SHA-256 and AES-256: its identifier and what is encrypted.
fn pbes2(plain: &[u8], password: &str, rounds: u64, asked: u64) -> (Vec<u8>, Vec<u8>) {
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(password.as_bytes(), &SALT, rounds as u32, &mut key);
    let function = sequence([oid("1.2.840.113549.2.9"), null()]);
    let derivation = sequence([oid("1.2.840.113549.1.5.12"), sequence([octets(SALT), integer(asked), function])]);
    let cipher = sequence([oid("2.16.840.1.101.3.4.1.42"), octets(IV)]);
    (sequence([oid("1.2.840.113549.1.5.13"), sequence([derivation, cipher])]), aes_256(&key, plain))
}

/// EncryptedPrivateKeyInfo.
pub fn pkcs8(key: &[u8], password: &str, rounds: u64) -> Vec<u8> {
    let (scheme, data) = pbes2(key, password, rounds, rounds);
    sequence([scheme, octets(data)])
}

/// The same, which says that it took so many rounds.
pub fn pkcs8_asking(key: &[u8], password: &str, rounds: u64) -> Vec<u8> {
    let (scheme, data) = pbes2(key, password, 1, rounds);
    sequence([scheme, octets(data)])
}

/// EncryptedPrivateKeyInfo with scrypt, of these parameters, around nothing.
pub fn scrypt_asking(n: u32, r: u32, p: u32) -> Vec<u8> {
    let parameters = sequence([octets(SALT), integer(n.into()), integer(r.into()), integer(p.into())]);
    let derivation = sequence([oid("1.3.6.1.4.1.11591.4.11"), parameters]);
    let cipher = sequence([oid("2.16.840.1.101.3.4.1.42"), octets(IV)]);
    sequence([sequence([oid("1.2.840.113549.1.5.13"), sequence([derivation, cipher])]), octets([7; 64])])
}

/// EncryptedPrivateKeyInfo in a scheme of another name.
pub fn pkcs8_in(scheme: &str) -> Vec<u8> {
    sequence([sequence([oid(scheme), sequence([octets(SALT), integer(2048)])]), octets([7; 64])])
}

/// OpenSSL's old encryption of PEM, AES-256.
pub fn legacy(label: &str, key: &[u8], password: &str) -> String {
    let digest = |parts: &[&[u8]]| md5::Md5::digest(parts.concat()).to_vec();
    let first = digest(&[password.as_bytes(), &IV[..8]]);
    let second = digest(&[&first, password.as_bytes(), &IV[..8]]);
    let text = pem_block(label, &aes_256(&[first, second].concat(), key));
    let hex: String = IV.iter().map(|byte| format!("{byte:02X}")).collect();
    text.replacen("-----\n", &format!("-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,{hex}\n\n"), 1)
}

const DATA: &str = "1.2.840.113549.1.7.1";

/// PKCS#12 as OpenSSL 3 writes it: certificates encrypted, the key encrypted by itself, a check value of SHA-256.
pub fn pfx(key: &[u8], certificates: &[&[u8]], password: &str) -> Vec<u8> {
    pfx_around(&safe(key, certificates, password), password)
}

/// The authenticated safe of such a file.
pub fn safe(key: &[u8], certificates: &[&[u8]], password: &str) -> Vec<u8> {
    let bag =
        |number: u8, value: Vec<u8>| sequence([oid(&format!("1.2.840.113549.1.12.10.1.{number}")), explicit(0, value)]);
    let certificate = |der: &&[u8]| bag(3, sequence([oid("1.2.840.113549.1.9.22.1"), explicit(0, octets(der))]));
    let (scheme, data) = pbes2(&sequence(certificates.iter().map(certificate)), password, 10, 10);
    let content = sequence([oid(DATA), scheme, implicit(0, data)]);
    let encrypted = sequence([oid("1.2.840.113549.1.7.6"), explicit(0, sequence([integer(0), content]))]);
    let keys = sequence([bag(2, pkcs8(key, password, 10))]);
    let open = sequence([oid(DATA), explicit(0, octets(keys))]);
    sequence([encrypted, open])
}

/// The outer structure around an authenticated safe, with its check value.
pub fn pfx_around(safe: &[u8], password: &str) -> Vec<u8> {
    let key = pkcs12::kdf::derive_key_utf8::<Sha256>(password, &SALT, pkcs12::kdf::Pkcs12KeyType::Mac, 10, 32);
    let mut mac = Hmac::<Sha256>::new_from_slice(&key.unwrap()).unwrap();
    mac.update(safe);
    let digest = sequence([sequence([oid("2.16.840.1.101.3.4.2.1"), null()]), octets(mac.finalize().into_bytes())]);
    let mac = sequence([digest, octets(SALT), integer(10)]);
    sequence([integer(3), sequence([oid(DATA), explicit(0, octets(safe))]), mac])
}

/// A key store of version 2: one key with its certificates, and certificates that are trusted.
pub fn jks(key: &[u8], chain: &[&[u8]], trusted: &[&[u8]], store_password: &str, key_password: &str) -> Vec<u8> {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let block = |bytes: &[u8]| [&(bytes.len() as u32).to_be_bytes(), bytes].concat();
    let name = |text: &str| [&(text.len() as u16).to_be_bytes(), text.as_bytes()].concat();
    let certificate = |der: &[u8]| [name("X.509"), block(der)].concat();
    let head = |kind: u32, alias: &str| [kind.to_be_bytes().to_vec(), name(alias), vec![0; 8]].concat();
    let mut store = 0xfeed_feed_u32.to_be_bytes().to_vec();
    store.extend(2_u32.to_be_bytes());
    store.extend((1 + trusted.len() as u32).to_be_bytes());
    store.extend(head(1, "server"));
    store.extend(block(&sequence([
        sequence([oid("1.3.6.1.4.1.42.2.17.1.1"), null()]),
        octets(protect(key, &wide(key_password))),
    ])));
    store.extend((chain.len() as u32).to_be_bytes());
    chain.iter().for_each(|der| store.extend(certificate(der)));
    for (number, der) in trusted.iter().enumerate() {
        store.extend(head(2, &format!("ca{number}")));
        store.extend(certificate(der));
    }
    let check = sha1::Sha1::digest([&wide(store_password), b"Mighty Aphrodite".as_slice(), &store].concat());
    store.extend(check);
    store
}

/// Sun's key protector, with a fixed salt.
fn protect(key: &[u8], password: &[u8]) -> Vec<u8> {
    let salt = *b"twenty bytes of salt";
    let mut stream = salt.to_vec();
    let mut out = salt.to_vec();
    for chunk in key.chunks(20) {
        stream = sha1::Sha1::digest([password, &stream].concat()).to_vec();
        out.extend(chunk.iter().zip(&stream).map(|(plain, stream)| plain ^ stream));
    }
    out.extend(sha1::Sha1::digest([password, key].concat()));
    out
}
