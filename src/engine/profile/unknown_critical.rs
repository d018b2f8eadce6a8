use super::{Certificate, ExtensionValue, Part, Violation};
use crate::engine::law::Law;
use crate::report::{Code, message::CertificateMessage};

/// "A certificate-using system MUST reject the certificate if it encounters a critical extension it does not recognize"
/// (RFC 5280 §4.2). Clients do not look at the extensions of a root that they trust.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    for extension in certificate.extensions.iter().filter(|extension| extension.critical) {
        let id = match extension.value {
            ExtensionValue::Unknown => CertificateMessage::UnknownCritical,
            ExtensionValue::CtPoison => CertificateMessage::Precertificate,
            _ => continue,
        };
        let law = if part == Part::Root { Law::Rfc5280 } else { Law::Everyone };
        out.push(Violation::new(Code::CRT011, law, None, id).of(extension));
    }
}
