use crate::engine::x509::Certificate;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// A root certificate of a public program, by facts only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRoot {
    /// SHA-256 of its DER.
    pub sha256: [u8; 32],
    /// Its subject's common name, else organisation.
    pub name: &'static str,
    /// First four bytes of the SHA-256 of its subject's DER.
    pub subject: [u8; 4],
    /// First eight bytes of its subject key identifier, where it has one; else of the SHA-1 of its key (RFC 5280
    /// §4.2.1.2, method 1).
    pub key_id: [u8; 8],
}

/// One root a line: SHA-256, name, subject, key id, tab separated, bytes in hex. `tests/roots.rs` makes it.
/// As text it is read by eye and by `diff`, and compresses to what the bytes alone would. Of names and key ids no more
/// is kept than tells roots apart: who wants to lie about them can copy the whole.
static TABLE: &str = include_str!("../../../data/roots.tsv");

fn roots() -> &'static [KnownRoot] {
    static ROOTS: OnceLock<Vec<KnownRoot>> = OnceLock::new();
    ROOTS.get_or_init(|| TABLE.lines().filter_map(read_line).collect())
}

/// One line of the table; `tests/roots.rs` proves that every line is read.
fn read_line(line: &'static str) -> Option<KnownRoot> {
    let mut columns = line.split('\t');
    Some(KnownRoot {
        sha256: hex(columns.next()?)?.try_into().ok()?,
        name: columns.next()?,
        subject: hex(columns.next()?)?.try_into().ok()?,
        key_id: hex(columns.next()?)?.try_into().ok()?,
    })
}

fn hex(text: &str) -> Option<Vec<u8>> {
    text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// The roots of this name (DER): several keys may share one.
fn named(name: &[u8]) -> impl Iterator<Item = &'static KnownRoot> {
    let hash = Sha256::digest(name);
    roots().iter().filter(move |root| hash.starts_with(&root.subject))
}

/// The known root that issued a certificate, by its name and, where the certificate tells, its key id.
///
/// Name and key id are claims of the certificate: its signature is not checked here, since the table carries no
/// keys. A wrong claim is found as soon as the root itself is given, for then its key is there to check with.
/// A root of the newest generation that no program has yet (Let's Encrypt's Root YR and Root YE, 2026) is not in the
/// table, so a chain that ends below it still misses the cross-signed certificate.
pub fn root_above(certificate: &Certificate) -> Option<&'static KnownRoot> {
    let wanted = certificate.authority_key_identifier();
    named(&certificate.issuer.raw).find(|root| wanted.is_none_or(|wanted| wanted.starts_with(&root.key_id)))
}

/// The known root that this certificate is, to the byte.
pub fn known_root(certificate: &Certificate) -> Option<&'static KnownRoot> {
    named(&certificate.subject.raw).find(|root| root.sha256 == certificate.sha256)
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
        assert_eq!(roots().len(), TABLE.lines().count());
        assert!(roots().len() > 100, "only {} roots", roots().len());
        assert!(roots().iter().all(|root| !root.name.is_empty()));
        let claims: std::collections::BTreeSet<_> = roots().iter().map(|root| (root.subject, root.key_id)).collect();
        assert_eq!(claims.len(), roots().len(), "two roots can not be told apart");
    }
}
