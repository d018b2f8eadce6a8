use super::Scene;
use crate::engine::{
    chain::ChainAnalysis,
    read::Material,
    trust::{self, Client, Version},
};
use crate::report::{ClientTrust, Code, Timestamp, TrustRule};

/// What each client in each version says to the chain. Over all paths: one that it accepts is enough.
pub fn matrix(chain: &ChainAnalysis, material: &Material, now: Timestamp) -> Vec<ClientTrust> {
    let Some(scene) = Scene::new(chain, material, now) else { return Vec::new() };
    trust::clients().iter().map(|client| scene.ask(client)).collect()
}

/// A path with the rule that decides on it.
type Decided = (usize, TrustRule);

impl Scene<'_> {
    fn ask(&self, client: &Client) -> ClientTrust {
        let given = self.chain.paths.len();
        let paths = || self.chain.all_paths().enumerate();
        let accepted = |(index, path)| Some((index, self.judge(client, path).ok()?));
        let first: Option<Decided> = paths().take(given).find_map(accepted);
        let repaired = paths().skip(given).find_map(accepted).filter(|_| first.is_none());
        let with_repair = repaired.as_ref().map(|(path, _)| *path);
        let fetched = repaired.filter(|_| client.fetches).map(|(path, _)| (path, TrustRule::Fetched));
        let answer = |trusted, path, reason, rule, about| ClientTrust {
            id: client.id.to_owned(),
            version: client.version.to_owned(),
            trusted,
            path,
            reason,
            rule,
            about,
            store: client.store.name().to_owned(),
            with_repair,
            as_of: client.as_of.to_owned(),
        };
        if let Some((path, rule)) = first {
            return answer(true, Some(path), None, rule, None);
        }
        let (about, (rule, reason)) = self.refusal(client);
        match fetched {
            // What it may or may not find by itself is nothing to rely on.
            Some((path, rule)) => answer(false, Some(path), reason, rule, None),
            None => answer(false, None, reason, rule, about),
        }
    }

    /// Why none of the given paths will do: the reason of the best that the client could have taken, and which that is.
    fn refusal(&self, client: &Client) -> (Option<usize>, (TrustRule, Option<Code>)) {
        let paths = self.chain.paths.iter().enumerate();
        let refusals: Vec<_> =
            paths.filter_map(|(index, path)| Some((Some(index), self.judge(client, path).err()?))).collect();
        let about_trust = |rule: &TrustRule| rule.is_about_root() || matches!(rule, TrustRule::Revoked { .. });
        // A root that this client had, or that came soonest, tells more than one that it never heard of.
        let closeness = |rule: &TrustRule| match rule {
            TrustRule::NotInStore => (2, Version::default()),
            TrustRule::Since { version } => (1, Version::parse(version)),
            _ => (0, Version::default()),
        };
        let about_it = refusals.iter().filter(|(_, (rule, _))| about_trust(rule));
        let nearest = about_it.min_by_key(|(_, (rule, _))| closeness(rule));
        match refusals.first() {
            Some(best) if about_trust(&best.1.0) => nearest.unwrap_or(best).clone(),
            Some(best) => best.clone(),
            None => (None, (TrustRule::Incomplete, Some(Code::CHN003))),
        }
    }
}
