//! What error messages come from, and which of it can be seen in what was given.

mod clues;
#[cfg(feature = "full")]
mod quotes;
mod sources;
mod table;

pub use clues::{Clue, Silence, clue, needs_certificate};
#[cfg(feature = "full")]
pub use quotes::{QUOTES, quote};
pub use sources::{SOURCES, SymptomSource, UNSOURCED};
pub use table::{Entry, TABLE, entry};

use super::{
    Analysis,
    names::{self, wanted},
    sorted,
};
use crate::report::{Cause, CauseState, Finding, HostCoverage, PossibleCause, Purpose, SymptomSummary};

/// How many findings a cause points at.
const POINTED_AT: usize = 32;

/// Each kind of message that was recognised, with its causes: those found here first, then the likeliest.
pub fn diagnose(analysis: &Analysis, findings: &[Finding]) -> Vec<SymptomSummary> {
    let mut known: Vec<SymptomSummary> = Vec::new();
    for symptom in &analysis.material.symptoms {
        if known.iter().any(|other| other.id == symptom.id) {
            continue;
        }
        let input = analysis.material.inputs.get(symptom.input);
        known.push(SymptomSummary {
            id: symptom.id,
            quote: symptom.quote.clone(),
            source: input.map(|input| input.source.clone()).unwrap_or_default(),
            line: symptom.line,
            causes: causes(symptom.id, analysis, findings),
        });
    }
    known
}

fn causes(id: i16, analysis: &Analysis, findings: &[Finding]) -> Vec<PossibleCause> {
    let mut causes: Vec<PossibleCause> = Vec::new();
    let found = |it: &PossibleCause| it.state == CauseState::Found;
    for &cause in entry(id).map(|entry| entry.causes).unwrap_or_default() {
        sorted::insert_ranked(&mut causes, possible(id, cause, analysis, findings), |one, other| {
            !found(one) && found(other)
        });
    }
    causes
}

fn possible(id: i16, cause: Cause, analysis: &Analysis, findings: &[Finding]) -> PossibleCause {
    let clue = clue(cause);
    let hosts = if cause == Cause::Name { hosts(id, analysis) } else { Vec::new() };
    // What is found of other hosts explains nothing.
    let is_of_them = |host: &String| hosts.is_empty() || hosts.iter().any(|it| wanted(&it.host) == wanted(host));
    let speaks = |finding: &Finding| clue.speaks_of(finding) && finding.host.as_ref().is_none_or(is_of_them);
    let of_it = findings.iter().enumerate().filter(|(_, finding)| speaks(finding));
    let findings: Vec<_> = of_it.map(|(index, _)| index).take(POINTED_AT).collect();
    let is_found = !findings.is_empty() || hosts.iter().any(|host| !host.covered);
    let hosts_asked = !hosts.is_empty() || !analysis.options.hosts.is_empty();
    let state = match is_found {
        true => CauseState::Found,
        false if clue.silence.means_right(analysis, hosts_asked) => CauseState::Right,
        false => CauseState::Unknown,
    };
    PossibleCause { cause, state, findings }
}

/// The hosts that messages of a kind name, as the server certificate has them.
pub fn hosts(id: i16, analysis: &Analysis) -> Vec<HostCoverage> {
    let of_it = analysis.material.symptoms.iter().filter(|symptom| symptom.id == id);
    let hosts: Vec<_> = of_it.filter_map(|symptom| symptom.host.clone()).collect();
    match analysis.leaf() {
        Some((_, leaf)) if !hosts.is_empty() && analysis.options.purpose == Purpose::Server => {
            names::coverage(leaf, &hosts)
        }
        _ => Vec::new(),
    }
}
