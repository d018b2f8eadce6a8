//! PKCS#7, PKCS#12 and Java key stores as `openssl`, `keytool` and Python's `cryptography` write them: everything inside
//! is read with the right password, what is not locked also without. Each test makes its keys anew.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

#[path = "containers/hostile.rs"]
mod hostile;
#[path = "containers/java.rs"]
mod java;
#[path = "containers/pkcs12.rs"]
mod pkcs12_files;
#[path = "containers/pkcs7.rs"]
mod pkcs7;
#[path = "containers/site.rs"]
mod site;
mod support;

use certloupe::engine::keys;
use certloupe::report::{Options, Password, Source, Timestamp};
use site::{read_one, to_ber};
use std::fs;
use support::dice::Dice;
use support::locked;
use support::mint::{Cert, Key, Minted};
use support::openssl::{folder, openssl_must};

#[test]
fn the_mint_writes_what_the_real_programs_read() {
    let leaf = Cert::server(&["a.example.com"]).key(Key::P256(9)).self_signed();
    let folder = folder("mint-containers");
    let path = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path.display().to_string()
    };
    let pfx = path("a.pfx", &locked::pfx(&leaf.key.pkcs8(), &[&leaf.der], "s3cret"));
    openssl_must(&["pkcs12", "-in", &pfx, "-passin", "pass:s3cret", "-nodes"], b"");
    let jks = path("a.jks", &locked::jks(&leaf.key.pkcs8(), &[&leaf.der], &[&leaf.der], "s3cret", "s3cret"));
    java::keytool(&["-list", "-keystore", &jks, "-storepass", "s3cret"]);
    let key = locked::pkcs8(&leaf.key.pkcs8(), "s3cret", 10);
    openssl_must(&["pkey", "-inform", "DER", "-passin", "pass:s3cret", "-noout"], &key);
    let legacy = locked::legacy("PRIVATE KEY", &leaf.key.pkcs8(), "s3cret");
    assert_eq!(read_one("k", legacy.as_bytes(), &["s3cret"]).keys.len(), 1);
}

fn leaf_and_ca() -> (Minted, Minted) {
    let ca = Cert::ca("Small CA").key(Key::P256(8)).self_signed();
    (Cert::server(&["a.example.com"]).key(Key::P256(9)).issued_by(&ca), ca)
}

/// Cut at every length and changed at every byte: never a panic, and never silence.
fn assert_robust(name: &str, whole: &[u8], least: usize) {
    let mut shown = 0;
    for length in 0..whole.len() {
        let material = read_one(name, &whole[..length], &["s3cret"]);
        assert!(!material.problems.is_empty(), "{name}: {length} bytes");
        shown += material.certificates.len();
    }
    let mut complete = 0;
    for at in 0..whole.len() {
        for bits in [0x01, 0x80] {
            let mut bytes = whole.to_vec();
            bytes[at] ^= bits;
            let material = read_one(name, &bytes, &["s3cret"]);
            assert!(!material.problems.is_empty() || !material.inputs.is_empty(), "{name}: byte {at}");
            complete += usize::from(material.problems.is_empty());
        }
    }
    println!("{name}: {} bytes; {shown} certificates before cuts, {complete} changes without effect", whole.len());
    assert!(shown >= least, "{name}: what is whole before a cut is read");
}

#[test]
fn damage_of_pkcs12() {
    let (leaf, ca) = leaf_and_ca();
    assert_robust("a.pfx", &locked::pfx(&leaf.key.pkcs8(), &[&leaf.der, &ca.der], "s3cret"), 0);
}

#[test]
fn damage_of_java_key_stores() {
    let (leaf, ca) = leaf_and_ca();
    let store = locked::jks(&leaf.key.pkcs8(), &[&leaf.der, &ca.der], &[&ca.der], "s3cret", "s3cret");
    assert_robust("a.jks", &store, 1_000);
}

#[test]
fn damage_of_bundles() {
    let (leaf, ca) = leaf_and_ca();
    use support::der::*;
    let content = sequence([oid("1.2.840.113549.1.7.1")]);
    let certificates = explicit(0, [ca.der, leaf.der].concat());
    let data = sequence([integer(1), set([]), content, certificates, set([])]);
    let bundle = sequence([oid("1.2.840.113549.1.7.2"), explicit(0, data)]);
    assert_robust("a.p7b", &bundle, 500);
    assert_robust("open.p7b", &to_ber(&bundle, 4), 500);
}

/// Several changes at once: other bytes, bytes left out, bytes that come again, lengths of 32 bits.
#[test]
fn many_changes_at_once_never_panic() {
    let (leaf, ca) = leaf_and_ca();
    let key = leaf.key.pkcs8();
    let safe = locked::safe(&key, &[&leaf.der, &ca.der], "s3cret");
    let seeds = [
        locked::pfx_around(&safe, "s3cret"),
        to_ber(&locked::pfx_with_pbmac1(&safe, "s3cret"), 7),
        locked::jks(&key, &[&leaf.der, &ca.der], &[&ca.der], "s3cret", "s3cret"),
        locked::pkcs8(&key, "s3cret", 1),
    ];
    let (mut dice, rounds) = (Dice(7), 400);
    let (mut read, mut said) = (0, 0);
    for seed in &seeds {
        for _ in 0..rounds {
            let mut bytes = seed.clone();
            for _ in 0..=dice.roll(3) {
                let at = dice.roll(bytes.len() - 8);
                match dice.roll(4) {
                    0 => bytes[at] = dice.roll(256) as u8,
                    1 => drop(bytes.drain(at..at + dice.roll(8))),
                    2 => bytes.extend_from_within(at..at + 8),
                    _ => bytes[at..at + 4].copy_from_slice(&[0x84, 0xff, 0xff, dice.roll(256) as u8]),
                }
            }
            let material = read_one("changed", &bytes, &["s3cret"]);
            assert!(!material.problems.is_empty() || !material.inputs.is_empty());
            read += material.certificates.len() + material.keys.len();
            said += material.problems.len();
        }
    }
    println!("{} changed files: {read} certificates and keys, {said} problems", seeds.len() * rounds);
    assert!(read > rounds && said > rounds, "the changes are too wild or too tame");
}

#[test]
fn nothing_secret_is_printed() {
    let (leaf, ca) = leaf_and_ca();
    let key = leaf.key.pkcs8();
    let secret = format!("{:?}", &[9_u8; 12]);
    for bytes in
        [locked::pfx(&key, &[&leaf.der], "s3cret"), locked::jks(&key, &[&leaf.der], &[&ca.der], "s3cret", "s3cret")]
    {
        let material = read_one("a", &bytes, &["s3cret"]);
        assert!(material.keys[0].plain().is_some());
        let mut options = Options::at(Timestamp::day(2026, 11, 21));
        options.passwords = vec![Password::new("s3cret")];
        let source = Source { name: "a".to_owned(), bytes };
        let (report, analysis) = certloupe::engine::inspect(&[source], &options);
        let shown = format!("{material:?} {report:?} {analysis:?} {:?} {options:?}", keys::summaries(&material));
        assert!(!shown.contains("s3cret") && !shown.contains(secret.trim_matches(['[', ']'])));
    }
}
