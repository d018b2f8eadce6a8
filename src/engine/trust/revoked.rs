use crate::engine::x509::{Certificate, der::strip_zeros};
use sha2::{Digest, Sha256};

/// The first bytes of a hash: among two thousand, a stranger has the same with a chance of one in a hundred billion.
const ID_BYTES: usize = 6;

/// One id a line, in hex, sorted; `make data` writes it from Mozilla's OneCRL.
static TABLE: &str = include_str!("../../../data/trust/revoked.tsv");

/// What a revoked CA certificate is known by: its issuer and serial number, or its subject and the SHA-256 of its key.
pub fn revoked_id(by_key: bool, name: &[u8], other: &[u8]) -> [u8; ID_BYTES] {
    let other = if by_key { other } else { strip_zeros(other) };
    let hash = Sha256::new().chain_update([u8::from(by_key)]).chain_update(name).chain_update(other).finalize();
    let mut id = [0; ID_BYTES];
    id.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    id
}

/// Whether Mozilla calls a CA certificate revoked.
pub fn is_revoked(certificate: &Certificate) -> bool {
    let ids = [
        revoked_id(false, &certificate.issuer.raw, &certificate.serial),
        revoked_id(true, &certificate.subject.raw, &certificate.spki_sha256),
    ];
    ids.iter().any(|id| contains(&crate::engine::analysis::hex(id)))
}

/// Lines are of one length and sorted.
fn contains(id: &str) -> bool {
    let line = ID_BYTES.saturating_mul(2).saturating_add(1);
    let count = TABLE.len().checked_div(line).unwrap_or_default();
    let at = |index: usize| TABLE.get(index.saturating_mul(line)..).and_then(|rest| rest.get(..line.saturating_sub(1)));
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        match at(middle) {
            Some(own) if own == id => return true,
            Some(own) if own < id => low = middle.saturating_add(1),
            _ => high = middle,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found() {
        assert!(TABLE.lines().count() > 1500 && TABLE.lines().is_sorted());
        assert!(TABLE.lines().all(|line| line.len() == ID_BYTES * 2 && contains(line)));
        assert!(!contains("000000000000") && !contains("ffffffffffff"));
    }
}
