use super::public_key_place;
use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code};
use std::collections::BTreeMap;

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
    let mut by_key: BTreeMap<[u8; 32], Vec<usize>> = BTreeMap::new();
    for &leaf in &analysis.chain.leaves {
        if let Some(certificate) = analysis.certificate(leaf) {
            by_key.entry(certificate.spki_sha256).or_default().push(leaf);
        }
    }
    for sharers in by_key.values().filter(|sharers| sharers.len() > 1) {
        let certificates: Vec<_> =
            sharers.iter().filter_map(|&index| Some((index, analysis.certificate(index)?))).collect();
        let names: Vec<String> = certificates.iter().map(|(_, certificate)| certificate.label()).collect();
        let mut found = sink.warning(KeyMessage::SharedKey).with("count", names.len()).with("names", names);
        for (index, certificate) in certificates.into_iter().take(POINTED_AT) {
            found = found.at(public_key_place(index, certificate));
        }
    }
}
