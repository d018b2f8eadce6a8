//! The page's examples are what their recipes make, and show what they promise. `UPDATE=1` writes them.

mod support;

use certloupe::engine::{inspect, read, supply};
use certloupe::report::{Code, Options, Repair, Report, Source, Verdict};
use std::{fs, path::PathBuf};
use support::case_file::NOW;
use support::recipes::examples;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/examples").join(format!("{name}.pem"))
}

fn source(name: &str) -> Source {
    let bytes = examples::all().into_iter().find(|(known, _)| *known == name).expect("an example").1.into_bytes();
    Source { name: String::new(), bytes }
}

/// As the page judges them: with the invented root.
fn options() -> Options {
    Options { roots: vec![source("root")], ..Options::at(NOW) }
}

fn judged(name: &str) -> Report {
    inspect(&[source(name)], &options()).0
}

/// The supply that the build packs has the example's intermediate, so that its gap can be filled by anyone anywhere.
#[test]
fn the_gap_of_the_leaf_alone_can_be_filled() {
    let given = read::read(&[source("good")]).certificates;
    let options = Options { supply: supply::files(&given[1..2], "2026-11-21"), ..options() };
    let report = inspect(&[source("leaf-only")], &options).0;
    let gap = report.findings.iter().find(|finding| finding.code == Code::CHN003).expect("a gap");
    assert_eq!(gap.repair, Some(Repair::FullChain));
    let options = Options { repairs: vec![Repair::FullChain], ..options };
    let report = inspect(&[source("leaf-only")], &options).0;
    assert!(report.chain.complete && report.chain.served == [0, 1], "{:?}", report.chain);
    assert_eq!(report.verdict, Verdict::Ready, "{:?}", codes(&report));
}

fn codes(report: &Report) -> Vec<Code> {
    report.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn the_files_are_what_the_recipes_make() {
    for (name, text) in examples::all() {
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path(name), &text).unwrap();
        }
        let written = fs::read_to_string(path(name)).unwrap_or_default();
        assert!(written == text, "www/examples/{name}.pem differs: UPDATE=1 cargo test --test examples");
    }
}

#[test]
fn the_good_one_is_ready() {
    let report = judged("good");
    assert_eq!(report.verdict, Verdict::Ready, "{:?}", codes(&report));
    assert!(report.chain.complete && report.keys.iter().any(|key| key.matches.contains(&0)));
}

#[test]
fn each_other_one_shows_what_its_name_says() {
    let shows = [
        ("wrong-order", Code::CHN002),
        ("leaf-only", Code::CHN003),
        ("wrong-file", Code::CHN001),
        ("expired", Code::VAL001),
        ("foreign-key", Code::KEY001),
        ("hostile", Code::CRT009),
    ];
    for (name, code) in shows {
        let report = judged(name);
        assert!(codes(&report).contains(&code), "{name}: {:?}", codes(&report));
    }
}
