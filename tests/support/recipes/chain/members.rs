//! What was given: leaves, order, gaps, roots, strangers.

use super::{CaseFile, ca, in_the_name_of, leaf, pki, pki_of, root, version_1};
use crate::support::{
    case_file::Case,
    mint::{AIA, AKI, BASIC_CONSTRAINTS, Cert, KEY_USAGE, Key, Minted, SKI, bundle},
};

pub fn files() -> Vec<CaseFile> {
    vec![
        ("chn001", no_leaf()),
        ("chn002", order()),
        ("chn003", missing()),
        ("chn004", root_included()),
        ("chn005", strangers()),
        ("chn007", several()),
        ("chn014", self_signed()),
    ]
}

fn no_leaf() -> Vec<Case> {
    let pki = pki();
    let ca_for_hosts = ca().san(&["www.example.com"]).self_signed();
    vec![
        Case::new("an intermediate and its root, no server certificate", bundle(&[&pki.ca, &pki.root])),
        Case::new("an intermediate alone", pki.ca.pem()),
        Case::new("a root alone", pki.root.pem()),
        Case::new("a server certificate made as a CA by a private tool", bundle(&[&ca_for_hosts])),
        Case::new(
            "a server certificate that says CA, below a private root",
            bundle(&[
                &leaf().extension(BASIC_CONSTRAINTS, true, vec![0x30, 3, 1, 1, 0xff]).issued_by(&pki.root),
                &pki.root,
            ]),
        ),
    ]
}

fn order() -> Vec<Case> {
    let pki = pki();
    let lower = Cert::ca("Lower CA").key(Key::P256(13)).issued_by(&pki.ca);
    let below = leaf().issued_by(&lower);
    let stranger = Cert::ca("Stranger").key(Key::P256(14)).issued_by(&pki.root);
    vec![
        Case::new("the intermediate first", bundle(&[&pki.ca, &pki.leaf])),
        Case::new("root and intermediate swapped", bundle(&[&pki.leaf, &pki.root, &pki.ca])),
        Case::new("two intermediates swapped", bundle(&[&below, &pki.ca, &lower, &pki.root])),
        Case::new("the root first, after everything else backwards", bundle(&[&pki.root, &pki.ca, &lower, &below])),
        Case::new("repaired: backwards", bundle(&[&pki.root, &pki.ca, &lower, &below])).repaired(),
        Case::new("a stranger first", bundle(&[&stranger, &pki.leaf, &pki.ca, &pki.root])),
        Case::new("in order", bundle(&[&below, &lower, &pki.ca, &pki.root])),
        Case::empty("separate files have no order")
            .file("root.crt", pki.root.pem())
            .file("ca.crt", pki.ca.pem())
            .file("www.crt", pki.leaf.pem()),
        Case::empty("a CA bundle upside down, beside the certificate")
            .file("www.crt", below.pem())
            .file("ca-bundle.crt", bundle(&[&pki.root, &pki.ca, &lower])),
        Case::new("the leaf twice", bundle(&[&pki.leaf, &pki.ca, &pki.leaf, &pki.root])),
        Case::new("repaired: the leaf twice", bundle(&[&pki.leaf, &pki.ca, &pki.leaf, &pki.root])).repaired(),
    ]
}

/// The shape of Let's Encrypt's chains of 2026: roots YR and YE in no store, signed by X1 and X2 that are.
struct GenerationY {
    root: Minted,
    issuer: Minted,
    leaf: Minted,
}

fn generation_y() -> GenerationY {
    let root = Cert::ca("Root YR").key(Key::P384(21)).issued_by(&in_the_name_of("ISRG Root X1"));
    let issuer = Cert::ca("YR1").key(Key::P256(22)).path_length(0).issued_by(&root);
    let leaf = leaf().without(SKI).issued_by(&issuer);
    GenerationY { root, issuer, leaf }
}

fn missing() -> Vec<Case> {
    let pki = pki();
    let silent = pki_of(root(), ca(), leaf().without(AIA));
    let below_known = ca().issued_by(&in_the_name_of("GlobalSign Root E46"));
    let upper = Cert::ca("Upper CA").key(Key::P256(15)).issued_by(&pki.root);
    let lower = ca().issued_by(&upper);
    let with_address = ca()
        .extension(AIA, false, crate::support::mint::access(&[("1.3.6.1.5.5.7.48.2", "http://ca.example/upper.crt")]))
        .issued_by(&upper);
    let y = generation_y();
    let without_ids = ca().no_key_ids().issued_by(&in_the_name_of("GlobalSign Root E46"));
    let other_key = {
        let mut bearer = in_the_name_of("GlobalSign Root E46");
        bearer.key_id = vec![7; 20];
        ca().issued_by(&bearer)
    };
    vec![
        Case::new("the leaf alone", pki.leaf.pem()).host("www.example.com"),
        Case::new("the leaf alone, without an address", silent.leaf.pem()),
        Case::new("a second intermediate is missing", bundle(&[&leaf().issued_by(&lower), &lower])),
        Case::new(
            "a second intermediate is missing, with an address",
            bundle(&[&leaf().issued_by(&with_address), &with_address]),
        ),
        Case::new("a private root is missing", bundle(&[&pki.leaf, &pki.ca])),
        Case::new("below a known root nothing is missing", bundle(&[&leaf().issued_by(&below_known), &below_known])),
        Case::new("a known root's name without key ids", bundle(&[&leaf().issued_by(&without_ids), &without_ids])),
        Case::new("a known root's name with another key id", bundle(&[&leaf().issued_by(&other_key), &other_key])),
        Case::new("Root YR left out: it is in no store", bundle(&[&y.leaf, &y.issuer])),
        Case::new("Root YR with its cross-signature", bundle(&[&y.leaf, &y.issuer, &y.root])),
    ]
}

