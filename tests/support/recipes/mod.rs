//! What the case files are made of: the mint's recipes, family by family. `UPDATE=1 cargo test --test cases` writes
//! `tests/cases/<family>/<file>.case`; without it the test fails when they differ.

pub mod certificate;
pub mod chain;
pub mod examples;
pub mod input;
pub mod issued;
pub mod keys;
pub mod names;
pub mod text;
pub mod validity;

use super::case_file::Case;

/// One case file: its name (the code in lower case, or a topic) and its cases.
pub type CaseFile = (&'static str, Vec<Case>);

/// Every family with its case files.
pub fn all() -> Vec<(&'static str, Vec<CaseFile>)> {
    vec![
        ("certificate", certificate::files()),
        ("chain", chain::files()),
        ("input", [input::files(), text::files()].concat()),
        ("keys", keys::files()),
        ("names", names::files()),
        ("validity", validity::files()),
    ]
}
