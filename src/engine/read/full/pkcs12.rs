//! PKCS#12 files (RFC 7292). Everything that lies in one is read by itself: a bag that is damaged, or locked with another
//! password, hides nothing but itself. `p12-keystore` gives all or nothing, reads DER only, and has limits of its own,
//! so that the structure is walked here.

use super::super::super::budget::LIMITS;
use super::super::super::x509::{
    ParseError,
    der::{Element, Fault, tag},
};
use super::super::collector::{Collector, Place};
use super::super::format::{Block, read_inside, unreadable};
use super::super::material::{LooksLike, ProblemKind};
use super::ber::Der;
use super::locked_key::is_key;
use super::locks::{Cost, Hash, Kdf, Keyring, Refusal, Scheme, Shut, mac_kdf};
use super::pkcs7::{ContentInfo, DATA, octets};
use crate::report::InputKind;
use zeroize::Zeroizing;

const ENCRYPTED_DATA: &str = "1.2.840.113549.1.7.6";
const ENVELOPED_DATA: &str = "1.2.840.113549.1.7.3";
/// X.509 certificates, as against SDSI's (RFC 7292 §4.2.3).
const X509_CERTIFICATE: &str = "1.2.840.113549.1.9.22.1";
const X509_CRL: &str = "1.2.840.113549.1.9.23.1";
/// Bags in bags: real files have none.
const DEEPEST: u8 = 4;

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let der = Der::of(&block.bytes).map_err(|fault| fault.within("PFX"))?;
    let file = File::read(&der.bytes).map_err(|fault| der.cut.unwrap_or(fault).within("PFX"))?;
    collector.input(InputKind::Pkcs12, block.place);
    let keyring = Keyring::new(collector).with_empty();
    let mut reader = Reader { collector, place: block.place, keyring, opened: 0, locked: Vec::new(), refuted: false };
    let checked = file.mac.as_ref().map(|mac| reader.check(mac, &file.safe));
    reader.refuted = checked == Some(Err(Shut::Locked));
    reader.safes(&file.safe);
    // Of a file that breaks off nobody expects that its check value fits.
    reader.finish(checked.filter(|checked| der.cut.is_none() || *checked != Err(Shut::Locked)));
    if let Some(fault) = der.cut {
        collector.problem(block.place, broken(fault));
    }
    Ok(der.used)
}

/// The outermost structure (RFC 7292 §4).
struct File {
    /// The authenticated safe.
    safe: Zeroizing<Vec<u8>>,
    mac: Option<Result<CheckValue, Refusal>>,
}

/// How the check value is made, and the value.
struct CheckValue {
    kdf: Kdf,
    hash: Hash,
    key_length: usize,
    value: Vec<u8>,
}

impl File {
    fn read(der: &[u8]) -> Result<Self, Fault> {
        let mut parts = Element::read(der, 0)?.expect(tag::SEQUENCE)?.children();
        parts.expect(tag::INTEGER)?;
        let at = parts.position();
        let info = ContentInfo::of(&parts.next_element()?)?;
        if info.kind != DATA {
            return Err(Fault::new(at, "signed with a certificate, not with a password"));
        }
        let content = info.content.ok_or(Fault::new(at, "no content"))?.expect(tag::OCTET_STRING)?;
        let mac = if parts.is_empty() { None } else { Some(check_value(&parts.next_element()?)) };
        Ok(Self { safe: octets(&content), mac })
    }
}

fn check_value(mac: &Element<'_>) -> Result<CheckValue, Refusal> {
    let mut parts = mac.expect(tag::SEQUENCE)?.children();
    let mut digest = parts.expect(tag::SEQUENCE)?.children();
    let algorithm = digest.next_element()?;
    let value = digest.expect(tag::OCTET_STRING)?.content.to_vec();
    let salt = parts.expect(tag::OCTET_STRING)?;
    let rounds = if parts.is_empty() { 1 } else { parts.expect(tag::INTEGER)?.unsigned()? };
    let (kdf, hash, key_length) = mac_kdf(&algorithm, &salt, rounds)?;
    Ok(CheckValue { kdf, hash, key_length, value })
}

