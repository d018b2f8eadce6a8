use super::private_key_place;
use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Doc};

/// A private key behind a password: a server that starts by itself can not open it.
pub static RULE: Rule = Rule {
    code: Code::KEY004,
    cites: &[Cite::new(Doc::Nginx, "ngx_http_ssl_module"), Cite::rfc(5958, "3")],
    in_force: InForce::Always,
    check: Check::Key(check),
};

fn check(analysis: &Analysis, index: usize, sink: &mut Sink) {
    if let Some(key) = analysis.material.keys.get(index).filter(|key| key.kind.is_encrypted()) {
        sink.warning(KeyMessage::EncryptedKey).at(private_key_place(&analysis.material, key));
    }
}
