use super::{Asked, asked, mention, point, refuse};
use crate::engine::Analysis;
use crate::engine::platforms::{self, Address, Features};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Severity, Use};

/// An address, or an entry of a list, with a scheme that a platform does not take for this use, or with none.
pub static RULE: Rule =
    Rule { code: Code::PLT001, cites: &[Cite::rfc(3986, "3.1")], in_force: InForce::Always, check: Check::Once(check) };

const MESSAGES: [PlatformMessage; 3] =
    [PlatformMessage::SchemeRefused, PlatformMessage::SchemeForUse, PlatformMessage::NoScheme];

fn check(analysis: &Analysis, sink: &mut Sink) {
    for Asked { platform, features, called, listed, .. } in asked(analysis) {
        if let Some(rule) = features.cleartext {
            let is_plain = |address: &&Address| matches!(address.scheme.as_str(), "http" | "ws");
            let plain: Vec<_> = called.iter().copied().filter(is_plain).collect();
            if !plain.is_empty() {
                let found = mention(sink, platform, rule, Severity::Warning, PlatformMessage::CleartextBlocked);
                point(found, &plain);
            }
        }
        let Some((rule, schemes)) = features.schemes else { continue };
        let schemes: Vec<_> = schemes.iter().map(|&scheme| scheme.to_owned()).collect();
        for message in MESSAGES {
            let refused = called.iter().copied().filter(|address| fault(features, address) == Some(message));
            let addresses: Vec<_> = refused.collect();
            if !addresses.is_empty() {
                point(refuse(sink, platform, rule, message).with("schemes", schemes.clone()), &addresses);
            }
        }
        // What another use has, stands on another list.
        let is_known = |scheme: &str| Use::ALL.iter().any(|used_for| platforms::scheme_for(*used_for) == scheme);
        let is_wrong = |scheme: &str| !scheme.is_empty() && !is_known(scheme);
        let entries: Vec<_> =
            listed.iter().filter(|entry| is_wrong(&entry.scheme)).map(|entry| entry.text.clone()).collect();
        if !entries.is_empty() {
            let found = refuse(sink, platform, rule, PlatformMessage::SchemeInEntry);
            found.with("schemes", schemes).with("entries", entries);
        }
    }
}

fn fault(features: &Features, address: &Address) -> Option<PlatformMessage> {
    match address.scheme.as_str() {
        "" => Some(PlatformMessage::NoScheme),
        scheme if !features.takes_scheme(scheme) => Some(PlatformMessage::SchemeRefused),
        scheme if !features.takes(scheme, address.used_for) => Some(PlatformMessage::SchemeForUse),
        _ => None,
    }
}
