use super::{Found, Rule, Sink};
use crate::engine::Analysis;
use crate::engine::platforms::{self, Address, Entry, Evidence, Features, RuleId};
use crate::report::{Evidence as Place, MessageId, Platform, Severity, Term, Use};

mod android;
mod bound;
mod by_hand;
mod certificate;
mod claim;
mod count;
mod domain;
mod forbidden;
mod host_kind;
mod port;
mod scheme;
mod tls;
mod transport;

/// The rules of this family: each asks the platforms that were named.
pub static RULES: &[&Rule] = &[
    &scheme::RULE,
    &host_kind::RULE,
    &port::RULE,
    &domain::RULE,
    &forbidden::RULE,
    &certificate::RULE,
    &by_hand::RULE,
    &tls::RULE,
    &count::RULE,
    &claim::RULE,
    &transport::RULE,
    &android::RULE,
];

/// A platform that was named, with what it asks of some addresses.
struct Asked<'a> {
    platform: Platform,
    features: &'static Features,
    /// The addresses that it is asked of.
    called: Vec<&'a Address>,
    /// The entries of the lists that they may stand on.
    listed: Vec<&'a Entry>,
    /// They are pages of web-views, which have a list of their own here.
    web_views: bool,
}

/// The platforms that were named, with what each asks; twice those that ask something else of pages in web-views.
fn asked(analysis: &Analysis) -> impl Iterator<Item = Asked<'_>> {
    analysis.options.platforms.iter().flat_map(|&platform| {
        let web = platforms::web_view_features(platform);
        let is_web = |used_for: Use| web.is_some() && used_for == Use::WebView;
        let part = |features, web_views: bool| Asked {
            platform,
            features,
            called: platforms::asked_about(platform, &analysis.called)
                .filter(|(_, used_for)| is_web(*used_for) == web_views)
                .map(|(address, _)| address)
                .collect(),
            listed: analysis
                .listed
                .iter()
                .filter(|it| it.used_for.is_none_or(|use_| is_web(use_) == web_views))
                .collect(),
            web_views,
        };
        let is_told = |web: &Asked<'_>| {
            !web.called.is_empty() || web.listed.iter().any(|entry| entry.used_for == Some(Use::WebView))
        };
        let web = web.map(|web| part(web, true)).filter(is_told);
        [Some(part(platforms::features(platform), false)), web].into_iter().flatten()
    })
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
    mention(sink, platform, id, weight(id), message)
}

/// How much breaking a rule matters.
fn weight(id: RuleId) -> Severity {
    match platforms::rule(id).map(|rule| rule.evidence) {
        Some(Evidence::Official | Evidence::Source) => Severity::Error,
        Some(Evidence::ThirdParty) => Severity::Warning,
        Some(Evidence::Unsourced) | None => Severity::Info,
    }
}

/// Whether an entry stands on the platform's list for this use. One with a scheme stands on lists of what has it, and
/// `http://` is written where people mean `https://`.
fn stands_for(platform: Platform, entry: &Entry, used_for: Use) -> bool {
    let list = |used_for: Use| platforms::list_of(platform, used_for);
    let is_same = |other: Use| other == used_for || list(used_for).is_some() && list(other) == list(used_for);
    let scheme = match entry.scheme.as_str() {
        "http" => "https",
        "ws" => "wss",
        scheme => scheme,
    };
    let of_scheme = |used_for: &Use| platforms::scheme_for(*used_for) == scheme;
    entry.used_for.is_none_or(is_same) && (scheme.is_empty() || Use::ALL.iter().copied().filter(of_scheme).any(is_same))
}

/// Reports what a rule of a platform says.
fn mention<'a>(
    sink: &'a mut Sink,
    platform: Platform,
    id: RuleId,
    severity: Severity,
    message: impl Into<MessageId>,
) -> Found<'a> {
    tell(sink, platform, Some(id), severity, message)
}

/// The same of what may rest on a rule of the platform's own, or on none.
fn tell<'a>(
    sink: &'a mut Sink,
    platform: Platform,
    id: Option<RuleId>,
    severity: Severity,
    message: impl Into<MessageId>,
) -> Found<'a> {
    sink.add(severity, message).on(platform).rule(id).with("platform", Term::Platform(platform))
}
