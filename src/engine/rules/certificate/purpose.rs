use super::place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::validity::APPLE_REQUIREMENTS;
use crate::engine::x509::{Certificate, ExtensionValue, oid};
use crate::engine::{Analysis, Law};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Doc, Purpose};

/// The server certificate is not meant for servers.
///
/// RFC 5280 §4.2.1.12 lets a certificate without the extension serve any purpose, and `anyExtendedKeyUsage` stand for
/// all. We report both from 2019-07-01 on, since Apple asks every server certificate for serverAuth by name.
pub static RULE: Rule = Rule {
    code: Code::CRT002,
    cites: &[Cite::br("7.1.2.7.10"), Cite::rfc(5280, "4.2.1.12"), Cite::new(Doc::AppleSupport(103_769), "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let Some((law, id)) = verdict(analysis.options.purpose, leaf) else { return };
    let Some(severity) = sink.severity(law) else { return };
    let purposes = leaf.extended_key_usage().map(|usage| usage.purposes.clone()).unwrap_or_default();
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::ExtendedKeyUsage(_));
    let purposes: Vec<String> = purposes.iter().map(|purpose| named(purpose).to_owned()).collect();
    sink.add(severity, id).with("purposes", purposes).at(place(index, leaf, "extKeyUsage", is));
}

/// Whose law is broken, and what to say. The Baseline Requirements speak of servers only, and want serverAuth without
/// `anyExtendedKeyUsage` (§7.1.2.7.10); they were never otherwise for what Apple asks.
fn verdict(purpose: Purpose, leaf: &Certificate) -> Option<(Law, CertificateMessage)> {
    let apple = if leaf.not_before.at >= APPLE_REQUIREMENTS { Law::ClientsAndWeb } else { Law::Web };
    let usage = leaf.extended_key_usage();
    let has = |wanted: &str| usage.is_some_and(|usage| usage.purposes.iter().any(|purpose| purpose == wanted));
    let any = has(oid::ANY_EXTENDED_KEY_USAGE);
    match (purpose, usage) {
        (Purpose::Client, Some(_)) if !any && !has(oid::CLIENT_AUTH) => {
            Some((Law::Everyone, CertificateMessage::NotForClientsByPurpose))
        }
        (Purpose::Client, _) => None,
        (Purpose::Server, None) => Some((apple, CertificateMessage::NoPurpose)),
        (Purpose::Server, Some(_)) if has(oid::SERVER_AUTH) => {
            any.then_some((Law::Web, CertificateMessage::NotForServers))
        }
        (Purpose::Server, Some(_)) if any => Some((apple, CertificateMessage::NotForServers)),
        (Purpose::Server, Some(_)) => Some((Law::Everyone, CertificateMessage::NotForServers)),
    }
}

/// What a purpose is called (RFC 5280 §4.2.1.12), or its object identifier.
fn named(purpose: &str) -> &str {
    const NAMES: &[(&str, &str)] = &[
        (oid::SERVER_AUTH, "serverAuth"),
        (oid::CLIENT_AUTH, "clientAuth"),
        (oid::ANY_EXTENDED_KEY_USAGE, "anyExtendedKeyUsage"),
        ("1.3.6.1.5.5.7.3.3", "codeSigning"),
        ("1.3.6.1.5.5.7.3.4", "emailProtection"),
        ("1.3.6.1.5.5.7.3.8", "timeStamping"),
        ("1.3.6.1.5.5.7.3.9", "OCSPSigning"),
    ];
    NAMES.iter().find(|(oid, _)| *oid == purpose).map_or(purpose, |(_, name)| name)
}
