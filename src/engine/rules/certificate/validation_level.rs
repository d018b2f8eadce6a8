use super::place;
use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, ExtensionValue};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, ValidationLevel};

/// How far the CA checked who asked.
pub static RULE: Rule = Rule {
    code: Code::CRT008,
    cites: &[Cite::br("7.1.6.1"), Cite::br("3.2.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let id = match leaf.validation_level() {
        Some(ValidationLevel::Dv) => CertificateMessage::DomainValidated,
        Some(ValidationLevel::Ov) => CertificateMessage::OrganizationValidated,
        Some(ValidationLevel::Ev) => CertificateMessage::ExtendedValidated,
        Some(ValidationLevel::Iv) => CertificateMessage::IndividualValidated,
        None => return,
    };
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::CertificatePolicies(_));
    sink.info(id).with("organization", leaf.subject.organization().unwrap_or("—")).at(place(
        index,
        leaf,
        "certificatePolicies",
        is,
    ));
}
