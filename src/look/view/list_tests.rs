//! The list, on the host.

use super::{
    list::{Column, Filter, Order, called, chosen, codes, in_sight, rows, step, top_for},
    list_files::{csv, json},
};
use crate::app::view::tests::{NOW, certificate};
use crate::report::{message::ChainMessage, *};

/// Eight servers: one has ended, one ends soon; findings speak of two.
fn pile() -> Report {
    let names = ["b.example", "a.example", "=cmd()", "münchen.example", "d.example", "e.example", "f.example", "中文"];
    let ends = [60, -1, 30, 31, 90, 100, 110, 120];
    let certificates = names.iter().zip(ends).map(|(name, days)| CertificateSummary {
        issuer: "O=Some\\, CA,CN=Issuer 1,C=CN".to_owned(),
        serial: "0a1b2c".to_owned(),
        sha256: format!("{name}-hash"),
        ..certificate(name, Role::Leaf, NOW.plus_days(-30), NOW.plus_days(days))
    });
    let found = |code, severity, index| Finding {
        certificate: Some(index),
        ..Finding::of(code, severity, Message::new(ChainMessage::WrongOrder), &[])
    };
    let mut report = Report {
        certificates: certificates.collect(),
        findings: vec![
            found(Code::VAL001, Severity::Error, 1),
            found(Code::CHN002, Severity::Warning, 3),
            found(Code::CHN002, Severity::Warning, 1),
            found(Code::CHN002, Severity::Warning, 99),
        ],
        ..Report::empty(NOW)
    };
    report.chain.given = (0..8).collect();
    report.certificates.push(certificate("of the supply", Role::Root, NOW, NOW));
    report
}

fn by(by: Column, reversed: bool) -> Order {
    Order { by, reversed }
}

fn picked(wanted: &str, filter: Filter) -> Vec<usize> {
    let report = pile();
    chosen(&rows(&report), &report, wanted, filter, by(Column::Expiry, false))
}

#[test]
fn a_filter_ends_with_what_it_was_for() {
    let report = pile();
    let codes = codes(&rows(&report), &report);
    assert_eq!(Filter::Code(Code::CHN002).offered(&codes), Filter::Code(Code::CHN002));
    assert_eq!(Filter::Code(Code::CHN003).offered(&codes), Filter::All);
    assert_eq!(Filter::Expired.offered(&[]), Filter::Expired);
}

#[test]
fn a_pile_is_more_than_a_chain() {
    let mut report = pile();
    assert!(report.is_pile());
    report.chain.given = (0..6).collect();
    assert!(!report.is_pile());
    assert_eq!(rows(&report).len(), 6);
    assert!(!crate::app::view::tests::report().is_pile());
}

#[test]
fn rows_are_found_by_what_stands_in_them() {
    assert_eq!(picked("", Filter::All), [1, 2, 3, 0, 4, 5, 6, 7]);
    assert_eq!(picked("A.EXAMPLE", Filter::All), [1]);
    assert_eq!(picked("munchen issuer", Filter::All), [3]);
    assert_eq!(picked("中文", Filter::All), [7]);
    assert_eq!(picked("0A:1B:2C d.example-hash", Filter::All), [4]);
    assert!(picked("supply", Filter::All).is_empty());
    assert!(picked("a.exampleb", Filter::All).is_empty());
}

#[test]
fn rows_are_filtered_by_date_and_by_finding() {
    assert_eq!(picked("", Filter::Expired), [1]);
    assert_eq!(picked("", Filter::Expiring), [2]);
    assert_eq!(picked("", Filter::Severity(Severity::Error)), [1]);
    assert_eq!(picked("", Filter::Severity(Severity::Warning)), [1, 3]);
    assert_eq!(picked("", Filter::Code(Code::CHN002)), [1, 3]);
    let report = pile();
    assert_eq!(codes(&rows(&report), &report), [(Code::CHN002, 2), (Code::VAL001, 1)]);
    for filter in Filter::COMMON.into_iter().chain([Filter::Code(Code::KEY010)]) {
        assert_eq!(Filter::from_id(filter.id()), filter);
    }
}

