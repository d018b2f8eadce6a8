use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code};

/// The key may not be used for what a server needs it for, or may be used for what it can not do.
pub static RULE: Rule = Rule {
    code: Code::CRT013,
    cites: &[Cite::br("7.1.2.7.11"), Cite::rfc(5280, "4.2.1.3"), Cite::rfc(8446, "4.4.2.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::usage, analysis, index, certificate);
}
