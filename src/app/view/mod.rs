//! What of a report is shown, and where: no browser, so that it can be tested on the host.

pub mod cards;
pub mod chain_picture;
pub mod chain_words;
pub mod gap;
pub mod given;
pub mod headline;
pub mod offers;
pub mod platforms;
pub mod search;
pub mod time_line;
pub mod trust_grid;
pub mod trust_words;

use crate::report::{ChainPath, Code, Finding, Report, Severity};

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

/// As much of a text as fits into `room` units when a Latin letter takes `letter` of them and a Chinese one twice that.
pub fn fit(text: &str, room: usize, letter: f64) -> String {
    let wide = |character: char| if u32::from(character) > 0x2e7f { 1.8 } else { 1.0 };
    let mut left = room as f64 / letter;
    let whole: f64 = text.chars().map(wide).sum();
    if whole <= left {
        return text.to_owned();
    }
    left -= 1.0;
    let kept: String = text
        .chars()
        .take_while(|character| {
            left -= wide(*character);
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod trust_tests;
