//! What error messages come from, and which of it can be seen in what was given.

mod clues;
mod sources;
mod table;

pub use clues::{Clue, Silence, clue};
pub use sources::{SOURCES, SymptomSource, UNSOURCED};
pub use table::{Entry, TABLE, entry};

use super::{Analysis, sorted};
use crate::report::{Cause, CauseState, Finding, PossibleCause, SymptomSummary};

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
        sorted::insert_ranked(&mut causes, possible(cause, analysis, findings), |one, other| {
            !found(one) && found(other)
        });
    }
    causes
}

fn possible(cause: Cause, analysis: &Analysis, findings: &[Finding]) -> PossibleCause {
    let clue = clue(cause);
    let of_it = findings.iter().enumerate().filter(|(_, finding)| clue.speaks_of(finding));
    let findings: Vec<_> = of_it.map(|(index, _)| index).take(POINTED_AT).collect();
    let state = match findings.is_empty() {
        false => CauseState::Found,
        true if clue.silence.means_right(analysis) => CauseState::Right,
        true => CauseState::Unknown,
    };
    PossibleCause { cause, state, findings }
}
