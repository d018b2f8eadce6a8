use super::{Asked, asked, point, tell, weight};
use crate::engine::Analysis;
use crate::engine::names::unusual_name;
use crate::engine::platforms::{Address, Host, HostRule, RuleId, is_plain_name};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Severity, Use};

/// An address or an entry that names no host by its name: the device itself, an IP address, or nothing at all; or by a
/// name that the Internet does not know.
pub static RULE: Rule = Rule {
    code: Code::PLT002,
    cites: &[Cite::rfc(3986, "3.2.2")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// What is wrong, and the rule that says so; none where no rule does in so many words.
type Fault = (PlatformMessage, Option<RuleId>);

fn check(analysis: &Analysis, sink: &mut Sink) {
    for asked in asked(analysis) {
        let Asked { platform, features, ref called, .. } = asked;
        let mut faults: Vec<(Fault, Vec<&Address>)> = Vec::new();
        for address in called.iter().copied() {
            let fault = match features.hosts {
                Some(hosts) => fault(hosts, address),
                // Where nothing is written the phone is itself all the same.
                None => is_phone(&address.host).then_some((PlatformMessage::PhoneItself, None)),
            };
            let Some(fault) = fault else { continue };
            match faults.iter_mut().find(|(known, _)| *known == fault) {
                Some((_, addresses)) => addresses.push(address),
                None => faults.push((fault, vec![address])),
            }
        }
        for ((message, rule), addresses) in faults {
            point(tell(sink, platform, rule, rule.map_or(Severity::Warning, weight), message), &addresses);
        }
        entries(&asked, sink);
    }
}

/// Entries that no console holds, or that were misread: with them the list says nothing.
fn entries(asked: &Asked<'_>, sink: &mut Sink) {
    let Asked { platform, features, listed, web_views, .. } = asked;
    if features.hosts.is_none() && features.domains.is_none() {
        return;
    }
    // Entries of which no use was said stand on the list of servers.
    let unread = listed.iter().filter(|it| it.name.is_none() && (it.used_for.is_some() || !web_views));
    let entries: Vec<_> = unread.map(|entry| entry.text.clone()).collect();
    if !entries.is_empty() {
        let rule = features.hosts.map(|hosts| hosts.rule);
        tell(sink, *platform, rule, Severity::Warning, PlatformMessage::NoHostInEntry).with("entries", entries);
    }
}

const fn is_phone(host: &Host) -> bool {
    matches!(host, Host::Localhost | Host::Loopback)
}

/// What is wrong with whom an address names.
fn fault(hosts: HostRule, address: &Address) -> Option<Fault> {
    let of_addresses = match address.used_for {
        Use::Udp | Use::Tcp => hosts.packets,
        _ => hosts.rule,
    };
    let (message, rule) = match &address.host {
        Host::Localhost => (PlatformMessage::DeviceItself, hosts.rule),
        Host::Loopback => (PlatformMessage::DeviceItself, hosts.loopback),
        Host::Local(_) if hosts.local => return None,
        Host::Local(_) | Host::Public(_) => (PlatformMessage::AddressRefused, of_addresses),
        Host::Unreadable => (PlatformMessage::NoHost, hosts.rule),
        Host::Name(name) if unusual_name(name).is_some() => return Some((PlatformMessage::NoPublicName, None)),
        Host::Name(name) if hosts.plain && !is_plain_name(name) => (PlatformMessage::OddLetters, hosts.rule),
        Host::Name(_) => return None,
    };
    Some((message, Some(rule)))
}
