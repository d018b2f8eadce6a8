//! The cases of `tests/cases/letter` are taken or refused as their names say.
#![allow(clippy::print_stdout, reason = "it says how much it checked")]

mod support;

use certloupe::{
    engine::{chain::PathEnd, inspect},
    report::{Severity, Verdict},
};
use support::recipes;

#[test]
fn each_case_ends_as_it_says() {
    let (mut checked, mut wrong) = (0, Vec::new());
    for (file, cases) in recipes::letter::files() {
        for case in cases {
            let (report, analysis) = inspect(&case.sources, &case.options);
            let stands =
                analysis.chain.paths.iter().any(|path| path.end == PathEnd::Trusted && path.reasons.is_empty());
            let stands = stands && report.verdict != Verdict::Broken;
            let expected = match case.name.split_once(':') {
                Some(("stands", _)) => true,
                Some(("refused", _)) => false,
                _ => panic!("{file}, {}: stands or refused?", case.name),
            };
            checked += 1;
            if stands != expected {
                let errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error);
                let errors: Vec<_> = errors.map(support::case_file::line).collect();
                wrong.push(format!("{file}, {}: {errors:?} {:?}", case.name, report.chain.paths));
            }
        }
    }
    println!("letter: {checked} cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked >= 200, "only {checked} cases");
}
