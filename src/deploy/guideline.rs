//! The TLS guideline: `data/guideline.tsv` as values.

use super::version::Version;
use crate::report::wire::Profile;
use std::fmt;
use std::str::FromStr;

const ROWS: &str = include_str!("../../data/guideline.tsv");

/// A version of TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// TLS 1.0.
    Tls10,
    /// TLS 1.1.
    Tls11,
    /// TLS 1.2.
    Tls12,
    /// TLS 1.3.
    Tls13,
}

impl Protocol {
    /// Every version that a server of today may be asked for, the oldest first.
    pub const ALL: [Self; 4] = [Self::Tls10, Self::Tls11, Self::Tls12, Self::Tls13];

    /// The version's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tls10 => "TLS 1.0",
            Self::Tls11 => "TLS 1.1",
            Self::Tls12 => "TLS 1.2",
            Self::Tls13 => "TLS 1.3",
        }
    }

    /// Its number alone.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Tls10 => "1.0",
            Self::Tls11 => "1.1",
            Self::Tls12 => "1.2",
            Self::Tls13 => "1.3",
        }
    }

    /// The version's name at OpenSSL, and in Java.
    pub const fn openssl(self) -> &'static str {
        match self {
            Self::Tls10 => "TLSv1",
            Self::Tls11 => "TLSv1.1",
            Self::Tls12 => "TLSv1.2",
            Self::Tls13 => "TLSv1.3",
        }
    }
}

impl fmt::Display for Protocol {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Protocol {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|protocol| protocol.name() == name).ok_or(())
    }
}

/// What a profile asks of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// TLS versions, the oldest first.
    pub protocols: Vec<Protocol>,
    /// The OpenSSL security level that the old versions need.
    pub security_level: Option<u64>,
    /// Whether the server's order of suites decides, not the client's.
    pub server_order: bool,
    /// `max-age` of Strict-Transport-Security, in seconds.
    pub hsts_seconds: u64,
    /// The oldest clients that can connect.
    pub oldest_clients: &'static str,
    /// Suites of TLS 1.2 and below, best first.
    pub suites: Vec<Suite>,
}

/// A group of the key exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name (IANA's, or NIST's for its curves).
    pub name: &'static str,
    /// Its name at OpenSSL.
    pub openssl: &'static str,
    /// The first version of OpenSSL that has it.
    pub since: Version,
}

impl Group {
    /// Whether quantum computers do not break it.
    pub fn is_hybrid(&self) -> bool {
        self.name.contains("MLKEM")
    }
}

/// A cipher suite of TLS 1.2 and below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suite {
    /// Its name at OpenSSL.
    pub openssl: &'static str,
    /// Its name at IANA.
    pub iana: &'static str,
    key: &'static str,
}

impl Suite {
    /// Whether a server with this kind of key (`RSA`, `EC`, `Ed25519` …) can use it. The suites named after
    /// ECDSA serve Edwards curves too (RFC 8422 §2.1); a kind that we do not know is given every suite.
    pub fn serves(&self, algorithm: &str) -> bool {
        match algorithm {
            "RSA" => self.key == "RSA",
            "EC" | "Ed25519" | "Ed448" => self.key == "EC",
            _ => true,
        }
    }
}

/// The suites of TLS 1.3, whose names are the same everywhere. Hardly a server wants them named.
pub const TLS13_SUITES: [&str; 3] =
    ["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"];

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    ROWS.lines().filter(|row| !row.starts_with('#')).map(|row| row.split('\t').collect())
}

/// The groups of the key exchange, best first.
pub fn groups() -> impl Iterator<Item = Group> {
    rows().filter_map(|row| match row.as_slice() {
        ["group", name, openssl, since] => Some(Group { name, openssl, since: Version::parse(since)? }),
        _ => None,
    })
}

/// What the guideline asks of a server with this kind of key; none when it does not know the profile, which a
/// test rules out.
pub fn advice(profile: Profile, algorithm: &str) -> Option<Advice> {
    let mut advice = rows().find_map(|row| match row.as_slice() {
        ["profile", id, protocols, level, order, seconds, clients] if *id == profile.id() => Some(Advice {
            protocols: protocols.split(',').filter_map(|name| name.parse().ok()).collect(),
            security_level: level.parse().ok(),
            server_order: *order == "yes",
            hsts_seconds: seconds.parse().ok()?,
            oldest_clients: clients,
            suites: Vec::new(),
        }),
        _ => None,
    })?;
    advice.suites = rows()
        .filter_map(|row| match row.as_slice() {
            ["suite", openssl, iana, key, profiles] if profiles.split(',').any(|id| id == profile.id()) => {
                Some(Suite { openssl, iana, key })
            }
            _ => None,
        })
        .filter(|suite| suite.serves(algorithm))
        .collect();
    Some(advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let mut suites = 0;
        for profile in Profile::ALL {
            let Some(all) = advice(profile, "?") else { panic!("{profile:?} has no row") };
            assert!(!all.protocols.is_empty() && !all.oldest_clients.is_empty() && all.hsts_seconds > 0);
            assert_eq!(all.suites.is_empty(), all.protocols == [Protocol::Tls13], "{profile:?}");
            suites = suites.max(all.suites.len());
        }
        assert_eq!(groups().count(), ROWS.lines().filter(|row| row.starts_with("group\t")).count());
        assert!(groups().next().is_some_and(|group| group.is_hybrid() && group.since == Version(3, 5, 0)));
        // The widest profile holds every suite of the table.
        assert_eq!(suites, ROWS.lines().filter(|row| row.starts_with("suite\t")).count());
        assert_eq!(ROWS.lines().filter(|row| row.starts_with("profile\t")).count(), Profile::ALL.len());
    }

    #[test]
    fn suites_fit_the_key() {
        for profile in [Profile::Compatible, Profile::MiniProgram, Profile::Legacy] {
            for (algorithm, wrong) in [("RSA", "ECDSA"), ("EC", "RSA"), ("Ed25519", "RSA")] {
                let suites = advice(profile, algorithm).map(|advice| advice.suites).unwrap_or_default();
                assert!(!suites.is_empty());
                assert!(
                    suites
                        .iter()
                        .all(|suite| !suite.openssl.contains(wrong) && !suite.iana.contains(&format!("_{wrong}_")))
                );
            }
        }
    }
}
