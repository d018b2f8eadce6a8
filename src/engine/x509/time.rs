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
    let text = std::str::from_utf8(element.content).ok()?;
    let digits_end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(digits_end)?;
    let (year, digits) = if element.is(tag::UTC_TIME) {
        let (year, digits) = digits.split_at_checked(2)?;
        let year: i32 = year.parse().ok()?;
        (year.saturating_add(if year < 50 { 2000 } else { 1900 }), digits)
    } else {
        let (year, digits) = digits.split_at_checked(4)?;
        (year.parse().ok()?, digits)
    };
    let mut fields = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok()?.parse::<u8>().ok());
    let mut field = || fields.next().unwrap_or(Some(0));
    let (month, day) = (field()?, field()?);
    let (hour, minute, second) = (field()?, field()?, field()?);
    let date = time::Date::from_calendar_date(year, month.try_into().ok()?, day).ok()?;
    let moment = date.with_hms(hour, minute, second).ok()?.assume_utc();
    let zone = rest.trim_start_matches(['.', ',']).trim_start_matches(|character: char| character.is_ascii_digit());
    Some(Timestamp::from_unix(moment.unix_timestamp().saturating_sub(offset_seconds(zone)?)))
}

/// `Z` or nothing, `+HHMM`, `-HHMM`, `+HH`.
fn offset_seconds(zone: &str) -> Option<i64> {
    let (sign, digits) = match zone.split_at_checked(1) {
        _ if zone.is_empty() => return Some(0),
        Some(("Z", "")) => return Some(0),
        Some(("+", digits)) => (1, digits),
        Some(("-", digits)) => (-1, digits),
        _ => return None,
    };
    if !matches!(digits.len(), 2 | 4) {
        return None;
    }
    let (hours, minutes) = digits.split_at_checked(2)?;
    let hours: i64 = hours.parse().ok()?;
    let minutes: i64 = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
    Some(hours.saturating_mul(3600).saturating_add(minutes.saturating_mul(60)).saturating_mul(sign))
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
