use super::{by_root, is_trusted_today};
use crate::engine::reach::spans;
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::engine::{Analysis, trust, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, ClientTrust, Code, Doc};

/// Clients that are still around do not have the root.
pub static RULE: Rule = Rule {
    code: Code::TRU004,
    cites: &[Cite::rfc(5280, "6.1.1"), Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    if !is_trusted_today(analysis) {
        return;
    }
    // Those whom another chain would reach are CHN018's.
    let misses = |client: &trust::Client, answer: &ClientTrust| {
        client.is_around(analysis.options.now)
            && answer.rule.never_had_root()
            && !analysis.serve.gained.contains(&client)
    };
    let clients = &analysis.trust.clients;
    let names = spans(&|index, client| clients.get(index).is_some_and(|answer| misses(client, answer)));
    if names.is_empty() {
        return;
    }
    let missing = trust::clients().iter().zip(clients).filter(|(client, answer)| misses(client, answer));
    let roots = by_root(analysis, missing.map(|(_, answer)| answer));
    let found = sink
        .warning(TrustMessage::NotEverywhere)
        .with("clients", names)
        .with("roots", roots.iter().map(|about| about.root.clone()).collect::<Vec<_>>())
        .with("date", trust::as_of_day());
    roots.into_iter().filter_map(|about| about.place).fold(found, Found::at);
}
