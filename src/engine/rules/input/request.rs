use super::place;
use crate::engine::Analysis;
use crate::engine::read::{LooksLike, ProblemKind};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Evidence, InputKind};

/// A certificate signing request where a certificate was meant.
pub static RULE: Rule = Rule {
    code: Code::INP005,
    cites: &[Cite::rfc(2986, "3"), Cite::rfc(7468, "7")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let inputs = analysis.material.inputs.iter().filter(|input| input.kind == InputKind::Csr);
    let read = inputs.map(|input| Evidence { path: input.source.clone(), line: input.line, ..Evidence::default() });
    let unread = analysis
        .material
        .problems
        .iter()
        .filter(|problem| problem.kind == ProblemKind::Unreadable(LooksLike::Known(InputKind::Csr)))
        .map(place);
    let mut places: Vec<Evidence> = read.chain(unread).collect();
    places.dedup_by(|one, other| one.path == other.path && one.line == other.line);
    for evidence in places {
        sink.warning(InputMessage::Request).at(evidence);
    }
}
