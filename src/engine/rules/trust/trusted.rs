use super::today;
use crate::engine::reach::spans;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, crypto::Verification, trust, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, Code, Doc};

/// Which programs trust the chain, by data of which day.
pub static RULE: Rule = Rule {
    code: Code::TRU007,
    cites: &[Cite::rfc(5280, "6.1.1"), Cite::new(Doc::MozillaCaList, ""), Cite::new(Doc::ChromeRootProgram, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, leaf: usize, _: &Certificate, sink: &mut Sink) {
    let clients = &analysis.trust.clients;
    let names = spans(&|index, _| clients.get(index).is_some_and(|client| client.trusted));
    if names.is_empty() {
        return;
    }
    let verified = analysis.chain.best().is_some_and(|path| path.root_signature == Verification::Valid);
    let id = match today(analysis).all(|answer| answer.trusted || answer.rule.never_had_root()) {
        false => TrustMessage::StillTrustedBy,
        true if verified => TrustMessage::TrustedBy,
        true => TrustMessage::TrustedByClaim,
    };
    sink.info(id).with("clients", names).with("date", trust::as_of_day()).certificate(leaf);
}
