//! What the boxes of the chain picture say.

use super::{chain_picture::What, headline};
use crate::app::context::Words;
use crate::report::{Code, Report, Role};
use crate::text::{escape, page::chain as words};

/// The three lines of a box.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What people call it.
    pub name: String,
    /// Key and days left.
    pub facts: String,
    /// The part it plays here.
    pub state: String,
}

impl Label {
    /// The box in one line.
    pub fn spoken(&self) -> String {
        [&self.name, &self.state, &self.facts]
            .into_iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// The words of one box.
pub fn label(what: &What, report: &Report, say: Words) -> Label {
    match what {
        What::Given(index) | What::Stranger(index) => {
            let Some(certificate) = report.certificates.get(*index) else { return empty() };
            let days = report.now.days_until(certificate.not_after);
            let state = match what {
                What::Stranger(_) => say.text(words::STRANGER).to_owned(),
                _ => given(*index, certificate.role, report, say),
            };
            Label {
                name: escape(&certificate.label),
                facts: format!("{} · {}", headline::key(&certificate.key), headline::days_left(days, say)),
                state,
            }
        }
        What::Known(_, name) => Label {
            name: escape(name),
            facts: say.text(words::KNOWN_FACTS).to_owned(),
            state: say.text(words::KNOWN).to_owned(),
        },
        What::Missing(index) => {
            let Some(missing) = report.chain.missing.get(*index) else { return empty() };
            let facts = if missing.in_pack { words::IN_PACK } else { words::NOT_GIVEN };
            Label {
                name: escape(short(&missing.subject)),
                facts: say.text(facts).to_owned(),
                state: say.text(words::MISSING).to_owned(),
            }
        }
    }
}

fn empty() -> Label {
    Label { name: String::new(), facts: String::new(), state: String::new() }
}

fn given(index: usize, role: Role, report: &Report, say: Words) -> String {
    let crossed =
        report.findings.iter().any(|finding| finding.code == Code::CHN015 && finding.certificate == Some(index));
    let Some(before) = report.chain.given.iter().position(|given| *given == index) else {
        return say.text(words::REMOVED).to_owned(); // by a repair
    };
    let words = match role {
        _ if report.chain.leaf == Some(index) => words::LEAF,
        _ if crossed => words::CROSSED,
        Role::Root => words::ROOT,
        Role::Intermediate | Role::Leaf => words::SENT,
    };
    say.fill(words, [("place", before.saturating_add(1).into())])
}

/// The common name of an RFC 4514 name, else all of it.
fn short(subject: &str) -> &str {
    let mut parts = subject.split(',');
    parts.find_map(|part| part.trim().strip_prefix("CN=")).unwrap_or(subject)
}
