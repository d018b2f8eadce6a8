use crate::engine::Analysis;
use crate::engine::rules::keys::request_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code};

/// Names that a request asks for and that the certificate for its key does not have.
pub static RULE: Rule = Rule {
    code: Code::NAM011,
    cites: &[Cite::rfc(2986, "4.1"), Cite::br("4.2.1")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (index, request) in analysis.requests.iter().enumerate().filter(|(_, request)| !request.missing.is_empty()) {
        let certificate = request.matches.iter().find_map(|&owner| Some((owner, analysis.certificate(owner)?)));
        let Some((owner, certificate)) = certificate else { continue };
        sink.warning(NameMessage::NotGranted)
            .with("names", request.missing.clone())
            .with("count", request.missing.len())
            .with("name", certificate.label())
            .at(request_place(&analysis.material, index))
            .certificate(owner);
    }
}
