use super::{asked, mention};
use crate::engine::Analysis;
use crate::engine::platforms::{CertificateRules, RuleId, Topic};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::Certificate;
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Doc, Evidence, Severity, Term};

/// What the findings so far say of the certificate, as the platform sees it.
pub static RULE: Rule = Rule {
    code: Code::PLT006,
    cites: &[Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

/// A topic, what to say, and the platform's own rule about it.
type Row = (Topic, PlatformMessage, fn(&CertificateRules) -> Option<RuleId>);

const MESSAGES: [Row; 5] = [
    (Topic::Chain, PlatformMessage::CertificateChain, |rules| rules.chain),
    (Topic::Trust, PlatformMessage::CertificateTrust, |rules| rules.trust),
    (Topic::Name, PlatformMessage::CertificateName, |rules| rules.name),
    (Topic::Date, PlatformMessage::CertificateDate, |rules| rules.date),
    (Topic::Other, PlatformMessage::CertificateOther, |_| None),
];

fn check(analysis: &Analysis, index: usize, _: &Certificate, sink: &mut Sink) {
    for (platform, features) in asked(analysis) {
        for (topic, message, rule) in MESSAGES {
            let behind = sink.found().iter().filter(|finding| topic.is_of(finding, platform));
            let behind: Vec<(Code, Vec<Evidence>)> =
                behind.map(|finding| (finding.code, finding.evidence.clone())).collect();
            if behind.is_empty() {
                continue;
            }
            let mut codes: Vec<String> = behind.iter().map(|(code, _)| code.to_string()).collect();
            codes.dedup();
            // Where the platform says nothing, its phones still refuse the certificate.
            let found = match rule(&features.certificate) {
                Some(id) => mention(sink, platform, id, Severity::Error, message),
                None => sink.error(message).on(platform).with("platform", Term::Platform(platform)),
            };
            let found = found.with("codes", codes);
            let places = behind.into_iter().filter_map(|(_, evidence)| evidence.into_iter().next());
            places.fold(found.certificate(index), |found, evidence| found.at(evidence));
        }
    }
}
