use super::{asked, point, refuse};
use crate::engine::Analysis;
use crate::engine::platforms::Host;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code};

/// An address that names no host by its name: the device itself, an IP address, or nothing at all.
pub static RULE: Rule = Rule {
    code: Code::PLT002,
    cites: &[Cite::rfc(3986, "3.2.2")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (platform, features) in asked(analysis) {
        let Some(rule) = features.hosts else { continue };
        let kind = |host: &Host| match host {
            Host::Loopback => Some(PlatformMessage::DeviceItself),
            Host::Public(_) => Some(PlatformMessage::AddressRefused),
            Host::Local(_) => (!rule.local).then_some(PlatformMessage::AddressRefused),
            Host::Unreadable => Some(PlatformMessage::NoHost),
            Host::Name(_) => None,
        };
        for message in [PlatformMessage::DeviceItself, PlatformMessage::AddressRefused, PlatformMessage::NoHost] {
            let of_kind = analysis.called.iter().filter(|address| kind(&address.host) == Some(message));
            let addresses: Vec<_> = of_kind.collect();
            if !addresses.is_empty() {
                point(refuse(sink, platform, rule.rule, message), &addresses);
            }
        }
    }
}
