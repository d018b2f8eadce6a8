//! Revocation lists and OCSP responses that were given: who signed them, and what they say about the certificates here.

use super::super::{
    budget::{Budget, Reached},
    crypto::{self, Verification},
    read::{Material, Revocation},
    sorted::{self, Index},
    x509::{
        BasicResponse, Certificate, CertificateId, HashAlgorithm, OcspResponse, Responder, RevocationList,
        RevokedEntry, der::strip_zeros, hex, oid,
    },
};
use crate::report::{
    RevocationKind, RevocationReason, RevocationState, RevocationStatus, RevocationSummary, SignatureState,
};

/// Certificates that are tried as the signer of one object; each costs a hash over all of it.
const CANDIDATES: usize = 4;

/// Certificates with one serial number that are looked at for an answer: private CAs all begin with 1.
const NAMESAKES: usize = 64;
/// Certificates that one list is reported about, revoked ones first.
const STATUSES: usize = 1_000;

/// Every list and response, in the order given; with the limit on signatures, if that was reached.
pub(in super::super) fn revocation_summaries(
    material: &Material,
    budget: &mut Budget,
) -> (Vec<RevocationSummary>, Option<Reached>) {
    if material.revocation.is_empty() {
        return (Vec::new(), None);
    }
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
    /// By serial number and issuer.
    by_serial: Index<'a>,
    by_key: Vec<(Vec<u8>, usize)>,
    budget: &'a mut Budget,
    reached: Option<Reached>,
}

/// Who signed, as far as we know: the certificate under whose authority, and whether that is right.
type Signed = (Option<usize>, SignatureState);

impl<'a> Judge<'a> {
    fn new(certificates: &'a [Certificate], budget: &'a mut Budget) -> Self {
        let all = || certificates.iter().enumerate();
        let by_subject = all().map(|(index, it)| ((it.subject.raw.as_slice(), None), index));
        let by_serial = all().map(|(index, it)| ((strip_zeros(&it.serial), Some(it.issuer.raw.as_slice())), index));
        Self {
            certificates,
            by_subject: Index::new(by_subject.collect()),
            by_serial: Index::new(by_serial.collect()),
            by_key: key_hashes(certificates),
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
        let mut found: Vec<Option<RevocationStatus>> = vec![None; self.certificates.len()];
        list.each(&mut |entry: RevokedEntry<'_>| {
            // A delta list takes certificates off hold with this reason (RFC 5280 §5.3.1).
            let freed = entry.reason == Some(RevocationReason::RemoveFromCrl);
            let status = if freed { RevocationState::Good } else { RevocationState::Revoked };
            for certificate in self.by_serial.get((entry.serial, Some(entry.issuer))).take(CANDIDATES) {
                if let Some(place @ None) = found.get_mut(certificate) {
                    *place = Some(RevocationStatus { certificate, status, at: Some(entry.at), reason: entry.reason });
                }
            }
        });
        for (place, (certificate, it)) in found.iter_mut().zip(self.certificates.iter().enumerate()) {
            if place.is_none() && it.issuer.raw == list.issuer.raw && speaks_of(list, it) {
                *place = Some(RevocationStatus { certificate, status: RevocationState::Good, at: None, reason: None });
            }
        }
        let mut found: Vec<RevocationStatus> = found.into_iter().flatten().collect();
        if found.len() > STATUSES {
            found.sort_by_key(|status| status.status == RevocationState::Good);
            found.truncate(STATUSES);
            found.sort_by_key(|status| status.certificate);
        }
        found
    }

    fn response(&mut self, response: &OcspResponse) -> RevocationSummary {
        let basic = response.basic.as_ref();
        let (signed_by, signature) = basic.map_or((None, SignatureState::None), |basic| self.responder(basic));
        let (issuer, label) = match basic.map(|basic| &basic.responder) {
            Some(Responder::Name(name)) => (name.to_string(), name.label()),
            Some(Responder::KeyHash(hash)) => {
                let known = basic.and_then(|basic| self.bearers(basic).into_iter().next());
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
        let delegates: Vec<Certificate> = self.bearers(basic).into_iter().cloned().collect();
        let mut best = state;
        for delegate in &delegates {
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
        let mut issuers = Vec::new();
        for answer in basic.responses.iter().take(CANDIDATES) {
            for issued in self.identified(&answer.id) {
                for issuer in self.issuers_of(issued).filter(|issuer| self.has_key(*issuer, &answer.id)) {
                    sorted::insert(&mut issuers, issuer);
                }
            }
        }
        issuers
    }

    /// The certificates that an answer is about. Where an issuer is here, its key must be the one that is meant.
    fn identified(&self, id: &CertificateId) -> Vec<usize> {
        let serial = strip_zeros(&id.serial);
        let is_meant = |index: &usize| {
            self.certificate(*index).is_some_and(|it| hash_is(id, &it.issuer.raw, &id.issuer_name))
                && (self.issuers_of(*index).next().is_none()
                    || self.issuers_of(*index).any(|issuer| self.has_key(issuer, id)))
        };
        self.by_serial.starting(serial).take(NAMESAKES).filter(is_meant).take(CANDIDATES).collect()
    }

    /// The certificates with the name of another's issuer.
    fn issuers_of(&self, index: usize) -> impl Iterator<Item = usize> {
        let name = self.certificate(index).map(|it| it.issuer.raw.as_slice()).unwrap_or_default();
        self.by_subject.get((name, None)).take(CANDIDATES)
    }

    /// Whether a certificate has the key that is named as the issuer's.
    fn has_key(&self, index: usize, id: &CertificateId) -> bool {
        let key = self.certificate(index).map(|it| it.bytes(&it.public_key.key)).unwrap_or_default();
        hash_is(id, key, &id.issuer_key)
    }

    /// The certificates of a responder: those that came along, then those here.
    fn bearers<'b>(&'b self, basic: &'b BasicResponse) -> Vec<&'b Certificate> {
        let along = basic.certificates.iter().filter(|it| is_named(it, &basic.responder));
        let here: Vec<usize> = match &basic.responder {
            Responder::Name(name) => self.by_subject.get((&name.raw, None)).take(CANDIDATES).collect(),
            Responder::KeyHash(hash) => {
                let start = self.by_key.partition_point(|(other, _)| other < hash);
                let rest = self.by_key.get(start..).unwrap_or_default();
                rest.iter().take_while(|(other, _)| other == hash).map(|(_, index)| *index).take(CANDIDATES).collect()
            }
        };
        let here = here.into_iter().filter_map(|index| self.certificates.get(index));
        along.chain(here).take(CANDIDATES).collect()
    }
}

/// The certificates by the SHA-1 of their key bits, by which responders are named.
fn key_hashes(certificates: &[Certificate]) -> Vec<(Vec<u8>, usize)> {
    let hash = |it: &Certificate| crypto::digest(HashAlgorithm::Sha1, it.bytes(&it.public_key.key)).unwrap_or_default();
    let mut hashes: Vec<_> = certificates.iter().enumerate().map(|(index, it)| (hash(it), index)).collect();
    hashes.sort_unstable();
    hashes
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
            crypto::digest(HashAlgorithm::Sha1, key).as_ref() == Some(hash)
        }
    }
}

fn hash_is(id: &CertificateId, bytes: &[u8], expected: &[u8]) -> bool {
    id.hash.and_then(|hash| crypto::digest(hash, bytes)).as_deref() == Some(expected)
}
