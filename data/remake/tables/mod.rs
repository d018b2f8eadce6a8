//! The tables in `data/trust/` that are made, not written: from the research folder, as text. `tests/trust_data.rs`
//! makes them as well and compares.

pub mod cell;
mod corrections;
mod revoked;
pub mod roots;

use std::{error::Error, path::Path};

/// What stops the program: said once, to standard error.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Every table that is made: its file in `data/trust/` and its text.
pub fn all(research: &Path, trust: &Path) -> Outcome<Vec<(&'static str, String)>> {
    let corrections = corrections::read(&trust.join("corrections.tsv"))?;
    Ok(vec![("roots.tsv", roots::table(research, corrections)?), ("revoked.tsv", revoked::table(research)?)])
}
