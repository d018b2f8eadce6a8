use super::place;
use crate::engine::Analysis;
use crate::engine::budget::LIMITS;
use crate::engine::read::ProblemKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Term, Value};

/// A limit was reached: what came after it was not read.
pub static RULE: Rule =
    Rule { code: Code::INP008, cites: &[Cite::rfc(7468, "13")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    for problem in &analysis.material.problems {
        let (id, limit, of, asked) = match &problem.kind {
            ProblemKind::Limit(reached) if reached.what == "bytes" => {
                (InputMessage::TooManyBytes, reached.limit >> 20, Value::from(reached.what), 0)
            }
            ProblemKind::Limit(reached) => (InputMessage::TooMany, reached.limit, Value::from(reached.what), 0),
            ProblemKind::CostlyRounds { kind, rounds } => {
                (InputMessage::TooManyRounds, LIMITS.key_rounds, Term::Input(*kind).into(), *rounds)
            }
            ProblemKind::CostlyMemory { kind, bytes } => {
                (InputMessage::TooMuchMemory, LIMITS.key_memory >> 20, Term::Input(*kind).into(), bytes >> 20)
            }
            _ => continue,
        };
        sink.error(id)
            .with("limit", i64::try_from(limit).unwrap_or(i64::MAX))
            .with("asked", i64::try_from(asked).unwrap_or(i64::MAX))
            .with("what", of)
            .at(place(problem));
    }
}
