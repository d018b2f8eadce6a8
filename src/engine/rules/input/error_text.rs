use super::anything_to_judge;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{
    Analysis, sorted,
    symptoms::{self, Silence},
};
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
        if let Some(possible) = leading(&symptom.causes) {
            report(analysis, findings, &symptom, possible, sink);
        }
    }
}

/// The cause to speak of: the first. Where the certificate is right and the key was not given, the key is what is left.
fn leading(causes: &[PossibleCause]) -> Option<&PossibleCause> {
    let first = causes.first()?;
    let needs_key =
        |it: &&PossibleCause| it.state == CauseState::Unknown && symptoms::clue(it.cause).silence == Silence::Key;
    let left = causes.iter().find(needs_key).filter(|_| first.state == CauseState::Right);
    Some(left.unwrap_or(first))
}

fn report(
    analysis: &Analysis,
    findings: &[Finding],
    symptom: &SymptomSummary,
    possible: &PossibleCause,
    sink: &mut Sink,
) {
    let PossibleCause { cause, state, findings: of_it } = possible;
    let would_show = !symptoms::clue(*cause).codes.is_empty();
    let id = match state {
        CauseState::Found => InputMessage::ErrorTextExplained,
        CauseState::Right => InputMessage::ErrorTextElsewhere,
        CauseState::Unknown if would_show && !anything_to_judge(analysis) => InputMessage::ErrorText,
        CauseState::Unknown => InputMessage::ErrorTextUntold,
    };
    let mut codes = Vec::new();
    let of_it = of_it.iter().filter_map(|index| findings.get(*index));
    of_it.for_each(|finding| sorted::insert(&mut codes, finding.code));
    let mut found = sink
        .info(id)
        .with("quote", symptom.quote.as_str())
        .with("meaning", Term::Symptom(symptom.id))
        .with("cause", Term::Cause(*cause))
        .with("why", Term::CauseWhy(*cause))
        .with("remedy", Term::Remedy(*cause))
        .with("codes", codes.iter().map(Code::to_string).collect::<Vec<_>>());
    for place in analysis.material.symptoms.iter().filter(|place| place.id == symptom.id).take(POINTED_AT) {
        let source = analysis.material.inputs.get(place.input).map(|input| input.source.clone());
        let path = source.unwrap_or_default();
        found = found.at(Evidence { path, line: Some(place.line), ..Evidence::default() });
    }
}
