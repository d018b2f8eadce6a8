//! One sentence that decides, and the facts beside it.

use super::{
    Lang, escape, fill as filled,
    page::{fill, verdict as words},
    words as words_of,
};
use crate::report::{Code, Input, InputKind, KeyFacts, Report, Severity, Verdict};

/// The sentence: for trouble the title of the most serious finding, else that it is ready, for whom and how long.
pub fn sentence(report: &Report, lang: Lang) -> String {
    let first = report.findings.first().filter(|_| report.verdict != Verdict::Ready);
    if let Some(finding) = first {
        return filled(words_of(finding.message.id).title.lang(lang), &finding.message, lang);
    }
    match (report.leaf(), report.validity) {
        (Some(leaf), Some(validity)) => {
            let more = leaf.names.len().saturating_sub(1);
            let (sentence, host) = (if more == 0 { words::READY_ONE } else { words::READY_MANY }, &leaf.label);
            fill(
                sentence,
                &[("host", host.as_str().into()), ("more", more.into()), ("days", validity.days_left.into())],
                lang,
            )
        }
        _ if is_talk(report) => talk(report, lang),
        _ => words::READY_BARE.lang(lang).to_owned(),
    }
}

/// The same at a glance: whom it is for, where no fault is known yet.
pub fn glance(report: &Report, lang: Lang) -> String {
    match report.leaf() {
        Some(leaf) if report.verdict == Verdict::Ready => escape(&leaf.label),
        _ => sentence(report, lang),
    }
}

/// Whether nothing was given but words: error messages that no certificate explains, or an article.
pub fn is_talk(report: &Report) -> bool {
    let is_word = |input: &Input| matches!(input.kind, InputKind::ErrorText | InputKind::Article);
    report.verdict == Verdict::Ready && !report.inputs.is_empty() && report.inputs.iter().all(is_word)
}

/// What the words are about.
fn talk(report: &Report, lang: Lang) -> String {
    match report.findings.iter().find(|finding| finding.code == Code::INP012) {
        Some(message) => filled(words_of(message.message.id).title.lang(lang), &message.message, lang),
        None => {
            let count = report.findings.iter().filter(|finding| finding.code == Code::PLT010).count();
            fill(words::CLAIMS, &[("count", count.into())], lang)
        }
    }
}

/// How many more errors and warnings there are than the one in the sentence.
pub fn others(report: &Report, lang: Lang) -> Option<String> {
    let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
    let (mut errors, mut warnings) = (count(Severity::Error), count(Severity::Warning));
    match report.verdict {
        Verdict::Broken => errors = errors.saturating_sub(1),
        Verdict::Attention => warnings = warnings.saturating_sub(1),
        Verdict::Ready => {}
    }
    let pair = match (errors, warnings) {
        (0, 0) => return None,
        (_, 0) => words::MORE_ERRORS,
        (0, _) => words::MORE_WARNINGS,
        _ => words::MORE_OF_BOTH,
    };
    Some(fill(pair, &[("errors", errors.into()), ("warnings", warnings.into())], lang))
}

/// The facts of the server certificate after its name: level, key, days.
pub fn facts(report: &Report, lang: Lang) -> Vec<String> {
    let Some(leaf) = report.leaf() else { return Vec::new() };
    let mut facts = Vec::new();
    if let Some(level) = leaf.validation {
        facts.push(level.name().to_owned());
    }
    facts.push(key(&leaf.key));
    if let Some(validity) = report.validity {
        facts.push(days_left(validity.days_left, lang));
    }
    facts
}

/// `RSA 2048`, `EC P-256`, `Ed25519`, `ML-DSA-65`.
pub fn key(facts: &KeyFacts) -> String {
    // Of other kinds the name says the size: Ed25519, ML-DSA-65.
    let bits = facts.bits.filter(|_| matches!(facts.algorithm.as_str(), "RSA" | "DSA"));
    let size = facts.curve.clone().or_else(|| bits.map(|bits| bits.to_string()));
    let name = escape(&facts.algorithm);
    match size {
        Some(size) if size != name => format!("{name} {}", escape(&size)),
        _ => name,
    }
}

/// Days left, or how long ago it ended.
pub fn days_left(days: i64, lang: Lang) -> String {
    if days < 0 {
        fill(words::DAYS_AGO, &[("days", days.saturating_neg().into())], lang)
    } else {
        fill(words::DAYS_LEFT, &[("days", days.into())], lang)
    }
}
