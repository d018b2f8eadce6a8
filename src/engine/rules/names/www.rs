use super::entries;
use crate::engine::names::{Presented, coverage, is_registrable, other_form};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, HostCoverage};

/// People type a domain with and without `www`; only one of the two is covered. Asked of the hosts wanted, else of
/// every domain that people register.
pub static RULE: Rule =
    Rule { code: Code::NAM005, cites: &[Cite::rfc(9525, "6.3")], in_force: InForce::Always, check: Check::Leaf(check) };

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let wanted = &analysis.options.hosts;
    let others: Vec<String>;
    let rows: &[HostCoverage] = if wanted.is_empty() {
        others = entries(leaf)
            .filter_map(|entry| match entry.presented {
                Presented::Name(name) if is_registrable(name.strip_prefix("www.").unwrap_or(&name)) => {
                    Some(other_form(&name))
                }
                _ => None,
            })
            .collect();
        &if others.is_empty() { Vec::new() } else { coverage(leaf, &others) }
    } else {
        &analysis.hosts
    };
    for row in rows.iter().filter(|row| row.reason == Some(Code::NAM005)) {
        let id = if row.host.starts_with("www.") { NameMessage::OnlyWithoutWww } else { NameMessage::OnlyWithWww };
        sink.warning(id)
            .with("host", row.host.as_str())
            .with("other", other_form(&row.host))
            .host(&row.host)
            .place(index, leaf, row.entry);
    }
}
