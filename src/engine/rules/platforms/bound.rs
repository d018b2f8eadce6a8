//! Findings of the certificate that are a rule of a client or of a CA, written down by itself.

use crate::engine::platforms::RuleId;
use crate::engine::validity::{days, lifetime_seconds, limit_at};
use crate::engine::{
    Analysis,
    x509::{Certificate, Name},
};
use crate::report::message::{ChainMessage, ValidityMessage};
use crate::report::{Code, Finding, MessageId, Platform};

/// Where a rule binds: on a platform, for findings of a code, if it holds.
type Row = (Platform, Code, RuleId, fn(&Analysis, &Finding) -> bool);

/// What iOS and Android refuse by their source, and what Chromium and the CAs go by.
static BOUND: [Row; 16] = [
    (Platform::IosApp, Code::CRT002, "apple.eku", always),
    (Platform::IosApp, Code::CHN013, "apple.eku", always),
    (Platform::IosApp, Code::KEY002, "apple.key", always),
    (Platform::IosApp, Code::CHN016, "apple.key", |_, it| it.message.id == ChainMessage::WeakKey.into()),
    (Platform::IosApp, Code::CHN016, "apple.sig", |_, it| it.message.id == ChainMessage::WeakSignature.into()),
    (Platform::IosApp, Code::CRT004, "apple.sig", always),
    (Platform::IosApp, Code::NAM003, "apple.wildcard", always),
    (Platform::IosApp, Code::NAM008, "apple.wildcard", always),
    (Platform::IosApp, Code::VAL004, "apple.validity.825", |_, it| it.message.id == FOR_APPLE),
    (Platform::IosApp, Code::VAL004, "apple.validity.398", |analysis, _| lifetime(analysis) > 398),
    (Platform::AndroidApp, Code::CRT004, "android.sig", always),
    (Platform::AndroidApp, Code::CHN016, "android.sig", |_, it| it.message.id == ChainMessage::WeakSignature.into()),
    (Platform::MobileWeb, Code::VAL004, "br.validity.47", |analysis, _| allowed(analysis) == Some(47)),
    (Platform::MobileWeb, Code::VAL004, "br.validity.100", |analysis, _| allowed(analysis) == Some(100)),
    (Platform::MobileWeb, Code::VAL004, "br.validity.200", |analysis, _| allowed(analysis) == Some(200)),
    (Platform::MobileWeb, Code::VAL004, "br.validity.398", |analysis, _| allowed(analysis) == Some(398)),
];

/// The same on every platform.
type AnywhereRow = (Code, RuleId, fn(&Analysis) -> bool);

/// How Let's Encrypt issues: where the platform says nothing of its own.
static ANYWHERE: [AnywhereRow; 3] = [
    (Code::CHN003, "le.geny.chain", wants_new_root),
    (Code::TRU001, "le.geny.short", ends_in_new_root),
    (Code::TRU002, "le.geny.short", ends_in_new_root),
];

const FOR_APPLE: MessageId = MessageId::Validity(ValidityMessage::TooLongForApple);

/// The roots of Let's Encrypt that no program has yet (le.geny.short), by organisation and common name.
const NEW_ROOTS: (&str, [&str; 2]) = ("ISRG", ["Root YE", "Root YR"]);

/// The rule of a CA that a finding is an instance of, where there is one.
pub(super) fn anywhere(analysis: &Analysis, finding: &Finding) -> Option<RuleId> {
    let found = ANYWHERE.iter().find(|(code, _, holds)| *code == finding.code && holds(analysis));
    found.map(|(_, rule, _)| *rule)
}

/// The rule that a finding is an instance of on a platform, where there is one.
pub(super) fn bound(analysis: &Analysis, finding: &Finding, platform: Platform) -> Option<RuleId> {
    let is_meant = |(on, code, _, holds): &&Row| *on == platform && *code == finding.code && holds(analysis, finding);
    BOUND.iter().find(is_meant).map(|(_, _, rule, _)| *rule)
}

const fn always(_: &Analysis, _: &Finding) -> bool {
    true
}

fn lifetime(analysis: &Analysis) -> i64 {
    analysis.leaf().map_or(0, |(_, leaf)| days(lifetime_seconds(leaf)))
}

fn allowed(analysis: &Analysis) -> Option<u32> {
    Some(limit_at(analysis.leaf()?.1.not_before.at)?.days)
}

/// The certificate that the best path ends with.
fn last(analysis: &Analysis) -> Option<&Certificate> {
    analysis.certificate(*analysis.chain.best()?.certificates.last()?)
}

fn wants_new_root(analysis: &Analysis) -> bool {
    last(analysis).is_some_and(|last| is_new_root(&last.issuer))
}

/// No program has that root yet, though its CA is a public one.
pub(super) fn ends_in_new_root(analysis: &Analysis) -> bool {
    last(analysis).is_some_and(|last| last.is_self_issued() && is_new_root(&last.subject))
}

fn is_new_root(name: &Name) -> bool {
    let (organization, names) = NEW_ROOTS;
    name.organization() == Some(organization) && name.common_name().is_some_and(|name| names.contains(&name))
}
