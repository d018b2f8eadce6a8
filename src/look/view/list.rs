//! Many certificates as rows: which of them are wanted, in which order, and which of those are in sight.

use super::search::folded;
use crate::report::{CertificateSummary, Code, Report, Role, Severity};
use crate::text::headline;
use std::{cell::OnceCell, ops::Range};

/// An end that is this near is worth a look, in days: what most people renew by.
pub const SOON: i64 = 30;

/// What is behind a certificate in the list: everything that rows are looked for and sorted by, made once a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Index into the report's list.
    pub certificate: usize,
    /// Whole days until it ends; less than nothing once it has.
    pub days: i64,
    /// The findings that speak of it, as indexes into the report's.
    pub findings: Vec<usize>,
    /// The worst of them.
    pub worst: Option<Severity>,
    /// What is looked through, once somebody looks for something: for thousands that takes its time.
    folded: OnceCell<String>,
}

/// What rows can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// What people call it.
    Name,
    /// Who issued it.
    Issuer,
    /// When it ends.
    #[default]
    Expiry,
    /// Kind and size of its key.
    Key,
    /// How bad what was found is, and how much it is.
    Findings,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; 5] = [Self::Name, Self::Issuer, Self::Expiry, Self::Key, Self::Findings];

    /// Its name in hooks.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Issuer => "issuer",
            Self::Expiry => "expiry",
            Self::Key => "key",
            Self::Findings => "findings",
        }
    }
}

/// The order of the rows. What ends first stands first: that is what people look for among many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub by: Column,
    /// The other way round.
    pub reversed: bool,
}

impl Order {
    /// The order after a click on a column: once more turns it round.
    pub fn clicked(self, column: Column) -> Self {
        Self { by: column, reversed: self.by == column && !self.reversed }
    }
}

/// Which rows are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Every one.
    #[default]
    All,
    /// Those that have ended.
    Expired,
    /// Those that end within [`SOON`] days.
    Expiring,
    /// Those with a finding of this severity.
    Severity(Severity),
    /// Those with this finding.
    Code(Code),
}

impl Filter {
    /// The filters that every list has.
    pub const COMMON: [Self; 6] = [
        Self::All,
        Self::Expired,
        Self::Expiring,
        Self::Severity(Severity::Error),
        Self::Severity(Severity::Warning),
        Self::Severity(Severity::Info),
    ];

    /// Its name in forms.
    pub const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Expired => "expired",
            Self::Expiring => "expiring",
            Self::Severity(Severity::Error) => "error",
            Self::Severity(Severity::Warning) => "warning",
            Self::Severity(Severity::Info) => "info",
            Self::Code(code) => code.as_str(),
        }
    }

    /// The same where the list offers it, else all: of a code that nothing is said of any more, no form could let go.
    pub fn offered(self, codes: &[(Code, usize)]) -> Self {
        match self {
            Self::Code(code) if codes.iter().all(|(known, _)| *known != code) => Self::All,
            filter => filter,
        }
    }

    /// As [`Self::id`] writes it; all for anything else.
    pub fn from_id(id: &str) -> Self {
        let codes = Code::ALL.iter().map(|code| Self::Code(*code));
        Self::COMMON.into_iter().chain(codes).find(|filter| filter.id() == id).unwrap_or_default()
    }

    fn takes(self, row: &Row, report: &Report) -> bool {
        let finds = |is: &dyn Fn(Severity, Code) -> bool| {
            let findings = row.findings.iter().filter_map(|index| report.findings.get(*index));
            findings.into_iter().any(|finding| is(finding.severity, finding.code))
        };
        match self {
            Self::All => true,
            Self::Expired => row.days < 0,
            Self::Expiring => (0..=SOON).contains(&row.days),
            Self::Severity(wanted) => finds(&|severity, _| severity == wanted),
            Self::Code(wanted) => finds(&|_, code| code == wanted),
        }
    }
}

/// A row for every certificate that was given. Those stand first in the report's list, each once.
pub fn rows(report: &Report) -> Vec<Row> {
    let given = report.given_certificates();
    let mut rows: Vec<Row> = given.iter().enumerate().map(|(index, it)| row(report, index, it)).collect();
    for (place, finding) in report.findings.iter().enumerate() {
        if let Some(row) = finding.certificate.and_then(|index| rows.get_mut(index)) {
            row.findings.push(place);
            row.worst = Some(row.worst.map_or(finding.severity, |worst| worst.min(finding.severity)));
        }
    }
    rows
}

fn row(report: &Report, index: usize, it: &CertificateSummary) -> Row {
    Row {
        certificate: index,
        days: report.now.days_until(it.not_after),
        findings: Vec::new(),
        worst: None,
        folded: OnceCell::new(),
    }
}

/// All that a certificate is found by.
fn all_folded(it: &CertificateSummary) -> String {
    let mut all = String::new();
    for part in [&it.label, &it.subject, &it.issuer, &it.serial, &it.sha256].into_iter().chain(&it.names) {
        all.push_str(&quick_fold(part));
        all.push('\n'); // no word reaches from one part into the next
    }
    all
}

/// What people call whom a distinguished name names: the common name, else the organisation, else all of it.
pub fn called(name: &str) -> &str {
    ["CN=", "O="].into_iter().find_map(|kind| part(name, kind)).unwrap_or(name)
}

