//! Java key stores: JKS and its successor JCEKS. No RFC describes them; the JDK's own reader does
//! (`sun.security.provider.JavaKeyStore`, `com.sun.crypto.provider.JceKeyStore`, OpenJDK).
//!
//! The crate `jks` refuses everything when the password is wrong, though the certificates in a store are not locked, and
//! brings second copies of SHA-1, nom and rand with it; so the two hundred lines are here. The hashes and ciphers are
//! RustCrypto's.

use super::super::super::budget::LIMITS;
use super::super::super::x509::{
    ParseError,
    der::{Element, tag},
};
use super::super::collector::{Collector, Place};
use super::super::format::{Block, read_inside, unreadable};
use super::super::material::{LooksLike, ProblemKind};
use super::locked_key::is_key;
use super::locks::{Cost, Encoding, Keyring, Refusal, Scheme, Shut};
use crate::report::InputKind;
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

/// Bytes of SHA-1, and of the salt in front of a key.
const HASH: usize = 20;
/// Sun's way of locking keys in JKS.
const KEY_PROTECTOR: &str = "1.3.6.1.4.1.42.2.17.1.1";
/// What the JDK hashes between the password and the store, so that the store's check value is not a key's.
const WHITENER: &[u8] = b"Mighty Aphrodite";
/// As deep as OpenSSL follows a chain.
const LONGEST_CHAIN: u32 = 100;
/// How Java's serialised objects begin: a secret key in JCEKS.
const SERIALISED: [u8; 4] = [0xac, 0xed, 0, 5];

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let mut bytes = Cursor { bytes: &block.bytes, at: 0 };
    let version = bytes.number().and_then(|_| bytes.number());
    let count = version.and_then(|version| Some((version, bytes.number()?)));
    let Some((version @ (1 | 2), count)) = count else { return Err(fault(4, "no version 1 or 2 and no count")) };
    collector.input(InputKind::Jks, block.place);
    let keyring = Keyring::new(collector);
    let mut store = Store { collector, place: block.place, keyring, locked: Vec::new() };
    let mut broken = None;
    for _ in 0..count {
        let at = bytes.at;
        let entry = bytes.entry(version);
        if !matches!(entry, Some(Entry::Key { whole: true, .. } | Entry::Trusted(_) | Entry::Secret)) {
            broken = Some(fault(at, "an entry does not end, or is none"));
        }
        if let Some(entry) = entry {
            store.add(&entry);
        }
        if broken.is_some() || store.collector.is_stopped() {
            break;
        }
    }
    let checked = if broken.is_none() { store.check(&block.bytes, bytes.at) } else { None };
    if broken.is_none() && checked.is_none() && block.bytes.len() < bytes.at.saturating_add(HASH) {
        broken = Some(fault(bytes.at, "the check value at the end is missing"));
    }
    store.finish(checked.is_some());
    if let Some(error) = broken {
        collector.problem(block.place, ProblemKind::BadDer { kind: InputKind::Jks, error });
    }
    Ok(block.bytes.len())
}

fn fault(offset: usize, reason: &str) -> ParseError {
    ParseError { structure: "KeyStore", offset, reason: reason.to_owned() }
}

/// One entry.
enum Entry<'a> {
    /// A private key, locked, and its certificates.
    Key { locked: &'a [u8], chain: Vec<&'a [u8]>, whole: bool },
    /// A certificate that is trusted.
    Trusted(&'a [u8]),
    /// A key for symmetric encryption, as a serialised object.
    Secret,
}

/// A place in the store; numbers have their high byte first.
#[derive(Clone)]
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_be_bytes(self.take(4)?.try_into().ok()?))
    }

    /// Bytes behind their length in four bytes.
    fn block(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.take(length)
    }

    /// A name behind its length in two bytes.
    fn name(&mut self) -> Option<&'a [u8]> {
        let length = u16::from_be_bytes(self.take(2)?.try_into().ok()?);
        self.take(usize::from(length))
    }

    /// Since version 2 each certificate says its type.
    fn certificate(&mut self, version: u32) -> Option<&'a [u8]> {
        if version > 1 {
            self.name()?;
        }
        self.block()
    }

    /// A number of the kind of entry, its alias, its date, and what it holds.
    fn entry(&mut self, version: u32) -> Option<Entry<'a>> {
        let kind = self.number()?;
        self.name()?;
        self.take(8)?;
        match kind {
            1 => {
                let locked = self.block()?;
                let count = self.number()?;
                let shown = count.min(LONGEST_CHAIN);
                let chain = (0..shown).map_while(|_| self.certificate(version)).collect::<Vec<_>>();
                let whole = u32::try_from(chain.len()) == Ok(count);
                Some(Entry::Key { locked, chain, whole })
            }
            2 => Some(Entry::Trusted(self.certificate(version)?)),
            3 => {
                self.skip_object(version)?;
                Some(Entry::Secret)
            }
            _ => None,
        }
    }

    /// A serialised object does not say how long it is: it ends where the next entry can be read, or the check value is
    /// all that is left.
    fn skip_object(&mut self, version: u32) -> Option<()> {
        let rest = self.bytes.get(self.at..).filter(|rest| rest.starts_with(&SERIALISED))?;
        let end = self.bytes.len().saturating_sub(HASH);
        let begins_entry = |at: usize| {
            let mut ahead = Self { bytes: self.bytes, at };
            match ahead.clone().number() {
                Some(1 | 2) => !matches!(ahead.entry(version), None | Some(Entry::Key { whole: false, .. })),
                Some(3) => {
                    let head = ahead.number().and_then(|_| ahead.name()).and_then(|_| ahead.take(8));
                    head.is_some() && ahead.take(4) == Some(&SERIALISED)
                }
                _ => false,
            }
        };
        let found = (SERIALISED.len()..rest.len()).map(|skip| self.at.saturating_add(skip));
        self.at = found.take_while(|at| *at < end).find(|at| begins_entry(*at)).unwrap_or(end);
        Some(())
    }
}

