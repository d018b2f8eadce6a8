use super::{extension, issuer, labels};
use crate::engine::{
    Analysis,
    chain::PathEnd,
    rules::{Check, InForce, Rule, Sink},
    x509::{Certificate, Name},
};
use crate::report::{Cite, Code, Repair, Timestamp, message::ChainMessage};

/// The chain ends below a certificate that is neither given nor a root that clients have, or never ends.
pub static RULE: Rule = Rule {
    code: Code::CHN003,
    cites: &[Cite::rfc(5246, "7.4.2"), Cite::rfc(8446, "4.4.2"), Cite::rfc(5280, "4.2.2.1")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, leaf: usize, _: &Certificate, sink: &mut Sink) {
    let Some(path) = analysis.chain.best() else { return };
    let Some(&last) = path.certificates.last() else { return };
    let Some(certificate) = analysis.certificate(last) else { return };
    match path.end {
        // Who is named as its issuer did not sign it: CHN006 says so.
        PathEnd::Missing if analysis.chain.disowned().is_some() => {}
        // At a glance there is no supply, nor its code.
        PathEnd::Missing if cfg!(feature = "engine") && supplied(analysis, last, certificate, sink) => {}
        PathEnd::Missing => missing(analysis.chain.namesake, leaf == last, (last, certificate), sink),
        PathEnd::Loop => {
            sink.error(ChainMessage::Circle)
                .with("certificate", certificate.label())
                .with("issuer", certificate.issuer.label())
                .at(issuer(last, certificate));
        }
        PathEnd::SelfSigned | PathEnd::Trusted | PathEnd::KnownRoot(_) | PathEnd::Stopped => {}
    }
}

/// The gap that the supply fills; whether it does.
fn supplied(analysis: &Analysis, last: usize, certificate: &Certificate, sink: &mut Sink) -> bool {
    let added: Vec<_> =
        analysis.serve.widest.iter().copied().filter(|index| analysis.material.supplied.contains(index)).collect();
    let date = analysis.trust.supply_as_of.as_deref().and_then(Timestamp::parse);
    let Some(date) = date.filter(|_| !added.is_empty()) else { return false };
    sink.error(ChainMessage::MissingSupplied)
        .with("issuer", certificate.issuer.label())
        .with("certificate", certificate.label())
        .with("added", labels(analysis, &added))
        .with("date", date)
        .at(issuer(last, certificate))
        .repair(Repair::FullChain);
    true
}

fn missing(namesake: bool, of_leaf: bool, (last, certificate): (usize, &Certificate), sink: &mut Sink) {
    let access = certificate.authority_information_access();
    let address = access.and_then(|access| access.ca_issuers.first().cloned());
    let id = match (of_leaf, &address) {
        (_, Some(_)) if namesake => ChainMessage::MissingNamesakeAt,
        (_, None) if namesake => ChainMessage::MissingNamesake,
        _ if says_root(&certificate.issuer) => ChainMessage::MissingRoot,
        (true, Some(_)) => ChainMessage::MissingIssuer,
        (true, None) => ChainMessage::MissingIssuerWithoutAddress,
        (false, Some(_)) => ChainMessage::MissingAbove,
        (false, None) => ChainMessage::MissingAboveWithoutAddress,
    };
    let found = sink
        .error(id)
        .with("issuer", certificate.issuer.label())
        .with("subject", described(certificate))
        .with("certificate", certificate.label())
        .with("address", address.unwrap_or_default())
        .at(issuer(last, certificate));
    let found = match certificate.authority_key_identifier() {
        Some(_) => found.at(extension(last, certificate, "authorityKeyIdentifier")),
        None => found,
    };
    if access.is_some_and(|access| !access.ca_issuers.is_empty()) {
        found.at(extension(last, certificate, "authorityInfoAccess"));
    }
}

/// The missing certificate's subject, with its key id in brackets where it is told.
fn described(certificate: &Certificate) -> String {
    let subject = certificate.issuer.to_string();
    match certificate.authority_key_identifier() {
        Some(key_id) => format!("{subject} [{}]", crate::engine::analysis::hex(key_id)),
        None => subject,
    }
}

/// A name that says root. As a missing issuer it is a new root that phones reach only through its cross-signed
/// certificate (Let's Encrypt's Root YR and Root YE in 2026), one that was withdrawn, or a private one.
pub(super) fn says_root(name: &Name) -> bool {
    name.label()
        .split(|character: char| !character.is_ascii_alphanumeric())
        .any(|word| word.eq_ignore_ascii_case("root"))
}
