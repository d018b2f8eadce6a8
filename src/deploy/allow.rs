//! What may enter a configuration at all: one allow-list for every syntax, before any quoting.
//!
//! A certificate is hostile input: an alternative name can hold any byte. What is not plainly a host name, an
//! address, a port or a path is refused here, whatever the syntax could quote.

use crate::report::to_a_labels;
use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;

/// Why a text was not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It holds this character.
    Character(char),
    /// Its characters are plain, but it is not what it should be.
    Form,
}

/// A host that a site answers for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Host {
    /// A name in lower case, international labels as A-labels.
    Name(String),
    /// Every name with one label more than this: `*.example.com` is held as `example.com`.
    Wildcard(String),
    /// An address.
    Ip(IpAddr),
}

impl Host {
    /// Reads a name as a certificate holds it.
    ///
    /// # Errors
    /// It is no name of letters, digits, hyphens, underscores and dots, and no IP address.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        if let Ok(address) = text.parse() {
            return Ok(Self::Ip(address));
        }
        let (wildcard, name) = text.strip_prefix("*.").map_or((false, text), |base| (true, base));
        if let Some(character) = name.chars().find(|c| !c.is_ascii_alphanumeric() && !"-_.".contains(*c)) {
            return Err(Refused::Character(character));
        }
        // RFC 1035 §2.3.4: 63 octets a label, 255 a name on the wire, which leaves 253 to write.
        let whole = text.len() <= 253 && name.split('.').all(is_label);
        // A last label of digits makes it an IPv4 address to resolvers and browsers (`127.1`).
        let numeric = name.rsplit('.').next().is_none_or(|last| last.bytes().all(|b| b.is_ascii_digit()));
        if !whole || numeric {
            return Err(Refused::Form);
        }
        let name = name.to_ascii_lowercase();
        Ok(if wildcard { Self::Wildcard(name) } else { Self::Name(name) })
    }

    /// Reads a name as a person types it: international names are turned into A-labels (RFC 5890 §2.3.2.1).
    ///
    /// # Errors
    /// As [`Host::parse`].
    pub fn typed(text: &str) -> Result<Self, Refused> {
        let text = text.trim();
        let (star, name) = text.strip_prefix("*.").map_or(("", text), |base| ("*.", base));
        match to_a_labels(name) {
            Some(ascii) if !name.is_ascii() => Self::parse(&format!("{star}{ascii}")),
            _ => Self::parse(text),
        }
    }

    /// One name that this host answers for: a wildcard answers for its `www`.
    pub fn example(&self) -> String {
        match self {
            Self::Wildcard(base) => format!("www.{base}"),
            other => other.in_url(),
        }
    }

    /// The host as it stands in an address: IPv6 in brackets.
    pub fn in_url(&self) -> String {
        match self {
            Self::Ip(IpAddr::V6(address)) => format!("[{address}]"),
            other => other.to_string(),
        }
    }

    /// The host as a name for files: letters, digits, `.`, `_` and `-` only.
    pub fn file_stem(&self) -> String {
        match self {
            Self::Wildcard(base) => format!("wildcard.{base}"),
            other => other.to_string().replace(':', "-"),
        }
    }
}

/// Reads a host with the port behind it, where there is one. An IPv6 address stands in brackets: without them it and a
/// port can not be told apart.
///
/// # Errors
/// The host is none, or the port is no number from 1 to 65535.
pub fn host_and_port(text: &str) -> Result<(Host, Option<u16>), Refused> {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (text, None),
    };
    let port = match port {
        None => None,
        // `parse` would take a sign.
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => Some(digits.parse().map_err(|_| Refused::Form)?),
        Some(other) => {
            return Err(other.chars().find(|c| !c.is_ascii_digit()).map_or(Refused::Form, Refused::Character));
        }
    };
    let bare = host.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(host);
    match Host::typed(bare)? {
        Host::Ip(IpAddr::V6(_)) if bare == host => Err(Refused::Form),
        _ if port == Some(0) => Err(Refused::Form),
        host => Ok((host, port)),
    }
}

/// Reads the name of a file: letters, digits and `._-`, no folder and nothing hidden.
///
/// # Errors
/// It holds another character, or begins with a dot or a hyphen.
pub fn file_name(text: &str) -> Result<&str, Refused> {
    if let Some(character) = text.chars().find(|c| !c.is_ascii_alphanumeric() && !"._-".contains(*c)) {
        return Err(Refused::Character(character));
    }
    if text.is_empty() || text.len() > 255 || text.starts_with(['.', '-']) {
        return Err(Refused::Form);
    }
    Ok(text)
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
}

impl fmt::Display for Host {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => out.write_str(name),
            Self::Wildcard(base) => write!(out, "*.{base}"),
            Self::Ip(address) => write!(out, "{address}"),
        }
    }
}

/// Where requests go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upstream {
    /// Whether it speaks TLS itself.
    pub https: bool,
    host: Host,
    port: u16,
}

impl Upstream {
    /// Reads `http://127.0.0.1:3000`: scheme, host and port, nothing else. Without a scheme it is `http`.
    ///
    /// # Errors
    /// There is more (a path, a user), the scheme is another, or host or port are not plain.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let text = text.trim();
        let (https, rest) = match text.split_once("://") {
            Some(("http", rest)) => (false, rest),
            Some(("https", rest)) => (true, rest),
            Some(_) => return Err(Refused::Form),
            None => (false, text),
        };
        let (host, port) = host_and_port(rest.strip_suffix('/').unwrap_or(rest))?;
        match (host, port.unwrap_or(if https { 443 } else { 80 })) {
            (Host::Wildcard(_), _) => Err(Refused::Character('*')),
            (host, port) => Ok(Self { https, host, port }),
        }
    }

    /// The host.
    pub const fn host(&self) -> &Host {
        &self.host
    }

    /// The port.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Whether it is the machine that asks.
    pub fn is_loopback(&self) -> bool {
        match &self.host {
            Host::Ip(address) => address.is_loopback(),
            host => host.to_string() == "localhost",
        }
    }

    /// The same at another host.
    #[must_use]
    pub(super) fn at(&self, name: &str) -> Self {
        Self { https: self.https, host: Host::Name(name.to_owned()), port: self.port }
    }

    /// The host and port.
    pub fn authority(&self) -> String {
        format!("{}:{}", self.host.in_url(), self.port)
    }
}

