use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::validity::{days, lifetime_seconds, limit_at, renew_at};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::ValidityMessage;
use crate::report::{Cite, Code};

/// The next certificate can not live as long as this one: by the time it is due the limit is lower.
pub static RULE: Rule =
    Rule { code: Code::VAL007, cites: &[Cite::br("6.3.2")], in_force: InForce::Always, check: Check::Leaf(check) };

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let due = renew_at(leaf.not_before.at, leaf.not_after.at).max(analysis.options.now);
    let (Some(then), Some(today)) = (limit_at(due), limit_at(leaf.not_before.at)) else { return };
    if then.days >= today.days || days(lifetime_seconds(leaf)) <= i64::from(then.days) {
        return;
    }
    sink.info(ValidityMessage::NextRenewal)
        .with("due", due)
        .with("allowed", then.days)
        .with("since", then.since)
        .at(leaf.evidence(index, "tbs.validity.notAfter", &leaf.not_after.bytes));
}
