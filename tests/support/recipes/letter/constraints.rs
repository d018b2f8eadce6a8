//! Name constraints.

use super::{CaseFile, both, ca, chain, leaf, root, trusting};
use crate::support::{
    case_file::Case,
    der::{explicit, implicit, oid, sequence, tlv, utf8},
    general_names::{directory, dns, email, tree, uri},
    mint::{Cert, Key, NAME_CONSTRAINTS},
};

const COMMON_NAME: &str = "2.5.4.3";

pub fn files() -> Vec<CaseFile> {
    vec![("constraints", [hosts(), others(), forms()].concat())]
}

fn other(text: &str) -> Vec<u8> {
    explicit(0, [oid("1.3.6.1.4.1.55738.666.3"), explicit(0, utf8(text))].concat())
}

fn permit(bases: &[Vec<u8>]) -> Vec<u8> {
    sequence([explicit(0, tree(bases))])
}

fn exclude(bases: &[Vec<u8>]) -> Vec<u8> {
    sequence([explicit(1, tree(bases))])
}

fn limited(name: &str, value: Vec<u8>, leaf: Cert) -> Vec<Case> {
    both(chain(name, root(), ca().extension(NAME_CONSTRAINTS, true, value), leaf))
}

fn hosts() -> Vec<Case> {
    [
        limited("stands: below a permitted host", permit(&[dns("example.com")]), leaf()),
        limited("refused: beside a permitted host", permit(&[dns("example.org")]), leaf()),
        limited("refused: below an excluded host", exclude(&[dns("example.com")]), leaf()),
        limited(
            "stands: permitted, and another excluded",
            sequence([explicit(0, tree(&[dns("example.com")])), explicit(1, tree(&[dns("a.example.com")]))]),
            leaf(),
        ),
        limited(
            "refused: permitted and excluded",
            sequence([explicit(0, tree(&[dns("example.com")])), explicit(1, tree(&[dns("www.example.com")]))]),
            leaf(),
        ),
        limited("stands: everything permitted", permit(&[dns("")]), leaf()),
        limited("refused: everything excluded", exclude(&[dns("")]), leaf()),
        limited("refused: a host with a dot in front", permit(&[dns(".example.com")]), leaf()),
        limited("refused: a host with an asterisk", permit(&[dns("*.example.com")]), leaf()),
        limited("stands: a wildcard below a permitted host", permit(&[dns("example.com")]), wildcard()),
        limited("refused: a wildcard that reaches an excluded host", exclude(&[dns("a.example.com")]), wildcard()),
    ]
    .concat()
}

fn wildcard() -> Cert {
    Cert::server(&["*.example.com"]).key(Key::P256(112))
}

fn others() -> Vec<Case> {
    let with = |entry: Vec<u8>| leaf().san_raw([dns("www.example.com"), entry]);
    let addressed = |address: &'static str| {
        let subject = [("2.5.4.3", "www.example.com"), ("1.2.840.113549.1.9.1", address)];
        leaf().subject(&subject)
    };
    let net = |octets: [u8; 8]| implicit(7, octets);
    let ten = net([10, 0, 0, 0, 255, 0, 0, 0]);
    [
        limited("stands: an address within", permit(std::slice::from_ref(&ten)), with(implicit(7, [10, 1, 2, 3]))),
        limited("refused: an address outside", permit(std::slice::from_ref(&ten)), with(implicit(7, [11, 1, 2, 3]))),
        limited("refused: an address of the other family", permit(&[ten]), with(implicit(7, [0; 16]))),
        limited("refused: a mask with gaps", permit(&[net([10, 0, 0, 0, 255, 0, 255, 0])]), leaf()),
        limited("refused: an address without a mask", permit(&[implicit(7, [10, 0, 0, 0])]), leaf()),
        limited("refused: a mailbox outside", permit(&[email("example.com")]), with(email("a@sub.example.com"))),
        limited(
            "stands: a mailbox within a domain",
            permit(&[email(".example.com")]),
            with(email("a@sub.example.com")),
        ),
        limited("refused: a mailbox of two signs", permit(&[email("a@b@example.com")]), leaf()),
        limited(
            "refused: a mailbox of the subject outside",
            permit(&[email("example.com")]),
            addressed("a@example.org"),
        ),
        limited("stands: a mailbox of the subject within", permit(&[email("example.com")]), addressed("a@example.com")),
        limited(
            "refused: an address of the web outside",
            permit(&[uri("example.com")]),
            with(uri("https://a.example.com/")),
        ),
        limited(
            "refused: an address of the web without a host",
            permit(&[uri("example.com")]),
            with(uri("urn:example:1")),
        ),
        limited("refused: a limit that is no host", permit(&[uri("https://example.com/")]), leaf()),
        limited("refused: another name of the kind outside", permit(&[other("a")]), with(other("b"))),
        limited("refused: an excluded kind that nobody can compare", exclude(&[other("a")]), with(other("a"))),
        limited("stands: an excluded kind that no name is of", exclude(&[other("a")]), leaf()),
        limited("stands: a directory name within", permit(&[directory(COMMON_NAME, "www.example.com")]), leaf()),
        limited("refused: a directory name outside", permit(&[directory(COMMON_NAME, "other")]), leaf()),
        limited(
            "refused: an alternative directory name outside",
            permit(&[directory(COMMON_NAME, "www.example.com")]),
            with(directory(COMMON_NAME, "other")),
        ),
        limited("stands: a directory name in capitals", permit(&[directory(COMMON_NAME, "WWW.EXAMPLE.COM")]), leaf()),
        limited("stands: another kind limited", permit(&[implicit(7, [10, 0, 0, 0, 255, 0, 0, 0])]), leaf()),
    ]
    .concat()
}

