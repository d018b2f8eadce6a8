use super::public_key_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, sorted::Index};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code};

/// How many certificates one finding points at.
const POINTED_AT: usize = 32;

/// Several server certificates with one key: who gets hold of it has them all, and revoking one is not enough.
pub static RULE: Rule = Rule {
    code: Code::KEY008,
    cites: &[Cite::br("4.9.1.1"), Cite::br("6.1.1.3")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let key = |&leaf: &usize| Some(((analysis.certificate(leaf)?.spki_sha256.as_slice(), None), leaf));
    let by_key = Index::new(analysis.chain.leaves.iter().filter_map(key).collect());
    for sharers in by_key.groups().filter(|sharers| sharers.len() > 1) {
        let certificates: Vec<_> =
            sharers.iter().filter_map(|&index| Some((index, analysis.certificate(index)?))).collect();
        let names: Vec<String> = certificates.iter().map(|(_, certificate)| certificate.label()).collect();
        let mut found = sink.warning(KeyMessage::SharedKey).with("count", names.len()).with("names", names);
        for (index, certificate) in certificates.into_iter().take(POINTED_AT) {
            found = found.at(public_key_place(index, certificate));
        }
    }
}
