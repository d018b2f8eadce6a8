#[cfg(feature = "full")]
use super::private_key_place;
use super::public_key_place;
use crate::engine::keys::{self, KeyFlaw, key_flaw};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Role};

/// A key that is broken whatever its size: the public key of a certificate, or a private key.
pub static RULE: Rule = Rule {
    code: Code::KEY005,
    cites: &[Cite::br("6.1.6"), Cite::br("6.1.1.3")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (index, certificate) in analysis.material.certificates.iter().enumerate() {
        if matches!(analysis.role(index), Role::Leaf | Role::Intermediate) {
            public(index, certificate, sink);
        }
    }
    #[cfg(feature = "full")]
    for key in analysis.material.keys.iter().filter(|key| keys::is_broken(key)) {
        let label = key.algorithm.as_ref().map(keys::label).unwrap_or_default();
        sink.error(KeyMessage::BrokenPrivateKey)
            .with("key", label)
            .at(private_key_place(&analysis.material, key))
            .cite(Cite::rfc(8017, "3.2"))
            .cite(Cite::rfc(5915, "3"));
    }
}

fn public(index: usize, certificate: &Certificate, sink: &mut Sink) {
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
