use super::super::super::{
    crypto::{self, Verification},
    sorted,
    x509::{
        BasicResponse, Certificate, CertificateId, HashAlgorithm, OcspResponse, Responder, der::strip_zeros, hex, oid,
    },
};
use super::{CANDIDATES, Judge, Part, Signed};
use crate::report::{RevocationKind, RevocationStatus, RevocationSummary, SignatureState};

/// Certificates with one serial number that are looked at for an answer: private CAs all begin with 1.
const NAMESAKES: usize = 64;

impl Judge<'_> {
    /// What a responder said, and who it is.
    pub(super) fn response(&mut self, response: &OcspResponse) -> RevocationSummary {
        let basic = response.basic.as_ref();
        let answers = basic.map(|basic| basic.responses.as_slice()).unwrap_or_default();
        let about: Vec<Vec<usize>> = answers.iter().map(|answer| self.identified(&answer.id)).collect();
        let (signed_by, signature) = basic.map_or((None, SignatureState::None), |basic| self.responder(basic, &about));
        let (issuer, label) = match basic.map(|basic| &basic.responder) {
            Some(Responder::Name(name)) => (name.to_string(), name.label()),
            Some(Responder::KeyHash(hash)) => {
                let known = basic.and_then(|basic| self.bearers(basic).into_iter().next());
                (hex(hash), known.map_or_else(|| hex(hash), |it| it.label()))
            }
            None => (String::new(), String::new()),
        };
        let signer = signed_by.filter(|_| signature == SignatureState::Valid);
        let mut certificates: Vec<RevocationStatus> = Vec::new();
        for (answer, about) in answers.iter().zip(&about) {
            for &certificate in about {
                let speaks = |signer| {
                    let named = self.issuers_of(certificate).contains(&signer) && self.has_key(signer, &answer.id);
                    named && self.is_issuer(signer, certificate)
                };
                certificates.push(RevocationStatus {
                    certificate,
                    status: answer.state,
                    at: answer.at,
                    reason: answer.reason,
                    proved: signer.is_some_and(speaks),
                });
            }
        }
        // A response may hold answers about others, of another age; ours are what counts.
        let no_one = certificates.is_empty();
        let ours = || answers.iter().zip(&about).filter(|(_, about)| no_one || !about.is_empty()).map(|(it, _)| it);
        RevocationSummary {
            kind: RevocationKind::Ocsp,
            source: String::new(),
            issuer,
            label,
            this_update: ours().map(|answer| answer.this_update.at).max(),
            next_update: ours().filter_map(|answer| Some(answer.next_update.as_ref()?.at)).min(),
            signed_by,
            signature,
            number: None,
            entries: answers.len(),
            delta: false,
            partial: false,
            unknown_critical: None,
            response: Some(response.status),
            certificates,
        }
    }

    /// Who signed a response: the issuer of what it speaks of, or someone with a certificate from that issuer for just
    /// this (RFC 6960 §4.2.2.2).
    fn responder(&mut self, basic: &BasicResponse, about: &[Vec<usize>]) -> Signed {
        let issuers = self.issuers(basic, about);
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
            match self.check(delegate, verify) {
                Verification::Valid => return self.authority(delegate, &issuers, basic),
                Verification::Invalid => best = SignatureState::Invalid,
                Verification::NotChecked => best = SignatureState::NotChecked,
            }
        }
        (None, best)
    }

    /// Whether a responder's certificate lets it sign for these issuers.
    fn authority(&mut self, delegate: &Certificate, issuers: &[usize], basic: &BasicResponse) -> Signed {
        let (name, nobody) = (delegate.issuer.comparable(), issuers.is_empty());
        let of_name = |index: &usize| self.names.get(*index).is_some_and(|names| names.subject == name);
        let issuers: Vec<usize> = issuers.iter().copied().filter(of_name).collect();
        // A delegate of another CA than those that issued what it speaks of has no say.
        if issuers.is_empty() && !nobody {
            return (None, SignatureState::Unauthorised);
        }
        let (issuer, state) = self.signer(issuers.into_iter(), |issuer| crypto::verify_certificate(delegate, issuer));
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
    fn issuers(&mut self, basic: &BasicResponse, about: &[Vec<usize>]) -> Vec<usize> {
        let mut issuers = Vec::new();
        let matched = basic.responses.iter().zip(about).filter(|(_, about)| !about.is_empty());
        for (answer, about) in matched.take(CANDIDATES) {
            for &issued in about {
                for issuer in self.issuers_of(issued) {
                    if self.has_key(issuer, &answer.id) {
                        sorted::insert(&mut issuers, issuer);
                    }
                }
            }
        }
        issuers
    }

    /// The certificates that an answer is about. Where an issuer is here, its key must be the one that is meant.
    fn identified(&mut self, id: &CertificateId) -> Vec<usize> {
        let serial = strip_zeros(&id.serial);
        let namesakes: Vec<usize> = self.by_serial.starting(serial).take(NAMESAKES).collect();
        let mut meant = Vec::new();
        for index in namesakes {
            if self.hash(index, Part::Issuer, id.hash) != Some(&id.issuer_name) {
                continue;
            }
            let issuers = self.issuers_of(index);
            if issuers.is_empty() || issuers.into_iter().any(|issuer| self.has_key(issuer, id)) {
                meant.push(index);
            }
        }
        meant.truncate(CANDIDATES);
        meant
    }

    /// Whether a certificate has the key that is named as the issuer's.
    fn has_key(&mut self, index: usize, id: &CertificateId) -> bool {
        self.hash(index, Part::Key, id.hash) == Some(&id.issuer_key)
    }

    fn hash(&mut self, index: usize, part: Part, hash: Option<HashAlgorithm>) -> Option<&Vec<u8>> {
        let (it, hash) = (self.certificate(index)?, hash?);
        let bytes = match part {
            Part::Issuer => &it.issuer.raw,
            Part::Key => it.bytes(&it.public_key.key),
        };
        let digest = || crypto::digest(hash, bytes).unwrap_or_default();
        Some(self.hashes.entry((index, part, hash)).or_insert_with(digest)).map(|it| &*it)
    }

    /// The certificates of a responder: those that came along, then those here.
    fn bearers<'b>(&'b self, basic: &'b BasicResponse) -> Vec<&'b Certificate> {
        let along = basic.certificates.iter().filter(|it| is_named(it, &basic.responder));
        let here: Vec<usize> = match &basic.responder {
            Responder::Name(name) => self.by_subject.get((&name.comparable(), None)).take(CANDIDATES).collect(),
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

/// Whether a responder is the bearer of a certificate. The hash is SHA-1 (RFC 6960 §4.2.1).
fn is_named(certificate: &Certificate, responder: &Responder) -> bool {
    match responder {
        Responder::Name(name) => certificate.subject.comparable() == name.comparable(),
        Responder::KeyHash(hash) => {
            let key = certificate.bytes(&certificate.public_key.key);
            crypto::digest(HashAlgorithm::Sha1, key).as_ref() == Some(hash)
        }
    }
}
