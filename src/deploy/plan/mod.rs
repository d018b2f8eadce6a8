//! The choices: certificate facts and options → one plan that every server can be written from.
//!
//! [`Plan::new`] reads what was asked for (`asked`, `versions`), takes from the guideline what the server can do
//! (`advice`), and says what to know about the outcome (`remarks`). Where the plan's files stand is in `place`.

mod advice;
mod asked;
mod place;
mod remarks;
mod versions;

pub use place::{Pair, Place};

use super::allow::{FilePath, Host, Upstream};
use super::guideline::{self, Group, Protocol, Suite};
use super::systems::{Manager, System};
use super::targets::{self, Policy, Target};
use super::version::Version;
use super::{hsts, notes};
use crate::report::wire::{DeployOptions, Field, Profile, Switch};
use crate::report::{Finding, Report};
use asked::Asked;

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
        let mut asked = Asked::of(target, options);
        let system = asked.system();
        let version = asked.version(system);
        let library = asked.library(system);
        let hosts = asked.hosts(report, leaf);
        let upstream = asked.upstream();
        let client_ca = asked.client_ca();
        let own_files = asked.own_files();
        let algorithm = asked.kind_of_key(leaf, version);
        let advice = version.and_then(|version| asked.advice(leaf, (version, library), algorithm));
        let (Some(version), Some(first), Some(advice), true) =
            (version, hosts.first().cloned(), advice, asked.refused.is_empty())
        else {
            return Err(asked.refused);
        };
        let wants = |switch: Switch| options.has(switch) || target.insists(switch, version);
        let on = |switch: Switch| wants(switch) && target.has(switch, version);
        let hsts = on(Switch::Hsts).then(|| hsts::value(&hosts, advice.hsts_seconds, &mut asked.notes)).flatten();
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
            groups: if on(Switch::Hybrid) { versions::groups(target, library) } else { Vec::new() },
            security_level: advice.security_level,
            server_order: advice.server_order,
            served: report.chain.served.len().max(1),
            key_algorithm: leaf.key.algorithm.clone(),
            stapling: on(Switch::Stapling) && has_responder,
            hsts,
            assumes_upstream: upstream.is_some() && asked.typed(Field::Upstream, options.upstream.as_ref()).is_none(),
            upstream,
            client_ca,
            own_files,
            switches: Switch::ALL.iter().copied().filter(|switch| on(*switch)).collect(),
            place,
        };
        plan.remarks(report, options, has_responder, &mut asked.notes);
        Ok((plan, asked.notes))
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
}
