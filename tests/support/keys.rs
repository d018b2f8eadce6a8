//! The mint's keys: fixed, so that certificates come out the same every time. They protect nothing.

use super::der::*;
use ml_dsa::{MlDsa44, MlDsa65, MlDsa87, MlDsaParams};
use sha2::{Digest, Sha256};

/// A key that can sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    P256(u8),
    P384(u8),
    P521(u8),
    Ed25519(u8),
    MlDsa44(u8),
    MlDsa65(u8),
    MlDsa87(u8),
    /// 1 to 3.
    Rsa2048(u8),
    Rsa1024,
}

/// How an issuer signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signing {
    /// What is usual for the key: SHA-256, for P-384 SHA-384, for P-521 SHA-512.
    Usual,
    Sha1,
    Pss,
    /// SHA-384 whatever the key.
    Sha384,
    /// Names MD5 and signs nonsense.
    Md5,
}

const P256: &str = "1.2.840.10045.3.1.7";
const P384: &str = "1.3.132.0.34";
const P521: &str = "1.3.132.0.35";
const ED25519: &str = "1.3.101.112";
const ML_DSA_44: &str = "2.16.840.1.101.3.4.3.17";
const ML_DSA_65: &str = "2.16.840.1.101.3.4.3.18";
const ML_DSA_87: &str = "2.16.840.1.101.3.4.3.19";

impl Key {
    /// SubjectPublicKeyInfo as DER.
    pub fn spki(self) -> Vec<u8> {
        use rsa::pkcs8::EncodePublicKey;
        let ec = |curve, point: &[u8]| sequence([sequence([oid("1.2.840.10045.2.1"), oid(curve)]), bits(point)]);
        match self {
            Self::P256(seed) => ec(P256, p256(seed).verifying_key().to_sec1_point(false).as_bytes()),
            Self::P384(seed) => ec(P384, p384(seed).verifying_key().to_sec1_point(false).as_bytes()),
            Self::P521(seed) => ec(P521, p521(seed).verifying_key().to_sec1_point(false).as_bytes()),
            Self::Ed25519(seed) => sequence([sequence([oid(ED25519)]), bits(ed25519(seed).verifying_key().as_bytes())]),
            Self::MlDsa44(seed) => sequence([sequence([oid(ML_DSA_44)]), bits(ml_dsa_public::<MlDsa44>(seed))]),
            Self::MlDsa65(seed) => sequence([sequence([oid(ML_DSA_65)]), bits(ml_dsa_public::<MlDsa65>(seed))]),
            Self::MlDsa87(seed) => sequence([sequence([oid(ML_DSA_87)]), bits(ml_dsa_public::<MlDsa87>(seed))]),
            Self::Rsa2048(_) | Self::Rsa1024 => self.rsa().to_public_key().to_public_key_der().unwrap().into_vec(),
        }
    }

    /// PrivateKeyInfo as DER.
    pub fn pkcs8(self) -> Vec<u8> {
        use rsa::pkcs8::EncodePrivateKey;
        let ec = |curve: &str, secret: &[u8], point: &[u8]| {
            let key = sequence([integer(1), octets(secret), explicit(1, bits(point))]);
            sequence([integer(0), sequence([oid("1.2.840.10045.2.1"), oid(curve)]), octets(key)])
        };
        match self {
            Self::P256(seed) => {
                ec(P256, &p256(seed).to_bytes(), p256(seed).verifying_key().to_sec1_point(false).as_bytes())
            }
            Self::P384(seed) => {
                ec(P384, &p384(seed).to_bytes(), p384(seed).verifying_key().to_sec1_point(false).as_bytes())
            }
            Self::P521(seed) => {
                ec(P521, &p521(seed).to_bytes(), p521(seed).verifying_key().to_sec1_point(false).as_bytes())
            }
            Self::Ed25519(seed) => sequence([integer(0), sequence([oid(ED25519)]), octets(octets([seed; 32]))]),
            // Only the seed, as RFC 9881 §6 recommends.
            Self::MlDsa44(seed) => sequence([integer(0), sequence([oid(ML_DSA_44)]), octets(implicit(0, [seed; 32]))]),
            Self::MlDsa65(seed) => sequence([integer(0), sequence([oid(ML_DSA_65)]), octets(implicit(0, [seed; 32]))]),
            Self::MlDsa87(seed) => sequence([integer(0), sequence([oid(ML_DSA_87)]), octets(implicit(0, [seed; 32]))]),
            Self::Rsa2048(_) | Self::Rsa1024 => self.rsa().to_pkcs8_der().unwrap().as_bytes().to_vec(),
        }
    }

