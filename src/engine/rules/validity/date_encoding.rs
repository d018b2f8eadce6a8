use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code, Role};

/// Dates that are not written as the standard wants them, or that contradict each other.
pub static RULE: Rule = Rule {
    code: Code::VAL006,
    cites: &[Cite::rfc(5280, "4.1.2.5")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::dates, analysis, index, certificate);
}
