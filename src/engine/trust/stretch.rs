use super::Version;
use crate::report::Timestamp;

/// Versions of a store in a row that have a root: `[~]since[..until][<day]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first version that has it; `0` for ever.
    pub since: &'static str,
    /// Whether that version was derived from another store's.
    pub derived: bool,
    /// The first version that has it no longer.
    pub until: Option<&'static str>,
    /// The last day on which a certificate below it may have been issued.
    pub issued_until: Option<Timestamp>,
}

impl Stretch {
    pub(super) fn parse(text: &'static str) -> Self {
        let (text, day) = text.split_once('<').map_or((text, None), |(text, day)| (text, Some(day)));
        let (since, until) = text.split_once("..").map_or((text, None), |(since, until)| (since, Some(until)));
        let plain = since.strip_prefix('~');
        Self {
            since: plain.unwrap_or(since),
            derived: plain.is_some(),
            until,
            issued_until: day.and_then(super::end_of_day),
        }
    }

    /// Whether it has begun at a version, and not ended.
    pub fn covers(&self, version: Version) -> bool {
        self.begins_by(version) && self.until.is_none_or(|until| version < Version::parse(until))
    }

    /// Whether it has begun at a version.
    pub fn begins_by(&self, version: Version) -> bool {
        Version::parse(self.since) <= version
    }
}