    /// A key of ML-DSA made from its seed, as FIPS 204 algorithm 24 writes it.
    pub fn ml_dsa_expanded(self) -> Vec<u8> {
        match self {
            Self::MlDsa44(seed) => ml_dsa_expanded::<MlDsa44>(seed),
            Self::MlDsa65(seed) => ml_dsa_expanded::<MlDsa65>(seed),
            Self::MlDsa87(seed) => ml_dsa_expanded::<MlDsa87>(seed),
            _ => panic!("{self:?} is no key of ML-DSA"),
        }
    }

    fn rsa(self) -> rsa::RsaPrivateKey {
        use rsa::pkcs8::DecodePrivateKey;
        let text = match self {
            Self::Rsa1024 => include_str!("keys/rsa1024-1.pem"),
            Self::Rsa2048(1) => include_str!("keys/rsa2048-1.pem"),
            Self::Rsa2048(2) => include_str!("keys/rsa2048-2.pem"),
            Self::Rsa2048(3) => include_str!("keys/rsa2048-3.pem"),
            _ => panic!("{self:?} is no RSA key of the mint"),
        };
        rsa::RsaPrivateKey::from_pkcs8_pem(text).unwrap()
    }

    /// AlgorithmIdentifier of the signatures that this key makes.
    pub fn signature_algorithm(self, signing: Signing) -> Vec<u8> {
        let plain = |id: &str| sequence([oid(id)]);
        let with_null = |id: &str| sequence([oid(id), null()]);
        match (self, signing) {
            (Self::Rsa2048(_) | Self::Rsa1024, Signing::Usual) => with_null("1.2.840.113549.1.1.11"),
            (Self::Rsa2048(_) | Self::Rsa1024, Signing::Sha384) => with_null("1.2.840.113549.1.1.12"),
            (Self::Rsa2048(_) | Self::Rsa1024, Signing::Sha1) => with_null("1.2.840.113549.1.1.5"),
            (_, Signing::Md5) => with_null("1.2.840.113549.1.1.4"),
            (_, Signing::Pss) => {
                let sha256 = with_null("2.16.840.1.101.3.4.2.1");
                let mask = sequence([oid("1.2.840.113549.1.1.8"), sha256.clone()]);
                let parameters = sequence([explicit(0, sha256), explicit(1, mask), explicit(2, integer(32))]);
                sequence([oid("1.2.840.113549.1.1.10"), parameters])
            }
            (Self::Ed25519(_), _) => plain(ED25519),
            (Self::MlDsa44(_), _) => plain(ML_DSA_44),
            (Self::MlDsa65(_), _) => plain(ML_DSA_65),
            (Self::MlDsa87(_), _) => plain(ML_DSA_87),
            (_, Signing::Sha1) => plain("1.2.840.10045.4.1"),
            (Self::P384(_), Signing::Usual) | (_, Signing::Sha384) => plain("1.2.840.10045.4.3.3"),
            (Self::P521(_), Signing::Usual) => plain("1.2.840.10045.4.3.4"),
            (_, Signing::Usual) => plain("1.2.840.10045.4.3.2"),
        }
    }

