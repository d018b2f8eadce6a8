//! The text view says what `openssl x509 -text -noout` of OpenSSL 3.0 says, over every certificate of the case files. Where
//! the two differ, the table below says why; a difference that is not in it fails, and so does one that has gone.
#![allow(clippy::print_stdout, reason = "a test says what it counted")]

mod support;

use certloupe::engine::{read::read, x509::printed};
use std::collections::{BTreeMap, BTreeSet};
use support::{
    openssl::{openssl, openssl_must},
    recipes,
};

/// Why we differ, and on which cases.
type Difference = (&'static str, &'static [&'static str]);

const DIFFERENCES: &[Difference] = &[
    (
        "OpenSSL prints hidden characters of names as they are; we print a dot, so that the text can be shown.",
        &["a line break", "a bidirectional control", "bytes that are no text"],
    ),
    ("OpenSSL drops all names where one has a NUL in it; we print the others.", &["NUL inside"]),
    ("OpenSSL separates two lists that are both empty; we print nothing.", &["refused: two empty lists (RFC 5280)"]),
    ("OpenSSL prints a fraction of a second; no certificate may have one.", &["a fraction"]),
    (
        "OpenSSL computes with the key, and says when that fails; we print what stands there.",
        &["a point beside its curve", "B-283", "a key that can not be compared"],
    ),
];

#[test]
fn the_same_text_as_openssl() {
    let version = String::from_utf8(openssl_must(&["version"], b"")).unwrap();
    // Later ones write names without spaces, know more identifiers, and change the words of some extensions.
    let is_judge = version.starts_with("OpenSSL 3.0.");
    let mut seen = BTreeMap::new();
    for case in recipes::all().into_iter().flat_map(|(_, files)| files).flat_map(|(_, cases)| cases) {
        for certificate in read(&case.sources).certificates {
            seen.entry(certificate.sha256).or_insert_with(|| (case.name.clone(), certificate));
        }
    }
    let mut differ = BTreeSet::new();
    for (name, certificate) in seen.values() {
        let run = openssl(&["x509", "-inform", "DER", "-text", "-noout"], &certificate.der);
        assert!(run.succeeded, "{name}: {}", run.stderr);
        // It tells of keys that it can not read amid its text.
        let theirs: String = run.text().split_inclusive('\n').filter(|line| !line.contains(":error:")).collect();
        let ours = printed(certificate);
        if theirs == ours {
            continue;
        }
        let known = DIFFERENCES.iter().any(|(_, cases)| cases.contains(&name.as_ref()));
        if !known && is_judge {
            let line = theirs.lines().zip(ours.lines()).find(|(one, other)| one != other);
            panic!("{name}: {line:?}");
        }
        differ.insert(name.to_string());
    }
    println!("openssl text: {} the same of {}, {version}", seen.len() - differ.len(), seen.len());
    assert!(seen.len() > 1_000);
    if is_judge {
        for (reason, cases) in DIFFERENCES {
            for case in *cases {
                assert!(differ.contains(*case), "{case}: no difference any more ({reason})");
            }
        }
    } else {
        // Words and spaces apart, the same stands there: no certificate is left out.
        assert!(seen.values().all(|(_, certificate)| printed(certificate).contains("Signature Value:")));
    }
}
