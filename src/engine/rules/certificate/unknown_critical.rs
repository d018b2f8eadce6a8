use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, profile::checks, x509::Certificate};
use crate::report::{Cite, Code, Role};

/// A critical extension that TLS clients do not process: they must refuse the certificate. A precertificate is the
/// planned case of it.
pub static RULE: Rule = Rule {
    code: Code::CRT011,
    cites: &[Cite::rfc(5280, "4.2"), Cite::rfc(6962, "3.1")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    sink.check(checks::unknown_critical, analysis, index, certificate);
}
