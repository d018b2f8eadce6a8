//! Certificates that belong to no path of any leaf.

use super::links::Links;
use crate::engine::x509::Certificate;
use std::collections::BTreeSet;

/// Certificates that neither the search from the main leaf came by (`reached`) nor names and key ids connect with
/// another leaf. Signatures of the other leaves are not verified: a pile of thousands is looked through at once.
pub(super) fn strangers<'a>(links: &Links<'a>, leaves: &[usize], reached: &BTreeSet<usize>) -> Vec<usize> {
    let mut known = reached.clone();
    let mut open: Vec<usize> = leaves.iter().copied().filter(|leaf| known.insert(*leaf)).collect();
    let mut asked: BTreeSet<(&'a [u8], Option<&'a [u8]>)> = BTreeSet::new();
    while let Some(certificate) = open.pop().and_then(|index| links.certificate(index)) {
        let name = certificate.issuer.raw.as_slice();
        let key_id = certificate.authority_key_identifier();
        if asked.insert((name, key_id)) {
            open.extend(issuers(links, name, key_id).into_iter().filter(|index| known.insert(*index)));
        }
    }
    let all = (0..).take_while(|index| links.certificate(*index).is_some());
    all.filter(|index| !known.contains(index)).collect()
}

/// Those with the key id that is asked for; else those without any; else all of that name.
fn issuers<'a>(links: &Links<'a>, name: &'a [u8], key_id: Option<&'a [u8]>) -> Vec<usize> {
    let keyed = key_id.map(|key_id| links.keyed(name, key_id)).unwrap_or_default();
    if !keyed.is_empty() {
        return keyed.to_vec();
    }
    let named = links.named(name);
    let has_no_id = |index: &usize| links.certificate(*index).and_then(Certificate::subject_key_identifier).is_none();
    let without: Vec<_> = named.iter().copied().filter(has_no_id).collect();
    if key_id.is_none() || without.is_empty() { named.to_vec() } else { without }
}
