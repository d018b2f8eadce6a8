//! The choices: certificate facts and options → one plan that every server can be written from. A long file, for each
//! choice has its reasons.

use super::allow::{FilePath, Host, Upstream};
use super::guideline::{self, Advice, Group, Protocol, Suite};
use super::systems::{self, Manager, System};
use super::targets::{self, Library, Policy, Quirk, Reach, Target};
use super::version::Version;
use super::{hsts, notes};
use crate::report::wire::{DeployOptions, Field, Profile, Switch};
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
    /// The port of TLS; the usual one of the target where none.
    pub tls_port: Option<u16>,
    /// The port on which a server hears from what ends TLS before it on the same machine.
    pub inner_port: u16,
    /// The port on which an ACME client itself answers a certificate authority, for servers that have no pages.
    pub challenge_port: u16,
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
            tls_port: None,
            inner_port: 6086,
            challenge_port: 8888,
            certificates: FilePath::own("/etc/ssl/certloupe"),
            pages: FilePath::own("/var/www"),
        }
    }
}

/// The files of a pair of certificate and key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The chain, server certificate first.
    pub certificate: FilePath,
    /// The key.
    pub key: FilePath,
}

/// What a configuration should say: every choice made, nothing left for the writers to decide.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The server.
    pub target: &'static Target,
    /// Its version.
    pub version: Version,
    /// The system that it runs on, where that is known.
    pub system: Option<System>,
    /// The version of the TLS library that it is linked with, where that is known.
    pub library: Option<Version>,
    /// The profile.
    pub profile: Profile,
    /// What the site answers for.
    pub hosts: Vec<Host>,
    /// The host to try things with: the first that is a name of its own, else the first.
    pub example: Host,
    /// The name of the site's files and folders.
    pub stem: String,
    /// The TLS policy, where the service has a list to choose from.
    pub policy: Option<&'static Policy>,
    /// TLS versions to speak, the oldest first, without a gap. Never empty.
    pub protocols: Vec<Protocol>,
    /// Suites of TLS 1.2 and below, best first.
    pub suites: Vec<Suite>,
    /// Groups of the key exchange, best first; the library's own choice where none.
    pub groups: Vec<Group>,
    /// The OpenSSL security level to ask for.
    pub security_level: Option<u64>,
    /// Whether the server's order of suites decides.
    pub server_order: bool,
    /// How many certificates the server sends.
    pub served: usize,
    /// The kind of the certificate's key: `RSA`, `EC` …
    pub key_algorithm: String,
    /// Whether there is a responder whose answers can be stapled.
    pub stapling: bool,
    /// The value of Strict-Transport-Security.
    pub hsts: Option<String>,
    /// Where requests go on; a folder of pages where none.
    pub upstream: Option<Upstream>,
    /// Whether that was assumed: nobody said where, and the server has no pages.
    pub assumes_upstream: bool,
    /// Certificates that clients have to show one of.
    pub client_ca: Option<FilePath>,
    /// Where the files of the site stand already; nowhere yet where none.
    pub own_files: Option<Pair>,
    /// What is had or left out.
    switches: Vec<Switch>,
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
        let system = system(target, options, &mut refused);
        let version = version(target, system, options, &mut refused);
        let library = library(target, system, options, &mut refused);
        let hosts = hosts(target, report, leaf, options, &mut notes, &mut refused);
        let upstream = upstream(target, options, &mut refused);
        let client_ca = client_ca(target, options, &mut refused);
        let own_files = own_files(target, options, &mut refused);
        let both =
            version.is_some_and(|version| options.has(Switch::BothKeys) && target.has(Switch::BothKeys, version));
        let algorithm = if both || target.is(Quirk::Shared) { EVERY_KEY } else { leaf.key.algorithm.as_str() };
        let advice = version.and_then(|version| {
            let advice = advice((target, leaf), (version, library), options.profile, algorithm, &mut notes);
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
        let wants = |switch: Switch| options.has(switch) || target.insists(switch, version);
        let on = |switch: Switch| wants(switch) && target.has(switch, version);
        let hsts = on(Switch::Hsts).then(|| hsts::value(&hosts, advice.hsts_seconds, &mut notes)).flatten();
        let has_responder = !leaf.ocsp.is_empty();
        let plan = Self {
            target,
            version,
            system,
            library,
            profile: options.profile,
            stem: first.file_stem(),
            example: hosts.iter().find(|host| matches!(host, Host::Name(_))).unwrap_or(&first).clone(),
            hosts,
            policy: target.policy(options.profile, algorithm),
            protocols: advice.protocols,
            suites: advice.suites,
            groups: if on(Switch::Hybrid) { groups(target, library) } else { Vec::new() },
            security_level: advice.security_level,
            server_order: advice.server_order,
            served: report.chain.served.len().max(1),
            key_algorithm: leaf.key.algorithm.clone(),
            stapling: on(Switch::Stapling) && has_responder,
            hsts,
            assumes_upstream: upstream.is_some() && typed(target, Field::Upstream, options.upstream.as_ref()).is_none(),
            upstream,
            client_ca,
            own_files,
            switches: Switch::ALL.iter().copied().filter(|switch| on(*switch)).collect(),
            place,
        };
        plan.remarks(report, options, has_responder, &mut notes);
        Ok((plan, notes))
    }

    /// Whether something is had: it is wanted, and this version of the server has it.
    pub fn on(&self, switch: Switch) -> bool {
        self.switches.contains(&switch)
    }

    /// What starts and reloads the server.
    pub fn manager(&self) -> Manager {
        self.system.map(|system| system.manager).unwrap_or_default()
    }

    /// Whether the system is one of these.
    pub fn runs_on(&self, systems: &[&str]) -> bool {
        self.system.is_some_and(|system| systems.iter().any(|start| system.id.starts_with(start)))
    }

    /// The port of TLS.
    pub fn tls_port(&self) -> u16 {
        self.place.tls_port.unwrap_or_else(|| self.target.reach.port())
    }

    /// The file with the chain.
    pub fn certificate(&self) -> FilePath {
        self.own_files.as_ref().map_or_else(|| self.file("fullchain.pem"), |own| own.certificate.clone())
    }

    /// The file with the private key.
    pub fn key(&self) -> FilePath {
        self.own_files.as_ref().map_or_else(|| self.file("privkey.pem"), |own| own.key.clone())
    }

    /// The files of the second certificate, whose key is of the other kind; none where there is no second.
    pub fn second(&self) -> Option<Pair> {
        let pair = || Pair { certificate: self.file("second/fullchain.pem"), key: self.file("second/privkey.pem") };
        self.on(Switch::BothKeys).then(pair)
    }

    /// The file with the chain and the private key in one, for servers that take no two.
    pub fn combined(&self) -> FilePath {
        self.file("combined.pem")
    }

    /// The port where an ACME client answers a certificate authority; none where that is done by the site's pages.
    pub fn challenge_port(&self) -> Option<u16> {
        let is_passed_on = self.target.upstream.is_some() && self.target.knows(Switch::Redirect);
        is_passed_on.then_some(self.place.challenge_port)
    }

    /// A file in the folder of the site's certificate and key.
    pub fn file(&self, name: &str) -> FilePath {
        self.folder().join(name)
    }

    /// The folder of the site's certificate and key.
    pub fn folder(&self) -> FilePath {
        self.place_or(|place| &place.certificates, |(certificates, _)| certificates).join(&self.stem)
    }

    /// The folder of the site's pages, and of the answers to a certificate authority's HTTP challenge.
    pub fn pages(&self) -> FilePath {
        self.place_or(|place| &place.pages, |(_, pages)| pages).join(&self.stem)
    }

    /// A folder of the place; the target's own where the place has the usual one.
    fn place_or(
        &self,
        of_place: fn(&Place) -> &FilePath,
        of_target: fn((&'static str, &'static str)) -> &'static str,
    ) -> FilePath {
        let asked = of_place(&self.place);
        let own = self.target.folders.filter(|_| asked == of_place(&Place::default()));
        own.map_or_else(|| asked.clone(), |folders| FilePath::own(of_target(folders)))
    }

    /// The oldest and the newest version of TLS.
    pub fn range(&self) -> (Protocol, Protocol) {
        let oldest = self.protocols.first().copied().unwrap_or(Protocol::Tls12);
        (oldest, self.protocols.last().copied().unwrap_or(oldest))
    }

    /// The name of the TLS policy; empty where the service has none to choose.
    pub fn policy(&self) -> &'static str {
        match self.policy {
            Some(policy) if self.on(Switch::Hybrid) && !policy.hybrid.is_empty() => policy.hybrid,
            Some(policy) => policy.name,
            None => "",
        }
    }

    /// Strict-Transport-Security as seconds, and whether it is for the names below too.
    pub fn hsts_parts(&self) -> Option<(u64, bool)> {
        self.hsts.as_deref().map(hsts::parts)
    }

    /// The suites as an OpenSSL cipher string; empty for TLS 1.3 alone, whose suites need no choosing.
    pub fn cipher_string(&self) -> String {
        let level = self.security_level.map(|level| format!("@SECLEVEL={level}"));
        let suites = self.suites.iter().map(|suite| suite.openssl.to_owned());
        level.into_iter().chain(suites).collect::<Vec<_>>().join(":")
    }

    /// The suites of TLS 1.3, for who wants them named; none where it is not spoken.
    pub fn suites_of_tls13(&self) -> &'static [&'static str] {
        if self.protocols.contains(&Protocol::Tls13) { &guideline::TLS13_SUITES } else { &[] }
    }

    /// Every suite by its name at IANA, those of TLS 1.3 among them.
    pub fn iana_suites(&self) -> Vec<&'static str> {
        self.suites_of_tls13().iter().copied().chain(self.suites.iter().map(|suite| suite.iana)).collect()
    }

    /// The groups as OpenSSL lists them; empty where the library chooses.
    pub fn group_string(&self) -> String {
        self.groups.iter().map(|group| group.openssl).collect::<Vec<_>>().join(":")
    }

    /// What to know about the choices, beyond what was said while making them.
    fn remarks(&self, report: &Report, options: &DeployOptions, has_responder: bool, notes: &mut Vec<Finding>) {
        if self.range().0 < Protocol::Tls12 && self.target.reach != Reach::Store {
            notes.push(notes::old_protocols(self.target.title, self.security_level.is_some()));
        }
        if self.target.knows(Switch::Stapling) && !has_responder {
            notes.push(notes::no_responder(report));
        }
        let missing = |switch: &Switch| options.has(*switch) && !self.target.has(*switch, self.version);
        // The key exchange of tomorrow is missed by nobody yet.
        let missing = |switch: &Switch| *switch != Switch::Hybrid && missing(switch);
        let (late, never): (Vec<_>, Vec<_>) =
            Switch::ALL.iter().copied().filter(missing).partition(|switch| self.target.knows(*switch));
        if !late.is_empty() {
            notes.push(notes::options_left_out(self.target, self.version, &late));
        }
        let asked: Vec<_> = never.into_iter().filter(|switch| !switch.is_usual()).collect();
        if !asked.is_empty() {
            notes.push(notes::options_unknown(self.target, &asked));
        }
        if self.library.is_some() && self.on(Switch::Hybrid) && !self.groups.iter().any(Group::is_hybrid) {
            notes.extend(self.library.map(|library| notes::hybrid_left_out(self.target, library)));
        }
        notes.extend((self.target.remarks)(self).into_iter().map(|id| notes::remark(self.target, id)));
        if self.assumes_upstream {
            notes.extend(self.upstream.as_ref().map(|upstream| notes::upstream_assumed(self.target, upstream)));
        }
        notes.push(notes::also_in_front());
    }
}

