use super::request_place;
use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::KeyMessage;
use crate::report::{Cite, Code};

/// A request whose own key did not sign it.
pub static RULE: Rule =
    Rule { code: Code::KEY010, cites: &[Cite::rfc(2986, "4.2")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (index, request) in analysis.requests.iter().enumerate() {
        if request.signature_valid == Some(false) {
            sink.error(KeyMessage::RequestSignatureWrong)
                .with("request", request.label.as_str())
                .at(request_place(&analysis.material, index));
        }
    }
}
