use super::place;
use crate::engine::Analysis;
use crate::engine::read::ProblemKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code};

/// A PEM block that can not be decoded.
pub static RULE: Rule = Rule {
    code: Code::INP002,
    cites: &[Cite::rfc(7468, "2"), Cite::rfc(7468, "3"), Cite::rfc(4648, "4")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for problem in &analysis.material.problems {
        let (id, label, character) = match &problem.kind {
            ProblemKind::MissingEnd { label } => (InputMessage::BlockUnclosed, label, None),
            ProblemKind::BadBase64 { label, character } => (InputMessage::BlockBadCharacter, label, Some(*character)),
            ProblemKind::Truncated { label } => (InputMessage::BlockTruncated, label, None),
            _ => continue,
        };
        sink.error(id)
            .with("label", label.as_str())
            .with("character", character.map(String::from).unwrap_or_default())
            .with("line", problem.line.unwrap_or(1))
            .at(place(problem));
    }
}
