use super::super::super::{
    crypto,
    x509::{self, Certificate, Name, RevocationList, hex},
};
use super::{CANDIDATES, Judge};
use crate::report::{
    RevocationKind, RevocationReason, RevocationState, RevocationStatus, RevocationSummary, SignatureState,
};
use std::collections::BTreeSet;

/// Certificates that one list is reported about, revoked ones first.
const STATUSES: usize = 1_000;
/// Addresses of one certificate that are looked for among those of a list: CAs name one or two.
const ADDRESSES: usize = 16;

impl Judge<'_> {
    /// What a list is, and what it says.
    pub(super) fn list(&mut self, list: &RevocationList) -> RevocationSummary {
        let name = list.issuer.comparable();
        let named: Vec<usize> = self.by_subject.get((&name, None)).collect();
        let asked = list.authority_key_identifier();
        let has_key = |index: &&usize| asked.is_some() && self.key_id(**index) == asked;
        let (first, rest): (Vec<usize>, Vec<usize>) = named.iter().partition(|index| has_key(index));
        let candidates = first.into_iter().chain(rest);
        let (signed_by, mut signature) =
            self.signer(candidates, |issuer| crypto::verify_signed(&list.signed, &issuer.public_key, &issuer.der));
        if signed_by.and_then(|index| self.certificate(index)).is_some_and(|signer| !may_sign(signer)) {
            signature = SignatureState::Unauthorised;
        }
        let signer = signed_by.filter(|_| signature == SignatureState::Valid);
        RevocationSummary {
            kind: RevocationKind::Crl,
            source: String::new(),
            issuer: list.issuer.to_string(),
            label: list.issuer.label(),
            this_update: Some(list.this_update.at),
            next_update: list.next_update.as_ref().map(|moment| moment.at),
            signed_by,
            signature,
            number: list.number().map(hex),
            entries: list.count,
            delta: list.scope.delta,
            partial: list.scope.partial,
            unknown_critical: list.unknown_critical.clone(),
            response: None,
            certificates: self.on_list(list, &name, signer),
        }
    }

    fn key_id(&self, index: usize) -> Option<&[u8]> {
        self.certificate(index)?.subject_key_identifier()
    }

    /// The certificates that a list speaks of: those on it, and those that would be if they were revoked.
    fn on_list(&mut self, list: &RevocationList, name: &[u8], signer: Option<usize>) -> Vec<RevocationStatus> {
        let mut found: Vec<Option<RevocationStatus>> = vec![None; self.certificates.len()];
        let mut issuer: (&[u8], Vec<u8>) = (&list.issuer.raw, name.to_vec());
        list.each(&mut |entry| {
            // A delta list takes certificates off hold with this reason (RFC 5280 §5.3.1).
            let freed = entry.reason == Some(RevocationReason::RemoveFromCrl);
            let status = if freed { RevocationState::Good } else { RevocationState::Revoked };
            if !std::ptr::eq(issuer.0, entry.issuer) {
                issuer = (entry.issuer, Name::read(entry.issuer).map(|name| name.comparable()).unwrap_or_default());
            }
            for certificate in self.by_serial.get((entry.serial, Some(&issuer.1))).take(CANDIDATES) {
                if let Some(place @ None) = found.get_mut(certificate) {
                    let (at, reason) = (Some(entry.at), entry.reason);
                    *place = Some(RevocationStatus { certificate, status, at, reason, proved: false });
                }
            }
        });
        let addresses: BTreeSet<&str> = list.scope.addresses.iter().map(String::as_str).collect();
        for (certificate, place) in found.iter_mut().enumerate() {
            let (Some(it), Some(names)) = (self.certificates.get(certificate), self.names.get(certificate)) else {
                break;
            };
            let status = RevocationState::Good;
            if place.is_none() && names.issuer == name && speaks_of(list, &addresses, it) {
                *place = Some(RevocationStatus { certificate, status, at: None, reason: None, proved: false });
            }
        }
        let mut found: Vec<RevocationStatus> = found.into_iter().flatten().collect();
        if found.len() > STATUSES {
            found.sort_by_key(|status| status.status == RevocationState::Good);
            found.truncate(STATUSES);
            found.sort_by_key(|status| status.certificate);
        }
        let usable = signer.filter(|_| list.unknown_critical.is_none());
        for status in &mut found {
            status.proved = usable.is_some_and(|signer| self.may_speak(list, name, signer, status));
        }
        // Who has only the name of the issuer says nothing about those that it calls good.
        found.retain(|status| status.proved || status.status != RevocationState::Good || usable.is_none());
        found
    }

    /// Whether the signer of a list may speak about a certificate: it issued it, or the certificate names it as the
    /// issuer of its list (RFC 5280 §6.3.3 (b) (1)).
    fn may_speak(&mut self, list: &RevocationList, name: &[u8], signer: usize, status: &RevocationStatus) -> bool {
        let Some(it) = self.certificate(status.certificate) else { return false };
        if self.names.get(status.certificate).is_none_or(|names| names.issuer != name) {
            return list.scope.indirect && x509::list_issuers(it).iter().any(|issuer| issuer.comparable() == name);
        }
        // Thousands of certificates of one CA: those that are not on its list need no proof each, unless there are two
        // CAs of the name here.
        let named = it.authority_key_identifier();
        let plain = status.status == RevocationState::Good
            && named.is_some()
            && named == self.key_id(signer)
            && self.issuers_of(status.certificate).iter().all(|other| self.has_same_key(*other, signer));
        plain || self.is_issuer(signer, status.certificate)
    }

    fn has_same_key(&self, one: usize, other: usize) -> bool {
        let key = |index| self.certificate(index).map(|it: &Certificate| it.bytes(&it.public_key.spki));
        key(one) == key(other)
    }
}

/// RFC 5280 §4.2.1.3: whoever signs lists has cRLSign; where key usage is not limited, a CA may.
fn may_sign(signer: &Certificate) -> bool {
    signer.key_usage().map_or_else(|| signer.is_ca(), |usage| usage.has("cRLSign"))
}

/// Whether a certificate that is not on a list would be, if it were revoked (RFC 5280 §6.3.3).
fn speaks_of(list: &RevocationList, of_list: &BTreeSet<&str>, certificate: &Certificate) -> bool {
    let scope = &list.scope;
    let mut addresses = certificate.crl_addresses().iter().take(ADDRESSES).peekable();
    let other_part = !of_list.is_empty()
        && addresses.peek().is_some()
        && !addresses.any(|address| of_list.contains(address.as_str()));
    let other_kind = if certificate.is_ca() { scope.only_users } else { scope.only_authorities };
    !(scope.delta || scope.partial || other_part || other_kind)
}
