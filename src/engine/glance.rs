//! What can be said at a glance, before the engine is up: of certificates in clean files, without verifying a signature,
//! without tables of clients and platforms.
//!
//! Everything that is said here is final. What it would take more to know is left out, so that the engine only adds.

use super::{Analysis, chain, names, read, rules, validity};
use crate::report::{
    Chain, HostCoverage, Judge, Names, Options, Order, Purpose, Report, SCHEMA, Source, Trust, Verdict,
};

/// Reads and judges at a glance; none where that takes more than a glance.
pub fn glance(sources: &[Source], options: &Options) -> Option<Report> {
    if !is_plain(options) {
        return None;
    }
    let material = read::read_clean(sources)?;
    let sight = chain::at_a_glance(&material, options)?;
    report(material, sight, options)
}

/// Whether nothing is asked that only the engine answers, or that changes what it says of certificates and names.
fn is_plain(options: &Options) -> bool {
    let Options { urls, code, listed, phones, repairs, passwords, roots, supply, .. } = options;
    let asks_more = !urls.is_empty()
        || !code.is_empty()
        || !listed.is_empty()
        || !phones.is_empty()
        || !repairs.is_empty()
        || !passwords.is_empty()
        || !roots.is_empty()
        || !supply.is_empty();
    let is_usual = (options.purpose, options.judge, options.depth) == (Purpose::Server, Judge::Clients, None);
    is_usual && !asks_more && !options.hosts.iter().any(|host| names::takes_more(host))
}

/// Runs the rules over what is known, and puts that into the contract's shape.
fn report(mut material: read::Material, sight: chain::Sight, options: &Options) -> Option<Report> {
    let chain::Sight { chain, complete, settled, open } = sight;
    for input in &mut material.inputs {
        let certificate = |index: usize| Some((index, material.certificates.get(index)?));
        input.role = input.certificate.and_then(certificate).map(|(index, it)| chain.role(index, it));
    }
    let leaf = chain.leaf.and_then(|index| material.certificates.get(index));
    if leaf.and_then(|leaf| leaf.subject.common_name()).is_some_and(names::takes_more) {
        return None;
    }
    let hosts: Vec<HostCoverage> = leaf.map(|leaf| names::coverage(leaf, &options.hosts)).unwrap_or_default();
    let validity = validity::validity(&material, &chain, options.now);
    // What the other options say is the default.
    let options = Options { hosts: options.hosts.clone(), ..Options::at(options.now) };
    let analysis = Analysis { hosts, validity, ..Analysis::of(options, material, chain) };
    let (findings, tally) = rules::run_at_a_glance(&analysis, settled, &open);
    let certificates = (0..analysis.material.certificates.len()).filter_map(|index| analysis.summary(index)).collect();
    Some(Report {
        schema: SCHEMA,
        now: analysis.options.now,
        verdict: Verdict::of(findings.iter().map(|finding| finding.severity)),
        findings,
        tally,
        certificates,
        chain: Chain {
            leaf: analysis.chain.leaf,
            given: analysis.material.given.iter().map(|given| given.certificate).collect(),
            order: if analysis.chain.in_order() { Order::Ok } else { Order::Wrong },
            served: analysis.chain.served,
            complete,
            paths: Vec::new(),
            missing: Vec::new(),
            supplied: Vec::new(),
            wanted: Vec::new(),
        },
        inputs: analysis.material.inputs,
        names: Names { hosts: analysis.hosts },
        trust: Trust::default(),
        validity,
        renewals: Vec::new(),
        keys: Vec::new(),
        packs: Vec::new(),
        public_keys: Vec::new(),
        requests: Vec::new(),
        revocation: Vec::new(),
        urls: Vec::new(),
        platforms: Vec::new(),
        symptoms: Vec::new(),
    })
}
