use super::extension;
use crate::engine::{
    Analysis, Law,
    crypto::Verification,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, Severity, message::ChainMessage};

/// The authority key identifier asks for another issuer than the one whose key made the signature.
pub static RULE: Rule = Rule {
    code: Code::CHN011,
    cites: &[Cite::rfc(5280, "4.2.1.1"), Cite::rfc(5280, "4.2.1.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for (index, link) in analysis.chain.best_links() {
        // A wrong signature with a wrong key id is the wrong issuer, and CHN006 says so.
        if link.key_ids_agree != Some(false) || link.signature == Verification::Invalid {
            continue;
        }
        let (Some(certificate), Some(issuer)) = (analysis.certificate(index), analysis.certificate(link.issuer)) else {
            continue;
        };
        let asked = certificate.authority_key_identifier();
        let by_key = asked.is_some_and(|asked| issuer.subject_key_identifier().is_some_and(|own| own != asked));
        let id = if by_key { ChainMessage::KeyIdsDisagree } else { ChainMessage::SerialsDisagree };
        let found = sink
            .by(Law::Rfc5280, Severity::Warning, id)
            .with("certificate", certificate.label())
            .with("issuer", issuer.label())
            .at(extension(index, certificate, "authorityKeyIdentifier"));
        found.at(if by_key {
            extension(link.issuer, issuer, "subjectKeyIdentifier")
        } else {
            issuer.evidence(link.issuer, "tbs.serialNumber", &issuer.serial_bytes)
        });
    }
}
