use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::validity::first_to_end;
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::ValidityMessage;
use crate::report::{Cite, Code};

/// A chain is good until its first certificate ends, and that is not the server's own.
pub static RULE: Rule = Rule {
    code: Code::VAL005,
    cites: &[Cite::rfc(5280, "6.1.3")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, leaf: &Certificate, sink: &mut Sink) {
    let Some((first, end)) = first_to_end(&analysis.material, &analysis.chain) else { return };
    let Some(certificate) = analysis.certificate(first) else { return };
    // One that has already ended is an error of its own.
    if end >= leaf.not_after.at || analysis.options.now > end {
        return;
    }
    sink.warning(ValidityMessage::ChainEndsFirst)
        .with("name", certificate.label())
        .with("date", end)
        .with("own", leaf.not_after.at)
        .at(certificate.evidence(first, "tbs.validity.notAfter", &certificate.not_after.bytes));
}
