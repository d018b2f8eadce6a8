use super::revocation_data::place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, trust};
use crate::report::message::TrustMessage;
use crate::report::{
    Cite, Code, Repair, RevocationReason, RevocationState, RevocationStatus, RevocationSummary, Role, Severity, Term,
    Timestamp,
};

/// A server certificate that stands on a list that was given, or that a given answer calls revoked. What is proved by a
/// signature goes before what is merely said; each certificate is spoken of once.
pub static RULE: Rule = Rule {
    code: Code::TRU006,
    cites: &[Cite::rfc(5280, "6.3"), Cite::rfc(6960, "2.2"), Cite::br("4.9.1")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// One certificate with what says that it is revoked: the index of the list or response, and the entry.
type Said<'a> = (usize, &'a RevocationSummary, &'a RevocationStatus);

fn check(analysis: &Analysis, sink: &mut Sink) {
    given(analysis, &|role| role == Role::Leaf, sink);
}

/// What was given says of the certificates that play a part.
pub(super) fn given(analysis: &Analysis, wanted: &dyn Fn(Role) -> bool, sink: &mut Sink) {
    let all = analysis.revocation.iter().enumerate();
    let mut said: Vec<Said<'_>> = all
        .flat_map(|(index, summary)| summary.certificates.iter().map(move |status| (index, summary, status)))
        .filter(|(.., status)| status.status == RevocationState::Revoked && wanted(analysis.role(status.certificate)))
        .filter(|(_, summary, status)| !trust::is_released(&analysis.revocation, summary, status, analysis.options.now))
        .collect();
    said.sort_by_key(|(index, _, status)| (status.certificate, !status.proved, *index));
    for about in said.chunk_by(|one, other| one.2.certificate == other.2.certificate) {
        report(analysis, about, sink);
    }
}

fn report(analysis: &Analysis, about: &[Said<'_>], sink: &mut Sink) {
    let Some((_, summary, status)) = about.first() else { return };
    let Some(certificate) = analysis.certificate(status.certificate) else { return };
    let aside =
        analysis.role(status.certificate) == Role::Intermediate && !analysis.chain.is_on_best(status.certificate);
    let (severity, id) = match status.reason {
        _ if !status.proved => (Severity::Warning, TrustMessage::RevokedUnproved),
        _ if aside => (Severity::Warning, TrustMessage::RevokedAside),
        Some(RevocationReason::CertificateHold) => (Severity::Error, TrustMessage::OnHold),
        _ if analysis.role(status.certificate) == Role::Leaf => (Severity::Error, TrustMessage::Revoked),
        _ => (Severity::Error, TrustMessage::AuthorityRevoked),
    };
    let found = sink
        .add(severity, id)
        .with("name", certificate.label())
        .with("issuer", summary.label.as_str())
        .with("at", status.at.unwrap_or(Timestamp::from_unix(0)))
        .with("reason", Term::Reason(status.reason.unwrap_or(RevocationReason::Unspecified)))
        .certificate(status.certificate);
    let found = if aside && status.proved { found.repair(Repair::FullChain) } else { found };
    about.iter().fold(found, |found, (index, ..)| found.at(place(analysis, *index)));
}
