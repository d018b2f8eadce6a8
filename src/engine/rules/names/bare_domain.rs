use super::entries;
use crate::engine::names::{Presented, coverage, is_registrable};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, HostCoverage};

/// A wildcard that leaves its own bare domain out: for the hosts asked for, else for every wildcard right below a
/// domain that people register.
pub static RULE: Rule =
    Rule { code: Code::NAM004, cites: &[Cite::rfc(9525, "6.3")], in_force: InForce::Always, check: Check::Leaf(check) };

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let wanted = &analysis.options.hosts;
    let bases: Vec<String>;
    let rows: &[HostCoverage] = if wanted.is_empty() {
        bases = entries(leaf)
            .filter_map(|entry| match entry.presented {
                Presented::Wildcard(base) if is_registrable(&base) => Some(base),
                _ => None,
            })
            .collect();
        // No base at all would mean "every name" to `coverage`.
        &if bases.is_empty() { Vec::new() } else { coverage(leaf, &bases) }
    } else {
        &analysis.hosts
    };
    for row in rows.iter().filter(|row| row.reason == Some(Code::NAM004)) {
        sink.warning(NameMessage::BareDomain)
            .with("host", row.host.as_str())
            .host(&row.host)
            .place(index, leaf, row.entry);
    }
}