/// A part of a name in the form of RFC 4514, where a comma inside of a value has a backslash before it.
fn part<'n>(name: &'n str, kind: &str) -> Option<&'n str> {
    let mut rest = name;
    loop {
        let mut escaped = false;
        let end = rest.find(|character| {
            let ends = character == ',' && !escaped;
            escaped = character == '\\' && !escaped;
            ends
        });
        let one = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
        if let Some(value) = one.trim_start().strip_prefix(kind) {
            return Some(value);
        }
        rest = rest.get(end? + 1..)?;
    }
}

/// [`folded`], for thousands of names that are nearly all plain.
fn quick_fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { folded(text) }
}

/// The words that are looked for. Hashes and serial numbers are written with colons elsewhere.
fn words(wanted: &str) -> Vec<String> {
    let is_hex = |word: &str| word.contains(':') && word.chars().all(|it| it.is_ascii_hexdigit() || it == ':');
    let bare = |word: &str| if is_hex(word) && !word.contains("::") { word.replace(':', "") } else { word.to_owned() };
    folded(wanted).split_whitespace().map(bare).collect()
}

/// The rows that are wanted, in order, as indexes.
pub fn chosen(rows: &[Row], report: &Report, wanted: &str, filter: Filter, order: Order) -> Vec<usize> {
    let words = words(wanted);
    let summary = |row: &Row| report.certificates.get(row.certificate);
    let has = |row: &Row, word: &String| {
        row.folded.get_or_init(|| summary(row).map(all_folded).unwrap_or_default()).contains(word)
    };
    let is_wanted = |row: &Row| words.iter().all(|word| has(row, word)) && filter.takes(row, report);
    let chosen: Vec<&Row> = rows.iter().filter(|row| is_wanted(row)).collect();
    // What was found worst comes first, and what nothing was found of last.
    let weight = |row: &Row| (row.worst.map_or(u8::MAX, |worst| worst as u8), usize::MAX - row.findings.len());
    match order.by {
        Column::Name => sorted(chosen, order, |row| summary(row).map(|it| quick_fold(&it.label))),
        Column::Issuer => sorted(chosen, order, |row| summary(row).map(|it| quick_fold(called(&it.issuer)))),
        Column::Expiry => sorted(chosen, order, |row| summary(row).map(|it| it.not_after)),
        Column::Key => sorted(chosen, order, |row| summary(row).map(|it| headline::key(&it.key))),
        Column::Findings => sorted(chosen, order, weight),
    }
}

/// In the order of what is to be said of each once; among equals in the order given.
fn sorted<Said: Ord>(rows: Vec<&Row>, order: Order, say: impl Fn(&Row) -> Said) -> Vec<usize> {
    let mut said: Vec<_> = rows.into_iter().map(|row| (say(row), row.certificate)).collect();
    said.sort_by(|(one, _), (other, _)| if order.reversed { other.cmp(one) } else { one.cmp(other) });
    said.into_iter().map(|(_, certificate)| certificate).collect()
}

/// The codes that speak of any row, each with the number of rows, in the order of the catalogue.
pub fn codes(rows: &[Row], report: &Report) -> Vec<(Code, usize)> {
    let mut found: Vec<(Code, usize)> = Vec::new();
    for row in rows {
        let codes = row.findings.iter().filter_map(|index| report.findings.get(*index)).map(|it| it.code);
        found.extend(codes.map(|code| (code, row.certificate)));
    }
    found.sort_unstable();
    found.dedup();
    found.chunk_by(|one, next| one.0 == next.0).filter_map(|of| Some((of.first()?.0, of.len()))).collect()
}

/// Rows above and below those in sight that are drawn, too: so many pass between two pictures of a quick scroll.
const BEYOND: usize = 8;

/// The rows to be drawn, of so many, where the view begins `top` below the first and is `room` high; all in pixels.
pub fn in_sight(top: f64, room: f64, height: f64, of: usize) -> Range<usize> {
    let height = height.max(1.0);
    let first = ((top.max(0.0) / height) as usize).min(of);
    let shown = (room.max(0.0) / height).ceil() as usize + 1;
    first.saturating_sub(BEYOND)..first.saturating_add(shown).saturating_add(BEYOND).min(of)
}

/// Where the view has to begin so that a row is in it, moving no more than needed.
pub fn top_for(row: usize, top: f64, room: f64, height: f64) -> f64 {
    let start = row as f64 * height;
    if start < top { start } else { top.max(start + height - room) }
}

/// The row that a key leads to, where it leads anywhere; `page` is how many rows are in sight.
pub fn step(key: &str, at: usize, page: usize, of: usize) -> Option<usize> {
    let last = of.checked_sub(1)?;
    let page = page.saturating_sub(1).max(1);
    Some(match key {
        "ArrowDown" => at.saturating_add(1).min(last),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at.saturating_add(page).min(last),
        "PageUp" => at.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

/// A role as the contract writes it.
pub const fn role_id(role: Role) -> &'static str {
    match role {
        Role::Leaf => "leaf",
        Role::Intermediate => "intermediate",
        Role::Root => "root",
    }
}
