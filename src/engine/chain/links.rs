//! Who could have signed whom: names through an index, key ids, and signatures where the search asks for them.

use super::{Link, Stop, Work, claims::claims_agree};
use crate::engine::sorted;
use crate::engine::{
    budget::{Budget, LIMITS},
    crypto::{self, Verification},
    sorted::Index,
    x509::{Certificate, Name},
};
use std::{cell::OnceCell, rc::Rc};

/// Issuers that are kept for a certificate that no search came by.
const OUTLINED: usize = 16;

/// The certificates by name and key id, and every signature that was verified so far.
pub(super) struct Links<'a> {
    certificates: &'a [Certificate],
    /// By subject alone, and by subject and key id.
    by_subject: Index<'a>,
    /// By subject as RFC 5280 §7.1 compares names, sorted; made when a name is looked for that nobody has to the byte.
    by_meaning: OnceCell<Vec<(Vec<u8>, usize)>>,
    /// Subject, key of the issuer, and what came of it; never more than the budget allows.
    verified: Vec<(usize, [u8; 32], Verification)>,
    /// For each certificate that the search came by.
    issuers: Vec<Option<Rc<[Link]>>>,
    budget: Budget,
}

impl<'a> Links<'a> {
    pub(super) fn new(certificates: &'a [Certificate]) -> Self {
        let mut by_subject = Vec::with_capacity(certificates.len().saturating_mul(2));
        for (index, certificate) in certificates.iter().enumerate() {
            let name = certificate.subject.raw.as_slice();
            by_subject.push(((name, None), index));
            by_subject.extend(certificate.subject_key_identifier().map(|key_id| ((name, Some(key_id)), index)));
        }
        Self {
            certificates,
            by_subject: Index::new(by_subject),
            by_meaning: OnceCell::new(),
            verified: Vec::new(),
            issuers: vec![None; certificates.len()],
            budget: Budget::new(Work::Signatures.name(), LIMITS.signatures),
        }
    }

