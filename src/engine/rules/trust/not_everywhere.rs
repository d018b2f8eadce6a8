use super::{is_trusted_today, place_of_end, root_name};
use crate::engine::reach::spans;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, trust, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, Code, Doc};

/// Clients that are still around do not have the root.
pub static RULE: Rule = Rule {
    code: Code::TRU004,
    cites: &[Cite::rfc(5280, "6.1.1"), Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    let clients = &analysis.trust.clients;
    if !is_trusted_today(analysis) {
        return;
    }
    let names = spans(&|index, client| {
        // Those whom another chain would reach are CHN018's.
        client.is_around(analysis.options.now)
            && clients.get(index).is_some_and(|it| it.rule.never_had_root())
            && !analysis.serve.gained.contains(&client)
    });
    if names.is_empty() {
        return;
    }
    let found = sink
        .warning(TrustMessage::NotEverywhere)
        .with("clients", names)
        .with("root", root_name(analysis))
        .with("date", trust::as_of_day());
    place_of_end(analysis).into_iter().fold(found, |found, evidence| found.at(evidence));
}
