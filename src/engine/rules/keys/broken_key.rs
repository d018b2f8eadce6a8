use super::public_key_place;
use crate::engine::keys::{self, KeyFlaw, key_flaw};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Role};

/// A public key that is broken whatever its size.
pub static RULE: Rule = Rule {
    code: Code::KEY005,
    cites: &[Cite::br("6.1.6"), Cite::br("6.1.1.3")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate], check),
};

fn check(_: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let id = match key_flaw(certificate) {
        Some(KeyFlaw::Exponent) => KeyMessage::BadExponent,
        Some(KeyFlaw::Modulus) => KeyMessage::EvenModulus,
        Some(KeyFlaw::Roca) => KeyMessage::RocaModulus,
        Some(KeyFlaw::Point) => KeyMessage::PointOffCurve,
        None => return,
    };
    sink.error(id)
        .with("key", keys::label(&certificate.public_key.algorithm))
        .with("name", certificate.label())
        .at(public_key_place(index, certificate));
}
