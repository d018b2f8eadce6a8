use super::anything_to_judge;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, sorted, symptoms};
use crate::report::message::InputMessage;
use crate::report::{Cause, CauseState, Cite, Code, Evidence, Finding, PossibleCause, SymptomSummary, Term};

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

/// Causes that say themselves that something else answers than what was given.
const ELSEWHERE: [Cause; 2] = [Cause::Endpoint, Cause::Interception];

/// The cause to speak of: the first. Where that is right, it is the likeliest of those that can not be seen here; only
/// where nothing of the kind is left does the server send something else.
fn leading(causes: &[PossibleCause]) -> Option<&PossibleCause> {
    let first = causes.first()?;
    let left = || causes.iter().filter(|it| it.state == CauseState::Unknown);
    let is_elsewhere = left().all(|it| ELSEWHERE.contains(&it.cause));
    Some(left().next().filter(|_| first.state == CauseState::Right && !is_elsewhere).unwrap_or(first))
}

fn report(
    analysis: &Analysis,
    findings: &[Finding],
    symptom: &SymptomSummary,
    possible: &PossibleCause,
    sink: &mut Sink,
) {
    let PossibleCause { cause, state, findings: of_it } = possible;
    let would_show = symptoms::needs_certificate(*cause);
    let unnamed = symptoms::hosts(symptom.id, analysis).into_iter().find(|host| !host.covered);
    let id = match state {
        CauseState::Found if of_it.is_empty() => InputMessage::ErrorTextOfHost,
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
        .with("host", unnamed.map(|unnamed| unnamed.host).unwrap_or_default())
        .with("codes", codes.iter().map(Code::to_string).collect::<Vec<_>>());
    for place in analysis.material.symptoms.iter().filter(|place| place.id == symptom.id).take(POINTED_AT) {
        let source = analysis.material.inputs.get(place.input).map(|input| input.source.clone());
        let path = source.unwrap_or_default();
        found = found.at(Evidence { path, line: Some(place.line), ..Evidence::default() });
    }
}
