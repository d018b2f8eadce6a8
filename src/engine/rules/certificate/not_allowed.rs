use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code, Role};

/// A key or a signature that the Baseline Requirements do not list. Only whoever asks for their letter hears of it here:
/// what clients refuse has codes of its own.
pub static RULE: Rule = Rule {
    code: Code::CRT017,
    cites: &[Cite::br("6.1.5"), Cite::br("7.1.3")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::algorithms, analysis, index, certificate);
}