impl fmt::Display for Upstream {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}://{}", if self.https { "https" } else { "http" }, self.authority())
    }
}

/// An absolute path on the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePath(Cow<'static, str>);

impl FilePath {
    /// Reads an absolute path.
    ///
    /// # Errors
    /// It is relative, climbs (`..`), or holds more than letters, digits, spaces and `._/+@-`.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        if let Some(character) = text.chars().find(|c| !c.is_ascii_alphanumeric() && !" ._/+@-".contains(*c)) {
            return Err(Refused::Character(character));
        }
        if !text.starts_with('/') || text.split('/').any(|part| part == ".." || part.starts_with('-')) {
            return Err(Refused::Form);
        }
        Ok(Self(Cow::Owned(text.trim_end_matches('/').to_owned())))
    }

    /// Reads an absolute path of Windows; it is kept with slashes, which every program there takes.
    ///
    /// # Errors
    /// As [`Self::parse`], or it begins with no drive.
    pub fn parse_windows(text: &str) -> Result<Self, Refused> {
        let text = text.replace('\\', "/");
        match text.split_at_checked(2) {
            Some((drive, rest)) if drive.starts_with(|c: char| c.is_ascii_alphabetic()) && drive.ends_with(':') => {
                Self::parse(rest).map(|path| Self(Cow::Owned(format!("{drive}{path}"))))
            }
            _ => Err(Refused::Form),
        }
    }

    /// A path of our own.
    pub(super) const fn own(path: &'static str) -> Self {
        Self(Cow::Borrowed(path))
    }

    /// A file beside this one.
    pub(super) fn beside(&self, name: &str) -> Self {
        let folder = self.0.rsplit_once('/').map_or("", |(folder, _)| folder);
        Self(Cow::Owned(format!("{folder}/{name}")))
    }

    /// A file or folder inside this one.
    pub(super) fn join(&self, name: &str) -> Self {
        Self(Cow::Owned(format!("{}/{name}", self.0)))
    }
}

impl fmt::Display for FilePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        let name = |text: &str| Ok(Host::Name(text.to_owned()));
        assert_eq!(Host::parse("WWW.Example.com"), name("www.example.com"));
        assert_eq!(Host::parse("_a.example.com"), name("_a.example.com"));
        assert_eq!(Host::parse("*.example.com"), Ok(Host::Wildcard("example.com".to_owned())));
        assert_eq!(Host::parse("2001:DB8::1").map(|host| host.in_url()), Ok("[2001:db8::1]".to_owned()));
        assert_eq!(Host::typed(" 例子.cn "), name("xn--fsqu00a.cn"));
        for (text, refused) in [
            ("", Refused::Form),
            ("*", Refused::Character('*')),
            ("*.*.example.com", Refused::Character('*')),
            ("a..b", Refused::Form),
            ("example.com.", Refused::Form),
            ("-a.example.com", Refused::Form),
            ("127.1", Refused::Form),
            ("a;b", Refused::Character(';')),
            ("a\u{2028}b", Refused::Character('\u{2028}')),
            ("例子.cn", Refused::Character('例')),
            ("fe80::1%eth0", Refused::Character(':')),
        ] {
            assert_eq!(Host::parse(text), Err(refused), "{text:?}");
        }
        assert_eq!(Host::parse(&format!("{}.com", "a".repeat(64))), Err(Refused::Form));
        assert_eq!(
            Host::parse(&["a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(62)].join(".")),
            Err(Refused::Form)
        );
    }

    #[test]
    fn upstreams() {
        let good = |text: &str| Upstream::parse(text).map(|upstream| upstream.to_string());
        assert_eq!(good("http://127.0.0.1:3000/").as_deref(), Ok("http://127.0.0.1:3000"));
        assert_eq!(good("app:3000").as_deref(), Ok("http://app:3000"));
        assert_eq!(good("https://api.internal").as_deref(), Ok("https://api.internal:443"));
        assert_eq!(good("http://[::1]:80").as_deref(), Ok("http://[::1]:80"));
        for text in [
            "",
            "http://",
            "ws://a:1",
            "http://a:0",
            "http://a:70000",
            "http://a:+1",
            "http://u@a:1",
            "http://a:1/x",
            "http://*.a:1",
            "unix:/x",
            "http://::1",
            "http://a:1;b",
        ] {
            assert!(good(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn names_of_files() {
        assert_eq!(file_name("WW_verify_1.txt"), Ok("WW_verify_1.txt"));
        for (text, refused) in [
            ("", Refused::Form),
            (".htaccess", Refused::Form),
            ("-rf", Refused::Form),
            ("a/b", Refused::Character('/')),
            ("a b", Refused::Character(' ')),
            ("a%2e", Refused::Character('%')),
        ] {
            assert_eq!(file_name(text), Err(refused), "{text:?}");
        }
    }

    #[test]
    fn paths() {
        assert!(FilePath::parse("/etc/ssl/my site").is_ok());
        for text in ["etc", "", "/a/../b", "/a/-rf", "/a\nb", "/a$b", "C:\\x"] {
            assert!(FilePath::parse(text).is_err(), "{text:?}");
        }
    }
}
