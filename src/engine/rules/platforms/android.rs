use super::{Asked, asked, bound, tell};
use crate::engine::Analysis;
use crate::engine::platforms::{self, phones_that};
use crate::engine::reach::spans;
use crate::engine::read::SettingKind;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::Certificate;
use crate::report::message::PhoneMessage;
use crate::report::{Cite, Code, Doc, Evidence, Platform, Severity, TrustRule};

/// What Android does in its own way, where it bears on this certificate, this configuration or these phones.
pub static RULE: Rule = Rule {
    code: Code::PLT012,
    cites: &[Cite::new(Doc::Page, "https://developer.android.com/privacy-and-security/security-config")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for Asked { platform, called, web_views, .. } in asked(analysis) {
        if web_views || !platforms::systems(platform).contains(&"android") {
            continue;
        }
        // Chrome looks for what is missing by itself, and has its own list of logs.
        let is_browser = platform == Platform::MobileWeb;
        if let Some(place) = place_of(sink, Code::CHN003).filter(|_| !is_browser) {
            let found = tell(sink, platform, Some("android.aia"), Severity::Warning, PhoneMessage::NoFetching);
            place.into_iter().fold(found, |found, place| found.at(place));
        }
        let has_curves = analysis.settings.iter().any(|setting| setting.kind == SettingKind::Curves);
        let chosen = !platforms::phones(&analysis.options, platform).is_empty();
        let one_curve = phones_that(&analysis.options, platform, &|row| row.groups == ["P-256"]);
        if chosen && !has_curves && !called.is_empty() && !one_curve.is_empty() {
            let rule = Some("android.ecdhe.70");
            tell(sink, platform, rule, Severity::Info, PhoneMessage::OneCurve).with("clients", one_curve);
        }
        if let Some(place) = place_of(sink, Code::CRT014).filter(|_| !is_browser) {
            let found = tell(sink, platform, Some("android.ct17"), Severity::Warning, PhoneMessage::LogsWanted);
            place.into_iter().fold(found, |found, place| found.at(place));
        }
        let own = platform == Platform::AndroidApp && !bound::ends_in_new_root(analysis);
        if let Some(place) = place_of(sink, Code::TRU002).filter(|_| own) {
            let found = tell(sink, platform, Some("android.user_ca"), Severity::Warning, PhoneMessage::UserAuthorities);
            place.into_iter().fold(found, |found, place| found.at(place));
        }
        roots(analysis, platform, sink);
    }
}

/// The first place of the finding with this code, where there is one.
fn place_of(sink: &Sink, code: Code) -> Option<Option<Evidence>> {
    sink.found().iter().find(|finding| finding.code == code).map(|finding| finding.evidence.first().cloned())
}

/// Versions of Android that people still use and that came before the root.
fn roots(analysis: &Analysis, platform: Platform, sink: &mut Sink) {
    let Some(place) = place_of(sink, Code::TRU004) else { return };
    let clients = spans(&|index, client| {
        let answer = analysis.trust.clients.get(index);
        let is_early = answer.is_some_and(|answer| matches!(answer.rule, TrustRule::Since { .. }));
        client.id == "android" && client.is_around(analysis.options.now) && is_early
    });
    if !clients.is_empty() {
        let found = tell(sink, platform, None, Severity::Info, PhoneMessage::RootSince).with("clients", clients);
        place.into_iter().fold(found, |found, place| found.at(place));
    }
}
