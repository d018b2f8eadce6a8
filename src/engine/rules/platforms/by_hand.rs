use super::{Asked, asked, mention};
use crate::engine::Analysis;
use crate::engine::platforms::RuleId;
use crate::engine::read::VirtualHost;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Doc, Evidence, Finding, Platform, Severity};

/// What the platform asks for and nobody can see from here.
pub static RULE: Rule = Rule {
    code: Code::PLT007,
    cites: &[Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// What to look at for each of these rules.
const MESSAGES: [(RuleId, PlatformMessage); 13] = [
    ("ali.republish", PlatformMessage::UploadAgain),
    ("bd.icp", PlatformMessage::Filing),
    ("dy.icp", PlatformMessage::Filing),
    ("dy.web.enterprise", PlatformMessage::NotForPersons),
    ("dyg.icp", PlatformMessage::Filing),
    ("qq.icp", PlatformMessage::Filing),
    ("wx.biz.account", PlatformMessage::NotForPersons),
    ("wx.biz.file", PlatformMessage::VerificationFile),
    ("wx.biz.icp24", PlatformMessage::Filing),
    ("wx.biz.redirect_http", PlatformMessage::PlainRedirect),
    ("wx.domain.edits", PlatformMessage::FewEdits),
    ("wx.domain.icp", PlatformMessage::Filing),
    ("wx.redirect.listed", PlatformMessage::RedirectListed),
];

fn check(analysis: &Analysis, sink: &mut Sink) {
    // Only who says what is called wants to know what is left to do.
    for Asked { platform, features, .. } in asked(analysis).filter(|asked| !asked.called.is_empty()) {
        for id in features.by_hand {
            if let Some((_, message)) = MESSAGES.iter().find(|(own, _)| own == id) {
                if is_told(sink, platform, *message) {
                    continue;
                }
                let is_fact = *message == PlatformMessage::FewEdits;
                let severity = if is_fact { Severity::Info } else { Severity::Warning };
                mention(sink, platform, id, severity, *message);
            }
        }
        for host in &analysis.behind_proxies {
            let found =
                mention(sink, platform, "nginx.absolute_redirect", Severity::Warning, PlatformMessage::RedirectsToHttp);
            found.at(begin(host));
        }
        if let Some((id, lists)) = features.lists {
            let lists: Vec<_> = lists.iter().map(|&list| list.to_owned()).collect();
            mention(sink, platform, id, Severity::Info, PlatformMessage::SeveralLists).with("lists", lists);
        }
    }
}

/// Where a virtual host begins.
fn begin(host: &VirtualHost) -> Evidence {
    Evidence { path: host.source.clone(), line: Some(host.line), ..Evidence::default() }
}

/// Both lists want the same: once is enough.
fn is_told(sink: &Sink, platform: Platform, message: PlatformMessage) -> bool {
    let is_it =
        |found: &Finding| found.platform.as_deref() == Some(platform.id()) && found.message.id == message.into();
    sink.found().iter().any(is_it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::platforms::features;

    #[test]
    fn everything_by_hand_has_its_words() {
        for id in Platform::ALL.iter().flat_map(|platform| features(*platform).by_hand) {
            assert!(MESSAGES.iter().any(|(own, _)| own == id), "{id}");
        }
    }
}
