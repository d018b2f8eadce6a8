use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::validity::renew_at;
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::ValidityMessage;
use crate::report::{Cite, Code};

/// Still valid, but the time to renew has come.
pub static RULE: Rule = Rule {
    code: Code::VAL003,
    cites: &[Cite::rfc(9773, ""), Cite::br("6.3.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let (now, start, end) = (analysis.options.now, leaf.not_before.at, &leaf.not_after);
    let due = renew_at(start, end.at);
    if now < due || now < start || now > end.at {
        return;
    }
    sink.warning(ValidityMessage::RenewNow)
        .with("days", now.days_until(end.at))
        .with("date", end.at)
        .with("due", due)
        .at(leaf.evidence(index, "tbs.validity.notAfter", &end.bytes));
}
