use super::{Asked, asked, refuse};
use crate::engine::Analysis;
use crate::engine::platforms::Host;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::PlatformMessage;
use crate::report::{Cite, Code, Doc};

/// A host of the platform itself, which programs may not call.
pub static RULE: Rule = Rule {
    code: Code::PLT005,
    cites: &[Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for Asked { platform, features, called, .. } in asked(analysis) {
        let Some((rule, forbidden)) = features.forbidden else { continue };
        if called.iter().any(|address| address.host == Host::Name(forbidden.to_owned())) {
            refuse(sink, platform, rule, PlatformMessage::ForbiddenHost).with("host", forbidden).host(forbidden);
        }
    }
}
