//! Dates of certificates: what they say, and whether they are written as RFC 5280 §4.1.2.5 wants.

use super::der::{Element, Fault, tag};
use super::{DateEncoding, Moment};
use crate::report::Timestamp;

/// Which end of a certificate's life a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    First,
    Last,
}

/// Reads a `Time`. One that can not be read is moved to the end of time that it stands for: it is reported as
/// irregular, and the rest of the certificate still counts.
pub(super) fn decode(element: &Element<'_>, end: End) -> Result<Moment, Fault> {
    if !element.is(tag::UTC_TIME) && !element.is(tag::GENERALIZED_TIME) {
        return Err(element.fault("expected UTCTime or GeneralizedTime"));
    }
    let read = moment(element);
    let at = read.unwrap_or_else(|| {
        Timestamp::from_unix(match end {
            End::First => i64::MIN,
            End::Last => i64::MAX,
        })
    });
    let encoding = read.map_or(DateEncoding::Irregular, |at| encoding(element, at));
    Ok(Moment { at, encoding, bytes: element.content_place() })
}

/// `YYMMDDHHMMSSZ` for years through 2049, `YYYYMMDDHHMMSSZ` from 2050 on; nothing else is regular.
fn encoding(element: &Element<'_>, at: Timestamp) -> DateEncoding {
    let is_late = at.civil().0 >= 2050;
    match element.content.split_last() {
        Some((b'Z', digits)) if digits.iter().all(u8::is_ascii_digit) => match (element.tag, digits.len()) {
            (tag::UTC_TIME, 12) => DateEncoding::UtcTime,
            (tag::GENERALIZED_TIME, 14) if is_late => DateEncoding::GeneralizedTime,
            _ => DateEncoding::Irregular,
        },
        _ => DateEncoding::Irregular,
    }
}

/// What RFC 5280 wants, and what X.680 §46 and §47 allow besides: no seconds, a fraction, an offset from UTC, no zone.
fn moment(element: &Element<'_>) -> Option<Timestamp> {
    let (digits, rest) = split(element.content, u8::is_ascii_digit);
    let (year, digits) = digits.split_at_checked(if element.is(tag::UTC_TIME) { 2 } else { 4 })?;
    let year = match (year.len(), number(year)) {
        (2, year @ 0..50) => year.saturating_add(2000),
        (2, year) => year.saturating_add(1900),
        (_, year) => year,
    };
    let mut fields = digits.chunks(2).map(number);
    let mut field = || u8::try_from(fields.next().unwrap_or(0)).ok();
    let (month, day) = (field()?, field()?);
    let (hour, minute, second) = (field()?, field()?, field()?);
    let date = time::Date::from_calendar_date(year, month.try_into().ok()?, day).ok()?;
    let moment = date.with_hms(hour, minute, second).ok()?.assume_utc();
    let (_, fraction) = split(rest, |byte| matches!(byte, b'.' | b','));
    let (_, zone) = split(fraction, u8::is_ascii_digit);
    Some(Timestamp::from_unix(moment.unix_timestamp().saturating_sub(offset_seconds(zone)?)))
}

/// The bytes at the front that are wanted, and the rest.
fn split(text: &[u8], wanted: fn(&u8) -> bool) -> (&[u8], &[u8]) {
    text.split_at(text.iter().take_while(|byte| wanted(byte)).count())
}

/// A number of few digits.
fn number(digits: &[u8]) -> i32 {
    let value = |digit: u8| i32::from(digit.saturating_sub(b'0'));
    digits.iter().fold(0, |sum: i32, digit| sum.saturating_mul(10).saturating_add(value(*digit)))
}

/// `Z` or nothing, `+HHMM`, `-HHMM`, `+HH`.
fn offset_seconds(zone: &[u8]) -> Option<i64> {
    let (sign, digits) = match zone {
        [] | b"Z" => return Some(0),
        [b'+', digits @ ..] => (1, digits),
        [b'-', digits @ ..] => (-1, digits),
        _ => return None,
    };
    if !matches!(digits.len(), 2 | 4) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let (hours, minutes) = digits.split_at(2);
    let minutes = number(hours).saturating_mul(60).saturating_add(number(minutes));
    Some(i64::from(minutes.saturating_mul(60).saturating_mul(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tag: u8, text: &str) -> (String, DateEncoding) {
        let mut der = vec![tag, u8::try_from(text.len()).unwrap()];
        der.extend(text.bytes());
        let moment = decode(&Element::read(&der, 0).unwrap(), End::First).unwrap();
        assert_eq!(moment.bytes, 2..der.len());
        (moment.at.to_string(), moment.encoding)
    }

    #[test]
    fn both_kinds_and_their_bad_forms() {
        use DateEncoding::{GeneralizedTime, Irregular, UtcTime};
        let table: [(u8, &str, &str, DateEncoding); 14] = [
            (23, "261121000000Z", "2026-11-21T00:00:00Z", UtcTime),
            (23, "500101000000Z", "1950-01-01T00:00:00Z", UtcTime),
            (23, "491231235959Z", "2049-12-31T23:59:59Z", UtcTime),
            (24, "20500101000000Z", "2050-01-01T00:00:00Z", GeneralizedTime),
            (24, "99991231235959Z", "9999-12-31T23:59:59Z", GeneralizedTime),
            (24, "20261121000000Z", "2026-11-21T00:00:00Z", Irregular),
            (23, "2611210000Z", "2026-11-21T00:00:00Z", Irregular),
            (23, "261121080000+0800", "2026-11-21T00:00:00Z", Irregular),
            (23, "261120160000-0800", "2026-11-21T00:00:00Z", Irregular),
            (24, "20500101000000.5Z", "2050-01-01T00:00:00Z", Irregular),
            (24, "20500101000000", "2050-01-01T00:00:00Z", Irregular),
            (23, "261341000000Z", "0000-01-01T00:00:00Z", Irregular),
            (23, "", "0000-01-01T00:00:00Z", Irregular),
            (24, "2026112100000é", "0000-01-01T00:00:00Z", Irregular),
        ];
        for (tag, text, moment, encoding) in table {
            assert_eq!(read(tag, text), (moment.to_owned(), encoding), "{text}");
        }
    }
}
