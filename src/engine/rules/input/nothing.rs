use super::{anything_recognised, is_beside_the_point};
use crate::engine::Analysis;
use crate::engine::read::{LooksLike, Problem, ProblemKind};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, InputKind};

/// Nothing that we can read. Where a problem says more exactly what is there instead, that speaks alone.
pub static RULE: Rule =
    Rule { code: Code::INP001, cites: &[Cite::rfc(7468, "5")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    let vague = |problem: &Problem| {
        matches!(problem.kind, ProblemKind::Unreadable(LooksLike::Empty | LooksLike::Text | LooksLike::Binary))
            || matches!(problem.kind, ProblemKind::Sloppy(_))
            || is_beside_the_point(analysis, problem)
    };
    let problems = &analysis.material.problems;
    if anything_recognised(analysis) || !problems.iter().all(vague) {
        return;
    }
    let is_empty = |problem: &Problem| problem.kind == ProblemKind::Unreadable(LooksLike::Empty);
    // An archive without files, and a password by itself, are not empty; neither is a problem.
    let bytes_only = analysis.material.inputs.iter().all(|input| input.kind == InputKind::Unknown);
    let empty = bytes_only && problems.iter().all(is_empty);
    let mut found = sink.error(match (analysis.material.symptoms.is_empty(), empty) {
        (false, _) => InputMessage::OnlyErrorText,
        (true, true) => InputMessage::NothingGiven,
        (true, false) => InputMessage::NothingReadable,
    });
    for problem in problems {
        found = found.at(super::place(problem));
    }
}
