use crate::engine::Analysis;
use crate::engine::keys;
use crate::engine::rules::keys::request_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code};

/// A certificate signing request where a certificate was meant. Beside a certificate it is what it should be.
pub static RULE: Rule = Rule {
    code: Code::INP005,
    cites: &[Cite::rfc(2986, "3"), Cite::rfc(7468, "7")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    if !analysis.material.certificates.is_empty() {
        return;
    }
    for (index, (summary, (_, request))) in analysis.requests.iter().zip(&analysis.material.requests).enumerate() {
        let has_key = !summary.key_matches.is_empty();
        let names = if summary.names.is_empty() { vec![summary.label.clone()] } else { summary.names.clone() };
        let id = match has_key {
            _ if names.iter().all(String::is_empty) => InputMessage::RequestNameless,
            true => InputMessage::Request,
            false => InputMessage::RequestAlone,
        };
        sink.warning(id)
            .with("names", names)
            .with("key", keys::label(&request.public_key.algorithm))
            .at(request_place(&analysis.material, index));
    }
}
