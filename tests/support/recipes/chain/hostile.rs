//! Chains that are made to keep a program busy.

use super::{CaseFile, ca, leaf, pki, root};
use crate::support::{
    case_file::Case,
    der::{explicit, implicit, sequence},
    mint::{Cert, Key, Minted, NAME_CONSTRAINTS, bundle},
};

pub fn files() -> Vec<CaseFile> {
    vec![("chn017", limits()), ("hostile", shapes())]
}

/// Certificates of one CA name, each with a key of its own, numbered.
fn namesakes(count: u8, name: &str, key_ids: bool, issuer: &Minted) -> Vec<Minted> {
    (1..=count)
        .map(|number| {
            let cert = Cert::ca(name).key(Key::P256(number)).serial(&[1, number]);
            if key_ids { cert } else { cert.no_key_ids() }.issued_by(issuer)
        })
        .collect()
}

fn all<'a>(first: &'a Minted, rest: &'a [Minted]) -> String {
    bundle(&std::iter::once(first).chain(rest).collect::<Vec<_>>())
}

fn limits() -> Vec<Case> {
    let pki = pki();
    let mut namesakes_without_ids = namesakes(202, "Chain CA", false, &pki.root);
    let unsigned =
        leaf().no_key_ids().key(Key::P256(250)).issued_by(&Cert::ca("Chain CA").key(Key::P256(251)).self_signed());
    vec![
        Case::new("two hundred issuers with one name", all(&unsigned, &namesakes_without_ids)),
        Case::new("the right one is the first", {
            let right = ca().key(Key::P256(253)).no_key_ids().issued_by(&pki.root);
            let end = leaf().no_key_ids().issued_by(&right);
            namesakes_without_ids.insert(0, right);
            namesakes_without_ids.push(pki.root.clone());
            all(&end, &namesakes_without_ids)
        }),
        Case::new("three ways at each of ten steps", ladder(10, 3)),
        Case::new("a tower of a hundred and one", tower(101)),
        Case::new("six hundred names below five hundred limits", {
            let hosts: Vec<_> = (0..600).map(|number| format!("h{number}.example.com")).collect();
            let bases = (0..500).flat_map(|number| sequence([implicit(2, format!("z{number}.example.org"))]));
            let limited = ca()
                .extension(NAME_CONSTRAINTS, true, sequence([explicit(1, bases.collect::<Vec<_>>())]))
                .issued_by(&pki.root);
            let hosts: Vec<_> = hosts.iter().map(String::as_str).collect();
            bundle(&[&Cert::server(&hosts).issued_by(&limited), &limited, &pki.root])
        }),
    ]
}

/// Every CA has `ways` certificates for one key, each by the CA above: ways to the power of steps.
fn ladder(steps: u8, ways: u8) -> String {
    let mut above = root().self_signed();
    let mut given = vec![above.clone()];
    for step in 0..steps {
        let cert = || Cert::ca(&format!("Step {step}")).key(Key::P256(100 + step));
        given.extend((0..ways).map(|way| cert().serial(&[1, step, way]).issued_by(&above)));
        above = cert().issued_by(&above);
    }
    let end = leaf().issued_by(&above);
    given.reverse();
    all(&end, &given)
}

/// CAs one above the other.
fn tower(height: u8) -> String {
    let mut above = root().self_signed();
    let mut given = vec![above.clone()];
    for floor in 1..=height {
        above = Cert::ca(&format!("Floor {floor}")).key(Key::P256(floor)).issued_by(&above);
        given.push(above.clone());
    }
    let end = leaf().issued_by(&above);
    given.reverse();
    all(&end, &given)
}

fn shapes() -> Vec<Case> {
    let pki = pki();
    let one = || Cert::ca("One").key(Key::P256(70));
    let two = || Cert::ca("Two").key(Key::P256(71));
    let three = || Cert::ca("Three").key(Key::P256(72));
    let (bare_one, bare_two, bare_three) = (one().self_signed(), two().self_signed(), three().self_signed());
    let (one_by_two, two_by_one) = (one().issued_by(&bare_two), two().issued_by(&bare_one));
    let (two_by_three, three_by_one) = (two().issued_by(&bare_three), three().issued_by(&bare_one));
    vec![
        Case::new("two CAs that sign each other", bundle(&[&leaf().issued_by(&bare_one), &one_by_two, &two_by_one])),
        Case::new(
            "three in a circle",
            bundle(&[&leaf().issued_by(&bare_one), &one_by_two, &two_by_three, &three_by_one]),
        ),
        Case::new(
            "a circle with a way out",
            bundle(&[&leaf().issued_by(&bare_one), &one_by_two, &two_by_one, &bare_two]),
        ),
        Case::new("two server certificates that sign each other", {
            let (left, right) = (
                Cert::server(&["left.example.com"]).key(Key::P256(73)),
                Cert::server(&["right.example.com"]).key(Key::P256(74)),
            );
            let bare = (left.clone().self_signed(), right.clone().self_signed());
            bundle(&[&left.issued_by(&bare.1), &right.issued_by(&bare.0)])
        }),
        Case::new("namesakes with key ids are told apart at once", {
            let mut others = namesakes(40, "Chain CA", true, &pki.root);
            let right = ca().key(Key::P256(253)).issued_by(&pki.root);
            let end = leaf().issued_by(&right);
            others.extend([right, pki.root.clone()]);
            all(&end, &others)
        }),
        Case::new("twenty self-issued certificates of one name", self_issued(20)),
        Case::new("a tower of twenty, all signatures right", tower(20)),
        Case::new("shuffled, doubled, with a stranger", {
            let other = Cert::ca("Other CA").key(Key::P256(75)).self_signed();
            bundle(&[&pki.ca, &other, &pki.leaf, &pki.root, &pki.ca, &pki.leaf])
        }),
        Case::new("repaired: shuffled, doubled, with a stranger", {
            let other = Cert::ca("Other CA").key(Key::P256(75)).self_signed();
            bundle(&[&pki.ca, &other, &pki.leaf, &pki.root, &pki.ca, &pki.leaf])
        })
        .repaired(),
        Case::new("an issuer without a name", {
            let nameless = ca().subject(&[]).issued_by(&pki.root);
            bundle(&[&leaf().issued_by(&nameless), &nameless, &pki.root])
        }),
    ]
}

/// One CA name whose key rolls on and on: each certificate self-issued, none self-signed but the last.
fn self_issued(count: u8) -> String {
    let mut above = ca().key(Key::P256(80)).self_signed();
    let mut given = vec![above.clone()];
    for number in 1..count {
        above = ca().key(Key::P256(80 + number)).serial(&[1, number]).issued_by(&above);
        given.push(above.clone());
    }
    let end = leaf().issued_by(&above);
    given.reverse();
    all(&end, &given)
}
