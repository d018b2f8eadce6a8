use super::{place_of_end, root_name};
use crate::engine::rules::{Check, Found, InForce, Rule, Sink};
use crate::engine::{Analysis, chain::PathEnd, trust, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, Code, Doc, Repair};

/// The chain ends in a root of one's own. Where it was named as trusted that is a note, else it may be an oversight.
pub static RULE: Rule = Rule {
    code: Code::TRU002,
    cites: &[Cite::rfc(5280, "6.1.1"), Cite::new(Doc::WeChatNetwork, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, leaf: usize, _: &Certificate, sink: &mut Sink) {
    let Some(path) = analysis.chain.best() else { return };
    let Some((&last, certificate)) =
        path.certificates.last().and_then(|last| Some((last, analysis.certificate(*last)?)))
    else {
        return;
    };
    // A server certificate that signs itself is CHN014's, and a root that passes for a public one is TRU001's.
    let imitates = || analysis.chain.imitated(&analysis.material.certificates).is_some();
    if last == leaf || trust::known_root(certificate).is_some() || imitates() {
        return;
    }
    let found = match path.end {
        PathEnd::Trusted => sink.info(TrustMessage::OwnRoot),
        PathEnd::SelfSigned => sink.warning(TrustMessage::PrivateRoot).repair(Repair::TrustRoot),
        _ => return,
    };
    let found = found.with("root", root_name(analysis, path));
    place_of_end(analysis, path).into_iter().fold(found, Found::at);
}
