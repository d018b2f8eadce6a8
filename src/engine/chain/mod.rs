//! Who could have signed whom, the way upward, order, gaps and repair. Trust is decided elsewhere.

#[cfg(feature = "engine")]
mod analysis;
mod anchors;
mod claims;
mod constraints;
mod faults;
mod glance;
mod leaves;
#[cfg(feature = "engine")]
mod links;
mod order;
#[cfg(feature = "engine")]
mod paths;
mod policies;
#[cfg(feature = "engine")]
mod reasons;
mod repair;
#[cfg(feature = "engine")]
mod served;
mod stop;
#[cfg(feature = "engine")]
mod strangers;

#[cfg(feature = "engine")]
pub use analysis::analyse;
pub use constraints::{Outside, dns_within};
pub use faults::{Fault, FaultKind};
pub use glance::{Sight, at_a_glance};
pub use order::Misplaced;
pub use repair::repaired;
pub use stop::{Stop, Work};

use super::{
    crypto::Verification,
    profile::Part,
    trust::{self, KnownRoot},
    x509::Certificate,
};
use crate::report::{Code, Role};

/// Everything about the chain.
#[derive(Clone, Debug, Default)]
pub struct ChainAnalysis {
    /// Server certificates, in the order given: not CA certificates, or the only one given.
    pub leaves: Vec<usize>,
    /// The one that the verdict is about.
    pub leaf: Option<usize>,
    /// For each certificate, who among the given could have issued it, best first. Signatures are verified on the
    /// ways upward from the leaf; elsewhere names and key ids have to do, and only the first few are listed.
    pub issuers: Vec<Vec<Link>>,
    /// Ways upward from the leaf through what was given, best first. Never empty when there is a leaf.
    pub paths: Vec<Path>,
    /// Ways that lead through certificates of the supply, best first.
    pub supplied_paths: Vec<Path>,
    /// What a server ought to send, in order: the best path without a self-signed root, with its cross-signed end.
    pub served: Vec<usize>,
    /// Certificates that are trusted in this run, ascending.
    pub anchors: Vec<usize>,
    /// Certificates that belong to no path of any leaf.
    pub strangers: Vec<usize>,
    /// The first certificate that stands in the wrong place; none when what was given can be served as it is.
    pub misplaced: Option<Misplaced>,
    /// The issuer that is missing has the name of a known root, whose key is another.
    pub namesake: bool,
    /// A limit that the search ran into.
    pub stopped: Option<Stop>,
}

/// A certificate that could have issued another: the names agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The issuer.
    pub issuer: usize,
    /// Whether its key made the signature.
    pub signature: Verification,
    /// Whether it is the issuer that the authority key identifier asks for (by key id, and serial number where it
    /// tells); none when nothing can be compared.
    pub key_ids_agree: Option<bool>,
}

/// One way upward.
#[derive(Clone, Debug)]
pub struct Path {
    /// Certificates, server certificate first.
    pub certificates: Vec<usize>,
    /// Where it ends.
    pub end: PathEnd,
    /// Whether the key of the known root that it ends below made the last signature: not checked while the root's
    /// certificate is not at hand.
    pub root_signature: Verification,
    /// The root that was given and passes for the known root by name and key id; only the known root's key tells
    /// whether it is another certificate of the same.
    pub imitation: Option<usize>,
    /// What is wrong with it above its leaf beyond signatures and dates, from the leaf upward, also where it gets nobody
    /// refused.
    pub faults: Vec<Fault>,
    /// Why it is refused even when it is served well, from the leaf upward: signatures, dates and constraints. Whether it
    /// is in order or has a gap at its end is another fact. A signature that could not be verified is no reason.
    pub reasons: Vec<Reason>,
}

impl Path {
    /// Whether its root is one in name only, as far as is known.
    pub fn is_doubtful(&self) -> bool {
        self.imitation.is_some() && self.root_signature == Verification::NotChecked
    }

    /// A signature on it could not be verified.
    pub fn is_unverified(&self) -> bool {
        self.is_doubtful() || self.faults.iter().any(|fault| matches!(fault.kind, FaultKind::Unverified))
    }
}

/// Why a path is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The certificate at fault.
    pub certificate: usize,
    /// The entry of the catalogue that speaks of it.
    pub code: Code,
}

/// Where a way upward ends.
#[derive(Clone, Debug, PartialEq)]
pub enum PathEnd {
    /// In a self-signed certificate that was given (the last of the path).
    SelfSigned,
    /// In a certificate that is trusted in this run, or one with its subject and key (the last of the path).
    Trusted,
    /// Below a root that is not given but known: nothing is missing.
    KnownRoot(&'static KnownRoot),
    /// The issuer is not given and not a known root.
    Missing,
    /// The certificates sign each other in a circle.
    Loop,
    /// The search reached a limit here: nothing is known of the rest.
    Stopped,
}

impl PathEnd {
    /// Nothing is missing on the way.
    pub const fn is_complete(&self) -> bool {
        matches!(self, Self::SelfSigned | Self::Trusted | Self::KnownRoot(_))
    }
}

impl PathEnd {
    /// Smaller is better: what is trusted in this run, other roots, and nothing.
    const fn rank(&self) -> u8 {
        match self {
            Self::Trusted => 0,
            Self::SelfSigned | Self::KnownRoot(_) => 1,
            Self::Missing | Self::Loop | Self::Stopped => 2,
        }
    }
}

impl ChainAnalysis {
    /// Whether the way upward ends in a root that was given and is not one of the public ones.
    pub fn ends_in_private_root(&self) -> bool {
        let is_given = |path: &Path| matches!(path.end, PathEnd::SelfSigned | PathEnd::Trusted);
        let is_public = |path: &Path| matches!(path.end, PathEnd::KnownRoot(_));
        self.paths.iter().any(is_given) && !self.paths.iter().any(is_public)
    }

