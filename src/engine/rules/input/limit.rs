use super::place;
use crate::engine::Analysis;
use crate::engine::budget::LIMITS;
use crate::engine::read::ProblemKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Severity, Term, Value};

/// A limit was reached: what came after it was not read.
pub static RULE: Rule =
    Rule { code: Code::INP008, cites: &[Cite::rfc(7468, "13")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    // The parts of one file cost one each: once is enough.
    let mut said = Vec::new();
    for problem in &analysis.material.problems {
        let (id, limit, of, asked) = match &problem.kind {
            ProblemKind::Limit(reached) => {
                let (id, unit) = message(reached.what);
                (id, reached.limit >> unit, Value::from(reached.what), 0)
            }
            ProblemKind::CostlyRounds { kind, rounds } => {
                // One file may be too much by itself, or the last straw.
                let alone = *rounds > LIMITS.key_rounds;
                let id = if alone { InputMessage::TooManyRounds } else { InputMessage::RoundsSpent };
                (id, LIMITS.key_rounds, Term::Input(*kind).into(), *rounds)
            }
            ProblemKind::CostlyMemory { kind, bytes } => {
                (InputMessage::TooMuchMemory, LIMITS.key_memory >> MIB, Term::Input(*kind).into(), bytes >> MIB)
            }
            _ => continue,
        };
        let place = place(problem);
        let about = (id, problem.source_index, place.clone());
        if said.contains(&about) {
            continue;
        }
        said.push(about);
        // What a program calls besides does not make the certificate wrong.
        let severity = if id == InputMessage::TooManyAddresses { Severity::Warning } else { Severity::Error };
        sink.add(severity, id)
            .with("limit", i64::try_from(limit).unwrap_or(i64::MAX))
            .with("asked", i64::try_from(asked).unwrap_or(i64::MAX))
            .with("what", of)
            .with("file", problem.source.as_str())
            .at(place);
    }
}

/// Bytes are counted in MiB: by so many bits.
const MIB: u32 = 20;

/// What is said of a limit, and by how many bits its unit is larger than one.
fn message(what: &str) -> (InputMessage, u32) {
    match what {
        "bytes" => (InputMessage::TooManyBytes, MIB),
        "unpacked bytes" => (InputMessage::UnpacksTooFar, MIB),
        "ratio" => (InputMessage::UnpacksTooMuch, 0),
        "files" => (InputMessage::TooManyFiles, 0),
        "addresses" => (InputMessage::TooManyAddresses, 0),
        "nesting" => (InputMessage::NestedTooDeep, 0),
        _ => (InputMessage::TooMany, 0),
    }
}
