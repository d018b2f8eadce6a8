//! The calendar file, as Python's `icalendar` reads it.

use super::{made, report};
use crate::support::programs::run;
use certloupe::report::{RenewalOptions, Report, Timestamp};
use proptest::prelude::*;

/// Prints what a reader sees: a line for each property of an event, its value as JSON.
const READER: &str = r#"
import sys, json
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
assert str(calendar["VERSION"]) == "2.0"
for event in calendar.walk("VEVENT"):
    alarms = [alarm["TRIGGER"].to_ical().decode() for alarm in event.walk("VALARM")]
    start, end, stamp = (event[name].dt for name in ("DTSTART", "DTEND", "DTSTAMP"))
    assert start.utcoffset().total_seconds() == 0 and end > start
    print(json.dumps([str(event["UID"]), start.isoformat(), stamp.isoformat(), str(event["SUMMARY"]), str(event["DESCRIPTION"]), alarms]))
"#;

fn calendar(report: &Report, lang: &str) -> String {
    let options = RenewalOptions { lang: lang.to_owned(), ..RenewalOptions::default() };
    let file = made(report, &options).calendar.expect("a calendar");
    assert!(file.name.starts_with("renew-") && file.name.ends_with(".ics"), "{}", file.name);
    String::from_utf8(file.bytes).expect("UTF-8")
}

/// What Debian's Python sees: others may not have the reader.
fn events(text: &str) -> Vec<Vec<serde_json::Value>> {
    let seen = run("/usr/bin/python3", &["-c", READER], text.as_bytes());
    String::from_utf8(seen).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn assert_folded(text: &str) {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text:?}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text:?}");
}

#[test]
fn a_reader_finds_the_dates() {
    let text = calendar(&report(&["shop.example"]), "en");
    assert_folded(&text);
    let events = events(&text);
    let starts: Vec<_> = events.iter().map(|event| event[1].as_str().unwrap()).collect();
    assert_eq!(starts, ["2026-12-31T00:00:00+00:00", "2027-01-22T23:59:59+00:00", "2027-01-29T23:59:59+00:00"]);
    assert!(events.iter().all(|event| event[2] == "2026-11-21T00:00:00+00:00"));
    assert_eq!(events[0][0], format!("{}-renew@certloupe", "00".repeat(32)));
    assert_eq!(events[0][3], "Renew the certificate of shop.example");
    assert_eq!(events[0][5], serde_json::json!(["-P3D"]));
}

#[test]
fn another_day_replaces_the_entries() {
    let mut later = report(&["shop.example"]);
    later.now = later.now.plus_days(3);
    let ids = |text: &str| events(text).iter().map(|event| event[0].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&calendar(&report(&["shop.example"]), "en")), ids(&calendar(&later, "zh")));
}

#[test]
fn overdue_and_expired_are_due_now() {
    let mut late = report(&["shop.example"]);
    late.now = Timestamp::day(2027, 3, 1);
    let events = events(&calendar(&late, "zh"));
    assert_eq!(events.len(), 1, "nothing stands in the past");
    assert_eq!(events[0][1], "2027-03-01T01:00:00+00:00");
    assert_eq!(events[0][3], "续期证书：shop.example");
    assert_eq!(events[0][5], serde_json::json!(["P0D"]));
}

/// The reader writes `PT0S` as `P0D`: at the start.
#[test]
fn no_alarm_rings_in_the_past() {
    let alarms = |now: Timestamp| -> Vec<_> {
        let mut late = report(&["shop.example"]);
        late.now = now;
        late.validity.as_mut().unwrap().chain_not_after = Timestamp::day(2027, 1, 10);
        events(&calendar(&late, "en")).into_iter().map(|event| (event[1].clone(), event[5][0].clone())).collect()
    };
    let row = |start: &str, alarm: &str| (start.into(), alarm.into());
    assert_eq!(
        alarms(Timestamp::day(2026, 12, 30)),
        [
            row("2026-12-31T00:00:00+00:00", "P0D"),
            row("2027-01-22T23:59:59+00:00", "P0D"),
            row("2027-01-10T00:00:00+00:00", "-P1D"),
            row("2027-01-29T23:59:59+00:00", "-P1D"),
        ]
    );
    // The chain has ended, and less than a day is left.
    assert_eq!(
        alarms(Timestamp::day(2027, 1, 29)),
        [row("2027-01-29T01:00:00+00:00", "P0D"), row("2027-01-29T23:59:59+00:00", "P0D")]
    );
}

#[test]
fn a_common_name_that_is_no_name_is_not_the_title() {
    let mut other = report(&["bad name", "shop.example"]);
    other.certificates[0].label = "Shop Server 1".to_owned();
    assert_eq!(events(&calendar(&other, "en"))[0][3], "Renew the certificate of shop.example");
}

#[test]
fn hostile_names_and_long_chinese_ones_stay_in_their_place() {
    let names = [
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:gone",
        // Debian 12's reader makes a mistake where a backslash stands before a comma.
        "a;b,c\\d, \\e",
        "\u{2028}\u{85}\u{0}\u{202e}",
        "测试域名证书".repeat(40).leak(),
        "",
    ];
    let mut checked = 0;
    for name in names {
        for lang in ["en", "zh"] {
            let mut report = report(&["shop.example", name]);
            report.certificates[0].label = name.to_owned();
            report.certificates[0].issuer = format!("CN={name}");
            let text = calendar(&report, lang);
            assert_folded(&text);
            let events = events(&text);
            assert_eq!(events.len(), 3, "{text}");
            let shown = certloupe::text::escape(name);
            assert!(events.iter().all(|event| event[3].as_str().unwrap().contains(&shown)), "{events:?}");
            checked += 1;
        }
    }
    assert_eq!(checked, 10);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_too_long_and_no_character_is_torn(name in any::<String>()) {
        let mut report = report(&["shop.example"]);
        report.certificates[0].label.clone_from(&name);
        report.certificates[0].issuer.clone_from(&name);
        let text = calendar(&report, "zh");
        assert_folded(&text);
        let unfolded = text.replace("\r\n ", "");
        prop_assert_eq!(unfolded.matches("\r\nBEGIN:VEVENT\r\n").count(), 3);
        prop_assert_eq!(unfolded.lines().count(), 5 + 3 * 14 + 1);
    }
}
