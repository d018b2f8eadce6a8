#[cfg(feature = "full")]
use super::revoked;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::sorted;
use crate::engine::{Analysis, law::Law, trust, x509::Certificate};
use crate::report::message::TrustMessage;
use crate::report::{Cite, ClientVersions, Code, Doc, Repair, Role, Severity};

/// A CA certificate that Mozilla revoked, or that a list or an answer says so of that was given.
pub static RULE: Rule = Rule {
    code: Code::TRU005,
    cites: &[Cite::new(Doc::OneCrl, ""), Cite::rfc(5280, "6.3")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    #[cfg(feature = "full")]
    revoked::given(analysis, &|role| role != Role::Leaf, sink);
    let mut known: Vec<_> = analysis.material.given.iter().map(|given| given.certificate).collect();
    sorted::sort(&mut known);
    known.dedup();
    for (index, certificate) in known.into_iter().filter_map(|index| Some((index, analysis.certificate(index)?))) {
        if analysis.role(index) == Role::Intermediate && trust::is_revoked(certificate) {
            report(analysis, index, certificate, sink);
        }
    }
}

fn report(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let place = certificate.evidence(index, "tbs.serialNumber", &certificate.serial_bytes);
    if !analysis.chain.is_on_best(index) {
        sink.warning(TrustMessage::RevokedAside)
            .with("name", certificate.label())
            .with("issuer", "Mozilla")
            .at(place)
            .repair(Repair::FullChain);
        return;
    }
    // Often the CA has a new certificate for the same name and key.
    let replaceable = !analysis.serve.widest.is_empty() && !analysis.serve.widest.contains(&index);
    let id = if replaceable { TrustMessage::RevokedAndReplaced } else { TrustMessage::RevokedByMozilla };
    let clients = trust::clients().iter().filter(|client| client.revokes && client.newest && !client.mirrors);
    let found = sink
        .by(Law::Clients, Severity::Info, id)
        .with("name", certificate.label())
        .with("clients", clients.map(|client| ClientVersions::all(client.id)).collect::<Vec<_>>())
        .with("date", trust::revoked_as_of())
        .at(place);
    if replaceable {
        found.repair(Repair::WidestReach);
    }
}
