//! Configurations of servers: which files they want.

/// Directives that name the file of a certificate or a key, in small letters: nginx, Apache, Tomcat, Spring, lighttpd,
/// HAProxy, PostgreSQL, kubeconfig.
static DIRECTIVES: &[&str] = &[
    "ssl_certificate",
    "ssl_certificate_key",
    "ssl_trusted_certificate",
    "ssl_client_certificate",
    "sslcertificatefile",
    "sslcertificatekeyfile",
    "sslcertificatechainfile",
    "sslcacertificatefile",
    "certificatefile",
    "certificatekeyfile",
    "certificatechainfile",
    "certificatekeystorefile",
    "keystorefile",
    "key-store",
    "ssl.pemfile",
    "ssl.privkey",
    "crt",
    "ssl_cert_file",
    "ssl_key_file",
    "ssl_ca_file",
    "certificate-authority",
    "client-certificate",
    "client-key",
];

/// More names than a page wants to show.
const MOST: usize = 16;

/// The files that a configuration names, each once; empty where the text is none.
pub(super) fn files_named(text: &[u8]) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for line in text.split(|byte| matches!(byte, b'\n' | b'\r')) {
        let mut words = line.split(|byte| is_between(*byte)).filter(|word| !word.is_empty()).peekable();
        if line.trim_ascii_start().starts_with(b"#") {
            continue;
        }
        while let Some(word) = words.next() {
            let Some(file) = words.peek().filter(|_| is_directive(word)).and_then(|word| file_name(word)) else {
                continue;
            };
            if files.len() < MOST && !files.iter().any(|known| known == file) {
                files.push(file.to_owned());
            }
        }
    }
    files
}

fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'' | b';' | b'<' | b'>' | b',')
}

fn is_directive(word: &[u8]) -> bool {
    let word = word.strip_suffix(b":").unwrap_or(word);
    let name = word.strip_prefix(b"server.ssl.").unwrap_or(word);
    DIRECTIVES.iter().any(|it| it.as_bytes().eq_ignore_ascii_case(name))
}

/// A word that can be the name of a file: not a variable, not a sentence.
fn file_name(word: &[u8]) -> Option<&str> {
    let name = std::str::from_utf8(word).ok()?;
    (name.len() < 256 && !name.starts_with('$') && name.contains(['.', '/'])).then_some(name)
}
