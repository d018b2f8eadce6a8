use super::{
    chain,
    platforms::{self, Address, Entry},
    reach, read, rules,
    supply::Wanted,
    symptoms, validity, x509,
};
use crate::report::{
    CalledUrl, CertificateSummary, Chain, ChainPath, Code, Finding, HostCoverage, KeySummary, MissingIssuer, Names,
    Options, Order, PackFolder, PathFault, PlannedRenewal, Platform, PlatformReadiness, PublicKeySummary, Report,
    RequestSummary, RevocationSummary, Role, RootName, SCHEMA, Trust, Validity, Verdict,
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

impl Analysis {
    /// Of this material and chain, before anything follows from them.
    pub(super) fn of(options: Options, material: read::Material, chain: chain::ChainAnalysis) -> Self {
        Self {
            options,
            material,
            chain,
            serve: reach::Serve::default(),
            trust: Trust::default(),
            wanted: Wanted::default(),
            hosts: Vec::new(),
            elsewhere: Vec::new(),
            settings: Vec::new(),
            behind_proxies: Vec::new(),
            called: Vec::new(),
            urls: Vec::new(),
            listed: Vec::new(),
            validity: None,
            keys: Vec::new(),
            packs: Vec::new(),
            public_keys: Vec::new(),
            requests: Vec::new(),
            revocation: Vec::new(),
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

    pub(super) fn summary(&self, index: usize) -> Option<CertificateSummary> {
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

/// Why a path is refused, each code once.
fn codes(path: &chain::Path) -> Vec<Code> {
    let mut codes = Vec::new();
    path.reasons.iter().for_each(|reason| super::sorted::insert(&mut codes, reason.code));
    codes
}
