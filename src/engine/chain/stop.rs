use crate::engine::budget::Reached;

/// The limit at which the search gave up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What there was too much of.
    pub work: Work,
    /// At which value.
    pub limit: u64,
}

/// What a search can have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Signatures to verify.
    Signatures,
    /// Steps from certificate to issuer.
    PathSteps,
    /// Certificates on one path.
    PathLength,
    /// Comparisons of a name with a name constraint.
    NameComparisons,
}

impl Work {
    /// What its budget is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Signatures => "signatures",
            Self::PathSteps => "path steps",
            Self::PathLength => "path length",
            Self::NameComparisons => "name comparisons",
        }
    }

    /// The end of the search, once this budget is empty.
    pub(super) const fn stop(self, reached: Reached) -> Stop {
        Stop { work: self, limit: reached.limit }
    }
}
