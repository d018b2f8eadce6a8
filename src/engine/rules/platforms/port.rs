use super::{asked, point, refuse};
use crate::engine::Analysis;
use crate::engine::platforms::{Address, Host, PortRule};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Use};

/// A port that does not match the platform's list.
pub static RULE: Rule = Rule {
    code: Code::PLT003,
    cites: &[Cite::rfc(3986, "3.2.3")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

const MESSAGES: [PlatformMessage; 4] = [
    PlatformMessage::DefaultPortWritten,
    PlatformMessage::PortNotListed,
    PlatformMessage::PortRefused,
    PlatformMessage::PortMissing,
];

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (platform, features) in asked(analysis) {
        let Some((rule, ports)) = features.ports else { continue };
        for message in MESSAGES {
            let usable = analysis.called.iter().filter(|address| features.takes_scheme(&address.scheme));
            let faulty = usable.filter(|address| fault(analysis, ports, address) == Some(message));
            let addresses: Vec<_> = faulty.collect();
            if !addresses.is_empty() {
                point(refuse(sink, platform, rule, message), &addresses);
            }
        }
        let with_port = analysis.listed.iter().filter(|entry| entry.port.is_some());
        let entries: Vec<_> = with_port.map(|entry| entry.text.clone()).collect();
        if ports != PortRule::Exact && !entries.is_empty() {
            refuse(sink, platform, rule, PlatformMessage::PortInEntry).with("entries", entries);
        }
    }
}

/// What is wrong with the port of an address. Without a list one is proposed that has the ports of the addresses.
fn fault(analysis: &Analysis, ports: PortRule, address: &Address) -> Option<PlatformMessage> {
    let Host::Name(name) = &address.host else { return None };
    match ports {
        PortRule::NotInEntries => None,
        PortRule::Nowhere => address.port.map(|_| PlatformMessage::PortRefused),
        PortRule::Exact if address.used_for == Use::Socket => None,
        PortRule::Exact => {
            let mut entries = analysis.listed.iter().filter(|entry| entry.name == *name).peekable();
            let is_listed = entries.peek().is_none() || entries.any(|entry| entry.port == address.port);
            match address.port {
                Some(443) if analysis.listed.is_empty() || !is_listed => Some(PlatformMessage::DefaultPortWritten),
                _ if is_listed => None,
                Some(_) => Some(PlatformMessage::PortNotListed),
                None => Some(PlatformMessage::PortMissing),
            }
        }
    }
}
