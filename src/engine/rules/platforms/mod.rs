use super::{Found, Rule, Sink};
use crate::engine::Analysis;
use crate::engine::platforms::{self, Address, Evidence, Features, RuleId};
use crate::report::{Evidence as Place, MessageId, Platform, Severity, Term};

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

/// How many addresses a finding points at. Code may hold thousands.
const POINTED_AT: usize = 16;

/// Names addresses in the hole `addresses`, and points at those that stand in code.
fn point<'a>(found: Found<'a>, addresses: &[&Address]) -> Found<'a> {
    let texts: Vec<_> = addresses.iter().map(|address| address.text.clone()).collect();
    let places = addresses.iter().filter_map(|address| address.place.as_ref()).take(POINTED_AT);
    places.fold(found.with("addresses", texts), |found, (source, line)| {
        found.at(Place { path: source.clone(), line: Some(*line), ..Place::default() })
    })
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
