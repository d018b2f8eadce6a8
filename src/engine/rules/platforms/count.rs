use super::{asked, mention};
use crate::engine::Analysis;
use crate::engine::platforms::Host;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::sorted;
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Doc, Severity, Use};

/// More hosts than a list of the platform takes.
pub static RULE: Rule = Rule {
    code: Code::PLT009,
    cites: &[Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (platform, features) in asked(analysis) {
        let Some((rule, most)) = features.most else { continue };
        let needed = Use::ALL.iter().map(|used_for| hosts(analysis, *used_for)).max().unwrap_or_default();
        let count = needed.max(analysis.listed.len());
        if count > most {
            mention(sink, platform, rule, Severity::Warning, PlatformMessage::TooMany)
                .with("count", count)
                .with("most", most);
        }
    }
}

/// How many entries one use needs.
fn hosts(analysis: &Analysis, used_for: Use) -> usize {
    let mut entries = Vec::new();
    for address in analysis.called.iter().filter(|address| address.used_for == used_for) {
        if let Host::Name(name) = &address.host {
            sorted::insert(&mut entries, (name.as_str(), address.port));
        }
    }
    entries.len()
}