/// A kind of key that every suite is kept for.
const EVERY_KEY: &str = "";

fn system(target: &Target, options: &DeployOptions, refused: &mut Vec<Finding>) -> Option<System> {
    let asked = options.system.as_deref().map(str::trim).filter(|id| !id.is_empty());
    // A panel's server runs below its panel, which needs no telling.
    let panel = target.systems.iter().map(|(id, _)| *id).filter(|_| target.systems.len() == 1);
    let mut panel = panel.filter(|id| systems::find(id).is_some_and(|system| system.manager == Manager::Baota));
    let id = asked.or(panel.next())?;
    let found = systems::find(id);
    if found.is_none() {
        refused.push(notes::unknown_system(target, id));
    }
    found
}

fn version(
    target: &'static Target,
    system: Option<System>,
    options: &DeployOptions,
    refused: &mut Vec<Finding>,
) -> Option<Version> {
    let text = options.version.as_deref().map(str::trim).unwrap_or_default();
    if target.is_service() || text.is_empty() {
        let packaged = system.and_then(|system| target.packaged(system.id));
        return Some(packaged.unwrap_or(target.latest));
    }
    match Version::parse(text) {
        Some(version) if version >= target.oldest => return Some(version),
        Some(version) => refused.push(notes::version_too_old(target, version, target.oldest)),
        None => refused.push(notes::unknown_version(target.title, text)),
    }
    None
}

