use crate::report::{Judge, Judge::*};

/// By whose measure a requirement is one whose violation gets a certificate refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// Clients enforce it, and so does every validator.
    Everyone,
    /// RFC 5280 says MUST, and common clients pass over it. The Baseline Requirements rest on the RFC.
    Rfc5280,
    /// RFC 5280 says MUST, common clients pass over it, and the Baseline Requirements make an exception.
    Rfc5280Alone,
    /// The Baseline Requirements say MUST, and common clients pass over it.
    Web,
    /// Clients enforce it, and the Baseline Requirements agree; RFC 5280 permits what they refuse.
    ClientsAndWeb,
    /// Clients enforce it, and no standard asks for it.
    Clients,
    /// Nobody refuses anything for it.
    Nobody,
}

impl Law {
    /// Whether a violation is an error for this judge.
    pub const fn binds(self, judge: Judge) -> bool {
        match self {
            Self::Everyone => true,
            Self::Rfc5280 => matches!(judge, Rfc5280 | Web),
            Self::Rfc5280Alone => matches!(judge, Rfc5280),
            Self::Web => matches!(judge, Web),
            Self::ClientsAndWeb => matches!(judge, Clients | Web),
            Self::Clients => matches!(judge, Clients),
            Self::Nobody => false,
        }
    }
}
