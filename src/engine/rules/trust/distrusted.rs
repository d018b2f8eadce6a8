use super::{place_of_end, root_name};
use crate::engine::reach::spans;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, ClientTrust, Code, Doc, Timestamp, TrustRule};

/// A program of today has given up the root, or accepts nothing below it that was issued as late as this certificate;
/// or it says from which day on.
pub static RULE: Rule = Rule {
    code: Code::TRU003,
    cites: &[Cite::new(Doc::ChromeRootProgram, ""), Cite::new(Doc::MozillaCaList, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

/// Linux distributions only pass on what Mozilla decides.
const FOLLOWERS: [&str; 2] = ["debian", "ubuntu"];

fn check(analysis: &Analysis, _: usize, leaf: &Certificate, sink: &mut Sink) {
    let clients = &analysis.trust.clients;
    if !clients.iter().any(|client| client.trusted) {
        return;
    }
    removed(analysis, sink);
    for limit in limits(clients, passed) {
        report(analysis, limit, &|client| passed(client) == Some(limit), TrustMessage::IssuedTooLate, sink);
    }
    // Only what is renewed after a limit has to change, and a certificate is renewed before it ends.
    for limit in limits(clients, coming).into_iter().filter(|limit| *limit < leaf.not_after.at) {
        report(analysis, limit, &|client| coming(client) == Some(limit), TrustMessage::LimitComing, sink);
    }
}

fn removed(analysis: &Analysis, sink: &mut Sink) {
    let is_removed = |client: &ClientTrust| matches!(client.rule, TrustRule::Removed { .. });
    let names = newest(analysis, &is_removed);
    if !names.is_empty() {
        let found = sink.error(TrustMessage::RootRemoved).with("clients", names).with("root", root_name(analysis));
        place_of_end(analysis).into_iter().fold(found, |found, evidence| found.at(evidence));
    }
}

fn report(
    analysis: &Analysis,
    limit: Timestamp,
    holds: &dyn Fn(&ClientTrust) -> bool,
    id: TrustMessage,
    sink: &mut Sink,
) {
    let names = newest(analysis, holds);
    if names.is_empty() {
        return;
    }
    let found = match id {
        TrustMessage::LimitComing => sink.warning(id),
        _ => sink.error(id),
    };
    let found = found.with("clients", names).with("limit", limit).with("root", root_name(analysis));
    place_of_end(analysis).into_iter().fold(found, |found, evidence| found.at(evidence));
}

/// The programs whose newest version this holds for.
fn newest(analysis: &Analysis, holds: &dyn Fn(&ClientTrust) -> bool) -> Vec<String> {
    let clients = &analysis.trust.clients;
    let names = spans(&|index, client| {
        client.newest && !FOLLOWERS.contains(&client.id) && clients.get(index).is_some_and(holds)
    });
    // The version adds nothing: it is the newest.
    names.into_iter().map(|name| name.split(" ≥ ").next().unwrap_or_default().to_owned()).collect()
}

/// The days that a fact about clients names, sorted, each once.
fn limits(clients: &[ClientTrust], day: fn(&ClientTrust) -> Option<Timestamp>) -> Vec<Timestamp> {
    let mut days: Vec<_> = clients.iter().filter_map(day).collect();
    days.sort_unstable();
    days.dedup();
    days
}

const fn passed(client: &ClientTrust) -> Option<Timestamp> {
    match client.rule {
        TrustRule::IssuedAfter { limit, .. } => Some(limit),
        _ => None,
    }
}

const fn coming(client: &ClientTrust) -> Option<Timestamp> {
    match client.rule {
        TrustRule::InStore { until, .. } => until,
        _ => None,
    }
}
