use super::{Asked, asked, bound, tell, tls};
use crate::engine::Analysis;
use crate::engine::chain::PathEnd;
use crate::engine::platforms::{self, CertificateRules, RuleId, Topic};
use crate::engine::read::SettingKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::sorted;
use crate::engine::x509::Certificate;
use crate::report::message::PlatformMessage;
use crate::report::{Cite, ClientTrust, Code, Doc, Evidence, Finding, Platform, Repair, Severity, TrustRule};

/// What the findings so far say of the certificate, as the platform sees it; and what the oldest phones say that count.
pub static RULE: Rule = Rule {
    code: Code::PLT006,
    cites: &[Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

/// A topic, what to say, and the platform's own rule about it.
type Row = (Topic, PlatformMessage, fn(&CertificateRules) -> Option<RuleId>);

const MESSAGES: [Row; 6] = [
    (Topic::Chain, PlatformMessage::CertificateChain, |rules| rules.chain),
    (Topic::Gap, PlatformMessage::CertificateGap, |rules| rules.chain),
    (Topic::Trust, PlatformMessage::CertificateTrust, |rules| rules.trust),
    (Topic::Name, PlatformMessage::CertificateName, |rules| rules.name),
    (Topic::Date, PlatformMessage::CertificateDate, |rules| rules.date),
    (Topic::Other, PlatformMessage::CertificateOther, |_| None),
];

/// What stands behind a finding of a platform: the codes, where to look, and what mends it.
type Behind = Vec<(Code, Option<Evidence>, Option<Repair>)>;

fn check(analysis: &Analysis, index: usize, _: &Certificate, sink: &mut Sink) {
    for Asked { platform, features, web_views, .. } in asked(analysis) {
        // Both lists are served with the same certificate.
        if web_views {
            continue;
        }
        for (topic, message, rule) in MESSAGES {
            let own = rule(&features.certificate);
            let (mut rule, mut behind): (Option<RuleId>, Behind) = (None, Vec::new());
            for finding in sink.found().iter().filter(|finding| is_behind(analysis, finding, topic, platform)) {
                let id = given_up(analysis, finding, &features.certificate)
                    .or_else(|| bound::bound(analysis, finding, platform))
                    .or(own)
                    .or_else(|| bound::anywhere(analysis, finding));
                // Trusting a root of one's own convinces no phone.
                let mends = finding.repair.filter(|repair| *repair != Repair::TrustRoot);
                let place = (finding.code, finding.evidence.first().cloned(), mends);
                behind.push(place);
                rule = rule.or(id);
            }
            if !behind.is_empty() {
                say(sink, (platform, rule), (topic, message), behind, index);
                if topic == Topic::Chain {
                    trusted_not_sent(analysis, platform, sink);
                }
            } else if topic == Topic::Trust {
                old_phones(analysis, platform, own, index, sink);
            }
        }
    }
}

/// What the chain lacks is looked for in vain in a file that nginx keeps to itself.
fn trusted_not_sent(analysis: &Analysis, platform: Platform, sink: &mut Sink) {
    for setting in analysis.settings.iter().filter(|setting| setting.kind == SettingKind::Trusted) {
        let rule = Some("nginx.trusted_not_sent");
        tls::point(tell(sink, platform, rule, Severity::Warning, PlatformMessage::TrustedNotSent), setting);
    }
}

/// Whether a finding gets the certificate refused on a platform for a topic.
fn is_behind(analysis: &Analysis, finding: &Finding, topic: Topic, platform: Platform) -> bool {
    // A public CA's root that is in no list passes for a private one, which an app could bring along.
    let is_new = || finding.code == Code::TRU002 && bound::ends_in_new_root(analysis);
    topic.is_of(finding, platform) || topic == Topic::Trust && is_new()
}

/// The platform's warning of CAs that systems have given up, where this is one.
fn given_up(analysis: &Analysis, finding: &Finding, rules: &CertificateRules) -> Option<RuleId> {
    let is_removed = |client: &ClientTrust| matches!(client.rule, TrustRule::Removed { .. });
    let is_about_it = matches!(finding.code, Code::TRU001 | Code::TRU003);
    rules.given_up.filter(|_| is_about_it && analysis.trust.clients.iter().any(is_removed))
}

/// Where the platform says nothing, its phones still refuse the certificate.
fn say(
    sink: &mut Sink,
    (platform, id): (Platform, Option<RuleId>),
    (topic, message): (Topic, PlatformMessage),
    behind: Behind,
    index: usize,
) {
    let mut codes: Vec<String> = behind.iter().map(|(code, ..)| code.to_string()).collect();
    codes.dedup();
    let found = tell(sink, platform, id, topic.severity(), message);
    let found = match behind.iter().find_map(|(.., repair)| *repair) {
        Some(repair) => found.repair(repair),
        None => found,
    };
    let places = behind.into_iter().filter_map(|(_, place, _)| place);
    places.fold(found.certificate(index).with("codes", codes), |found, place| found.at(place));
}

/// Phones that were said to count, and that refuse the root.
fn old_phones(analysis: &Analysis, platform: Platform, id: Option<RuleId>, index: usize, sink: &mut Sink) {
    let own_root = analysis.chain.best().is_some_and(|path| path.end == PathEnd::Trusted);
    let refuses = |answer: &ClientTrust| match &answer.rule {
        // The system of an app may find what is missing; programs inside other apps can not rely on it.
        TrustRule::Fetched => !matches!(platform, Platform::IosApp | Platform::MobileWeb),
        TrustRule::Revoked { .. } => true,
        TrustRule::Private => !own_root,
        rule => rule.is_about_root() && !answer.trusted,
    };
    let phones = platforms::phones(&analysis.options, platform);
    let answer = |index: usize| analysis.trust.clients.get(index).filter(|answer| refuses(answer));
    let clients = phones.versions(&|index| answer(index).is_some());
    if clients.is_empty() {
        return;
    }
    let mut codes: Vec<String> =
        phones.iter().filter_map(|(index, _)| Some(answer(index)?.reason?.to_string())).collect();
    sorted::sort(&mut codes);
    codes.dedup();
    let end = analysis.chain.best().and_then(|path| path.certificates.last().copied());
    let place = end.and_then(|index| Some(chain_end(index, analysis.certificate(index)?)));
    let found = tell(sink, platform, id, Severity::Error, PlatformMessage::CertificatePhones);
    let found = found.certificate(index).with("clients", clients).with("codes", codes);
    place.into_iter().fold(found, |found, place| found.at(place));
}

/// Where the last certificate of a chain names the root.
fn chain_end(index: usize, certificate: &Certificate) -> Evidence {
    certificate.evidence(index, "tbs.issuer", &certificate.issuer.bytes)
}
