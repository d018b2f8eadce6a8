use super::{limit_at, renew_at};
use crate::engine::{chain::ChainAnalysis, read::Material};
use crate::report::{Timestamp, Validity};

/// The dates of the server certificate and its served chain.
pub fn validity(material: &Material, chain: &ChainAnalysis, now: Timestamp) -> Option<Validity> {
    let leaf = material.certificates.get(chain.leaf?)?;
    let (not_before, not_after) = (leaf.not_before.at, leaf.not_after.at);
    let chain_not_after = first_to_end(material, chain).map_or(not_after, |(_, end)| end.min(not_after));
    Some(Validity {
        not_before,
        not_after,
        chain_not_after,
        days_left: now.days_until(not_after),
        renew_at: renew_at(not_before, not_after),
        allowed_days: limit_at(not_before).map(|limit| limit.days),
    })
}

/// The certificate of the served chain that ends first, with its last moment; the server certificate where several
/// end together.
pub fn first_to_end(material: &Material, chain: &ChainAnalysis) -> Option<(usize, Timestamp)> {
    let end = |index: usize| Some((index, material.certificates.get(index)?.not_after.at));
    chain.served.iter().filter_map(|&index| end(index)).min_by_key(|(_, end)| *end)
}
