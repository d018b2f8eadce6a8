//! The certificates that are trusted in this run.

use crate::engine::sorted;
use crate::engine::x509::Certificate;

/// What makes a trust anchor (RFC 5280 §6.1.1 d): a name and a key. The certificate around them may be another.
pub(super) struct Anchors<'a> {
    /// Subject and the SHA-256 of its key, sorted.
    known: Vec<(&'a [u8], [u8; 32])>,
}

impl<'a> Anchors<'a> {
    pub(super) fn new(certificates: &'a [Certificate], indexes: &[usize]) -> Self {
        let mut known: Vec<_> = indexes.iter().filter_map(|&index| certificates.get(index)).map(name_and_key).collect();
        sorted::sort(&mut known);
        Self { known }
    }

    pub(super) fn contain(&self, certificate: &Certificate) -> bool {
        self.known.binary_search(&name_and_key(certificate)).is_ok()
    }
}

fn name_and_key(certificate: &Certificate) -> (&[u8], [u8; 32]) {
    (&certificate.subject.raw, certificate.spki_sha256)
}
