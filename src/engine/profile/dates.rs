use super::{Certificate, Part, Violation};
use crate::engine::{law::Law, x509::DateEncoding};
use crate::report::{Cite, Code, Severity, message::ValidityMessage};

/// Dates as RFC 5280 §4.1.2.5 has them written: `UTCTime` through 2049, `GeneralizedTime` from then on, seconds and Z. That
/// one ends before it begins is left to what its dates say of now.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let otherwise = (part != Part::Root).then_some(Severity::Warning);
    let (start, end) = (&certificate.not_before, &certificate.not_after);
    for (field, moment) in [("notBefore", start), ("notAfter", end)] {
        if moment.encoding == DateEncoding::Irregular {
            let written = String::from_utf8_lossy(certificate.bytes(&moment.bytes)).into_owned();
            let violation = Violation::new(Code::VAL006, Law::Rfc5280, otherwise, ValidityMessage::DateEncoding);
            let violation = violation.with("field", field).with("written", written);
            let path = format!("tbs.validity.{field}");
            out.push(violation.at(path, Some(&moment.bytes)).cite(Cite::rfc(5280, "4.1.2.5")));
        }
    }
    if end.at < start.at {
        let violation = Violation::new(Code::VAL006, Law::Rfc5280, otherwise, ValidityMessage::EndsBeforeStart);
        let violation = violation.with("start", start.at).with("end", end.at);
        out.push(violation.at("tbs.validity.notAfter", Some(&end.bytes)));
    }
}
