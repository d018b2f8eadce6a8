//! The dates as iCalendar (RFC 5545), for Google, Apple and Outlook.

use super::order::Order;
use crate::report::{Timestamp, wire::File};
use crate::text::Pair;
use crate::text::renewal::calendar as words;

/// Names that a description lists; a certificate may hold thousands.
const NAMES: usize = 20;

/// Days before the end at which a forgotten renewal is called out.
const WEEK: i64 = 7;

/// Octets in a line, without its end (RFC 5545 §3.1).
const OCTETS: usize = 75;

/// Seconds that an entry takes up: without an end Outlook shows none.
const HALF_AN_HOUR: i64 = 1_800;

/// Seconds until something overdue is called out.
const HOUR: i64 = 3_600;

/// An entry of the calendar.
struct Entry {
    /// What tells it from the others of the certificate.
    id: &'static str,
    /// When.
    at: Timestamp,
    /// How long before it rings, as the standard writes durations.
    rings: String,
    title: Pair,
}

/// The file; none without a server certificate.
pub fn file(order: &Order) -> Option<File> {
    let (leaf, validity) = (order.leaf?, order.report.validity?);
    let now = order.now();
    let mut entries = Vec::new();
    let mut entry = |id, at: Timestamp, days: i64, title| {
        let rings = if days > 0 && at.plus_days(-days) > now { format!("-P{days}D") } else { "PT0S".to_owned() };
        entries.push(Entry { id, at, rings, title });
    };
    // What is overdue is due in a moment: nobody looks into the past of a calendar, and no alarm rings there.
    let renew = if validity.renew_at > now { validity.renew_at } else { now.plus_seconds(HOUR) };
    entry("renew", renew, 3, words::RENEW);
    let week = validity.not_after.plus_days(-WEEK);
    if week > renew {
        entry("week", week, 0, words::WEEK);
    }
    if validity.chain_not_after < validity.not_after && validity.chain_not_after > now {
        entry("chain", validity.chain_not_after, 1, words::CHAIN);
    }
    if validity.not_after > now {
        entry("end", validity.not_after, 1, words::END);
    }
    let mut text = String::new();
    for line in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//certloupe//renewal//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        write(&mut text, line);
    }
    let about = about(order);
    // A common name that is none of the names tells nobody which site it is.
    let name = match leaf.names.contains(&leaf.label) {
        true => leaf.label.clone(),
        false => order.hosts.first().map_or_else(|| leaf.label.clone(), ToString::to_string),
    };
    for entry in entries {
        let title = order.fill(entry.title, [("name", name.as_str().into())]);
        event(&mut text, &entry, &title, &about, &leaf.sha256, now);
    }
    write(&mut text, "END:VCALENDAR");
    let name = order.plan.as_ref().map_or("certificate", |plan| plan.stem.as_str());
    Some(File { name: format!("renew-{name}.ics"), bytes: text.into_bytes() })
}

fn about(order: &Order) -> String {
    let Some(leaf) = order.leaf else { return String::new() };
    let end = leaf.not_after.to_string();
    let about = order.fill(
        words::ABOUT,
        [
            ("names", leaf.names.iter().take(NAMES).cloned().collect::<Vec<_>>().into()),
            ("issuer", leaf.issuer.as_str().into()),
            ("end", end.into()),
            ("serial", leaf.serial.as_str().into()),
        ],
    );
    format!("{about}\n{}", order.text(words::CANCEL))
}

/// The identifier follows from the certificate alone: the file of another day replaces the entries, and adds none.
fn event(out: &mut String, entry: &Entry, title: &str, about: &str, sha256: &str, now: Timestamp) {
    let (title, about) = (escape(title), escape(about));
    for line in [
        "BEGIN:VEVENT",
        &format!("UID:{sha256}-{}@certloupe", entry.id),
        &format!("DTSTAMP:{}", stamp(now)),
        &format!("DTSTART:{}", stamp(entry.at)),
        &format!("DTEND:{}", stamp(entry.at.plus_seconds(HALF_AN_HOUR))),
        &format!("SUMMARY:{title}"),
        &format!("DESCRIPTION:{about}"),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        &format!("DESCRIPTION:{title}"),
        &format!("TRIGGER:{}", entry.rings),
        "END:VALARM",
        "END:VEVENT",
    ] {
        write(out, line);
    }
}

/// A moment in UTC: `20261122T000000Z`.
fn stamp(moment: Timestamp) -> String {
    moment.to_string().replace(['-', ':'], "")
}

/// A text value (RFC 5545 §3.3.11). Other control characters have no place in one.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
    out
}

/// A line, folded between characters, never within one.
fn write(out: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > OCTETS {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(character);
        length += character.len_utf8();
    }
    out.push_str("\r\n");
}
