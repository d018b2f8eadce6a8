use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, DateEncoding};
use crate::report::message::ValidityMessage;
use crate::report::{Cite, Code, Role};

/// Dates that are not written as the standard wants them, or that contradict each other.
pub static RULE: Rule = Rule {
    code: Code::VAL006,
    cites: &[Cite::rfc(5280, "4.1.2.5")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate], check),
};

fn check(_: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let (start, end) = (&certificate.not_before, &certificate.not_after);
    for (field, moment) in [("notBefore", start), ("notAfter", end)] {
        if moment.encoding == DateEncoding::Irregular {
            let written = String::from_utf8_lossy(certificate.bytes(&moment.bytes)).into_owned();
            sink.warning(ValidityMessage::DateEncoding)
                .with("field", field)
                .with("written", written)
                .at(certificate.evidence(index, &format!("tbs.validity.{field}"), &moment.bytes));
        }
    }
    if end.at < start.at {
        sink.warning(ValidityMessage::EndsBeforeStart)
            .with("start", start.at)
            .with("end", end.at)
            .at(certificate.evidence(index, "tbs.validity.notAfter", &end.bytes));
    }
}
