//! Certificates that come with the program: public intermediates and roots, in shards by the name of their subject, so
//! that a page loads fifty kilobytes to fill one gap instead of three megabytes.
//!
//! The engine loads nothing: it says which files it would use ([`Wanted`]), and judges by those that the options bring.

use super::{
    budget::LIMITS,
    read::Material,
    sorted, trust,
    x509::{self, Certificate, der::Elements},
};
use crate::report::{SupplyFile, Timestamp};
use sha2::{Digest, Sha256};

/// Shards of each kind: intermediates come in pieces of about 40 kB, roots of about 5.
pub const SHARDS: u8 = 64;

/// The file that lists whose certificates there are: the date of the supply, then the first bytes of the SHA-256 of each
/// subject (DER) that has an intermediate certificate, sorted.
pub const INDEX: &str = "index.bin";

/// Bytes of the date at the start of the index: `2026-08-21`.
pub const DATE_BYTES: usize = 10;

/// Bytes of each entry of the index.
pub const ENTRY_BYTES: usize = 4;

/// What a shard holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Intermediate certificates: they are served.
    Intermediates,
    /// Root certificates: signatures are verified with them.
    Roots,
}

impl Kind {
    /// The file for certificates of this subject (DER).
    pub fn file(self, subject: &[u8]) -> String {
        let [first, ..] = entry(subject);
        self.shard(first.checked_rem(SHARDS).unwrap_or_default())
    }

    fn shard(self, number: u8) -> String {
        let kind = match self {
            Self::Intermediates => "intermediates",
            Self::Roots => "roots",
        };
        format!("{kind}-{number:02}.bin")
    }
}

/// What stands for a subject (DER) in the index.
pub fn entry(subject: &[u8]) -> [u8; ENTRY_BYTES] {
    let mut entry = [0; ENTRY_BYTES];
    entry.iter_mut().zip(Sha256::digest(subject)).for_each(|(to, from)| *to = from);
    entry
}

/// The files of a supply: what the program that packs it writes. Roots that no table knows, revoked certificates and
/// repetitions are left out. The index does not list roots, so their files may be asked for even where they are empty.
pub fn files(certificates: &[Certificate], date: &str) -> Vec<SupplyFile> {
    let mut files = vec![SupplyFile { name: INDEX.to_owned(), bytes: date.as_bytes().to_vec() }];
    files.extend((0..SHARDS).map(|number| SupplyFile { name: Kind::Roots.shard(number), bytes: Vec::new() }));
    let mut entries = Vec::new();
    let mut seen = Vec::new();
    for certificate in certificates {
        let subject = certificate.subject.raw.as_slice();
        let kind = if certificate.is_self_issued() { Kind::Roots } else { Kind::Intermediates };
        let unknown = kind == Kind::Roots && trust::known_root(certificate).is_none();
        if unknown || trust::is_revoked(certificate) || seen.contains(&certificate.sha256) {
            continue;
        }
        seen.push(certificate.sha256);
        if kind == Kind::Intermediates {
            sorted::insert(&mut entries, entry(subject));
        }
        let name = kind.file(subject);
        match files.iter_mut().find(|file| file.name == name) {
            Some(file) => file.bytes.extend_from_slice(&certificate.der),
            None => files.push(SupplyFile { name, bytes: certificate.der.to_vec() }),
        }
    }
    if let Some(index) = files.first_mut() {
        index.bytes.extend(entries.into_iter().flatten());
    }
    files
}

/// What was loaded of the supply.
#[derive(Debug)]
pub struct Supply<'a> {
    files: &'a [SupplyFile],
    /// Every certificate in the shards that were loaded, without what is revoked.
    certificates: Vec<Certificate>,
}

/// Files of the supply that would help, and are not loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted(Vec<String>);

impl Wanted {
    /// Their names, sorted.
    pub fn names(&self) -> &[String] {
        &self.0
    }
}

impl<'a> Supply<'a> {
    /// Reads what was loaded.
    pub fn new(files: &'a [SupplyFile]) -> Self {
        let shards = files.iter().filter(|file| file.name != INDEX);
        let ders = shards.flat_map(|file| ders(&file.bytes));
        let read = ders.filter_map(|der| x509::parse(der).ok()).filter(|it| !trust::is_revoked(it));
        Self { files, certificates: read.collect() }
    }

    /// Whether an issuer (name as DER) has certificates here; none until the index is loaded.
    pub fn lists(&self, subject: &[u8]) -> Option<bool> {
        let index = self.file(INDEX)?.get(DATE_BYTES..)?;
        let entries = index.as_chunks::<ENTRY_BYTES>().0;
        Some(entries.binary_search(&entry(subject)).is_ok())
    }

    /// The day of the supply, where its index is loaded.
    pub fn as_of(&self) -> Option<&'a str> {
        std::str::from_utf8(self.file(INDEX)?.get(..DATE_BYTES)?).ok()
    }

    /// The certificates of a subject (DER).
    pub fn named(&self, subject: &[u8]) -> impl Iterator<Item = &Certificate> {
        self.certificates.iter().filter(move |it| it.subject.raw == subject)
    }

    /// Asks for the intermediates of a subject (DER), unless they are here or there are none.
    pub fn want_intermediates(&self, subject: &[u8], wanted: &mut Wanted) {
        match self.lists(subject) {
            None => self.want(INDEX.to_owned(), wanted),
            Some(true) => self.want(Kind::Intermediates.file(subject), wanted),
            Some(false) => {}
        }
    }

    /// Asks for the roots of a subject (DER), unless they are here.
    pub fn want_roots(&self, subject: &[u8], wanted: &mut Wanted) {
        self.want(Kind::Roots.file(subject), wanted);
    }

    fn want(&self, name: String, wanted: &mut Wanted) {
        if self.file(&name).is_none() {
            sorted::insert(&mut wanted.0, name);
        }
    }

    fn file(&self, name: &str) -> Option<&'a [u8]> {
        self.files.iter().find(|file| file.name == name).map(|file| file.bytes.as_slice())
    }

    /// Adds to the material, as certificates that were not given, every intermediate from here that stands on a way
    /// upward from the server certificate and is valid now.
    pub fn add_to(&self, material: &mut Material, leaf: usize, now: Timestamp) {
        let mut open = vec![leaf];
        let mut seen: Vec<usize> = Vec::new();
        while let Some(at) = open.pop() {
            let Some(name) = material.certificates.get(at).map(|it| it.issuer.raw.clone()) else { continue };
            if seen.contains(&at) || seen.len() >= LIMITS.supplied {
                continue;
            }
            seen.push(at);
            let usable =
                |it: &&Certificate| !it.is_self_issued() && (it.not_before.at..=it.not_after.at).contains(&now);
            for issuer in self.named(&name).filter(usable) {
                if !material.certificates.iter().any(|known| known.sha256 == issuer.sha256) {
                    material.supplied.push(material.certificates.len());
                    material.certificates.push(issuer.clone());
                }
            }
            open.extend(
                (0..material.certificates.len())
                    .filter(|&index| material.certificates.get(index).is_some_and(|it| it.subject.raw == name)),
            );
        }
    }
}

/// The certificates of a shard: one DER behind the other.
fn ders(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut elements = Elements::new(bytes, 0);
    std::iter::from_fn(move || bytes.get(elements.next_element().ok()?.place()))
}
