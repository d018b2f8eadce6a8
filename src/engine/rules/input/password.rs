use super::place;
use crate::engine::Analysis;
use crate::engine::read::ProblemKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Severity, Term};

/// Behind a password that is missing or wrong, or behind a scheme that we do not know: nobody can tell what is inside.
///
/// An error where nothing else was given; beside something to judge it only hides itself.
pub static RULE: Rule = Rule {
    code: Code::INP006,
    cites: &[Cite::rfc(5958, "3"), Cite::rfc(7468, "11"), Cite::rfc(7292, "4")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let material = &analysis.material;
    let open = !material.certificates.is_empty() || material.keys.iter().any(|key| key.plain().is_some());
    let severity = if open { Severity::Warning } else { Severity::Error };
    for problem in &material.problems {
        if let ProblemKind::Seal { opened: false, tried } = problem.kind {
            // Without a password to try, it is open to whoever reads it, and the importer will ask.
            let (severity, id) = match tried {
                true => (Severity::Warning, InputMessage::SealUnfit),
                false => (Severity::Info, InputMessage::SealUntried),
            };
            sink.add(severity, id).at(place(problem));
        }
        let (id, kind, scheme, typed) = match &problem.kind {
            ProblemKind::Locked { kind, typed: 0, files: 0 } => (InputMessage::PasswordNeeded, kind, "", 0),
            ProblemKind::Locked { kind, typed: 0, .. } => (InputMessage::PasswordFileWrong, kind, "", 0),
            ProblemKind::Locked { kind, typed, .. } => (InputMessage::PasswordWrong, kind, "", *typed),
            ProblemKind::UnknownLock { kind, scheme } => (InputMessage::LockUnknown, kind, scheme.as_str(), 0),
            _ => continue,
        };
        sink.add(severity, id)
            .with("kind", Term::Input(*kind))
            .with("scheme", scheme)
            .with("count", typed)
            .at(place(problem));
    }
}