    /// Every way upward, those through what was given first: the order of the report.
    pub fn all_paths(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter().chain(&self.supplied_paths)
    }

    /// The best way upward.
    pub fn best(&self) -> Option<&Path> {
        self.paths.first()
    }

    /// The known root that the root of the best path passes for, where its key id or that root's own key proves that it
    /// is another.
    pub fn imitated(&self, certificates: &[Certificate]) -> Option<&'static KnownRoot> {
        let best = self.best().filter(|path| path.end == PathEnd::SelfSigned && path.certificates.len() > 1)?;
        let last = *best.certificates.last()?;
        let proof = |path: &&Path| path.imitation == Some(last) && path.root_signature == Verification::Invalid;
        match self.paths.iter().find(proof).map(|path| &path.end) {
            Some(PathEnd::KnownRoot(root)) => Some(*root),
            _ => certificates.get(last).and_then(trust::namesake),
        }
    }

    /// The certificate of the supply whose key signed nothing of what asks for it: the end of the best path names that
    /// very key as its issuer's.
    pub fn disowned(&self) -> Option<(usize, Link)> {
        let best = self.best().filter(|path| path.end == PathEnd::Missing)?;
        let last = *best.certificates.last()?;
        let links = self.issuers.get(last)?;
        let asked = links.iter().find(|link| link.key_ids_agree == Some(true))?;
        let all_wrong = links.iter().all(|link| link.signature == Verification::Invalid);
        all_wrong.then_some((last, *asked))
    }

    /// The links of the best path, from the leaf upward: each certificate with how its issuer on the path signed it.
    pub fn best_links(&self) -> impl Iterator<Item = (usize, Link)> {
        let way = self.best().map(|path| path.certificates.as_slice()).unwrap_or_default();
        way.windows(2).filter_map(|pair| {
            let [subject, issuer] = pair else { return None };
            let link = self.issuers.get(*subject)?.iter().find(|link| link.issuer == *issuer)?;
            Some((*subject, *link))
        })
    }

    /// Whether a certificate is its own issuer, as far as that is known without verifying: it bears its issuer's name,
    /// does not ask for another key, and no way leads from it to another certificate of that name.
    pub fn is_root(&self, index: usize, certificate: &Certificate) -> bool {
        let leads_on = |path: &Path| {
            let below = path.certificates.split_last().map(|(_, below)| below).unwrap_or_default();
            below.contains(&index)
        };
        certificate.is_self_issued()
            && claims::claims_agree(certificate, certificate) != Some(false)
            && !self.paths.iter().any(leads_on)
    }

    /// The part that a certificate plays.
    pub fn role(&self, index: usize, certificate: &Certificate) -> Role {
        // Ascending, and asked for every certificate by every rule: a search through all of them would be quadratic.
        if self.leaves.binary_search(&index).is_ok() {
            Role::Leaf
        } else if self.anchors.binary_search(&index).is_ok() || self.is_root(index, certificate) {
            Role::Root
        } else if certificate.is_ca() {
            Role::Intermediate
        } else {
            Role::Leaf
        }
    }

    /// What is wrong with the best path above its leaf, beyond signatures and dates.
    pub fn faults(&self) -> &[Fault] {
        self.best().map(|path| path.faults.as_slice()).unwrap_or_default()
    }

    /// The part that a certificate plays on paths, and whether the verdict is about it: it is a server certificate, or
    /// stands on the best path.
    pub fn part(&self, index: usize, certificate: &Certificate) -> (Part, bool) {
        let best = self.best();
        let is_end = |path: &&Path| matches!(path.end, PathEnd::SelfSigned | PathEnd::Trusted);
        let root = best.filter(is_end).and_then(|path| path.certificates.last());
        let is_leaf = self.leaves.binary_search(&index).is_ok();
        let on_best = self.is_on_best(index);
        let part = match self.role(index, certificate) {
            _ if is_leaf => Part::Leaf,
            _ if root == Some(&index) => Part::Root,
            Role::Root if !on_best => Part::Root,
            Role::Leaf if !on_best => Part::Leaf,
            _ => Part::Intermediate,
        };
        (part, is_leaf || on_best)
    }

    /// Whether a certificate stands on the best path.
    pub fn is_on_best(&self, index: usize) -> bool {
        self.best().is_some_and(|path| path.certificates.contains(&index))
    }

    /// Whether what was given can be served in the order given.
    pub const fn in_order(&self) -> bool {
        self.misplaced.is_none()
    }
}

/// Which certificates are for servers, ascending.
pub fn server_certificates(certificates: &[Certificate]) -> Vec<usize> {
    leaves::leaves(certificates, &[], trust::is_known_root)
}
