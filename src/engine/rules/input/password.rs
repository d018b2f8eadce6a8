use crate::engine::Analysis;
use crate::engine::rules::keys::private_key_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code};

/// Behind a password: nobody can tell yet whether the key fits.
pub static RULE: Rule = Rule {
    code: Code::INP006,
    cites: &[Cite::rfc(5958, "3"), Cite::rfc(7468, "11")],
    in_force: InForce::Always,
    check: Check::Key(check),
};

fn check(analysis: &Analysis, index: usize, sink: &mut Sink) {
    if let Some(key) =
        analysis.material.keys.get(index).filter(|key| key.kind.is_encrypted() && key.public_key.is_none())
    {
        sink.warning(InputMessage::PasswordNeeded).at(private_key_place(&analysis.material, key));
    }
}
