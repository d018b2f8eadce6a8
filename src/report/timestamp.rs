use super::rfc3339;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::fmt;
use time::Date;

/// A moment in UTC, in whole seconds since 1970-01-01T00:00:00Z. Written as RFC 3339 where people can read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

pub(super) const SECONDS_PER_DAY: i64 = 86_400;

/// The Julian day of 1970-01-01.
pub(super) const EPOCH: i32 = match Date::from_ordinal_date(1970, 1) {
    Ok(date) => date.to_julian_day(),
    Err(_) => panic!("1970 has a first day"),
};

impl Timestamp {
    /// From seconds since the epoch. Moments outside the years 0 to 9999 are moved to the nearest end,
    /// since neither RFC 5280 nor RFC 3339 can write them.
    pub const fn from_unix(seconds: i64) -> Self {
        const FIRST: i64 = -62_167_219_200; // 0000-01-01T00:00:00Z
        const LAST: i64 = 253_402_300_799; // 9999-12-31T23:59:59Z
        Self(if seconds < FIRST {
            FIRST
        } else if seconds > LAST {
            LAST
        } else {
            seconds
        })
    }

    /// Midnight UTC at the start of a day; for tables of dates.
    ///
    /// # Panics
    /// At compile time when there is no such day.
    pub const fn day(year: i32, month: u8, day: u8) -> Self {
        let month = match month {
            1 => time::Month::January,
            2 => time::Month::February,
            3 => time::Month::March,
            4 => time::Month::April,
            5 => time::Month::May,
            6 => time::Month::June,
            7 => time::Month::July,
            8 => time::Month::August,
            9 => time::Month::September,
            10 => time::Month::October,
            11 => time::Month::November,
            12 => time::Month::December,
            _ => panic!("no such month"),
        };
        match Date::from_calendar_date(year, month, day) {
            Ok(date) => Self((date.to_julian_day() - EPOCH) as i64 * SECONDS_PER_DAY),
            Err(_) => panic!("no such day"),
        }
    }

    /// Seconds since the epoch.
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// This moment moved by whole seconds, never past the ends.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_unix(self.0.saturating_add(seconds))
    }

    /// This moment moved by whole days, never past the ends.
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days.saturating_mul(SECONDS_PER_DAY))
    }

    /// Whole days from `self` until `later`, rounded down: −1 as soon as `later` is in the past.
    pub const fn days_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0).div_euclid(SECONDS_PER_DAY)
    }

    /// Reads RFC 3339 (`2026-11-21T00:00:00Z`) or a bare day (`2026-11-21`, midnight UTC).
    pub fn parse(text: &str) -> Option<Self> {
        rfc3339::moment(text).or_else(|| rfc3339::day(text)).map(Self::from_unix)
    }

    /// Year, month (1 to 12) and day in UTC.
    pub fn civil(self) -> (i32, u8, u8) {
        // `from_unix` keeps the range that `time` covers, so there is such a day.
        let day = i32::try_from(self.0.div_euclid(SECONDS_PER_DAY)).unwrap_or_default();
        let (year, month, day) = Date::from_julian_day(EPOCH + day).unwrap_or(Date::MIN).to_calendar_date();
        (year, month.into(), day)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        let second = self.0.rem_euclid(SECONDS_PER_DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { self.0.serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return i64::deserialize(deserializer).map(Self::from_unix);
        }
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not an RFC 3339 time"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_text_agree() {
        let day = Timestamp::day(2026, 11, 21);
        assert_eq!(day.to_string(), "2026-11-21T00:00:00Z");
        assert_eq!(Timestamp::parse("2026-11-21"), Some(day));
        assert_eq!(Timestamp::parse("2026-11-21T08:00:00+08:00"), Some(day));
        assert_eq!(Timestamp::from_unix(i64::MIN).to_string(), "0000-01-01T00:00:00Z");
        assert_eq!(Timestamp::from_unix(i64::MAX).to_string(), "9999-12-31T23:59:59Z");
    }

    #[test]
    fn a_moment_ago_is_minus_one_day() {
        let now = Timestamp::day(2026, 11, 21);
        assert_eq!(now.days_until(now.plus_seconds(-1)), -1);
        assert_eq!(now.days_until(now.plus_seconds(86_399)), 0);
    }
}
