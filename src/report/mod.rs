//! What an inspection says: data only. No bytes of X.509, no browser, no language.
//!
//! [`Report`] is the contract's JSON. Its findings hold message ids and typed arguments;
//! [`crate::text`] makes words of them.

pub mod brief;
mod certificate;
mod chain;
mod characters;
mod checks;
mod cite;
mod claim;
mod code;
mod comparison;
mod deployment;
pub mod field;
mod file_format;
mod finding;
mod glance;
mod handbook;
mod hops;
mod input;
mod international;
pub mod message;
mod names;
mod options;
mod pack;
mod password;
mod platform;
mod progress;
mod public_suffix;
mod renewal;
mod request;
mod revocation;
mod rfc3339;
mod secret;
mod sheets;
pub mod structure;
mod supply;
mod symptom;
mod term;
mod timestamp;
mod trust;
mod validity;
pub mod wire;

pub use certificate::{CertificateSummary, KeyFacts, KeySummary, Role, ValidationLevel};
pub use chain::{Chain, ChainPath, MissingIssuer, Order, PathFault, RootName};
pub use characters::is_hidden;
pub use checks::{CheckAnswer, CheckGroup, CheckOptions, CheckStep, CheckTopic, Checks};
pub use cite::{Cite, Doc};
pub use claim::{Claim, Ground, Standing, Telling};
pub use code::Code;
pub use comparison::{Change, Comparison, Effect, EffectId, FieldChange, NameChange};
pub use file_format::{FileFormat, KeyChoice, PasswordUse};
pub use finding::{Evidence, Finding, Quote, Repair, Severity, Tally, Verdict};
pub use glance::Glance;
pub use handbook::{Handbook, KnownCause, KnownClaim, KnownSymptom, SeenAt};
pub use hops::{Cloud, Hop, HopAnswer, HopCommand, HopKind, HopTls, Hops, HopsOptions};
pub use input::{Input, InputKind};
pub use international::{to_a_labels, to_u_labels};
pub use message::{Message, MessageId, Value};
pub use names::{HostCoverage, Names};
pub use options::{Judge, Options, Phone, Purpose, Source};
pub use pack::{PackFolder, PackItem};
pub use password::Password;
pub use platform::{CalledUrl, ConsoleList, LeftOut, Platform, PlatformReadiness, Skipped, Use};
pub use progress::{Progress, Step};
pub use public_suffix::is_public_suffix;
pub use renewal::{
    AcmeClient, Challenge, ChallengeRecord, DnsProvider, Link, Part, Passage, PlannedRenewal, Renewal, RenewalOptions,
};
pub use request::{PublicKeySummary, RequestSummary};
pub use revocation::{
    OcspStatus, RevocationKind, RevocationReason, RevocationState, RevocationStatus, RevocationSummary, SignatureState,
};
pub use secret::{Secret, wipe};
pub use sheets::Sheet;
pub use supply::SupplyFile;
pub use symptom::{Cause, CauseState, PossibleCause, SymptomSummary};
pub use term::Term;
pub use timestamp::Timestamp;
pub use trust::{ClientTrust, ClientVersions, Trust, TrustRule};
pub use validity::Validity;

use serde::{Deserialize, Serialize};

/// Bytes that are read in one inspection, all sources together; the page refuses a larger file before it reads it.
pub const INPUT_BYTES: usize = 64 << 20;

/// Files that are taken from one folder or out of archives in one inspection.
pub const FILES: usize = 10_000;

/// The version of the report's shape. Keys may be added without changing it, never renamed.
pub const SCHEMA: u32 = 1;

