//! What a client's answer says in words.

use super::trust_grid::Cell;
use crate::app::{context::Words, view::trust::Answer};
use crate::report::{ChainPath, ClientTrust, Report, Timestamp, TrustRule, Value};
use crate::text::{self, Pair, client_title, day, escape, page::trust as words};

/// A cell in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Who says what.
    pub sentence: String,
    /// The certificates on the way that it takes, or takes after a repair, from the server's to the root; and what to
    /// call it.
    pub path: Option<(&'static str, String)>,
    /// The rule that decides.
    pub rule: String,
    /// What would help, where it does not trust the chain.
    pub help: Option<&'static str>,
    /// The day of its list.
    pub as_of: String,
}

/// The versions of a cell, as few letters as can be: `4.4 – 7.0`.
pub fn versions(cell: &Cell) -> String {
    match cell.versions() {
        (first, Some(last)) => format!("{first} – {last}"),
        (first, None) => first.to_owned(),
    }
}

/// The word of an answer.
pub const fn answer(answer: Answer) -> Pair {
    match answer {
        Answer::Yes => words::YES,
        Answer::Fetched => words::FETCHED,
        Answer::No => words::NO,
    }
}

/// The value of the hook.
pub const fn answer_id(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::Fetched => "fetched",
        Answer::No => "no",
    }
}

/// A day of the data, as the language writes it.
pub fn date(text: &str, say: Words) -> String {
    Timestamp::parse(text).map_or_else(|| text.to_owned(), |moment| day(moment, say.0))
}

/// Everything about a cell.
pub fn told(cell: &Cell, report: &Report, say: Words) -> Option<Told> {
    let first = cell.client()?;
    let sentence = match Answer::of(first) {
        Answer::Yes => words::TRUSTS,
        Answer::Fetched => words::TRUSTS_SOMETIMES,
        Answer::No => words::TRUSTS_NOT,
    };
    let called = if first.path.is_some() { words::PATH } else { words::PATH_REPAIRED };
    let name = format!("{} {}", client_title(&first.id, say.0), versions(cell));
    Some(Told {
        sentence: say.fill(sentence, [("client", name.into())]),
        path: first
            .way()
            .and_then(|path| report.chain.paths.get(path))
            .map(|path| (say.text(called), way(path, report))),
        rule: rule(first, report, say),
        help: help(first).map(|pair| say.text(pair)),
        as_of: date(&first.as_of, say),
    })
}

/// A way upward, from the server certificate to its root.
pub fn way(path: &ChainPath, report: &Report) -> String {
    let name = |index: &usize| report.certificates.get(*index).map(|one| escape(&one.label)).unwrap_or_default();
    let mut names: Vec<_> = path.certificates.iter().map(name).collect();
    let root = path.root.as_ref().map(|root| escape(&root.name));
    names.extend(root.filter(|root| names.last() != Some(root)));
    names.join(" → ")
}

/// The root that a client's answer is about: that of its path, else the first that what was given leads to.
fn root(client: &ClientTrust, report: &Report, say: Words) -> Value {
    let path = client.path.or(client.about);
    let taken = path.and_then(|path| report.chain.paths.get(path)).and_then(|path| path.root.as_ref());
    let first = || report.chain.paths.iter().find_map(|path| path.root.as_ref());
    match taken.or_else(first) {
        Some(root) => root.name.as_str().into(),
        None => say.text(words::THE_ROOT).into(),
    }
}

fn rule(client: &ClientTrust, report: &Report, say: Words) -> String {
    let root = || ("root", root(client, report, say));
    let list = |version: &str| ("list", Value::from(list(client, version, say)));
    match &client.rule {
        TrustRule::InStore { until: Some(date), .. } => {
            say.fill(words::IN_STORE_UNTIL, [root(), ("date", (*date).into())])
        }
        TrustRule::InStore { since: Some(since), until: None } => {
            say.fill(words::IN_STORE_SINCE, [root(), list(since)])
        }
        TrustRule::InStore { since: None, until: None } => say.fill(words::IN_STORE, [root()]),
        TrustRule::Fetched => say.text(words::RULE_FETCHED).to_owned(),
        TrustRule::NotInStore => say.fill(words::NOT_IN_STORE, [root()]),
        TrustRule::Since { version } => say.fill(words::SINCE, [root(), list(version)]),
        TrustRule::Removed { version } => say.fill(words::REMOVED, [root(), list(version)]),
        TrustRule::IssuedAfter { limit, by_timestamp } => {
            let pair = if *by_timestamp { words::LOGGED_AFTER } else { words::ISSUED_AFTER };
            say.fill(pair, [root(), ("date", (*limit).into())])
        }
        TrustRule::NotForName { name, permitted } => {
            let names = [root(), ("name", name.as_str().into()), ("permitted", permitted.clone().into())];
            say.fill(words::NOT_FOR_NAME, names)
        }
        TrustRule::RootEnded { at } => say.fill(words::ROOT_ENDED, [root(), ("date", (*at).into())]),
        TrustRule::Revoked { certificate } => {
            let name = report.certificates.get(*certificate).map(|one| one.label.as_str()).unwrap_or_default();
            say.fill(words::REVOKED, [("name", name.into())])
        }
        TrustRule::Private => say.fill(words::PRIVATE, [root()]),
        TrustRule::Incomplete => say.text(words::INCOMPLETE).to_owned(),
        TrustRule::Unverified => say.text(words::UNVERIFIED).to_owned(),
        TrustRule::Path => {
            let reason = client.reason.map_or("", |code| text::code_name(code).lang(say.0));
            say.fill(words::BROKEN_PATH, [("reason", reason.into())])
        }
    }
}

/// A version of a client's list of roots, as its makers count them.
fn list(client: &ClientTrust, version: &str, say: Words) -> String {
    match client.store.as_str() {
        "nss" => format!("NSS {version}"),
        "chrome" | "microsoft" | "java" => {
            say.fill(words::LIST_OF_MONTH, [("month", version.replace('.', "-").into())])
        }
        store => format!("{} {version}", client_title(store, say.0)),
    }
}

const fn help(client: &ClientTrust) -> Option<Pair> {
    Some(match client.rule {
        TrustRule::InStore { .. } => return None,
        TrustRule::Revoked { .. } if client.with_repair.is_some() => words::HELP_REPLACE,
        TrustRule::Fetched | TrustRule::Incomplete if client.with_repair.is_some() => words::HELP_REPAIR,
        _ if client.with_repair.is_some() => words::HELP_CROSS_SIGNED,
        TrustRule::Fetched | TrustRule::Incomplete => words::HELP_MISSING,
        TrustRule::NotInStore | TrustRule::Since { .. } => words::HELP_ROOT,
        TrustRule::Removed { .. }
        | TrustRule::IssuedAfter { .. }
        | TrustRule::NotForName { .. }
        | TrustRule::RootEnded { .. } => words::HELP_REISSUE,
        TrustRule::Revoked { .. } => words::HELP_INTERMEDIATE,
        TrustRule::Private => words::HELP_PRIVATE,
        TrustRule::Path | TrustRule::Unverified => words::HELP_PATH,
    })
}
