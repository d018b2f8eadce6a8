use crate::engine::Analysis;
use crate::engine::rules::keys::private_key_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code};

/// A private key was given: what happens to it.
pub static RULE: Rule =
    Rule { code: Code::INP009, cites: &[Cite::br("6.1.2")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    let keys = &analysis.material.keys;
    if keys.is_empty() {
        return;
    }
    let mut found = sink.info(InputMessage::KeyStaysHere).with("count", keys.len());
    for key in keys {
        found = found.at(private_key_place(&analysis.material, key));
    }
}
