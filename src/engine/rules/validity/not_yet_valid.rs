use super::dates_count;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::ValidityMessage;
use crate::report::{Cite, Code, Role};

/// The first moment is still to come.
pub static RULE: Rule = Rule {
    code: Code::VAL002,
    cites: &[Cite::rfc(5280, "4.1.2.5"), Cite::rfc(5280, "6.1.3")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate, Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let (now, start) = (analysis.options.now, &certificate.not_before);
    if now >= start.at || !dates_count(analysis, index) {
        return;
    }
    let leaf = analysis.chain.leaf == Some(index);
    sink.error(if leaf { ValidityMessage::NotYetValid } else { ValidityMessage::NotYetValidIssuer })
        .with("name", certificate.label())
        .with("date", start.at)
        .at(certificate.evidence(index, "tbs.validity.notBefore", &start.bytes));
}