/// The answer to one inspection.
///
/// `F` is [`Finding`] inside the house and a worded finding (title, why, fix as text) at its doors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report<F = Finding> {
    /// Always [`SCHEMA`].
    pub schema: u32,
    /// The moment the certificates were judged at.
    pub now: Timestamp,
    /// The worst severity among the findings, as one word.
    pub verdict: Verdict,
    /// Most serious first; within one severity in the order of the catalogue.
    pub findings: Vec<F>,
    /// How many checks were made, and how they ended.
    pub tally: Tally,
    /// What each file and block was understood to be, in the order given.
    pub inputs: Vec<Input>,
    /// Every distinct certificate, in the order given; then the roots of the options and what came from the supply, which
    /// were not given. Indexes elsewhere point into this list.
    pub certificates: Vec<CertificateSummary>,
    /// Who signed whom, and what is missing.
    pub chain: Chain,
    /// The wanted hosts and what covers them.
    pub names: Names,
    /// Who trusts the chain.
    pub trust: Trust,
    /// The dates of the server certificate and its chain; none without a server certificate.
    pub validity: Option<Validity>,
    /// The renewals to come, as far as the timetable of lifetimes reaches; empty without a server certificate.
    pub renewals: Vec<PlannedRenewal>,
    /// Private keys: facts only, never material.
    pub keys: Vec<KeySummary>,
    /// The folders of a pack that has one for each kind of server; empty where there is nothing to choose.
    pub packs: Vec<PackFolder>,
    /// Public keys by themselves.
    pub public_keys: Vec<PublicKeySummary>,
    /// Certificate signing requests.
    pub requests: Vec<RequestSummary>,
    /// Revocation lists and OCSP responses.
    pub revocation: Vec<RevocationSummary>,
    /// The addresses that the program calls, and those in its code that do not count.
    pub urls: Vec<CalledUrl>,
    /// The platforms that were asked, else all of them, and whether each will take it; empty without a server
    /// certificate.
    pub platforms: Vec<PlatformReadiness>,
    /// Error messages that were recognised, each kind once.
    pub symptoms: Vec<SymptomSummary>,
}

impl<F> Report<F> {
    /// Says nothing, of a moment.
    pub fn empty(now: Timestamp) -> Self {
        Self {
            schema: SCHEMA,
            now,
            verdict: Verdict::Ready,
            findings: Vec::new(),
            tally: Tally::default(),
            inputs: Vec::new(),
            certificates: Vec::new(),
            chain: Chain::default(),
            names: Names::default(),
            trust: Trust::default(),
            validity: None,
            renewals: Vec::new(),
            keys: Vec::new(),
            packs: Vec::new(),
            public_keys: Vec::new(),
            requests: Vec::new(),
            revocation: Vec::new(),
            urls: Vec::new(),
            platforms: Vec::new(),
            symptoms: Vec::new(),
        }
    }

    /// The server certificate's summary, where there is one.
    pub fn leaf(&self) -> Option<&CertificateSummary> {
        self.certificates.get(self.chain.leaf?)
    }

    /// The certificates that were given, each once: they stand before all others in the list.
    pub fn given_certificates(&self) -> &[CertificateSummary] {
        let count = self.chain.given.iter().max().map_or(0, |last| last.saturating_add(1));
        self.certificates.get(..count).unwrap_or(&self.certificates)
    }

    /// Whether more was given than one chain has, and what stands beside it in a pack: then people look for certificates
    /// before they look at one. A server with a certificate for each kind of key and its old and new ones has four to six;
    /// a bundle of cross-signed issuers stays below twenty.
    pub fn is_pile(&self) -> bool {
        const SERVERS: usize = 6;
        const CERTIFICATES: usize = 20;
        let given = self.given_certificates();
        given.len() > CERTIFICATES || given.iter().filter(|it| it.role == Role::Leaf).count() > SERVERS
    }

    /// The server certificates among what was given, in the order given.
    pub fn server_certificates(&self) -> Vec<usize> {
        let certificate = |index: &usize| self.certificates.get(*index);
        let mut servers: Vec<usize> = Vec::new();
        for index in &self.chain.given {
            if certificate(index).is_some_and(|it| it.role == Role::Leaf) && !servers.contains(index) {
                servers.push(*index);
            }
        }
        servers
    }

    /// Whether one server certificate could take another's place: two of them were given.
    pub fn can_be_compared(&self) -> bool {
        let is_server = |index: &&usize| self.certificates.get(**index).is_some_and(|it| it.role == Role::Leaf);
        let mut servers = self.chain.given.iter().filter(is_server);
        let first = servers.next();
        servers.any(|index| Some(index) != first)
    }

    /// The same report with each finding turned into something else (words, for example).
    pub fn map_findings<G>(self, turn: impl FnMut(F) -> G) -> Report<G> {
        Report {
            schema: self.schema,
            now: self.now,
            verdict: self.verdict,
            findings: self.findings.into_iter().map(turn).collect(),
            tally: self.tally,
            inputs: self.inputs,
            certificates: self.certificates,
            chain: self.chain,
            names: self.names,
            trust: self.trust,
            validity: self.validity,
            renewals: self.renewals,
            keys: self.keys,
            packs: self.packs,
            public_keys: self.public_keys,
            requests: self.requests,
            revocation: self.revocation,
            urls: self.urls,
            platforms: self.platforms,
            symptoms: self.symptoms,
        }
    }
}
