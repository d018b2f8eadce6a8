use super::CaseFile;
use super::issued::{complete, good, intermediate, root, with_intermediate};
use crate::support::{
    case_file::Case,
    der::tlv,
    mint::{Cert, Key, bundle},
};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("val001", expired()),
        ("val002", not_yet_valid()),
        ("val003", renew_now()),
        ("val004", too_long()),
        ("val005", chain_ends_first()),
        ("val006", date_encoding()),
        ("val007", next_renewal()),
    ]
}

/// A case with a private chain whose server certificate has these dates.
fn dated(case: &str, from: &str, to: &str) -> Case {
    Case::new(case, complete(good().valid(from, to)))
}

/// A case with a chain whose root is not given, as with a public CA.
fn public(case: &str, from: &str, to: &str) -> Case {
    Case::new(case, with_intermediate(good().valid(from, to)))
}

fn expired() -> Vec<Case> {
    let old = Cert::ca("Old CA").key(Key::P256(93)).valid("2020-01-01", "2026-06-30T23:59:59Z").issued_by(&root());
    let leaf = good().issued_by(&old);
    let stranger = Cert::server(&["other.example.com"]).key(Key::P256(9)).valid("2025-01-01", "2025-03-01");
    vec![
        dated("the last second is still valid", "2026-10-01", "2026-12-29T23:59:59Z").now("2026-12-29T23:59:59Z"),
        dated("one second later", "2026-10-01", "2026-12-29T23:59:59Z").now("2026-12-30"),
        dated("years ago", "2020-01-01", "2020-03-30T23:59:59Z"),
        Case::new("the intermediate", bundle(&[&leaf, &old, &root()])),
        Case::new("an old intermediate of the same name that is not needed", complete(good()) + &old.pem()),
        Case::new("an expired private root", {
            let root =
                Cert::ca("Old Root").key(Key::P256(94)).valid("2010-01-01", "2025-12-31T23:59:59Z").self_signed();
            bundle(&[&good().issued_by(&root), &root])
        }),
        Case::new("an expired stranger", complete(good()) + &stranger.issued_by(&intermediate()).pem()),
    ]
}

fn not_yet_valid() -> Vec<Case> {
    let young = Cert::ca("Young CA").key(Key::P256(93)).valid("2027-01-01", "2036-12-31").issued_by(&root());
    vec![
        dated("from tomorrow on", "2026-11-22", "2027-02-19T23:59:59Z"),
        dated("from this second on", "2026-11-21", "2027-02-18T23:59:59Z"),
        Case::new("the intermediate", bundle(&[&good().issued_by(&young), &young, &root()])),
    ]
}

fn renew_now() -> Vec<Case> {
    vec![
        dated("90 days, just before two thirds", "2026-10-01", "2026-12-29T23:59:59Z").now("2026-11-29T23:59:59Z"),
        dated("90 days, at two thirds", "2026-10-01", "2026-12-29T23:59:59Z").now("2026-11-30"),
        dated("6 days, at two thirds", "2026-11-18", "2026-11-23T23:59:59Z").now("2026-11-22"),
        dated("6 days, day after issue", "2026-11-20", "2026-11-25T23:59:59Z"),
        dated("199 days, 31 left", "2026-06-01", "2026-12-16T23:59:59Z").now("2026-11-16"),
        dated("199 days, 29 left", "2026-06-01", "2026-12-16T23:59:59Z").now("2026-11-18"),
    ]
}

fn too_long() -> Vec<Case> {
    vec![
        public("200 days from the first day of the rule", "2026-03-15", "2026-09-30T23:59:59Z").now("2026-08-01"),
        public("200 days and a second from the first day", "2026-03-15", "2026-10-01").now("2026-08-01"),
        public("398 days the second before", "2026-03-14T23:59:59Z", "2027-04-16T23:59:58Z"),
        public("398 days and a second the second before", "2026-03-14T23:59:59Z", "2027-04-16T23:59:59Z"),
        public("101 days in 2027", "2027-03-15", "2027-06-23T23:59:59Z").now("2027-04-01"),
        public("47 days in 2029", "2029-03-15", "2029-04-30T23:59:59Z").now("2029-03-20"),
        public("48 days in 2029", "2029-03-15", "2029-05-01T23:59:59Z").now("2029-03-20"),
        public("825 days in 2019", "2019-01-01", "2021-04-04T23:59:59Z").now("2019-06-01"),
        public("three years in 2016", "2016-01-01", "2018-12-31T23:59:59Z").now("2016-06-01"),
        public("ten years before there was a rule", "2011-01-01", "2020-12-31T23:59:59Z").now("2012-01-01"),
        dated("a year from a private CA", "2026-10-01", "2027-09-30T23:59:59Z"),
        dated("ten years from a private CA", "2026-10-01", "2036-09-30T23:59:59Z"),
        Case::new("a year, self-signed", good().valid("2026-10-01", "2027-09-30T23:59:59Z").self_signed().pem()),
    ]
}

fn chain_ends_first() -> Vec<Case> {
    let short = |to: &str| Cert::ca("Short CA").key(Key::P256(93)).valid("2020-01-01", to).issued_by(&root());
    let under = |to: &str| {
        let issuer = short(to);
        bundle(&[&good().issued_by(&issuer), &issuer, &root()])
    };
    vec![
        Case::new("the intermediate ends first", under("2026-12-01")),
        Case::new("both end together", under("2026-12-29T23:59:59Z")),
        Case::new("the intermediate has already ended", under("2026-11-01")),
    ]
}

fn date_encoding() -> Vec<Case> {
    let raw = |case: &str, from: Vec<u8>, to: Vec<u8>| Case::new(case, complete(good().valid_raw(from, to)));
    let utc = |text: &str| tlv(0x17, text);
    let general = |text: &str| tlv(0x18, text);
    vec![
        raw("both as they should be", utc("261001000000Z"), utc("261229235959Z")),
        raw("GeneralizedTime before 2050", utc("261001000000Z"), general("20261229235959Z")),
        raw("no seconds", utc("2610010000Z"), utc("261229235959Z")),
        raw("an offset", utc("261001000000+0800"), utc("261229235959Z")),
        raw("a fraction", utc("261001000000Z"), general("20261229235959.5Z")),
        raw("no date at all", utc("261001000000Z"), utc("never")),
        raw("GeneralizedTime from 2050 on", utc("261001000000Z"), general("20501229235959Z")),
        dated("ends before it begins", "2026-10-01", "2026-09-01"),
        dated("a single second", "2026-11-21", "2026-11-21"),
    ]
}

fn next_renewal() -> Vec<Case> {
    vec![
        public("200 days now, 100 at the next", "2026-10-01", "2027-04-18T23:59:59Z"),
        public("200 days now, 200 at the next", "2026-04-01", "2026-10-17T23:59:59Z").now("2026-05-01"),
        public("90 days are short enough until 2029", "2027-01-15", "2027-04-14T23:59:59Z").now("2027-02-01"),
        public("398 days of the last day", "2026-03-14", "2027-04-15T23:59:59Z"),
    ]
}
