use super::{Certificate, Part, Violation};
use crate::engine::law::Law;
use crate::report::{Code, Severity, message::CertificateMessage};

/// Most octets of a serial number.
const LONGEST: usize = 20;

/// A positive number of at most 20 octets (RFC 5280 §4.1.2.2). Roots are left out: several of the oldest public ones
/// have the number 0, and nobody revokes a root by its number.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let serial = &certificate.serial;
    let id = if part == Part::Root {
        return;
    } else if serial.first().is_some_and(|first| first & 0x80 != 0) {
        CertificateMessage::SerialNegative
    } else if serial.iter().all(|octet| *octet == 0) {
        CertificateMessage::SerialZero
    } else if serial.len() > LONGEST {
        CertificateMessage::SerialTooLong
    } else {
        return;
    };
    let violation = Violation::new(Code::CRT005, Law::Rfc5280, Some(Severity::Warning), id);
    out.push(violation.with("octets", serial.len()).at("tbs.serialNumber", Some(&certificate.serial_bytes)));
}
