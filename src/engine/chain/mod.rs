//! Who could have signed whom, the way upward, order, gaps and repair. Trust is decided elsewhere.

use super::{budget::Reached, crypto::Verification, read::Material, trust::KnownRoot, x509::Certificate};

/// Everything about the chain.
#[derive(Clone, Debug, Default)]
pub struct ChainAnalysis {
    /// Server certificates, in the order given: not CA certificates, or the only one given.
    pub leaves: Vec<usize>,
    /// The one that the verdict is about.
    pub leaf: Option<usize>,
    /// For each certificate, who among the given could have issued it, best first.
    pub issuers: Vec<Vec<Link>>,
    /// Ways upward from the leaf, best first. Never empty when there is a leaf.
    pub paths: Vec<Path>,
    /// What a server ought to send, in order: the best path without a self-signed root.
    pub served: Vec<usize>,
    /// Certificates that belong to no path of any leaf.
    pub strangers: Vec<usize>,
    /// Whether what was given can be served in the order given.
    pub in_order: bool,
    /// A limit that the search ran into.
    pub stopped: Option<Reached>,
}

/// A certificate that could have issued another: the names agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The issuer.
    pub issuer: usize,
    /// Whether its key made the signature.
    pub signature: Verification,
    /// Authority and subject key identifier: both there and equal, both there and different, or one missing.
    pub key_ids_agree: Option<bool>,
}

/// One way upward.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Certificates, server certificate first.
    pub certificates: Vec<usize>,
    /// Where it ends.
    pub end: PathEnd,
}

/// Where a way upward ends.
#[derive(Clone, Debug, PartialEq)]
pub enum PathEnd {
    /// In a self-signed certificate that was given (the last of the path).
    SelfSigned,
    /// Below a root that is not given but known: nothing is missing.
    KnownRoot(&'static KnownRoot),
    /// The issuer is not given and not a known root.
    Missing,
    /// The certificates sign each other in a circle.
    Loop,
}

impl PathEnd {
    /// Nothing is missing on the way.
    pub const fn is_complete(&self) -> bool {
        matches!(self, Self::SelfSigned | Self::KnownRoot(_))
    }
}

/// Finds leaves, links, paths, order and gaps.
pub fn analyse(_material: &Material) -> ChainAnalysis {
    ChainAnalysis::default()
}

/// The material as it would be if the right full chain had been given: `served` in order, nothing else.
#[must_use]
pub fn repaired(material: Material, _chain: &ChainAnalysis) -> Material {
    material
}

/// Whether the subject of `issuer` is the issuer of `subject`.
pub fn names_chain(subject: &Certificate, issuer: &Certificate) -> bool {
    subject.issuer.raw == issuer.subject.raw
}
