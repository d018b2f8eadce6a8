//! Certificates made to keep a validator busy: each ends, with a finding or a limit. How long each takes is printed by
//! `cargo test --release --test hostile_paths -- --ignored --nocapture`; nothing is timed otherwise.
#![allow(clippy::print_stdout, reason = "it measures")]

mod support;

use certloupe::{
    engine::{glance, inspect},
    report::{Judge, Options, Source, Verdict},
};
use std::time::{Duration, Instant};
use support::{
    attacks::{Attack, attacks},
    case_file::NOW,
};

#[test]
fn clients_end_each_attack() {
    each_ends(Judge::Clients);
}

#[test]
fn rfc_5280_refuses_each_attack() {
    each_ends(Judge::Rfc5280);
}

#[test]
fn the_web_refuses_each_attack() {
    each_ends(Judge::Web);
}

fn each_ends(judge: Judge) {
    for attack in attacks() {
        let (report, _) = inspect(&sources(&attack), &options(&attack, judge));
        // Clients do not look at everything.
        let refused = judge == Judge::Clients || report.verdict == Verdict::Broken;
        assert!(refused && !report.findings.is_empty(), "{}, {judge:?}", attack.name);
        assert!(report.chain.paths.len() <= 16, "{}: {} paths", attack.name, report.chain.paths.len());
    }
}

#[test]
#[ignore = "it measures"]
fn how_long_each_takes() {
    for attack in attacks() {
        let (sources, options) = (sources(&attack), options(&attack, Judge::Rfc5280));
        let whole = shortest(|| drop(inspect(&sources, &options)));
        let at_a_glance = shortest(|| drop(glance(&sources, &Options::at(options.now))));
        println!("{whole:>10.3?} {at_a_glance:>10.3?} at a glance  {:>8} bytes  {}", attack.given.len(), attack.name);
    }
}

/// The shortest of five times.
fn shortest(work: impl Fn()) -> Duration {
    let took = (0..5).map(|_| {
        let begun = Instant::now();
        work();
        begun.elapsed()
    });
    took.min().unwrap()
}

fn sources(attack: &Attack) -> Vec<Source> {
    vec![Source { name: "chain.pem".to_owned(), bytes: attack.given.clone().into_bytes() }]
}

fn options(attack: &Attack, judge: Judge) -> Options {
    let root = Source { name: "root.pem".to_owned(), bytes: attack.root.pem().into_bytes() };
    Options { roots: vec![root], judge, ..Options::at(NOW) }
}
