//! Paths as a whole: length, dates, cross-signatures, revocation lists.

use super::{CaseFile, both, ca, chain, leaf, rfc, root, trusting, web};
use crate::support::{
    case_file::Case,
    der::{sequence, tlv},
    mint::{BASIC_CONSTRAINTS, Cert, KEY_USAGE, Key, Minted, Signing},
    objects::Crl,
};

pub fn files() -> Vec<CaseFile> {
    vec![("paths", [lengths(), dates(), ways()].concat()), ("revocation", revocation())]
}

fn step(name: &str, key: u8) -> Cert {
    Cert::ca(name).key(Key::P256(key))
}

/// A chain of CAs below a root, the uppermost first.
pub(super) fn tower(name: &str, root: Cert, steps: Vec<Cert>, end: Cert) -> Case {
    let root = root.self_signed();
    let mut given: Vec<Minted> = Vec::new();
    for step in steps {
        let above = given.last().unwrap_or(&root).clone();
        given.push(step.issued_by(&above));
    }
    let end = end.issued_by(given.last().unwrap_or(&root));
    let all: Vec<&Minted> = std::iter::once(&end).chain(&given).collect();
    trusting(name, &root, &all)
}

fn lengths() -> Vec<Case> {
    let two = || vec![step("Upper CA", 122), ca()];
    // The same name and another key: it does not count.
    let rolled = || vec![ca().path_length(0), ca().key(Key::P256(123)).path_length(0)];
    let as_leaf = || step("Leaf CA", 124).path_length(0).san(&["www.example.com"]);
    [
        both(tower(
            "refused: a root that allows one intermediate, and there are two",
            root().path_length(1),
            two(),
            leaf(),
        )),
        both(tower("stands: a root that allows two", root().path_length(2), two(), leaf())),
        both(tower(
            "refused: an upper CA that allows none",
            root(),
            vec![step("Upper CA", 122).path_length(0), ca()],
            leaf(),
        )),
        both(tower("stands: a key change does not count", root(), rolled(), leaf())),
        both(tower("refused: more than was asked for", root(), two(), leaf()))
            .into_iter()
            .map(|case| case.depth(1))
            .collect(),
        both(tower("stands: as many as were asked for", root(), two(), leaf()))
            .into_iter()
            .map(|case| case.depth(2))
            .collect(),
        both(tower("stands: a key change is no intermediate", root(), rolled(), leaf()))
            .into_iter()
            .map(|case| case.depth(1))
            .collect(),
        vec![
            rfc(tower("stands: a CA at the end is no intermediate", root(), vec![ca().path_length(0)], as_leaf())),
            web(tower("refused: a CA at the end is no server", root(), vec![ca().path_length(0)], as_leaf())),
        ],
    ]
    .concat()
}

fn dates() -> Vec<Case> {
    let past = ("2000-01-01", "2020-01-01");
    let irregular = leaf().valid_raw(tlv(0x18, "20261001000000Z"), tlv(0x18, "20261229000000Z"));
    [
        both(chain("refused: the root has expired", root().valid(past.0, past.1), ca(), leaf())),
        both(chain("refused: the intermediate has expired", root(), ca().valid(past.0, past.1), leaf())),
        both(chain("refused: the leaf has expired", root(), ca(), leaf().valid("2026-01-01", "2026-02-01"))),
        both(chain("refused: GeneralizedTime before 2050", root(), ca(), irregular)),
        both(chain("stands: the last second", root(), ca(), leaf()))
            .into_iter()
            .map(|case| case.now("2026-12-29T23:59:59Z"))
            .collect(),
        both(chain("refused: a second later", root(), ca(), leaf()))
            .into_iter()
            .map(|case| case.now("2026-12-30T00:00:00Z"))
            .collect(),
    ]
    .concat()
}

