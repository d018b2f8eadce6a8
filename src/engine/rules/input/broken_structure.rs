use super::place;
use crate::engine::Analysis;
use crate::engine::read::ProblemKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Term};

/// DER that does not parse as what it claims to be.
pub static RULE: Rule = Rule {
    code: Code::INP003,
    cites: &[Cite::rfc(5280, "4.1"), Cite::rfc(7468, "5")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for problem in &analysis.material.problems {
        let ProblemKind::BadDer { kind, error } = &problem.kind else { continue };
        sink.error(InputMessage::StructureBroken)
            .with("kind", Term::Input(*kind))
            .with("structure", error.structure)
            .with("offset", error.offset)
            .with("reason", error.reason.as_str())
            .at(place(problem));
    }
}
