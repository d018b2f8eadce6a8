use super::{AboutRoot, by_root, is_trusted_today, today};
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::engine::{Analysis, law::Law, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, ClientTrust, ClientVersions, Code, Doc, Severity, Timestamp, TrustRule, Value};

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
    for about in by_root(analysis, today(analysis).filter(|answer| is_removed(answer))) {
        let found = sink.by(Law::Clients, Severity::Info, TrustMessage::RootRemoved);
        let clients = all_versions(&about);
        point(about, found.with("clients", clients));
    }
    for about in by_root(analysis, today(analysis).filter(|answer| passed(answer).is_some())) {
        let found = sink.by(Law::Clients, Severity::Info, TrustMessage::IssuedTooLate);
        let clients = with_days(&about, passed);
        point(about, found.with("clients", clients));
    }
    for about in by_root(analysis, today(analysis).filter(|answer| name_limit(answer).is_some())) {
        let Some((name, permitted)) = about.answers.first().and_then(|answer| name_limit(answer)) else { continue };
        let found = sink.by(Law::Clients, Severity::Info, TrustMessage::NameNotPermitted).with("name", name);
        let clients = all_versions(&about);
        point(about, found.with("permitted", permitted.to_vec()).with("clients", clients));
    }
    // Only what is renewed after a limit has to change, and a certificate is renewed before it ends.
    let coming = |answer: &ClientTrust| coming(answer).filter(|limit| *limit < leaf.not_after.at);
    for about in by_root(analysis, today(analysis).filter(|answer| coming(answer).is_some())) {
        let Some(first) = about.answers.iter().filter_map(|answer| coming(answer)).min() else { continue };
        let found = sink.warning(TrustMessage::LimitComing);
        let clients = with_days(&about, coming);
        point(about, found.with("clients", clients).with("limit", first));
    }
}

fn point(about: AboutRoot<'_>, found: Found<'_>) {
    let found = found.with("root", about.root);
    about.place.into_iter().fold(found, Found::at);
}

fn all_versions(about: &AboutRoot<'_>) -> Vec<ClientVersions> {
    about.answers.iter().map(|answer| ClientVersions::all(&answer.id)).collect()
}

/// The programs, each with the day of its limit.
fn with_days(about: &AboutRoot<'_>, limit: impl Fn(&ClientTrust) -> Option<Timestamp>) -> Vec<Value> {
    let noted = |answer: &&ClientTrust| Some(Value::from(ClientVersions::all(&answer.id)).noted(limit(answer)?));
    about.answers.iter().filter_map(noted).collect()
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

/// The name that a program does not let the root stand for, and those that it does.
fn name_limit(answer: &ClientTrust) -> Option<(&str, &[String])> {
    match &answer.rule {
        TrustRule::NotForName { name, permitted } => Some((name, permitted)),
        _ => None,
    }
}
