//! Paths that strict validators take or refuse by the letter of RFC 5280 and of the Baseline Requirements. The first word
//! of a case says which: `tests/letter.rs` holds the engine to it.

mod certificates;
mod constraints;
mod paths;
mod policies;

use super::CaseFile;
use crate::support::{
    case_file::Case,
    mint::{AIA, Cert, KEY_USAGE, Key, Minted},
};
use certloupe::report::Judge;

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    [certificates::files(), constraints::files(), paths::files(), policies::files()].concat()
}

fn root() -> Cert {
    Cert::ca("Letter Root").key(Key::P256(110))
}

fn ca() -> Cert {
    Cert::ca("Letter CA").key(Key::P256(111))
}

fn leaf() -> Cert {
    Cert::server(&["www.example.com"]).key(Key::P256(112)).without(AIA)
}

/// Leaf, CA and root; the root is trusted, the others are given, a file each.
fn chain(name: &str, root: Cert, ca: Cert, leaf: Cert) -> Case {
    let root = root.self_signed();
    let ca = ca.issued_by(&root);
    let leaf = leaf.issued_by(&ca);
    trusting(name, &root, &[&leaf, &ca])
}

fn trusting(name: &str, root: &Minted, given: &[&Minted]) -> Case {
    let case = Case::empty(name).root(root.pem());
    let files = given.iter().enumerate();
    files.fold(case, |case, (number, certificate)| case.file(&format!("{number}.pem"), certificate.pem()))
}

fn rfc(case: Case) -> Case {
    case.judge(Judge::Rfc5280)
}

fn web(case: Case) -> Case {
    case.judge(Judge::Web)
}

/// The same under both; the names of all say which.
fn both(case: Case) -> Vec<Case> {
    let named = |case: Case, judge: &str| Case { name: format!("{} ({judge})", case.name), ..case };
    vec![named(rfc(case.clone()), "RFC 5280"), named(web(case), "BR")]
}

/// A key usage that a CA does not have.
fn usage(cert: Cert, bits: u16) -> Cert {
    cert.extension(KEY_USAGE, true, crate::support::mint::key_usage(bits))
}
