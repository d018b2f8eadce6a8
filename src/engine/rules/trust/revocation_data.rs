use super::{kind, place};
use crate::engine::Analysis;
use crate::engine::read::Revocation;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::TrustMessage;
use crate::report::{Cite, Code, OcspStatus, RevocationState, RevocationSummary, SignatureState, Timestamp};

/// A revocation list or an OCSP response that no client would rely on, or that has nothing to say here.
pub static RULE: Rule = Rule {
    code: Code::TRU008,
    cites: &[Cite::rfc(5280, "6.3.3"), Cite::rfc(6960, "3.2"), Cite::br("4.9.7"), Cite::br("4.9.10")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (index, summary) in analysis.revocation.iter().enumerate() {
        for id in flaws(summary, analysis.options.now) {
            sink.warning(id)
                .with("kind", kind(summary))
                .with("issuer", summary.label.as_str())
                .with("this", summary.this_update.unwrap_or(analysis.options.now))
                .with("next", summary.next_update.unwrap_or(analysis.options.now))
                .with("status", summary.response.map(OcspStatus::name).unwrap_or_default())
                .with("signature", signature_name(analysis, index))
                .at(place(analysis, index));
        }
        for status in summary.certificates.iter().filter(|status| status.status == RevocationState::Unknown) {
            let name = analysis.certificate(status.certificate).map(|it| it.label()).unwrap_or_default();
            sink.warning(TrustMessage::UnknownToResponder)
                .with("name", name)
                .with("issuer", summary.label.as_str())
                .at(place(analysis, index))
                .certificate(status.certificate);
        }
    }
}

/// What is wrong with one of them, as a whole.
fn flaws(summary: &RevocationSummary, now: Timestamp) -> Vec<TrustMessage> {
    if summary.response.is_some_and(|status| status != OcspStatus::Successful) {
        return vec![TrustMessage::NoAnswer];
    }
    // Of data about others neither age nor signature matters.
    if summary.certificates.is_empty() && !summary.delta {
        return vec![TrustMessage::AboutOthers];
    }
    let time = match () {
        () if summary.this_update.is_some_and(|this| this > now) => Some(TrustMessage::NotYet),
        () if summary.next_update.is_some_and(|next| next < now) => Some(TrustMessage::Stale),
        () => None,
    };
    let signature = match summary.signature {
        SignatureState::Valid => None,
        SignatureState::Invalid => Some(TrustMessage::SignatureWrong),
        SignatureState::NoIssuer => Some(TrustMessage::SignerMissing),
        SignatureState::Unauthorised => Some(TrustMessage::SignerUnauthorised),
        SignatureState::NotChecked | SignatureState::None => Some(TrustMessage::SignatureNotChecked),
    };
    signature.into_iter().chain(time).collect()
}

fn signature_name(analysis: &Analysis, index: usize) -> String {
    let signed = match analysis.material.revocation.get(index) {
        Some((_, Revocation::List(list))) => Some(&list.signed),
        Some((_, Revocation::Response(response))) => response.basic.as_ref().map(|basic| &basic.signed),
        None => None,
    };
    signed.map(|signed| signed.algorithm.name.clone()).unwrap_or_default()
}
