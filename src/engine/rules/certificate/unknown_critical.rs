use super::extension_place;
use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, ExtensionValue};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Role};

/// A critical extension that TLS clients do not process: they must refuse the certificate. A precertificate is the
/// planned case of it.
pub static RULE: Rule = Rule {
    code: Code::CRT011,
    cites: &[Cite::rfc(5280, "4.2"), Cite::rfc(6962, "3.1")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate], check),
};

fn check(_: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    for extension in certificate.extensions.iter().filter(|extension| extension.critical) {
        let id = match extension.value {
            ExtensionValue::Unknown => CertificateMessage::UnknownCritical,
            ExtensionValue::CtPoison => CertificateMessage::Precertificate,
            _ => continue,
        };
        sink.error(id).with("extension", extension.name.unwrap_or(&extension.oid)).at(extension_place(
            index,
            certificate,
            extension,
        ));
    }
}
