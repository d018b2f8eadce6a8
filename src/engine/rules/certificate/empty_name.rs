use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code, Role};

/// Nobody issued it, or a CA has no name.
pub static RULE: Rule = Rule {
    code: Code::CRT016,
    cites: &[Cite::rfc(5280, "4.1.2.4"), Cite::br("7.1.4.1")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::names, analysis, index, certificate);
}
