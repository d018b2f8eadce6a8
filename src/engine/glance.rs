//! What can be said at a glance, before the engine is up: of certificates in clean files, without verifying a signature,
//! without tables of clients and platforms.
//!
//! Everything that is said here is final. What it would take more to know is left out, so that the engine only adds.

use super::{Analysis, chain, names, read, rules, validity};
use crate::report::{Glance, Judge, Names, Options, Order, Purpose, Source, Timestamp, Verdict};
use std::mem::{ManuallyDrop, take};

/// Reads and judges at a glance; none where that takes more than a glance.
pub fn glance(sources: &[Source], options: &Options) -> Option<Glance> {
    if is_plain(options) { look(sources, &options.hosts, options.now) } else { None }
}

/// Whether nothing is asked that only the engine answers, or that changes what it says of certificates and names.
fn is_plain(options: &Options) -> bool {
    let Options { urls, code, listed, repairs, passwords, roots, supply, .. } = options;
    let asks_more = !urls.is_empty()
        || !code.is_empty()
        || !listed.is_empty()
        || !repairs.is_empty()
        || !passwords.is_empty()
        || !roots.is_empty()
        || !supply.is_empty();
    let is_usual = (options.purpose, options.judge, options.depth) == (Purpose::Server, Judge::Clients, None);
    is_usual && !asks_more
}

/// The same where nothing but hosts is asked for.
pub fn look(sources: &[Source], hosts: &[String], now: Timestamp) -> Option<Glance> {
    if hosts.iter().any(|host| names::takes_more(host)) {
        return None;
    }
    let mut material = read::read_clean(sources)?;
    let chain::Sight { chain, complete, settled, open } = chain::at_a_glance(&material)?;
    for input in &mut material.inputs {
        let certificate = |index: usize| Some((index, material.certificates.get(index)?));
        input.role = input.certificate.and_then(certificate).map(|(index, it)| chain.role(index, it));
    }
    let leaf = chain.leaf.and_then(|index| material.certificates.get(index));
    let rows = leaf.map(|leaf| names::coverage(leaf, hosts)).unwrap_or_default();
    let validity = validity::validity(&material, &chain, now);
    let options = Options { hosts: hosts.to_vec(), ..Options::at(now) };
    // Most of an analysis stays empty at a glance; the code to drop that would be a kilobyte. The rest is taken out below.
    let mut analysis = ManuallyDrop::new(Analysis { hosts: rows, validity, ..Analysis::of(options, material, chain) });
    let (findings, tally) = rules::run_at_a_glance(&analysis, settled, &open);
    let certificates = (0..analysis.material.certificates.len()).filter_map(|index| analysis.summary(index)).collect();
    let chain = take(&mut analysis.chain);
    let material = &mut analysis.material;
    let (inputs, given) = (take(&mut material.inputs), take(&mut material.given));
    drop((take(&mut material.certificates), take(&mut analysis.options.hosts)));
    Some(Glance {
        now,
        verdict: Verdict::of(findings.iter().map(|finding| finding.severity)),
        findings,
        tally,
        inputs,
        certificates,
        leaf: chain.leaf,
        given: given.iter().map(|given| given.certificate).collect(),
        order: if chain.in_order() { Order::Ok } else { Order::Wrong },
        served: chain.served,
        complete,
        names: Names { hosts: take(&mut analysis.hosts) },
        validity,
    })
}
