//! Certificate policies: RFC 5280 §6.1 as RFC 9618 mends it.

use super::{CaseFile, ca, leaf, paths::tower, rfc, root, trusting};
use crate::support::{
    case_file::Case,
    der::{implicit, integer, oid, sequence},
    mint::{Cert, INHIBIT_ANY_POLICY, Key, POLICIES, POLICY_CONSTRAINTS, POLICY_MAPPINGS},
};

pub fn files() -> Vec<CaseFile> {
    vec![("policies", [explicit(), mapped(), inhibited(), hostile()].concat())]
}

const ANY: &str = "2.5.29.32.0";
const GOLD: &str = "1.3.6.1.4.1.55738.667.1";
const SILVER: &str = "1.3.6.1.4.1.55738.667.2";
const LEAD: &str = "1.3.6.1.4.1.55738.667.3";

fn with(cert: Cert, policies: &[&str]) -> Cert {
    cert.extension(POLICIES, false, sequence(policies.iter().map(|policy| sequence([oid(policy)]))))
}

/// `requireExplicitPolicy` and `inhibitPolicyMapping`.
fn constrained(cert: Cert, explicit: Option<u8>, mapping: Option<u8>) -> Cert {
    let parts = explicit.map(|skip| implicit(0, [skip])).into_iter().chain(mapping.map(|skip| implicit(1, [skip])));
    cert.extension(POLICY_CONSTRAINTS, true, sequence(parts))
}

fn mapping(cert: Cert, pairs: &[(&str, &str)]) -> Cert {
    let pairs = pairs.iter().map(|(from, to)| sequence([oid(from), oid(to)]));
    cert.extension(POLICY_MAPPINGS, true, sequence(pairs))
}

fn upper() -> Cert {
    Cert::ca("Upper CA").key(Key::P256(128))
}

/// Root, the CAs from above, leaf.
fn path(name: &str, steps: Vec<Cert>, end: Cert) -> Case {
    rfc(tower(name, root(), steps, end))
}

fn explicit() -> Vec<Case> {
    let required = |policies: &[&str]| constrained(with(ca(), policies), Some(0), None);
    vec![
        path("stands: a policy is required and holds", vec![required(&[GOLD])], with(leaf(), &[GOLD])),
        path("refused: a policy is required and the leaf has another", vec![required(&[GOLD])], with(leaf(), &[LEAD])),
        path("refused: a policy is required and the leaf has none", vec![required(&[GOLD])], leaf().without(POLICIES)),
        path(
            "refused: a policy is required and the CA has none",
            vec![constrained(ca(), Some(0), None)],
            with(leaf(), &[GOLD]),
        ),
        path("stands: nobody requires any", vec![ca()], with(leaf(), &[GOLD])),
        path("stands: any will do above", vec![required(&[ANY])], with(leaf(), &[LEAD])),
        path("stands: any will do below", vec![required(&[GOLD])], with(leaf(), &[ANY])),
        path(
            "stands: required after more certificates than there are",
            vec![constrained(ca(), Some(2), None)],
            leaf().without(POLICIES),
        ),
        path(
            "refused: required after one, and there is one",
            vec![constrained(upper(), Some(1), None), ca()],
            leaf().without(POLICIES),
        ),
        path(
            "refused: lost on the way",
            vec![constrained(with(upper(), &[GOLD]), Some(0), None), with(ca(), &[SILVER])],
            with(leaf(), &[GOLD]),
        ),
        path(
            "stands: one of two is kept",
            vec![constrained(with(upper(), &[GOLD, SILVER]), Some(0), None), with(ca(), &[SILVER, LEAD])],
            with(leaf(), &[SILVER]),
        ),
        path(
            "refused: a leaf that requires for itself",
            vec![with(ca(), &[GOLD])],
            constrained(with(leaf(), &[LEAD]), Some(0), None),
        ),
        {
            // What is trusted is no part of the path: its constraints bind nobody (RFC 5280 §6.1).
            let root = constrained(root(), Some(0), None).self_signed();
            let ca = ca().issued_by(&root);
            rfc(trusting("stands: only the root requires", &root, &[&leaf().without(POLICIES).issued_by(&ca), &ca]))
        },
        {
            let case = path("refused: by clients, too", vec![required(&[GOLD])], with(leaf(), &[LEAD]));
            case.judge(certloupe::report::Judge::Clients)
        },
    ]
}

