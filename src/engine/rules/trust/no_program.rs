use super::{is_trusted_today, place_of_end, root_name};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, law::Law, trust, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, Code, Severity};

/// The chain ends in a public root that no program of today accepts it from.
pub static RULE: Rule = Rule {
    code: Code::TRU001,
    cites: &[Cite::rfc(5280, "6.1.1")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    let ends_in_public_root = analysis.trust.clients.iter().any(|client| client.trusted || client.rule.is_about_root());
    if !ends_in_public_root || is_trusted_today(analysis) {
        return;
    }
    let found = sink
        .by(Law::Clients, Severity::Info, TrustMessage::NoProgram)
        .with("root", root_name(analysis))
        .with("date", trust::as_of_day());
    place_of_end(analysis).into_iter().fold(found, |found, evidence| found.at(evidence));
}
