//! One sentence that decides, and the facts beside it.

use super::{
    Lang, escape, fill as filled,
    page::{fill, verdict as words},
    words as words_of,
};
use crate::report::{
    CertificateSummary, Code, Finding, Glance, Input, InputKind, KeyFacts, Report, Severity, Validity, Verdict,
};
use serde::Serialize;

/// What the words about a verdict are made of: a report, or as much of one as a glance has.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'r> {
    verdict: Verdict,
    findings: &'r [Finding],
    inputs: &'r [Input],
    leaf: Option<&'r CertificateSummary>,
    validity: Option<&'r Validity>,
    /// More may be found.
    is_glance: bool,
}

impl<'r> From<&'r Report> for Judged<'r> {
    fn from(report: &'r Report) -> Self {
        let Report { verdict, findings, inputs, validity, .. } = report;
        let (leaf, validity) = (report.leaf(), validity.as_ref());
        Self { verdict: *verdict, findings, inputs, leaf, validity, is_glance: false }
    }
}

impl<'r> From<&'r Glance> for Judged<'r> {
    fn from(glance: &'r Glance) -> Self {
        let Glance { verdict, findings, inputs, certificates, leaf, validity, .. } = glance;
        let leaf = leaf.and_then(|leaf| certificates.get(leaf));
        Self { verdict: *verdict, findings, inputs, leaf, validity: validity.as_ref(), is_glance: true }
    }
}

impl Judged<'_> {
    /// The same, as far as it is known.
    pub const fn at_a_glance(self, is_glance: bool) -> Self {
        Self { is_glance, ..self }
    }
}

/// What stands above everything else.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Headline {
    /// How bad it is; none where all is well.
    pub severity: Option<Severity>,
    /// What that means, in a few words.
    pub state: &'static str,
    /// The sentence that decides.
    pub sentence: String,
    /// Whom it is about.
    pub label: Option<String>,
    /// What there is to know of it.
    pub facts: Vec<String>,
    /// How much more there is to mend.
    pub others: Option<String>,
}

/// The words of a verdict. At a glance a fault is a fault, but nobody is told that all is well.
pub fn headline(judged: Judged<'_>, lang: Lang) -> Headline {
    let (severity, state) = match judged.verdict {
        Verdict::Broken => (Some(Severity::Error), words::BROKEN),
        Verdict::Attention => (Some(Severity::Warning), words::ATTENTION),
        Verdict::Ready if judged.is_glance => (Some(Severity::Info), words::GLANCE),
        Verdict::Ready if is_talk(&judged) => (Some(Severity::Info), words::TALK),
        Verdict::Ready => (None, words::READY),
    };
    Headline {
        severity,
        state: state.lang(lang),
        sentence: sentence(judged, lang),
        label: judged.leaf.map(|leaf| escape(&leaf.label)),
        facts: facts(&judged, lang),
        others: others(&judged, lang),
    }
}

/// The sentence: for trouble the title of the most serious finding, else that it is ready, for whom and how long. At a
/// glance it says only for whom and how long, where no fault is known yet.
pub fn sentence<'r>(judged: impl Into<Judged<'r>>, lang: Lang) -> String {
    let judged = judged.into();
    let first = judged.findings.first().filter(|_| judged.verdict != Verdict::Ready);
    if let Some(finding) = first {
        return filled(words_of(finding.message.id).title.lang(lang), &finding.message, lang);
    }
    match (judged.leaf, judged.validity) {
        (Some(leaf), Some(validity)) => {
            let more = leaf.names.len().saturating_sub(1);
            let sentence = match more {
                _ if judged.is_glance => words::GLANCE_OF,
                0 => words::READY_ONE,
                _ => words::READY_MANY,
            };
            let host = &leaf.label;
            fill(
                sentence,
                &[("host", host.as_str().into()), ("more", more.into()), ("days", validity.days_left.into())],
                lang,
            )
        }
        (Some(leaf), None) if judged.is_glance => escape(&leaf.label),
        _ if is_talk(&judged) => talk(&judged, lang),
        _ => words::READY_BARE.lang(lang).to_owned(),
    }
}

/// Whether nothing was given but words: error messages that no certificate explains, or an article.
fn is_talk(judged: &Judged<'_>) -> bool {
    let is_word = |input: &Input| matches!(input.kind, InputKind::ErrorText | InputKind::Article);
    judged.verdict == Verdict::Ready && !judged.inputs.is_empty() && judged.inputs.iter().all(is_word)
}

/// What the words are about.
fn talk(judged: &Judged<'_>, lang: Lang) -> String {
    match judged.findings.iter().find(|finding| finding.code == Code::INP012) {
        Some(message) => filled(words_of(message.message.id).title.lang(lang), &message.message, lang),
        None => {
            let count = judged.findings.iter().filter(|finding| finding.code == Code::PLT010).count();
            fill(words::CLAIMS, &[("count", count.into())], lang)
        }
    }
}

/// How many more errors and warnings there are than the one in the sentence.
fn others(judged: &Judged<'_>, lang: Lang) -> Option<String> {
    let count = |severity| judged.findings.iter().filter(|finding| finding.severity == severity).count();
    let (mut errors, mut warnings) = (count(Severity::Error), count(Severity::Warning));
    match judged.verdict {
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

/// The facts of the server certificate after its name: level, key, its end, and the days until then where the sentence is
/// about something else.
fn facts(judged: &Judged<'_>, lang: Lang) -> Vec<String> {
    let Some(leaf) = judged.leaf else { return Vec::new() };
    let mut facts = Vec::new();
    if let Some(level) = leaf.validation {
        facts.push(level.name().to_owned());
    }
    facts.push(key(&leaf.key));
    if let Some(validity) = judged.validity {
        if judged.verdict != Verdict::Ready || validity.days_left < 0 {
            facts.push(days_left(validity.days_left, lang));
        }
        if validity.days_left >= 0 {
            facts.push(fill(words::UNTIL, &[("date", validity.not_after.into())], lang));
        }
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
