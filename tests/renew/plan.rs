//! The renewals to come, as the engine plans them from the one timetable.

use crate::support::mint::Cert;
use certloupe::engine::inspect;
use certloupe::report::{Options, PlannedRenewal, Source, Timestamp};

fn planned(issuer: &[(&'static str, &str)], from: &str, to: &str, give_root: bool) -> Vec<PlannedRenewal> {
    let root = Cert::ca("Test Root").subject(issuer).self_signed();
    let leaf = Cert::server(&["shop.example"]).valid(from, to).issued_by(&root);
    let pem = if give_root { leaf.pem() + &root.pem() } else { leaf.pem() };
    let sources = [Source { name: String::new(), bytes: pem.into_bytes() }];
    inspect(&sources, &Options::at(Timestamp::day(2026, 11, 22))).0.renewals
}

fn rows(renewals: &[PlannedRenewal]) -> Vec<(String, u32, Option<u32>, Option<u32>)> {
    let row = |it: &PlannedRenewal| (it.at.to_string()[..10].to_owned(), it.days, it.allowed_days, it.reuse_days);
    renewals.iter().map(row).collect()
}

#[test]
fn a_year_long_certificate_gets_shorter_with_the_limits() {
    let renewals = planned(&[("2.5.4.10", "Some CA")], "2026-02-01", "2027-02-28T23:59:59Z", false);
    let day = |text: &str| text.to_owned();
    assert_eq!(
        rows(&renewals)[..3],
        [
            (day("2027-01-29"), 200, Some(200), Some(200)),
            (day("2027-07-18"), 100, Some(100), Some(100)),
            (day("2027-09-26"), 100, Some(100), Some(100)),
        ]
    );
    let last = renewals.last().unwrap();
    assert_eq!((last.days, last.allowed_days, last.reuse_days), (47, Some(47), Some(10)));
    assert!(renewals.windows(2).all(|two| two[0].at < two[1].at && two[1].at < two[0].not_after));
    assert!(last.at <= Timestamp::day(2029, 12, 31) && last.at > Timestamp::day(2029, 11, 1));
}

#[test]
fn a_ca_with_a_timetable_of_its_own() {
    let renewals = planned(&[("2.5.4.10", "Let's Encrypt")], "2026-11-01", "2027-01-29T23:59:59Z", false);
    let days = |from: Timestamp| renewals.iter().find(|it| it.at >= from).unwrap().days;
    assert_eq!(renewals[0].days, 90);
    assert_eq!(days(Timestamp::day(2027, 2, 10)), 64);
    assert_eq!(days(Timestamp::day(2028, 2, 16)), 45);
}

#[test]
fn a_private_ca_has_no_limits() {
    let renewals = planned(&[("2.5.4.10", "House CA")], "2026-02-01", "2028-02-01", true);
    assert!(renewals.iter().all(|it| it.allowed_days.is_none() && it.days == 731), "{renewals:?}");
    // Whatever it calls itself.
    let named = planned(&[("2.5.4.10", "Let's Encrypt")], "2026-11-01", "2027-01-29T23:59:59Z", true);
    assert!(named.iter().all(|it| it.allowed_days.is_none() && it.days == 90), "{named:?}");
}

#[test]
fn what_is_overdue_is_due_now_and_odd_dates_end() {
    let renewals = planned(&[("2.5.4.10", "Some CA")], "2020-01-01", "2020-12-31", false);
    assert_eq!(renewals[0].at, Timestamp::day(2026, 11, 22));
    let backwards = planned(&[("2.5.4.10", "Some CA")], "2026-12-31", "2026-01-01", false);
    assert!(backwards.len() <= 40 && backwards.iter().all(|it| it.days == 1), "{backwards:?}");
}
