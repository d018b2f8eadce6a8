//! Passwords on keys: PBES2 (RFC 8018 §6.2) with AES-256 in CBC mode.

use super::{
    Random,
    asn1::{self, Der},
};
use pkcs5::{der::Encode, pbes2::Parameters, scrypt};
use zeroize::Zeroizing;

/// How a password is made costly to guess.
#[derive(Clone, Copy)]
pub(super) enum Derivation {
    /// PBKDF2 with HMAC-SHA-256 and this many rounds.
    Pbkdf2(u32),
    /// scrypt with this cost (as a power of two), block size and parallelism.
    Scrypt(u8, u32, u32),
}

/// 600,000 rounds: OWASP's Password Storage Cheat Sheet of 2023 for PBKDF2 with HMAC-SHA-256.
pub(super) const PBKDF2: Derivation = Derivation::Pbkdf2(600_000);
/// N = 2¹⁴, r = 8, p = 5, one of the same sheet's choices: the largest N that OpenSSL reads without being told, since
/// it allows 32 MiB (`EVP_PBE_scrypt`).
pub(super) const SCRYPT: Derivation = Derivation::Scrypt(14, 8, 5);

/// Octets of salt; RFC 8018 §4.1 asks for 8 at least.
const SALT: usize = 16;

/// `EncryptedPrivateKeyInfo` (RFC 5958 §3).
pub(super) fn lock(pkcs8: &[u8], password: &str, with: Derivation, random: Random<'_>) -> Option<Der> {
    let (algorithm, locked) = encrypt(pkcs8, password, with, random)?;
    Some(asn1::sequence(&[&algorithm, &asn1::octets(&locked)]))
}

/// The `AlgorithmIdentifier` of an encryption, and what it made of `content`. The password goes in as UTF-8, as
/// OpenSSL and Java do it.
pub(super) fn encrypt(content: &[u8], password: &str, with: Derivation, random: Random<'_>) -> Option<(Der, Vec<u8>)> {
    let (mut salt, mut vector) = ([0; SALT], [0; 16]);
    random.fill_bytes(&mut salt);
    random.fill_bytes(&mut vector);
    let parameters = match with {
        Derivation::Pbkdf2(rounds) => Parameters::generate_pbkdf2_sha256_aes256cbc(rounds, &salt, vector),
        Derivation::Scrypt(cost, block, parallel) => {
            Parameters::generate_scrypt_aes256cbc(scrypt::Params::new(cost, block, parallel).ok()?, &salt, vector)
        }
    };
    let parameters = parameters.ok()?;
    let locked = parameters.encrypt(password, content).ok()?;
    let written = pkcs5::EncryptionScheme::from(parameters).to_der().ok()?;
    Some((Zeroizing::new(written), locked))
}