struct Reader<'c, 'a> {
    collector: &'c mut Collector<'a>,
    place: Place,
    keyring: Keyring,
    /// Parts that a password opened.
    opened: usize,
    /// Why parts stayed shut: each reason once.
    locked: Vec<Shut>,
    /// The check value is made with none of the passwords.
    refuted: bool,
}

impl Reader<'_, '_> {
    /// Finds the password that the check value is made with.
    fn check(&mut self, mac: &Result<CheckValue, Refusal>, safe: &[u8]) -> Result<(), Shut> {
        let mac = mac.as_ref().map_err(|refusal| Shut::Refused(refusal.clone()))?;
        let cost = Cost { rounds: mac.kdf.rounds(mac.key_length), memory: mac.kdf.memory(), data: safe.len() };
        self.keyring.find(self.collector, mac.kdf.encoding(), cost, &|password| {
            let (key, _) = mac.kdf.derive(password, mac.key_length, 0)?;
            mac.hash.verifies(&key, safe, &mac.value).then_some(())
        })
    }

    /// AuthenticatedSafe (§4.1): open and encrypted parts, one after the other.
    fn safes(&mut self, safe: &[u8]) {
        let Some(der) = self.der(safe) else { return };
        self.each(&der, &mut |reader, part| {
            let info = ContentInfo::of(part)?;
            let content = info.content.ok_or_else(|| part.fault("no content"))?;
            match info.kind.as_str() {
                DATA => reader.bags(&octets(&content.expect(tag::OCTET_STRING)?), 0),
                ENCRYPTED_DATA => reader.encrypted(&content)?,
                ENVELOPED_DATA => reader.shut(Refusal::Unknown("EnvelopedData".to_owned()).into()),
                _ => return Err(part.fault("a content type that PKCS#12 does not have")),
            }
            Ok(())
        });
    }

    /// EncryptedData (RFC 5652 §8).
    fn encrypted(&mut self, content: &Element<'_>) -> Result<(), Fault> {
        let mut parts = content.expect(tag::SEQUENCE)?.children();
        parts.expect(tag::INTEGER)?;
        let mut info = parts.expect(tag::SEQUENCE)?.children();
        info.expect(tag::OID)?;
        let scheme = Scheme::read(&info.next_element()?);
        let data = info.optional_context(0)?.ok_or_else(|| content.fault("no encrypted content"))?;
        if let Some(plain) = self.open(scheme, &octets(&data), is_list) {
            self.bags(&plain, 0);
        }
        Ok(())
    }

    /// SafeContents (§4.2).
    fn bags(&mut self, contents: &[u8], depth: u8) {
        let Some(der) = self.der(contents) else { return };
        self.each(&der, &mut |reader, bag| {
            let mut parts = bag.expect(tag::SEQUENCE)?.children();
            let kind = parts.next_element()?.oid()?;
            let value = parts.optional_context(0)?.ok_or_else(|| bag.fault("an empty bag"))?;
            let value = value.children().next_element()?;
            reader.bag(kind.strip_prefix("1.2.840.113549.1.12.10.1."), &value, depth)
        });
    }

    /// One bag by its number (§4.2): keys, locked keys, certificates, revocation lists, secrets, bags.
    fn bag(&mut self, kind: Option<&str>, value: &Element<'_>, depth: u8) -> Result<(), Fault> {
        match kind {
            Some("1") => read_inside(self.collector, value.raw, InputKind::PrivateKey, self.place),
            Some("2") => {
                let mut parts = value.expect(tag::SEQUENCE)?.children();
                let scheme = Scheme::read(&parts.next_element()?);
                let data = parts.expect(tag::OCTET_STRING)?;
                if let Some(plain) = self.open(scheme, data.content, is_key) {
                    read_inside(self.collector, &plain, InputKind::PrivateKey, self.place);
                }
            }
            Some("3") => self.wrapped(value, X509_CERTIFICATE, InputKind::Certificate)?,
            Some("4") => self.wrapped(value, X509_CRL, InputKind::Crl)?,
            Some("5") => unreadable(self.collector, self.place, LooksLike::SecretKey),
            Some("6") if depth < DEEPEST => self.bags(value.raw, depth.saturating_add(1)),
            _ => return Err(value.fault("a bag that PKCS#12 does not have")),
        }
        Ok(())
    }

