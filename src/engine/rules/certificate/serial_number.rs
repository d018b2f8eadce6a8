use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code, Role};

/// A serial number that is not a positive number of at most 20 octets.
pub static RULE: Rule = Rule {
    code: Code::CRT005,
    cites: &[Cite::rfc(5280, "4.1.2.2"), Cite::br("7.1.2.7")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::serial_number, analysis, index, certificate);
}
