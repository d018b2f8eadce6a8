use super::{Asked, asked, tell};
use crate::engine::Analysis;
use crate::engine::platforms::{self, Handshake, RuleId, Tls, phones_that};
use crate::engine::read::{Setting, SettingKind};
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::engine::trust::Version;
use crate::report::message::PhoneMessage;
use crate::report::{Cite, Code, Doc, Evidence, Platform, Severity};

/// The versions of TLS that a platform and its phones want. Without the server's configuration that is for people to
/// look at; with it, it is judged.
pub static RULE: Rule = Rule {
    code: Code::PLT008,
    cites: &[Cite::new(Doc::WeChatNetwork, ""), Cite::rfc(8996, "")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// The rule that OpenSSL 3 offers TLS 1.0 and 1.1 on request only.
const OLD_ON_REQUEST: RuleId = "openssl3.tls10";
/// The rule that Android 7.0 knows P-256 only.
const ONE_CURVE: RuleId = "android.ecdhe.70";

fn check(analysis: &Analysis, sink: &mut Sink) {
    let settings = &analysis.settings;
    let is_judged = settings.iter().any(|setting| setting.kind == SettingKind::Protocols);
    for Asked { platform, features, web_views, .. } in asked(analysis) {
        // One server answers for both lists.
        if web_views {
            continue;
        }
        if !is_judged && !analysis.called.is_empty() {
            by_hand(analysis, platform, features.tls, sink);
        }
        for setting in settings {
            match setting.kind {
                SettingKind::Protocols => versions(analysis, platform, features.tls, setting, sink),
                SettingKind::Curves => curves(analysis, platform, setting, sink),
                SettingKind::Suites | SettingKind::Trusted | SettingKind::Redirects => {}
            }
        }
    }
}

/// Whether phones connect with nothing older than TLS 1.2: by their system, or since an app on iOS goes by App Transport
/// Security, which iOS has from 9 on.
fn refuses_old(platform: Platform, row: &Handshake) -> bool {
    let has_transport_security = platform == Platform::IosApp && Version::parse(row.from) >= Version::parse("9");
    row.min > Tls::V11 || has_transport_security
}

/// What to look at on the server.
fn by_hand(analysis: &Analysis, platform: Platform, rule: Option<RuleId>, sink: &mut Sink) {
    let only_13 = phones_that(&analysis.options, platform, &|row| row.max < Tls::V13);
    let no_old = phones_that(&analysis.options, platform, &|row| refuses_old(platform, row));
    let message = if only_13.is_empty() { PhoneMessage::TlsVersionsNewPhones } else { PhoneMessage::TlsVersions };
    tell(sink, platform, rule, Severity::Warning, message).with("only13", only_13).with("no_old", no_old);
}

/// The versions of a setting.
fn versions(analysis: &Analysis, platform: Platform, rule: Option<RuleId>, setting: &Setting, sink: &mut Sink) {
    let on = platforms::protocols(setting);
    let Some((oldest, newest)) = on.first().zip(on.last()) else { return };
    if *newest < Tls::V12 {
        let clients = phones_that(&analysis.options, platform, &|row| refuses_old(platform, row));
        let found = tell(sink, platform, rule, Severity::Error, PhoneMessage::TlsTooOld).with("clients", clients);
        return point(found, setting);
    }
    let shut_out = phones_that(&analysis.options, platform, &|row| row.max < Tls::V13);
    if *oldest == Tls::V13 && !shut_out.is_empty() {
        let found = tell(sink, platform, rule, Severity::Warning, PhoneMessage::TlsOnly13).with("clients", shut_out);
        point(found, setting);
    }
    let old: Vec<_> = on.iter().filter(|version| **version < Tls::V12).map(|version| name(*version)).collect();
    if !old.is_empty() {
        let found = tell(sink, platform, Some(OLD_ON_REQUEST), Severity::Warning, PhoneMessage::TlsOldOn);
        point(found.with("versions", old), setting);
    }
}

fn name(version: Tls) -> String {
    match version {
        Tls::V10 => "TLS 1.0",
        Tls::V11 => "TLS 1.1",
        Tls::V12 => "TLS 1.2",
        Tls::V13 => "TLS 1.3",
    }
    .to_owned()
}

/// The curves of a setting. Phones that nobody asked for are shut out by far more than that: only chosen ones count.
fn curves(analysis: &Analysis, platform: Platform, setting: &Setting, sink: &mut Sink) {
    let Some(groups) = platforms::groups(setting).filter(|_| !analysis.options.phones.is_empty()) else { return };
    let shares = |row: &Handshake| row.groups.iter().any(|own| groups.contains(&own.trim_end_matches('?')));
    let clients = phones_that(&analysis.options, platform, &|row| !shares(row));
    if clients.is_empty() {
        return;
    }
    let is_seven = phones_that(&analysis.options, platform, &|row| !shares(row) && row.groups == ["P-256"]);
    let rule = (!is_seven.is_empty()).then_some(ONE_CURVE);
    let found = tell(sink, platform, rule, Severity::Error, PhoneMessage::CurveShutsOut);
    let curves: Vec<_> = groups.iter().map(|&group| group.to_owned()).collect();
    point(found.with("clients", clients).with("curves", curves), setting);
}

/// Points at a setting.
pub(super) fn point(found: Found<'_>, setting: &Setting) {
    found.at(Evidence { path: setting.source.clone(), line: Some(setting.line), ..Evidence::default() });
}
