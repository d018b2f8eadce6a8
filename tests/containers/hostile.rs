//! Containers that want to be slow. Each is so large that whoever does the work again for every part of it does not come
//! back; nothing here is timed.

use super::leaf_and_ca;
use super::site::*;
use super::support::der::*;
use super::support::{locked, mint};
use certloupe::engine::budget::LIMITS;
use certloupe::engine::read::ProblemKind;
use certloupe::report::InputKind;

const DATA: &str = "1.2.840.113549.1.7.1";

#[test]
fn thousands_of_bundles_with_open_lengths() {
    let (leaf, _) = leaf_and_ca();
    let content = sequence([oid(DATA)]);
    let data = sequence([integer(1), set([]), content, explicit(0, &leaf.der), set([])]);
    let bundle = to_ber(&sequence([oid("1.2.840.113549.1.7.2"), explicit(0, data)]), 3);
    let count = 15_000;
    let material = read_one("many.p7b", &bundle.repeat(count), &[]);
    assert_eq!((problems(&material), material.given.len()), (vec![], count));

    let nothing = [&[0x30, 0x80][..], &oid(DATA), &[0, 0]].concat();
    let material = read_one("nothing.p7b", &nothing.repeat(500_000), &[]);
    assert_eq!(material.problems.len(), LIMITS.problems + 1);
    assert!(matches!(material.problems.last().unwrap().kind, ProblemKind::Limit(_)));
    // What can be read beside it still is.
    let files = [("nothing.p7b", nothing.repeat(2_000)), ("good.p7b", bundle.repeat(3))];
    let material = read_all(&files.each_ref().map(|(name, bytes)| (*name, bytes.as_slice())), &[]);
    assert_eq!(material.given.len(), 3);
}

/// What is set aside for an open length is the size of what it holds, not of what follows.
#[test]
fn thousands_of_open_lengths_in_one_bundle() {
    let many = [0x30, 0x80, 0, 0].repeat(300_000);
    let open = [&[0x30, 0x80][..], &oid(DATA), &[0xa0, 0x80], &many, &[0; 4]].concat();
    assert_eq!(read_one("open.p7b", &open, &[]).inputs[0].kind, InputKind::Pkcs7);
}

#[test]
fn an_object_identifier_of_a_megabyte() {
    let long = [&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7][..], &vec![1; 1 << 22]].concat();
    let bundle = sequence([tlv(0x06, &long), explicit(0, octets(b"x"))]);
    assert!(matches!(problems(&read_one("oid.p7b", &bundle, &[]))[0], ProblemKind::BadDer { .. }));
    let policy = sequence([sequence([tlv(0x06, &long)])]);
    let certificate = mint::Cert::server(&["a.example.com"]).extension("2.5.29.32", false, policy).self_signed();
    assert_eq!(read_one("oid.der", &certificate.der, &[]).certificates.len(), 1);
}

#[test]
fn a_hundred_thousand_parts_each_locked_in_its_own_way() {
    let bag = |number: u64| {
        let scheme = sequence([oid(&format!("1.2.840.113549.1.9.{number}"))]);
        let key = sequence([scheme, octets([0; 16])]);
        sequence([oid("1.2.840.113549.1.12.10.1.2"), explicit(0, key)])
    };
    let bags = sequence((1..=100_000).map(bag));
    let safe = sequence([sequence([oid(DATA), explicit(0, octets(bags))])]);
    let material = read_one("locks.p12", &locked::pfx_around(&safe, ""), &[]);
    assert_eq!(material.problems.len(), LIMITS.problems);
    assert!(material.problems.iter().all(|problem| matches!(problem.kind, ProblemKind::UnknownLock { .. })));
}

/// A salt is hashed for each password, and nobody pays for it.
#[test]
fn a_salt_of_megabytes_is_no_salt() {
    let digest = sequence([sequence([oid("1.3.14.3.2.26"), null()]), octets([0; 20])]);
    let seal = |salt: usize| sequence([digest.clone(), octets(vec![7; salt]), integer(1)]);
    let pfx = |salt| {
        let safe = sequence([oid(DATA), explicit(0, octets(sequence([])))]);
        read_one("salt.p12", &sequence([integer(3), safe, seal(salt)]), &["one", "two"])
    };
    assert!(matches!(problems(&pfx(1_025))[..], [ProblemKind::BadDer { kind: InputKind::Pkcs12, .. }]));
    assert!(!matches!(problems(&pfx(1_024))[..], [ProblemKind::BadDer { .. }]));
    let locked = sequence([
        sequence([oid("1.2.840.113549.1.12.1.3"), sequence([octets(vec![7; 1_025]), integer(1)])]),
        octets([7; 64]),
    ]);
    assert!(matches!(problems(&read_one("salt.key", &locked, &["one"]))[..], [ProblemKind::BadDer { .. }]));
}
