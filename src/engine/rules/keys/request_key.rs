use super::request_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, keys};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code, Severity};

/// A request for another key than that of the server certificate. As long as that one has its own private key, the
/// request is merely in the way: it may be for the next certificate.
pub static RULE: Rule = Rule {
    code: Code::KEY006,
    cites: &[Cite::rfc(2986, "4.1"), Cite::rfc(5280, "4.1.2.7")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let Some((leaf_index, leaf)) = analysis.leaf() else { return };
    let leaf_has_key = analysis.keys.iter().any(|key| key.matches.contains(&leaf_index));
    for (index, (summary, (_, request))) in analysis.requests.iter().zip(&analysis.material.requests).enumerate() {
        if !summary.matches.is_empty() {
            continue;
        }
        let severity = if leaf_has_key { Severity::Warning } else { Severity::Error };
        let id = match summary.key_matches.is_empty() {
            true => KeyMessage::RequestForUnknownKey,
            false => KeyMessage::RequestForOtherKey,
        };
        sink.add(severity, id)
            .with("request", summary.label.as_str())
            .with("name", leaf.label())
            .with("key", keys::label(&request.public_key.algorithm))
            .with("expected", keys::label(&leaf.public_key.algorithm))
            .at(request_place(&analysis.material, index))
            .certificate(leaf_index);
    }
}