    /// A certificate or revocation list in its octet string.
    fn wrapped(&mut self, value: &Element<'_>, wanted: &str, kind: InputKind) -> Result<(), Fault> {
        let mut parts = value.expect(tag::SEQUENCE)?.children();
        if parts.next_element()?.oid()? != wanted {
            return Err(value.fault("not of X.509"));
        }
        let inside = parts.optional_context(0)?.ok_or_else(|| value.fault("an empty bag"))?;
        let inside = inside.children().next_element()?.expect(tag::OCTET_STRING)?;
        read_inside(self.collector, &octets(&inside), kind, self.place);
        Ok(())
    }

    /// Opens a part with the password that makes sense of it, or remembers why not.
    fn open(
        &mut self,
        scheme: Result<Scheme, Refusal>,
        data: &[u8],
        makes_sense: fn(&[u8]) -> bool,
    ) -> Option<Zeroizing<Vec<u8>>> {
        // Where the check value refused every password and the first part did, too, the others would do the same.
        let hopeless = self.refuted && self.locked.contains(&Shut::Locked);
        let plain = scheme.map_err(Shut::Refused).and_then(|scheme| match hopeless {
            true => Err(Shut::Locked),
            false => self.keyring.open(self.collector, &scheme, data, makes_sense),
        });
        match plain {
            Ok(plain) => {
                self.opened = self.opened.saturating_add(1);
                Some(plain)
            }
            Err(shut) => {
                self.shut(shut);
                None
            }
        }
    }

    fn shut(&mut self, shut: Shut) {
        // A hostile file locks every part in another way.
        if self.locked.len() < LIMITS.problems && !self.locked.contains(&shut) {
            self.locked.push(shut);
        }
    }

    /// A structure inside as DER; what is wrong with it is said.
    fn der(&mut self, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let der = Der::of(bytes);
        if let Some(fault) = der.as_ref().map_or_else(|fault| Some(*fault), |der| der.cut) {
            self.collector.problem(self.place, broken(fault));
        }
        der.ok().map(|der| der.bytes)
    }

    /// Walks a list; an element that is wrong is said and left out.
    fn each(&mut self, der: &[u8], see: &mut dyn FnMut(&mut Self, &Element<'_>) -> Result<(), Fault>) {
        let list = Element::read(der, 0).and_then(|list| list.expect(tag::SEQUENCE));
        let mut elements = match list {
            Ok(list) => list.children(),
            Err(fault) => return self.collector.problem(self.place, broken(fault)),
        };
        while !elements.is_empty() && !self.collector.is_stopped() {
            let element = elements.next_element();
            let last = element.is_err();
            if let Err(fault) = element.and_then(|element| see(self, &element)) {
                self.collector.problem(self.place, broken(fault));
            }
            if last {
                return;
            }
        }
    }

    /// Says what stayed shut, and whether the check value fits.
    fn finish(self, checked: Option<Result<(), Shut>>) {
        let Self { collector, place, opened, mut locked, .. } = self;
        match checked {
            // Everything opened that we know how to, and not with the password of the check value: OpenSSL and Windows
            // refuse the file.
            Some(Err(Shut::Locked)) if locked.is_empty() || opened > 0 && !locked.contains(&Shut::Locked) => {
                let tried = collector.passwords.typed().saturating_add(collector.passwords.files()) > 0;
                collector.problem(place, ProblemKind::Seal { opened: opened > 0, tried });
            }
            // A part that is locked says the same.
            Some(Err(Shut::Locked)) | Some(Ok(())) | None => {}
            Some(Err(other)) if locked.contains(&other) => {}
            Some(Err(other)) => locked.push(other),
        }
        for shut in locked {
            shut.report(collector, InputKind::Pkcs12, place);
        }
    }
}

/// Whether something decrypted is a list of bags to its last byte: nonsense is not.
fn is_list(plain: &[u8]) -> bool {
    plain.first() == Some(&0x30) && Der::of(plain).is_ok_and(|der| der.cut.is_none() && der.used == plain.len())
}

fn broken(fault: Fault) -> ProblemKind {
    ProblemKind::BadDer { kind: InputKind::Pkcs12, error: fault.within("PFX") }
}
