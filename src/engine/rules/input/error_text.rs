use super::anything_to_judge;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, sorted, symptoms};
use crate::report::message::InputMessage;
use crate::report::{CauseState, Cite, Code, Evidence, Finding, PossibleCause, SymptomSummary, Term};

/// How many places one finding points at.
const POINTED_AT: usize = 32;

/// An error message that we know: one finding for each kind, with the words that were recognised, all of its places,
/// and the cause that is likeliest in the light of what the other rules found.
pub static RULE: Rule = Rule {
    code: Code::INP012,
    cites: &[Cite::rfc(8446, "6.2"), Cite::rfc(5280, "6.1")],
    in_force: InForce::Always,
    check: Check::After(check),
};

fn check(analysis: &Analysis, findings: &[Finding], sink: &mut Sink) {
    for symptom in symptoms::diagnose(analysis, findings) {
        if let Some(first) = symptom.causes.first() {
            report(analysis, findings, &symptom, first, sink);
        }
    }
}

fn report(analysis: &Analysis, findings: &[Finding], symptom: &SymptomSummary, first: &PossibleCause, sink: &mut Sink) {
    let would_show = !symptoms::clue(first.cause).codes.is_empty();
    let id = match first.state {
        CauseState::Found => InputMessage::ErrorTextExplained,
        CauseState::Right => InputMessage::ErrorTextElsewhere,
        CauseState::Unknown if would_show && !anything_to_judge(analysis) => InputMessage::ErrorText,
        CauseState::Unknown => InputMessage::ErrorTextUntold,
    };
    let mut codes = Vec::new();
    let of_it = first.findings.iter().filter_map(|index| findings.get(*index));
    of_it.for_each(|finding| sorted::insert(&mut codes, finding.code));
    let mut found = sink
        .info(id)
        .with("quote", symptom.quote.as_str())
        .with("meaning", Term::Symptom(symptom.id))
        .with("cause", Term::Cause(first.cause))
        .with("why", Term::CauseWhy(first.cause))
        .with("remedy", Term::Remedy(first.cause))
        .with("codes", codes.iter().map(Code::to_string).collect::<Vec<_>>());
    for place in analysis.material.symptoms.iter().filter(|place| place.id == symptom.id).take(POINTED_AT) {
        let source = analysis.material.inputs.get(place.input).map(|input| input.source.clone());
        let path = source.unwrap_or_default();
        found = found.at(Evidence { path, line: Some(place.line), ..Evidence::default() });
    }
}
