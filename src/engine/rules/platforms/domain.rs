use super::{Asked, asked, stands_for, tell, weight};
use crate::engine::Analysis;
use crate::engine::names::registrable;
use crate::engine::platforms::{self, DomainRule, Entry, Host, RuleId};
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::engine::sorted;
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Severity, Use};

/// A host that no entry of the platform's list covers.
pub static RULE: Rule =
    Rule { code: Code::PLT004, cites: &[Cite::rfc(1034, "3.1")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    // Without a list there is nothing to compare with: one is proposed.
    if analysis.listed.is_empty() {
        return;
    }
    for asked in asked(analysis).filter(|asked| platforms::is_mini_program(asked.platform)) {
        let mut missing: Vec<(Missing, Vec<String>)> = Vec::new();
        for address in &asked.called {
            let Host::Name(name) = &address.host else { continue };
            let Some(message) = fault(&asked, name, address.used_for) else { continue };
            let list = platforms::list_of(asked.platform, address.used_for).unwrap_or("web-view");
            match missing.iter_mut().find(|(known, _)| *known == (message, list)) {
                Some((_, hosts)) => sorted::insert(hosts, name.clone()),
                None => missing.push(((message, list), vec![name.clone()])),
            }
        }
        for ((message, list), hosts) in missing {
            report(&asked, message, sink).with("list", list).with("hosts", hosts);
        }
    }
}

/// What is wrong, and the list that the host would have to stand on.
type Missing = (PlatformMessage, &'static str);

fn fault(asked: &Asked<'_>, name: &str, used_for: Use) -> Option<PlatformMessage> {
    let is_covered = |domains: DomainRule| {
        let is_on = |entry: &&&Entry| stands_for(asked.platform, entry, used_for);
        asked.listed.iter().filter(is_on).any(|entry| covers(domains, entry, name))
    };
    match asked.features.domains {
        _ if platforms::is_forbidden(name) => None,
        Some((_, domains)) if is_covered(domains) => None,
        Some((_, DomainRule::Exact)) if is_covered(DomainRule::Below) => Some(PlatformMessage::OnlyParentListed),
        Some(_) => Some(PlatformMessage::NotListed),
        None if is_covered(DomainRule::Exact) => None,
        None if is_covered(DomainRule::Registrable) => Some(PlatformMessage::PerhapsListed),
        None => Some(PlatformMessage::NotListed),
    }
}

/// An error only where the platform says what an entry covers; its words about names below say nothing of strangers.
fn report<'a>(asked: &Asked<'_>, message: PlatformMessage, sink: &'a mut Sink) -> Found<'a> {
    let rule = asked.features.domains;
    let severity = match rule {
        Some((id, _)) => weight(id),
        None if message == PlatformMessage::PerhapsListed => Severity::Info,
        None => Severity::Warning,
    };
    let is_about = |(_, domains): &(RuleId, DomainRule)| {
        message == PlatformMessage::OnlyParentListed || *domains != DomainRule::Exact
    };
    tell(sink, asked.platform, rule.filter(is_about).map(|(id, _)| id), severity, message)
}

/// Whether an entry covers a name. `*.` in front means what it says only where names below are covered anyway.
fn covers(domains: DomainRule, entry: &Entry, name: &str) -> bool {
    let Some(own) = entry.name.as_deref() else { return false };
    let is_below = || name.strip_suffix(own).is_some_and(|head| head.ends_with('.'));
    match domains {
        DomainRule::Exact => !entry.is_wildcard && own == name,
        DomainRule::Below => own == name || is_below(),
        DomainRule::Registrable => registrable(own).is_some_and(|base| registrable(name) == Some(base)),
    }
}
