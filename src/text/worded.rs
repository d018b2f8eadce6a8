use super::{Lang, effect, fill, fill::fill_with, words};
use crate::report::{
    Checks, Code, Comparison, Effect, EffectId, Evidence, Finding, Hops, Quote, Repair, Report, Severity,
};
use serde::{Deserialize, Serialize};

/// A finding in words: the contract's shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WordedFinding {
    /// Its entry in the catalogue.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Index of the certificate it speaks of.
    pub certificate: Option<usize>,
    /// The host it speaks of.
    pub host: Option<String>,
    /// The platform it speaks of.
    pub platform: Option<String>,
    /// The platform rule it comes from.
    pub rule: Option<String>,
    /// That rule in the platform's own words.
    pub quote: Option<Quote>,
    /// What is wrong.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// Where to look.
    pub evidence: Vec<Evidence>,
    /// What it rests on.
    pub references: Vec<Reference>,
    /// What the tool can do by itself.
    pub repair: Option<Repair>,
}

/// An effect in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WordedEffect {
    /// Which.
    pub id: EffectId,
    /// How bad it is.
    pub severity: Severity,
    /// What changes.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
}

/// An effect in one language.
pub fn worded_effect(it: &Effect, lang: Lang) -> WordedEffect {
    let words = effect(it.id);
    let say = |pair: super::Pair| fill_with(pair.lang(lang), &it.arguments, lang);
    WordedEffect { id: it.id, severity: it.severity, title: say(words.title), why: say(words.why), fix: say(words.fix) }
}

impl Comparison {
    /// The comparison in words.
    pub fn worded(self, lang: Lang) -> Comparison<WordedEffect> {
        let Self { old, new, verdict, effects, names, same_key, served, roots, lifetimes, fields } = self;
        let effects = effects.iter().map(|effect| worded_effect(effect, lang)).collect();
        Comparison { old, new, verdict, effects, names, same_key, served, roots, lifetimes, fields }
    }
}

/// A paragraph with its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Document and paragraph.
    pub title: String,
    /// Where it can be read.
    pub url: String,
}

/// A finding in one language.
pub fn worded(finding: Finding, lang: Lang) -> WordedFinding {
    let words = words(finding.message.id);
    let say = |pair: super::Pair| fill(pair.lang(lang), &finding.message, lang);
    WordedFinding {
        title: say(words.title),
        why: say(words.why),
        fix: say(words.fix),
        code: finding.code,
        severity: finding.severity,
        certificate: finding.certificate,
        host: finding.host,
        platform: finding.platform,
        rule: finding.rule,
        quote: finding.quote,
        evidence: finding.evidence,
        references: finding.references.iter().map(|cite| Reference { title: cite.title(), url: cite.url() }).collect(),
        repair: finding.repair,
    }
}

impl Report {
    /// The report in words: what the JSON, the JavaScript API and the downloads give.
    pub fn worded(self, lang: Lang) -> Report<WordedFinding> {
        self.map_findings(|finding| worded(finding, lang))
    }
}

impl Checks {
    /// The checks with their notes in words.
    pub fn worded(self, lang: Lang) -> Checks<WordedFinding> {
        let Self { groups, script, notes } = self;
        Checks { groups, script, notes: notes.into_iter().map(|note| worded(note, lang)).collect() }
    }
}

impl Hops {
    /// The answer with its findings in words.
    pub fn worded(self, lang: Lang) -> Hops<WordedFinding> {
        let Self { hops, findings } = self;
        Hops { hops, findings: findings.into_iter().map(|finding| worded(finding, lang)).collect() }
    }
}
