#[cfg(feature = "full")]
use super::budget::Budget;
use super::budget::{LIMITS, Reached};
use super::{
    chain, hosts, keys, names,
    platforms::{self, Address, Entry},
    reach, read, rules,
    supply::{Supply, Wanted},
    symptoms, trust, validity, x509,
};
use crate::report::{
    CalledUrl, CertificateSummary, Chain, ChainPath, Code, Finding, HostCoverage, KeySummary, MissingIssuer, Names,
    Options, Order, PackFolder, PathFault, PlannedRenewal, Platform, PlatformReadiness, Progress, PublicKeySummary,
    Purpose, Repair, Report, RequestSummary, RevocationSummary, Role, RootName, SCHEMA, Source, Trust, Validity,
    Verdict,
};
use chain::PathEnd;
use x509::Certificate;
pub(crate) use x509::hex;

/// Everything that rules may ask about: what was read, and what follows from it.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// What to judge by.
    pub options: Options,
    /// What was read.
    pub material: read::Material,
    /// The chain.
    pub chain: chain::ChainAnalysis,
    /// What a server could send.
    pub serve: reach::Serve,
    /// Who trusts the chain.
    pub trust: Trust,
    /// Files of the supply that would tell more about the chain.
    pub wanted: Wanted,
    /// The wanted hosts.
    pub hosts: Vec<HostCoverage>,
    /// Those of them that the program calls and that other servers answer for: the certificate has others.
    pub elsewhere: Vec<String>,
    /// What configurations of servers say that are in force for those hosts, or for the certificate's names.
    pub settings: Vec<read::Setting>,
    /// Their virtual hosts that TLS ends before, and whose redirects lead to `http://`.
    pub behind_proxies: Vec<read::VirtualHost>,
    /// The addresses that the program calls.
    pub called: Vec<Address>,
    /// The same with those that do not count, as the report tells them.
    pub urls: Vec<CalledUrl>,
    /// The entries of the platform's list.
    pub listed: Vec<Entry>,
    /// The dates.
    pub validity: Option<Validity>,
    /// The private keys.
    pub keys: Vec<KeySummary>,
    /// The folders of a pack, where one had to be chosen.
    pub packs: Vec<PackFolder>,
    /// The public keys by themselves.
    pub public_keys: Vec<PublicKeySummary>,
    /// The requests.
    pub requests: Vec<RequestSummary>,
    /// The revocation lists and OCSP responses.
    pub revocation: Vec<RevocationSummary>,
}

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

    /// The server certificate and its index.
    pub fn leaf(&self) -> Option<(usize, &Certificate)> {
        let index = self.chain.leaf?;
        Some((index, self.certificate(index)?))
    }

    /// The hosts that this certificate has to cover.
    pub fn own_hosts(&self) -> impl Iterator<Item = &HostCoverage> {
        self.hosts.iter().filter(|row| !self.elsewhere.contains(&row.host))
    }

    /// A certificate by its index.
    pub fn certificate(&self, index: usize) -> Option<&Certificate> {
        self.material.certificates.get(index)
    }

    /// The part that a certificate plays.
    pub fn role(&self, index: usize) -> Role {
        self.certificate(index).map_or(Role::Leaf, |certificate| self.chain.role(index, certificate))
    }

    /// The certificates that a server ought to send, in order.
    pub fn served(&self) -> impl Iterator<Item = &Certificate> {
        self.chain.served.iter().filter_map(|&index| self.certificate(index))
    }

    /// Runs the rules and puts everything into the contract's shape.
    pub fn report(&self) -> Report {
        let (findings, tally) = rules::run(self);
        let platforms = self.readiness(&findings);
        Report {
            urls: self.urls.clone(),
            platforms,
            schema: SCHEMA,
            now: self.options.now,
            verdict: Verdict::of(findings.iter().map(|finding| finding.severity)),
            tally,
            inputs: self.material.inputs.clone(),
            certificates: (0..self.material.certificates.len()).filter_map(|index| self.summary(index)).collect(),
            chain: self.chain_report(),
            trust: self.trust.clone(),
            names: Names { hosts: self.hosts.clone() },
            validity: self.validity,
            renewals: self.renewals(),
            keys: self.keys.clone(),
            packs: self.packs.clone(),
            public_keys: self.public_keys.clone(),
            requests: self.requests.clone(),
            revocation: self.revocation.clone(),
            symptoms: symptoms::diagnose(self, &findings),
            findings,
        }
    }

    fn renewals(&self) -> Vec<PlannedRenewal> {
        let public = !self.chain.ends_in_private_root();
        self.leaf().map(|(_, leaf)| validity::renewals(leaf, public, self.options.now)).unwrap_or_default()
    }

    /// Whether the platforms that were asked, else all of them, will take the certificate.
    fn readiness(&self, findings: &[Finding]) -> Vec<PlatformReadiness> {
        let asked = self.options.platforms.as_slice();
        let of = |id: Platform| {
            let bears = |finding: &Finding| {
                finding.platform.as_deref() == Some(id.id()) || platforms::refused_for(finding, id).is_some()
            };
            let bearing: Vec<_> = findings.iter().enumerate().filter(|(_, finding)| bears(finding)).collect();
            // What nobody can see from here holds nobody back.
            let severity = |finding: &Finding| match platforms::refused_for(finding, id) {
                Some(topic) => Some(topic.severity()),
                None => (!finding.is_by_hand()).then_some(finding.severity),
            };
            PlatformReadiness {
                id,
                verdict: Verdict::of(bearing.iter().filter_map(|(_, finding)| severity(finding))),
                findings: bearing.into_iter().map(|(index, _)| index).collect(),
                lists: platforms::console_lists(id, &self.called),
            }
        };
        let all = if asked.is_empty() { Platform::ALL } else { asked };
        self.leaf().into_iter().flat_map(|_| all).map(|id| of(*id)).collect()
    }

    fn summary(&self, index: usize) -> Option<CertificateSummary> {
        let certificate = self.certificate(index)?;
        let access = certificate.authority_information_access();
        Some(CertificateSummary {
            sha256: hex(&certificate.sha256),
            spki_sha256: hex(&certificate.spki_sha256),
            label: certificate.label(),
            subject: certificate.subject.to_string(),
            issuer: certificate.issuer.to_string(),
            serial: hex(&certificate.serial),
            not_before: certificate.not_before.at,
            not_after: certificate.not_after.at,
            names: certificate.host_names(),
            key: certificate.public_key.algorithm.facts(),
            signature: certificate.signature_algorithm.name.clone(),
            role: self.role(index),
            validation: certificate.validation_level(),
            ocsp: access.map(|access| access.ocsp.clone()).unwrap_or_default(),
            ca_issuers: access.map(|access| access.ca_issuers.clone()).unwrap_or_default(),
            crl: certificate.crl_addresses().to_vec(),
            scts: certificate.signed_certificate_timestamps().len(),
        })
    }

    fn chain_report(&self) -> Chain {
        let best = self.chain.best();
        let paths = self.chain.all_paths().map(|path| ChainPath {
            certificates: path.certificates.clone(),
            root: self.root_of(path),
            valid: path.reasons.is_empty(),
            reasons: codes(path),
            faults: path.reasons.iter().map(|it| PathFault { certificate: it.certificate, code: it.code }).collect(),
        });
        Chain {
            leaf: self.chain.leaf,
            given: self.material.given.iter().map(|given| given.certificate).collect(),
            served: self.chain.served.clone(),
            order: if self.chain.in_order() { Order::Ok } else { Order::Wrong },
            complete: best.is_some_and(|path| path.end.is_complete()),
            paths: paths.collect(),
            missing: best.and_then(|path| self.missing_issuer(path)).into_iter().collect(),
            supplied: self.material.supplied.clone(),
            wanted: self.wanted.names().to_vec(),
        }
    }

    fn root_of(&self, path: &chain::Path) -> Option<RootName> {
        match path.end {
            PathEnd::SelfSigned | PathEnd::Trusted => {
                let root = self.certificate(*path.certificates.last()?)?;
                Some(RootName { sha256: hex(&root.sha256), name: root.label() })
            }
            PathEnd::KnownRoot(root) => Some(RootName { sha256: hex(&root.sha256), name: root.name.to_owned() }),
            PathEnd::Missing | PathEnd::Loop | PathEnd::Stopped => None,
        }
    }

    fn missing_issuer(&self, path: &chain::Path) -> Option<MissingIssuer> {
        if path.end != PathEnd::Missing || self.chain.disowned().is_some() {
            return None;
        }
        let issued = *path.certificates.last()?;
        let certificate = self.certificate(issued)?;
        let signed = |way: &chain::Path| !way.reasons.iter().any(|reason| reason.code == Code::CHN006);
        let leads_on = |way: &chain::Path| way.certificates.starts_with(&path.certificates) && signed(way);
        Some(MissingIssuer {
            issued,
            subject: certificate.issuer.to_string(),
            key_id: certificate.authority_key_identifier().map(hex),
            url: certificate.authority_information_access().and_then(|access| access.ca_issuers.first().cloned()),
            in_pack: self.chain.supplied_paths.iter().any(leads_on),
        })
    }
}

/// Trusts the self-signed root that the best path ends in; whether there is one.
fn trust_root(material: &mut read::Material, chain: &chain::ChainAnalysis) -> bool {
    let root = chain.best().filter(|path| path.end == PathEnd::SelfSigned).and_then(|path| path.certificates.last());
    root.is_some_and(|root| {
        material.anchors.push(*root);
        material.anchors.sort_unstable();
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

/// Why a path is refused, each code once.
fn codes(path: &chain::Path) -> Vec<Code> {
    let mut codes = Vec::new();
    path.reasons.iter().for_each(|reason| super::sorted::insert(&mut codes, reason.code));
    codes
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
