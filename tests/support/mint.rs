//! Mints certificates: the same bytes every time, right or wrong on purpose.
//!
//! Keys are fixed (a seed, or the test keys beside this file, which protect nothing), ECDSA and PKCS#1 signatures are
//! deterministic by themselves, and the salt of PSS comes from a counter.

use super::der::*;
use certloupe::report::Timestamp;
use sha2::{Digest, Sha256};

/// A key that can sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    P256(u8),
    P384(u8),
    P521(u8),
    Ed25519(u8),
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

/// A certificate to be minted.
#[derive(Clone, Debug)]
pub struct Cert {
    pub version: u8,
    pub serial: Vec<u8>,
    pub subject: Vec<(&'static str, String)>,
    pub not_before: Vec<u8>,
    pub not_after: Vec<u8>,
    pub key: Key,
    pub extensions: Vec<(String, bool, Vec<u8>)>,
    pub signing: Signing,
    pub key_ids: bool,
    pub spoil: bool,
    pub spki: Option<Vec<u8>>,
}

/// A minted certificate with its key.
#[derive(Clone, Debug)]
pub struct Minted {
    pub der: Vec<u8>,
    pub key: Key,
    pub name: Vec<u8>,
    pub key_id: Vec<u8>,
    signing: Signing,
}

pub const SAN: &str = "2.5.29.17";
pub const BASIC_CONSTRAINTS: &str = "2.5.29.19";
pub const KEY_USAGE: &str = "2.5.29.15";
pub const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
pub const NAME_CONSTRAINTS: &str = "2.5.29.30";
pub const POLICIES: &str = "2.5.29.32";
pub const SKI: &str = "2.5.29.14";
pub const AKI: &str = "2.5.29.35";
pub const AIA: &str = "1.3.6.1.5.5.7.1.1";
pub const CRL_POINTS: &str = "2.5.29.31";
pub const SCTS: &str = "1.3.6.1.4.1.11129.2.4.2";
pub const SERVER_AUTH: &str = "1.3.6.1.5.5.7.3.1";
pub const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";

/// Bits of keyUsage, the first being the highest.
pub const DIGITAL_SIGNATURE: u16 = 0x8000;
pub const KEY_ENCIPHERMENT: u16 = 0x2000;
pub const KEY_CERT_SIGN: u16 = 0x0400;
pub const CRL_SIGN: u16 = 0x0200;

impl Cert {
    /// A server certificate as CAs issue it in 2026: 90 days from 2026-10-01, DV, serverAuth only, no OCSP.
    pub fn server(names: &[&str]) -> Self {
        Self::bare(names[0])
            .valid("2026-10-01", "2026-12-29T23:59:59Z")
            .extension(KEY_USAGE, true, key_usage(DIGITAL_SIGNATURE))
            .extension(EXTENDED_KEY_USAGE, false, oids(&[SERVER_AUTH]))
            .extension(BASIC_CONSTRAINTS, true, sequence([]))
            .extension(AIA, false, access(&[("1.3.6.1.5.5.7.48.2", "http://ca.example/issuer.crt")]))
            .san(names)
            .extension(POLICIES, false, sequence([sequence([oid("2.23.140.1.2.1")])]))
            .extension(CRL_POINTS, false, crl_points("http://ca.example/1.crl"))
            .extension(SCTS, false, scts(2))
    }

    /// A CA certificate, 2020 to 2040.
    pub fn ca(common_name: &str) -> Self {
        Self::bare(common_name)
            .valid("2020-01-01", "2039-12-31T23:59:59Z")
            .extension(BASIC_CONSTRAINTS, true, sequence([boolean(true)]))
            .extension(KEY_USAGE, true, key_usage(KEY_CERT_SIGN | CRL_SIGN))
    }

    /// Version 3, a subject, a key, nothing else.
    pub fn bare(common_name: &str) -> Self {
        Self {
            version: 3,
            serial: Sha256::digest(common_name)[..15].iter().map(|byte| byte & 0x7f).collect(),
            subject: vec![("2.5.4.3", common_name.to_owned())],
            not_before: Vec::new(),
            not_after: Vec::new(),
            key: Key::P256(1),
            extensions: Vec::new(),
            signing: Signing::Usual,
            key_ids: true,
            spoil: false,
            spki: None,
        }
        .valid("2026-01-01", "2026-12-31")
    }

    pub fn key(mut self, key: Key) -> Self {
        self.key = key;
        self
    }

