use super::labels;
use crate::engine::{
    Analysis,
    reach::{Serve, spans},
    rules::{Check, InForce, Rule, Sink},
    trust::Client,
    x509::Certificate,
};
use crate::report::{Cite, ClientVersions, Code, Repair, Severity, message::ChainMessage};

/// Another chain for the same server certificate reaches clients that this one does not, or is shorter and does for
/// today's.
pub static RULE: Rule = Rule {
    code: Code::CHN018,
    cites: &[Cite::rfc(8446, "4.4.2"), Cite::rfc(5280, "3.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, leaf: usize, _: &Certificate, sink: &mut Sink) {
    let Serve { widest, shortest, gained, lost, .. } = &analysis.serve;
    let served = &analysis.chain.served;
    // A gap is another finding, and its repair takes the widest chain anyway.
    if widest.is_empty() || !analysis.chain.best().is_some_and(|path| path.end.is_complete()) {
        return;
    }
    let given = |index: &usize| analysis.material.given.iter().any(|given| given.certificate == *index);
    let added: Vec<_> = widest.iter().copied().filter(|index| !given(index)).collect();
    if !gained.is_empty() {
        let around = gained.iter().any(|client| client.is_around(analysis.options.now));
        sink.add(if around { Severity::Warning } else { Severity::Info }, ChainMessage::WiderReach)
            .certificate(leaf)
            .with("gained", names(gained))
            .with("added", labels(analysis, &added))
            .repair(Repair::WidestReach);
    } else if shortest.len() < served.len() && !lost.is_empty() {
        let dropped: Vec<_> = served.iter().copied().filter(|index| !shortest.contains(index)).collect();
        sink.info(ChainMessage::ShorterHandshake)
            .certificate(leaf)
            .with("lost", names(lost))
            .with("dropped", labels(analysis, &dropped))
            .repair(Repair::ShortestHandshake);
    }
}

fn names(clients: &[&'static Client]) -> Vec<ClientVersions> {
    spans(&|_, client| clients.contains(&client))
}
