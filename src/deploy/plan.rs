//! The choices: certificate facts and options → one plan that every server can be written from.

use super::allow::{FilePath, Host, Upstream};
use super::guideline::{self, Advice, Protocol, Suite};
use super::notes;
use super::targets::{self, Feature, Target};
use super::version::Version;
use crate::report::wire::{DeployOptions, Profile};
use crate::report::{CertificateSummary, Finding, Report};
use std::collections::HashSet;
use std::net::IpAddr;

/// Where things are on the server. The default is what every package of the server expects.
#[derive(Clone, Debug)]
pub struct Place {
    /// The address to listen on; every address where none.
    pub address: Option<IpAddr>,
    /// The port of plain HTTP.
    pub http_port: u16,
    /// The port of HTTPS.
    pub https_port: u16,
    /// The folder that holds one folder a site with its certificate and key.
    pub certificates: FilePath,
    /// The folder that holds one folder a site with its pages.
    pub pages: FilePath,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            address: None,
            http_port: 80,
            https_port: 443,
            certificates: FilePath::own("/etc/ssl/certloupe"),
            pages: FilePath::own("/var/www"),
        }
    }
}

/// What a configuration should say: every choice made, nothing left for the writers to decide.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The server.
    pub target: &'static Target,
    /// Its version.
    pub version: Version,
    /// What the site answers for.
    pub hosts: Vec<Host>,
    /// The host to try things with: the first that is a name of its own, else the first.
    pub example: Host,
    /// The name of the site's files and folders.
    pub stem: String,
    /// TLS versions to speak, the oldest first. Never empty.
    pub protocols: Vec<Protocol>,
    /// Suites of TLS 1.2 and below, best first.
    pub suites: Vec<Suite>,
    /// The OpenSSL security level to ask for.
    pub security_level: Option<u64>,
    /// Whether the server's order of suites decides.
    pub server_order: bool,
    /// How many certificates the server sends.
    pub served: usize,
    /// Whether there is a responder whose answers can be stapled.
    pub stapling: bool,
    /// The value of Strict-Transport-Security.
    pub hsts: Option<String>,
    /// Where requests go on; a folder of pages where none.
    pub upstream: Option<Upstream>,
    /// Where things are on the server.
    pub place: Place,
}

impl Plan {
    /// The choices that follow from the certificate and the options, and what to know about them.
    ///
    /// # Errors
    /// Everything that stands in the way, all at once.
    pub fn new(report: &Report, options: &DeployOptions, place: Place) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let target = targets::find(&options.target).ok_or_else(|| vec![notes::unknown_target(&options.target)])?;
        let leaf = report.leaf().ok_or_else(|| vec![notes::no_server_certificate()])?;
        let mut notes = Vec::new();
        let mut refused = Vec::new();
        let version = version(target, options, &mut refused);
        let hosts = hosts(leaf, report.chain.leaf, options, &mut notes, &mut refused);
        let upstream = upstream(options, &mut refused);
        let advice = version.and_then(|version| {
            let advice = advice(target, version, options.profile, &leaf.key.algorithm, &mut notes);
            advice.or_else(|| {
                refused.push(notes::no_protocol(target, version, options.profile));
                None
            })
        });
        let (Some(version), Some(first), Some(advice), true) =
            (version, hosts.first().cloned(), advice, refused.is_empty())
        else {
            return Err(refused);
        };
        let hsts = options.hsts.then(|| hsts(&hosts, advice.hsts_seconds, &mut notes)).flatten();
        let plan = Self {
            target,
            version,
            stem: first.file_stem(),
            example: hosts.iter().find(|host| matches!(host, Host::Name(_))).unwrap_or(&first).clone(),
            hosts,
            protocols: advice.protocols,
            suites: advice.suites,
            security_level: advice.security_level,
            server_order: advice.server_order,
            served: report.chain.served.len().max(1),
            stapling: !leaf.ocsp.is_empty(),
            hsts,
            upstream,
            place,
        };
        plan.remarks(report, &mut notes);
        Ok((plan, notes))
    }

    /// Whether this version of the server has a feature.
    pub fn has(&self, feature: &Feature) -> bool {
        self.version >= feature.since
    }

    /// One of the site's certificate files on the server.
    pub fn certificate_file(&self, name: &str) -> FilePath {
        self.certificate_folder().join(name)
    }

    /// The folder of the site's certificate and key.
    pub fn certificate_folder(&self) -> FilePath {
        self.place.certificates.join(&self.stem)
    }

    /// The folder of the site's pages, and of the answers to a certificate authority's HTTP challenge.
    pub fn pages(&self) -> FilePath {
        self.place.pages.join(&self.stem)
    }

    /// The suites as an OpenSSL cipher string; empty for TLS 1.3 alone, whose suites need no choosing.
    pub fn cipher_string(&self) -> String {
        let level = self.security_level.map(|level| format!("@SECLEVEL={level}"));
        let suites = self.suites.iter().map(|suite| suite.openssl.to_owned());
        level.into_iter().chain(suites).collect::<Vec<_>>().join(":")
    }

    /// What to know about the choices, beyond what was said while making them.
    fn remarks(&self, report: &Report, notes: &mut Vec<Finding>) {
        if self.protocols.iter().any(|protocol| *protocol < Protocol::Tls12) {
            notes.push(notes::old_protocols(self.target.title, self.security_level.is_some()));
        }
        if !self.stapling {
            notes.push(notes::no_responder(report));
        }
        let lacks = |feature: &&Feature| !self.has(feature) && (feature.wanted)(self);
        let left_out: Vec<String> =
            self.target.features.iter().filter(lacks).map(|feature| feature.name.to_owned()).collect();
        if !left_out.is_empty() {
            notes.push(notes::options_left_out(self.target, self.version, left_out));
        }
        notes.push(notes::also_in_front());
    }
}