#[test]
fn rows_are_sorted_both_ways() {
    let report = pile();
    let rows = rows(&report);
    let sorted = |order| chosen(&rows, &report, "", Filter::All, order);
    assert_eq!(sorted(by(Column::Name, false)), [2, 1, 0, 4, 5, 6, 3, 7]);
    assert_eq!(sorted(by(Column::Findings, false))[..2], [1, 3]);
    assert_eq!(sorted(by(Column::Expiry, true))[0], 7);
    assert_eq!(sorted(by(Column::Issuer, false)), [0, 1, 2, 3, 4, 5, 6, 7], "what is equal keeps its order");
    let order = Order::default().clicked(Column::Name);
    assert_eq!((order, order.clicked(Column::Name)), (by(Column::Name, false), by(Column::Name, true)));
    assert_eq!(called(&report.certificates[0].issuer), "Issuer 1");
}

#[test]
fn a_spreadsheet_calculates_nothing() {
    let mut report = pile();
    report.certificates[4].label = "say \"hi\", you".to_owned();
    for (index, begin) in ["+", "-", "@", "\t", "\r"].into_iter().enumerate() {
        report.certificates[if index < 2 { index } else { index + 3 }].label = format!("{begin}1");
    }
    let file = csv(&rows(&report), &[0, 1, 2, 4, 5, 6, 7], &report);
    assert!(file.starts_with("\u{feff}name,names,subject,"));
    let lines: Vec<_> = file.split("\r\n").collect();
    let begins =
        ["'+1,", "'-1,", "'=cmd(),'=cmd(),CN==cmd(),", "\"say \"\"hi\"\", you\",", "'@1,", "'\t1,", "\"'\r1\","];
    for (line, begin) in lines[1..].iter().zip(begins) {
        assert!(line.starts_with(begin), "{line}");
    }
    assert!(lines[2].ends_with("-1,EC P-256,,leaf,error,CHN002 VAL001"), "{}", lines[2]);
    assert_eq!((lines.len(), lines[8]), (9, ""));
}

#[test]
fn programs_read_the_same() {
    let mut report = pile();
    report.certificates[0].label = "quote \" back \\ line \n 中文".to_owned();
    let read: serde_json::Value = serde_json::from_str(&json(&rows(&report), &[0, 1], &report)).unwrap();
    assert_eq!(read[0]["name"], report.certificates[0].label.as_str());
    assert_eq!((&read[0]["severity"], &read[1]["severity"]), (&serde_json::Value::Null, &"error".into()));
    assert_eq!(read[1]["findings"], serde_json::json!(["CHN002", "VAL001"]));
    assert_eq!(read[1]["daysLeft"], -1);
    assert_eq!(json(&rows(&report), &[], &report), "[\n]\n");
}

#[test]
fn few_rows_are_in_sight() {
    assert_eq!(in_sight(0.0, 440.0, 44.0, 10_000), 0..19);
    assert_eq!(in_sight(44_000.0, 440.0, 44.0, 10_000), 992..1019);
    assert_eq!(in_sight(1e9, 440.0, 44.0, 10_000), 9_992..10_000);
    assert_eq!(in_sight(-5.0, -1.0, 0.0, 3), 0..3);
}

#[test]
fn keys_lead_from_row_to_row() {
    let steps = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", "x"].map(|key| step(key, 20, 10, 25));
    assert_eq!(steps, [Some(21), Some(19), Some(24), Some(11), Some(0), Some(24), None]);
    assert_eq!(step("End", 0, 10, 0), None);
    assert_eq!(top_for(0, 100.0, 440.0, 44.0), 0.0);
    assert_eq!(top_for(5, 100.0, 440.0, 44.0), 100.0);
    assert_eq!(top_for(20, 100.0, 440.0, 44.0), 484.0);
}
