//! Dates: the timetable of maximum lifetimes, when to renew, and the time in which a whole chain is valid.

mod authorities;
mod plan;
mod renewal;
mod timetable;
mod window;

pub use plan::renewals;
pub use renewal::renew_at;
pub use timetable::{APPLE_PRIVATE_DAYS, APPLE_REQUIREMENTS, Limit, TIMETABLE, limit_at};
pub use window::{first_to_end, validity};

use super::x509::Certificate;
use crate::report::Timestamp;

/// Seconds from the first to the last moment, both included (RFC 5280 §4.1.2.5); never below zero.
pub fn lifetime_seconds(certificate: &Certificate) -> i64 {
    seconds(certificate.not_before.at, certificate.not_after.at)
}

/// Days of 86,400 s that a lifetime takes up: any second more is one more day (BR §6.3.2).
pub fn days(lifetime_seconds: i64) -> i64 {
    lifetime_seconds.saturating_add(DAY.saturating_sub(1)).div_euclid(DAY)
}

const DAY: i64 = 86_400;

fn seconds(not_before: Timestamp, not_after: Timestamp) -> i64 {
    not_after.unix().saturating_sub(not_before.unix()).saturating_add(1).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_count() {
        let start = Timestamp::day(2026, 3, 15);
        assert_eq!(days(seconds(start, start.plus_days(200).plus_seconds(-1))), 200);
        assert_eq!(days(seconds(start, start.plus_days(200))), 201);
        assert_eq!(days(seconds(start, start)), 1);
        assert_eq!(days(seconds(start, start.plus_seconds(-2))), 0);
    }
}
