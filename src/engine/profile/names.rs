use super::{Certificate, Part, Violation};
use crate::engine::law::Law;
use crate::report::{Cite, Code, Severity, message::CertificateMessage};

/// "The issuer field MUST contain a non-empty distinguished name" (RFC 5280 §4.1.2.4), and so must the subject of a CA
/// (§4.1.2.6).
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let (issuer, subject) = (&certificate.issuer, &certificate.subject);
    let cases = [
        (issuer, issuer.attributes.is_empty(), "tbs.issuer", "4.1.2.4", CertificateMessage::NoIssuerName),
        (
            subject,
            subject.attributes.is_empty() && (part != Part::Leaf || certificate.is_ca()),
            "tbs.subject",
            "4.1.2.6",
            CertificateMessage::NoSubjectName,
        ),
    ];
    for (name, _, path, section, id) in cases.into_iter().filter(|(_, applies, ..)| *applies) {
        let otherwise = (part != Part::Root).then_some(Severity::Warning);
        let violation = Violation::new(Code::CRT016, Law::Rfc5280, otherwise, id);
        out.push(violation.at(path, Some(&name.bytes)).cite(Cite::rfc(5280, section)));
    }
}
