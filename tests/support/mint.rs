//! Mints certificates: the same bytes every time, right or wrong on purpose.
//!
//! Keys are fixed (a seed, or the test keys beside this file, which protect nothing), ECDSA and PKCS#1 signatures are
//! deterministic by themselves, and the salt of PSS comes from a counter.

use super::der::*;
pub use super::keys::{Key, Signing};
use certloupe::report::Timestamp;
use sha2::{Digest, Sha256};

/// A certificate to be minted.
#[derive(Clone, Debug)]
pub struct Cert {
    pub version: u8,
    pub serial: Vec<u8>,
    pub subject: Vec<(&'static str, String)>,
    pub raw_subject: Option<Vec<u8>>,
    pub not_before: Vec<u8>,
    pub not_after: Vec<u8>,
    pub key: Key,
    pub extensions: Vec<(String, bool, Vec<u8>)>,
    pub signing: Signing,
    pub key_ids: bool,
    pub spoil: bool,
    /// What stands for the signature, where nobody made it.
    pub signature: Option<Vec<u8>>,
    pub spki: Option<Vec<u8>>,
    /// The outer signature algorithm, where it is not the inner one.
    pub outer: Option<Vec<u8>>,
    /// The issuer's name, where it is not that of who signs.
    pub issuer: Option<Vec<u8>>,
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
pub const POLICY_MAPPINGS: &str = "2.5.29.33";
pub const POLICY_CONSTRAINTS: &str = "2.5.29.36";
pub const INHIBIT_ANY_POLICY: &str = "2.5.29.54";
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
            serial: serial_of(common_name),
            subject: vec![("2.5.4.3", common_name.to_owned())],
            not_before: Vec::new(),
            not_after: Vec::new(),
            key: Key::P256(1),
            extensions: Vec::new(),
            signing: Signing::Usual,
            key_ids: true,
            spoil: false,
            signature: None,
            spki: None,
            raw_subject: None,
            outer: None,
            issuer: None,
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

    /// A subject as DER, to bear another's name.
    pub fn raw_subject(mut self, name: &[u8]) -> Self {
        self.raw_subject = Some(name.to_vec());
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

    /// These bytes in place of a signature.
    pub fn signature(mut self, bytes: Vec<u8>) -> Self {
        self.signature = Some(bytes);
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
            name: self.raw_subject.clone().unwrap_or_else(|| name(&self.subject)),
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
        let subject = self.raw_subject.clone().unwrap_or_else(|| name(&self.subject));
        let mut tbs = Vec::new();
        if self.version > 1 {
            tbs.push(explicit(0, integer(u64::from(self.version) - 1)));
        }
        tbs.extend([
            tlv(0x02, &self.serial),
            algorithm.clone(),
            self.issuer.clone().unwrap_or_else(|| issuer.name.clone()),
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
        let mut signature = self.signature.clone().unwrap_or_else(|| issuer.key.sign(issuer.signing, &tbs));
        if self.spoil {
            let middle = signature.len() / 2;
            signature[middle] ^= 1;
        }
        Minted {
            der: sequence([tbs, self.outer.clone().unwrap_or(algorithm), bits(signature)]),
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

/// Fifteen octets for a name. The first is never zero: OpenSSL does not read an INTEGER that is longer than it need be.
fn serial_of(common_name: &str) -> Vec<u8> {
    let mut serial: Vec<u8> = Sha256::digest(common_name)[..15].iter().map(|byte| byte & 0x7f).collect();
    serial[0] = serial[0].max(1);
    serial
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
    scts_at(count, "2026-10-01")
}

/// The same, all of one moment.
pub fn scts_at(count: u8, moment: &str) -> Vec<u8> {
    let moment = Timestamp::parse(moment).expect("a moment").unix() as u64 * 1000;
    let list: Vec<u8> = (1..=count)
        .flat_map(|log| {
            let signature = [0x30, 0x06, 0x02, 0x01, log, 0x02, 0x01, log];
            let mut sct = vec![0];
            sct.extend([log; 32]);
            sct.extend(moment.to_be_bytes());
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
