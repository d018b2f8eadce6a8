use super::{place_of_end, root_name};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, trust, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, Code, TrustRule};

/// The chain ends in a public root that no client has, or has any longer.
pub static RULE: Rule = Rule {
    code: Code::TRU001,
    cites: &[Cite::rfc(5280, "6.1.1")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    let clients = &analysis.trust.clients;
    let by_root = |rule: &TrustRule| !matches!(rule, TrustRule::Private | TrustRule::Incomplete | TrustRule::Path);
    if clients.iter().any(|client| client.trusted) || !clients.iter().any(|client| by_root(&client.rule)) {
        return;
    }
    let found = sink.error(TrustMessage::NoProgram).with("root", root_name(analysis)).with("date", trust::as_of_day());
    place_of_end(analysis).into_iter().fold(found, |found, evidence| found.at(evidence));
}
