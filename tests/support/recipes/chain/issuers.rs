//! Issuers that may not issue what stands below them (RFC 5280 §6.1).

use super::{CaseFile, ca, leaf, pki, pki_of, root, version_1};
use crate::support::{
    case_file::Case,
    der::{explicit, implicit, sequence},
    general_names::{directory, dns, email, tree, uri},
    mint::{
        BASIC_CONSTRAINTS, CLIENT_AUTH, CRL_SIGN, Cert, KEY_USAGE, Key, NAME_CONSTRAINTS, SERVER_AUTH, Signing, bundle,
        key_usage,
    },
};

const ORGANIZATION: &str = "2.5.4.10";

pub fn files() -> Vec<CaseFile> {
    vec![
        ("chn008", not_ca()),
        ("chn009", path_length()),
        ("chn010", [constraints(), unusual_constraints()].concat()),
        ("chn013", purpose()),
        ("chn016", weak()),
    ]
}

fn not_ca() -> Vec<Case> {
    let says_no = || ca().extension(BASIC_CONSTRAINTS, true, sequence([]));
    vec![
        Case::new("a server certificate that issued another", {
            let pki = pki();
            let below = Cert::server(&["shop.example.com"]).key(Key::P256(60)).issued_by(&pki.leaf);
            bundle(&[&below, &pki.leaf, &pki.ca, &pki.root])
        }),
        Case::new("CA:FALSE", pki_of(root(), says_no(), leaf()).text()),
        Case::new(
            "no basicConstraints",
            pki_of(root(), ca().without(BASIC_CONSTRAINTS).without(KEY_USAGE), leaf()).text(),
        ),
        Case::new("an intermediate of version 1", pki_of(root(), version_1(ca()), leaf()).text()),
        Case::new(
            "no keyCertSign",
            pki_of(root(), ca().extension(KEY_USAGE, true, key_usage(CRL_SIGN)), leaf()).text(),
        ),
        Case::new("no keyUsage at all", pki_of(root(), ca().without(KEY_USAGE), leaf()).text()),
        Case::new(
            "a root without keyCertSign",
            pki_of(root().extension(KEY_USAGE, true, key_usage(CRL_SIGN)), ca(), leaf()).text(),
        ),
    ]
}

fn path_length() -> Vec<Case> {
    let three = |root: Cert, upper: Cert, lower: Cert| {
        let root = root.self_signed();
        let upper = upper.issued_by(&root);
        let lower = lower.issued_by(&upper);
        bundle(&[&leaf().issued_by(&lower), &lower, &upper, &root])
    };
    let upper = || Cert::ca("Upper CA").key(Key::P256(61));
    vec![
        Case::new("one more than allowed", three(root(), upper().path_length(0), ca())),
        Case::new("the root allows one, there are two", three(root().path_length(1), upper(), ca())),
        Case::new(
            "exactly as many as allowed",
            three(root().path_length(2), upper().path_length(1), ca().path_length(0)),
        ),
        Case::new("a self-issued intermediate does not count", {
            let root = root().self_signed();
            let old = ca().path_length(0).issued_by(&root);
            let rolled = ca().key(Key::P256(62)).path_length(0).issued_by(&old);
            bundle(&[&leaf().issued_by(&rolled), &rolled, &old, &root])
        }),
    ]
}

/// A chain whose CA is limited to some names, or must leave some out.
fn limited(permitted: &[Vec<u8>], excluded: &[Vec<u8>], end: Cert) -> String {
    let lists = [(0, permitted), (1, excluded)];
    let lists = lists.iter().filter(|(_, bases)| !bases.is_empty()).map(|(tag, bases)| explicit(*tag, tree(bases)));
    pki_of(root(), ca().extension(NAME_CONSTRAINTS, true, sequence(lists)), end).text()
}

