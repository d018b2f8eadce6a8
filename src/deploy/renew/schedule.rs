//! When to renew, and what changes.

use super::order::Order;
use crate::report::{Cite, Doc, Part, Passage};
use crate::text::renewal::plan as words;

/// Renewals of a plan that is cut off are at least so many.
const ROWS: usize = 40;

/// What to do and to know.
pub fn passages(order: &Order) -> Vec<Passage> {
    let (Some(_), Some(validity)) = (order.leaf, order.report.validity) else { return Vec::new() };
    let dates = [("renew", validity.renew_at.into()), ("end", validity.not_after.into())];
    let sentence = if validity.not_after < order.now() {
        words::EXPIRED
    } else if validity.renew_at <= order.now() {
        words::RENEW_NOW
    } else {
        words::RENEW_AT
    };
    let mut when = Passage::new(Part::Plan, order.text(words::WHEN)).say(order.fill(sentence, dates));
    if validity.chain_not_after < validity.not_after {
        when = when.say(order.fill(words::CHAIN_ENDS, [("chain", validity.chain_not_after.into())]));
    }
    when = when.say(order.text(words::RULE)).cite(&Cite::rfc(9773, ""));
    let count = order.report.renewals.len();
    when = when.say(match count < ROWS {
        true => order.fill(words::COUNT, [("count", count.into())]),
        false => order.fill(words::COUNT_MORE, [("count", count.saturating_sub(1).into())]),
    });
    let public = order.report.renewals.first().is_none_or(|renewal| renewal.allowed_days.is_some());
    let mut changes = Passage::new(Part::Plan, order.text(words::CHANGES));
    if !public {
        changes = changes.say(order.text(words::PRIVATE)).cite(&Cite::new(Doc::AppleSupport(103_769), ""));
    }
    let changes = changes
        .say(order.text(words::LIFETIMES))
        .say(order.text(words::REUSE))
        .say(order.text(words::FIXED_CRON))
        .say(order.text(words::BY_HAND))
        .cite(&Cite::br("6.3.2"))
        .cite(&Cite::br("4.2.1"))
        .cite(&Cite::new(Doc::Page, "https://letsencrypt.org/2025/12/02/from-90-to-45"));
    // Lifetimes 2025-12-02 and 2026-10-07, chains as of 2026-07-08; Alibaba's page bears no date.
    if order.is_self_signed() {
        return vec![when, changes];
    }
    let (known, source) = match order.is_from_lets_encrypt() {
        true => (words::LETS_ENCRYPT, "https://letsencrypt.org/2026/10/07/64-day-certs"),
        false => (words::CONSOLE, "https://help.aliyun.com/document_detail/212989.html"),
    };
    let authority = Passage::new(Part::Plan, order.text(words::AUTHORITY))
        .say(order.text(known))
        .cite(&Cite::new(Doc::Page, source));
    vec![when, changes, authority]
}
