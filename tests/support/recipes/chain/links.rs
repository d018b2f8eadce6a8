//! Who signed whom: keys, key ids, cross-signatures, algorithms.

use super::{CaseFile, ca, in_the_name_of, leaf, pki, pki_of, root};
use crate::support::{
    case_file::Case,
    der::{boolean, explicit, implicit, octets, oid, sequence, set, tlv},
    mint::{AKI, BASIC_CONSTRAINTS, Cert, Key, Minted, SKI, Signing, bundle},
};
use certloupe::report::Judge;

pub fn files() -> Vec<CaseFile> {
    vec![
        ("chn006", signatures()),
        ("chn011", key_ids()),
        ("chn012", several_paths()),
        ("chn015", cross_signed()),
        ("chn020", names()),
        ("algorithms", algorithms()),
    ]
}

/// The issuer's name, in the leaf and in the issuer.
fn names() -> Vec<Case> {
    let pki = pki();
    let named = |name: Vec<u8>| Cert { issuer: Some(name), ..leaf() }.issued_by(&pki.ca);
    let written = |tag: u8, text: &str| sequence([set([sequence([oid("2.5.4.3"), tlv(tag, text)])])]);
    let with = |leaf: &Minted| bundle(&[leaf, &pki.ca, &pki.root]);
    let printable = named(written(0x13, "Chain CA"));
    vec![
        Case::new("another kind of string", with(&printable)),
        Case::new("other letters and spaces", with(&named(written(0x0c, " chain  CA ")))),
        Case::new("another kind of string, to the letter of RFC 5280", with(&printable)).judge(Judge::Rfc5280),
        Case::new("another kind of string, by the Baseline Requirements", with(&printable)).judge(Judge::Web),
        Case::new("another name", with(&named(written(0x0c, "Chain CB")))),
        Case::new("the same bytes", pki.text()),
    ]
}

fn signatures() -> Vec<Case> {
    let pki = pki();
    let renewed = ca().key(Key::P256(30)).serial(&[2]).issued_by(&pki.root);
    let unmarked = ca().key(Key::P256(31)).serial(&[3]).no_key_ids().issued_by(&pki.root);
    let spoiled = leaf().spoil_signature().issued_by(&pki.ca);
    let spoiled_ca = ca().spoil_signature().issued_by(&pki.root);
    let pretended = {
        // The right name and key id over another key.
        let mut bearer = pki.ca.clone();
        bearer.key = Key::P256(32);
        leaf().issued_by(&bearer)
    };
    vec![
        Case::new("the right name, but another key", bundle(&[&pki.leaf, &renewed, &pki.root])),
        Case::new(
            "the right name, another key and no key ids",
            bundle(&[&leaf().no_key_ids().issued_by(&pki.ca), &unmarked, &pki.root]),
        ),
        Case::new("another key and the right one", bundle(&[&pki.leaf, &renewed, &pki.ca, &pki.root])),
        Case::new("no key ids, another key and the right one", {
            let right = ca().no_key_ids().issued_by(&pki.root);
            bundle(&[&leaf().no_key_ids().issued_by(&right), &unmarked, &right, &pki.root])
        }),
        Case::new("one bit of the signature turned", bundle(&[&spoiled, &pki.ca, &pki.root])),
        Case::new(
            "one bit turned in the intermediate",
            bundle(&[&leaf().issued_by(&spoiled_ca), &spoiled_ca, &pki.root]),
        ),
        Case::new("the key id of the issuer, the signature of another", bundle(&[&pretended, &pki.ca, &pki.root])),
        Case::new("a root's own signature is never checked", pki_of(root().spoil_signature(), ca(), leaf()).text()),
        Case::new("another kind of key with the same name", {
            let other = ca().key(Key::Rsa2048(2)).no_key_ids().issued_by(&pki.root);
            bundle(&[&leaf().no_key_ids().issued_by(&pki.ca), &other, &pki.root])
        }),
        Case::new("a false root beside the known one's name", {
            let known = in_the_name_of("GlobalSign Root E46");
            let mut forged = Cert::ca("x").key(Key::P256(33)).self_signed();
            forged.name = known.name.clone();
            let intermediate = ca().issued_by(&known);
            bundle(&[&leaf().issued_by(&intermediate), &intermediate, &forged])
        }),
    ]
}

fn key_ids() -> Vec<Case> {
    let pki = pki();
    let by_key = |id: &[u8]| leaf().extension(AKI, false, sequence([implicit(0, id)])).issued_by(&pki.ca);
    let by_serial = |serial: &[u8]| {
        let name = explicit(1, explicit(4, &pki.root.name));
        leaf()
            .extension(AKI, false, sequence([implicit(0, &pki.ca.key_id), name, implicit(2, serial)]))
            .issued_by(&pki.ca)
    };
    let serial = ca().serial;
    vec![
        Case::new("another key id", bundle(&[&by_key(&[1; 20]), &pki.ca, &pki.root])),
        Case::new("another serial number", bundle(&[&by_serial(&[1, 2, 3]), &pki.ca, &pki.root])),
        Case::new("issuer and serial number agree", bundle(&[&by_serial(&serial), &pki.ca, &pki.root])),
        Case::new("no key ids at all", pki_of(root().no_key_ids(), ca().no_key_ids(), leaf().no_key_ids()).text()),
    ]
}

