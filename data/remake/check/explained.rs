//! `explained.tsv`: differences that are known, each with its reason.

use super::Difference;
use crate::Outcome;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// The explanations, and how often each was needed.
pub struct Explanations {
    rows: BTreeMap<[String; 4], usize>,
}

impl Explanations {
    /// Reads the table.
    pub fn read(path: &Path) -> Outcome<Self> {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let rows = text.lines().filter(|line| !line.starts_with('#')).map(|row| {
            let [check, sha256, ours, theirs, _reason, _source] = row.split('\t').collect::<Vec<_>>()[..] else {
                return Err(format!("{}: {row:?} has not six columns", path.display()));
            };
            Ok(([check, sha256, ours, theirs].map(str::to_owned), 0))
        });
        Ok(Self { rows: rows.collect::<Result<_, _>>()? })
    }

    /// Whether a difference is explained.
    pub fn explain(&mut self, difference: &Difference) -> bool {
        let Difference { check, sha256, ours, theirs } = difference;
        let key = [(*check).to_owned(), sha256.clone(), ours.clone(), theirs.clone()];
        self.rows.get_mut(&key).map(|used| *used += 1).is_some()
    }

    /// Explanations of a check that were not needed.
    pub fn unused(&self, check: &str) -> Vec<String> {
        let rows = self.rows.iter().filter(|([own, ..], used)| own == check && **used == 0);
        rows.map(|([check, sha256, ..], _)| format!("{check}: {sha256}: this explanation explains nothing any more"))
            .collect()
    }

    /// Explanations of a check that there is not.
    pub fn of_no_check(&self, checks: &BTreeSet<&str>) -> Vec<String> {
        let rows = self.rows.keys().filter(|[check, ..]| !checks.contains(check.as_str()));
        rows.map(|[check, sha256, ..]| format!("{check}: {sha256}: an explanation for a check that there is not"))
            .collect()
    }
}
