use super::{authorities::announced, days, lifetime_seconds, limit_at, renew_at};
use crate::engine::x509::Certificate;
use crate::report::{PlannedRenewal, Timestamp};

/// Renewals are planned as far as the timetable of lifetimes is known to say something.
const HORIZON: Timestamp = Timestamp::day(2029, 12, 31);

/// Rows of a plan: certificates of six days would fill hundreds.
const ROWS: usize = 40;

/// The renewals to come, each when it is due, with the lifetime of the present certificate as far as it is allowed then.
///
/// `public`: the limits bind it (the CA is not known to be a private one).
pub fn renewals(leaf: &Certificate, public: bool, now: Timestamp) -> Vec<PlannedRenewal> {
    let own = u32::try_from(days(lifetime_seconds(leaf))).unwrap_or(u32::MAX).max(1);
    let authority = leaf.issuer.organization().unwrap_or_default();
    let planned = |at: Timestamp| {
        let limit = limit_at(at).filter(|_| public);
        let longest =
            [limit.map(|limit| limit.days), announced(authority, at).filter(|_| public)].into_iter().flatten().min();
        let days = longest.map_or(own, |longest| longest.min(own));
        PlannedRenewal {
            at,
            days,
            not_after: at.plus_days(days.into()).plus_seconds(-1),
            allowed_days: limit.map(|limit| limit.days),
            reuse_days: limit.and_then(|limit| limit.reuse_days),
        }
    };
    let first = planned(renew_at(leaf.not_before.at, leaf.not_after.at).max(now));
    let next = |last: &PlannedRenewal| Some(planned(renew_at(last.at, last.not_after)));
    std::iter::successors(Some(first), next).take(ROWS).take_while(|renewal| renewal.at <= HORIZON).collect()
}
