use super::{Entry, left_out, report_left_out};
use crate::engine::names::{Presented, is_registrable};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code};

/// A wildcard that leaves its own bare domain out: an error where that is asked for; else a warning for
/// wildcards right below a domain that people register.
pub static RULE: Rule =
    Rule { code: Code::NAM004, cites: &[Cite::rfc(9525, "6.3")], in_force: InForce::Always, check: Check::Leaf(check) };

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let rows = left_out(analysis, leaf, Code::NAM004, bare);
    report_left_out(rows, (index, leaf), sink, |_| NameMessage::BareDomain, NameMessage::BareDomains);
}

/// The bare domain that people expect a wildcard to cover.
fn bare(entry: Entry) -> Option<String> {
    match entry.presented {
        Presented::Wildcard(base) if is_registrable(&base) => Some(base),
        _ => None,
    }
}
