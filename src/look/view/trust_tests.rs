//! What the supply has and who trusts the chain, in pictures and words, on the host.

use super::{
    chain_picture::{LinkKind, What, picture},
    chain_words::{Part, label, part},
    gap::{Place, place},
    tests::kinds,
    trust_grid::rows,
    trust_words,
};
use crate::app::{
    context::Words,
    state::Stock,
    view::{
        cards::cards,
        tests::{NOW, certificate, report},
        trust::Answer,
    },
};
use crate::report::*;
use crate::text::Lang;

/// The server certificate alone; the supply has its issuer, as the second certificate.
fn gap() -> Report {
    let mut report = report();
    let path = |certificates: &[usize], root| ChainPath {
        certificates: certificates.to_vec(),
        root,
        valid: true,
        faults: Vec::new(),
        reasons: Vec::new(),
    };
    let root = report.chain.paths[0].root.clone();
    report.certificates.truncate(1);
    report.certificates.push(certificate("CA", Role::Intermediate, NOW.plus_days(-900), NOW.plus_days(900)));
    report.chain.given = vec![0];
    report.chain.supplied = vec![1];
    report.chain.paths = vec![path(&[0], None), path(&[0, 1], root)];
    report.chain.missing =
        vec![MissingIssuer { issued: 0, subject: "CN=CA".to_owned(), key_id: None, url: None, in_pack: true }];
    report
}

#[test]
fn what_the_supply_has_stands_where_it_is_missing() {
    let report = gap();
    let picture = picture(&report);
    let boxes: Vec<_> = picture.nodes.iter().map(|node| node.what.clone()).collect();
    let root = What::Known("root".to_owned(), "Root".to_owned());
    assert_eq!(boxes, [What::Given(0), What::Supplied(1), root], "and no stranger");
    assert_eq!(kinds(&report), [LinkKind::Supplied, LinkKind::Supplied]);
    assert_eq!(picture.way(1), [0, 1, 2]);
    assert!(picture.links.iter().all(|link| link.is_on(picture.way(1)) && !link.is_on(picture.way(0))));
    assert_eq!(part(&boxes[1], &report), Part::Supplied);
    assert_eq!(label(&boxes[1], &report, Words(Lang::En)).state, "missing, from our supply");
    let missing = &report.chain.missing[0];
    assert_eq!(place(missing, &report, Stock::Here), Place::Here(1));
    let mut report = report.clone();
    report.chain.paths.pop();
    let places = [Stock::Here, Stock::Coming, Stock::Absent].map(|stock| place(missing, &report, stock));
    assert_eq!(places, [Place::Nowhere, Place::Coming, Place::Absent]);
}

#[test]
fn a_root_that_nobody_has_is_called_private() {
    let mut report = report();
    report.certificates.push(certificate("My Root", Role::Root, NOW.plus_days(-900), NOW.plus_days(900)));
    report.chain.given = vec![0, 1, 3];
    report.chain.paths[0].certificates = vec![0, 1, 3];
    report.chain.paths[0].root = Some(RootName { sha256: "My Root".to_owned(), name: "My Root".to_owned() });
    assert_eq!(part(&What::Given(3), &report), Part::Root);
    report.trust.clients = vec![client("android", "17", TrustRule::Private)];
    assert_eq!(part(&What::Given(3), &report), Part::Private);
    assert_eq!(cards(&report, false, Words(Lang::En))[4].value, "Private root");
}

fn client(id: &str, version: &str, rule: TrustRule) -> ClientTrust {
    let trusted = matches!(rule, TrustRule::InStore { .. });
    ClientTrust {
        id: id.to_owned(),
        version: version.to_owned(),
        trusted,
        path: (trusted || rule == TrustRule::Fetched).then_some(0),
        reason: rule.code(),
        rule,
        about: None,
        store: id.to_owned(),
        with_repair: None,
        as_of: "2026-06-21".to_owned(),
    }
}

#[test]
fn versions_that_say_the_same_share_a_cell() {
    let since = || TrustRule::Since { version: "7.1.1".to_owned() };
    let in_store = || TrustRule::InStore { since: None, until: None };
    let mut report = report();
    report.trust.clients = vec![
        client("android", "6.0", since()),
        client("android", "7.0", since()),
        client("android", "7.1.1", in_store()),
        client("android", "8.0", in_store()),
        client("ios", "9", in_store()),
        client("ios", "10", TrustRule::Fetched),
    ];
    let rows = rows(&report.trust);
    let cell = |row: usize, cell: usize| rows[row].cells[cell];
    let shown = |cell| (trust_words::versions(&cell), trust_words::answer_id(Answer::of(cell.client().unwrap())));
    assert_eq!(rows.iter().map(|row| (row.id, row.cells.len())).collect::<Vec<_>>(), [("android", 2), ("ios", 2)]);
    assert_eq!(shown(cell(0, 0)), ("6.0 – 7.0".to_owned(), "no"));
    assert_eq!(shown(cell(0, 1)), ("7.1.1 – 8.0".to_owned(), "yes"));
    assert_eq!(shown(cell(1, 1)), ("10".to_owned(), "fetched"));
    assert!(cell(0, 1).has(3) && !cell(0, 1).has(4) && cell(1, 0).has(4));
    let told = trust_words::told(&cell(0, 0), &report, Words(Lang::En)).unwrap();
    assert_eq!(told.sentence, "Android 6.0 – 7.0 does not trust the chain");
    assert_eq!(told.rule, "Root came into its list of roots with Android 7.1.1.");
    assert!(told.help.is_some() && told.path.is_none() && told.as_of == "21 Jun 2026");
    let told = trust_words::told(&cell(0, 1), &report, Words(Lang::Zh)).unwrap();
    assert_eq!(told.path.map(|(_, way)| way).as_deref(), Some("shop.example.com → CA → Root"));
    assert_eq!(told.sentence, "安卓 7.1.1 – 8.0 信任这条链");
    assert_eq!(cards(&report, false, Words(Lang::En))[4].value, "3 of 6 versions");
}

#[test]
fn a_limit_on_names_says_which_and_which_not() {
    let rule = TrustRule::NotForName { name: "shop.example.com".to_owned(), permitted: vec![".tr".to_owned()] };
    let mut report = report();
    report.trust.clients = vec![client("firefox", "159", rule)];
    let rows = rows(&report.trust);
    let rule = |lang| trust_words::told(&rows[0].cells[0], &report, Words(lang)).unwrap().rule;
    assert_eq!(rule(Lang::En), "Below Root it accepts only names in .tr, and shop.example.com is another.");
    assert_eq!(rule(Lang::Zh), "对 Root 之下的证书，它只接受 .tr 范围内的域名，而 shop.example.com 不在其中。");
}
