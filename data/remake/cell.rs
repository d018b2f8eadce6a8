//! One program's view of one root, as the table has it: `[~]since[..until][<day]`, several with commas between.
//!
//! `since` is the first version with the root, `until` the first without it again; `~` marks a version that was
//! derived, not published. `<day` is the last day of issuance that the program accepts.

use std::fmt::{self, Display};

/// A stretch of versions that have the root.
pub struct Stretch {
    /// Derived from another program's files.
    pub derived: bool,
    /// The first version.
    pub since: String,
    /// The first version without it.
    pub until: Option<String>,
}

impl Stretch {
    /// From a version on, as files or publications say.
    pub fn since(version: &str) -> Self {
        Self { derived: false, since: version.to_owned(), until: None }
    }

    /// The same, until a version where one is named.
    pub fn until(self, version: Option<&str>) -> Self {
        Self { until: version.map(str::to_owned), ..self }
    }

    /// The same, with the limit on issuance where there is one.
    pub fn limited(self, day: &str) -> String {
        if day.is_empty() { self.to_string() } else { format!("{self}<{day}") }
    }
}

impl Display for Stretch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { derived, since, until } = self;
        write!(out, "{}{since}", if *derived { "~" } else { "" })?;
        until.iter().try_for_each(|until| write!(out, "..{until}"))
    }
}
