use super::{is_trusted_today, place_of_end, root_name, today};
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::engine::{Analysis, law::Law, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, ClientTrust, Code, Doc, Severity, Timestamp, TrustRule};

/// A program of today has given up the root, or accepts nothing below it that was issued as late as this certificate,
/// or for such names; or it says from which day on.
pub static RULE: Rule = Rule {
    code: Code::TRU003,
    cites: &[Cite::new(Doc::ChromeRootProgram, ""), Cite::new(Doc::MozillaCaList, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, leaf: &Certificate, sink: &mut Sink) {
    // Where all have given it up, TRU001 says so.
    if !is_trusted_today(analysis) {
        return;
    }
    let removed: Vec<_> =
        today(analysis).filter(|(_, answer)| is_removed(answer)).map(|(title, _)| title.to_owned()).collect();
    if !removed.is_empty() {
        let found = sink.by(Law::Clients, Severity::Info, TrustMessage::RootRemoved);
        point(analysis, found.with("clients", removed));
    }
    if let Some((_, clients)) = limited(analysis, passed, |_| true) {
        let found = sink.by(Law::Clients, Severity::Info, TrustMessage::IssuedTooLate);
        point(analysis, found.with("clients", clients));
    }
    let refused = today(analysis).filter_map(|(title, answer)| match &answer.rule {
        TrustRule::NotForName { name, permitted } => Some((name, permitted, title.to_owned())),
        _ => None,
    });
    for limit in refused.collect::<Vec<_>>().chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)) {
        let Some((name, permitted, _)) = limit.first() else { continue };
        let clients: Vec<_> = limit.iter().map(|(.., title)| title.clone()).collect();
        let found = sink.by(Law::Clients, Severity::Info, TrustMessage::NameNotPermitted).with("name", name.as_str());
        point(analysis, found.with("permitted", (*permitted).clone()).with("clients", clients));
    }
    // Only what is renewed after a limit has to change, and a certificate is renewed before it ends.
    if let Some((first, clients)) = limited(analysis, coming, |limit| limit < leaf.not_after.at) {
        let found = sink.warning(TrustMessage::LimitComing);
        point(analysis, found.with("clients", clients).with("limit", first));
    }
}

fn point(analysis: &Analysis, found: Found<'_>) {
    let found = found.with("root", root_name(analysis));
    place_of_end(analysis).into_iter().fold(found, |found, evidence| found.at(evidence));
}

/// The programs with a limit, each with its day, and the first of the days; none where there is none.
fn limited(
    analysis: &Analysis,
    limit: fn(&ClientTrust) -> Option<Timestamp>,
    counts: impl Fn(Timestamp) -> bool,
) -> Option<(Timestamp, Vec<String>)> {
    let limits =
        || today(analysis).filter_map(|(title, answer)| Some((title, limit(answer).filter(|it| counts(*it))?)));
    let first = limits().map(|(_, limit)| limit).min()?;
    let day = |limit: Timestamp| limit.to_string().get(..10).unwrap_or_default().to_owned();
    Some((first, limits().map(|(title, limit)| format!("{title} ({})", day(limit))).collect()))
}

const fn is_removed(answer: &ClientTrust) -> bool {
    matches!(answer.rule, TrustRule::Removed { .. })
}

const fn passed(answer: &ClientTrust) -> Option<Timestamp> {
    match answer.rule {
        TrustRule::IssuedAfter { limit, .. } => Some(limit),
        _ => None,
    }
}

const fn coming(answer: &ClientTrust) -> Option<Timestamp> {
    match answer.rule {
        TrustRule::InStore { until, .. } => until,
        _ => None,
    }
}
