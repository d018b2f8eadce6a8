//! Mints what stands beside certificates: requests, revocation lists, OCSP responses.

use super::der::*;
use super::mint::{AKI, Cert, Key, Minted, SAN, Signing, name, pem_block, time};
use certloupe::engine::x509;
use sha2::{Digest, Sha256};

/// RFC 2985 §5.4.2.
const EXTENSION_REQUEST: &str = "1.2.840.113549.1.9.14";

/// A certificate signing request to be minted.
#[derive(Clone, Debug)]
pub struct Request {
    pub subject: Vec<(&'static str, String)>,
    pub key: Key,
    pub extensions: Vec<(String, bool, Vec<u8>)>,
    /// The attribute that holds the extensions.
    pub attribute: &'static str,
    pub challenge: Option<&'static str>,
    pub spoil: bool,
}

impl Request {
    /// For these names, the first of which is the common name too.
    pub fn for_names(key: Key, names: &[&str]) -> Self {
        let cert = Cert::bare(names[0]).san(names);
        let extensions = cert.extensions.into_iter().filter(|(oid, ..)| oid == SAN).collect();
        Self { subject: cert.subject, key, extensions, attribute: EXTENSION_REQUEST, challenge: None, spoil: false }
    }

    /// With a common name only.
    pub fn for_common_name(key: Key, common_name: &str) -> Self {
        Self {
            subject: Cert::bare(common_name).subject,
            key,
            extensions: Vec::new(),
            attribute: EXTENSION_REQUEST,
            challenge: None,
            spoil: false,
        }
    }

    pub fn challenge(mut self, password: &'static str) -> Self {
        self.challenge = Some(password);
        self
    }

    pub fn spoil(mut self) -> Self {
        self.spoil = true;
        self
    }

    pub fn der(&self) -> Vec<u8> {
        let mut attributes = Vec::new();
        if !self.extensions.is_empty() {
            let value = set([extensions(&self.extensions)]);
            attributes.extend(sequence([oid(self.attribute), value]));
        }
        if let Some(password) = self.challenge {
            attributes.extend(sequence([oid("1.2.840.113549.1.9.7"), set([utf8(password)])]));
        }
        let info = sequence([integer(0), name(&self.subject), self.key.spki(), explicit(0, attributes)]);
        signed(info, self.key, Signing::Usual, self.spoil)
    }

    pub fn pem(&self) -> String {
        pem_block("CERTIFICATE REQUEST", &self.der())
    }
}

/// A revocation list to be minted.
#[derive(Clone, Debug)]
pub struct Crl {
    pub issuer: Minted,
    pub this_update: &'static str,
    pub next_update: &'static str,
    /// Serial number, moment, reason.
    pub entries: Vec<(Vec<u8>, &'static str, Option<u8>)>,
    /// More entries, as DER.
    pub raw_entries: Vec<Vec<u8>>,
    pub extensions: Vec<(String, bool, Vec<u8>)>,
    pub signing: Signing,
    pub spoil: bool,
}

impl Crl {
    /// An empty list of mid-November 2026 that holds until December.
    pub fn of(issuer: &Minted) -> Self {
        Self {
            issuer: issuer.clone(),
            this_update: "2026-11-15",
            next_update: "2026-12-01",
            entries: Vec::new(),
            raw_entries: Vec::new(),
            extensions: vec![
                (AKI.to_owned(), false, sequence([implicit(0, &issuer.key_id)])),
                ("2.5.29.20".to_owned(), false, integer(7)),
            ],
            signing: Signing::Usual,
            spoil: false,
        }
    }

    pub fn revoking(mut self, certificate: &Minted, at: &'static str, reason: Option<u8>) -> Self {
        self.entries.push((serial(certificate), at, reason));
        self
    }

    pub fn with_raw_entry(mut self, entry: Vec<u8>) -> Self {
        self.raw_entries.push(entry);
        self
    }

    pub fn dated(mut self, this_update: &'static str, next_update: &'static str) -> Self {
        (self.this_update, self.next_update) = (this_update, next_update);
        self
    }

    /// Without nextUpdate.
    pub fn without_end(mut self) -> Self {
        self.next_update = "";
        self
    }

    /// Its issuer written in another way.
    pub fn called(mut self, name: Vec<u8>) -> Self {
        self.issuer.name = name;
        self
    }

    pub fn extension(mut self, oid: &str, critical: bool, value: Vec<u8>) -> Self {
        self.extensions.push((oid.to_owned(), critical, value));
        self
    }

    pub fn signing(mut self, signing: Signing) -> Self {
        self.signing = signing;
        self
    }

    pub fn spoil(mut self) -> Self {
        self.spoil = true;
        self
    }

    pub fn der(&self) -> Vec<u8> {
        let entry = |(serial, at, reason): &(Vec<u8>, &str, Option<u8>)| {
            let mut parts = vec![tlv(0x02, serial), time(at)];
            if let Some(reason) = reason {
                let value = octets(tlv(0x0a, [*reason]));
                parts.push(sequence([sequence([oid("2.5.29.21"), value])]));
            }
            sequence(parts)
        };
        let mut list = vec![
            integer(1),
            self.issuer.key.signature_algorithm(self.signing),
            self.issuer.name.clone(),
            time(self.this_update),
        ];
        if !self.next_update.is_empty() {
            list.push(time(self.next_update));
        }
        let entries: Vec<_> = self.entries.iter().map(entry).chain(self.raw_entries.iter().cloned()).collect();
        if !entries.is_empty() {
            list.push(sequence(entries));
        }
        list.push(explicit(0, extensions(&self.extensions)));
        signed(sequence(list), self.issuer.key, self.signing, self.spoil)
    }

