use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Role};

/// Most octets of a serial number.
const LONGEST: usize = 20;

/// A serial number that is not a positive number of at most 20 octets. Roots are left out: several of the oldest
/// public ones have the number 0, and nobody revokes a root by its number.
pub static RULE: Rule = Rule {
    code: Code::CRT005,
    cites: &[Cite::rfc(5280, "4.1.2.2"), Cite::br("7.1.2.7")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate], check),
};

fn check(_: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let serial = &certificate.serial;
    let id = if serial.first().is_some_and(|first| first & 0x80 != 0) {
        CertificateMessage::SerialNegative
    } else if serial.iter().all(|octet| *octet == 0) {
        CertificateMessage::SerialZero
    } else if serial.len() > LONGEST {
        CertificateMessage::SerialTooLong
    } else {
        return;
    };
    sink.warning(id).with("octets", serial.len()).at(certificate.evidence(
        index,
        "tbs.serialNumber",
        &certificate.serial_bytes,
    ));
}
