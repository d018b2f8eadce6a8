//! One certificate takes another's place: what changes, and whether anybody would notice.

mod support;

use certloupe::{
    api::Session,
    report::{
        Change, Comparison, EffectId, Options, Report, Source, Verdict,
        wire::{Reply, Request},
    },
    text::{self, Lang},
};
use std::collections::BTreeSet;
use support::{
    case_file::NOW,
    der::{oid, sequence},
    mint::{Cert, Key, Minted, bundle},
    recipes::public_roots,
};

/// An intermediate below a root that clients know.
fn issuer(name: &str, root: &str, key: u8) -> Minted {
    let subject = [("2.5.4.10", "Compare"), ("2.5.4.3", name)];
    Cert::ca(name).subject(&subject).key(Key::P256(key)).issued_by(&public_roots::root(root))
}

fn server(names: &[&str], key: Key) -> Cert {
    Cert::server(names).key(key).valid("2026-10-01", "2026-12-29")
}

fn inspected(sources: &[(&str, String)]) -> (Session, Report) {
    let sources: Vec<_> = sources
        .iter()
        .map(|(name, text)| Source { name: (*name).to_owned(), bytes: text.clone().into_bytes() })
        .collect();
    let mut session = Session::default();
    let report = session.inspect(&sources, Options::at(NOW), &mut |_| None).expect("a report");
    (session, report)
}

/// Compares the first server certificate of the sources with the second.
fn compare(sources: &[(&str, String)]) -> Comparison {
    let (mut session, report) = inspected(sources);
    let servers = report.server_certificates();
    let [old, new] = servers[..] else { panic!("two server certificates, not {servers:?}") };
    match session.answer(Request::Compare { old, new }) {
        Reply::Comparison(comparison) => *comparison,
        other => panic!("{other:?}"),
    }
}

fn effects(comparison: &Comparison) -> BTreeSet<EffectId> {
    comparison.effects.iter().map(|effect| effect.id).collect()
}