/// The version of the library that the server is linked with, where anybody knows.
fn library(
    target: &'static Target,
    system: Option<System>,
    options: &DeployOptions,
    refused: &mut Vec<Finding>,
) -> Option<Version> {
    let of_system = || match target.library {
        Library::OpenSsl => system?.openssl,
        Library::GnuTls => system?.gnutls,
        _ => None,
    };
    let text = options.library.as_deref().map(str::trim).filter(|text| !text.is_empty());
    match text.map(|text| (text, Version::parse(text))) {
        None => of_system(),
        Some((_, Some(version))) => Some(version),
        Some((text, None)) => {
            refused.push(notes::unknown_version(target.library.title(), text));
            None
        }
    }
}

/// The groups to write down. OpenSSL does not start with one that it does not know, so that without its version nothing
/// is written; other libraries come with the server, whose version said already that it has them.
fn groups(target: &Target, library: Option<Version>) -> Vec<Group> {
    match (target.library, library) {
        (Library::OpenSsl, None) => Vec::new(),
        (Library::OpenSsl, Some(library)) => guideline::groups().filter(|group| library >= group.since).collect(),
        _ => guideline::groups().collect(),
    }
}

/// The hosts asked for, all or nothing; or those of the certificate, as far as they can be written.
fn hosts(
    target: &Target,
    report: &Report,
    leaf: &CertificateSummary,
    options: &DeployOptions,
    notes: &mut Vec<Finding>,
    refused: &mut Vec<Finding>,
) -> Vec<Host> {
    let asked: Vec<&String> = options.names.iter().filter(|name| !name.trim().is_empty()).collect();
    let typed = !asked.is_empty();
    let names = if typed { asked } else { leaf.names.iter().collect() };
    let certificate = report.chain.leaf;
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
        return hosts;
    }
    let (hosts, foreign): (Vec<Host>, Vec<Host>) = hosts.into_iter().partition(target.hosts);
    match (foreign.is_empty(), hosts.is_empty()) {
        (true, _) => {}
        (false, true) => refused.push(notes::hosts_refused(target, &foreign)),
        (false, false) => notes.push(notes::hosts_left_out(target, &foreign)),
    }
    hosts
}

