use super::{Asked, asked, tell, tls};
use crate::engine::Analysis;
use crate::engine::keys::{SHORTEST_RSA, label};
use crate::engine::platforms::{self, RuleId, Tls};
use crate::engine::read::SettingKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, HashAlgorithm, KeyAlgorithm};
use crate::report::message::PhoneMessage;
use crate::report::{Cite, Code, Doc, Platform, Severity};

/// What App Transport Security of iOS refuses: short keys and weak hashes below the root, suites without forward
/// secrecy, old versions of TLS.
pub static RULE: Rule = Rule {
    code: Code::PLT011,
    cites: &[Cite::new(Doc::AppleSupport(103_769), "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

/// The shortest elliptic curve that it takes, in bits.
const SHORTEST_CURVE: u32 = 256;

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for Asked { platform, features, web_views, .. } in asked(analysis) {
        let is_ios = platform == Platform::IosApp;
        if web_views || !is_ios && features.transport_security.is_none() {
            continue;
        }
        // Apps are the system's own; other platforms say so in one sentence.
        let rule = |own: RuleId| Some(features.transport_security.unwrap_or(own));
        let path = analysis.chain.best().map(|path| path.certificates.as_slice()).unwrap_or_default();
        let below_root = path.iter().filter_map(|index| Some((*index, analysis.certificate(*index)?)));
        for (index, certificate) in below_root.filter(|(_, certificate)| !certificate.is_self_issued()) {
            let key = &certificate.public_key;
            if is_short(&key.algorithm) {
                tell(sink, platform, rule("apple.key"), Severity::Warning, PhoneMessage::TransportKey)
                    .with("certificate", certificate.label())
                    .with("key", label(&key.algorithm))
                    .at(certificate.evidence(index, "tbs.subjectPublicKeyInfo", &key.spki));
            }
            let algorithm = &certificate.signature_algorithm;
            if matches!(algorithm.scheme.hash(), Some(HashAlgorithm::Md2 | HashAlgorithm::Md5 | HashAlgorithm::Sha1)) {
                tell(sink, platform, rule("apple.sig"), Severity::Warning, PhoneMessage::TransportHash)
                    .with("certificate", certificate.label())
                    .with("algorithm", algorithm.name.as_str())
                    .at(certificate.evidence(index, "signatureAlgorithm", &algorithm.bytes));
            }
        }
        if is_ios {
            timestamps(platform, sink);
        }
        settings(analysis, platform, features.transport_security, sink);
    }
}

fn is_short(key: &KeyAlgorithm) -> bool {
    match key {
        KeyAlgorithm::Rsa { bits, .. } => *bits < SHORTEST_RSA,
        KeyAlgorithm::Ec(_) => key.facts().bits.is_some_and(|bits| bits < SHORTEST_CURVE),
        _ => false,
    }
}

/// What CRT014 found, as an app on iOS sees it.
fn timestamps(platform: Platform, sink: &mut Sink) {
    let few = sink.found().iter().find(|finding| finding.code == Code::CRT014);
    if let Some(place) = few.map(|finding| finding.evidence.first().cloned()) {
        let found = tell(sink, platform, Some("apple.ct"), Severity::Warning, PhoneMessage::TransportTimestamps);
        place.into_iter().fold(found, |found, place| found.at(place));
    }
}

fn settings(analysis: &Analysis, platform: Platform, rule: Option<RuleId>, sink: &mut Sink) {
    for setting in &analysis.settings {
        match setting.kind {
            SettingKind::Protocols if platforms::protocols(setting).last().is_some_and(|newest| *newest < Tls::V12) => {
                let rule = rule.or(Some("apple.tls"));
                tls::point(tell(sink, platform, rule, Severity::Warning, PhoneMessage::TransportVersion), setting);
            }
            SettingKind::Suites if platforms::lacks_forward_secrecy(setting) => {
                let found = tell(sink, platform, rule, Severity::Warning, PhoneMessage::TransportSuites);
                tls::point(found.with("suites", setting.words.clone()), setting);
            }
            _ => {}
        }
    }
}
