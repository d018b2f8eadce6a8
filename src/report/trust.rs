use super::{Code, Timestamp};
use serde::{Deserialize, Serialize};

/// Who trusts the chain as it was given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Trust {
    /// The day of the oldest list of roots among those of today's clients; each client tells its own.
    pub as_of: String,
    /// The day of the supply of intermediates; none where it was not loaded.
    pub supply_as_of: Option<String>,
    /// Every client in every version that we know the roots of. Empty without a server certificate.
    pub clients: Vec<ClientTrust>,
}

/// One client in one version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ClientTrust {
    /// Which: `android`, `wechat-android`, `ios`, `macos`, `windows`, `chrome`, `firefox`, `java`, `debian`, `ubuntu`.
    pub id: String,
    /// Its version, as people call it: `7.1.1`.
    pub version: String,
    /// It accepts the chain as it was given, as far as roots and their limits go.
    pub trusted: bool,
    /// The path that it takes, as an index into the chain's paths; else none. With the rule `fetched` it takes that path
    /// only where it finds the certificates by itself.
    pub path: Option<usize>,
    /// Why it does not.
    pub reason: Option<Code>,
    /// The rule that decides.
    pub rule: TrustRule,
    /// The path that the rule speaks of where it takes none, as an index into the chain's paths.
    pub about: Option<usize>,
    /// The list of roots that it goes by, in whose versions the rule counts: `android`, `ios`, `macos`, `nss`, `chrome`,
    /// `microsoft`, `java`, `debian`. Those of `chrome`, `microsoft` and `java` are months.
    pub store: String,
    /// The path that it takes once a repair serves it, as an index into the chain's paths.
    pub with_repair: Option<usize>,
    /// The day of its list of roots, `2026-06-21`.
    pub as_of: String,
}

impl ClientTrust {
    /// The path that it takes, else the one that it takes once a repair serves it.
    pub fn way(&self) -> Option<usize> {
        self.path.or(self.with_repair)
    }
}

/// What decides whether a client trusts a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TrustRule {
    /// The root is in its list.
    InStore {
        /// Only from this update of the version on.
        since: Option<String>,
        /// The last day of issuance that it accepts, where a limit is coming.
        until: Option<Timestamp>,
    },
    /// The root is in its list, and an intermediate on the path was not given: it finds that by itself, if it can.
    Fetched,
    /// The root was never in its list.
    NotInStore,
    /// The root came into its list with a later version.
    Since {
        /// Which.
        version: String,
    },
    /// The root was taken out of its list.
    Removed {
        /// With which version.
        version: String,
    },
    /// It accepts nothing below this root that was issued later.
    IssuedAfter {
        /// The last day.
        limit: Timestamp,
        /// What is compared: the earliest timestamp of a log, else the start of validity.
        by_timestamp: bool,
    },
    /// It lets the root count for some names only, and the certificate has another.
    NotForName {
        /// The first such name.
        name: String,
        /// The names that it permits, and all below them; with a leading dot only those below.
        permitted: Vec<String>,
    },
    /// The root has ended.
    RootEnded {
        /// When.
        at: Timestamp,
    },
    /// A CA certificate on the path stands on the list of revoked ones that its vendor ships.
    Revoked {
        /// Which, as an index.
        certificate: usize,
    },
    /// The chain ends in a certificate of no public program.
    Private,
    /// The chain ends where a certificate is missing.
    Incomplete,
    /// A signature on the way could not be verified here: nobody can say that it is right.
    Unverified,
    /// The path itself does not hold: `reason` says why.
    Path,
}

impl TrustRule {
    /// The root is in a later version of its list, or in none.
    pub const fn never_had_root(&self) -> bool {
        matches!(self, Self::NotInStore | Self::Since { .. })
    }

    /// It is about the root, not about the path or a gap in it.
    pub const fn is_about_root(&self) -> bool {
        matches!(
            self,
            Self::NotInStore
                | Self::Since { .. }
                | Self::Removed { .. }
                | Self::IssuedAfter { .. }
                | Self::NotForName { .. }
                | Self::RootEnded { .. }
        )
    }

    /// The code that speaks of it; none for what is trusted.
    pub const fn code(&self) -> Option<Code> {
        match self {
            Self::InStore { .. } | Self::Fetched | Self::Path => None,
            Self::NotInStore | Self::Since { .. } => Some(Code::TRU004),
            Self::Removed { .. } | Self::IssuedAfter { .. } | Self::NotForName { .. } => Some(Code::TRU003),
            Self::RootEnded { .. } => Some(Code::VAL001),
            Self::Revoked { .. } => Some(Code::TRU005),
            Self::Private => Some(Code::TRU002),
            Self::Incomplete => Some(Code::CHN003),
            Self::Unverified => Some(Code::CHN006),
        }
    }
}

/// Versions of a client in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientVersions {
    /// Which client, as in [`ClientTrust::id`].
    pub id: String,
    /// The first of them; none where all older ones are meant too.
    pub from: Option<String>,
    /// The last of them; none where all newer ones are meant too.
    pub to: Option<String>,
}

impl ClientVersions {
    /// A client in all its versions.
    pub fn all(id: &str) -> Self {
        Self { id: id.to_owned(), from: None, to: None }
    }
}