    /// A signature over `message`.
    pub fn sign(self, signing: Signing, message: &[u8]) -> Vec<u8> {
        use rsa::signature::{RandomizedSigner, SignatureEncoding, Signer, hazmat::PrehashSigner};
        let digest = match (self, signing) {
            (_, Signing::Md5) => return vec![0x5a; 64],
            (_, Signing::Sha1) => sha1::Sha1::digest(message).to_vec(),
            (Self::P384(_), Signing::Usual) | (_, Signing::Sha384) => sha2::Sha384::digest(message).to_vec(),
            (Self::P521(_), Signing::Usual) => sha2::Sha512::digest(message).to_vec(),
            _ => Sha256::digest(message).to_vec(),
        };
        match self {
            Self::P256(seed) => {
                let signature: p256::ecdsa::Signature = p256(seed).sign_prehash(&digest).unwrap();
                signature.to_der().as_bytes().to_vec()
            }
            Self::P384(seed) => {
                let signature: p384::ecdsa::Signature = p384(seed).sign_prehash(&digest).unwrap();
                signature.to_der().as_bytes().to_vec()
            }
            Self::P521(seed) => {
                let signature: p521::ecdsa::Signature = p521(seed).sign_prehash(&digest).unwrap();
                signature.to_der().as_bytes().to_vec()
            }
            Self::Ed25519(seed) => ed25519(seed).sign(message).to_bytes().to_vec(),
            Self::MlDsa44(seed) => ml_dsa_sign::<MlDsa44>(seed, message),
            Self::MlDsa65(seed) => ml_dsa_sign::<MlDsa65>(seed, message),
            Self::MlDsa87(seed) => ml_dsa_sign::<MlDsa87>(seed, message),
            Self::Rsa2048(_) | Self::Rsa1024 => match signing {
                Signing::Pss => {
                    rsa::pss::SigningKey::<Sha256>::new(self.rsa()).sign_with_rng(&mut Counter(0), message).to_vec()
                }
                Signing::Sha1 => rsa::pkcs1v15::SigningKey::<sha1::Sha1>::new(self.rsa()).sign(message).to_vec(),
                Signing::Sha384 => rsa::pkcs1v15::SigningKey::<sha2::Sha384>::new(self.rsa()).sign(message).to_vec(),
                Signing::Usual | Signing::Md5 => {
                    rsa::pkcs1v15::SigningKey::<Sha256>::new(self.rsa()).sign(message).to_vec()
                }
            },
        }
    }
}

fn p256(seed: u8) -> p256::ecdsa::SigningKey {
    p256::ecdsa::SigningKey::from_slice(&[seed; 32]).unwrap()
}

fn p384(seed: u8) -> p384::ecdsa::SigningKey {
    p384::ecdsa::SigningKey::from_slice(&[seed; 48]).unwrap()
}

fn p521(seed: u8) -> p521::ecdsa::SigningKey {
    let mut secret = [seed; 66];
    secret[0] = 0;
    p521::ecdsa::SigningKey::from_slice(&secret).unwrap()
}

fn ed25519(seed: u8) -> ed25519_dalek::SigningKey {
    ed25519_dalek::SigningKey::from_bytes(&[seed; 32])
}

fn ml_dsa_public<P: MlDsaParams>(seed: u8) -> Vec<u8> {
    ml_dsa::SigningKey::<P>::from_seed(&[seed; 32].into()).expanded_key().verifying_key().encode().to_vec()
}

#[allow(deprecated, reason = "others still write keys so")]
fn ml_dsa_expanded<P: MlDsaParams>(seed: u8) -> Vec<u8> {
    ml_dsa::SigningKey::<P>::from_seed(&[seed; 32].into()).expanded_key().to_expanded().to_vec()
}

/// Without random numbers (FIPS 204 §3.4), so that it comes out the same every time.
fn ml_dsa_sign<P: MlDsaParams>(seed: u8, message: &[u8]) -> Vec<u8> {
    let key = ml_dsa::SigningKey::<P>::from_seed(&[seed; 32].into());
    key.expanded_key().sign_deterministic(message, &[]).unwrap().encode().to_vec()
}

/// "Random" numbers that are the same every time; for salts and blinding of test signatures only.
pub struct Counter(pub u64);

impl rand_core::TryRng for Counter {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(self.try_next_u64()? as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        Ok(self.0)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        for chunk in bytes.chunks_mut(8) {
            let number = self.try_next_u64()?.to_le_bytes();
            chunk.copy_from_slice(&number[..chunk.len()]);
        }
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Counter {}
