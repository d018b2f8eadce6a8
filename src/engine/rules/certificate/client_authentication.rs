use super::place;
use crate::engine::Analysis;
use crate::engine::platforms::of_authority;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, ExtensionValue, oid};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Doc};

/// Good for servers only. Normal since the Chrome Root Program wants CAs that do nothing else (June 2026; Let's
/// Encrypt left clientAuth out from 2026-02-11), but whoever uses the certificate for mutual TLS must know.
pub static RULE: Rule = Rule {
    code: Code::CRT010,
    cites: &[Cite::new(Doc::ChromeRootProgram, ""), Cite::rfc(5280, "4.2.1.12")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let Some(usage) = leaf.extended_key_usage() else { return };
    let has = |purpose: &str| usage.purposes.iter().any(|known| known == purpose);
    if has(oid::SERVER_AUTH) && !has(oid::CLIENT_AUTH) && !has(oid::ANY_EXTENDED_KEY_USAGE) {
        let is = |value: &ExtensionValue| matches!(value, ExtensionValue::ExtendedKeyUsage(_));
        sink.info(CertificateMessage::NotForClients).rule(of_authority(leaf, Code::CRT010)).at(place(
            index,
            leaf,
            "extKeyUsage",
            is,
        ));
    }
}
