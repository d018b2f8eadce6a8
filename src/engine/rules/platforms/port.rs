use super::{Asked, asked, mention, point, refuse, stands_for};
use crate::engine::Analysis;
use crate::engine::platforms::{Address, Entry, Host, PortRule};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Platform, Severity, Use};

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
    for Asked { platform, features, called, listed, .. } in asked(analysis) {
        let Some((rule, ports)) = features.ports else { continue };
        for message in MESSAGES {
            let usable = called.iter().copied().filter(|address| features.takes(&address.scheme, address.used_for));
            let addresses: Vec<_> =
                usable.filter(|address| fault((platform, &listed), ports, address) == Some(message)).collect();
            if !addresses.is_empty() {
                point(refuse(sink, platform, rule, message), &addresses);
            }
        }
        let with_port = || listed.iter().filter(|entry| entry.port.is_some());
        let entries: Vec<_> = with_port().map(|entry| entry.text.clone()).collect();
        if ports != PortRule::Exact && !entries.is_empty() {
            refuse(sink, platform, rule, PlatformMessage::PortInEntry).with("entries", entries);
        }
        let is_socket = |address: &&&Address| address.used_for == Use::Socket && address.port.is_some();
        let mut sockets: Vec<_> = called.iter().filter(is_socket).map(|address| address.text.clone()).collect();
        sockets.extend(with_port().filter(|entry| entry.is_socket()).map(|entry| entry.text.clone()));
        if let Some(rule) = features.sockets.filter(|_| !sockets.is_empty()) {
            mention(sink, platform, rule, Severity::Info, PlatformMessage::AnySocketPort).with("addresses", sockets);
        }
    }
}

/// What is wrong with the port of an address. Without a list one is proposed that has the ports of the addresses.
fn fault((platform, listed): (Platform, &[&Entry]), ports: PortRule, address: &Address) -> Option<PlatformMessage> {
    let Host::Name(name) = &address.host else { return None };
    match ports {
        PortRule::NotInEntries => None,
        PortRule::Nowhere => address.port.map(|_| PlatformMessage::PortRefused),
        PortRule::Exact if address.used_for == Use::Socket => None,
        PortRule::Exact => {
            let is_meant =
                |entry: &&&Entry| entry.name.as_ref() == Some(name) && stands_for(platform, entry, address.used_for);
            let mut entries = listed.iter().filter(is_meant).peekable();
            let is_written = entries.clone().any(|entry| entry.port == address.port);
            let is_listed = is_written || entries.peek().is_none();
            match address.port {
                // Of a host that is not listed PLT004 speaks, and a port has to be listed all the same.
                Some(443) if !is_written => Some(PlatformMessage::DefaultPortWritten),
                _ if is_listed => None,
                Some(_) => Some(PlatformMessage::PortNotListed),
                None => Some(PlatformMessage::PortMissing),
            }
        }
    }
}
