use crate::engine::Analysis;
use crate::engine::platforms::{self, ClaimFacts};
use crate::engine::read::Told;
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Doc, Evidence, Finding, Term, Value};

/// What articles tell about certificates and platforms, where it is told here or bears on what was found.
pub static RULE: Rule = Rule {
    code: Code::PLT010,
    cites: &[Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::After(check),
};

/// How many places one finding points at.
const POINTED_AT: usize = 8;

fn check(analysis: &Analysis, findings: &[Finding], sink: &mut Sink) {
    for facts in platforms::claims() {
        let told: Vec<&Told> = analysis.material.told.iter().filter(|told| told.claim == facts.claim).collect();
        let mut bearings = platforms::BEARINGS.iter().filter(|bearing| bearing.claim == facts.claim);
        let behind = bearings.find_map(|bearing| bearing.finding(analysis, findings));
        if platforms::is_right_here(facts.claim, analysis) || told.is_empty() && behind.is_none() {
            continue;
        }
        let places = told.iter().map(|told| place(told)).take(POINTED_AT);
        let behind = behind.and_then(|finding| finding.evidence.first().cloned());
        report(facts, told.first().copied(), places.chain(behind), sink);
    }
}

fn place(told: &Told) -> Evidence {
    Evidence { path: told.source.clone(), line: Some(told.line), ..Evidence::default() }
}

/// Answers a claim: in the words of who tells it here, else in those in which it is told elsewhere.
fn report(facts: &ClaimFacts, told: Option<&Told>, places: impl Iterator<Item = Evidence>, sink: &mut Sink) {
    let message = match (told, facts.wording) {
        (Some(_), "") => PlatformMessage::ToldAnswered,
        (Some(_), _) => PlatformMessage::ToldQuoted,
        (None, "") => PlatformMessage::ClaimAnswered,
        (None, _) => PlatformMessage::ClaimQuoted,
    };
    let mut found = sink
        .info(message)
        .row(facts.claim.id())
        .rests_on(facts.cite())
        .with("id", facts.claim.id())
        .with("claim", Term::Claim(facts.claim))
        .with("standing", Term::Standing(facts.standing))
        .with("right", Term::ClaimRight(facts.claim))
        .with("wording", facts.wording)
        .with("ground", Term::Ground(facts.ground))
        .with("remedy", Term::ClaimRemedy(facts.claim));
    found = match told {
        Some(told) => found.with("line", line(told)).with("told", told.words.as_str()),
        None => found.with("telling", Term::Telling(facts.telling)).with("told", facts.told),
    };
    places.fold(found, Found::at);
}

/// The line, with the name of the source where it has one.
fn line(told: &Told) -> Value {
    let line = Value::from(told.line);
    if told.source.is_empty() { line } else { line.noted(told.source.as_str()) }
}
