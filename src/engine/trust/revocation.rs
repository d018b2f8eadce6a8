//! Revocation lists and OCSP responses that were given: who signed them, and what they say about the certificates here.

use super::super::{
    budget::{Budget, Reached},
    crypto::{self, Verification},
    read::{Material, Revocation},
    sorted::Index,
    x509::{
        BasicResponse, Certificate, CertificateId, OcspResponse, Responder, RevocationList, RevokedEntry,
        der::strip_zeros, hex, oid,
    },
};
use crate::report::{
    RevocationKind, RevocationReason, RevocationState, RevocationStatus, RevocationSummary, SignatureState,
};

/// Certificates that are tried as the signer of one object; each costs a hash over all of it.
const CANDIDATES: usize = 4;

/// Every list and response, in the order given; with the limit on signatures, if that was reached.
pub(in super::super) fn revocation_summaries(
    material: &Material,
    budget: &mut Budget,
) -> (Vec<RevocationSummary>, Option<Reached>) {
    let mut judge = Judge::new(&material.certificates, budget);
    let summary = |(input, given): &(usize, Revocation)| {
        let summary = match given {
            Revocation::List(list) => judge.list(list),
            Revocation::Response(response) => judge.response(response),
        };
        let source = material.inputs.get(*input).map(|input| input.source.clone()).unwrap_or_default();
        RevocationSummary { source, ..summary }
    };
    let summaries = material.revocation.iter().map(summary).collect();
    (summaries, judge.reached)
}

struct Judge<'a> {
    certificates: &'a [Certificate],
    by_subject: Index<'a>,
    by_serial: Index<'a>,
    budget: &'a mut Budget,
    reached: Option<Reached>,
}

/// Who signed, as far as we know: the certificate under whose authority, and whether that is right.
type Signed = (Option<usize>, SignatureState);

impl<'a> Judge<'a> {
    fn new(certificates: &'a [Certificate], budget: &'a mut Budget) -> Self {
        let all = || certificates.iter().enumerate();
        Self {
            certificates,
            by_subject: Index::new(all().map(|(index, it)| ((it.subject.raw.as_slice(), None), index)).collect()),
            by_serial: Index::new(all().map(|(index, it)| ((strip_zeros(&it.serial), None), index)).collect()),
            budget,
            reached: None,
        }
    }

