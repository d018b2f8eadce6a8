use super::place;
use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::validity::APPLE_REQUIREMENTS;
use crate::engine::x509::{Certificate, ExtensionValue, oid};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Doc};

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

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let apple_asks = leaf.not_before.at >= APPLE_REQUIREMENTS;
    let (id, purposes) = match leaf.extended_key_usage() {
        Some(usage) if usage.purposes.iter().any(|purpose| purpose == oid::SERVER_AUTH) => return,
        Some(usage) if !apple_asks && usage.purposes.iter().any(|purpose| purpose == oid::ANY_EXTENDED_KEY_USAGE) => {
            return;
        }
        Some(usage) => (CertificateMessage::NotForServers, usage.purposes.clone()),
        None if apple_asks => (CertificateMessage::NoPurpose, Vec::new()),
        None => return,
    };
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::ExtendedKeyUsage(_));
    let purposes: Vec<String> = purposes.iter().map(|purpose| named(purpose).to_owned()).collect();
    sink.error(id).with("purposes", purposes).at(place(index, leaf, "extKeyUsage", is));
}

/// What a purpose is called (RFC 5280 §4.2.1.12), or its object identifier.
fn named(purpose: &str) -> &str {
    const NAMES: &[(&str, &str)] = &[
        (oid::CLIENT_AUTH, "clientAuth"),
        (oid::ANY_EXTENDED_KEY_USAGE, "anyExtendedKeyUsage"),
        ("1.3.6.1.5.5.7.3.3", "codeSigning"),
        ("1.3.6.1.5.5.7.3.4", "emailProtection"),
        ("1.3.6.1.5.5.7.3.8", "timeStamping"),
        ("1.3.6.1.5.5.7.3.9", "OCSPSigning"),
    ];
    NAMES.iter().find(|(oid, _)| *oid == purpose).map_or(purpose, |(_, name)| name)
}
