//! Revocation lists and OCSP responses that were given: who signed them, and what they say about the certificates here.

mod lists;
mod responses;
mod standing;

pub use standing::{is_released, revoked};

use super::super::{
    budget::{Budget, Reached},
    crypto::{self, Verification},
    read::{Material, Revocation},
    sorted::Index,
    x509::{Certificate, HashAlgorithm, der::strip_zeros},
};
use crate::engine::sorted;
use crate::report::{RevocationSummary, SignatureState};
use std::collections::BTreeMap;

/// Certificates that are tried as the signer of one object; each costs a hash over all of it.
const CANDIDATES: usize = 4;

/// Every list and response, in the order given; with the limit on signatures, if that was reached.
pub(in super::super) fn revocation_summaries(
    material: &Material,
    budget: &mut Budget,
) -> (Vec<RevocationSummary>, Option<Reached>) {
    if material.revocation.is_empty() {
        return (Vec::new(), None);
    }
    let names: Vec<Names> = material.certificates.iter().map(Names::of).collect();
    let mut judge = Judge::new(&material.certificates, &names, budget);
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

/// The names of a certificate as they are compared: CAs write their name into lists in another string type than into
/// certificates, and OpenSSL takes both for the same.
struct Names {
    subject: Vec<u8>,
    issuer: Vec<u8>,
}

impl Names {
    fn of(certificate: &Certificate) -> Self {
        Self { subject: certificate.subject.comparable(), issuer: certificate.issuer.comparable() }
    }
}

struct Judge<'a> {
    certificates: &'a [Certificate],
    names: &'a [Names],
    by_subject: Index<'a>,
    /// By serial number and issuer.
    by_serial: Index<'a>,
    by_key: Vec<(Vec<u8>, usize)>,
    /// What responders name issuers by, once calculated: an answer may be compared with many certificates.
    hashes: BTreeMap<(usize, Part, HashAlgorithm), Vec<u8>>,
    /// Whether one certificate issued another, once verified: every list of a CA asks it of the same.
    issued: BTreeMap<(usize, usize), Verification>,
    budget: &'a mut Budget,
    reached: Option<Reached>,
}

/// The part of a certificate that is hashed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Issuer,
    Key,
}

/// Who signed, as far as we know: the certificate under whose authority, and whether that is right.
type Signed = (Option<usize>, SignatureState);

impl<'a> Judge<'a> {
    fn new(certificates: &'a [Certificate], names: &'a [Names], budget: &'a mut Budget) -> Self {
        let all = || certificates.iter().zip(names).enumerate();
        let by_subject = all().map(|(index, (_, names))| ((names.subject.as_slice(), None), index));
        let by_serial =
            all().map(|(index, (it, names))| ((strip_zeros(&it.serial), Some(names.issuer.as_slice())), index));
        Self {
            certificates,
            names,
            by_subject: Index::new(by_subject.collect()),
            by_serial: Index::new(by_serial.collect()),
            by_key: key_hashes(certificates),
            hashes: BTreeMap::new(),
            issued: BTreeMap::new(),
            budget,
            reached: None,
        }
    }

    fn certificate(&self, index: usize) -> Option<&'a Certificate> {
        self.certificates.get(index)
    }

    fn check(&mut self, signer: &Certificate, check: impl FnOnce(&Certificate) -> Verification) -> Verification {
        match self.budget.pay(crypto::cost(&signer.public_key.algorithm)) {
            Ok(()) => check(signer),
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
            match self.check(candidate, &verify) {
                Verification::Valid => return (Some(index), SignatureState::Valid),
                Verification::NotChecked => state = SignatureState::NotChecked,
                Verification::Invalid if state == SignatureState::NoIssuer => state = SignatureState::Invalid,
                Verification::Invalid => {}
            }
        }
        (None, state)
    }

    /// Whether one certificate issued another, not merely somebody of its name: anyone can make a CA of that.
    fn is_issuer(&mut self, issuer: usize, issued: usize) -> bool {
        let pair = (issuer, issued);
        let known = self.issued.get(&pair).copied().or_else(|| {
            let (issuer, issued) = (self.certificate(issuer)?, self.certificate(issued)?);
            let verification = self.check(issuer, |issuer| crypto::verify_certificate(issued, issuer));
            self.issued.insert(pair, verification);
            Some(verification)
        });
        // Without the mathematics a name has to do; without the time nothing is proved.
        known.is_some_and(|it| it == Verification::Valid || it == Verification::NotChecked && self.reached.is_none())
    }

    /// The certificates with the name of another's issuer.
    fn issuers_of(&self, index: usize) -> Vec<usize> {
        let name = self.names.get(index).map(|names| names.issuer.as_slice()).unwrap_or_default();
        self.by_subject.get((name, None)).take(CANDIDATES).collect()
    }
}

/// The certificates by the SHA-1 of their key bits, by which responders are named.
fn key_hashes(certificates: &[Certificate]) -> Vec<(Vec<u8>, usize)> {
    let hash = |it: &Certificate| crypto::digest(HashAlgorithm::Sha1, it.bytes(&it.public_key.key)).unwrap_or_default();
    let mut hashes: Vec<_> = certificates.iter().enumerate().map(|(index, it)| (hash(it), index)).collect();
    sorted::sort(&mut hashes);
    hashes
}
