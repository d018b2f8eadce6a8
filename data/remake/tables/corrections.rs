//! `corrections.tsv`: cells in which the research tables are wrong, each with what showed it.

use super::Outcome;
use std::{collections::BTreeMap, fs, path::Path};

/// A right cell by the fingerprint of its root and its column.
pub type Corrections = BTreeMap<(String, String), String>;

/// Reads the table.
pub fn read(path: &Path) -> Outcome<Corrections> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| match row.split('\t').collect::<Vec<_>>().as_slice() {
        [sha256, column, cell, _reason, _source] => {
            Ok((((*sha256).to_owned(), (*column).to_owned()), (*cell).to_owned()))
        }
        _ => Err(format!("{}: {row:?} has not five columns", path.display()).into()),
    })
    .collect()
}
