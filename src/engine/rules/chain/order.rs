use super::{label, subject};
use crate::engine::{
    Analysis, Law,
    rules::{Check, InForce, Rule, Sink},
};
use crate::report::{Cite, Code, Evidence, Repair, Severity, message::ChainMessage};

/// Certificates stand in an order that servers would send as it is.
///
/// RFC 5246 asks for each certificate to certify the one before it; RFC 8446 only for the server's own to come first,
/// and tells clients to be lenient with the rest. Small TLS libraries look for an issuer only behind what it issued.
pub static RULE: Rule = Rule {
    code: Code::CHN002,
    cites: &[Cite::rfc(5246, "7.4.2"), Cite::rfc(8446, "4.4.2")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// The rule that a server such as nginx takes the first certificate for its own.
const LEAF_FIRST: &str = "nginx.leaf_first";

fn check(analysis: &Analysis, sink: &mut Sink) {
    let Some(misplaced) = analysis.chain.misplaced else { return };
    let Some(certificate) = analysis.certificate(misplaced.certificate) else { return };
    let is_leaf = analysis.chain.leaf == Some(misplaced.certificate);
    let id = if is_leaf { ChainMessage::LeafNotFirst } else { ChainMessage::WrongOrder };
    let found = sink
        .by(Law::Clients, Severity::Warning, id)
        .rule(is_leaf.then_some(LEAF_FIRST))
        .with("certificate", certificate.label())
        .with("before", label(analysis, misplaced.after))
        .at(subject(misplaced.certificate, certificate))
        .repair(Repair::FullChain);
    let given = analysis.material.given.get(misplaced.given);
    if let Some(input) = given.and_then(|given| analysis.material.inputs.get(given.input?)) {
        found.at(Evidence { path: input.source.clone(), line: input.line, ..Evidence::default() });
    }
}
