use super::place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, ExtensionValue};
use crate::engine::{Analysis, Law};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Severity};

/// The server certificate is a CA certificate. `openssl req -x509` makes such ones by default.
pub static RULE: Rule = Rule {
    code: Code::CRT003,
    cites: &[Cite::br("7.1.2.7.8"), Cite::rfc(5280, "4.2.1.9")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    if leaf.is_ca() {
        let is = |value: &ExtensionValue| matches!(value, ExtensionValue::BasicConstraints(_));
        sink.by(Law::ClientsAndWeb, Severity::Warning, CertificateMessage::ServerIsCa)
            .with("name", leaf.label())
            .at(place(index, leaf, "basicConstraints", is));
    }
}