fn constraints() -> Vec<Case> {
    let to = |names: &[&str]| Cert::server(names).key(Key::P256(12));
    let www = &["www.example.com"];
    let subject = |organization| leaf().subject(&[("2.5.4.10", organization), ("2.5.4.3", "www.example.com")]);
    vec![
        Case::new("a host inside", limited(&[dns("example.com")], &[], to(www))),
        Case::new(
            "one host of three outside",
            limited(&[dns("example.com")], &[], to(&["www.example.com", "example.org", "example.com"])),
        ),
        Case::new("a host excluded", limited(&[], &[dns("www.example.com")], to(www))),
        Case::new("a host beside the excluded one", limited(&[], &[dns("shop.example.com")], to(www))),
        Case::new("a name that only ends alike", limited(&[dns("example.com")], &[], to(&["badexample.com"]))),
        Case::new("a wildcard over an excluded host", limited(&[], &[dns("shop.example.com")], to(&["*.example.com"]))),
        Case::new(
            "an address inside",
            limited(&[implicit(7, [192, 0, 2, 0, 255, 255, 255, 0])], &[], to(&["192.0.2.7"])),
        ),
        Case::new(
            "an address outside",
            limited(&[implicit(7, [192, 0, 2, 0, 255, 255, 255, 0])], &[], to(&["198.51.100.7"])),
        ),
        Case::new(
            "an address where only hosts are limited",
            limited(&[dns("example.com")], &[], to(&["www.example.com", "198.51.100.7"])),
        ),
        Case::new(
            "mail outside",
            limited(&[email("example.com")], &[], leaf().san_raw([dns(www[0]), email("a@example.org")])),
        ),
        Case::new(
            "mail inside",
            limited(&[email("example.com")], &[], leaf().san_raw([dns(www[0]), email("a@example.com")])),
        ),
        Case::new(
            "an address of the web outside",
            limited(&[uri(".example.com")], &[], leaf().san_raw([dns(www[0]), uri("https://example.org/")])),
        ),
        Case::new(
            "an address of the web inside",
            limited(&[uri(".example.com")], &[], leaf().san_raw([dns(www[0]), uri("https://a.example.com/")])),
        ),
        Case::new(
            "an organisation inside",
            limited(&[directory(ORGANIZATION, "Example Ltd")], &[], subject("example  LTD")),
        ),
        Case::new(
            "an organisation outside",
            limited(&[directory(ORGANIZATION, "Example Ltd")], &[], subject("Other Ltd")),
        ),
    ]
}

fn unusual_constraints() -> Vec<Case> {
    vec![
        Case::new("two limits, one in each CA above", {
            let root = root().self_signed();
            let limit = |base: &str| sequence([explicit(0, tree(&[dns(base)]))]);
            let upper = Cert::ca("Upper CA")
                .key(Key::P256(63))
                .extension(NAME_CONSTRAINTS, true, limit("example.com"))
                .issued_by(&root);
            let lower = ca().extension(NAME_CONSTRAINTS, true, limit("shop.example.com")).issued_by(&upper);
            bundle(&[&leaf().issued_by(&lower), &lower, &upper, &root])
        }),
        Case::new("an address without its mask", limited(&[implicit(7, [192, 0, 2, 0])], &[], leaf())),
        Case::new("a form of name that nobody can compare", {
            let value = sequence([explicit(0, tree(&[implicit(8, [0x2a, 3])]))]);
            let end = leaf().san_raw([dns("www.example.com"), implicit(8, [0x2a, 3])]);
            pki_of(root(), ca().extension(NAME_CONSTRAINTS, true, value), end).text()
        }),
    ]
}

fn purpose() -> Vec<Case> {
    let with = |purposes: &[&str]| pki_of(root(), ca().eku(purposes), leaf()).text();
    vec![
        Case::new("an intermediate for mail", with(&["1.3.6.1.5.5.7.3.4"])),
        Case::new("an intermediate for clients", with(&[CLIENT_AUTH])),
        Case::new("an intermediate for servers and clients", with(&[SERVER_AUTH, CLIENT_AUTH])),
        Case::new("an intermediate for anything", with(&["2.5.29.37.0"])),
        Case::new("a root for clients", pki_of(root().eku(&[CLIENT_AUTH]), ca(), leaf()).text()),
    ]
}

fn weak() -> Vec<Case> {
    let rsa = |number| Cert::ca("Chain Root").key(Key::Rsa2048(number));
    vec![
        Case::new("an intermediate signed with SHA-1", {
            let root = rsa(1).signing(Signing::Sha1).self_signed();
            let ca = ca().issued_by(&root);
            bundle(&[&leaf().issued_by(&ca), &ca, &root])
        }),
        Case::new("a root signed with SHA-1 by itself", {
            let ca = ca().issued_by(&rsa(1).self_signed());
            bundle(&[&leaf().issued_by(&ca), &ca, &rsa(1).signing(Signing::Sha1).self_signed()])
        }),
        Case::new("an intermediate signed with MD5", {
            let root = rsa(1).signing(Signing::Md5).self_signed();
            let ca = ca().issued_by(&root);
            bundle(&[&leaf().issued_by(&ca), &ca, &root])
        }),
        Case::new("an intermediate with RSA 1024", pki_of(root(), ca().key(Key::Rsa1024), leaf()).text()),
        Case::new("a root with RSA 1024", pki_of(root().key(Key::Rsa1024), ca(), leaf()).text()),
    ]
}