    pub(super) fn certificate(&self, index: usize) -> Option<&'a Certificate> {
        self.certificates.get(index)
    }

    /// Certificates whose subject is this name.
    pub(super) fn named(&self, name: &[u8]) -> impl Iterator<Item = usize> + Clone {
        self.by_subject.get((name, None))
    }

    /// Certificates with this subject and subject key identifier.
    pub(super) fn keyed(&self, name: &[u8], key_id: &[u8]) -> impl Iterator<Item = usize> + Clone {
        self.by_subject.get((name, Some(key_id)))
    }

    /// Certificates whose subject means this name, written in another way.
    fn meaning(&self, name: &Name) -> Vec<usize> {
        let all = self.by_meaning.get_or_init(|| {
            let mut all: Vec<_> =
                self.certificates.iter().enumerate().map(|(index, it)| (it.subject.comparable(), index)).collect();
            sorted::sort(&mut all);
            all
        });
        let wanted = name.comparable();
        let start = all.partition_point(|(known, _)| *known < wanted);
        all.iter().skip(start).take_while(|(known, _)| *known == wanted).map(|(_, index)| *index).collect()
    }

    /// Everyone who has the name of the issuer: first those with the key id that the certificate asks for. Where nobody
    /// has it to the byte, those whose name means the same.
    fn candidates(&self, subject: usize) -> impl Iterator<Item = usize> {
        let certificate = self.certificate(subject);
        let name = certificate.map(|it| it.issuer.raw.as_slice()).unwrap_or_default();
        let asked = certificate.and_then(Certificate::authority_key_identifier);
        let agrees = move |index: &usize| {
            asked.is_some() && self.certificate(*index).and_then(Certificate::subject_key_identifier) == asked
        };
        let agreeing = asked.into_iter().flat_map(move |key_id| self.keyed(name, key_id));
        let others = self.named(name).filter(move |index| !agrees(index));
        let nobody = self.named(name).next().is_none();
        let alike = certificate.filter(|_| nobody).map(|it| self.meaning(&it.issuer)).unwrap_or_default();
        agreeing.chain(others).chain(alike).filter(move |index| *index != subject)
    }

    /// Everyone who could have issued a certificate, best first: right signatures before unknown before wrong ones,
    /// agreeing key ids before missing before different ones, then as given.
    ///
    /// # Errors
    /// When no more signatures may be verified.
    pub(super) fn issuers(&mut self, subject: usize) -> Result<Rc<[Link]>, Stop> {
        if let Some(Some(known)) = self.issuers.get(subject) {
            return Ok(Rc::clone(known));
        }
        let candidates: Vec<_> = self.candidates(subject).collect();
        let mut links = Vec::with_capacity(candidates.len());
        let mut signer = None;
        for issuer in candidates {
            let Some(key) = self.certificate(issuer).map(|it| it.spki_sha256) else { continue };
            // One key made the signature. Once it is found, the others need no look.
            let signature = match signer {
                Some(signer) if signer == key => Verification::Valid,
                Some(_) => Verification::Invalid,
                None => self.verify(subject, issuer)?,
            };
            if signature == Verification::Valid {
                signer = Some(key);
            }
            links.push(self.link(subject, issuer, signature));
        }
        let links: Rc<[Link]> = ranked(&links).into();
        if let Some(known) = self.issuers.get_mut(subject) {
            *known = Some(Rc::clone(&links));
        }
        Ok(links)
    }

    /// What is known without more work: verified links where a search came by, else names and key ids of a few.
    pub(super) fn outline(&self, subject: usize) -> Vec<Link> {
        if let Some(Some(known)) = self.issuers.get(subject) {
            return known.to_vec();
        }
        let candidates = self.candidates(subject).take(OUTLINED);
        let links: Vec<_> = candidates.map(|it| self.link(subject, it, Verification::NotChecked)).collect();
        ranked(&links)
    }

    /// Whether a certificate is signed with its own key.
    ///
    /// Clients do not verify the signature of a root that they are given to trust, and a key id that points at
    /// itself is claim enough. Where that is missing the signature decides; one that is wrong still counts as its
    /// own when nobody else has this name.
    ///
    /// # Errors
    /// When no more signatures may be verified.
    pub(super) fn is_self_signed(&mut self, index: usize) -> Result<bool, Stop> {
        let Some(certificate) = self.certificate(index) else { return Ok(false) };
        if !certificate.is_self_issued() {
            return Ok(false);
        }
        let own = claims_agree(certificate, certificate);
        if own == Some(true) {
            return Ok(true);
        }
        Ok(match self.verify(index, index)? {
            Verification::Valid => true,
            Verification::NotChecked => own.is_none(),
            Verification::Invalid => own.is_none() && self.named(&certificate.subject.raw).count() == 1,
        })
    }

    fn link(&self, subject: usize, issuer: usize, signature: Verification) -> Link {
        let pair = self.certificate(subject).zip(self.certificate(issuer));
        Link { issuer, signature, key_ids_agree: pair.and_then(|(subject, issuer)| claims_agree(subject, issuer)) }
    }

    fn verify(&mut self, subject: usize, issuer: usize) -> Result<Verification, Stop> {
        match self.certificate(issuer) {
            Some(issuer) => self.verify_by(subject, issuer),
            None => Ok(Verification::NotChecked),
        }
    }

    /// Whether a certificate that may stand elsewhere signed one of these.
    ///
    /// # Errors
    /// When no more signatures may be verified.
    pub(super) fn verify_by(&mut self, subject: usize, issuer: &Certificate) -> Result<Verification, Stop> {
        let Some(subject_certificate) = self.certificate(subject) else { return Ok(Verification::NotChecked) };
        let key = issuer.spki_sha256;
        if let Some((.., known)) = self.verified.iter().find(|(of, by, _)| *of == subject && *by == key) {
            return Ok(*known);
        }
        let cost = crypto::cost(&issuer.public_key.algorithm);
        self.budget.pay(cost).map_err(|reached| Work::Signatures.stop(reached))?;
        let verification = crypto::verify(
            subject_certificate.signature_algorithm.scheme,
            &issuer.public_key,
            issuer.bytes(&issuer.public_key.spki),
            subject_certificate.bytes(&subject_certificate.tbs),
            subject_certificate.bytes(&subject_certificate.signature),
        );
        self.verified.push((subject, key, verification));
        Ok(verification)
    }
}

/// Best first, else as given.
fn ranked(links: &[Link]) -> Vec<Link> {
    let mut ranked = Vec::with_capacity(links.len());
    for signature in [Verification::Valid, Verification::NotChecked, Verification::Invalid] {
        for key_ids_agree in [Some(true), None, Some(false)] {
            let of_rank = |link: &&Link| link.signature == signature && link.key_ids_agree == key_ids_agree;
            ranked.extend(links.iter().filter(of_rank));
        }
    }
    ranked
}
