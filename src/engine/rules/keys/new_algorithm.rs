use super::public_key_place;
use crate::engine::keys::{self, Support};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Role};

/// A post-quantum or national algorithm anywhere in the chain: which clients know it.
pub static RULE: Rule = Rule {
    code: Code::KEY009,
    cites: &[Cite::rfc(9881, ""), Cite::rfc(9909, ""), Cite::rfc(8998, "")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(_: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let id = match keys::support(&certificate.public_key.algorithm) {
        Support::National => KeyMessage::NationalAlgorithm,
        Support::PostQuantum => KeyMessage::PostQuantumAlgorithm,
        Support::HashBased => KeyMessage::HashBasedAlgorithm,
        _ => return,
    };
    sink.info(id).with("key", keys::label(&certificate.public_key.algorithm)).at(public_key_place(index, certificate));
}
