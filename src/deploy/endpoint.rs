//! Where a program calls: host, port and what for, read from the report, each once.

use super::allow::{self, Host};
use crate::report::{CertificateSummary, Report, Use};

/// Endpoints that get checks; each has a dozen.
pub const ENDPOINTS: usize = 20;

/// One host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// A name or an address; never a wildcard.
    pub host: Host,
    /// The port of TLS.
    pub port: u16,
    /// Paths of the pages that are called there, `/` where none is known.
    pub pages: Vec<String>,
    /// Paths of the WebSockets that are opened there.
    pub sockets: Vec<String>,
    /// Whether it is shown in a web-view.
    pub web_view: bool,
    /// Whether the certificate at hand is for it.
    pub covered: bool,
}

/// What there is to check.
#[derive(Debug, Default)]
pub struct Found {
    /// The first of them.
    pub endpoints: Vec<Endpoint>,
    /// How many there were.
    pub count: usize,
    /// Addresses that no command can be written for.
    pub left_out: Vec<String>,
    /// Names that stand for all those of a wildcard.
    pub examples: Vec<String>,
}

impl Endpoint {
    /// Host and port as commands take them: `api.example.com:443`.
    pub fn at(&self) -> String {
        format!("{}:{}", self.host.in_url(), self.port)
    }

    /// An address there; the usual port is left out.
    pub fn url(&self, scheme: &str, path: &str) -> String {
        match self.port {
            443 => format!("{scheme}://{}{path}", self.host.in_url()),
            port => format!("{scheme}://{}:{port}{path}", self.host.in_url()),
        }
    }

    /// The name that DNS knows; none for an address.
    pub fn name(&self) -> Option<&str> {
        match &self.host {
            Host::Name(name) | Host::Wildcard(name) => Some(name),
            Host::Ip(_) => None,
        }
    }
}

/// The endpoints that the program calls; those of the certificate where no call is known.
pub fn endpoints(report: &Report) -> Found {
    let mut found = Found::default();
    let called: Vec<_> = report.urls.iter().filter(|url| url.skipped.is_none()).collect();
    for url in &called {
        match Call::read(&url.url) {
            Some(call) => found.add(call, url.used_for == Use::WebView, report),
            None => found.left_out.push(url.url.clone()),
        }
    }
    if called.is_empty() {
        let wanted = report.names.hosts.iter().map(|row| &row.host);
        let own = report.leaf().into_iter().flat_map(|leaf| &leaf.names);
        let names: Vec<&String> = if report.names.hosts.is_empty() { own.collect() } else { wanted.collect() };
        for name in names {
            match Host::typed(name) {
                Ok(host) => found.add(Call { host, port: 443, path: "/".to_owned(), socket: false }, false, report),
                Err(_) => found.left_out.push(name.clone()),
            }
        }
    }
    found
}

impl Found {
    fn add(&mut self, call: Call, web_view: bool, report: &Report) {
        // A wildcard answers for any name of its kind: one stands for all.
        let host = match call.host {
            Host::Wildcard(_) => {
                let example = call.host.example();
                self.examples.push(example.clone());
                Host::Name(example)
            }
            host => host,
        };
        let place = match self.endpoints.iter_mut().find(|known| known.host == host && known.port == call.port) {
            Some(known) => known,
            None => {
                self.count += 1;
                if self.endpoints.len() >= ENDPOINTS {
                    return;
                }
                let covered = report.leaf().is_some_and(|leaf| covers(leaf, &host));
                let (pages, sockets) = (Vec::new(), Vec::new());
                self.endpoints.push(Endpoint { host, port: call.port, pages, sockets, web_view: false, covered });
                let Some(new) = self.endpoints.last_mut() else { return };
                new
            }
        };
        place.web_view |= web_view;
        let paths = if call.socket { &mut place.sockets } else { &mut place.pages };
        if !paths.contains(&call.path) && paths.len() < ENDPOINTS {
            paths.push(call.path);
        }
    }
}

/// Whether a certificate is for this host (RFC 9525 §6.3).
pub fn covers(certificate: &CertificateSummary, host: &Host) -> bool {
    let parent = match host {
        Host::Name(name) => name.split_once('.').map(|(_, parent)| parent),
        _ => None,
    };
    certificate.names.iter().filter_map(|name| Host::parse(name).ok()).any(|name| match &name {
        Host::Wildcard(base) => Some(base.as_str()) == parent,
        name => name == host,
    })
}

/// An address as it stands in code, as far as commands are written for it.
struct Call {
    host: Host,
    port: u16,
    path: String,
    socket: bool,
}

impl Call {
    /// Plain `http` and `ws` are asked over TLS: that is what has to work before they can be changed.
    fn read(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
        let (tls, socket) = match scheme.to_ascii_lowercase().as_str() {
            "https" => (true, false),
            "wss" => (true, true),
            "http" => (false, false),
            "ws" => (false, true),
            _ => return None,
        };
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        let (authority, behind) = rest.split_at_checked(end)?;
        let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let (host, port) = allow::host_and_port(authority).ok()?;
        let port = port.filter(|_| tls).unwrap_or(443);
        Some(Self { host, port, path: path(behind), socket })
    }
}

/// The path, percent-encoded as a browser does (RFC 3986 §2.1); one that is too long is asked at the root, where TLS is
/// the same.
fn path(behind: &str) -> String {
    let end = behind.find(['?', '#']).unwrap_or(behind.len());
    let path = behind.get(..end).unwrap_or_default();
    if !path.starts_with('/') || path.len() > 200 {
        return "/".to_owned();
    }
    let plain = |octet: u8| octet.is_ascii_alphanumeric() || b"-._~/%:@=+".contains(&octet);
    path.bytes().fold(String::with_capacity(path.len()), |out, octet| match plain(octet) {
        true => out + char::from(octet).encode_utf8(&mut [0; 4]),
        false => out + &format!("%{octet:02X}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_read_as_far_as_they_are_plain() {
        for (url, read) in [
            ("https://api.example.com/v1?x=1", Some(("api.example.com", 443, "/v1", false))),
            ("wss://API.example.com:8443/socket", Some(("api.example.com", 8443, "/socket", true))),
            ("http://api.example.com:8080/x", Some(("api.example.com", 443, "/x", false))),
            ("https://user:secret@api.example.com", Some(("api.example.com", 443, "/", false))),
            ("https://例子.cn/a$(id)", Some(("xn--fsqu00a.cn", 443, "/a%24%28id%29", false))),
            ("https://中文.com/路径?a=b'c", Some(("xn--fiq228c.com", 443, "/%E8%B7%AF%E5%BE%84", false))),
            ("https://a.example/x'y%20z", Some(("a.example", 443, "/x%27y%20z", false))),
            ("https://[2001:db8::1]:8443/", Some(("[2001:db8::1]", 8443, "/", false))),
            ("https://192.168.1.7/", Some(("192.168.1.7", 443, "/", false))),
            ("udp://api.example.com:53", None),
            ("https://a;b/", None),
            ("https://-x.example.com/", None),
            ("https://2001:db8::1/", None),
            ("https://a.example.com:0/", None),
            ("https:///x", None),
        ] {
            let call = Call::read(url);
            let shown = call.as_ref().map(|call| (call.host.in_url(), call.port, call.path.as_str(), call.socket));
            assert_eq!(shown, read.map(|(host, port, path, socket)| (host.to_owned(), port, path, socket)), "{url}");
        }
    }
}
