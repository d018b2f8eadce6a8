use super::place;
use crate::engine::Analysis;
use crate::engine::read::{Damage, Problem, ProblemKind};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Severity, Term};

/// What does not parse as what it claims to be: DER, or an archive.
pub static RULE: Rule = Rule {
    code: Code::INP003,
    cites: &[Cite::rfc(5280, "4.1"), Cite::rfc(7468, "5")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for problem in &analysis.material.problems {
        match &problem.kind {
            ProblemKind::BadDer { kind, error } => {
                sink.error(InputMessage::StructureBroken)
                    .with("kind", Term::Input(*kind))
                    .with("structure", error.structure)
                    .with("offset", error.offset)
                    .with("reason", error.reason.as_str())
                    .at(place(problem));
            }
            ProblemKind::Seal { opened: true, .. } => {
                sink.error(InputMessage::SealBroken).at(place(problem));
            }
            ProblemKind::Unpacking(damage) => unpacking(problem, *damage, sink),
            _ => {}
        }
    }
}

/// A file that differs from its checksum may still be right; the certificates in it have signatures of their own.
fn unpacking(problem: &Problem, damage: Damage, sink: &mut Sink) {
    let (severity, id) = match damage {
        Damage::Directory => (Severity::Error, InputMessage::ArchiveBroken),
        Damage::File => (Severity::Error, InputMessage::PackedFileBroken),
        Damage::Checksum => (Severity::Warning, InputMessage::PackedFileChanged),
    };
    sink.add(severity, id).with("file", problem.source.as_str()).at(place(problem));
}
