use super::Scene;
use crate::engine::{
    chain::{ChainAnalysis, Path, PathEnd},
    read::Material,
    trust::{self, Client},
};
use crate::report::Timestamp;
use std::cmp::Reverse;

/// What a server could send, out of what was given and what the supply has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Serve {
    /// The chain that most clients accept without finding anything themselves; the shorter one of two that are equal.
    pub widest: Vec<usize>,
    /// The shortest chain that every client of today accepts which accepts the widest.
    pub shortest: Vec<usize>,
    /// Clients that accept the widest and not the shortest.
    pub lost: Vec<&'static Client>,
    /// Clients that accept the widest and not what was given.
    pub gained: Vec<&'static Client>,
    /// Whether the widest reaches further than what would be sent of the given in order.
    pub is_wider: bool,
}

/// The chains worth serving; empty where no way is whole.
pub fn serve(chain: &ChainAnalysis, material: &Material, now: Timestamp) -> Serve {
    let Some(scene) = Scene::new(chain, material, now) else { return Serve::default() };
    let mut candidates: Vec<(Vec<usize>, Vec<bool>)> = Vec::new();
    for path in chain.all_paths().filter(|path| stands(path)) {
        let list = sent(path);
        // What anyone revoked is not for serving.
        let revoked = |index: &usize| material.certificates.get(*index).is_some_and(trust::is_revoked);
        if !list.iter().any(revoked) && !candidates.iter().any(|(other, _)| other == list) {
            candidates.push((list.to_vec(), scene.reach(list)));
        }
    }
    let weigh = |reach: &[bool]| weight(reach, now);
    // Of the chains that lead to a private root, which no client has, the first is as good as any.
    let rank = |(at, (list, reach)): &(usize, &(Vec<usize>, Vec<bool>))| {
        let weight = weigh(reach);
        (weight, if weight == NOTHING { Reverse(*at) } else { Reverse(list.len()) })
    };
    let Some((_, (widest, most))) = candidates.iter().enumerate().max_by_key(rank) else { return Serve::default() };
    let today = |reach: &[bool]| {
        let all = trust::clients().iter().zip(most).zip(reach);
        all.filter(|((client, _), _)| client.newest).all(|((_, had), has)| !had || *has)
    };
    let shortest = candidates.iter().filter(|(_, reach)| today(reach)).min_by_key(|(list, _)| list.len());
    let Some((shortest, less)) = shortest else { return Serve::default() };
    let given = scene.reach(&material.given.iter().map(|given| given.certificate).collect::<Vec<_>>());
    // Nobody of today is given up for those of yesterday.
    let keeps = |before: &[bool]| !only_in(before, most).iter().any(|client| client.is_around(now));
    Serve {
        widest: widest.clone(),
        shortest: shortest.clone(),
        lost: only_in(most, less),
        gained: if keeps(&given) { only_in(most, &given) } else { Vec::new() },
        is_wider: weigh(most) > weigh(&scene.reach(&chain.served)) && keeps(&given),
    }
}

/// What a reach is worth: the newest versions first, then those that are still around, then all; Android once, for
/// WeChat goes with it.
type Weight = (usize, usize, usize);

const NOTHING: Weight = (0, 0, 0);

fn weight(reach: &[bool], now: Timestamp) -> Weight {
    let reached: Vec<_> = trust::clients()
        .iter()
        .zip(reach)
        .filter(|(client, reached)| **reached && !client.mirrors)
        .map(|(client, _)| client)
        .collect();
    let count = |counts: &dyn Fn(&Client) -> bool| reached.iter().filter(|client| counts(client)).count();
    (count(&|client| client.newest), count(&|client| client.is_around(now)), reached.len())
}

/// What is sent of a path: not the root, which clients have.
fn sent(path: &Path) -> &[usize] {
    match (path.certificates.as_slice(), &path.end) {
        ([below @ .., _], PathEnd::SelfSigned | PathEnd::Trusted) if !below.is_empty() => below,
        (whole, _) => whole,
    }
}

/// Whether nothing is known against a path.
fn stands(path: &Path) -> bool {
    path.end.is_complete() && path.reasons.is_empty() && !path.is_unverified()
}

/// The clients that are in one reach and not in another.
fn only_in(one: &[bool], other: &[bool]) -> Vec<&'static Client> {
    trust::clients()
        .iter()
        .zip(one.iter().zip(other))
        .filter(|(_, (one, other))| **one && !**other)
        .map(|(it, _)| it)
        .collect()
}

impl Scene<'_> {
    /// For each client whether it accepts a path that leads through nothing but these certificates.
    fn reach(&self, served: &[usize]) -> Vec<bool> {
        let within = |path: &&Path| sent(path).iter().all(|index| served.contains(index));
        let paths: Vec<_> = self.chain.all_paths().filter(within).collect();
        trust::clients().iter().map(|client| paths.iter().any(|path| self.judge(client, path).is_ok())).collect()
    }
}
