use super::{asked, refuse};
use crate::engine::Analysis;
use crate::engine::names::registrable;
use crate::engine::platforms::{self, DomainRule, Entry, Host};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::sorted;
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code};

/// A host that no entry of the platform's list covers.
pub static RULE: Rule =
    Rule { code: Code::PLT004, cites: &[Cite::rfc(1034, "3.1")], in_force: InForce::Always, check: Check::Once(check) };

fn check(analysis: &Analysis, sink: &mut Sink) {
    // Without a list there is nothing to compare with: one is proposed.
    if analysis.listed.is_empty() {
        return;
    }
    for (platform, features) in asked(analysis) {
        let Some((rule, domains)) = features.domains else { continue };
        let (mut below_listed, mut unlisted) = (Vec::new(), Vec::new());
        for address in &analysis.called {
            let Host::Name(name) = &address.host else { continue };
            if platforms::is_forbidden(name) || analysis.listed.iter().any(|entry| covers(domains, entry, name)) {
                continue;
            }
            let is_below = analysis.listed.iter().any(|entry| covers(DomainRule::Below, entry, name));
            sorted::insert(if is_below { &mut below_listed } else { &mut unlisted }, name.clone());
        }
        for (message, hosts) in
            [(PlatformMessage::OnlyParentListed, below_listed), (PlatformMessage::NotListed, unlisted)]
        {
            if !hosts.is_empty() {
                refuse(sink, platform, rule, message).with("hosts", hosts);
            }
        }
    }
}

/// Whether an entry covers a name. `*.` in front means what it says only where names below are covered anyway.
fn covers(domains: DomainRule, entry: &Entry, name: &str) -> bool {
    let is_below = || name.strip_suffix(entry.name.as_str()).is_some_and(|head| head.ends_with('.'));
    match domains {
        DomainRule::Exact => !entry.is_wildcard && entry.name == name,
        DomainRule::Below => entry.name == name || is_below(),
        DomainRule::Registrable => registrable(&entry.name).is_some_and(|base| registrable(name) == Some(base)),
    }
}