fn version(target: &'static Target, options: &DeployOptions, refused: &mut Vec<Finding>) -> Option<Version> {
    let text = options.version.as_deref().map(str::trim).unwrap_or_default();
    if text.is_empty() {
        return Some(target.latest);
    }
    match Version::parse(text) {
        Some(version) if version >= target.oldest => return Some(version),
        Some(version) => refused.push(notes::version_too_old(target, version, target.oldest)),
        None => refused.push(notes::unknown_version(target.title, text)),
    }
    None
}

/// The hosts asked for, all or nothing; or those of the certificate, as far as they can be written.
fn hosts(
    leaf: &CertificateSummary,
    certificate: Option<usize>,
    options: &DeployOptions,
    notes: &mut Vec<Finding>,
    refused: &mut Vec<Finding>,
) -> Vec<Host> {
    let asked: Vec<&String> = options.names.iter().filter(|name| !name.trim().is_empty()).collect();
    let typed = !asked.is_empty();
    let names = if typed { asked } else { leaf.names.iter().collect() };
    let mut seen = HashSet::new();
    let mut hosts = Vec::new();
    let mut bad = Vec::new();
    for name in names {
        match if typed { Host::typed(name) } else { Host::parse(name) } {
            Ok(host) if seen.insert(host.clone()) => hosts.push(host),
            Ok(_) => {}
            Err(why) => bad.push((name.clone(), why)),
        }
    }
    match bad.is_empty() {
        true => {}
        false if typed => refused.extend(bad.into_iter().map(|(name, why)| notes::name_refused(name, why))),
        false if hosts.is_empty() => refused.push(notes::names_skipped(bad, certificate)),
        false => notes.push(notes::names_skipped(bad, certificate)),
    }
    if hosts.is_empty() && !typed {
        refused.push(notes::no_usable_name());
    }
    hosts
}

fn upstream(options: &DeployOptions, refused: &mut Vec<Finding>) -> Option<Upstream> {
    let text = options.upstream.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
    match Upstream::parse(text) {
        Ok(upstream) => Some(upstream),
        Err(why) => {
            refused.push(notes::upstream_refused(text, why));
            None
        }
    }
}

/// The guideline's advice, less what this version of the server does not speak; none when nothing is left.
fn advice(
    target: &'static Target,
    version: Version,
    profile: Profile,
    algorithm: &str,
    notes: &mut Vec<Finding>,
) -> Option<Advice> {
    let mut advice = guideline::advice(profile, algorithm)?;
    let asked = std::mem::take(&mut advice.protocols);
    let (spoken, silent): (Vec<_>, Vec<_>) = asked.into_iter().partition(|protocol| target.speaks(*protocol, version));
    if spoken.is_empty() {
        return None;
    }
    if !silent.is_empty() {
        notes.push(notes::protocols_left_out(target, version, &silent));
    }
    if spoken == [Protocol::Tls13] {
        notes.push(notes::only_tls13(advice.oldest_clients));
    }
    // The level is there for the oldest versions; without them it would only weaken the rest. A server from before
    // TLS 1.3 comes with a library from before the levels (OpenSSL 1.0.2 in CentOS 7), which refuses to read one.
    if spoken.iter().all(|protocol| *protocol >= Protocol::Tls12) || !target.speaks(Protocol::Tls13, version) {
        advice.security_level = None;
    }
    advice.suites.retain(|suite| (target.has_suite)(suite));
    advice.protocols = spoken;
    Some(advice)
}

/// The header's value. Browsers ignore it for addresses (RFC 6797 §8.1.1). `includeSubDomains` reaches every name
/// below, so it is only for a certificate that covers the names below: each host is a bare domain whose wildcard
/// is there too, or stands right below one.
fn hsts(hosts: &[Host], seconds: u64, notes: &mut Vec<Finding>) -> Option<String> {
    let mut named = hosts.iter().filter(|host| !matches!(host, Host::Ip(_))).peekable();
    named.peek()?;
    let has = |host: Host| hosts.contains(&host);
    let covered = |base: &str| has(Host::Name(base.to_owned())) && has(Host::Wildcard(base.to_owned()));
    let below_covered = named.all(|host| match host {
        Host::Name(name) => covered(name) || name.split_once('.').is_some_and(|(_, base)| covered(base)),
        Host::Wildcard(base) => covered(base),
        Host::Ip(_) => true,
    });
    if !below_covered {
        notes.push(notes::subdomains_left_out());
        return Some(format!("max-age={seconds}"));
    }
    Some(format!("max-age={seconds}; includeSubDomains"))
}
