//! The words: both languages, no hole open, each way in full.

use super::{file, made, report, text, ways};
use certloupe::report::{ClientTrust, Part, PlannedRenewal, Renewal, RenewalOptions, Report, Timestamp, TrustRule};
use std::collections::BTreeSet;

fn sentences(renewal: &Renewal) -> Vec<&String> {
    renewal.passages.iter().flat_map(|passage| passage.text.iter().chain([&passage.title])).collect()
}

#[test]
fn every_way_is_told_in_both_languages() {
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let mut told = 0;
    for way in ways() {
        for names in [&["example.com", "*.example.com", "192.0.2.1"][..], &["example.com"]] {
            let of = |lang: &str| made(&report(names), &RenewalOptions { lang: lang.to_owned(), ..way.clone() });
            let (en, zh) = (of("en"), of("zh-CN"));
            assert_eq!(en.passages.len(), zh.passages.len());
            assert_eq!(zh.options.lang, "zh");
            let parts: BTreeSet<_> = en.passages.iter().map(|passage| format!("{:?}", passage.part)).collect();
            assert_eq!(parts.len(), 6, "{parts:?}");
            for (en, zh) in sentences(&en).into_iter().zip(sentences(&zh)) {
                assert!(!chinese(en) && chinese(zh), "{en} / {zh}");
                assert!(!en.contains('{') && !zh.contains('{'), "{en} / {zh}");
                told += 1;
            }
            for passage in &en.passages {
                assert!(!passage.text.is_empty() || !passage.commands.is_empty(), "{passage:?}");
                assert!(passage.links.iter().all(|link| link.url.starts_with("https://")), "{passage:?}");
            }
        }
    }
    assert!(told > 1_000, "{told}");
}

fn said(report: &Report) -> String {
    made(report, &RenewalOptions::default()).passages.into_iter().flat_map(|passage| passage.text).collect()
}

#[test]
fn whose_certificate_it_is_and_whose_it_becomes() {
    let mut own = report(&["example.com"]);
    own.certificates[0].issuer = r"CN=GeoTrust,O=DigiCert\, Inc.,C=US".to_owned();
    let words = said(&own);
    assert!(words.contains("from Let’s Encrypt (DV, 90 days), not from DigiCert, Inc."), "{words}");
    assert!(words.contains("must name one of: digicert.com, www.digicert.com"), "{words}");
    own.certificates[0].issuer = own.certificates[0].subject.clone();
    let words = said(&own);
    assert!(words.contains("is self-signed") && !words.contains("From a cloud’s console"), "{words}");
    own.certificates[0].issuer = "CN=R10,O=Let's Encrypt,C=US".to_owned();
    let words = said(&own);
    assert!(!words.contains("not from") && words.contains("It sends no mail before the end"), "{words}");
    // A client that was asked, and does not know the root.
    own.trust.clients = vec![stranger()];
    own.trust.supply_as_of = Some("2026-11-01".to_owned());
    let words = said(&own);
    assert!(!words.contains("not from") && !words.contains("It sends no mail"), "{words}");
    own.trust.clients[0].with_repair = Some(0);
    assert!(said(&own).contains("It sends no mail"));
}

fn stranger() -> ClientTrust {
    ClientTrust {
        id: "ios".to_owned(),
        version: "18".to_owned(),
        trusted: false,
        path: None,
        reason: None,
        rule: TrustRule::InStore { since: None, until: None },
        about: None,
        store: "ios".to_owned(),
        with_repair: None,
        as_of: "2026-11-01".to_owned(),
    }
}

#[test]
fn the_number_is_looked_for_as_openssl_prints_it() {
    let mut own = report(&["example.com"]);
    for (serial, looked_for) in [("00f0aa", "F0AA"), ("0aa0", "0AA0"), ("00", "00")] {
        own.certificates[0].serial = serial.to_owned();
        let made = made(&own, &RenewalOptions::default());
        let mut lines =
            made.passages.iter().flat_map(|passage| &passage.commands).filter(|line| line.contains("grep -A 2"));
        assert!(lines.next().unwrap().ends_with(&format!("grep -A 2 {looked_for}")), "{serial}");
    }
}

#[test]
fn the_alarm_does_not_ring_when_lifetimes_shrink() {
    let mut own = report(&["example.com"]);
    let row = |from: Timestamp, days: i64| PlannedRenewal {
        at: from,
        days: 45,
        not_after: from.plus_days(days).plus_seconds(-1),
        allowed_days: Some(200),
        reuse_days: None,
    };
    let start = Timestamp::day(2028, 3, 1);
    own.renewals = vec![row(start, 45), row(start.plus_days(30), 45)];
    let made = made(&own, &RenewalOptions::default());
    assert!(text(file(&made, "certificate-rules.yml")).contains("< 12 * 86400"), "15 days are left, 3 are for tries");
}

#[test]
fn an_expired_certificate_is_told_so() {
    let mut late = report(&["example.com"]);
    late.now = late.now.plus_days(365);
    let made = made(&late, &RenewalOptions::default());
    let plan = made.passages.iter().find(|passage| passage.part == Part::Plan).unwrap();
    assert!(plan.text[0].starts_with("It ended on 29 Jan 2027."), "{plan:?}");
}