/// What was typed for a field that the target has; what it has no use for is left alone.
fn typed<'a>(target: &Target, field: Field, text: Option<&'a String>) -> Option<&'a str> {
    let text = text.map(|text| text.trim()).filter(|text| !text.is_empty())?;
    target.fields.contains(&field).then_some(text)
}

fn upstream(target: &Target, options: &DeployOptions, refused: &mut Vec<Finding>) -> Option<Upstream> {
    let text = typed(target, Field::Upstream, options.upstream.as_ref()).or(target.upstream)?;
    match Upstream::parse(text) {
        Ok(upstream) if upstream.https && target.is(Quirk::PlainUpstream) => {
            refused.push(notes::upstream_tls(target, &upstream));
            None
        }
        Ok(upstream) if (target.upstreams)(&upstream) => Some(upstream),
        Ok(upstream) => {
            refused.push(notes::upstream_foreign(target, &upstream.to_string()));
            None
        }
        Err(why) => {
            refused.push(notes::upstream_refused(text, why));
            None
        }
    }
}

fn path(target: &Target, text: &str, refused: &mut Vec<Finding>) -> Option<FilePath> {
    let read = if target.is_windows() { FilePath::parse_windows } else { FilePath::parse };
    match read(text) {
        Ok(path) => Some(path),
        Err(why) => {
            refused.push(notes::path_refused(text, why));
            None
        }
    }
}

