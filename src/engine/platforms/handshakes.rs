use super::phones::systems;
use crate::engine::trust::Version;
use crate::report::{ClientVersions, Options, Platform};
use std::sync::OnceLock;

/// A version of TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tls {
    /// SSL 3.0 or TLS 1.0.
    V10,
    /// TLS 1.1.
    V11,
    /// TLS 1.2.
    V12,
    /// TLS 1.3.
    V13,
}

/// What phones of some versions offer in the handshake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handshake {
    /// The system, as in the table of clients.
    pub client: &'static str,
    /// The first of its versions.
    pub from: &'static str,
    /// The last of its versions; none for those that are still to come.
    pub to: Option<&'static str>,
    /// The oldest version of TLS.
    pub min: Tls,
    /// The newest version of TLS.
    pub max: Tls,
    /// Groups for the key exchange. One with `?` behind it may be missing.
    pub groups: Vec<&'static str>,
}

static TABLE: &str = include_str!("../../../data/platforms/handshakes.tsv");

/// Every row, oldest version of each system first.
pub fn handshakes() -> &'static [Handshake] {
    static ROWS: OnceLock<Vec<Handshake>> = OnceLock::new();
    ROWS.get_or_init(|| TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(read_line).collect())
}

fn read_line(line: &'static str) -> Option<Handshake> {
    let mut columns = line.split('\t');
    Some(Handshake {
        client: columns.next()?,
        from: columns.next()?,
        to: columns.next().filter(|to| !to.is_empty()),
        min: version(columns.next()?)?,
        max: version(columns.next()?)?,
        groups: columns.next()?.split(' ').collect(),
    })
}

fn version(text: &str) -> Option<Tls> {
    Some(match text {
        "SSL3" | "1.0" => Tls::V10,
        "1.1" => Tls::V11,
        "1.2" => Tls::V12,
        "1.3" => Tls::V13,
        _ => return None,
    })
}

/// The phones of a platform for which something holds: of those that were chosen and all newer ones, else of all.
pub fn phones_that(options: &Options, platform: Platform, holds: &dyn Fn(&Handshake) -> bool) -> Vec<ClientVersions> {
    let mut found: Vec<ClientVersions> = Vec::new();
    let mut before = None;
    for (index, row) in handshakes().iter().enumerate().filter(|(_, row)| systems(platform).contains(&row.client)) {
        let oldest = oldest(options, platform, row.client);
        let is_newer = |to: &str| oldest.is_none_or(|oldest| Version::parse(to) >= Version::parse(oldest));
        if !row.to.is_none_or(is_newer) || !holds(row) {
            continue;
        }
        let to = row.to.map(str::to_owned);
        match found.last_mut().filter(|last| before == Some(index) && last.id == row.client) {
            Some(last) => last.to = to,
            None => {
                let is_inside = |oldest: &&str| Version::parse(oldest) > Version::parse(row.from);
                let from = oldest.filter(is_inside).unwrap_or(row.from);
                let is_first = !handshakes().iter().take(index).any(|older| older.client == row.client);
                let from = (oldest.is_some() || !is_first).then(|| from.to_owned());
                found.push(ClientVersions { id: row.client.to_owned(), from, to });
            }
        }
        before = Some(index.saturating_add(1));
    }
    found
}

/// The oldest version of a system that was chosen for a platform.
fn oldest<'a>(options: &'a Options, platform: Platform, client: &str) -> Option<&'a str> {
    let is_of = |id: &str| id == client || (id.strip_suffix(client).is_some_and(|head| head == "wechat-"));
    let chosen = options.phones.iter().filter(|phone| {
        is_of(&phone.client) && systems(platform).contains(&phone.client.as_str()) && super::is_known_phone(phone)
    });
    chosen.map(|phone| phone.version.as_str()).min_by_key(|version| Version::parse(version))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Phone, Timestamp};

    #[test]
    fn every_row_is_read_and_follows_the_one_before() {
        assert_eq!(handshakes().len(), TABLE.lines().filter(|line| !line.starts_with('#')).count());
        for pair in handshakes().windows(2).filter(|pair| pair[0].client == pair[1].client) {
            assert!(Version::parse(pair[0].to.unwrap()) < Version::parse(pair[1].from), "{pair:?}");
            assert!(pair[0].min <= pair[0].max);
        }
    }

    #[test]
    fn phones_are_named_from_the_oldest_that_counts() {
        let mut options = Options::at(Timestamp::from_unix(0));
        let named = |options: &Options, platform| {
            let old = phones_that(options, platform, &|row| row.max < Tls::V13);
            old.into_iter().map(|it| (it.id, it.from, it.to)).collect::<Vec<_>>()
        };
        let text = |text: &str| Some(text.to_owned());
        let all = [("android".to_owned(), None, text("9")), ("ios".to_owned(), None, text("12.1"))];
        assert_eq!(named(&options, Platform::WeChat), all);
        for (client, version) in [("android", "8.0"), ("ios", "13"), ("android", "3.0"), ("symbian", "9")] {
            options.phones.push(Phone { client: client.to_owned(), version: version.to_owned() });
        }
        assert_eq!(named(&options, Platform::Baidu), [("android".to_owned(), text("8.0"), text("9"))]);
        assert_eq!(named(&options, Platform::IosApp), []);
    }
}
