use super::place;
use crate::engine::Analysis;
use crate::engine::read::ProblemKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code};

/// A limit was reached: what came after it was not read.
pub static RULE: Rule =
    Rule { code: Code::INP008, cites: &[Cite::rfc(7468, "13")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    for problem in &analysis.material.problems {
        let ProblemKind::Limit(reached) = problem.kind else { continue };
        let (id, limit) = match reached.what {
            "bytes" => (InputMessage::TooManyBytes, reached.limit >> 20),
            "unpacked bytes" => (InputMessage::UnpacksTooFar, reached.limit >> 20),
            "ratio" => (InputMessage::UnpacksTooMuch, reached.limit),
            "files" => (InputMessage::TooManyFiles, reached.limit),
            "nesting" => (InputMessage::NestedTooDeep, reached.limit),
            _ => (InputMessage::TooMany, reached.limit),
        };
        sink.error(id)
            .with("limit", i64::try_from(limit).unwrap_or(i64::MAX))
            .with("what", reached.what)
            .with("file", problem.source.as_str())
            .at(place(problem));
    }
}