fn ways() -> Vec<Case> {
    let anchor = root().self_signed();
    let other = Cert::ca("Other Root").key(Key::P256(113)).self_signed();
    let (good, end) = {
        let good = ca().issued_by(&anchor);
        let end = leaf().issued_by(&good);
        (good, end)
    };
    let beside = |bad: Cert| bad.serial(&[66]).issued_by(&anchor);
    let around = |name: &str, bad: Cert| both(trusting(name, &anchor, &[&end, &beside(bad), &good]));
    let sha1_root = root().key(Key::Rsa2048(1)).signing(Signing::Sha1);
    let weak = {
        let old = sha1_root.self_signed();
        let strong = root().key(Key::Rsa2048(1)).self_signed();
        let weak = ca().serial(&[67]).issued_by(&old);
        let good = ca().issued_by(&strong);
        (leaf().issued_by(&good), weak, good, strong)
    };
    let cycle = {
        let (a, b) = (step("Ring A", 125), step("Ring B", 126));
        let (bare_a, bare_b) = (a.clone().self_signed(), b.clone().self_signed());
        let (a_by_b, b_by_a) = (a.clone().issued_by(&bare_b), b.issued_by(&bare_a));
        let out = a.serial(&[68]).issued_by(&anchor);
        (leaf().issued_by(&bare_a), a_by_b, b_by_a, out)
    };
    let spoiled = ca().spoil_signature().issued_by(&anchor);
    [
        around("stands: around an expired intermediate", ca().valid("2000-01-01", "2020-01-01")),
        around("stands: around one that is no CA", ca().extension(BASIC_CONSTRAINTS, true, sequence([]))),
        around("stands: around one without basic constraints", ca().without(BASIC_CONSTRAINTS).without(KEY_USAGE)),
        around("stands: around one for mail", ca().eku(&["1.3.6.1.5.5.7.3.4"])),
        around("stands: around one with the serial number zero", Cert { serial: vec![0], ..ca() }),
        both(trusting("stands: around one that is signed with SHA-1", &weak.3, &[&weak.0, &weak.1, &weak.2])),
        both(trusting("stands: out of a ring", &anchor, &[&cycle.0, &cycle.1, &cycle.2, &cycle.3])),
        both(trusting("refused: in a ring", &anchor, &[&cycle.0, &cycle.1, &cycle.2])),
        both(trusting("refused: the root is not the trusted one", &other, &[&end, &good, &anchor])),
        both(trusting("refused: the intermediate is missing", &anchor, &[&end])),
        both(trusting("refused: one bit of the intermediate’s signature turned", &anchor, &[&end, &spoiled])),
        both(trusting("stands: the intermediate itself is trusted", &good, &[&end])),
    ]
    .concat()
}

fn revocation() -> Vec<Case> {
    let anchor = root().self_signed();
    let issuer = ca().issued_by(&anchor);
    let end = leaf().issued_by(&issuer);
    let other = Cert::ca("Other CA").key(Key::P256(127)).issued_by(&anchor);
    let with = |name: &str, list: Crl| both(trusting(name, &anchor, &[&end, &issuer]).file("list.crl", list.pem()));
    let list = || Crl::of(&issuer);
    let without = |oid: &str| {
        let mut list = list();
        list.extensions.retain(|(known, ..)| known != oid);
        list
    };
    [
        with("stands: not on the list", list()),
        with("refused: on the list", list().revoking(&end, "2026-11-02", Some(1))),
        with("refused: a list without a number", without("2.5.29.20")),
        with("refused: a list with a critical number", without("2.5.29.20").extension("2.5.29.20", true, tlv(2, [5]))),
        with("refused: a list without a key id", without("2.5.29.35")),
        with("refused: a list that has run out", list().dated("2026-01-01", "2026-02-01")),
        with("refused: a list that does not say until when", list().without_end()),
        with("refused: a list that was changed", list().spoil()),
        with(
            "refused: a list with an unknown critical extension",
            list().extension("1.3.6.1.4.1.55738.666.4", true, tlv(5, [])),
        ),
        with(
            "stands: a list of another CA with the same number on it",
            Crl::of(&other).revoking(&end, "2026-11-02", Some(1)),
        ),
    ]
    .concat()
}
