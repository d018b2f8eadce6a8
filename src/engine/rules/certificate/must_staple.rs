use super::extension_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::Certificate;
use crate::engine::{Analysis, Law};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Severity};

/// The certificate obliges the server to staple, and names no responder to get the staple from.
pub static RULE: Rule = Rule {
    code: Code::CRT006,
    cites: &[Cite::rfc(7633, "4.2.3"), Cite::rfc(6066, "8")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let has_responder = leaf.authority_information_access().is_some_and(|access| !access.ocsp.is_empty());
    if let Some(demand) = leaf.stapling_demand().filter(|_| !has_responder) {
        sink.by(Law::Clients, Severity::Warning, CertificateMessage::MustStapleWithoutResponder)
            .at(extension_place(index, leaf, demand));
    }
}