struct Store<'c, 'a> {
    collector: &'c mut Collector<'a>,
    place: Place,
    keyring: Keyring,
    /// Why keys stayed shut.
    locked: Vec<Shut>,
}

impl Store<'_, '_> {
    fn add(&mut self, entry: &Entry<'_>) {
        match entry {
            Entry::Key { locked, chain, .. } => {
                self.key(locked);
                chain.iter().for_each(|certificate| self.certificate(certificate));
            }
            Entry::Trusted(certificate) => self.certificate(certificate),
            Entry::Secret => unreadable(self.collector, self.place, LooksLike::SecretKey),
        }
    }

    fn certificate(&mut self, der: &[u8]) {
        read_inside(self.collector, der, InputKind::Certificate, self.place);
    }

    fn key(&mut self, locked: &[u8]) {
        match self.open(locked) {
            Ok(plain) => read_inside(self.collector, &plain, InputKind::PrivateKey, self.place),
            Err(shut) => {
                if self.locked.len() < LIMITS.problems {
                    self.collector.input(InputKind::PrivateKey, self.place);
                    self.locked.push(shut);
                }
            }
        }
    }

    fn open(&mut self, locked: &[u8]) -> Result<Zeroizing<Vec<u8>>, Shut> {
        let (algorithm, data) = encrypted(locked).map_err(|fault| Shut::Refused(Refusal::Broken(fault)))?;
        let protector = algorithm.children().next_element().and_then(|oid| oid.oid());
        if protector.as_deref() == Ok(KEY_PROTECTOR) {
            let cost = Cost { rounds: blocks(data), memory: 0 };
            return self.keyring.find(self.collector, Encoding::Utf16, cost, &|password| unprotect(password, data));
        }
        let scheme = Scheme::read(&algorithm)?;
        self.keyring.open(self.collector, &scheme, data, is_key)
    }

    /// Finds the password of the store: its check value is the hash of password, whitener and everything in front.
    fn check(&mut self, bytes: &[u8], end: usize) -> Option<()> {
        let (store, value) = (bytes.get(..end)?, bytes.get(end..end.checked_add(HASH)?)?);
        let cost = Cost { rounds: blocks(store), memory: 0 };
        let fits = self.keyring.find(self.collector, Encoding::Utf16, cost, &|password| {
            (sha1(&[password, WHITENER, store]).as_slice() == value).then_some(())
        });
        fits.ok()
    }

    /// Says which keys stayed shut; where the password of the store is known, they have another.
    fn finish(mut self, store_is_open: bool) {
        let what = if store_is_open { InputKind::PrivateKey } else { InputKind::Jks };
        let mut said = Vec::new();
        for shut in std::mem::take(&mut self.locked) {
            if !said.contains(&shut) {
                said.push(shut.clone());
                shut.report(self.collector, what, self.place);
            }
        }
    }
}

/// EncryptedPrivateKeyInfo: algorithm and octets.
fn encrypted(locked: &[u8]) -> Result<(Element<'_>, &[u8]), super::super::super::x509::der::Fault> {
    let mut parts = Element::read(locked, 0)?.expect(tag::SEQUENCE)?.children();
    Ok((parts.expect(tag::SEQUENCE)?, parts.expect(tag::OCTET_STRING)?.content))
}

/// Sun's key protector: a salt, the key under a stream of SHA-1 (each block the hash of the password and the block
/// before it), and the hash of password and key.
fn unprotect(password: &[u8], data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (salt, rest) = data.split_at_checked(HASH)?;
    let (covered, check) = rest.split_at_checked(rest.len().checked_sub(HASH)?)?;
    let mut stream = Zeroizing::new(salt.to_vec());
    let mut plain = Zeroizing::new(Vec::with_capacity(covered.len()));
    for chunk in covered.chunks(HASH) {
        stream = sha1(&[password, &stream]);
        plain.extend(chunk.iter().zip(stream.iter()).map(|(covered, stream)| covered ^ stream));
    }
    (sha1(&[password, &plain]).as_slice() == check).then_some(plain)
}

fn sha1(parts: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let mut digest = Sha1::new();
    parts.iter().for_each(|part| digest.update(part));
    Zeroizing::new(digest.finalize().to_vec())
}

/// What hashing this costs, in rounds of PBKDF2: two blocks of 64 bytes each.
fn blocks(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len() / 128).unwrap_or(u64::MAX).saturating_add(1)
}
