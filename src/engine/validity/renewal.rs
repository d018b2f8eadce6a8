use super::{DAY, seconds};
use crate::report::Timestamp;

/// Lifetimes up to this many days are renewed by a fraction of them.
const SHORT_DAYS: i64 = 90;

/// Days before the end at which longer ones are renewed.
const MARGIN_DAYS: i64 = 30;

/// When to renew a certificate of these dates: after two thirds of a lifetime of up to 90 days, else 30 days before
/// the end. A fixed "30 days before" would come too late, or never, for lifetimes of 45 days and less
/// (Let's Encrypt, 2025-12-02); two thirds of 90 days is 30 days before the end, so the two meet.
pub fn renew_at(not_before: Timestamp, not_after: Timestamp) -> Timestamp {
    let lifetime = seconds(not_before, not_after);
    if lifetime <= SHORT_DAYS.saturating_mul(DAY) {
        not_before.plus_seconds(lifetime.saturating_mul(2).div_euclid(3))
    } else {
        not_after.plus_days(MARGIN_DAYS.saturating_neg())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_thirds_or_thirty_days() {
        let start = Timestamp::day(2026, 10, 1);
        let renew = |days: i64| start.days_until(renew_at(start, start.plus_days(days).plus_seconds(-1)));
        assert_eq!(renew(6), 4);
        assert_eq!(renew(45), 30);
        assert_eq!(renew(90), 60);
        assert_eq!(renew(199), 168);
        assert_eq!(renew_at(start, start.plus_days(-5)), start);
    }
}
