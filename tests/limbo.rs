//! x509-limbo as the judge of our paths: <https://github.com/C2SP/x509-limbo>.
//!
//! `CERTLOUPE_LIMBO=FILE cargo test --release --test limbo -- --nocapture` runs a file of it. Every case goes through the
//! real engine as an inspection: the peer's certificate and the untrusted intermediates and revocation lists as sources,
//! a file each, since they have no order; what is trusted as the run's roots.
//!
//! The suite judges by two standards that contradict each other (`conflicts_with`): `webpki::…` and `online::…` are
//! about the Baseline Requirements and judged by [`Judge::Web`]; all else is about RFC 5280 and judged by
//! [`Judge::Rfc5280`]. A case agrees where a path that ends in what is trusted stands and nothing is an error.
//!
//! `tests/exceptions/limbo.json` holds the known differences with their reasons. One that has gone fails, too.
#![allow(clippy::print_stdout, reason = "it says what it ran")]

use certloupe::{
    engine::{self, Analysis, chain::PathEnd},
    report::{Judge, Options, Purpose, Report, Severity, Source, Timestamp, Verdict},
    text::{self, Lang},
};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// The moment for cases that name none: when the shared file was made. Their certificates live from 1970 to 2969.
const NOW: Timestamp = Timestamp::day(2026, 6, 29);

#[derive(Deserialize)]
struct Suite {
    testcases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    validation_kind: Kind,
    trusted_certs: Vec<String>,
    untrusted_intermediates: Vec<String>,
    peer_certificate: String,
    validation_time: Option<String>,
    #[serde(default)]
    key_usage: Vec<String>,
    #[serde(default)]
    extended_key_usage: Vec<String>,
    expected_result: Outcome,
    expected_peer_name: Option<PeerName>,
    #[serde(default)]
    expected_peer_names: Vec<PeerName>,
    max_chain_depth: Option<u32>,
    #[serde(default)]
    crls: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Kind {
    Server,
    Client,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Outcome {
    Success,
    Failure,
}

#[derive(Deserialize)]
struct PeerName {
    value: String,
}

/// A known difference.
#[derive(Deserialize)]
struct Exception {
    id: String,
    expected: Outcome,
    ours: Outcome,
    reason: String,
    citation: String,
}

#[test]
fn x509_limbo() {
    let Some((file, asked_for)) = file() else {
        println!("limbo: not run, CERTLOUPE_LIMBO names no file and none lies beside the project");
        return;
    };
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let suite: Suite = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(!asked_for || !suite.testcases.is_empty(), "{} holds no case", file.display());
    let mut exceptions = exceptions();
    let (mut agree, mut skipped, mut wrong) = (0, Vec::new(), Vec::new());
    let mut slowest = (Duration::ZERO, "");
    for case in &suite.testcases {
        if let Some(reason) = unsupported(case) {
            skipped.push(format!("{}: {reason}", case.id));
            continue;
        }
        let begun = Instant::now();
        let (report, analysis) = engine::inspect(&sources(case), &options(case));
        slowest = slowest.max((begun.elapsed(), case.id.as_str()));
        let ours = outcome(&report, &analysis);
        match exceptions.remove(&case.id) {
            None if ours == case.expected_result => agree += 1,
            None => wrong.push(format!("{}: expected {:?}, {}", case.id, case.expected_result, why(&report))),
            Some(known) if known.ours == ours && known.expected == case.expected_result && ours != known.expected => {
                println!("{}: known difference: {} ({})", case.id, known.reason, known.citation);
                wrong.push(String::new());
            }
            Some(known) => wrong.push(format!("{}: the known difference is none any more: {}", case.id, known.reason)),
        }
    }
    let total = suite.testcases.len();
    println!("limbo: {agree} agree, {} disagree, {} skipped of {total}", wrong.len(), skipped.len());
    println!("limbo: the slowest took {:?}: {}", slowest.0, slowest.1);
    wrong.retain(|line| !line.is_empty());
    wrong.extend(skipped);
    wrong.iter().for_each(|line| println!("{line}"));
    assert!(wrong.is_empty(), "{} cases of {}", wrong.len(), file.display());
}

/// The file, and whether someone asked for it.
fn file() -> Option<(PathBuf, bool)> {
    match std::env::var_os("CERTLOUPE_LIMBO") {
        Some(file) => Some((file.into(), true)),
        None => {
            let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/limbo.json");
            beside.exists().then_some((beside, false))
        }
    }
}

fn exceptions() -> BTreeMap<String, Exception> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exceptions/limbo.json");
    let all: Vec<Exception> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    all.into_iter().map(|exception| (exception.id.clone(), exception)).collect()
}

/// Why a case can not be put to the engine: it judges for servers and clients, whose keys sign handshakes.
fn unsupported(case: &Case) -> Option<String> {
    let wanted = if case.validation_kind == Kind::Client { "clientAuth" } else { "serverAuth" };
    let purpose = case.extended_key_usage.iter().find(|usage| *usage != wanted);
    let usage = case.key_usage.iter().find(|usage| *usage != "digitalSignature");
    purpose.or(usage).map(|usage| format!("it asks for {usage}"))
}

fn sources(case: &Case) -> Vec<Source> {
    let parts = [&case.peer_certificate].into_iter().chain(&case.untrusted_intermediates).chain(&case.crls);
    parts.enumerate().map(|(number, pem)| source(&format!("{number}.pem"), pem)).collect()
}

fn source(name: &str, pem: &str) -> Source {
    Source { name: name.to_owned(), bytes: pem.as_bytes().to_vec() }
}

fn options(case: &Case) -> Options {
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

fn outcome(report: &Report, analysis: &Analysis) -> Outcome {
    let stands = |path: &engine::chain::Path| path.end == PathEnd::Trusted && path.reasons.is_empty();
    match report.verdict != Verdict::Broken && analysis.chain.paths.iter().any(stands) {
        true => Outcome::Success,
        false => Outcome::Failure,
    }
}

/// What our verdict rests on.
fn why(report: &Report) -> String {
    let errors: Vec<_> = report.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    if errors.is_empty() {
        return "we find nothing wrong".to_owned();
    }
    let said =
        errors.iter().map(|finding| format!("{} {}", finding.code, text::worded((*finding).clone(), Lang::En).title));
    said.collect::<Vec<_>>().join(" / ")
}
