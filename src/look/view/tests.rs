//! Pictures, on the host.

use super::chain_picture::{LinkKind, What, picture};
use super::fit;
use super::time_line::time_line;
use crate::app::context::Words;
use crate::app::view::{cards::cards, tests::report};
use crate::report::*;
use crate::text::Lang;

pub fn kinds(report: &Report) -> Vec<LinkKind> {
    picture(report).links.iter().map(|link| link.kind).collect()
}

#[test]
fn the_chain_runs_from_the_server_certificate_to_the_root_and_strangers_stand_below() {
    let picture = picture(&report());
    let places: Vec<_> = picture.nodes.iter().map(|node| (node.what.clone(), node.column, node.row)).collect();
    let root = What::Known("root".to_owned(), "Root".to_owned());
    assert_eq!(places, [(What::Given(0), 0, 0), (What::Given(1), 1, 0), (root, 2, 0), (What::Stranger(2), 0, 1),]);
    assert_eq!(kinds(&report()), [LinkKind::Good, LinkKind::Good]);
}

#[test]
fn a_root_that_was_given_is_drawn_once() {
    let mut report = report();
    report.certificates[1].sha256 = "root".to_owned();
    assert!(picture(&report).nodes.iter().all(|node| !matches!(node.what, What::Known(..))));
}

#[test]
fn a_missing_issuer_hangs_on_what_it_issued() {
    let mut report = report();
    report.chain.paths =
        vec![ChainPath { certificates: vec![0], root: None, valid: true, reasons: Vec::new(), faults: Vec::new() }];
    report.chain.missing =
        vec![MissingIssuer { issued: 0, subject: "CN=CA".to_owned(), key_id: None, url: None, in_pack: false }];
    assert_eq!(kinds(&report), [LinkKind::Missing]);
    assert_eq!(picture(&report).nodes[1].what, What::Missing(0));
}

#[test]
fn a_date_says_nothing_about_signatures_and_a_bad_signature_does() {
    let mut report = report();
    (report.chain.paths[0].valid, report.chain.paths[0].reasons) = (false, vec![Code::VAL001]);
    assert_eq!(kinds(&report), [LinkKind::Good, LinkKind::Good]);
    assert!(cards(&report, false, Words(Lang::En))[0].value.starts_with("Complete"));
    report.chain.paths[0].reasons = vec![Code::CHN006];
    assert_eq!(kinds(&report), [LinkKind::Bad, LinkKind::Bad]);
}

#[test]
fn cross_signed_paths_share_what_they_share() {
    let mut report = report();
    report.chain.paths.push(ChainPath {
        certificates: vec![0, 1, 2],
        root: Some(RootName { sha256: "old".to_owned(), name: "Old Root".to_owned() }),
        valid: true,
        reasons: Vec::new(),
        faults: Vec::new(),
    });
    let picture = picture(&report);
    assert_eq!((picture.nodes.len(), picture.links.len()), (5, 4));
    assert_eq!((picture.columns(), picture.rows()), (4, 2));
}

#[test]
fn a_thousand_strangers_are_counted_and_not_drawn() {
    let mut report = report();
    let stranger = report.certificates[2].clone();
    report.certificates.extend(std::iter::repeat_n(stranger, 1_000));
    let picture = picture(&report);
    assert!(picture.nodes.len() < 20);
    assert_eq!(picture.nodes.len() + picture.left_out, 1_003 + 1); // and the known root
}

#[test]
fn the_time_line_is_the_server_certificates_and_cuts_the_others() {
    let line = time_line(&report(), 12).unwrap();
    let [leaf, issuer, _] = &line.bars[..] else { panic!("{:?}", line.bars) };
    assert!(leaf.start > 0.0 && leaf.end < 100.0 && !leaf.open_start && !leaf.open_end);
    assert_eq!((issuer.start, issuer.end, issuer.open_start, issuer.open_end), (0.0, 100.0, true, true));
    assert!(leaf.start < line.now && line.now < line.renew.unwrap() && line.renew.unwrap() < leaf.end);
    assert_eq!(line.chain_end, None);
    assert!(!line.ticks.is_empty() && line.ticks.len() <= 8, "{:?}", line.ticks);
}

#[test]
fn a_certificate_without_a_life_is_still_a_picture() {
    let mut report = report();
    let validity = report.validity.as_mut().unwrap();
    (validity.not_before, validity.not_after) = (Timestamp::from_unix(i64::MAX), Timestamp::from_unix(i64::MIN));
    let line = time_line(&report, 12).unwrap();
    assert!(line.bars.iter().all(|bar| (0.0..=100.0).contains(&bar.start) && (0.0..=100.0).contains(&bar.end)));
    assert!(line.ticks.len() <= 24);
}

#[test]
fn a_text_is_cut_by_what_its_letters_take() {
    assert_eq!(fit("short", 100, 7.0), "short");
    assert_eq!(fit("abcdefghij", 35, 7.0), "abcd…");
    assert!(fit("证书证书证书", 42, 7.0).chars().count() < fit("abcdefabcdef", 42, 7.0).chars().count());
}
