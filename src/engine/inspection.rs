//! From sources to an analysis.

#[cfg(feature = "full")]
use super::budget::Budget;
use super::{
    Analysis,
    budget::{LIMITS, Reached},
    chain::{self, PathEnd},
    hosts, keys, names, platforms, reach, read,
    supply::Supply,
    trust, validity,
    x509::Certificate,
};
use crate::engine::sorted;
use crate::report::{Options, Progress, Purpose, Repair, Report, RequestSummary, RevocationSummary, Source, Trust};

/// Reads and judges. The report is for showing; the analysis is kept for details, files and configurations.
pub fn inspect(sources: &[Source], options: &Options) -> (Report, Analysis) {
    inspect_watched(sources, options, &mut |_| ())
}

/// The same, for whoever wants to hear how far long work has come.
pub fn inspect_watched(sources: &[Source], options: &Options, watch: &mut dyn FnMut(Progress)) -> (Report, Analysis) {
    let analysis = Analysis::new(read::read_with(sources, options, watch), options);
    (analysis.report(), analysis)
}

impl Analysis {
    /// What follows from the material, after the repairs that the options ask for.
    pub fn new(mut material: read::Material, options: &Options) -> Self {
        // Sources in folders are read by the full engine.
        #[cfg(feature = "full")]
        let packs = super::packs::choose(&mut material, options);
        #[cfg(not(feature = "full"))]
        let packs = Vec::new();
        let supply = Supply::new(&options.supply);
        let (mut chain, mut objects) = chain_of(&mut material, options, &supply);
        if options.repairs.contains(&Repair::TrustRoot) && trust_root(&mut material, &chain) {
            (chain, objects) = chain_of(&mut material, options, &supply);
        }
        // What was given keeps its part, also where a repair leaves it out.
        for input in &mut material.inputs {
            let certificate = |index: usize| Some((index, material.certificates.get(index)?));
            input.role = input.certificate.and_then(certificate).map(|(index, it)| chain.role(index, it));
        }
        let mut serve = reach::serve(&chain, &material, options.now);
        if let Some(list) = mended(options, &material, &chain, &serve) {
            material = chain::repaired(material, &chain, list);
            (chain, objects) = chain_of(&mut material, options, &supply);
            serve = reach::serve(&chain, &material, options.now);
        }
        let trust = Trust {
            as_of: trust::as_of().to_owned(),
            supply_as_of: supply.as_of().map(str::to_owned),
            // Nobody's list of roots says which clients a server lets in.
            clients: match options.purpose {
                Purpose::Server => reach::matrix(&chain, &material, options.now),
                Purpose::Client => Vec::new(),
            },
        };
        let wanted = reach::wanted(&chain, &material, &trust.clients, &supply, options.now);
        let platforms::Called { addresses: called, told: urls, is_cut } =
            platforms::called(&options.urls, &options.code);
        if is_cut {
            let limit = Reached { what: "addresses", limit: LIMITS.addresses as u64 };
            material.problems.push(read::Problem::of_all(limit));
        }
        let wanted_hosts = hosts::wanted(options, &called);
        let listed = platforms::entries(&options.listed);
        let leaf = chain.leaf.and_then(|index| material.certificates.get(index));
        let coverage = match options.purpose {
            Purpose::Server => names::coverage,
            Purpose::Client => names::client_coverage,
        };
        let hosts = leaf.map(|leaf| coverage(leaf, &wanted_hosts)).unwrap_or_default();
        let elsewhere = hosts::elsewhere(options, &called, &hosts);
        let names: Vec<_> = leaf.map(Certificate::host_names).into_iter().flatten().collect();
        let settings = platforms::in_force(&material, &wanted_hosts, &names);
        let behind_proxies = platforms::behind_proxies(&material, &wanted_hosts, &names);
        let validity = validity::validity(&material, &chain, options.now);
        let keys = keys::summaries(&material);
        let public_keys = keys::public_summaries(&material);
        material.problems.extend(objects.problem);
        // Passwords have done their work, and roots are part of the material.
        let options = Options {
            hosts: wanted_hosts,
            passwords: Vec::new(),
            roots: Vec::new(),
            code: Vec::new(),
            supply: Vec::new(),
            ..options.clone()
        };
        Self {
            options,
            material,
            chain,
            serve,
            trust,
            wanted,
            hosts,
            elsewhere,
            settings,
            behind_proxies,
            called,
            urls,
            listed,
            validity,
            keys,
            packs,
            public_keys,
            requests: objects.requests,
            revocation: objects.revocation,
        }
    }
}

/// Trusts the self-signed root that the best path ends in; whether there is one.
fn trust_root(material: &mut read::Material, chain: &chain::ChainAnalysis) -> bool {
    let root = chain.best().filter(|path| path.end == PathEnd::SelfSigned).and_then(|path| path.certificates.last());
    root.is_some_and(|root| {
        material.anchors.push(*root);
        sorted::sort(&mut material.anchors);
        true
    })
}

/// What a repair serves, where one was asked for.
fn mended<'a>(
    options: &Options,
    material: &read::Material,
    chain: &'a chain::ChainAnalysis,
    serve: &'a reach::Serve,
) -> Option<&'a [usize]> {
    let asked = |repair| options.repairs.contains(&repair);
    let gap = !chain.best().is_some_and(|path| path.end.is_complete());
    let all_given = serve.widest.iter().all(|index| !material.supplied.contains(index));
    match () {
        () if asked(Repair::ShortestHandshake) && !serve.shortest.is_empty() => Some(&serve.shortest),
        () if asked(Repair::WidestReach) && !serve.widest.is_empty() => Some(&serve.widest),
        // Whoever gave what reaches furthest keeps it, and a gap is closed with it; else what is whole stays as it is.
        () if asked(Repair::FullChain) && (gap || all_given && serve.is_wider) && !serve.widest.is_empty() => {
            Some(&serve.widest)
        }
        () if !asked(Repair::FullChain) => None,
        () => Some(&chain.served),
    }
}

/// The chain, and the objects beside it: what lists and answers prove to be revoked leads nowhere.
fn chain_of(material: &mut read::Material, options: &Options, supply: &Supply) -> (chain::ChainAnalysis, Objects) {
    let chain = chain::analyse(material, options, supply, &[]);
    let objects = objects(material);
    let revoked = revoked(&objects, options);
    if revoked.is_empty() { (chain, objects) } else { (chain::analyse(material, options, supply, &revoked), objects) }
}

/// Requests, revocation lists and OCSP responses.
#[derive(Default)]
struct Objects {
    requests: Vec<RequestSummary>,
    revocation: Vec<RevocationSummary>,
    /// A limit on signatures that was reached.
    problem: Option<read::Problem>,
}

#[cfg(feature = "full")]
fn objects(material: &read::Material) -> Objects {
    let mut budget = Budget::new("signatures", LIMITS.signatures);
    let (requests, first) = keys::request_summaries(material, &mut budget);
    let (revocation, second) = trust::revocation_summaries(material, &mut budget);
    let problem = first.or(second).map(read::Problem::of_all);
    Objects { requests, revocation, problem }
}

#[cfg(feature = "full")]
fn revoked(objects: &Objects, options: &Options) -> Vec<usize> {
    trust::revoked(&objects.revocation, options.now)
}

/// The base engine reads none.
#[cfg(not(feature = "full"))]
fn objects(_: &read::Material) -> Objects {
    Objects::default()
}

#[cfg(not(feature = "full"))]
fn revoked(_: &Objects, _: &Options) -> Vec<usize> {
    Vec::new()
}
