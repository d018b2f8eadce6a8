use super::{Asked, asked, mention};
use crate::engine::Analysis;
use crate::engine::platforms;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, ConsoleList, Doc, Severity, Use};

/// More hosts than a list of the platform takes.
pub static RULE: Rule = Rule {
    code: Code::PLT009,
    cites: &[Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for asked in asked(analysis) {
        let proposed = proposed(analysis, &asked);
        for limit in asked.features.most {
            let count = match limit.says {
                PlatformMessage::PrefetchLimit => listed(&asked, Use::Prefetch),
                _ => Use::ALL.iter().map(|use_| listed(&asked, *use_)).max().unwrap_or_default().max(proposed),
            };
            if count > limit.above {
                let severity = if limit.says == PlatformMessage::TooMany { Severity::Warning } else { Severity::Info };
                mention(sink, asked.platform, limit.rule, severity, limit.says)
                    .with("count", count)
                    .with("most", limit.most);
            }
        }
    }
}

/// How many entries the longest list needs for what is called.
fn proposed(analysis: &Analysis, asked: &Asked<'_>) -> usize {
    let has_own = platforms::web_view_features(asked.platform).is_some();
    let is_meant = |list: &ConsoleList| !has_own || (list.uses == [Use::WebView]) == asked.web_views;
    let lists = platforms::console_lists(asked.platform, &analysis.called).into_iter().filter(is_meant);
    lists.map(|list| list.entries.len()).max().unwrap_or_default()
}

/// How many entries the list for a use has. Those of which no use was said stand on the list of servers.
fn listed(asked: &Asked<'_>, used_for: Use) -> usize {
    let is_open = !asked.web_views && used_for != Use::Prefetch;
    asked.listed.iter().filter(|entry| entry.used_for.map_or(is_open, |own| own == used_for)).count()
}
