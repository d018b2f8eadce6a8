use super::{Store, Version};
use crate::report::Timestamp;
use std::sync::OnceLock;

/// A client in one version, as far as trust goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The contract's identifier: `android`.
    pub id: &'static str,
    /// Its version, as people call it: `7.1.1`.
    pub version: &'static str,
    /// The list of roots that it goes by.
    pub store: Store,
    /// The first version of that list in what people call this version.
    pub first: Version,
    /// The last one: what an updated device has.
    pub last: Version,
    /// When it came out; for what brings itself up to date, its last update.
    pub released: Timestamp,
    /// It is the newest of its kind.
    pub newest: bool,
    /// It finds missing intermediates by itself, sometimes: fetched, or known from elsewhere.
    pub fetches: bool,
    /// Mozilla's list of revoked CA certificates reaches it. What other vendors' lists have is not known to us.
    pub revokes: bool,
    /// Roots that have ended still count for it.
    pub keeps_ended: bool,
    /// It answers as the client above it does, under another name: WeChat goes with its phone.
    pub mirrors: bool,
    /// It passes on another program's list, later, as plain certificates: Linux distributions follow Mozilla. The limits
    /// that the program itself sets on a root do not come with them.
    pub follows: bool,
    /// The date of its list, `2026-06-21`.
    pub as_of: &'static str,
}

/// How old a version may be to be missed, in days: ten years. Older phones speak no TLS 1.2 by default or have no WeChat
/// any more, and no public CA of today reaches them all.
const AROUND: i64 = 3_653;

impl Client {
    /// Whether people still use it.
    pub fn is_around(&self, now: Timestamp) -> bool {
        self.released.days_until(now) <= AROUND
    }
}

static TABLE: &str = include_str!("../../../data/trust/clients.tsv");
static SOURCES: &str = include_str!("../../../data/trust/sources.tsv");

/// Every client that we know the roots of, oldest version first, in the order in which they are shown.
pub fn clients() -> &'static [Client] {
    static CLIENTS: OnceLock<Vec<Client>> = OnceLock::new();
    CLIENTS.get_or_init(|| {
        let mut clients: Vec<_> = super::rows(TABLE).filter_map(read_line).collect();
        let mut next = "";
        for client in clients.iter_mut().rev() {
            client.newest = client.id != next;
            next = client.id;
        }
        clients
    })
}

fn read_line(line: &'static str) -> Option<Client> {
    let columns: Vec<_> = line.split('\t').collect();
    let [id, version, store, first, last, released, traits, source] = columns.try_into().ok()?;
    let has = |name| traits.split(' ').any(|own| own == name);
    Some(Client {
        id,
        version,
        store: Store::named(store)?,
        first: Version::parse(first),
        last: Version::parse(last),
        released: Timestamp::parse(&format!("{released}-01"))?,
        newest: false,
        fetches: has("fetches"),
        revokes: has("revokes"),
        keeps_ended: has("ended"),
        mirrors: has("mirrors"),
        follows: has("follows"),
        as_of: date_of(source)?,
    })
}

/// The date of a source.
pub fn date_of(key: &str) -> Option<&'static str> {
    super::rows(SOURCES).find_map(|line| {
        let mut columns = line.split('\t');
        (columns.next()? == key).then(|| columns.next())?
    })
}

/// The day of the oldest list among those of today's clients: nothing that is said rests on an older one.
pub fn as_of() -> &'static str {
    clients().iter().filter(|client| client.newest).map(|client| client.as_of).min().unwrap_or_default()
}

/// The same as a day.
pub fn day() -> Timestamp {
    Timestamp::parse(as_of()).unwrap_or(Timestamp::from_unix(0))
}

/// The day of the list of revoked CA certificates.
pub fn revoked_as_of() -> Timestamp {
    date_of("onecrl").and_then(Timestamp::parse).unwrap_or(Timestamp::from_unix(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_client_is_read() {
        assert_eq!(clients().len(), super::super::rows(TABLE).count());
        assert!(
            clients()
                .iter()
                .all(|client| client.first <= client.last && super::super::end_of_day(client.as_of).is_some())
        );
    }
}
