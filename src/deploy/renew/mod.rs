//! Report facts → how to get the certificate again: records, commands, dates, a calendar, scripts that watch.
//!
//! `order` makes the choices, each other file writes one part of the answer in words of one language. What goes into a
//! command or a file is let in by [`super::allow`] and quoted by [`super::syntax`], as in a configuration.

mod calendar;
mod challenge;
pub mod clients;
mod hook;
mod kinds;
mod order;
mod providers;
mod revoke;
mod schedule;
mod steps;
mod watch;

use super::Place;
use crate::report::{Finding, Renewal, RenewalOptions, Report};
use order::Order;

/// How to get and renew the certificate of a report.
///
/// # Errors
/// A name or zone that was typed can not be written, or there is no such server.
pub fn renew(report: &Report, options: &RenewalOptions) -> Result<Renewal, Vec<Finding>> {
    renew_at(report, options, Place::default())
}

/// As [`renew`], with folders of one's own.
///
/// # Errors
/// As [`renew`].
pub fn renew_at(report: &Report, options: &RenewalOptions, place: Place) -> Result<Renewal, Vec<Finding>> {
    let order = Order::new(report, options, place)?;
    let records = challenge::records(&order);
    let (steps, mut files) = steps::write(&order)?;
    let (watch, scripts) = watch::write(&order)?;
    files.extend(scripts);
    let passages = [
        schedule::passages(&order),
        challenge::passages(&order, &records),
        steps,
        watch,
        kinds::passages(&order),
        revoke::passages(&order),
    ];
    Ok(Renewal {
        records,
        passages: passages.into_iter().flatten().collect(),
        files,
        calendar: calendar::file(&order),
        options: order.options,
        notes: order.notes,
    })
}