fn mapped() -> Vec<Case> {
    let maps = |pairs: &[(&str, &str)]| mapping(constrained(with(ca(), &[GOLD]), Some(0), None), pairs);
    vec![
        path("stands: gold stands for silver", vec![maps(&[(GOLD, SILVER)])], with(leaf(), &[SILVER])),
        path(
            "refused: gold stands for silver, and is gold no more",
            vec![maps(&[(GOLD, SILVER)])],
            with(leaf(), &[GOLD]),
        ),
        path("stands: gold stands for two", vec![maps(&[(GOLD, SILVER), (GOLD, LEAD)])], with(leaf(), &[LEAD])),
        path("refused: a mapping of what does not hold", vec![maps(&[(LEAD, SILVER)])], with(leaf(), &[SILVER])),
        path("refused: a mapping of any policy", vec![maps(&[(ANY, SILVER)])], with(leaf(), &[SILVER])),
        path("refused: a mapping to any policy", vec![maps(&[(GOLD, ANY)])], with(leaf(), &[SILVER])),
        path(
            "stands: any policy holds, and is mapped by name",
            vec![mapping(constrained(with(ca(), &[ANY]), Some(0), None), &[(GOLD, SILVER)])],
            with(leaf(), &[SILVER]),
        ),
        path(
            "refused: mapping is inhibited",
            vec![
                constrained(with(upper(), &[GOLD]), Some(0), Some(0)),
                mapping(with(ca(), &[GOLD]), &[(GOLD, SILVER)]),
            ],
            with(leaf(), &[SILVER]),
        ),
        path(
            "stands: mapping is inhibited later",
            vec![
                constrained(with(upper(), &[GOLD]), Some(0), Some(1)),
                mapping(with(ca(), &[GOLD]), &[(GOLD, SILVER)]),
            ],
            with(leaf(), &[SILVER]),
        ),
    ]
}

fn inhibited() -> Vec<Case> {
    let inhibit = |cert: Cert, skip: u64| cert.extension(INHIBIT_ANY_POLICY, true, integer(skip));
    let required = || constrained(with(ca(), &[GOLD]), Some(0), None);
    vec![
        path("refused: any policy is inhibited", vec![inhibit(required(), 0)], with(leaf(), &[ANY])),
        path("stands: any policy is inhibited later", vec![inhibit(required(), 1)], with(leaf(), &[ANY])),
        path("stands: any policy is inhibited, and gold holds", vec![inhibit(required(), 0)], with(leaf(), &[GOLD])),
        {
            // Self-issued: the key changes, and `anyPolicy` passes.
            let old = inhibit(constrained(with(ca(), &[GOLD]), Some(0), None), 0);
            path(
                "stands: any policy in a key change",
                vec![old, with(ca().key(Key::P256(129)), &[ANY])],
                with(leaf(), &[GOLD]),
            )
        },
        path(
            "refused: the constraints are not critical",
            vec![{
                let cert = with(ca(), &[GOLD]);
                cert.extension(POLICY_CONSTRAINTS, false, sequence([implicit(0, [0])]))
            }],
            with(leaf(), &[GOLD]),
        ),
        path(
            "refused: the inhibition is not critical",
            vec![ca().extension(INHIBIT_ANY_POLICY, false, integer(0))],
            leaf(),
        ),
        path("refused: empty constraints", vec![constrained(ca(), None, None)], leaf()),
    ]
}

/// The tree of RFC 5280 has a node for each combination: here two to the power of 20 (CVE-2023-0464).
fn hostile() -> Vec<Case> {
    let policies: Vec<String> = (0..20).map(|number| format!("1.3.6.1.4.1.55738.668.{number}")).collect();
    let names: Vec<&str> = policies.iter().map(String::as_str).collect();
    let pairs: Vec<(&str, &str)> = names.iter().flat_map(|from| names.iter().map(move |to| (*from, *to))).collect();
    let step = |number: u8| {
        let cert = Cert::ca(&format!("Step {number}")).key(Key::P256(130 + number));
        mapping(with(cert, &names), &pairs)
    };
    let first = constrained(step(0), Some(0), None);
    let steps = std::iter::once(first).chain((1..8).map(step)).collect();
    vec![path("refused: every policy stands for every other, eight times", steps, with(leaf(), &[GOLD]))]
}
