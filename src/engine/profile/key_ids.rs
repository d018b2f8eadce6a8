use super::{Certificate, ExtensionValue, Part, Violation, extension};
use crate::engine::law::Law;
use crate::report::{Cite, Code, message::CertificateMessage};

/// Key identifiers, by which paths are found: every certificate names its issuer's key (RFC 5280 §4.2.1.1), every CA its
/// own (§4.2.1.2). One that signs itself need not name its issuer's. The Baseline Requirements want nothing but the key
/// identifier there (§7.1.2.11.1), and in a root its own (§7.1.2.1.3). No client minds.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let mut report = |law, id: CertificateMessage, name: &'static str, reason: &str, cite| {
        let violation = Violation::new(Code::CRT012, law, None, id).with("reason", reason);
        let found = certificate.extensions.iter().find(|extension| extension.name == Some(name));
        let violation = match found {
            Some(found) => violation.of(found),
            None => violation.with("extension", name).at(format!("tbs.extensions.{name}"), None),
        };
        out.push(violation.cite(cite));
    };
    let missing = CertificateMessage::MissingExtension;
    if certificate.is_ca() && certificate.version == 3 && certificate.subject_key_identifier().is_none() {
        report(Law::Rfc5280, missing, "subjectKeyIdentifier", "", Cite::rfc(5280, "4.2.1.2"));
    }
    let signs_itself = certificate.is_self_issued() && part != Part::Intermediate;
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::AuthorityKeyIdentifier(_));
    let Some(ExtensionValue::AuthorityKeyIdentifier(asked)) = extension(certificate, is).map(|it| &it.value) else {
        if !signs_itself && certificate.version == 3 {
            report(Law::Rfc5280, missing, "authorityKeyIdentifier", "", Cite::rfc(5280, "4.2.1.1"));
        }
        return;
    };
    let malformed = CertificateMessage::ExtensionContent;
    let name = "authorityKeyIdentifier";
    if asked.key_identifier.is_none() {
        let law = if signs_itself { Law::Web } else { Law::Rfc5280 };
        report(law, malformed, name, "no keyIdentifier", Cite::rfc(5280, "4.2.1.1"));
    }
    if asked.issuer.is_some() || asked.serial.is_some() {
        let reason = "authorityCertIssuer or authorityCertSerialNumber";
        report(Law::Web, malformed, name, reason, Cite::br("7.1.2.11.1"));
    }
    let own = certificate.subject_key_identifier();
    let is_own = asked.key_identifier.as_deref().zip(own).is_none_or(|(asked, own)| asked == own);
    if signs_itself && part == Part::Root && !is_own {
        let reason = "another key’s identifier than the root’s own";
        report(Law::Web, malformed, name, reason, Cite::br("7.1.2.1.3"));
    }
}
