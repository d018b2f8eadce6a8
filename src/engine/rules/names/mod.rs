use super::{Found, Rule, Sink};
use crate::engine::names::{Presented, coverage, other_form, presented};
use crate::engine::{Analysis, sorted, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Code, Evidence, HostCoverage, Severity};

pub(super) mod bare_domain;
pub(super) mod below_wildcard;
mod common_name;
mod international;
pub(super) mod invalid_entry;
pub(super) mod misplaced_wildcard;
pub(super) mod no_alternative_names;
pub(super) mod not_covered;
#[cfg(feature = "full")]
mod not_granted;
mod unusual_name;
pub(super) mod www;

/// The rules of this family.
pub static RULES: &[&Rule] = &[
    &not_covered::RULE,
    &no_alternative_names::RULE,
    &below_wildcard::RULE,
    &bare_domain::RULE,
    &www::RULE,
    &invalid_entry::RULE,
    &unusual_name::RULE,
    &misplaced_wildcard::RULE,
    &common_name::RULE,
    &international::RULE,
    #[cfg(feature = "full")]
    &not_granted::RULE,
];

/// How many entries one finding points at. A certificate may hold 10,000 bad ones.
const POINTED_AT: usize = 32;

/// One alternative name as the rules see it.
struct Entry {
    position: usize,
    /// As written.
    text: String,
    presented: Presented,
}

/// The alternative names of a certificate, in the order written.
fn entries(leaf: &Certificate) -> impl Iterator<Item = Entry> {
    leaf.subject_alternative_names().unwrap_or_default().iter().enumerate().map(|(position, entry)| Entry {
        position,
        text: entry.host().unwrap_or_default(),
        presented: presented(entry),
    })
}

/// The hosts that are not covered for this reason, and how much that matters: hosts that someone asks for are refused,
/// those that `expected` guesses from the names may not be needed.
fn left_out(
    analysis: &Analysis,
    leaf: &Certificate,
    reason: Code,
    expected: fn(Entry) -> Option<String>,
) -> (Severity, Vec<HostCoverage>) {
    let because = |row: &HostCoverage| row.reason == Some(reason);
    if !analysis.options.hosts.is_empty() {
        return (Severity::Error, analysis.own_hosts().filter(|row| because(row)).cloned().collect());
    }
    let mut guessed = Vec::new();
    entries(leaf).filter_map(expected).for_each(|host| sorted::insert(&mut guessed, host));
    // No host at all would mean "every name" to `coverage`.
    let mut rows = if guessed.is_empty() { Vec::new() } else { coverage(leaf, &guessed) };
    rows.retain(because);
    (Severity::Warning, rows)
}

/// One finding for each of the hosts that are left out; one for all of them where they are many and only guessed.
fn report_left_out(
    (severity, rows): (Severity, Vec<HostCoverage>),
    (index, leaf): (usize, &Certificate),
    sink: &mut Sink,
    one: fn(&HostCoverage) -> NameMessage,
    many: NameMessage,
) {
    if severity == Severity::Warning && rows.len() > 1 {
        let hosts: Vec<_> = rows.iter().map(|row| row.host.clone()).collect();
        let found = sink.add(severity, many).with("count", hosts.len()).with("hosts", hosts);
        rows.iter().take(POINTED_AT).fold(found, |found, row| found.place(index, leaf, row.entry));
        return;
    }
    for row in &rows {
        sink.add(severity, one(row))
            .with("host", row.host.as_str())
            .with("other", other_form(&row.host))
            .host(&row.host)
            .place(index, leaf, row.entry);
    }
}

/// One finding for each thing to say of alternative names, not for each name; in the order of the messages.
fn report_kinds(
    (index, leaf): (usize, &Certificate),
    sink: &mut Sink,
    severity: Severity,
    kind: fn(&Entry) -> Option<NameMessage>,
) {
    let mut told: Vec<_> = entries(leaf).filter_map(|entry| Some((kind(&entry)?, entry))).collect();
    for &id in NameMessage::ALL {
        let alike: Vec<Entry> = told.extract_if(.., |(of, _)| *of == id).map(|(_, entry)| entry).collect();
        if !alike.is_empty() {
            sink.add(severity, id).entries(index, leaf, &alike);
        }
    }
}

/// Where an alternative name stands.
fn place(index: usize, leaf: &Certificate, position: usize) -> Option<Evidence> {
    let entry = leaf.subject_alternative_names()?.get(position)?;
    Some(leaf.evidence(index, &format!("tbs.extensions.subjectAltName[{position}]"), &entry.bytes))
}

impl Found<'_> {
    /// Points at alternative names, and names them in the hole `names`.
    fn entries(mut self, index: usize, leaf: &Certificate, entries: &[Entry]) -> Self {
        for entry in entries.iter().take(POINTED_AT) {
            self = self.place(index, leaf, Some(entry.position));
        }
        let names: Vec<String> = entries.iter().map(|entry| entry.text.clone()).collect();
        self.with("names", names).with("count", entries.len())
    }

    /// Points at one alternative name, where there is one.
    fn place(self, index: usize, leaf: &Certificate, position: Option<usize>) -> Self {
        match position.and_then(|position| place(index, leaf, position)) {
            Some(evidence) => self.at(evidence),
            None => self.certificate(index),
        }
    }
}
