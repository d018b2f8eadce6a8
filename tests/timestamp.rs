//! Our reader of RFC 3339 takes what the `time` crate's takes, refuses what that refuses, and understands the same.

use certloupe::report::Timestamp;
use proptest::prelude::*;
use time::{
    Date, OffsetDateTime, Time, UtcOffset, format_description::well_known::Rfc3339, macros::format_description,
};

/// A moment, or else a bare day, by the judge.
fn judged(text: &str) -> Option<Timestamp> {
    let moment = OffsetDateTime::parse(text, &Rfc3339).ok().or_else(|| {
        let day = Date::parse(text, format_description!("[year]-[month]-[day]")).ok()?;
        Some(OffsetDateTime::new_in_offset(day, Time::MIDNIGHT, UtcOffset::UTC))
    });
    moment.map(|moment| Timestamp::from_unix(moment.unix_timestamp()))
}

fn agrees(text: &str) {
    assert_eq!(Timestamp::parse(text), judged(text), "{text:?}");
}

/// What stands at the edge of what is allowed.
const EDGES: &[&str] = &[
    "",
    "2026",
    "2026-11-21",
    "+2026-11-21",
    "-0001-11-21",
    "-0000-01-01",
    "2026-11-21 ",
    "2026-02-29",
    "2024-02-29",
    "2026-11-21T00:00:00Z",
    "2026-11-21t00:00:00z",
    "2026-11-21 00:00:00Z",
    "2026-11-21T00:00:00",
    "2026-11-21T00:00Z",
    "2026-11-21é00:00:00Z",
    "2026-11-21T24:00:00Z",
    "2026-11-21T23:60:00Z",
    "2026-11-21T00:00:00.Z",
    "2026-11-21T00:00:00,5Z",
    "2026-11-21T00:00:00.5Z",
    "1969-12-31T23:59:59.5Z",
    "2026-11-21T00:00:00.12345678901234567890Z",
    "2026-11-21T00:00:00+08:00",
    "2026-11-21T00:00:00-23:59",
    "2026-11-21T00:00:00+24:00",
    "2026-11-21T00:00:00+08:60",
    "2026-11-21T00:00:00+0800",
    "2026-11-21T00:00:00+08",
    "2026-11-21T00:00:00Z ",
    "+2026-11-21T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2016-12-30T23:59:60Z",
    "2017-01-01T07:59:60+08:00",
    "2017-01-01T07:59:60.9+08:00",
    "2016-12-31T23:58:60Z",
    "2016-12-31T23:59:61Z",
    "2026-00-10",
    "2026-13-10",
    "2026-10-00",
    "2026-10-32",
    "2026-1-1",
    "0000-01-01T00:00:00Z",
    "0000-01-01T00:00:00+08:00",
    "0000-01-01T00:59:60+01:00",
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:60Z",
    "9999-12-31T23:59:59-08:00",
    "9999-12-31T23:59:60-23:59",
    "9999-12-31T22:59:60-01:00",
    "10000-01-01",
    "٢٠٢٦-11-21",
];

#[test]
fn the_edges_agree() {
    EDGES.iter().for_each(|text| agrees(text));
    let taken = EDGES.iter().filter(|text| judged(text).is_some()).count();
    assert!((20..EDGES.len() - 20).contains(&taken), "{taken} of {} say little", EDGES.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn what_looks_like_a_moment_agrees(
        text in "[+-]?[0-9]{4}-[01][0-9]-[0-3][0-9]([Tt ][0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,12})?([Zz]|[+-][0-2][0-9]:[0-6][0-9]))?"
    ) {
        agrees(&text);
    }

    #[test]
    fn a_damaged_moment_agrees(second in -62_167_219_200_i64..=253_402_300_799, at in 0_usize..20, with in any::<char>()) {
        let text = Timestamp::from_unix(second).to_string();
        prop_assert_eq!(judged(&text).map(Timestamp::unix), Some(second));
        agrees(&text);
        agrees(&[&text[..at], &text[at + 1..]].concat());
        agrees(&format!("{}{with}{}", &text[..at], &text[at + 1..]));
        agrees(&format!("{}{with}{}", &text[..at], &text[at..]));
    }
}