fn forms() -> Vec<Case> {
    let root_limited = root().extension(NAME_CONSTRAINTS, true, permit(&[dns("example.com")])).self_signed();
    let rolled = {
        // Self-issued: the same name, another key.
        let old = ca().san(&["ca.example.org"]).issued_by(&root_limited);
        let own = ca().key(Key::P256(120)).san(&["ca.example.org"]).issued_by(&old);
        (leaf().issued_by(&own), own, old)
    };
    let self_issued = {
        let limited = root().extension(NAME_CONSTRAINTS, true, permit(&[dns("example.com")])).self_signed();
        let rolled = root().key(Key::P256(121)).san(&["ca.example.org"]).issued_by(&limited);
        (leaf().issued_by(&rolled), rolled, limited)
    };
    let upper =
        |bases: &[Vec<u8>]| Cert::ca("Upper CA").key(Key::P256(122)).extension(NAME_CONSTRAINTS, true, permit(bases));
    let nested = |name: &str, up: &[Vec<u8>], low: &[Vec<u8>]| {
        let root = root().self_signed();
        let upper = upper(up).issued_by(&root);
        let lower = ca().extension(NAME_CONSTRAINTS, true, permit(low)).issued_by(&upper);
        both(trusting(name, &root, &[&leaf().issued_by(&lower), &lower, &upper]))
    };
    let minimum = sequence([explicit(0, sequence([dns("example.com"), implicit(0, [1])]))]);
    let maximum = sequence([explicit(0, sequence([dns("example.com"), implicit(1, [1])]))]);
    [
        both(trusting(
            "refused: the root limits, and an intermediate has a name outside",
            &root_limited,
            &[&rolled.0, &rolled.1, &rolled.2],
        )),
        both(trusting(
            "stands: the root limits, and its self-issued key change has a name outside",
            &self_issued.2,
            &[&self_issued.0, &self_issued.1],
        )),
        nested("stands: two limits, within both", &[dns("example.com")], &[dns("www.example.com")]),
        nested("refused: two limits, within the upper only", &[dns("example.com")], &[dns("shop.example.com")]),
        nested("refused: two limits, within the lower only", &[dns("example.org")], &[dns("www.example.com")]),
        limited("refused: nothing permitted and nothing excluded", sequence([]), leaf()),
        limited("refused: two empty lists", sequence([explicit(0, []), explicit(1, [])]), leaf()),
        limited(
            "refused: nulls where lists belong",
            sequence([explicit(0, tlv(5, [])), explicit(1, tlv(5, []))]),
            leaf(),
        ),
        limited("refused: a minimum", minimum, leaf()),
        limited("refused: a maximum", maximum, leaf()),
    ]
    .concat()
}
