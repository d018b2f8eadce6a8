//! What configurations of servers say of the handshake, and of which virtual host.

use super::virtual_host::{Scope, Traffic, VirtualHost};

/// What a configuration says of the handshake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The source that it stands in.
    pub source: String,
    /// The line of its directive, counted from 1.
    pub line: u32,
    /// What it is about.
    pub kind: SettingKind,
    /// Whose way of writing the words follow.
    pub server: Server,
    /// The virtual host that it stands in, as an index into [`super::Material::virtual_hosts`]; none where it holds for
    /// each that says nothing else.
    pub host: Option<usize>,
    /// The words behind the directive.
    pub words: Vec<String>,
}

/// What a setting is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingKind {
    /// Versions of TLS.
    Protocols,
    /// Curves and other groups of the key exchange.
    Curves,
    /// Cipher suites, as OpenSSL lists them.
    Suites,
    /// The file of `ssl_trusted_certificate`.
    Trusted,
    /// Whether redirects are written with scheme and host: `absolute_redirect`.
    Redirects,
}

/// The servers whose settings are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx: a directive ends with a semicolon.
    Nginx,
    /// Apache: a directive ends with its line.
    Apache,
}

/// What a directive tells.
#[derive(Clone, Copy)]
enum Tells {
    Setting(SettingKind),
    /// A setting by the name that OpenSSL has for it.
    Command,
    /// Names of a virtual host.
    Names,
    /// What a virtual host does with a request.
    Traffic(Traffic),
}

static DIRECTIVES: [(&str, Tells, Server); 20] = [
    ("ssl_protocols", Tells::Setting(SettingKind::Protocols), Server::Nginx),
    ("ssl_ecdh_curve", Tells::Setting(SettingKind::Curves), Server::Nginx),
    ("ssl_ciphers", Tells::Setting(SettingKind::Suites), Server::Nginx),
    ("ssl_conf_command", Tells::Command, Server::Nginx),
    ("ssl_trusted_certificate", Tells::Setting(SettingKind::Trusted), Server::Nginx),
    ("absolute_redirect", Tells::Setting(SettingKind::Redirects), Server::Nginx),
    ("server_name", Tells::Names, Server::Nginx),
    ("root", Tells::Traffic(Traffic::Answers), Server::Nginx),
    ("alias", Tells::Traffic(Traffic::Answers), Server::Nginx),
    ("proxy_pass", Tells::Traffic(Traffic::Answers), Server::Nginx),
    ("fastcgi_pass", Tells::Traffic(Traffic::Answers), Server::Nginx),
    ("uwsgi_pass", Tells::Traffic(Traffic::Answers), Server::Nginx),
    ("grpc_pass", Tells::Traffic(Traffic::Answers), Server::Nginx),
    ("return", Tells::Traffic(Traffic::SendsOn), Server::Nginx),
    ("rewrite", Tells::Traffic(Traffic::SendsOn), Server::Nginx),
    ("sslprotocol", Tells::Setting(SettingKind::Protocols), Server::Apache),
    ("sslciphersuite", Tells::Setting(SettingKind::Suites), Server::Apache),
    ("sslopensslconfcmd", Tells::Command, Server::Apache),
    ("servername", Tells::Names, Server::Apache),
    ("serveralias", Tells::Names, Server::Apache),
];

/// The longest configuration: a hundred virtual hosts with room to spare. Certificates come in larger files.
const LONGEST: usize = 1 << 20;
/// The longest list of suites that anyone writes, in bytes.
const LONGEST_VALUE: usize = 4_096;
/// Settings of one source, and words of one setting.
const MOST_SETTINGS: usize = 64;
const MOST_WORDS: usize = 128;

