use super::public_key_place;
use crate::engine::keys::{self, Support};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, Law, x509::Certificate};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Severity};

/// A kind of key that clients refuse in a server certificate.
pub static RULE: Rule = Rule {
    code: Code::KEY003,
    cites: &[Cite::br("6.1.5"), Cite::rfc(8446, "4.2.3")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let (law, id) = match keys::support(&leaf.public_key.algorithm) {
        Support::Everywhere => return,
        // P-521 is among the curves of BR §6.1.5.
        Support::Partial => (Law::Clients, KeyMessage::RefusedByChromium),
        Support::Programs => (Law::ClientsAndWeb, KeyMessage::RefusedByBrowsers),
        Support::SwitchedOn => (Law::ClientsAndWeb, KeyMessage::RareCurve),
        Support::Nobody => (Law::ClientsAndWeb, KeyMessage::RefusedByAll),
        Support::SignsNothing => (Law::ClientsAndWeb, KeyMessage::SignsNothing),
        Support::National => (Law::ClientsAndWeb, KeyMessage::NationalOnly),
        Support::PostQuantum => (Law::ClientsAndWeb, KeyMessage::PostQuantumOnly),
        Support::HashBased => (Law::ClientsAndWeb, KeyMessage::HashBasedOnly),
        Support::Unknown => (Law::Nobody, KeyMessage::UnknownAlgorithm),
    };
    sink.by(law, Severity::Warning, id)
        .with("key", keys::label(&leaf.public_key.algorithm))
        .at(public_key_place(index, leaf));
}
