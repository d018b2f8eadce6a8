use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code, Role};

/// Not version 3.
pub static RULE: Rule = Rule {
    code: Code::CRT001,
    cites: &[Cite::rfc(5280, "4.1.2.1"), Cite::br("7.1.1")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::version, analysis, index, certificate);
}
