//! Who could have signed whom: names through an index, key ids, and signatures where the search asks for them.

use super::{Link, Stop, Work};
use crate::engine::{
    budget::Budget,
    crypto::{self, Verification},
    x509::{Certificate, ExtensionValue, KeyAlgorithm},
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Signatures that one search may verify: its share of [`LIMITS`](crate::engine::budget::LIMITS). Twice what Go
/// allows a chain since CVE-2018-16875; a real one needs three to six, and 200 of the slowest kind end within a second.
pub(super) const SIGNATURES: u32 = 200;

/// Issuers that are kept for a certificate that no search came by.
const OUTLINED: usize = 16;

/// The certificates by name and key id, and every signature that was verified so far.
pub(super) struct Links<'a> {
    certificates: &'a [Certificate],
    // Trees, not hash maps: names come from outside, and in wasm the hasher's seed is no secret.
    by_name: BTreeMap<&'a [u8], Vec<usize>>,
    by_key: BTreeMap<(&'a [u8], &'a [u8]), Vec<usize>>,
    verified: BTreeMap<(usize, [u8; 32]), Verification>,
    issuers: BTreeMap<usize, Rc<[Link]>>,
    budget: Budget,
}

impl<'a> Links<'a> {
    pub(super) fn new(certificates: &'a [Certificate]) -> Self {
        let mut by_name: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut by_key: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, certificate) in certificates.iter().enumerate() {
            let name = certificate.subject.raw.as_slice();
            by_name.entry(name).or_default().push(index);
            if let Some(key_id) = certificate.subject_key_identifier() {
                by_key.entry((name, key_id)).or_default().push(index);
            }
        }
        let budget = Budget::new(Work::Signatures.name(), SIGNATURES);
        Self { certificates, by_name, by_key, verified: BTreeMap::new(), issuers: BTreeMap::new(), budget }
    }

    pub(super) fn certificate(&self, index: usize) -> Option<&'a Certificate> {
        self.certificates.get(index)
    }

    /// Certificates whose subject is this name.
    pub(super) fn named(&self, name: &[u8]) -> &[usize] {
        self.by_name.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// Certificates with this subject and subject key identifier.
    pub(super) fn keyed(&self, name: &'a [u8], key_id: &'a [u8]) -> &[usize] {
        self.by_key.get(&(name, key_id)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Everyone who has the name of the issuer: first those with the key id that the certificate asks for.
    fn candidates(&self, subject: usize) -> impl Iterator<Item = usize> {
        let certificate = self.certificate(subject);
        let name = certificate.map(|it| it.issuer.raw.as_slice()).unwrap_or_default();
        let agreeing = certificate.and_then(Certificate::authority_key_identifier).map(|id| self.keyed(name, id));
        let agreeing = agreeing.unwrap_or_default();
        let others = self.named(name).iter().filter(|index| agreeing.binary_search(index).is_err());
        agreeing.iter().chain(others).copied().filter(move |index| *index != subject)
    }

    /// Everyone who could have issued a certificate, best first: right signatures before unknown before wrong ones,
    /// agreeing key ids before missing before different ones, then as given.
    ///
    /// # Errors
    /// When no more signatures may be verified.
    pub(super) fn issuers(&mut self, subject: usize) -> Result<Rc<[Link]>, Stop> {
        if let Some(known) = self.issuers.get(&subject) {
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
        links.sort_by_key(rank);
        let links: Rc<[Link]> = links.into();
        self.issuers.insert(subject, Rc::clone(&links));
        Ok(links)
    }

    /// What is known without more work: verified links where a search came by, else names and key ids of a few.
    pub(super) fn outline(&self, subject: usize) -> Vec<Link> {
        if let Some(known) = self.issuers.get(&subject) {
            return known.to_vec();
        }
        let candidates = self.candidates(subject).take(OUTLINED);
        let mut links: Vec<_> = candidates.map(|it| self.link(subject, it, Verification::NotChecked)).collect();
        links.sort_by_key(rank);
        links
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
            Verification::Invalid => own.is_none() && self.named(&certificate.subject.raw).len() == 1,
        })
    }

    fn link(&self, subject: usize, issuer: usize, signature: Verification) -> Link {
        let pair = self.certificate(subject).zip(self.certificate(issuer));
        Link { issuer, signature, key_ids_agree: pair.and_then(|(subject, issuer)| claims_agree(subject, issuer)) }
    }

    fn verify(&mut self, subject: usize, issuer: usize) -> Result<Verification, Stop> {
        let (Some(subject_certificate), Some(issuer)) = (self.certificate(subject), self.certificate(issuer)) else {
            return Ok(Verification::NotChecked);
        };
        let memo = (subject, issuer.spki_sha256);
        if let Some(known) = self.verified.get(&memo) {
            return Ok(*known);
        }
        for _ in 0..cost(issuer) {
            self.budget.spend().map_err(|reached| Work::Signatures.stop(reached))?;
        }
        let verification = crypto::verify(
            subject_certificate.signature_algorithm.scheme,
            &issuer.public_key,
            issuer.bytes(&issuer.public_key.spki),
            subject_certificate.bytes(&subject_certificate.tbs),
            subject_certificate.bytes(&subject_certificate.signature),
        );
        self.verified.insert(memo, verification);
        Ok(verification)
    }
}

/// What a verification with this key costs, in signatures: with a longer modulus the work grows with its square.
fn cost(issuer: &Certificate) -> u32 {
    match issuer.public_key.algorithm {
        KeyAlgorithm::Rsa { bits, .. } => (bits / 4096).saturating_pow(2).clamp(1, SIGNATURES),
        _ => 1,
    }
}

/// Whether the issuer is the one that the authority key identifier of `subject` asks for; none when it does not tell.
pub(super) fn claims_agree(subject: &Certificate, issuer: &Certificate) -> Option<bool> {
    let asked = subject
        .extension(|value| if let ExtensionValue::AuthorityKeyIdentifier(it) = value { Some(it) } else { None })?;
    let key = asked.key_identifier.as_deref().zip(issuer.subject_key_identifier()).map(|(asked, has)| asked == has);
    let serial = asked.serial.as_ref().map(|asked| *asked == issuer.serial);
    match (key, serial) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), _) | (_, Some(true)) => Some(true),
        (None, None) => None,
    }
}

fn rank(link: &Link) -> (u8, u8) {
    let signature = match link.signature {
        Verification::Valid => 0,
        Verification::NotChecked => 1,
        Verification::Invalid => 2,
    };
    let key_ids = match link.key_ids_agree {
        Some(true) => 0,
        None => 1,
        Some(false) => 2,
    };
    (signature, key_ids)
}
