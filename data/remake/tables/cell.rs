//! One program's view of one root, as the table has it: `[~]since[..until][<day]`, several with commas between.
//!
//! `since` is the first version with the root, `until` the first without it again; `~` marks a version that was
//! derived, not published. `<day` is the last day of issuance that the program accepts.

use std::fmt::{self, Display};

/// A stretch of versions that have the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Derived from another program's files.
    pub derived: bool,
    /// The first version.
    pub since: String,
    /// The first version without it.
    pub until: Option<String>,
    /// The last day of issuance.
    pub limit: Option<String>,
}

impl Stretch {
    /// From a version on, as files or publications say.
    pub fn since(version: &str) -> Self {
        Self { derived: false, since: version.to_owned(), until: None, limit: None }
    }

    /// The same, until a version where one is named.
    pub fn until(self, version: Option<&str>) -> Self {
        Self { until: version.map(str::to_owned), ..self }
    }

    /// The same, with the limit on issuance where there is one, as text.
    pub fn limited(self, day: &str) -> String {
        Self { limit: (!day.is_empty()).then(|| day.to_owned()), ..self }.to_string()
    }

    /// The stretches of a cell; they read back what was written.
    pub fn read(cell: &str) -> impl Iterator<Item = Self> {
        cell.split(',').filter(|text| !text.is_empty()).map(|text| {
            let (versions, limit) = text.split_once('<').map_or((text, None), |(text, day)| (text, Some(day)));
            let plain = versions.strip_prefix('~').unwrap_or(versions);
            let (since, until) = plain.split_once("..").map_or((plain, None), |(since, until)| (since, Some(until)));
            let stretch = Self::since(since).until(until);
            Self { derived: plain != versions, limit: limit.map(str::to_owned), ..stretch }
        })
    }
}

impl Display for Stretch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { derived, since, until, limit } = self;
        write!(out, "{}{since}", if *derived { "~" } else { "" })?;
        until.iter().try_for_each(|until| write!(out, "..{until}"))?;
        limit.iter().try_for_each(|day| write!(out, "<{day}"))
    }
}