    pub fn pem(&self) -> String {
        pem_block("X509 CRL", &self.der())
    }
}

/// What a responder says of one certificate.
#[derive(Clone, Debug)]
pub enum Answer {
    Good,
    Revoked(&'static str, Option<u8>),
    Unknown,
}

/// An OCSP response to be minted.
#[derive(Clone, Debug)]
pub struct Ocsp {
    pub signer: Minted,
    pub by_key: bool,
    pub sha256: bool,
    pub this_update: &'static str,
    pub next_update: &'static str,
    pub answers: Vec<(Minted, Minted, Answer)>,
    /// More answers, as DER.
    pub raw_answers: Vec<Vec<u8>>,
    pub certificates: Vec<Minted>,
    pub spoil: bool,
}

impl Ocsp {
    /// A response of mid-November 2026 that holds until December.
    pub fn by(signer: &Minted) -> Self {
        Self {
            signer: signer.clone(),
            by_key: false,
            sha256: false,
            this_update: "2026-11-15",
            next_update: "2026-12-01",
            answers: Vec::new(),
            raw_answers: Vec::new(),
            certificates: Vec::new(),
            spoil: false,
        }
    }

    pub fn about(mut self, certificate: &Minted, issuer: &Minted, answer: Answer) -> Self {
        self.answers.push((certificate.clone(), issuer.clone(), answer));
        self
    }

    /// With the answers of another response, which keep their dates.
    pub fn and(mut self, other: &Self) -> Self {
        self.raw_answers.extend(other.encoded_answers());
        self
    }

    pub fn with(mut self, certificate: &Minted) -> Self {
        self.certificates.push(certificate.clone());
        self
    }

    pub fn by_key(mut self) -> Self {
        self.by_key = true;
        self
    }

    pub fn sha256(mut self) -> Self {
        self.sha256 = true;
        self
    }

    pub fn dated(mut self, this_update: &'static str, next_update: &'static str) -> Self {
        (self.this_update, self.next_update) = (this_update, next_update);
        self
    }

    pub fn spoil(mut self) -> Self {
        self.spoil = true;
        self
    }

    fn encoded_answers(&self) -> Vec<Vec<u8>> {
        let hash = |bytes: &[u8]| match self.sha256 {
            true => Sha256::digest(bytes).to_vec(),
            false => sha1::Sha1::digest(bytes).to_vec(),
        };
        let algorithm = oid(if self.sha256 { "2.16.840.1.101.3.4.2.1" } else { "1.3.14.3.2.26" });
        let answer = |(certificate, issuer, answer): &(Minted, Minted, Answer)| {
            let id = sequence([
                sequence([algorithm.clone(), null()]),
                octets(hash(&issuer.name)),
                octets(hash(&key_bits(issuer))),
                tlv(0x02, serial(certificate)),
            ]);
            let state = match answer {
                Answer::Good => implicit(0, []),
                Answer::Unknown => implicit(2, []),
                Answer::Revoked(at, reason) => {
                    let reason = reason.map(|reason| explicit(0, tlv(0x0a, [reason]))).unwrap_or_default();
                    explicit(1, [generalized(at), reason].concat())
                }
            };
            let next = match self.next_update {
                "" => Vec::new(),
                next => explicit(0, generalized(next)),
            };
            sequence([id, state, generalized(self.this_update), next])
        };
        self.answers.iter().map(answer).chain(self.raw_answers.iter().cloned()).collect()
    }

    pub fn der(&self) -> Vec<u8> {
        let responder = match self.by_key {
            true => explicit(2, octets(sha1::Sha1::digest(key_bits(&self.signer)))),
            false => explicit(1, &self.signer.name),
        };
        let data = sequence([responder, generalized(self.this_update), sequence(self.encoded_answers())]);
        let mut basic = vec![signed_parts(data, self.signer.key, Signing::Usual, self.spoil)];
        if !self.certificates.is_empty() {
            basic.push(explicit(0, sequence(self.certificates.iter().map(|it| it.der.clone()))));
        }
        let bytes = sequence([oid("1.3.6.1.5.5.7.48.1.1"), octets(sequence(basic))]);
        sequence([tlv(0x0a, [0]), explicit(0, bytes)])
    }
}

/// A response without an answer.
pub fn no_answer(status: u8) -> Vec<u8> {
    sequence([tlv(0x0a, [status])])
}

pub fn serial(certificate: &Minted) -> Vec<u8> {
    x509::parse(&certificate.der).unwrap().serial
}

fn key_bits(certificate: &Minted) -> Vec<u8> {
    let certificate = x509::parse(&certificate.der).unwrap();
    certificate.bytes(&certificate.public_key.key).to_vec()
}

fn generalized(moment: &str) -> Vec<u8> {
    let text = certloupe::report::Timestamp::parse(moment).unwrap().to_string();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    tlv(0x18, format!("{digits}Z"))
}

fn extensions(list: &[(String, bool, Vec<u8>)]) -> Vec<u8> {
    sequence(list.iter().map(|(id, critical, value)| {
        let critical = if *critical { boolean(true) } else { Vec::new() };
        sequence([oid(id), critical, octets(value)])
    }))
}

fn signed(content: Vec<u8>, key: Key, signing: Signing, spoil: bool) -> Vec<u8> {
    sequence([signed_parts(content, key, signing, spoil)])
}

fn signed_parts(content: Vec<u8>, key: Key, signing: Signing, spoil: bool) -> Vec<u8> {
    let mut signature = key.sign(signing, &content);
    if spoil {
        let middle = signature.len() / 2;
        signature[middle] ^= 1;
    }
    [content, key.signature_algorithm(signing), bits(signature)].concat()
}
