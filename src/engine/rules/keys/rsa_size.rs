use super::public_key_place;
use crate::engine::Analysis;
use crate::engine::keys::SHORTEST_RSA;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, KeyAlgorithm};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Doc};

/// An RSA key that is too short.
pub static RULE: Rule = Rule {
    code: Code::KEY002,
    cites: &[Cite::br("6.1.5"), Cite::new(Doc::AppleSupport(103_769), "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    if let KeyAlgorithm::Rsa { bits, .. } = leaf.public_key.algorithm
        && bits < SHORTEST_RSA
    {
        sink.error(KeyMessage::ShortRsa).with("bits", bits).at(public_key_place(index, leaf));
    }
}
