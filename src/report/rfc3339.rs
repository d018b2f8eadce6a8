//! RFC 3339 text → seconds since the epoch. `time` knows the calendar, but its reader of many formats is larger than
//! everything else that the page does with dates. `tests/timestamp.rs` holds this one to it.

use super::timestamp::{EPOCH, SECONDS_PER_DAY};
use time::{Date, Month};

/// Reads a moment (`2026-11-21T08:00:00.5+08:00`). Its fraction is left out; a leap second is the second before it.
pub(super) fn moment(text: &str) -> Option<i64> {
    let mut text = Text(text.as_bytes());
    let day = text.date(1)?;
    text.take(|_| true)?; // §5.6 lets another character stand for the T
    let (hour, minute, second) =
        (text.number(2, 23)?, text.after(b':')?.number(2, 59)?, text.after(b':')?.number(2, 60)?);
    text.fraction()?;
    let offset = text.offset()?;
    let leap = second == 60;
    let seconds = day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - i64::from(leap) - offset;
    (text.0.is_empty() && (!leap || ends_a_month(seconds))).then_some(seconds)
}

/// Reads a day (`2026-11-21`, midnight UTC); its year may carry a sign.
pub(super) fn day(text: &str) -> Option<i64> {
    let mut text = Text(text.as_bytes());
    let sign = text.sign().unwrap_or(1);
    let day = text.date(sign)?;
    text.0.is_empty().then_some(day * SECONDS_PER_DAY)
}

/// Leap seconds are only ever put behind the last second of a month in UTC.
fn ends_a_month(seconds: i64) -> bool {
    let date = |seconds: i64| {
        let day = i32::try_from(seconds.div_euclid(SECONDS_PER_DAY)).ok()?;
        Date::from_julian_day(EPOCH + day).ok()
    };
    seconds.rem_euclid(SECONDS_PER_DAY) == SECONDS_PER_DAY - 1
        && date(seconds).is_some_and(|date| date.day() == date.month().length(date.year()))
}

/// What is left to read.
struct Text<'a>(&'a [u8]);

impl Text<'_> {
    /// The next character, where it is one of those wanted.
    fn take(&mut self, wanted: impl Fn(u8) -> bool) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        wanted(first).then(|| {
            self.0 = rest;
            first
        })
    }

    /// The text behind a character that must be there.
    fn after(&mut self, wanted: u8) -> Option<&mut Self> {
        self.take(|character| character == wanted)?;
        Some(self)
    }

    /// A number of so many digits.
    fn number(&mut self, digits: u32, largest: i64) -> Option<i64> {
        let mut number = 0;
        for _ in 0..digits {
            number = number * 10 + i64::from(self.take(|character| character.is_ascii_digit())? - b'0');
        }
        (number <= largest).then_some(number)
    }

    fn sign(&mut self) -> Option<i64> {
        self.take(|character| matches!(character, b'+' | b'-')).map(|sign| if sign == b'-' { -1 } else { 1 })
    }

    /// `YYYY-MM-DD` as days since the epoch.
    fn date(&mut self, sign: i64) -> Option<i64> {
        let year = i32::try_from(sign * self.number(4, 9999)?).ok()?;
        let month = u8::try_from(self.after(b'-')?.number(2, 12)?).ok()?;
        let day = u8::try_from(self.after(b'-')?.number(2, 31)?).ok()?;
        let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
        Some(i64::from(date.to_julian_day() - EPOCH))
    }

    /// `.` and digits, or nothing.
    fn fraction(&mut self) -> Option<()> {
        if self.after(b'.').is_some() {
            self.number(1, 9)?;
            while self.number(1, 9).is_some() {}
        }
        Some(())
    }

    /// `Z` or `+HH:MM`, in seconds.
    fn offset(&mut self) -> Option<i64> {
        if self.take(|character| character.eq_ignore_ascii_case(&b'Z')).is_some() {
            return Some(0);
        }
        let sign = self.sign()?;
        let (hours, minutes) = (self.number(2, 23)?, self.after(b':')?.number(2, 59)?);
        Some(sign * (hours * 3600 + minutes * 60))
    }
}
