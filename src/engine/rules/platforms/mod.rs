use super::{Found, Rule, Sink};
use crate::engine::Analysis;
use crate::engine::platforms::{self, Evidence, Features, RuleId};
use crate::report::{MessageId, Platform, Severity, Term};

mod by_hand;
mod certificate;
mod count;
mod domain;
mod forbidden;
mod host_kind;
mod port;
mod scheme;

/// The rules of this family: each asks the platforms that were named.
pub static RULES: &[&Rule] = &[
    &scheme::RULE,
    &host_kind::RULE,
    &port::RULE,
    &domain::RULE,
    &forbidden::RULE,
    &certificate::RULE,
    &by_hand::RULE,
    &count::RULE,
];

/// The platforms that were named, with what each asks.
fn asked(analysis: &Analysis) -> impl Iterator<Item = (Platform, &'static Features)> {
    analysis.options.platforms.iter().map(|platform| (*platform, platforms::features(*platform)))
}

/// Reports what a rule of a platform forbids: an error only where the platform itself says so.
fn refuse<'a>(sink: &'a mut Sink, platform: Platform, id: RuleId, message: impl Into<MessageId>) -> Found<'a> {
    let severity = match platforms::rule(id).map(|rule| rule.evidence) {
        Some(Evidence::Official | Evidence::Source) => Severity::Error,
        Some(Evidence::ThirdParty) => Severity::Warning,
        Some(Evidence::Unsourced) | None => Severity::Info,
    };
    mention(sink, platform, id, severity, message)
}

/// Reports what a rule of a platform says.
fn mention<'a>(
    sink: &'a mut Sink,
    platform: Platform,
    id: RuleId,
    severity: Severity,
    message: impl Into<MessageId>,
) -> Found<'a> {
    let found = sink.add(severity, message).platform(platform, id).with("platform", Term::Platform(platform));
    match platforms::rule(id).and_then(platforms::PlatformRule::cite) {
        Some(cite) => found.cite(cite),
        None => found,
    }
}
