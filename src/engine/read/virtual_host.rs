//! Virtual hosts: `server { … }` of nginx, `<VirtualHost>` of Apache.

/// A virtual host of a configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VirtualHost {
    /// Its names, as they are written there.
    pub names: Vec<String>,
    /// It listens for TLS.
    pub speaks_tls: bool,
    /// It has pages of its own, or asks another server for them.
    pub answers: bool,
    /// It sends clients on to `https://`.
    pub sends_on: bool,
    /// The source that it stands in.
    pub source: String,
    /// The line that it begins in, counted from 1.
    pub line: u32,
}

/// What a directive of nginx does with a request.
#[derive(Clone, Copy)]
pub(super) enum Traffic {
    /// It is answered, from files or by another server.
    Answers,
    /// It is sent on, where the value says to `https://`.
    SendsOn,
}

/// More than any configuration has, and names of one virtual host.
const MOST_HOSTS: usize = 256;
const MOST_NAMES: usize = 64;

/// Where a reader of a configuration stands.
#[derive(Default)]
pub(super) struct Scope<'a> {
    hosts: Vec<VirtualHost>,
    /// How deep in braces.
    depth: usize,
    /// What stood before, where a brace may follow on the next line.
    head: &'a [u8],
    inside: Option<Inside>,
}

/// What closes the virtual host that the reader is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// The brace that leads back to this depth.
    Braces(usize),
    /// Its tag, whatever braces stand in it.
    Tag,
}

impl<'a> Scope<'a> {
    /// Takes in what ends with a semicolon, a brace or a line; the virtual host that it stands in.
    pub(super) fn enter(&mut self, part: &'a [u8], line: u32) -> Option<usize> {
        let (code, end) = match part.split_last() {
            Some((end @ (b';' | b'{' | b'}'), code)) => (code.trim_ascii(), Some(*end)),
            _ => (part.trim_ascii(), None),
        };
        let host = self.inside.and_then(|_| self.hosts.len().checked_sub(1));
        if starts(code, b"<VirtualHost") {
            self.open(Inside::Tag, line);
        } else if starts(code, b"</VirtualHost") {
            self.inside = None;
        }
        if starts(code, b"<VirtualHost") || starts(code, b"listen") || starts(code, b"SSLEngine on") {
            self.listen(code);
        }
        match end {
            Some(b'{') => {
                let head = if code.is_empty() { self.head } else { code };
                if self.inside.is_none() && head == b"server" {
                    self.open(Inside::Braces(self.depth), line);
                }
                self.depth = self.depth.saturating_add(1);
            }
            Some(b'}') => {
                self.depth = self.depth.saturating_sub(1);
                self.inside = self.inside.filter(|inside| *inside != Inside::Braces(self.depth));
            }
            _ => (),
        }
        if end.is_some() || !code.is_empty() {
            self.head = if end.is_some() { b"" } else { code };
        }
        host
    }

    fn open(&mut self, inside: Inside, line: u32) {
        if self.hosts.len() < MOST_HOSTS {
            self.hosts.push(VirtualHost { line, ..VirtualHost::default() });
            self.inside = Some(inside);
        }
    }

    /// `listen 443 ssl`, `<VirtualHost *:443>`, `SSLEngine on`.
    fn listen(&mut self, code: &[u8]) {
        let mut words = code.split(|byte| byte.is_ascii_whitespace() || *byte == b'>');
        let is_secure = words.any(|word| matches!(word, b"ssl" | b"quic" | b"on") || word.ends_with(b"443"));
        if let Some(host) = self.inside.and_then(|_| self.hosts.last_mut()) {
            host.speaks_tls |= is_secure;
        }
    }

    /// Gives the virtual host its names.
    pub(super) fn name(&mut self, names: Vec<String>) {
        if let Some(host) = self.inside.and_then(|_| self.hosts.last_mut()) {
            let room = MOST_NAMES.saturating_sub(host.names.len());
            host.names.extend(names.into_iter().take(room).map(|name| bare(&name)));
        }
    }

    /// Notes what the virtual host does with a request.
    pub(super) fn handle(&mut self, traffic: Traffic, value: &[u8]) {
        if let Some(host) = self.inside.and_then(|_| self.hosts.last_mut()) {
            match traffic {
                Traffic::Answers => host.answers = true,
                Traffic::SendsOn => host.sends_on |= value.windows(8).any(|start| start == b"https://"),
            }
        }
    }

    /// All that were read.
    pub(super) fn hosts(self) -> Vec<VirtualHost> {
        self.hosts
    }
}

fn starts(code: &[u8], with: &[u8]) -> bool {
    code.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// The host in `https://shop.example.com:443`.
fn bare(name: &str) -> String {
    let host = name.split_once("://").map_or(name, |(_, host)| host);
    host.split_once(':').filter(|_| !name.starts_with('~')).map_or(host, |(host, _)| host).to_ascii_lowercase()
}

impl VirtualHost {
    /// Whether it answers for one of these names, as far as can be told: one without a name, `_` and patterns do.
    pub fn answers_for(&self, names: &[String]) -> bool {
        let is_open =
            |own: &String| matches!(own.as_str(), "" | "_" | "*") || own.starts_with('~') || own.contains('$');
        self.names.iter().all(is_open)
            || self
                .names
                .iter()
                .any(|own| is_open(own) || names.iter().any(|name| matches(own, name) || matches(name, own)))
    }
}

/// Whether a name is another, or one below its wildcard: `*.example.com`, `.example.com`.
fn matches(pattern: &str, name: &str) -> bool {
    let below = pattern.strip_prefix('*').unwrap_or(pattern);
    let is_below = || below.starts_with('.') && (name.ends_with(below) || below.get(1..) == Some(name));
    pattern.eq_ignore_ascii_case(name) || is_below()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_ours() {
        let ours = ["shop.example.com".to_owned(), "*.example.org".to_owned()];
        for (names, expected) in [
            (&[][..], true),
            (&["_"], true),
            (&["~^www\\.(.+)$"], true),
            (&["old.example.net", "SHOP.example.com"], true),
            (&["*.example.com"], true),
            (&[".example.com"], true),
            (&["a.example.org"], true),
            (&["old.example.com"], false),
            (&["*.example.net"], false),
        ] {
            let host = VirtualHost {
                names: names.iter().map(|name| bare(name)).collect(),
                speaks_tls: true,
                ..VirtualHost::default()
            };
            assert_eq!(host.answers_for(&ours), expected, "{names:?}");
        }
    }
}
