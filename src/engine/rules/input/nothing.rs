use super::{CONTAINERS, anything_recognised, is_beside_the_point};
use crate::engine::read::{LooksLike, Problem, ProblemKind};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, symptoms};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, InputKind, Term};

/// Nothing that we can read. Where a problem says more exactly what is there instead, that speaks alone.
pub static RULE: Rule =
    Rule { code: Code::INP001, cites: &[Cite::rfc(7468, "5")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    let vague = |problem: &Problem| {
        matches!(problem.kind, ProblemKind::Unreadable(LooksLike::Empty | LooksLike::Text | LooksLike::Binary))
            || matches!(problem.kind, ProblemKind::Sloppy(_) | ProblemKind::Seal { opened: false, .. })
            || is_beside_the_point(analysis, problem)
    };
    let problems = &analysis.material.problems;
    if anything_recognised(analysis) || !problems.iter().all(vague) || needs_no_certificate(analysis) {
        return;
    }
    let (id, kind) = message(analysis);
    let mut found = sink.error(id).with("kind", Term::Input(kind));
    for problem in problems {
        found = found.at(super::place(problem));
    }
}

/// Whether there are error messages, and a certificate would tell nothing of them: an article speaks of them, or all of
/// them most likely come from something else.
fn needs_no_certificate(analysis: &Analysis) -> bool {
    if !analysis.material.told.is_empty() {
        return true;
    }
    let likeliest = |id: i16| symptoms::entry(id)?.causes.first().copied();
    let known = &analysis.material.symptoms;
    !known.is_empty() && !known.iter().filter_map(|it| likeliest(it.id)).any(symptoms::needs_certificate)
}

/// What is said, and of what.
fn message(analysis: &Analysis) -> (InputMessage, InputKind) {
    let (inputs, problems) = (&analysis.material.inputs, &analysis.material.problems);
    let is_empty = |problem: &Problem| problem.kind == ProblemKind::Unreadable(LooksLike::Empty);
    // An archive without files, and a password by itself, are not empty.
    let bytes_only = inputs.iter().all(|input| input.kind == InputKind::Unknown);
    let is_seal = |problem: &Problem| matches!(problem.kind, ProblemKind::Seal { .. });
    let container = inputs.iter().map(|input| input.kind).find(|kind| CONTAINERS.contains(kind));
    if !analysis.material.symptoms.is_empty() {
        (InputMessage::OnlyErrorText, InputKind::ErrorText)
    } else if inputs.is_empty() || bytes_only && !problems.is_empty() && problems.iter().all(is_empty) {
        (InputMessage::NothingGiven, InputKind::Unknown)
    } else if inputs.iter().any(|input| input.kind == InputKind::Parameters) {
        (InputMessage::OnlyParameters, InputKind::Parameters)
    } else if let Some(kind) = container.filter(|_| problems.iter().all(is_seal)) {
        (InputMessage::NothingInside, kind)
    } else {
        (InputMessage::NothingReadable, InputKind::Unknown)
    }
}
