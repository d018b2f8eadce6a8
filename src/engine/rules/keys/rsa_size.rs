#[cfg(feature = "full")]
use super::request_place;
use super::{private_key_place, public_key_place};
use crate::engine::Analysis;
use crate::engine::keys::SHORTEST_RSA;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::KeyAlgorithm;
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Doc, Evidence};

/// An RSA key that is too short: of the server certificate, or of what has no certificate yet.
pub static RULE: Rule = Rule {
    code: Code::KEY002,
    cites: &[Cite::br("6.1.5"), Cite::new(Doc::AppleSupport(103_769), "")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let mut judge = |algorithm: &KeyAlgorithm, place: Evidence| {
        if let KeyAlgorithm::Rsa { bits, .. } = algorithm
            && *bits < SHORTEST_RSA
        {
            sink.error(KeyMessage::ShortRsa).with("bits", *bits).at(place);
        }
    };
    if let Some((index, leaf)) = analysis.leaf() {
        judge(&leaf.public_key.algorithm, public_key_place(index, leaf));
    }
    for (key, summary) in analysis.material.keys.iter().zip(&analysis.keys) {
        if let Some(algorithm) = key.algorithm.as_ref().filter(|_| summary.matches.is_empty()) {
            judge(algorithm, private_key_place(&analysis.material, key));
        }
    }
    // The key of a request that is here has spoken for it.
    #[cfg(feature = "full")]
    for (index, ((_, request), summary)) in analysis.material.requests.iter().zip(&analysis.requests).enumerate() {
        if summary.matches.is_empty() && summary.key_matches.is_empty() {
            judge(&request.public_key.algorithm, request_place(&analysis.material, index));
        }
    }
}
