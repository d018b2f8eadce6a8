//! Six facts in a row.

use super::{ends_in_private_root, of, platforms, signatures_hold, trust, worst};
use crate::app::{context::Words, route::Tab};
use crate::report::{Code, KeySummary, Order, Report, Severity, TrustRule, Verdict};
use crate::text::{
    self, Pair,
    page::{cards as words, platforms as verdicts},
};

/// One card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What it is about.
    pub title: Pair,
    /// The fact.
    pub value: String,
    /// The worst finding behind it; none when all is well.
    pub severity: Option<Severity>,
    /// Where more of it stands.
    pub tab: Tab,
}

/// The cards of a report with a server certificate. What a glance can not know is being looked at.
pub fn cards(report: &Report, glance: bool, say: Words) -> [Card; 6] {
    let is_sound = report.chain.complete && report.chain.order == Order::Ok;
    [
        if glance && is_sound { checking(words::CHAIN, Tab::Chain, say) } else { chain(report, say) },
        names(report, say),
        dates(report, say),
        key(report, say),
        if glance { checking(words::TRUST, Tab::Chain, say) } else { trust(report, say) },
        if glance { checking(words::PLATFORMS, Tab::Platforms, say) } else { platforms(report, say) },
    ]
}

fn checking(title: Pair, tab: Tab, say: Words) -> Card {
    Card { title, value: say.text(words::CHECKING).to_owned(), severity: Some(Severity::Info), tab }
}

/// Information is worth knowing, but no reason for a mark.
fn serious(severity: Option<Severity>) -> Option<Severity> {
    severity.filter(|severity| *severity != Severity::Info)
}

fn chain(report: &Report, say: Words) -> Card {
    let missing = report.chain.missing.len();
    let value = if missing > 0 {
        say.fill(words::MISSING, [("count", missing.into())])
    } else if report.chain.order == Order::Wrong {
        say.text(words::WRONG_ORDER).to_owned()
    } else if !report.chain.complete {
        say.text(words::INCOMPLETE).to_owned()
    } else if report.chain.paths.iter().any(signatures_hold) {
        say.fill(words::COMPLETE, [("count", report.chain.served.len().into())])
    } else {
        say.text(words::INVALID).to_owned()
    };
    Card { title: words::CHAIN, value, severity: serious(worst(report, &["CHN"])), tab: Tab::Chain }
}

fn names(report: &Report, say: Words) -> Card {
    let hosts = &report.names.hosts;
    let covered = hosts.iter().filter(|host| host.covered).count();
    // All covered, and yet an error: names that nobody can use.
    let faults = of(report, &["NAM"]).filter(|finding| finding.severity == Severity::Error).count();
    let value = if faults > 0 && covered == hosts.len() {
        say.fill(words::NOT_VALID, [("count", faults.into())])
    } else {
        say.fill(words::COVERED, [("covered", covered.into()), ("count", hosts.len().into())])
    };
    Card { title: words::NAMES, value, severity: serious(worst(report, &["NAM"])), tab: Tab::Names }
}

fn dates(report: &Report, say: Words) -> Card {
    let value = match report.validity {
        None => say.text(words::UNKNOWN).to_owned(),
        Some(validity) if validity.days_left < 0 => say.fill(words::ENDED, [("date", validity.not_after.into())]),
        Some(validity) if validity.not_before > report.now => {
            say.fill(words::STARTS, [("date", validity.not_before.into())])
        }
        Some(validity) if validity.renew_at <= report.now => say.text(words::RENEW_NOW).to_owned(),
        Some(validity) => say.fill(words::RENEW, [("date", validity.renew_at.into())]),
    };
    Card { title: words::DATES, value, severity: serious(worst(report, &["VAL"])), tab: Tab::Dates }
}

fn key(report: &Report, say: Words) -> Card {
    let matched = report.chain.leaf.is_some_and(|leaf| report.keys.iter().any(|key| key.matches.contains(&leaf)));
    let value = match (report.keys.is_empty(), matched) {
        (true, _) => words::NO_KEY,
        (false, true) => words::MATCHES,
        (false, false) if report.keys.iter().all(KeySummary::is_locked) => words::ENCRYPTED,
        (false, false) => words::FOREIGN,
    };
    let value = say.text(value).to_owned();
    let severity = serious(worst(report, &["KEY"])).or_else(|| report.keys.is_empty().then_some(Severity::Info));
    Card { title: words::KEY, value, severity, tab: Tab::Details }
}

/// Who trusts the chain, as far as we know the roots of clients.
fn trust(report: &Report, say: Words) -> Card {
    let (trusting, all) = trust::count(&report.trust);
    let own = report.findings.iter().any(|it| it.code == Code::TRU002 && it.severity == Severity::Info);
    let value = match trusting {
        0 if own => say.text(words::OWN_ROOT).to_owned(),
        0 if ends_in_private_root(report) => say.text(words::PRIVATE_ROOT).to_owned(),
        0 if report.trust.clients.iter().any(|it| it.rule == TrustRule::Fetched) => {
            say.text(words::SOMETIMES).to_owned()
        }
        0 => say.text(words::NOBODY).to_owned(),
        _ if trusting == all => say.text(words::EVERYBODY).to_owned(),
        _ => say.fill(words::TRUSTING, [("trusting", trusting.into()), ("count", all.into())]),
    };
    let codes = ["CRT004", "CHN006", "CHN016", "TRU001", "TRU002", "TRU003", "TRU004", "TRU005"];
    let found = of(report, &codes).map(|finding| finding.severity).min();
    let severity = serious(found).or_else(|| (trusting == 0 && !own).then_some(Severity::Warning));
    Card { title: words::TRUST, value, severity, tab: Tab::Chain }
}

/// Whether the platforms that were asked take it, else all of them.
fn platforms(report: &Report, say: Words) -> Card {
    let worst = platforms::worst(report);
    // Nobody was asked, and only mini-programs mind: a root of one's own is for something else.
    let of_own = report.findings.iter().any(|it| it.code == Code::TRU002 && it.severity == Severity::Info);
    if of_own && report.verdict != Verdict::Broken {
        let value = say.text(words::NOT_WITH_OWN_ROOT).to_owned();
        return Card { title: words::PLATFORMS, value, severity: Some(Severity::Info), tab: Tab::Platforms };
    }
    let value = match (worst, report.platforms.as_slice()) {
        (None, [_, _, ..] | []) => say.text(verdicts::ALL_READY).to_owned(),
        (_, [only]) => say.text(platforms::said(only.verdict)).to_owned(),
        (Some((verdict, count)), all) => {
            let pair = if verdict == Verdict::Broken { verdicts::SOME_BROKEN } else { verdicts::SOME_ATTENTION };
            say.fill(pair, [("count", count.into()), ("all", all.len().into())])
        }
    };
    let severity = worst.and_then(|(verdict, _)| platforms::severity(verdict));
    Card { title: words::PLATFORMS, value, severity, tab: Tab::Platforms }
}

/// The word that goes with a card's icon, for those who do not see it.
pub fn state(severity: Option<Severity>) -> Pair {
    severity.map_or(text::page::severity::FINE, text::page::severity::of)
}