fn root_included() -> Vec<Case> {
    let pki = pki();
    vec![
        Case::new("the root at the end", pki.text()),
        Case::new("repaired: the root at the end", pki.text()).repaired(),
        Case::empty("repaired: the key stays")
            .file("all.pem", pki.text())
            .file("www.key", pki.leaf.key_pem())
            .repaired(),
        Case::new("a root of version 1", pki_of(version_1(root()), ca(), leaf()).text()),
    ]
}

fn strangers() -> Vec<Case> {
    let pki = pki();
    let other_root = Cert::ca("Other Root").key(Key::P256(16)).self_signed();
    let other = Cert::ca("Other CA").key(Key::P256(17)).issued_by(&other_root);
    vec![
        Case::new("an intermediate of another chain", bundle(&[&pki.leaf, &pki.ca, &other, &pki.root])),
        Case::new("repaired: an intermediate of another chain", bundle(&[&pki.leaf, &other, &pki.ca, &pki.root]))
            .repaired(),
        Case::new("the wrong intermediate", bundle(&[&pki.leaf, &other])),
        Case::new("a root of another chain", bundle(&[&pki.leaf, &pki.ca, &pki.root, &other_root])),
        Case::new("two sites, each with its own chain", {
            let second = Cert::server(&["shop.example.com"]).key(Key::P256(18)).issued_by(&other);
            bundle(&[&pki.leaf, &pki.ca, &pki.root, &second, &other, &other_root])
        }),
    ]
}

fn several() -> Vec<Case> {
    let pki = pki();
    let shop = Cert::server(&["shop.example.com"]).key(Key::P256(18)).issued_by(&pki.ca);
    let rsa = leaf().key(Key::Rsa2048(1)).serial(&[9]).issued_by(&pki.ca);
    let old = leaf().key(Key::P256(19)).valid("2026-08-01", "2026-10-29T23:59:59Z").serial(&[8]).issued_by(&pki.ca);
    vec![
        Case::new("two sites", bundle(&[&pki.leaf, &shop, &pki.ca, &pki.root])),
        Case::new("RSA and ECDSA for the same names", bundle(&[&rsa, &pki.leaf, &pki.ca, &pki.root])),
        Case::new("an old certificate and its renewal", bundle(&[&old, &pki.leaf, &pki.ca, &pki.root])),
        Case::empty("the private key tells which one")
            .file("all.pem", bundle(&[&pki.leaf, &shop, &pki.ca, &pki.root]))
            .file("shop.key", shop.key_pem()),
        Case::new("repaired: two sites", bundle(&[&pki.leaf, &shop, &pki.ca, &pki.root])).repaired(),
    ]
}

fn self_signed() -> Vec<Case> {
    let public = leaf().self_signed();
    let by_openssl = Cert::bare("www.example.com")
        .extension(BASIC_CONSTRAINTS, true, vec![0x30, 3, 1, 1, 0xff])
        .key(Key::P256(12))
        .self_signed();
    let old = version_1(Cert::bare("router")).key(Key::P256(12)).self_signed();
    let local = leaf().san(&["localhost", "app.test", "127.0.0.1", "192.168.1.10", "::1"]).self_signed();
    let pki = pki();
    vec![
        Case::new("for a public name", public.pem()),
        Case::new("as `openssl req -x509` makes it, CA and without alternative names", by_openssl.pem()),
        Case::new("of version 1", old.pem()),
        Case::new("for this machine and its network", local.pem()),
        Case::new("with a wrong signature of its own", leaf().spoil_signature().self_signed().pem()),
        Case::new("with a wrong signature and no key ids", leaf().no_key_ids().spoil_signature().self_signed().pem()),
        Case::new("beside another chain", bundle(&[&public, &pki.ca, &pki.root])),
        Case::new("the key id of another", {
            leaf().without(KEY_USAGE).extension(AKI, false, vec![0x30, 4, 0x80, 2, 1, 2]).self_signed().pem()
        }),
    ]
}
