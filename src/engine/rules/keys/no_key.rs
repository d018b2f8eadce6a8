use crate::engine::read::ProblemKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code};

/// No private key: whether one fits can not be said, and the configuration names the file that it expects.
pub static RULE: Rule = Rule {
    code: Code::KEY007,
    cites: &[Cite::rfc(8446, "4.4.3")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, _: &Certificate, sink: &mut Sink) {
    // What is locked may hold it.
    let locked = analysis.material.problems.iter().any(|problem| matches!(problem.kind, ProblemKind::Locked { .. }));
    if analysis.material.keys.is_empty() && !locked {
        sink.info(KeyMessage::NoKey).certificate(index);
    }
}