    /// Subject attributes: object identifier and text.
    pub fn subject(mut self, attributes: &[(&'static str, &str)]) -> Self {
        self.subject = attributes.iter().map(|(oid, text)| (*oid, (*text).to_owned())).collect();
        self
    }

    pub fn version(mut self, version: u8) -> Self {
        self.version = version;
        self
    }

    pub fn serial(mut self, content: &[u8]) -> Self {
        self.serial = content.to_vec();
        self
    }

    /// Days or RFC 3339 moments, encoded as RFC 5280 wants.
    pub fn valid(mut self, from: &str, to: &str) -> Self {
        self.not_before = time(from);
        self.not_after = time(to);
        self
    }

    /// Dates as raw DER elements.
    pub fn valid_raw(mut self, from: Vec<u8>, to: Vec<u8>) -> Self {
        (self.not_before, self.not_after) = (from, to);
        self
    }

    /// Adds an extension, or replaces the one of the same kind.
    pub fn extension(mut self, oid: &str, critical: bool, value: Vec<u8>) -> Self {
        match self.extensions.iter_mut().find(|(known, ..)| known == oid) {
            Some(known) => *known = (oid.to_owned(), critical, value),
            None => self.extensions.push((oid.to_owned(), critical, value)),
        }
        self
    }

    /// Adds an extension even when there is one of the same kind.
    pub fn extension_again(mut self, oid: &str, critical: bool, value: Vec<u8>) -> Self {
        self.extensions.push((oid.to_owned(), critical, value));
        self
    }

    pub fn without(mut self, oid: &str) -> Self {
        self.extensions.retain(|(known, ..)| known != oid);
        self
    }

    /// DNS names and IP addresses.
    pub fn san(self, names: &[&str]) -> Self {
        let entries = names.iter().map(|name| match name.parse::<std::net::IpAddr>() {
            Ok(std::net::IpAddr::V4(address)) => implicit(7, address.octets()),
            Ok(std::net::IpAddr::V6(address)) => implicit(7, address.octets()),
            Err(_) => implicit(2, name),
        });
        let entries = sequence(entries);
        self.extension(SAN, false, entries)
    }

    /// Alternative names as raw elements.
    pub fn san_raw(self, entries: impl IntoIterator<Item = Vec<u8>>) -> Self {
        self.extension(SAN, false, sequence(entries))
    }

    pub fn eku(self, purposes: &[&str]) -> Self {
        self.extension(EXTENDED_KEY_USAGE, false, oids(purposes))
    }

    pub fn path_length(self, length: u64) -> Self {
        self.extension(BASIC_CONSTRAINTS, true, sequence([boolean(true), integer(length)]))
    }

    /// Issuer address and OCSP responder.
    pub fn ocsp(self, address: &str) -> Self {
        let both = access(&[("1.3.6.1.5.5.7.48.1", address), ("1.3.6.1.5.5.7.48.2", "http://ca.example/issuer.crt")]);
        self.extension(AIA, false, both)
    }

    /// How this certificate's key signs others (and itself).
    pub fn signing(mut self, signing: Signing) -> Self {
        self.signing = signing;
        self
    }

    /// No subject and authority key identifiers.
    pub fn no_key_ids(mut self) -> Self {
        self.key_ids = false;
        self
    }

    /// A signature with one bit turned.
    pub fn spoil_signature(mut self) -> Self {
        self.spoil = true;
        self
    }

    /// Another subject public key info than the key's own (DER); it then can not sign.
    pub fn spki(mut self, spki: Vec<u8>) -> Self {
        self.spki = Some(spki);
        self
    }

    /// Signed by itself.
    pub fn self_signed(self) -> Minted {
        let issuer = Minted {
            der: Vec::new(),
            key: self.key,
            name: name(&self.subject),
            key_id: key_id(&self.key.spki()),
            signing: self.signing,
        };
        self.issued_by(&issuer)
    }

    /// Signed by another.
    pub fn issued_by(self, issuer: &Minted) -> Minted {
        let spki = self.spki.clone().unwrap_or_else(|| self.key.spki());
        let own_id = key_id(&spki);
        let mut extensions = self.extensions.clone();
        if self.key_ids && self.version == 3 {
            if !extensions.iter().any(|(oid, ..)| oid == SKI) {
                extensions.push((SKI.to_owned(), false, octets(&own_id)));
            }
            if !extensions.iter().any(|(oid, ..)| oid == AKI) {
                extensions.push((AKI.to_owned(), false, sequence([implicit(0, &issuer.key_id)])));
            }
        }
        let algorithm = issuer.key.signature_algorithm(issuer.signing);
        let subject = name(&self.subject);
        let mut tbs = Vec::new();
        if self.version > 1 {
            tbs.push(explicit(0, integer(u64::from(self.version) - 1)));
        }
        tbs.extend([
            tlv(0x02, &self.serial),
            algorithm.clone(),
            issuer.name.clone(),
            sequence([self.not_before.clone(), self.not_after.clone()]),
            subject.clone(),
            spki,
        ]);
        if !extensions.is_empty() {
            let extensions = extensions.iter().map(|(id, critical, value)| {
                let critical = if *critical { boolean(true) } else { Vec::new() };
                sequence([oid(id), critical, octets(value)])
            });
            tbs.push(explicit(3, sequence(extensions)));
        }
        let tbs = sequence(tbs);
        let mut signature = issuer.key.sign(issuer.signing, &tbs);
        if self.spoil {
            let middle = signature.len() / 2;
            signature[middle] ^= 1;
        }
        Minted {
            der: sequence([tbs, algorithm, bits(signature)]),
            key: self.key,
            name: subject,
            key_id: own_id,
            signing: self.signing,
        }
    }
}

impl Minted {
    pub fn pem(&self) -> String {
        pem_block("CERTIFICATE", &self.der)
    }

    /// The private key as PKCS#8.
    pub fn key_pem(&self) -> String {
        pem_block("PRIVATE KEY", &self.key.pkcs8())
    }
}

/// A block of PEM, 64 columns, LF.
pub fn pem_block(label: &str, der: &[u8]) -> String {
    let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
    pem::encode_config(&pem::Pem::new(label, der), config)
}

/// Several certificates one after the other.
pub fn bundle(certificates: &[&Minted]) -> String {
    certificates.iter().map(|certificate| certificate.pem()).collect()
}

/// UTCTime through 2049, GeneralizedTime from 2050.
pub fn time(moment: &str) -> Vec<u8> {
    let text = Timestamp::parse(moment).unwrap_or_else(|| panic!("{moment} is no moment")).to_string();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if (1950..2050).contains(&digits[..4].parse::<u32>().unwrap()) {
        tlv(0x17, format!("{}Z", &digits[2..]))
    } else {
        tlv(0x18, format!("{digits}Z"))
    }
}

pub fn name(attributes: &[(&'static str, String)]) -> Vec<u8> {
    sequence(attributes.iter().map(|(id, text)| {
        let value = if *id == "2.5.4.6" { tlv(0x13, text) } else { utf8(text) };
        set([sequence([oid(id), value])])
    }))
}

/// keyUsage bits as a bit string without trailing zero bits.
pub fn key_usage(usage: u16) -> Vec<u8> {
    let bytes = usage.to_be_bytes();
    let content = if bytes[1] == 0 { &bytes[..1] } else { &bytes[..] };
    let unused = content.last().unwrap().trailing_zeros().min(7) as u8;
    tlv(0x03, [&[unused], content].concat())
}

pub fn oids(list: &[&str]) -> Vec<u8> {
    sequence(list.iter().map(|id| oid(id)))
}

/// authorityInfoAccess: method and address.
pub fn access(list: &[(&str, &str)]) -> Vec<u8> {
    sequence(list.iter().map(|(method, address)| sequence([oid(method), implicit(6, address)])))
}

pub fn crl_points(address: &str) -> Vec<u8> {
    sequence([sequence([explicit(0, explicit(0, implicit(6, address)))])])
}

/// A list of signed certificate timestamps of distinct invented logs (their signatures are nonsense).
pub fn scts(count: u8) -> Vec<u8> {
    let list: Vec<u8> = (1..=count)
        .flat_map(|log| {
            let signature = [0x30, 0x06, 0x02, 0x01, log, 0x02, 0x01, log];
            let mut sct = vec![0];
            sct.extend([log; 32]);
            sct.extend(1_790_812_800_000_u64.to_be_bytes());
            sct.extend([0, 0, 4, 3, 0, 8]);
            sct.extend(signature);
            [&(sct.len() as u16).to_be_bytes()[..], &sct].concat()
        })
        .collect();
    octets([&(list.len() as u16).to_be_bytes()[..], &list].concat())
}

/// RFC 5280 §4.2.1.2, method 1: SHA-1 of the key bits.
fn key_id(spki: &[u8]) -> Vec<u8> {
    let (_, info) =
        <x509_parser::x509::SubjectPublicKeyInfo as x509_parser::prelude::FromDer<_>>::from_der(spki).expect("a key");
    sha1::Sha1::digest(&info.subject_public_key.data).to_vec()
}

const P256: &str = "1.2.840.10045.3.1.7";
const P384: &str = "1.3.132.0.34";
const P521: &str = "1.3.132.0.35";
const ED25519: &str = "1.3.101.112";

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
            Self::Rsa2048(_) | Self::Rsa1024 => self.rsa().to_pkcs8_der().unwrap().as_bytes().to_vec(),
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

    fn is_rsa(self) -> bool {
        matches!(self, Self::Rsa2048(_) | Self::Rsa1024)
    }

    fn signature_algorithm(self, signing: Signing) -> Vec<u8> {
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
            (_, Signing::Sha1) => plain("1.2.840.10045.4.1"),
            (Self::P384(_), Signing::Usual) | (_, Signing::Sha384) => plain("1.2.840.10045.4.3.3"),
            (Self::P521(_), Signing::Usual) => plain("1.2.840.10045.4.3.4"),
            (_, Signing::Usual) => plain("1.2.840.10045.4.3.2"),
        }
    }

    fn sign(self, signing: Signing, message: &[u8]) -> Vec<u8> {
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

/// "Random" numbers that are the same every time; for salts and blinding of test signatures only.
struct Counter(u64);

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
