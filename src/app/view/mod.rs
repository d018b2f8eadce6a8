//! What of a report is shown, and where: no browser, so that it can be tested on the host.

pub mod cards;
pub mod given;
pub mod platforms;
pub mod trust;

use crate::report::{ChainPath, Code, Finding, Report, Severity, TrustRule};

/// The worst severity among the findings of a family (`CHN`, `NAM` …).
pub fn worst(report: &Report, families: &[&str]) -> Option<Severity> {
    of(report, families).map(|finding| finding.severity).min()
}

/// The findings of some families, most serious first.
pub fn of<'a>(report: &'a Report, families: &'a [&'a str]) -> impl Iterator<Item = &'a Finding> {
    report.findings.iter().filter(|finding| families.iter().any(|family| finding.code.as_str().starts_with(family)))
}

/// Whether a path holds but for its dates, or for going in a circle: neither says anything about the signatures.
pub fn signatures_hold(path: &ChainPath) -> bool {
    path.reasons.iter().all(|code| matches!(code, Code::VAL001 | Code::VAL002 | Code::CHN003))
}

/// Whether the chain ends in a root of no public program.
pub fn ends_in_private_root(report: &Report) -> bool {
    report.trust.clients.iter().any(|client| client.rule == TrustRule::Private)
}

/// What people list in a line: parted by commas, semicolons and spaces, those of a Chinese keyboard too.
pub fn parted(text: &str) -> impl Iterator<Item = &str> {
    let parts = |character: char| character.is_whitespace() || [',', '，', '、', ';', '；'].contains(&character);
    text.split(parts).filter(|part| !part.is_empty())
}

#[cfg(test)]
pub(crate) mod tests;
