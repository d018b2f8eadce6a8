//! x509-limbo as the judge of our paths: <https://github.com/C2SP/x509-limbo>.
//!
//! `CERTLOUPE_LIMBO=FILE cargo test --release --test limbo -- --nocapture` runs a file of it. Every case goes through the
//! real engine as an inspection: the peer's certificate and the untrusted intermediates and revocation lists as sources,
//! a file each, since they have no order; what is trusted as the run's roots.
//!
//! A case agrees where a path that ends in what is trusted stands and nothing is an error. By which standard each is judged
//! stands in `tests/support/limbo.rs`.
//!
//! `tests/exceptions/limbo.json` holds the known differences with their reasons. One that has gone fails, too.
#![allow(clippy::print_stdout, reason = "it says what it ran")]

mod support;

use certloupe::engine;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use support::limbo::{Case, Kind, Outcome, Suite, options, outcome, sources, why};

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
