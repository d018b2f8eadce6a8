//! Cases of x509-limbo, and what the engine makes of a path. The suite judges by two standards that contradict each other
//! (`conflicts_with`): `webpki::…` and `online::…` are about the Baseline Requirements and judged by [`Judge::Web`]; all
//! else is about RFC 5280 and judged by [`Judge::Rfc5280`].

use certloupe::{
    engine::{self, Analysis, chain::PathEnd},
    report::{Judge, Options, Purpose, Report, Severity, Source, Timestamp, Verdict},
    text::{self, Lang},
};
use serde::Deserialize;

/// The moment for cases that name none: when the shared file was made. Their certificates live from 1970 to 2969.
pub const NOW: Timestamp = Timestamp::day(2026, 6, 29);

#[derive(Deserialize)]
pub struct Suite {
    pub testcases: Vec<Case>,
}

#[derive(Deserialize)]
pub struct Case {
    pub id: String,
    pub validation_kind: Kind,
    pub trusted_certs: Vec<String>,
    pub untrusted_intermediates: Vec<String>,
    pub peer_certificate: String,
    pub validation_time: Option<String>,
    #[serde(default)]
    pub key_usage: Vec<String>,
    #[serde(default)]
    pub extended_key_usage: Vec<String>,
    pub expected_result: Outcome,
    pub expected_peer_name: Option<PeerName>,
    #[serde(default)]
    pub expected_peer_names: Vec<PeerName>,
    pub max_chain_depth: Option<u32>,
    #[serde(default)]
    pub crls: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Kind {
    Server,
    Client,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Outcome {
    Success,
    Failure,
}

#[derive(Deserialize)]
pub struct PeerName {
    pub value: String,
}

/// What is given: the peer first, then the rest, a file each.
pub fn sources(case: &Case) -> Vec<Source> {
    let parts = [&case.peer_certificate].into_iter().chain(&case.untrusted_intermediates).chain(&case.crls);
    parts.enumerate().map(|(number, pem)| source(&format!("{number}.pem"), pem)).collect()
}

pub fn source(name: &str, pem: &str) -> Source {
    Source { name: name.to_owned(), bytes: pem.as_bytes().to_vec() }
}

pub fn options(case: &Case) -> Options {
    // Ours is a clock of seconds.
    let moment = |text: &str| Timestamp::parse(text).unwrap_or_else(|| panic!("{}: {text} is no moment", case.id));
    let names = case.expected_peer_name.iter().chain(&case.expected_peer_names);
    Options {
        hosts: names.map(|name| name.value.clone()).collect(),
        roots: case.trusted_certs.iter().map(|pem| source("trusted.pem", pem)).collect(),
        purpose: if case.validation_kind == Kind::Client { Purpose::Client } else { Purpose::Server },
        depth: case.max_chain_depth,
        judge: judge(&case.id),
        ..Options::at(case.validation_time.as_deref().map_or(NOW, moment))
    }
}

fn judge(id: &str) -> Judge {
    if ["webpki::", "online::"].iter().any(|family| id.starts_with(family)) { Judge::Web } else { Judge::Rfc5280 }
}

/// A path that ends in what is trusted stands, and nothing is an error.
pub fn outcome(report: &Report, analysis: &Analysis) -> Outcome {
    let stands = |path: &engine::chain::Path| path.end == PathEnd::Trusted && path.reasons.is_empty();
    match report.verdict != Verdict::Broken && analysis.chain.paths.iter().any(stands) {
        true => Outcome::Success,
        false => Outcome::Failure,
    }
}

/// What our verdict rests on.
pub fn why(report: &Report) -> String {
    let errors: Vec<_> = report.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    if errors.is_empty() {
        return "we find nothing wrong".to_owned();
    }
    let said =
        errors.iter().map(|finding| format!("{} {}", finding.code, text::worded((*finding).clone(), Lang::En).title));
    said.collect::<Vec<_>>().join(" / ")
}
