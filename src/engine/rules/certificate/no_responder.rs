use super::place;
use crate::engine::Analysis;
use crate::engine::platforms::of_authority;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, ExtensionValue};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code};

/// No OCSP responder: nothing to staple. Normal since Let's Encrypt took its responders off on 2025-08-06, and BR
/// makes them optional. Said of certificates of CAs only; a self-signed one never had any.
pub static RULE: Rule = Rule {
    code: Code::CRT007,
    cites: &[Cite::br("7.1.2.7.7"), Cite::rfc(5280, "4.2.2.1")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let has_responder = leaf.authority_information_access().is_some_and(|access| !access.ocsp.is_empty());
    if !has_responder && !leaf.is_self_issued() {
        let is = |value: &ExtensionValue| matches!(value, ExtensionValue::AuthorityInformationAccess(_));
        sink.info(CertificateMessage::NoResponder).rule(of_authority(leaf, Code::CRT007)).at(place(
            index,
            leaf,
            "authorityInfoAccess",
            is,
        ));
    }
}
