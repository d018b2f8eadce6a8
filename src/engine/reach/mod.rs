//! Which clients take which path, and what a server should send so that most of them find one.

mod matrix;
mod serve;
mod spans;
mod wanted;

pub use matrix::matrix;
pub use serve::{Serve, serve};
pub use spans::spans;
pub use wanted::wanted;

use super::{
    chain::{ChainAnalysis, Path, PathEnd, dns_within},
    read::Material,
    trust::{self, Client, KnownRoot, Stretch, Version},
    x509::{Certificate, GeneralNameKind},
};
use crate::report::{Code, Timestamp, TrustRule};

/// What the clients judge by.
#[derive(Clone, Copy)]
struct Scene<'a> {
    chain: &'a ChainAnalysis,
    material: &'a Material,
    leaf: &'a Certificate,
    now: Timestamp,
    /// The root of the best path only passes for a public one.
    imitates: bool,
}

impl<'a> Scene<'a> {
    fn new(chain: &'a ChainAnalysis, material: &'a Material, now: Timestamp) -> Option<Self> {
        let leaf = material.certificates.get(chain.leaf?)?;
        let imitates = chain.imitated(&material.certificates).is_some();
        Some(Self { chain, material, leaf, now, imitates })
    }

    /// What a client says to a path: the rule by which it accepts it, or the one by which it does not.
    fn judge(&self, client: &Client, path: &Path) -> Result<TrustRule, (TrustRule, Option<Code>)> {
        let refuse = |rule: TrustRule| {
            let code = rule.code();
            Err((rule, code))
        };
        if let Some(reason) = path.reasons.first() {
            return Err((TrustRule::Path, Some(reason.code)));
        }
        if path.is_unverified() {
            return refuse(TrustRule::Unverified);
        }
        match path.end {
            PathEnd::Missing if self.chain.disowned().is_some() => return Err((TrustRule::Path, Some(Code::CHN006))),
            PathEnd::SelfSigned if self.imitates => return Err((TrustRule::Path, Some(Code::TRU001))),
            _ => {}
        }
        let Some(root) = self.root(path) else {
            return refuse(if path.end.is_complete() { TrustRule::Private } else { TrustRule::Incomplete });
        };
        let below = path.certificates.iter().skip(1);
        let revoked = |index: &&usize| self.material.certificates.get(**index).is_some_and(trust::is_revoked);
        if let Some(&certificate) = below.clone().find(revoked).filter(|_| client.revokes) {
            return refuse(TrustRule::Revoked { certificate });
        }
        // Any certificate of the root will do.
        match root.twins().map(|twin| self.ask_of(client, twin)).min_by_key(favour) {
            Some(Ok(rule)) => Ok(rule),
            Some(Err(rule)) => refuse(rule),
            None => refuse(TrustRule::NotInStore),
        }
    }

    /// What a client says of one root certificate.
    fn ask_of(&self, client: &Client, root: &KnownRoot) -> Result<TrustRule, TrustRule> {
        let stretch = standing(client, root)?;
        if root.not_after < self.now && !client.keeps_ended {
            return Err(TrustRule::RootEnded { at: root.not_after });
        }
        let since = (!stretch.begins_by(client.first)).then(|| stretch.since.to_owned());
        // Limits are the program's, not the list's: who passes on the list knows nothing of them.
        if client.follows {
            return Ok(TrustRule::InStore { since, until: None });
        }
        match self.limit_passed(client, &stretch).or_else(|| self.name_outside(client, root)) {
            Some(rule) => Err(rule),
            None => Ok(TrustRule::InStore { since, until: stretch.issued_until }),
        }
    }

    /// The public root that a path ends in or below.
    fn root(&self, path: &Path) -> Option<&'static KnownRoot> {
        match path.end {
            PathEnd::KnownRoot(root) => Some(root),
            PathEnd::SelfSigned | PathEnd::Trusted => {
                trust::known_root(self.material.certificates.get(*path.certificates.last()?)?)
            }
            _ => None,
        }
    }

    /// The rule that forbids what was issued so late, where one does.
    fn limit_passed(&self, client: &Client, stretch: &Stretch) -> Option<TrustRule> {
        let limit = stretch.issued_until?;
        // Chrome goes by the logs' timestamps: one that is early enough will do. Without any of them in the certificate
        // the start of its validity has to stand for them. The others go by that alone.
        let logged = self.leaf.signed_certificate_timestamps().iter().map(|it| it.timestamp_ms).min();
        let logged = logged.and_then(|moment| i64::try_from(moment / 1000).ok()).map(Timestamp::from_unix);
        let logged = logged.filter(|_| client.store == trust::Store::Chrome);
        let issued = logged.unwrap_or(self.leaf.not_before.at);
        (issued > limit).then_some(TrustRule::IssuedAfter { limit, by_timestamp: logged.is_some() })
    }

    /// The rule that lets a root count for some names only, where the leaf has another.
    fn name_outside(&self, client: &Client, root: &KnownRoot) -> Option<TrustRule> {
        let permitted = trust::permitted_names(root, client.store)?;
        let names = self.leaf.subject_alternative_names().unwrap_or_default();
        let outside = names.iter().find_map(|it| match &it.kind {
            GeneralNameKind::Dns(name) => (!permitted.iter().any(|base| dns_within(name, base))).then(|| name.clone()),
            _ => None,
        });
        let permitted = permitted.into_iter().map(str::to_owned).collect();
        outside.map(|name| TrustRule::NotForName { name, permitted })
    }
}

/// Smaller is better: the answer that counts when a root has several certificates.
fn favour(answer: &Result<TrustRule, TrustRule>) -> (u8, Version) {
    let version = |version: &str| Version::parse(version);
    match answer {
        Ok(TrustRule::InStore { since, .. }) => (0, since.as_deref().map(version).unwrap_or_default()),
        Ok(_) => (1, Version::default()),
        Err(TrustRule::Since { version: since }) => (3, version(since)),
        Err(TrustRule::NotInStore) => (4, Version::default()),
        Err(_) => (2, Version::default()),
    }
}

/// Whether a client's list has a root, in the newest state of this version of it.
fn standing(client: &Client, root: &KnownRoot) -> Result<Stretch, TrustRule> {
    let mut rule = TrustRule::NotInStore;
    for stretch in root.in_store(client.store) {
        if stretch.covers(client.last) {
            return Ok(stretch);
        }
        rule = match stretch.until {
            Some(until) if stretch.begins_by(client.last) => TrustRule::Removed { version: until.to_owned() },
            _ if matches!(rule, TrustRule::Removed { .. }) => rule,
            _ => TrustRule::Since { version: stretch.since.to_owned() },
        };
    }
    Err(rule)
}
