use crate::report::Password;
use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use pkcs12::kdf::{Pkcs12KeyType, derive_key};
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};
use zeroize::Zeroizing;

/// Bytes that are wiped: a password in an encoding, a key made of it, what was locked.
type Secret = Zeroizing<Vec<u8>>;

/// A hash function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Hash {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha512To224,
    Sha512To256,
}

/// Runs a piece of code with the type of a hash function.
macro_rules! with_hash {
    ($hash:expr, $name:ident => $body:expr) => {
        match $hash {
            Hash::Md5 => {
                type $name = Md5;
                $body
            }
            Hash::Sha1 => {
                type $name = Sha1;
                $body
            }
            Hash::Sha224 => {
                type $name = Sha224;
                $body
            }
            Hash::Sha256 => {
                type $name = Sha256;
                $body
            }
            Hash::Sha384 => {
                type $name = Sha384;
                $body
            }
            Hash::Sha512 => {
                type $name = Sha512;
                $body
            }
            Hash::Sha512To224 => {
                type $name = Sha512_224;
                $body
            }
            Hash::Sha512To256 => {
                type $name = Sha512_256;
                $body
            }
        }
    };
}

impl Hash {
    /// Bytes of its result.
    pub(super) const fn length(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha224 | Self::Sha512To224 => 28,
            Self::Sha256 | Self::Sha512To256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    fn digest(self, parts: &[&[u8]]) -> Secret {
        with_hash!(self, D => {
            let mut digest = D::new();
            parts.iter().for_each(|part| Digest::update(&mut digest, part));
            Zeroizing::new(digest.finalize().to_vec())
        })
    }

    /// Whether `value` is the HMAC of `data`.
    pub(in super::super) fn verifies(self, key: &[u8], data: &[u8], value: &[u8]) -> bool {
        with_hash!(self, D => {
            let mac = <Hmac<D> as KeyInit>::new_from_slice(key);
            mac.is_ok_and(|mut mac| {
                mac.update(data);
                mac.verify_slice(value).is_ok()
            })
        })
    }
}

/// How a password becomes bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Encoding {
    /// As it is.
    Utf8,
    /// UTF-16, the high byte first, and two zero bytes behind (RFC 7292 §B.1).
    Bmp,
    /// UTF-16, the high byte first.
    Utf16,
    /// Seven bits of each character, as Java's password-based encryption takes them.
    SevenBits,
}

impl Encoding {
    /// The bytes, most likely first: writers do not agree on the empty password, nor on those that are no ASCII.
    pub(in super::super) fn bytes(self, password: &Password) -> Vec<Secret> {
        let text = password.reveal();
        let wide = || text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        match self {
            Self::Utf8 => vec![text.as_bytes().to_vec().into()],
            Self::Utf16 => vec![wide().into()],
            Self::SevenBits => vec![text.chars().map(|it| (u32::from(it) & 0x7f) as u8).collect::<Vec<u8>>().into()],
            Self::Bmp => {
                let closed = |mut bytes: Vec<u8>| {
                    bytes.extend([0, 0]);
                    Zeroizing::new(bytes)
                };
                let mut all = vec![closed(wide())];
                if text.is_empty() {
                    // No password at all is not the empty one.
                    all.push(Zeroizing::new(Vec::new()));
                } else if !text.is_ascii() {
                    // OpenSSL before 1.1 makes a character of each byte of UTF-8.
                    all.push(closed(text.bytes().flat_map(|byte| [0, byte]).collect()));
                }
                all
            }
        }
    }
}

/// What a key of PKCS#12's own derivation is for (RFC 7292 §B.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Usage {
    /// Key and first block of a cipher.
    Encryption,
    /// The check value.
    Mac,
}

/// How a password becomes a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Kdf {
    /// RFC 8018 §5.1, as PBES1 uses it: key and first block come from one hash.
    Pbkdf1 { hash: Hash, salt: Vec<u8>, rounds: u32 },
    /// RFC 8018 §5.2.
    Pbkdf2 { hash: Hash, salt: Vec<u8>, rounds: u32 },
    /// RFC 7914, with 2 to the power of `log_n`.
    Scrypt { salt: Vec<u8>, log_n: u8, r: u32, p: u32 },
    /// RFC 7292 §B.2.
    Pkcs12 { hash: Hash, salt: Vec<u8>, rounds: u32, usage: Usage },
    /// OpenSSL's EVP_BytesToKey with MD5 and one round: its old encryption of PEM.
    BytesToKey { salt: Vec<u8> },
    /// The key store JCEKS: MD5, one half of the salt after the other.
    Jceks { salt: [u8; 8], rounds: u32 },
}

impl Kdf {
    /// How it takes passwords.
    pub(in super::super) const fn encoding(&self) -> Encoding {
        match self {
            Self::Pkcs12 { .. } => Encoding::Bmp,
            Self::Jceks { .. } => Encoding::SevenBits,
            Self::Pbkdf1 { .. } | Self::Pbkdf2 { .. } | Self::Scrypt { .. } | Self::BytesToKey { .. } => Encoding::Utf8,
        }
    }

