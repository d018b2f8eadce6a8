use crate::engine::read::Revocation;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, Law};
use crate::report::message::TrustMessage;
use crate::report::{
    Cite, Code, Evidence, InputKind, OcspStatus, RevocationKind, RevocationState, RevocationStatus, RevocationSummary,
    Severity, SignatureState, Term, Timestamp,
};

/// A revocation list or an OCSP response that no client would rely on, or that has nothing to say here.
pub static RULE: Rule = Rule {
    code: Code::TRU008,
    cites: &[Cite::rfc(5280, "6.3.3"), Cite::rfc(6960, "3.2"), Cite::br("4.9.7"), Cite::br("4.9.10")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

/// How long an OCSP answer of a public CA may hold, in days (BR 4.9.10).
const ANSWER_DAYS: i64 = 10;

fn check(analysis: &Analysis, sink: &mut Sink) {
    for (index, summary) in analysis.revocation.iter().enumerate() {
        // To the letter, a list that can not be used leaves open whether a certificate of the path is revoked, and that is
        // reason enough to refuse it (RFC 5280 §6.3.3).
        let best = analysis.chain.best().map(|path| path.certificates.as_slice()).unwrap_or_default();
        let concerns = summary.certificates.iter().any(|status| best.contains(&status.certificate));
        let law = (concerns && summary.kind == RevocationKind::Crl).then_some(Law::Rfc5280);
        for (id, extension) in letter(analysis, index).filter(|_| concerns) {
            sink.by(Law::Rfc5280, Severity::Info, id)
                .with("issuer", summary.label.as_str())
                .with("extension", extension)
                .at(place(analysis, index));
        }
        for id in flaws(summary, analysis) {
            let severity = law.and_then(|law| sink.severity(law)).unwrap_or(Severity::Warning);
            sink.add(severity, id)
                .with("kind", kind(summary))
                .with("issuer", summary.label.as_str())
                .with("this", summary.this_update.unwrap_or(analysis.options.now))
                .with("next", summary.next_update.unwrap_or(analysis.options.now))
                .with("status", summary.response.map(OcspStatus::name).unwrap_or_default())
                .with("signature", signature_name(analysis, index))
                .with("oid", summary.unknown_critical.as_deref().unwrap_or_default())
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

/// What RFC 5280 asks of the extensions of a list, and clients do not: its number (§5.2.3) and its issuer's key id (§5.2.1)
/// are there and not critical; the point that it is issued at is (§5.2.5).
fn letter(analysis: &Analysis, index: usize) -> impl Iterator<Item = (TrustMessage, &'static str)> {
    const ASKED: [(&str, &str, bool, bool); 3] = [
        ("2.5.29.20", "cRLNumber", true, false),
        ("2.5.29.35", "authorityKeyIdentifier", true, false),
        ("2.5.29.28", "issuingDistributionPoint", false, true),
    ];
    let list = analysis.material.revocation.get(index).and_then(|(_, given)| match given {
        Revocation::List(list) => Some(list),
        Revocation::Response(_) => None,
    });
    list.into_iter().flat_map(|list| {
        ASKED.into_iter().filter_map(|(oid, name, needed, critical)| {
            match list.extensions.iter().find(|extension| extension.oid == oid) {
                None => needed.then_some((TrustMessage::ListLacks, name)),
                Some(found) => (found.critical != critical).then_some((TrustMessage::ListCriticality, name)),
            }
        })
    })
}

/// What is wrong with one of them, as a whole.
fn flaws(summary: &RevocationSummary, analysis: &Analysis) -> Vec<TrustMessage> {
    if summary.response.is_some_and(|status| status != OcspStatus::Successful) {
        return vec![TrustMessage::NoAnswer];
    }
    // Of data about others neither age nor signature matters.
    if summary.certificates.is_empty() && !summary.delta {
        return vec![match () {
            () if analysis.material.certificates.is_empty() => TrustMessage::NothingToLookUp,
            () if summary.partial => TrustMessage::OnlySome,
            () => TrustMessage::AboutOthers,
        }];
    }
    let unproved = |status: &RevocationStatus| status.status == RevocationState::Revoked && !status.proved;
    let signature = match summary.signature {
        SignatureState::Valid if summary.unknown_critical.is_some() => Some(TrustMessage::UnknownCritical),
        SignatureState::Valid if summary.certificates.iter().any(unproved) => Some(TrustMessage::SignerUnauthorised),
        SignatureState::Valid => None,
        SignatureState::Invalid => Some(TrustMessage::SignatureWrong),
        SignatureState::NoIssuer => Some(TrustMessage::SignerMissing),
        SignatureState::Unauthorised => Some(TrustMessage::SignerUnauthorised),
        SignatureState::NotChecked | SignatureState::None => Some(TrustMessage::SignatureNotChecked),
    };
    signature.into_iter().chain(age(summary, analysis.options.now)).collect()
}

/// What is wrong with its dates.
fn age(summary: &RevocationSummary, now: Timestamp) -> Option<TrustMessage> {
    let this = summary.this_update?;
    let days = this.days_until(now);
    match (summary.kind, summary.next_update) {
        _ if this > now => Some(TrustMessage::NotYet),
        (_, Some(next)) if next < now => Some(TrustMessage::Stale),
        (RevocationKind::Crl, None) => Some(TrustMessage::WithoutEnd),
        (RevocationKind::Ocsp, _) if days > ANSWER_DAYS => Some(TrustMessage::TooOld),
        _ => None,
    }
}

fn signature_name(analysis: &Analysis, index: usize) -> String {
    let signed = match analysis.material.revocation.get(index) {
        Some((_, Revocation::List(list))) => Some(&list.signed),
        Some((_, Revocation::Response(response))) => response.basic.as_ref().map(|basic| &basic.signed),
        None => None,
    };
    signed.map(|signed| signed.algorithm.name.clone()).unwrap_or_default()
}

/// Where a revocation list or an OCSP response stood in what was given.
pub(super) fn place(analysis: &Analysis, index: usize) -> Evidence {
    let given = analysis.material.revocation.get(index);
    let input = given.and_then(|(input, _)| analysis.material.inputs.get(*input));
    Evidence {
        path: input.map(|input| input.source.clone()).unwrap_or_default(),
        line: input.and_then(|input| input.line),
        ..Evidence::default()
    }
}

/// What it is, in words.
fn kind(summary: &RevocationSummary) -> Term {
    Term::Input(match summary.kind {
        RevocationKind::Crl => InputKind::Crl,
        RevocationKind::Ocsp => InputKind::Ocsp,
    })
}
