use super::{is_trusted_today, place_of_end, root_name};
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::engine::{Analysis, law::Law, trust, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, Code, Severity};

/// The chain ends in a public root that no program of today accepts it from, or in one that only passes for a public root.
pub static RULE: Rule = Rule {
    code: Code::TRU001,
    cites: &[Cite::rfc(5280, "6.1.1")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    let Some(best) = analysis.chain.best() else { return };
    let ends_in_public_root = analysis.trust.clients.iter().any(|client| client.trusted || client.rule.is_about_root());
    let id = match analysis.chain.imitated(&analysis.material.certificates) {
        Some(_) => TrustMessage::Imitation,
        None if ends_in_public_root => TrustMessage::NoProgram,
        None => return,
    };
    if is_trusted_today(analysis) {
        return;
    }
    let found = sink
        .by(Law::Clients, Severity::Info, id)
        .with("root", root_name(analysis, best))
        .with("date", trust::as_of_day());
    place_of_end(analysis, best).into_iter().fold(found, Found::at);
}