    fn certificate(&self, index: usize) -> Option<&'a Certificate> {
        self.certificates.get(index)
    }

    fn check(&mut self, check: impl FnOnce() -> Verification) -> Verification {
        match self.budget.spend() {
            Ok(()) => check(),
            Err(limit) => {
                self.reached = Some(limit);
                Verification::NotChecked
            }
        }
    }

    /// The first of the candidates whose key made a signature; else what came of the best of them.
    fn signer(
        &mut self,
        candidates: impl Iterator<Item = usize>,
        verify: impl Fn(&Certificate) -> Verification,
    ) -> Signed {
        let mut state = SignatureState::NoIssuer;
        for index in candidates.take(CANDIDATES) {
            let Some(candidate) = self.certificate(index) else { continue };
            match self.check(|| verify(candidate)) {
                Verification::Valid => return (Some(index), SignatureState::Valid),
                Verification::NotChecked => state = SignatureState::NotChecked,
                Verification::Invalid if state == SignatureState::NoIssuer => state = SignatureState::Invalid,
                Verification::Invalid => {}
            }
        }
        (None, state)
    }

    fn list(&mut self, list: &RevocationList) -> RevocationSummary {
        let named: Vec<usize> = self.by_subject.get((&list.issuer.raw, None)).collect();
        let asked = list.authority_key_identifier();
        let has_key = |index: &&usize| {
            asked.is_some() && self.certificate(**index).and_then(Certificate::subject_key_identifier) == asked
        };
        let (first, rest): (Vec<usize>, Vec<usize>) = named.iter().partition(|index| has_key(index));
        let candidates = first.into_iter().chain(rest);
        let (signed_by, mut signature) =
            self.signer(candidates, |issuer| crypto::verify_signed(&list.signed, &issuer.public_key, &issuer.der));
        // RFC 5280 §4.2.1.3: whoever signs lists has cRLSign, where key usage is limited at all.
        let usage = signed_by.and_then(|index| self.certificate(index)?.key_usage());
        if usage.is_some_and(|usage| !usage.has("cRLSign")) {
            signature = SignatureState::Unauthorised;
        }
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
            response: None,
            certificates: self.on_list(list),
        }
    }

    /// The certificates that a list speaks of: those on it, and those that would be if they were revoked.
    fn on_list(&self, list: &RevocationList) -> Vec<RevocationStatus> {
        let mut found: Vec<RevocationStatus> = Vec::new();
        list.each(&mut |entry: RevokedEntry<'_>| {
            let same = |index: &usize| self.certificate(*index).is_some_and(|it| it.issuer.raw == entry.issuer);
            for certificate in self.by_serial.get((entry.serial, None)).filter(same) {
                // A delta list takes certificates off hold with this reason (RFC 5280 §5.3.1).
                let freed = entry.reason == Some(RevocationReason::RemoveFromCrl);
                let status = if freed { RevocationState::Good } else { RevocationState::Revoked };
                if !found.iter().any(|known| known.certificate == certificate) {
                    found.push(RevocationStatus { certificate, status, at: Some(entry.at), reason: entry.reason });
                }
            }
        });
        for (certificate, it) in self.certificates.iter().enumerate() {
            let spoken_of = it.issuer.raw == list.issuer.raw && speaks_of(list, it);
            if spoken_of && !found.iter().any(|known| known.certificate == certificate) {
                found.push(RevocationStatus { certificate, status: RevocationState::Good, at: None, reason: None });
            }
        }
        found.sort_by_key(|status| status.certificate);
        found
    }

    fn response(&mut self, response: &OcspResponse) -> RevocationSummary {
        let basic = response.basic.as_ref();
        let (signed_by, signature) = basic.map_or((None, SignatureState::None), |basic| self.responder(basic));
        let (issuer, label) = match basic.map(|basic| &basic.responder) {
            Some(Responder::Name(name)) => (name.to_string(), name.label()),
            Some(Responder::KeyHash(hash)) => {
                let known = basic.and_then(|basic| self.by_key_hash(basic, hash));
                (hex(hash), known.map_or_else(|| hex(hash), |it| it.label()))
            }
            None => (String::new(), String::new()),
        };
        let answers = basic.map(|basic| basic.responses.as_slice()).unwrap_or_default();
        let mut certificates: Vec<RevocationStatus> = Vec::new();
        for answer in answers {
            let same = self.identified(&answer.id);
            certificates.extend(same.into_iter().map(|certificate| RevocationStatus {
                certificate,
                status: answer.state,
                at: answer.at,
                reason: answer.reason,
            }));
        }
        RevocationSummary {
            kind: RevocationKind::Ocsp,
            source: String::new(),
            issuer,
            label,
            this_update: answers.iter().map(|answer| answer.this_update.at).max(),
            next_update: answers.iter().filter_map(|answer| Some(answer.next_update.as_ref()?.at)).min(),
            signed_by,
            signature,
            number: None,
            entries: answers.len(),
            delta: false,
            response: Some(response.status),
            certificates,
        }
    }

    /// Who signed a response: the issuer of what it speaks of, or someone with a certificate from that issuer for just
    /// this (RFC 6960 §4.2.2.2).
    fn responder(&mut self, basic: &BasicResponse) -> Signed {
        let issuers = self.issuers(basic);
        let verify = |signer: &Certificate| crypto::verify_signed(&basic.signed, &signer.public_key, &signer.der);
        let is_responder = |index: &usize| self.certificate(*index).is_some_and(|it| is_named(it, &basic.responder));
        let direct: Vec<usize> = issuers.iter().copied().filter(is_responder).collect();
        let (signed_by, state) = self.signer(direct.into_iter(), verify);
        if state == SignatureState::Valid {
            return (signed_by, state);
        }
        let here = self.certificates.iter().filter(|it| is_named(it, &basic.responder));
        let delegates = basic.certificates.iter().filter(|it| is_named(it, &basic.responder)).chain(here);
        let delegates: Vec<&Certificate> = delegates.take(CANDIDATES).collect();
        let mut best = state;
        for delegate in delegates {
            match self.check(|| verify(delegate)) {
                Verification::Valid => return self.authority(delegate, &issuers, basic),
                Verification::Invalid => best = SignatureState::Invalid,
                Verification::NotChecked => best = SignatureState::NotChecked,
            }
        }
        (None, best)
    }

    /// Whether a responder's certificate lets it sign for these issuers.
    fn authority(&mut self, delegate: &Certificate, issuers: &[usize], basic: &BasicResponse) -> Signed {
        let issuers = issuers.iter().copied();
        let (issuer, state) = self.signer(issuers, |issuer| {
            if issuer.subject.raw == delegate.issuer.raw {
                crypto::verify_certificate(delegate, issuer)
            } else {
                Verification::Invalid
            }
        });
        let purposes = delegate.extended_key_usage().map(|usage| usage.purposes.as_slice()).unwrap_or_default();
        let may_sign = purposes.iter().any(|purpose| purpose == oid::OCSP_SIGNING);
        let is_current = (delegate.not_before.at..=delegate.not_after.at).contains(&basic.produced_at.at);
        match state {
            SignatureState::Valid if may_sign && is_current => (issuer, state),
            SignatureState::Valid | SignatureState::Invalid => (issuer, SignatureState::Unauthorised),
            other => (None, other),
        }
    }

    /// The certificates here that issued what a response speaks of, by name and key.
    fn issuers(&self, basic: &BasicResponse) -> Vec<usize> {
        let is_issuer = |it: &Certificate| {
            basic.responses.iter().take(CANDIDATES).any(|answer| {
                hash_is(&answer.id, &it.subject.raw, &answer.id.issuer_name)
                    && hash_is(&answer.id, it.bytes(&it.public_key.key), &answer.id.issuer_key)
            })
        };
        let all = self.certificates.iter().enumerate();
        all.filter(|(_, it)| is_issuer(it)).map(|(index, _)| index).take(CANDIDATES).collect()
    }

    /// The certificates that an answer is about.
    fn identified(&self, id: &CertificateId) -> Vec<usize> {
        let same_issuer = |index: &usize| {
            let Some(it) = self.certificate(*index).filter(|it| hash_is(id, &it.issuer.raw, &id.issuer_name)) else {
                return false;
            };
            // Where the issuer is here, its key must be the one that is meant.
            let mut issuers = self.by_subject.get((&it.issuer.raw, None)).filter_map(|issuer| self.certificate(issuer));
            let mut keys = issuers.by_ref().take(CANDIDATES).peekable();
            keys.peek().is_none()
                || keys.any(|issuer| hash_is(id, issuer.bytes(&issuer.public_key.key), &id.issuer_key))
        };
        self.by_serial.get((strip_zeros(&id.serial), None)).filter(same_issuer).take(CANDIDATES).collect()
    }

    /// The certificate of a responder that names its key only.
    fn by_key_hash<'b>(&'b self, basic: &'b BasicResponse, hash: &[u8]) -> Option<&'b Certificate> {
        let responder = Responder::KeyHash(hash.to_vec());
        basic.certificates.iter().chain(self.certificates).find(|it| is_named(it, &responder))
    }
}