    /// What `length` bytes cost, in rounds of PBKDF2. A round of scrypt's mixing (128 bytes of memory, four times
    /// Salsa20/8) takes about as long.
    pub(in super::super) fn rounds(&self, length: usize) -> u64 {
        let each = |hash: &Hash, rounds: &u32| u64::from(*rounds).saturating_mul(blocks(length, hash.length()));
        match self {
            Self::Pbkdf2 { hash, rounds, .. } | Self::Pkcs12 { hash, rounds, .. } => each(hash, rounds),
            Self::Pbkdf1 { rounds, .. } => u64::from(*rounds),
            Self::Scrypt { log_n, r, p, .. } => {
                power_of_two(*log_n).saturating_mul(u64::from(*r)).saturating_mul(u64::from(*p))
            }
            Self::BytesToKey { .. } => 1,
            Self::Jceks { rounds, .. } => u64::from(*rounds).saturating_mul(2),
        }
    }

    /// Bytes of memory that it needs (RFC 7914 §6).
    pub(in super::super) fn memory(&self) -> u64 {
        match self {
            Self::Scrypt { log_n, r, p, .. } => {
                let blocks = power_of_two(*log_n).saturating_add(u64::from(*p));
                blocks.saturating_mul(u64::from(*r)).saturating_mul(128)
            }
            _ => 0,
        }
    }

    /// `length` bytes for a cipher or a check value: its key, and behind it the first block where the scheme makes that
    /// too. None where the parameters are none.
    pub(in super::super) fn derive(&self, password: &[u8], length: usize, block: usize) -> Option<(Secret, Secret)> {
        let mut key = Zeroizing::new(vec![0; length]);
        match self {
            Self::Pbkdf2 { hash, salt, rounds } => {
                with_hash!(*hash, D => pbkdf2::pbkdf2_hmac::<D>(password, salt, *rounds, &mut key));
            }
            Self::Scrypt { salt, log_n, r, p } => {
                let parameters = scrypt::Params::new(*log_n, *r, *p).ok()?;
                scrypt::scrypt(password, salt, &parameters, &mut key).ok()?;
            }
            Self::Pkcs12 { hash, salt, rounds, usage } => {
                let rounds = i32::try_from(*rounds).ok()?;
                let make = |usage, length| with_hash!(*hash, D => Zeroizing::new(derive_key::<D>(password, salt, usage, rounds, length)));
                return Some(match usage {
                    Usage::Encryption => (make(Pkcs12KeyType::EncryptionKey, length), make(Pkcs12KeyType::Iv, block)),
                    Usage::Mac => (make(Pkcs12KeyType::Mac, length), Zeroizing::default()),
                });
            }
            Self::Pbkdf1 { hash, salt, rounds } => {
                return split(&repeated(*hash, &[password, salt], *rounds), length, block);
            }
            Self::BytesToKey { salt } => {
                let mut made = Zeroizing::new(Vec::with_capacity(length.saturating_add(Hash::Md5.length())));
                let mut last = Secret::default();
                while made.len() < length {
                    last = Hash::Md5.digest(&[&last, password, salt]);
                    made.extend_from_slice(&last);
                }
                key.copy_from_slice(made.get(..length)?);
            }
            Self::Jceks { salt, rounds } => return split(&jceks(*salt, *rounds, password), length, block),
        }
        Some((key, Zeroizing::default()))
    }
}

/// Key and first block, one behind the other.
fn split(made: &[u8], length: usize, block: usize) -> Option<(Secret, Secret)> {
    let (key, rest) = made.split_at_checked(length)?;
    Some((key.to_vec().into(), rest.get(..block)?.to_vec().into()))
}

/// A hash of a hash of …
fn repeated(hash: Hash, parts: &[&[u8]], rounds: u32) -> Secret {
    let first = hash.digest(parts);
    (1..rounds).fold(first, |last, _| hash.digest(&[&last]))
}

/// Each half of the salt is hashed with the password behind it, again and again; equal halves are told apart by an
/// exchange of bytes that Sun got wrong and now has to keep.
fn jceks(mut salt: [u8; 8], rounds: u32, password: &[u8]) -> Secret {
    let [a, b, c, d, rest @ ..] = salt;
    if [a, b, c, d] == rest {
        let [e, f, g, h] = rest;
        salt = [d, a, b, d, e, f, g, h];
    }
    let (first, second) = salt.split_at(4);
    let half =
        |salt: &[u8]| (0..rounds).fold(Zeroizing::new(salt.to_vec()), |last, _| Hash::Md5.digest(&[&last, password]));
    Zeroizing::new([half(first).as_slice(), half(second).as_slice()].concat())
}

fn blocks(length: usize, each: usize) -> u64 {
    u64::try_from(length.div_ceil(each.max(1)).max(1)).unwrap_or(u64::MAX)
}

fn power_of_two(exponent: u8) -> u64 {
    1_u64.checked_shl(u32::from(exponent)).unwrap_or(u64::MAX)
}