fn pair(old: &[&Minted], new: &[&Minted]) -> [(&'static str, String); 2] {
    [("old.pem", bundle(old)), ("new.pem", bundle(new))]
}

#[test]
fn a_plain_renewal_is_safe() {
    let ca = issuer("Compare CA", "ISRG Root X1", 71);
    let names = ["shop.example.com", "www.shop.example.com"];
    let old = server(&names, Key::P256(72)).serial(&[1]).issued_by(&ca);
    let new = server(&names, Key::P256(73)).serial(&[2]).valid("2026-11-20", "2027-02-17").issued_by(&ca);
    let comparison = compare(&pair(&[&old, &ca], &[&new, &ca]));
    assert_eq!(comparison.verdict, Verdict::Ready, "{:#?}", comparison.effects);
    assert_eq!(effects(&comparison), BTreeSet::from([EffectId::NewKey]));
    assert!(!comparison.same_key);
    assert!(comparison.names.iter().all(|name| name.change == Change::Kept && name.by.is_none()));
    assert_eq!(comparison.lifetimes, [90, 90]);
    assert_eq!(comparison.roots[0], comparison.roots[1]);
    assert_eq!(comparison.served[0][1], comparison.served[1][1], "the intermediate");
    assert!(comparison.fields.iter().all(|field| field.usual), "{:#?}", comparison.fields);
    let paths: Vec<_> = comparison.fields.iter().map(|field| field.path.as_str()).collect();
    for path in ["tbs.serialNumber", "tbs.validity.notAfter", "signatureValue"] {
        assert!(paths.contains(&path), "{path} in {paths:?}");
    }
}

#[test]
fn what_is_lost_and_what_is_gained() {
    let ca = issuer("Compare CA", "ISRG Root X1", 71);
    let old = server(&["a.example.com", "b.example.com", "deep.c.example.com"], Key::P256(72)).issued_by(&ca);
    let new = server(&["a.example.com", "*.c.example.com", "d.example.com"], Key::P256(72)).issued_by(&ca);
    let comparison = compare(&pair(&[&old, &ca], &[&new, &ca]));
    let named = |change| -> Vec<_> {
        comparison.names.iter().filter(|name| name.change == change).map(|name| name.name.as_str()).collect()
    };
    assert_eq!(named(Change::Lost), ["b.example.com"]);
    assert_eq!(named(Change::Kept), ["a.example.com", "deep.c.example.com"]);
    assert_eq!(named(Change::Gained), ["*.c.example.com", "d.example.com"]);
    let by = comparison.names.iter().find(|name| name.name == "deep.c.example.com").and_then(|name| name.by.clone());
    assert_eq!(by.as_deref(), Some("*.c.example.com"));
    assert_eq!(comparison.verdict, Verdict::Broken);
    assert_eq!(effects(&comparison), BTreeSet::from([EffectId::NamesLost, EffectId::NamesGained, EffectId::SameKey]));
}

/// Each effect, and what brings it about.
#[test]
fn every_effect_is_said() {
    let ca = issuer("Compare CA", "ISRG Root X1", 71);
    let other = issuer("Compare CA 2", "ISRG Root X1", 74);
    let foreign = Cert::ca("Own CA").subject(&[("2.5.4.10", "Own"), ("2.5.4.3", "Own CA")]).key(Key::P256(75));
    let foreign = foreign.issued_by(&public_roots::root("ISRG Root X1"));
    let own_root = Cert::ca("Own Root").key(Key::P256(76)).self_signed();
    let names = &["shop.example.com"];
    let of = |key: Key| server(names, key).serial(&[2]);
    let old = server(names, Key::P256(72)).serial(&[1]).eku(&["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]).issued_by(&ca);
    let same = Key::P256(72);
    let cases: Vec<(EffectId, Minted, &Minted)> = vec![
        (EffectId::NamesLost, Cert::server(&["x.example.com"]).key(same).issued_by(&ca), &ca),
        (EffectId::NamesGained, server(&[names[0], "x.example.com"], same).issued_by(&ca), &ca),
        (EffectId::Ended, of(same).valid("2026-08-01", "2026-10-01").issued_by(&ca), &ca),
        (EffectId::NotYet, of(same).valid("2026-12-01", "2027-02-01").issued_by(&ca), &ca),
        (EffectId::NewErrors, of(same).spoil_signature().issued_by(&ca), &ca),
        (EffectId::ClientsLost, of(same).issued_by(&own_root), &own_root),
        (EffectId::EndsEarlier, of(same).valid("2026-11-01", "2026-12-10").issued_by(&ca), &ca),
        (EffectId::NewWarnings, of(same).ocsp("ldap://x").subject(&[("2.5.4.3", "\u{202e}moc")]).issued_by(&ca), &ca),
        (EffectId::PurposeLost, of(same).eku(&["1.3.6.1.5.5.7.3.1"]).issued_by(&ca), &ca),
        (
            EffectId::MustStaple,
            of(same).extension("1.3.6.1.5.5.7.1.24", false, vec![0x30, 3, 2, 1, 5]).issued_by(&ca),
            &ca,
        ),
        (EffectId::KeyKind, of(Key::Rsa2048(1)).issued_by(&ca), &ca),
        (EffectId::NewKey, of(Key::P256(73)).issued_by(&ca), &ca),
        (EffectId::SameKey, of(same).issued_by(&ca), &ca),
        (EffectId::OtherIssuer, of(same).issued_by(&foreign), &foreign),
        (EffectId::OtherIntermediate, of(same).issued_by(&other), &other),
    ];
    let mut said = BTreeSet::new();
    for (wanted, new, issuer) in &cases {
        let comparison = compare(&pair(&[&old, &ca], &[new, issuer]));
        let effects = effects(&comparison);
        assert!(effects.contains(wanted), "{wanted:?} in {effects:?}");
        assert!(comparison.effects.is_sorted_by_key(|effect| effect.severity));
        for lang in Lang::ALL {
            for effect in &comparison.effects {
                let said = text::worded_effect(effect, lang);
                for text in [said.title, said.why, said.fix] {
                    assert!(!text.contains(['{', '}']), "{:?}: {text}", effect.id);
                }
            }
        }
        said.extend(effects);
    }
    // The others need more than a certificate.
    let new = of(Key::P256(73)).issued_by(&ca);
    let [first, second] = pair(&[&old, &ca], &[&new, &ca]);
    said.extend(effects(&compare(&[first, second, ("server.key", old.key_pem())])));
    let level = |policy: &str| of(same).extension("2.5.29.32", false, sequence([sequence([oid(policy)])]));
    let [dv, ov] = ["2.23.140.1.2.1", "2.23.140.1.2.2"].map(|policy| level(policy).issued_by(&ca));
    said.extend(effects(&compare(&pair(&[&dv, &ca], &[&ov, &ca]))));
    let (mut session, report) = inspected(&pair(&[&old, &ca], &[&new, &ca]));
    let [old, _] = report.server_certificates()[..] else { panic!("two") };
    let Reply::Comparison(same) = session.answer(Request::Compare { old, new: old }) else { panic!("a comparison") };
    said.extend(effects(&same));
    let silent: Vec<_> = EffectId::ALL.iter().filter(|effect| !said.contains(effect)).collect();
    assert!(silent.is_empty(), "no case makes these speak: {silent:?}");
}

/// Each is judged with its own chain: that the other's intermediate is there too, or in the way, is no difference.
#[test]
fn the_order_of_what_was_given_is_no_difference() {
    let (ca, other) = (issuer("Compare CA", "ISRG Root X1", 71), issuer("Compare CA 2", "ISRG Root X1", 74));
    let old = server(&["shop.example.com"], Key::P256(72)).issued_by(&ca);
    let new = server(&["shop.example.com"], Key::P256(72)).serial(&[9]).issued_by(&other);
    let comparison = compare(&[("all.pem", bundle(&[&ca, &other, &old, &new]))]);
    assert_eq!(comparison.verdict, Verdict::Ready, "{:#?}", comparison.effects);
    assert_eq!(effects(&comparison), BTreeSet::from([EffectId::SameKey, EffectId::OtherIntermediate]));
}

#[test]
fn only_server_certificates_are_compared() {
    let ca = issuer("Compare CA", "ISRG Root X1", 71);
    let old = server(&["shop.example.com"], Key::P256(72)).issued_by(&ca);
    let (mut session, report) = inspected(&[("old.pem", bundle(&[&old, &ca]))]);
    assert_eq!(report.server_certificates().len(), 1);
    for (old, new) in [(0, 1), (1, 0), (0, 7)] {
        assert_eq!(session.answer(Request::Compare { old, new }), Reply::Nothing);
    }
    assert_eq!(Session::default().answer(Request::Compare { old: 0, new: 0 }), Reply::Nothing);
}
