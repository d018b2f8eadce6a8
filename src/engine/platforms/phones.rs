use crate::engine::sorted;
use crate::engine::trust::{self, Client, Version};
use crate::report::{ClientVersions, Options, Phone, Platform};

/// The phones that count on a platform: those that were chosen, and all newer ones.
pub struct Phones(Vec<(usize, &'static Client)>);

const ANDROID: &str = "android";
const WECHAT: &str = "wechat-android";
const IOS: &str = "ios";

/// The systems of phones that oldest versions can be chosen of.
pub const SYSTEMS: [&str; 3] = [ANDROID, WECHAT, IOS];

/// Whether a version of a phone's system is one that we know.
pub fn is_known_phone(phone: &Phone) -> bool {
    SYSTEMS.contains(&phone.client.as_str()) && place(phone).is_some()
}

/// The version that stands for one in the table of clients: itself, else the newest before it, else the oldest; none where
/// it is no version, or the system none that phones have.
pub fn known_phone(phone: &Phone) -> Option<Phone> {
    let is_version = phone.version.split('.').all(|part| part.parse::<u16>().is_ok());
    let mut known = trust::clients().iter().filter(|client| is_version && client.id == phone.client).peekable();
    let oldest = known.peek().filter(|_| SYSTEMS.contains(&phone.client.as_str()))?.version;
    let is_before = |client: &&Client| Version::parse(client.version) <= Version::parse(&phone.version);
    let version = known.rfind(is_before).map_or(oldest, |client| client.version);
    Some(Phone { client: phone.client.clone(), version: version.to_owned() })
}

/// The versions of each system, as they can be chosen: `android=4.4, 5.0, …`.
pub fn phone_versions() -> String {
    let of = |system: &str| {
        let versions: Vec<_> =
            trust::clients().iter().filter(|client| client.id == system).map(|client| client.version).collect();
        format!("{system}={}", versions.join(", "))
    };
    SYSTEMS.map(of).join("; ")
}

/// The systems that programs of a platform run on.
pub const fn systems(platform: Platform) -> &'static [&'static str] {
    match platform {
        Platform::IosApp => &[IOS],
        Platform::AndroidApp => &[ANDROID],
        Platform::WeChat | Platform::WeChatGame | Platform::WeChatWebView => &[ANDROID, WECHAT, IOS],
        _ => &[ANDROID, IOS],
    }
}

/// The phones that were said to count on a platform; none where nothing was said.
pub fn phones(options: &Options, platform: Platform) -> Phones {
    let is_meant = |phone: &&Phone| systems(platform).contains(&phone.client.as_str());
    let mut counted: Vec<usize> = Vec::new();
    for phone in options.phones.iter().filter(is_meant) {
        let Some(oldest) = place(phone) else { continue };
        let newer = trust::clients().iter().enumerate().skip(oldest);
        counted.extend(newer.take_while(|(_, client)| client.id == phone.client).map(|(index, _)| index));
    }
    sorted::sort(&mut counted);
    counted.dedup();
    Phones(counted.into_iter().filter_map(|index| Some((index, trust::clients().get(index)?))).collect())
}

/// The place of a version in the table of clients.
fn place(phone: &Phone) -> Option<usize> {
    trust::clients().iter().position(|client| client.id == phone.client && client.version == phone.version)
}

impl Phones {
    /// Whether any were chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each with its place in the table of clients, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &'static Client)> + '_ {
        self.0.iter().copied()
    }

    /// Those for which something holds, versions in a row put together.
    pub fn versions(&self, holds: &dyn Fn(usize) -> bool) -> Vec<ClientVersions> {
        let held: Vec<_> = self.0.iter().filter(|(index, _)| holds(*index)).collect();
        let in_row = |one: &&(usize, &Client), next: &&(usize, &Client)| {
            one.0.saturating_add(1) == next.0 && one.1.id == next.1.id
        };
        let rows = held.chunk_by(in_row).filter_map(|row| Some((row.first()?.1, row.last()?.1)));
        rows.map(|(first, last)| ClientVersions {
            id: first.id.to_owned(),
            from: Some(first.version.to_owned()),
            to: (!last.newest).then(|| last.version.to_owned()),
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_rounded_to_those_of_the_table() {
        for (text, known) in [
            ("android=7", Some("7.0")),
            ("android=7.1", Some("7.0")),
            ("android=7.1.1", Some("7.1.1")),
            ("android=2.3", Some("4.4")),
            ("android=99", Some("17")),
            ("wechat-android=8", Some("8.0")),
            ("ios=8", Some("9")),
            ("ios=12.1", Some("12")),
            ("ios=26.4", Some("26")),
            ("ios=x", None),
            ("ios=", None),
            ("ios=9;", None),
            ("symbian=9", None),
            ("chrome=100", None),
        ] {
            let phone = Phone::parse(text).unwrap();
            assert_eq!(known_phone(&phone).map(|it| it.version).as_deref(), known, "{text}");
        }
    }
}
