use super::{Entry, left_out, report_left_out};
use crate::engine::names::{Presented, is_registrable, other_form};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, HostCoverage};

/// People type a domain with and without `www`; only one of the two is covered: an error where the other is asked
/// for, else a warning for domains that people register.
pub static RULE: Rule =
    Rule { code: Code::NAM005, cites: &[Cite::rfc(9525, "6.3")], in_force: InForce::Always, check: Check::Leaf(check) };

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let rows = left_out(analysis, leaf, Code::NAM005, other);
    report_left_out(rows, (index, leaf), sink, message, NameMessage::OneFormOnly);
}

fn message(row: &HostCoverage) -> NameMessage {
    if row.host.starts_with("www.") { NameMessage::OnlyWithoutWww } else { NameMessage::OnlyWithWww }
}

/// The other way of typing a domain.
fn other(entry: Entry) -> Option<String> {
    match entry.presented {
        Presented::Name(name) if is_registrable(name.strip_prefix("www.").unwrap_or(&name)) => Some(other_form(&name)),
        _ => None,
    }
}
