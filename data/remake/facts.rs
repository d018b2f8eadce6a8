//! `roots.tsv` and `limits.tsv` as they stand in the folder: what the checks compare with.

use super::{Outcome, tables::cell::Stretch};
use certloupe::engine::trust::Version;
use std::{collections::BTreeMap, fs, path::Path};

/// The rows by fingerprint.
pub struct Facts {
    /// The programs, in the order of their columns.
    programs: Vec<String>,
    rows: BTreeMap<String, Row>,
    /// The names that a program permits below a root.
    permitted: BTreeMap<(String, String), String>,
}

struct Row {
    name: String,
    cells: Vec<String>,
}

impl Facts {
    /// Reads the tables of a folder.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"));
        let limits = read("limits.tsv")?;
        let permitted = limits.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let [sha256, column, permitted, ..] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
            Some(((column.to_owned(), sha256.to_owned()), permitted.to_owned()))
        });
        let permitted = permitted.collect();
        let text = read("roots.tsv")?;
        let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
        let header = lines.next().ok_or("the table of roots is empty")?;
        let rows = lines.map(|mut row| {
            let cells = row.split_off(5);
            let [sha256, name, ..] = row.as_slice() else { return Err("a row of the table of roots is too short") };
            Ok((sha256.clone(), Row { name: name.clone(), cells }))
        });
        Ok(Self { programs: header[5..].to_vec(), rows: rows.collect::<Result<_, _>>()?, permitted })
    }

    /// The name of a root.
    pub fn name(&self, sha256: &str) -> Option<&str> {
        Some(&self.rows.get(sha256)?.name)
    }

    /// The roots that a program has in a version (none: in that of today), and until when what they issued counts.
    pub fn trusted(&self, program: &str, version: Option<&str>) -> Outcome<BTreeMap<String, Option<String>>> {
        let column = self.programs.iter().position(|own| own == program);
        let column = column.ok_or_else(|| format!("no column {program}"))?;
        let covers = |stretch: &Stretch| match version.map(Version::parse) {
            None => stretch.until.is_none(),
            Some(version) => {
                Version::parse(&stretch.since) <= version
                    && stretch.until.as_deref().is_none_or(|until| version < Version::parse(until))
            }
        };
        let found = self.rows.iter().filter_map(|(sha256, row)| {
            let stretch = Stretch::read(&row.cells[column]).find(|stretch| covers(stretch))?;
            Some((sha256.clone(), stretch.limit))
        });
        Ok(found.collect())
    }

    /// The only names for which a program lets a root count.
    pub fn permitted(&self, program: &str, sha256: &str) -> Option<String> {
        self.permitted.get(&(program.to_owned(), sha256.to_owned())).cloned()
    }

    /// Whether a program of today has a root.
    pub fn is_current(&self, sha256: &str) -> bool {
        let Some(row) = self.rows.get(sha256) else { return false };
        row.cells.iter().any(|cell| Stretch::read(cell).any(|stretch| stretch.until.is_none()))
    }
}
