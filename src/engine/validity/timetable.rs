use crate::report::{Cite, Doc, Timestamp};

/// The longest lifetime of certificates issued from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// notBefore from which it holds, until the next one.
    pub since: Timestamp,
    /// Days of 86,400 s, first and last moment included.
    pub days: u32,
    /// How long a proof of control over the domain may be used again, in days (BR §4.2.1); none for days so long past
    /// that nobody asks.
    pub reuse_days: Option<u32>,
    /// What sets it.
    pub cites: &'static [Cite],
}

/// The one table of maximum lifetimes for server certificates of public CAs, by notBefore.
///
/// Months are turned into the longest run of days that they can mean, as Chromium does (`HasTooLongValidity`):
/// 60 months with two leap years, 39 months with one leap year and three long months.
/// The steps from 2026 are ballot SC-081, in BR §6.3.2 since version 2.1.5. Chromium refuses by the same dates
/// since commit 961e2179 (March 2026). Apple's published source (Security-61901, 2025-10) knows the steps to 398.
pub static TIMETABLE: [Limit; 7] = [
    Limit { since: Timestamp::day(2012, 7, 1), days: 1_827, reuse_days: None, cites: &[Cite::br("6.3.2")] },
    Limit { since: Timestamp::day(2015, 4, 1), days: 1_188, reuse_days: None, cites: &[Cite::br("6.3.2")] },
    Limit { since: Timestamp::day(2018, 3, 1), days: 825, reuse_days: None, cites: &[Cite::br("6.3.2")] },
    Limit {
        since: Timestamp::day(2020, 9, 1),
        days: 398,
        reuse_days: Some(398),
        cites: &[Cite::br("6.3.2"), Cite::new(Doc::AppleSupport(102_028), "")],
    },
    Limit { since: Timestamp::day(2026, 3, 15), days: 200, reuse_days: Some(200), cites: SC_081 },
    Limit { since: Timestamp::day(2027, 3, 15), days: 100, reuse_days: Some(100), cites: SC_081 },
    Limit { since: Timestamp::day(2029, 3, 15), days: 47, reuse_days: Some(10), cites: SC_081 },
];

const SC_081: &[Cite] = &[Cite::br("6.3.2"), Cite::new(Doc::ChromeRootProgram, "")];

/// Since then Apple wants serverAuth and at most [`APPLE_PRIVATE_DAYS`] of every server certificate, private CAs
/// included (Apple 103769).
pub const APPLE_REQUIREMENTS: Timestamp = Timestamp::day(2019, 7, 1);

/// The longest lifetime that Apple accepts below a private root (Apple 103769).
pub const APPLE_PRIVATE_DAYS: u32 = 825;

/// The limit for a certificate issued at this moment; none before there was one.
pub fn limit_at(issued: Timestamp) -> Option<&'static Limit> {
    TIMETABLE.iter().rev().find(|limit| limit.since <= issued)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days_at(issued: Timestamp) -> Option<u32> {
        limit_at(issued).map(|limit| limit.days)
    }

    #[test]
    fn each_step_begins_at_midnight() {
        for limit in &TIMETABLE {
            assert_eq!(days_at(limit.since), Some(limit.days));
            assert_ne!(days_at(limit.since.plus_seconds(-1)), Some(limit.days));
        }
        assert_eq!(days_at(Timestamp::day(2012, 6, 30)), None);
        assert_eq!(days_at(Timestamp::day(2035, 1, 1)), Some(47));
    }

    #[test]
    fn it_only_gets_shorter() {
        assert!(TIMETABLE.windows(2).all(|two| two[0].since < two[1].since && two[0].days > two[1].days));
    }
}
