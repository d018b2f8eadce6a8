//! The text view says what `openssl x509 -text -noout` says, over every certificate of the case files.
#![allow(clippy::print_stdout, reason = "a test says what it counted")]

mod support;

use certloupe::engine::{inspect, x509::printed};
use std::collections::BTreeMap;
use support::{openssl::openssl, recipes};

#[test]
fn the_same_text_as_openssl() {
    let mut seen = BTreeMap::new();
    for case in recipes::all().into_iter().flat_map(|(_, files)| files).flat_map(|(_, cases)| cases) {
        let (_, analysis) = inspect(&case.sources, &case.options);
        for certificate in analysis.material.certificates.iter() {
            seen.entry(certificate.sha256).or_insert_with(|| (case.name.clone(), certificate.clone()));
        }
    }
    let (mut same, mut refused) = (0, 0);
    let mut differ = BTreeMap::<String, Vec<String>>::new();
    for (name, certificate) in seen.values() {
        let run = openssl(&["x509", "-inform", "DER", "-text", "-noout"], &certificate.der);
        if !run.succeeded {
            refused += 1;
            continue;
        }
        // It tells of keys that it can not read amid its text.
        let theirs: String = run.text().split_inclusive('\n').filter(|line| !line.contains(":error:")).collect();
        let ours = printed(certificate);
        if std::env::var("SHOW").is_ok_and(|show| show == *name) {
            std::fs::write("/tmp/expert.theirs", &theirs).unwrap();
            std::fs::write("/tmp/expert.ours", &ours).unwrap();
        }
        if theirs == ours {
            same += 1;
            continue;
        }
        let pair = theirs.lines().zip(ours.lines()).find(|(one, other)| one != other);
        let (one, other) = pair.map_or(("(end)", "(end)"), |pair| pair);
        differ.entry(format!("{one} | {other}")).or_default().push(name.to_string());
    }
    println!(
        "{same} the same, {refused} refused, {} differ in kinds {}",
        differ.values().map(Vec::len).sum::<usize>(),
        differ.len()
    );
    for (what, who) in &differ {
        println!("{what}\n     {who:?}");
    }
}