/// Whether a certificate that is not on a list would be, if it were revoked (RFC 5280 §6.3.3).
fn speaks_of(list: &RevocationList, certificate: &Certificate) -> bool {
    let scope = &list.scope;
    let addresses = certificate.crl_addresses();
    let other_part = !scope.addresses.is_empty()
        && !addresses.is_empty()
        && !scope.addresses.iter().any(|address| addresses.contains(address));
    let other_kind = if certificate.is_ca() { scope.only_users } else { scope.only_authorities };
    !(scope.delta || scope.partial || other_part || other_kind)
}

/// Whether a responder is the bearer of a certificate. The hash is SHA-1 (RFC 6960 §4.2.1).
fn is_named(certificate: &Certificate, responder: &Responder) -> bool {
    match responder {
        Responder::Name(name) => certificate.subject.raw == name.raw,
        Responder::KeyHash(hash) => {
            let key = certificate.bytes(&certificate.public_key.key);
            crypto::digest(crate::engine::x509::HashAlgorithm::Sha1, key).as_ref() == Some(hash)
        }
    }
}

fn hash_is(id: &CertificateId, bytes: &[u8], expected: &[u8]) -> bool {
    id.hash.and_then(|hash| crypto::digest(hash, bytes)).as_deref() == Some(expected)
}