/// One CA key with two certificates, by two roots.
fn crossed() -> (Minted, Minted, Minted, Minted, Minted) {
    let old_root = root().self_signed();
    let new_root = Cert::ca("New Root").key(Key::P256(40)).self_signed();
    let by_old = ca().serial(&[1]).issued_by(&old_root);
    let by_new = ca().serial(&[2]).issued_by(&new_root);
    let leaf = leaf().issued_by(&by_old);
    (leaf, by_old, by_new, old_root, new_root)
}

fn several_paths() -> Vec<Case> {
    let (leaf_of_both, by_old, by_new, old_root, new_root) = crossed();
    vec![
        Case::new(
            "one intermediate signed by two roots",
            bundle(&[&leaf_of_both, &by_old, &by_new, &old_root, &new_root]),
        ),
        Case::new("one of the two roots is not given", bundle(&[&leaf_of_both, &by_old, &by_new, &new_root])),
        Case::new("neither root is given", bundle(&[&leaf_of_both, &by_old, &by_new])),
        Case::new("repaired: two roots", bundle(&[&leaf_of_both, &by_old, &by_new, &old_root, &new_root])).repaired(),
        Case::new("the first way is at fault, the second is not", {
            let mail = ca().serial(&[3]).eku(&["1.3.6.1.5.5.7.3.4"]).issued_by(&old_root);
            bundle(&[&leaf_of_both, &mail, &by_new, &old_root, &new_root])
        }),
        Case::new("the second way has expired", old_cross_signature(false)),
        Case::new("repaired: the second way has expired", old_cross_signature(false)).repaired(),
        Case::new("the way given first has expired", old_cross_signature(true)),
        Case::new("the root renewed under the same key", {
            let renewed = root().serial(&[9]).valid("2025-01-01", "2045-01-01").self_signed();
            bundle(&[&leaf_of_both, &by_old, &old_root, &renewed])
        }),
    ]
}

/// A root that an older one signed as well, until that ran out: what broke clients in 2020 and 2021.
fn old_cross_signature(first: bool) -> String {
    let old_root = root().valid("2000-01-01", "2020-05-30").self_signed();
    let new_root = || Cert::ca("New Root").key(Key::P256(40));
    let alone = new_root().self_signed();
    let expired = new_root().serial(&[5]).valid("2010-01-01", "2020-05-30").issued_by(&old_root);
    let issuer = ca().issued_by(&alone);
    let end = leaf().issued_by(&issuer);
    let rest = if first { [&expired, &alone] } else { [&alone, &expired] };
    bundle(&[&end, &issuer, rest[0], rest[1]])
}

fn cross_signed() -> Vec<Case> {
    let pki = pki();
    let new_root = || Cert::ca("New Root").key(Key::P256(40));
    let alone = new_root().self_signed();
    let crossed = new_root().serial(&[5]).issued_by(&pki.root);
    let issuer = ca().issued_by(&alone);
    let end = leaf().issued_by(&issuer);
    // The shape of Let's Encrypt's ECDSA chain: a root that some clients have, signed by one that more of them have.
    let mut young = in_the_name_of("UCA Global G2 Root");
    young.key = Key::P384(41);
    let young_by_old = Cert::bare("")
        .subject(&[("2.5.4.6", "CN"), ("2.5.4.10", "UniTrust"), ("2.5.4.3", "UCA Global G2 Root")])
        .extension(BASIC_CONSTRAINTS, true, sequence([boolean(true)]))
        .extension(SKI, false, octets(&young.key_id))
        .key(young.key)
        .issued_by(&in_the_name_of("ISRG Root X1"));
    assert_eq!(young_by_old.name, young.name, "the young root's name is written as the mint writes names");
    let root_ye = Cert::ca("Root YE").key(Key::P384(42)).issued_by(&young);
    let ye1 = Cert::ca("YE1").key(Key::P384(43)).path_length(0).issued_by(&root_ye);
    let by_ye1 = leaf().issued_by(&ye1);
    vec![
        Case::new("a cross-signed root in its place", bundle(&[&end, &issuer, &crossed, &pki.root])),
        Case::new("beside its self-signed twin", bundle(&[&end, &issuer, &alone, &crossed])),
        Case::new("repaired: beside its self-signed twin", bundle(&[&end, &issuer, &alone, &crossed])).repaired(),
        Case::new("an intermediate whose name says nothing of a root", pki.text()),
        Case::new("the chain of Root YE below a young root", bundle(&[&by_ye1, &ye1, &root_ye])),
        Case::new("and with the young root signed by an old one", bundle(&[&by_ye1, &ye1, &root_ye, &young_by_old])),
        Case::new("repaired: it stays", bundle(&[&ye1, &by_ye1, &root_ye, &young_by_old])).repaired(),
    ]
}

fn algorithms() -> Vec<Case> {
    let text = |issuer: Key, signing: Signing| {
        let root = root().key(issuer).signing(signing).self_signed();
        let ca = ca().key(issuer).signing(signing).issued_by(&root);
        bundle(&[&leaf().issued_by(&ca), &ca, &root])
    };
    vec![
        Case::new("RSA, PKCS#1", text(Key::Rsa2048(1), Signing::Usual)),
        Case::new("RSA, PSS", text(Key::Rsa2048(1), Signing::Pss)),
        Case::new("RSA, SHA-384", text(Key::Rsa2048(1), Signing::Sha384)),
        Case::new("P-256 with SHA-384", text(Key::P256(50), Signing::Sha384)),
        Case::new("P-384", text(Key::P384(50), Signing::Usual)),
        Case::new("P-521", text(Key::P521(50), Signing::Usual)),
        Case::new("Ed25519", text(Key::Ed25519(50), Signing::Usual)),
    ]
}