/// The virtual hosts of a source, and its settings; empty where it is no configuration.
pub(super) fn settings(source: &str, text: &[u8]) -> (Vec<VirtualHost>, Vec<Setting>) {
    let text = text.get(..text.len().min(LONGEST)).unwrap_or_default();
    let (mut scope, mut found) = (Scope::default(), Vec::new());
    let (mut at, mut number) = (0_usize, 0_u32);
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        number = number.saturating_add(1);
        let mut offset = at;
        at = at.saturating_add(line.len());
        // A comment ends a line, and several directives may stand on one.
        let code = line.split(|byte| *byte == b'#').next().unwrap_or_default();
        for part in code.split_inclusive(|byte| matches!(byte, b';' | b'{' | b'}')) {
            let begin = offset;
            offset = offset.saturating_add(part.len());
            let host = scope.enter(part, number);
            let Some(&(name, tells, server)) = directive(part) else { continue };
            let skipped = part.len().saturating_sub(part.trim_ascii_start().len()).saturating_add(name.len());
            let from = begin.saturating_add(skipped);
            let rest = text.get(from..text.len().min(from.saturating_add(LONGEST_VALUE))).unwrap_or_default();
            let value = value(rest, server);
            let (kind, words, server) = match tells {
                Tells::Names => {
                    scope.name(words(value, &[]));
                    continue;
                }
                Tells::Traffic(traffic) => {
                    scope.handle(traffic, value);
                    continue;
                }
                Tells::Setting(kind) => (kind, words(value, between(kind)), server),
                Tells::Command => {
                    let Some((kind, words)) = command(value) else { continue };
                    // A floor is told by the versions above it, as nginx would have them.
                    (kind, words, Server::Nginx)
                }
            };
            if !words.is_empty() && found.len() < MOST_SETTINGS {
                found.push(Setting { source: source.to_owned(), line: number, kind, server, host, words });
            }
        }
    }
    (scope.hosts(), found)
}

fn directive(part: &[u8]) -> Option<&'static (&'static str, Tells, Server)> {
    let part = part.strip_suffix(b";").unwrap_or(part);
    let word = part.trim_ascii_start().split(u8::is_ascii_whitespace).next()?;
    DIRECTIVES.iter().find(|(name, ..)| name.as_bytes().eq_ignore_ascii_case(word))
}

/// What stands behind a directive, to its end.
fn value(rest: &[u8], server: Server) -> &[u8] {
    let ends = |byte: &u8| match server {
        Server::Nginx => matches!(byte, b';' | b'{' | b'}'),
        Server::Apache => matches!(byte, b'\n'),
    };
    rest.split(ends).next().unwrap_or_default()
}

/// What parts the words of a setting besides white space and quotes.
const fn between(kind: SettingKind) -> &'static [u8] {
    match kind {
        SettingKind::Curves | SettingKind::Suites => b":,",
        SettingKind::Protocols | SettingKind::Trusted | SettingKind::Redirects => b"",
    }
}

fn words(value: &[u8], between: &[u8]) -> Vec<String> {
    let between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'') || between.contains(byte);
    let words = value.split(between).filter(|word| !word.is_empty() && word.len() < 256 && word.is_ascii());
    words.take(MOST_WORDS).map(|word| String::from_utf8_lossy(word).into_owned()).collect()
}

