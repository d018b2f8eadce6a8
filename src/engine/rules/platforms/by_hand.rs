use super::{asked, mention};
use crate::engine::Analysis;
use crate::engine::platforms::RuleId;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Doc, Severity};

/// What the platform asks for and nobody can see from here.
pub static RULE: Rule = Rule {
    code: Code::PLT007,
    cites: &[Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// What to look at for each of these rules.
const MESSAGES: [(RuleId, PlatformMessage); 11] = [
    ("ali.republish", PlatformMessage::UploadAgain),
    ("bd.icp", PlatformMessage::Filing),
    ("dy.icp", PlatformMessage::Filing),
    ("dyg.icp", PlatformMessage::Filing),
    ("qq.icp", PlatformMessage::Filing),
    ("wx.biz.account", PlatformMessage::NotForPersons),
    ("wx.biz.file", PlatformMessage::VerificationFile),
    ("wx.biz.icp24", PlatformMessage::Filing),
    ("wx.biz.redirect_http", PlatformMessage::PlainRedirect),
    ("wx.domain.icp", PlatformMessage::Filing),
    ("wx.redirect.listed", PlatformMessage::RedirectListed),
];

fn check(analysis: &Analysis, sink: &mut Sink) {
    // Only who says what is called wants to know what is left to do.
    if analysis.called.is_empty() {
        return;
    }
    for (platform, features) in asked(analysis) {
        for id in features.by_hand {
            if let Some((_, message)) = MESSAGES.iter().find(|(own, _)| own == id) {
                mention(sink, platform, id, Severity::Warning, *message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::platforms::features;
    use crate::report::Platform;

    #[test]
    fn everything_by_hand_has_its_words() {
        for id in Platform::ALL.iter().flat_map(|platform| features(*platform).by_hand) {
            assert!(MESSAGES.iter().any(|(own, _)| own == id), "{id}");
        }
    }
}
