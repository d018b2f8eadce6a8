use super::Stretch;
use crate::engine::x509::Certificate;
use crate::report::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// A root certificate that some client has or had, by facts only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRoot {
    /// SHA-256 of its DER.
    pub sha256: [u8; 32],
    /// Its subject's common name, else organisation.
    pub name: &'static str,
    /// First 16 bytes of the SHA-256 of its subject's DER: too many for a name that only looks like it.
    pub subject: [u8; 16],
    /// First eight bytes of its subject key identifier, where it has one; else of the SHA-1 of its key (RFC 5280
    /// §4.2.1.2, method 1).
    pub key_id: [u8; 8],
    /// The day on which it ends.
    pub not_after: Timestamp,
    /// What each store says of it, in the order of [`Store`].
    cells: [&'static str; Store::COUNT],
}

/// The lists of roots that clients go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// The Android Open Source Project's, by release.
    Android,
    /// Apple's, by iOS release.
    Ios,
    /// The same, by macOS release.
    Macos,
    /// Mozilla's, by NSS release.
    Nss,
    /// Chrome's own, which its updates bring.
    Chrome,
    /// Microsoft's, which Windows updates by itself.
    Microsoft,
    /// OpenJDK's, by month of the update.
    Java,
    /// Debian's package, by release.
    Debian,
}

impl Store {
    const ALL: [(Self, &'static str); 8] = [
        (Self::Android, "android"),
        (Self::Ios, "ios"),
        (Self::Macos, "macos"),
        (Self::Nss, "nss"),
        (Self::Chrome, "chrome"),
        (Self::Microsoft, "microsoft"),
        (Self::Java, "java"),
        (Self::Debian, "debian"),
    ];
    const COUNT: usize = Self::ALL.len();

    /// The name of its column.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(store, _)| *store == self).map_or("", |(_, name)| *name)
    }

    /// The store of a column's name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, own)| *own == name).map(|(store, _)| *store)
    }
}

impl KnownRoot {
    /// The certificates that were made for its name and key, itself among them: whoever has one of them has the root.
    pub fn twins(&self) -> impl Iterator<Item = &'static Self> {
        let (subject, key_id) = (self.subject, self.key_id);
        roots().iter().filter(move |other| (other.subject, other.key_id) == (subject, key_id))
    }

    /// In how many stores it is, and how long it lasts: the better known of two twins.
    fn standing(&self) -> (usize, Timestamp) {
        (self.cells.iter().filter(|cell| !cell.is_empty() && !cell.contains("..")).count(), self.not_after)
    }

    /// The stretches of a store's versions that have it; none where the store never had.
    pub fn in_store(&self, store: Store) -> impl Iterator<Item = Stretch> {
        let cell = Store::ALL.iter().zip(self.cells).find(|((own, _), _)| *own == store).map(|(_, cell)| cell);
        cell.into_iter().flat_map(|cell| cell.split(',')).filter(|text| !text.is_empty()).map(Stretch::parse)
    }
}

/// One root a line, tab separated, bytes in hex; `make data` writes it. As text it is read by eye and by `diff`, and
/// compresses to what the bytes alone would.
static TABLE: &str = include_str!("../../../data/trust/roots.tsv");

fn roots() -> &'static [KnownRoot] {
    static ROOTS: OnceLock<Vec<KnownRoot>> = OnceLock::new();
    ROOTS.get_or_init(|| super::rows(TABLE).filter_map(read_line).collect())
}

/// One line of the table; a test proves that every line is read.
fn read_line(line: &'static str) -> Option<KnownRoot> {
    let mut columns = line.split('\t');
    Some(KnownRoot {
        sha256: hex(columns.next()?)?.try_into().ok()?,
        name: columns.next()?,
        subject: hex(columns.next()?)?.try_into().ok()?,
        key_id: hex(columns.next()?)?.try_into().ok()?,
        not_after: super::end_of_day(columns.next()?)?,
        cells: columns.collect::<Vec<_>>().try_into().ok()?,
    })
}

fn hex(text: &str) -> Option<Vec<u8>> {
    text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// The roots of this name (DER): several keys may share one.
fn named(name: &[u8]) -> impl Iterator<Item = &'static KnownRoot> + use<> {
    let hash = Sha256::digest(name);
    roots().iter().filter(move |root| hash.starts_with(&root.subject))
}

/// The known roots that may have issued a certificate, by their name and, where the certificate tells, their key id:
/// one for each key, for which several certificates may have been made ([`KnownRoot::twins`]).
///
/// Name and key id are claims of the certificate: its signature is checked where the root's own certificate is at
/// hand, since the table carries no keys. A root of the newest generation that no program has yet (Let's Encrypt's
/// Root YR and Root YE, 2026) is not in the table, so a chain that ends below it still misses the cross-signed
/// certificate.
pub fn roots_above(certificate: &Certificate) -> Vec<&'static KnownRoot> {
    let wanted = certificate.authority_key_identifier();
    let mut above: Vec<&KnownRoot> = Vec::new();
    for root in named(&certificate.issuer.raw) {
        if wanted.is_some_and(|wanted| !wanted.starts_with(&root.key_id)) {
            continue;
        }
        match above.iter_mut().find(|other| other.key_id == root.key_id) {
            Some(other) if root.standing() > other.standing() => *other = root,
            Some(_) => {}
            None => above.push(root),
        }
    }
    above
}

/// The known root that this certificate is, to the byte.
pub fn known_root(certificate: &Certificate) -> Option<&'static KnownRoot> {
    named(&certificate.subject.raw).find(|root| root.sha256 == certificate.sha256)
}

/// Whether a certificate is a known root, to the byte.
pub fn is_known_root(certificate: &Certificate) -> bool {
    known_root(certificate).is_some()
}

/// The known root that a certificate passes for by its name, with another key as its key id tells.
pub fn namesake(certificate: &Certificate) -> Option<&'static KnownRoot> {
    let own = certificate.subject_key_identifier()?;
    let mut roots = named(&certificate.subject.raw);
    let first = roots.next()?;
    (!own.starts_with(&first.key_id) && roots.all(|root| !own.starts_with(&root.key_id))).then_some(first)
}

/// Whether a known root has this name, given as DER.
pub fn is_root_name(name: &[u8]) -> bool {
    named(name).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(roots().len(), super::super::rows(TABLE).count());
        assert!(roots().len() > 300, "only {} roots", roots().len());
        assert!(roots().iter().all(|root| !root.name.is_empty() && root.cells.iter().any(|cell| !cell.is_empty())));
        assert!(
            TABLE
                .lines()
                .next()
                .is_some_and(|header| { Store::ALL.iter().map(|(_, name)| *name).eq(header.split('\t').skip(5)) })
        );
    }
}
