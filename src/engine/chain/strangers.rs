//! Certificates that belong to no path of any leaf.

use super::links::Links;
use crate::engine::{sorted::Index, x509::Certificate};

/// Certificates that neither the search from the main leaf came by (`reached`) nor names and key ids connect with
/// another leaf. Signatures of the other leaves are not verified: a pile of thousands is looked through at once.
pub(super) fn strangers(
    certificates: &[Certificate],
    links: &Links<'_>,
    leaves: &[usize],
    reached: &[usize],
) -> Vec<usize> {
    let mut known = vec![false; certificates.len()];
    let mut is_new = |index: usize| known.get_mut(index).is_some_and(|known| !std::mem::replace(known, true));
    for index in reached {
        is_new(*index);
    }
    let mut open: Vec<usize> = leaves.iter().copied().filter(|leaf| is_new(*leaf)).collect();
    let requests: Vec<_> = certificates.iter().map(request).collect();
    let by_request = Index::new(requests.iter().copied().zip(0..).collect());
    // Those who ask for the same issuer ask once.
    let mut answered = vec![false; certificates.len()];
    while let Some(request) = open.pop().and_then(|index| requests.get(index)) {
        let asker = by_request.get(*request).next().and_then(|first| answered.get_mut(first));
        if asker.is_some_and(|answered| !std::mem::replace(answered, true)) {
            open.extend(issuers(links, *request).into_iter().filter(|index| is_new(*index)));
        }
    }
    known.iter().enumerate().filter(|(_, known)| !**known).map(|(index, _)| index).collect()
}

/// The issuer that a certificate asks for: a name and, where it tells, a key id.
fn request(certificate: &Certificate) -> (&[u8], Option<&[u8]>) {
    (&certificate.issuer.raw, certificate.authority_key_identifier())
}

/// Those with the key id that is asked for; else those without any; else all of that name.
fn issuers(links: &Links<'_>, (name, key_id): (&[u8], Option<&[u8]>)) -> Vec<usize> {
    let Some(key_id) = key_id else { return links.named(name).collect() };
    let keyed: Vec<_> = links.keyed(name, key_id).collect();
    if !keyed.is_empty() {
        return keyed;
    }
    let has_no_id = |index: &usize| links.certificate(*index).and_then(Certificate::subject_key_identifier).is_none();
    let without: Vec<_> = links.named(name).filter(has_no_id).collect();
    if without.is_empty() { links.named(name).collect() } else { without }
}
