use crate::engine::names::{Presented, presented};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, HostCoverage};

/// The host lies two or more labels below a wildcard, which stands for exactly one.
pub static RULE: Rule =
    Rule { code: Code::NAM003, cites: &[Cite::rfc(9525, "6.3")], in_force: InForce::Always, check: Check::Host(check) };

fn check(analysis: &Analysis, leaf: &Certificate, row: &HostCoverage, sink: &mut Sink) {
    let Some((index, _)) = analysis.leaf().filter(|_| row.reason == Some(Code::NAM003)) else { return };
    let Some(entry) = row.entry.and_then(|entry| leaf.subject_alternative_names()?.get(entry)) else { return };
    let Presented::Wildcard(base) = presented(entry) else { return };
    sink.error(NameMessage::BelowWildcard)
        .with("host", row.host.as_str())
        .with("wildcard", format!("*.{base}"))
        .with("base", base)
        .host(&row.host)
        .place(index, leaf, row.entry);
}
