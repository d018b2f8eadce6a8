//! What the boxes of the chain picture are, and what they say.

use super::{chain_picture::What, gap};
use crate::app::{context::Words, view::ends_in_private_root};
use crate::report::{Code, Report, Role};
use crate::text::{Pair, escape, headline, page::chain as words};

/// The part that a box plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The server certificate.
    Leaf,
    /// An intermediate certificate that was given.
    Sent,
    /// One that leads to an older root.
    Crossed,
    /// A root that was given.
    Root,
    /// The same, and nobody has it.
    Private,
    /// A root that was named as trusted, and was not given.
    Own,
    /// Given, and revoked.
    Revoked,
    /// Given, but left out by a repair.
    Removed,
    /// A root that clients have, and that is not sent.
    Known,
    /// From the supply.
    Supplied,
    /// Missing.
    Missing,
    /// Given, and belongs to no path.
    Stranger,
}

impl Part {
    /// Every part, in the order of the legend.
    pub const ALL: [Self; 12] = [
        Self::Leaf,
        Self::Sent,
        Self::Crossed,
        Self::Missing,
        Self::Supplied,
        Self::Root,
        Self::Known,
        Self::Private,
        Self::Own,
        Self::Revoked,
        Self::Removed,
        Self::Stranger,
    ];

    /// Its name in style sheets.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Leaf => "leaf",
            Self::Sent => "sent",
            Self::Crossed => "crossed",
            Self::Root => "root",
            Self::Private => "private",
            Self::Own => "own",
            Self::Revoked => "revoked",
            Self::Removed => "removed",
            Self::Known => "known",
            Self::Supplied => "supplied",
            Self::Missing => "missing",
            Self::Stranger => "stranger",
        }
    }

    /// What the legend says of it; none for what needs no explanation.
    pub const fn legend(self) -> Option<Pair> {
        Some(match self {
            Self::Leaf | Self::Sent | Self::Revoked => return None,
            Self::Crossed => words::LEGEND_CROSSED,
            Self::Root => words::LEGEND_ROOT,
            Self::Private => words::LEGEND_PRIVATE,
            Self::Own => words::LEGEND_OWN,
            Self::Removed => words::LEGEND_REMOVED,
            Self::Known => words::LEGEND_KNOWN,
            Self::Supplied => words::LEGEND_SUPPLIED,
            Self::Missing => words::LEGEND_MISSING,
            Self::Stranger => words::LEGEND_STRANGER,
        })
    }
}

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

/// The part of one box.
pub fn part(what: &What, report: &Report) -> Part {
    match what {
        What::Given(index) => given(*index, report),
        What::Supplied(_) => Part::Supplied,
        What::Missing(_) => Part::Missing,
        What::Known(..) => Part::Known,
        What::Stranger(_) => Part::Stranger,
    }
}

/// The words of one box.
pub fn label(what: &What, report: &Report, say: Words) -> Label {
    let said = |name: &str, facts: &str, state: String| Label { name: escape(name), facts: facts.to_owned(), state };
    match what {
        What::Given(index) | What::Supplied(index) | What::Stranger(index) => {
            let Some(certificate) = report.certificates.get(*index) else { return said("", "", String::new()) };
            let days = report.now.days_until(certificate.not_after);
            let facts = format!("{} · {}", headline::key(&certificate.key), headline::days_left(days, say.0));
            said(&certificate.label, &facts, state(what, *index, report, say))
        }
        What::Known(_, name) => said(name, say.text(words::KNOWN_FACTS), say.text(words::KNOWN).to_owned()),
        What::Missing(index) => {
            let subject = report.chain.missing.get(*index).map(|missing| short(&missing.subject)).unwrap_or_default();
            said(subject, say.text(words::NOT_GIVEN), say.text(words::MISSING).to_owned())
        }
    }
}

/// A box in one line, with what there is no room for in it: who issued the certificate, from when to when it is good, and
/// its fingerprint.
pub fn details(what: &What, report: &Report, say: Words) -> String {
    let Label { name, facts, state } = label(what, report, say);
    let mut said = vec![name, state, facts];
    if let What::Given(index) | What::Supplied(index) | What::Stranger(index) = what
        && let Some(certificate) = report.certificates.get(*index)
    {
        let dates = [("from", certificate.not_before.into()), ("to", certificate.not_after.into())];
        said.push(say.fill(words::ISSUED, [("name", short(&certificate.issuer).into())]));
        said.push(say.fill(words::DATES, dates));
        said.push(format!("SHA-256 {}", certificate.sha256));
    }
    said.retain(|part| !part.is_empty());
    said.join(" · ")
}

fn given(index: usize, report: &Report) -> Part {
    let role = report.certificates.get(index).map(|certificate| certificate.role);
    let has = |code| report.findings.iter().any(|finding| finding.code == code && finding.certificate == Some(index));
    let is_input = || report.inputs.iter().any(|input| input.certificate == Some(index));
    match role {
        _ if report.chain.leaf == Some(index) => Part::Leaf,
        _ if has(Code::TRU005) => Part::Revoked,
        Some(Role::Root) if !report.chain.given.contains(&index) && !is_input() => Part::Own,
        Some(Role::Root) if ends_in_private_root(report) || only_passes_for_public(report) => Part::Private,
        _ if !report.chain.given.contains(&index) => Part::Removed,
        _ if has(Code::CHN015) => Part::Crossed,
        Some(Role::Root) => Part::Root,
        _ => Part::Sent,
    }
}

fn only_passes_for_public(report: &Report) -> bool {
    report.trust.clients.iter().any(|client| client.reason == Some(Code::TRU001))
}

/// The last line of a certificate's box: its part, and its place among what was given.
fn state(what: &What, index: usize, report: &Report, say: Words) -> String {
    let before = report.chain.given.iter().position(|given| *given == index);
    let fills_gap = report.chain.missing.iter().any(|gap| gap::issuer_in_supply(gap.issued, report) == Some(index));
    let words = match (part(what, report), before) {
        (Part::Leaf, Some(_)) => words::LEAF,
        (Part::Crossed, Some(_)) => words::CROSSED,
        (Part::Root, Some(_)) => words::ROOT,
        (Part::Own, _) => words::OWN,
        (Part::Revoked, Some(_)) => words::REVOKED,
        (Part::Private, Some(_)) => words::PRIVATE,
        (Part::Private, None) => words::PRIVATE_KEPT,
        (Part::Supplied, _) if fills_gap => words::SUPPLIED_GAP,
        (Part::Supplied, _) => words::SUPPLIED,
        (Part::Stranger, _) => words::STRANGER,
        (_, Some(_)) => words::SENT,
        (_, None) => words::REMOVED,
    };
    say.fill(words, [("place", before.unwrap_or_default().saturating_add(1).into())])
}

/// The common name of an RFC 4514 name, else all of it.
fn short(subject: &str) -> &str {
    let mut parts = subject.split(',');
    parts.find_map(|part| part.trim().strip_prefix("CN=")).unwrap_or(subject)
}