fn client_ca(target: &Target, options: &DeployOptions, refused: &mut Vec<Finding>) -> Option<FilePath> {
    path(target, typed(target, Field::ClientCa, options.client_ca.as_ref())?, refused)
}

/// Both files or none: a key without its certificate is half a configuration.
fn own_files(target: &Target, options: &DeployOptions, refused: &mut Vec<Finding>) -> Option<Pair> {
    let certificate = typed(target, Field::Paths, options.certificate.as_ref());
    let key = typed(target, Field::Paths, options.key.as_ref());
    match (certificate, key) {
        (None, None) => None,
        (Some(certificate), Some(key)) => {
            let (certificate, key) = (path(target, certificate, refused), path(target, key, refused));
            Some(Pair { certificate: certificate?, key: key? })
        }
        (one, other) => {
            refused.push(notes::path_missing(one.or(other).unwrap_or_default(), one.is_none()));
            None
        }
    }
}

/// The guideline's advice, less what this version of the server does not speak; none when nothing is left.
fn advice(
    (target, leaf): (&'static Target, &CertificateSummary),
    (version, library): (Version, Option<Version>),
    profile: Profile,
    algorithm: &str,
    notes: &mut Vec<Finding>,
) -> Option<Advice> {
    let mut advice = guideline::advice(profile, algorithm)?;
    let asked = std::mem::take(&mut advice.protocols);
    if target.reach == Reach::Store {
        advice.protocols = asked;
        return Some(advice);
    }
    // RFC 4492 §2.2 asks for it; OpenSSL and GnuTLS do not.
    let is_mixed = leaf.key.algorithm == "EC" && !leaf.signature.starts_with("ecdsa");
    let speaks = |protocol: &Protocol| match target.policy(profile, algorithm) {
        Some(policy) => policy.protocols.contains(protocol),
        None => {
            let is_kept = *protocol >= Protocol::Tls12 || !target.is(Quirk::OldVersionsWantOneKind) || !is_mixed;
            is_kept && target.policies.is_empty() && target.speaks(*protocol, version)
        }
    };
    let (mut spoken, silent): (Vec<_>, Vec<_>) = asked.iter().partition(|protocol| speaks(protocol));
    let has_policy = target.policy(profile, algorithm).is_some();
    if spoken.first().is_none_or(|oldest| !has_policy && !target.can_begin_with(*oldest, version)) {
        return None;
    }
    if let Some(policy) = target.policy(profile, algorithm) {
        let more: Vec<_> = policy.protocols.iter().copied().filter(|protocol| !asked.contains(protocol)).collect();
        if !more.is_empty() {
            notes.push(notes::protocols_also_on(target, &more));
        }
        spoken = policy.protocols.to_vec();
    }
    if !silent.is_empty() {
        notes.push(notes::protocols_left_out(target, version, &silent));
    }
    if spoken == [Protocol::Tls13] {
        notes.push(notes::only_tls13(advice.oldest_clients));
    }
    if !takes_level(target, version, library) || spoken.iter().all(|protocol| *protocol >= Protocol::Tls12) {
        advice.security_level = None;
    }
    advice.suites.retain(|suite| (target.has_suite)(suite));
    advice.protocols = spoken;
    Some(advice)
}

/// Whether the library has security levels: OpenSSL since 1.1.0. A server from before TLS 1.3 comes with a library from
/// before them (OpenSSL 1.0.2 in CentOS 7), which refuses to read one. They are there for the oldest versions; without
/// these they would only weaken the rest.
fn takes_level(target: &Target, version: Version, library: Option<Version>) -> bool {
    let by_itself = || target.is(Quirk::AnyAgeHasLevels) || target.speaks(Protocol::Tls13, version);
    let is_new = library.map_or_else(by_itself, |library| library >= Version(1, 1, 0));
    target.library == Library::OpenSsl && !target.is(Quirk::SetsOwnLevel) && is_new
}
