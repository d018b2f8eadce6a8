use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code, Role};

/// The signature algorithm is named twice, and not alike.
pub static RULE: Rule = Rule {
    code: Code::CRT015,
    cites: &[Cite::rfc(5280, "4.1.1.2")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::disagreement, analysis, index, certificate);
}
