//! What the case files are made of: the mint's recipes, family by family. `UPDATE=1 cargo test --test cases` writes
//! `tests/cases/<family>/<file>.case`; without it the test fails when they differ.

pub mod archives;
pub mod certificate;
pub mod chain;
pub mod claims;
pub mod containers;
pub mod examples;
pub mod input;
pub mod issued;
pub mod keys;
pub mod layouts;
pub mod letter;
pub mod names;
pub mod nginx;
pub mod phones;
pub mod platforms;
pub mod public_roots;
pub mod requests;
pub mod revocation;
pub mod text;
pub mod trust;
pub mod validity;

use super::case_file::Case;

/// One case file: its name (the code in lower case, or a topic) and its cases.
pub type CaseFile = (&'static str, Vec<Case>);

/// Every family with its case files.
pub fn all() -> Vec<(&'static str, Vec<CaseFile>)> {
    vec![
        ("archives", archives::files()),
        ("certificate", certificate::files()),
        ("chain", chain::files()),
        ("containers", containers::files()),
        ("input", [input::files(), text::files()].concat()),
        ("keys", keys::files()),
        ("layouts", layouts::files()),
        ("letter", letter::files()),
        ("names", names::files()),
        ("platforms", [platforms::files(), phones::files(), nginx::files(), claims::files()].concat()),
        ("requests", requests::files()),
        ("trust", [trust::files(), revocation::files()].concat()),
        ("validity", validity::files()),
    ]
}
