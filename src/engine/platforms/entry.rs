use super::{Address, Host, address};

/// An entry of a platform's list of domains, as it stands in the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As it was written.
    pub text: String,
    /// Its scheme; empty where none was written.
    pub scheme: String,
    /// Its host name, in A-labels and small letters, without `*.`.
    pub name: String,
    /// It was written with `*.` in front.
    pub is_wildcard: bool,
    /// Its port, where one was written.
    pub port: Option<u16>,
}

/// Reads an entry; none where no host name can be seen in it.
pub fn entry(written: &str) -> Option<Entry> {
    let plain = written.trim();
    let (scheme, rest) = plain.split_once("://").map_or(("", plain), |(scheme, rest)| (scheme, rest));
    let bare = rest.strip_prefix("*.");
    let Address { host: Host::Name(name), port, .. } = address(&format!("{scheme}://{}", bare.unwrap_or(rest))) else {
        return None;
    };
    Some(Entry { text: plain.to_owned(), scheme: scheme.to_ascii_lowercase(), name, is_wildcard: bare.is_some(), port })
}