/// What `ssl_conf_command` and `SSLOpenSSLConfCmd` set: they take anything that OpenSSL knows.
fn command(value: &[u8]) -> Option<(SettingKind, Vec<String>)> {
    let words = words(value, b":,");
    let (name, rest) = words.split_first()?;
    let above = |floor: &String| match floor.as_str() {
        "TLSv1.2" => &["TLSv1.2", "TLSv1.3"][..],
        "TLSv1.3" => &["TLSv1.3"],
        // What stands below is for the other directive to say.
        _ => &[],
    };
    match name.to_ascii_lowercase().as_str() {
        "curves" | "groups" => Some((SettingKind::Curves, rest.to_vec())),
        "minprotocol" => {
            Some((SettingKind::Protocols, above(rest.first()?).iter().map(|&word| word.to_owned()).collect()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, SettingKind, String)> {
        settings("", text.as_bytes()).1.into_iter().map(|it| (it.line, it.kind, it.words.join(" "))).collect()
    }

    #[test]
    fn settings_of_nginx_and_apache() {
        let nginx = "server {\n  listen 443 ssl; ssl_protocols TLSv1.2 TLSv1.3;\n  # ssl_protocols TLSv1;\n  \
                     ssl_ciphers 'A:B\n    C';\n  proxy_ssl_protocols TLSv1;\n  ssl_ecdh_curve X25519:secp384r1; }";
        assert_eq!(
            read(nginx),
            [
                (2, SettingKind::Protocols, "TLSv1.2 TLSv1.3".to_owned()),
                (4, SettingKind::Suites, "A B C".to_owned()),
                (7, SettingKind::Curves, "X25519 secp384r1".to_owned()),
            ]
        );
        let apache = "SSLProtocol all -SSLv3 -TLSv1\nSSLOpenSSLConfCmd Curves secp384r1\nSSLOpenSSLConfCmd Options X\n";
        assert_eq!(
            read(apache),
            [
                (1, SettingKind::Protocols, "all -SSLv3 -TLSv1".to_owned()),
                (2, SettingKind::Curves, "secp384r1".to_owned()),
            ]
        );
    }

    #[test]
    fn commands_of_the_library() {
        for (text, expected) in [
            ("ssl_conf_command Groups X25519:secp384r1;", Some((SettingKind::Curves, "X25519 secp384r1"))),
            ("ssl_conf_command MinProtocol TLSv1.3;", Some((SettingKind::Protocols, "TLSv1.3"))),
            ("SSLOpenSSLConfCmd MinProtocol TLSv1.2", Some((SettingKind::Protocols, "TLSv1.2 TLSv1.3"))),
            ("ssl_conf_command MinProtocol TLSv1;", None),
            ("ssl_conf_command Ciphersuites TLS_AES_256_GCM_SHA384;", None),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(kind, words)| (1, kind, words.to_owned())).collect();
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn each_setting_has_its_virtual_host() {
        let nginx = "http {\n ssl_protocols A;\n server\n {\n listen 443 ssl;\n server_name a.example.com\n b.example.com; \
                     location / { if ($x) { return 1; } }\n ssl_protocols B; }\n ssl_ciphers C;\n server { listen 80; }\n \
                     upstream up { server 192.0.2.1; }\n ssl_ecdh_curve D;\n}";
        let apache = "SSLProtocol A\n<VirtualHost *:443>\nServerName https://a.example.com:443\n\
                      RewriteCond %{HTTP_HOST} x{\nServerAlias b.example.com\nSSLProtocol B\n</VirtualHost>\n\
                      SSLCipherSuite C\nSSLOpenSSLConfCmd Curves D\n";
        for (text, hosts) in [(nginx, 2), (apache, 1)] {
            let (found, settings) = settings("", text.as_bytes());
            let of: Vec<_> = settings.iter().map(|it| (it.words.join(" "), it.host)).collect();
            let expected = [("A", None), ("B", Some(0)), ("C", None), ("D", None)];
            assert_eq!(of, expected.map(|(word, host)| (word.to_owned(), host)), "{text}");
            assert_eq!(found.len(), hosts);
            assert_eq!(found[0].names, ["a.example.com", "b.example.com"]);
            assert!(found[0].speaks_tls && found.iter().skip(1).all(|host| !host.speaks_tls));
        }
    }

    #[test]
    fn hostile_settings_end() {
        for text in [
            "ssl_protocols",
            "ssl_protocols ;",
            "ssl_protocols \u{fffd};",
            "{;}{;}#ssl_ciphers x",
            "}}}server{",
            "server{server{",
            "<VirtualHost",
            "</VirtualHost>}",
        ] {
            read(text);
        }
        let many = "ssl_protocols TLSv1;".repeat(10_000);
        assert_eq!(read(&many).len(), MOST_SETTINGS);
        read(&format!("ssl_ciphers {}", "A:".repeat(1_000_000)));
        for opens in ["server{", "<VirtualHost>\n", "server_name a;", "server{server_name a b c;}"] {
            assert!(settings("", opens.repeat((1 << 20) / opens.len()).as_bytes()).0.len() <= 256, "{opens}");
        }
    }
}
