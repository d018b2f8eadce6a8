//! The time line: where the bars stand, in percent of its width.

use crate::report::{Report, Timestamp};

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeLine {
    /// First moment shown.
    pub from: Timestamp,
    /// Last moment shown.
    pub to: Timestamp,
    /// One bar a certificate.
    pub bars: Vec<Bar>,
    /// Months or years along the axis.
    pub ticks: Vec<(f64, Timestamp)>,
    /// Now.
    pub now: f64,
    /// When to renew, where it is in the picture.
    pub renew: Option<f64>,
    /// When the first certificate of the served chain ends, where that is not the server certificate.
    pub chain_end: Option<f64>,
}

/// One certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Index into the report's certificates.
    pub certificate: usize,
    /// Left end in percent.
    pub start: f64,
    /// Right end in percent.
    pub end: f64,
    /// It begins before the picture.
    pub open_start: bool,
    /// It goes on after the picture.
    pub open_end: bool,
}

/// Days left free on each side, as a part of the server certificate's life.
const MARGIN: f64 = 0.12;

const DAY: f64 = 86_400.0;

/// The picture of a report: the server certificate fills it, the others are cut at its edges. None without one.
pub fn time_line(report: &Report, limit: usize) -> Option<TimeLine> {
    let validity = report.validity?;
    let first = validity.not_before.min(report.now);
    let last = validity.not_after.max(report.now).max(validity.not_before);
    let margin = (seconds(first, last) * MARGIN).max(3.0 * DAY) as i64;
    let (from, to) = (first.plus_seconds(margin.saturating_neg()), last.plus_seconds(margin));
    let scale = Scale { from, span: seconds(from, to).max(1.0) };
    let mut order = report.chain.served.clone();
    order.extend((0..report.certificates.len()).filter(|index| !report.chain.served.contains(index)));
    let bars = order.into_iter().take(limit).filter_map(|index| {
        let certificate = report.certificates.get(index)?;
        Some(Bar {
            certificate: index,
            start: scale.percent(certificate.not_before),
            end: scale.percent(certificate.not_after),
            open_start: certificate.not_before < from,
            open_end: certificate.not_after > to,
        })
    });
    Some(TimeLine {
        bars: bars.collect(),
        ticks: ticks(&scale, to),
        now: scale.percent(report.now),
        renew: scale.inside(validity.renew_at, to),
        chain_end: (validity.chain_not_after != validity.not_after)
            .then(|| scale.inside(validity.chain_not_after, to))
            .flatten(),
        from,
        to,
    })
}

struct Scale {
    from: Timestamp,
    span: f64,
}

impl Scale {
    fn percent(&self, at: Timestamp) -> f64 {
        (seconds(self.from, at) / self.span * 100.0).clamp(0.0, 100.0)
    }

    fn inside(&self, at: Timestamp, to: Timestamp) -> Option<f64> {
        (self.from <= at && at <= to).then(|| self.percent(at))
    }
}

fn seconds(from: Timestamp, to: Timestamp) -> f64 {
    to.unix().saturating_sub(from.unix()) as f64
}

/// Starts of months, as many as can be read: every month, quarter, year, five years …
fn ticks(scale: &Scale, to: Timestamp) -> Vec<(f64, Timestamp)> {
    const MOST: f64 = 6.0;
    let months = scale.span / (30.4 * DAY);
    let step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].into_iter().find(|step| months / f64::from(*step) <= MOST);
    let step = step.unwrap_or(2400);
    let (year, month, _) = scale.from.civil();
    let first = year.saturating_mul(12).saturating_add(i32::from(month));
    let first = first.div_euclid(step).saturating_add(1).saturating_mul(step);
    (0..24)
        .map(|count| first.saturating_add(step.saturating_mul(count)))
        .map(|month| (month.div_euclid(12), month.rem_euclid(12) as u8 + 1))
        .take_while(|(year, _)| (0..=9999).contains(year))
        .map(|(year, month)| Timestamp::day(year, month, 1))
        .take_while(|at| *at <= to)
        .map(|at| (scale.percent(at), at))
        .collect()
}
