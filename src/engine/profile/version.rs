use super::{Certificate, Part, Violation};
use crate::engine::law::Law;
use crate::report::{Code, Severity, message::CertificateMessage};

/// Version 3, which alone can hold extensions. Old roots are version 1 and may stay so for clients: nobody reads their
/// extensions. RFC 5280 §4.1.2.1 lets a certificate without extensions be of any version.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    if certificate.version == 3 {
        return;
    }
    let (law, otherwise) = match (part, certificate.extensions.is_empty()) {
        (Part::Root, true) => (Law::Web, None),
        (Part::Root, false) => (Law::Rfc5280, None),
        (_, true) => (Law::ClientsAndWeb, Some(Severity::Warning)),
        (_, false) => (Law::Everyone, None),
    };
    let violation = Violation::new(Code::CRT001, law, otherwise, CertificateMessage::NotVersion3);
    out.push(violation.with("version", certificate.version).at("tbs.version", None));
}
