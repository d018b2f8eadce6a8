use super::address::use_in_front;
use super::{Address, Host, address};
use crate::report::Use;

/// An entry of a platform's list of domains, as it stands in the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As it was written.
    pub text: String,
    /// What the list is for that it stands on, where that was said.
    pub used_for: Option<Use>,
    /// Its scheme; empty where none was written.
    pub scheme: String,
    /// Its host name, in A-labels and small letters, without `*.`; none where it is an IP address, the device itself, or
    /// nothing that can be read.
    pub name: Option<String>,
    /// It was written with `*.` in front.
    pub is_wildcard: bool,
    /// Its port, where one was written.
    pub port: Option<u16>,
}

/// Reads the entries of lists, however the console or its user parts them.
pub fn entries(listed: &[String]) -> Vec<Entry> {
    let is_between = |it: char| it.is_whitespace() || ",，;；、\"[]".contains(it);
    let parts = listed.iter().flat_map(|text| text.split(is_between));
    parts.filter(|part| !part.is_empty()).map(entry).collect()
}

fn entry(written: &str) -> Entry {
    let (used_for, plain) = use_in_front(written);
    let (scheme, rest) = plain.split_once("://").map_or(("", plain), |(scheme, rest)| (scheme, rest));
    let bare = rest.strip_prefix("*.");
    let (name, port) = match address(&format!("{scheme}://{}", bare.unwrap_or(rest))) {
        Address { host: Host::Name(name), port, .. } => (Some(name), port),
        _ => (None, None),
    };
    Entry {
        text: plain.to_owned(),
        used_for,
        scheme: scheme.to_ascii_lowercase(),
        name,
        is_wildcard: bare.is_some(),
        port,
    }
}

impl Entry {
    /// Whether it stands on the list for this use, as far as was said.
    pub fn is_for(&self, used_for: Use) -> bool {
        self.used_for.is_none_or(|own| own == used_for)
    }

    /// Whether it is for sockets.
    pub fn is_socket(&self) -> bool {
        self.scheme == "wss" || self.used_for == Some(Use::Socket)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_parted_in_any_way_and_nothing_is_lost() {
        let listed = [
            "https://a.example.com;https://b.example.com\n\"wss://c.example.com\", d.example.com；",
            "[\"https://e.example.com\"]、https://203.0.113.7 localhost upload=https://f.example.com:8443",
            " ; ",
        ];
        let read: Vec<_> = entries(&listed.map(str::to_owned)).into_iter().map(|it| (it.text, it.name)).collect();
        let row = |text: &str, name: Option<&str>| (text.to_owned(), name.map(str::to_owned));
        let expected = [
            row("https://a.example.com", Some("a.example.com")),
            row("https://b.example.com", Some("b.example.com")),
            row("wss://c.example.com", Some("c.example.com")),
            row("d.example.com", Some("d.example.com")),
            row("https://e.example.com", Some("e.example.com")),
            row("https://203.0.113.7", None),
            row("localhost", None),
            row("https://f.example.com:8443", Some("f.example.com")),
        ];
        assert_eq!(read, expected);
    }
}
