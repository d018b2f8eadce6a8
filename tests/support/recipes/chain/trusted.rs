//! Roots that are trusted in one run.

use super::{CaseFile, ca, leaf, pki, root};
use crate::support::{
    case_file::Case,
    mint::{Cert, Key, bundle},
};

pub fn files() -> Vec<CaseFile> {
    vec![("trusted", roots())]
}

fn roots() -> Vec<Case> {
    let pki = pki();
    let sent = || bundle(&[&pki.leaf, &pki.ca]);
    let other = Cert::ca("Other Root").key(Key::P256(64)).self_signed();
    let alone = leaf().self_signed();
    // Another certificate around the same name and key.
    let renewed = root().serial(&[9]).valid("2025-01-01", "2045-01-01").self_signed();
    let crossed = root().serial(&[8]).issued_by(&other);
    vec![
        Case::new("a private root is trusted", sent()).root(pki.root.pem()),
        Case::new("another root is trusted", sent()).root(other.pem()),
        Case::new("the trusted root is sent, too", pki.text()).root(pki.root.pem()),
        Case::new("its renewed twin is trusted", pki.text()).root(renewed.pem()),
        Case::new("the trusted root is signed by another as well", bundle(&[&pki.leaf, &pki.ca, &crossed, &other]))
            .root(pki.root.pem()),
        Case::new("of a whole chain only the root is trusted", pki.leaf.pem()).root(pki.text()),
        Case::new("the intermediate is trusted by itself", sent()).root(pki.ca.pem()),
        Case::new("the server certificate is trusted by itself", alone.pem()).root(alone.pem()),
        Case::new("repaired: the trusted root stays known", bundle(&[&pki.ca, &pki.leaf]))
            .root(pki.root.pem())
            .repaired(),
        Case::new("of two ways the trusted one counts", {
            let by_other = ca().serial(&[7]).issued_by(&other);
            bundle(&[&pki.leaf, &by_other, &other, &pki.ca])
        })
        .root(pki.root.pem()),
    ]
}
