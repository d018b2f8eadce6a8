//! What phones say of the handshake and of the certificate, and the rules of clients and CAs.

use super::{
    CaseFile,
    issued::{complete, good},
    public_roots,
};
use crate::support::{
    case_file::Case,
    der::octets,
    mint::{Cert, EXTENDED_KEY_USAGE, Key, Minted, SCTS, Signing, bundle, scts, scts_at},
};
use certloupe::report::Platform;

pub fn files() -> Vec<CaseFile> {
    vec![
        ("plt006-clients", clients()),
        ("plt006-phones", phones()),
        ("plt008", versions()),
        ("plt011", transport()),
        ("plt012", android()),
    ]
}

const SHOP: &str = "https://shop.example.com/";

/// Below a root that every phone has.
fn below(root: &str, leaf: Cert) -> String {
    let issuer = public_roots::intermediate(root);
    bundle(&[&leaf.issued_by(&issuer), &issuer])
}

fn right() -> String {
    below("DigiCert Global Root G2", good())
}

fn on(platforms: &[Platform], case: Case) -> Case {
    platforms.iter().fold(case, |case, platform| case.on(*platform))
}

/// The platforms whose rules are those of a client, and a mini-program beside them.
const CLIENTS: &[Platform] = &[Platform::WeChat, Platform::MobileWeb, Platform::IosApp, Platform::AndroidApp];

/// The chain of Let's Encrypt of 2026, each certificate by itself: server, YR1, Root YR as it is cross-signed, and as it signs itself.
fn new_generation() -> [Minted; 4] {
    let root = || {
        Cert::ca("Root YR")
            .subject(&[("2.5.4.6", "US"), ("2.5.4.10", "ISRG"), ("2.5.4.3", "Root YR")])
            .key(Key::P256(124))
            .valid("2026-05-13", "2032-09-02")
    };
    let crossed = root().issued_by(&public_roots::root("ISRG Root X1"));
    let issuer = Cert::ca("YR1")
        .subject(&[("2.5.4.6", "US"), ("2.5.4.10", "Let's Encrypt"), ("2.5.4.3", "YR1")])
        .key(Key::P256(125))
        .issued_by(&crossed);
    [good().issued_by(&issuer), issuer, crossed, root().self_signed()]
}

/// A CA below a public root that still signs with SHA-1.
fn signs_with_sha1() -> Minted {
    let root = public_roots::root("DigiCert Global Root G2");
    let old = Cert::ca("Old CA").key(Key::P256(93)).valid("2020-01-01", "2035-12-31");
    old.signing(Signing::Sha1).issued_by(&root)
}

fn clients() -> Vec<Case> {
    let case = |name: &str, pasted: String| on(CLIENTS, Case::new(name, pasted).url(SHOP));
    let digicert = |leaf: Cert| below("DigiCert Global Root G2", leaf);
    let lived = |from: &str, to: &str, now: &str| {
        let leaf = good().valid(from, to).extension(SCTS, false, scts_at(3, from));
        case(&format!("issued on {from} until {to}"), digicert(leaf)).now(now)
    };
    let [server, issuer, crossed, root] = new_generation();
    let old = signs_with_sha1();
    let weak = Cert::ca("Weak CA").key(Key::P256(95)).valid("2020-01-01", "2035-12-31").issued_by(&old);
    let mail = Cert::ca("Mail CA")
        .key(Key::P256(94))
        .valid("2020-01-01", "2035-12-31")
        .eku(&["1.3.6.1.5.5.7.3.4"])
        .issued_by(&public_roots::root("DigiCert Global Root G2"));
    vec![
        case("right", right()),
        case("no extended key usage", digicert(good().without(EXTENDED_KEY_USAGE))),
        case("a CA for mail", bundle(&[&good().issued_by(&mail), &mail])),
        case("RSA 1024", digicert(good().key(Key::Rsa1024))),
        case("RSA 1024 and no extended key usage", digicert(good().key(Key::Rsa1024).without(EXTENDED_KEY_USAGE))),
        case("SHA-1", bundle(&[&good().issued_by(&old), &old])),
        case("SHA-1 in the chain", bundle(&[&good().issued_by(&weak), &weak, &old])),
        case("a wildcard two labels deep", digicert(Cert::server(&["*.example.com"]))).host("a.b.example.com"),
        case("a wildcard for a TLD", digicert(Cert::server(&["shop.example.com", "*.com"]))),
        case("a private root, three years", complete(good().valid("2026-01-01", "2029-01-01"))),
        lived("2025-06-01", "2026-12-20", "2026-01-01T00:00:00Z"),
        lived("2026-04-01", "2026-11-30", "2026-11-21T00:00:00Z"),
        lived("2027-04-01", "2027-09-30", "2027-05-01T00:00:00Z"),
        lived("2029-04-01", "2029-06-30", "2029-05-01T00:00:00Z"),
        case("a root that systems gave up", below("Chambers of Commerce Root - 2008", good())),
        case("Let's Encrypt, as it is issued", bundle(&[&server, &issuer, &crossed])),
        case("Let's Encrypt, the root-looking one dropped", bundle(&[&server, &issuer])),
        case("Let's Encrypt, up to a root that nobody has", bundle(&[&server, &issuer, &root])),
        case("nginx, the server certificate not first", bundle(&[&issuer, &server, &crossed])),
    ]
}

fn phones() -> Vec<Case> {
    let everyone = |name: &str, pasted: String| {
        Platform::ALL.iter().fold(Case::new(name, pasted).url(SHOP), |case, platform| case.on(*platform))
    };
    let [server, issuer, crossed, _] = new_generation();
    let new = || bundle(&[&server, &issuer, &crossed]);
    vec![
        everyone("a root since Android 7.1.1, no phone chosen", new()),
        everyone("a root since Android 7.1.1, Android 7.0 counts", new()).phone("android=7.0"),
        everyone("a root since Android 7.1.1, Android 7.1.1 counts", new()).phone("android=7.1.1"),
        everyone("a root since Android 7.1.1, WeChat on Android 6.0 counts", new()).phone("wechat-android=6.0"),
        everyone("a root since iOS 10, iOS 9 counts", new()).phone("ios=9"),
        everyone("a root since iOS 10, iOS 9 and Android 7.0 count", new()).phone("ios=9").phone("android=7.0"),
        everyone("a private root, Android 7.0 counts", complete(good())).phone("android=7.0"),
        everyone("found by who fetches, all phones count", {
            let issuer = public_roots::intermediate("ISRG Root X2");
            bundle(&[&good().issued_by(&issuer), &issuer])
        })
        .supplied(&[&crossed_x2()])
        .phone("android=13")
        .phone("ios=15"),
        everyone("a phone that nobody knows", new()).phone("symbian=9").phone("android=3.14"),
    ]
}

/// ISRG Root X2, signed by X1.
fn crossed_x2() -> Minted {
    let bearer = public_roots::root("ISRG Root X2");
    let crossed = Cert::ca("ISRG Root X2")
        .raw_subject(&bearer.name)
        .key(Key::P256(120))
        .extension(crate::support::mint::SKI, false, octets(&bearer.key_id))
        .valid("2020-09-04", "2030-09-15");
    crossed.issued_by(&public_roots::root("ISRG Root X1"))
}

fn versions() -> Vec<Case> {
    let everyone =
        |name: &str| Platform::ALL.iter().fold(Case::new(name, right()).url(SHOP), |case, platform| case.on(*platform));
    let nginx = |name: &str, text: &str| {
        let configured = on(CLIENTS, Case::new(name, right()).url(SHOP)).on(Platform::DouyinGame).on(Platform::Baidu);
        configured.file("nginx.conf", format!("server {{\n  listen 443 ssl;\n  {text}\n}}\n"))
    };
    let hosts = |name: &str, outside: &str, first: &str, its: &str, second: &str, others: &str| {
        let host = |name: &str, protocols: &str| {
            let names = if name.is_empty() { String::new() } else { format!("server_name {name};") };
            let protocols = if protocols.is_empty() { String::new() } else { format!("ssl_protocols {protocols};") };
            format!("  server {{\n    listen 443 ssl; {names}\n    {protocols}\n  }}\n")
        };
        let text = format!("http {{\n  {outside}\n{}{}}}\n", host(first, its), host(second, others));
        on(CLIENTS, Case::new(name, right()).url(SHOP)).file("nginx.conf", text)
    };
    let curves = "ssl_protocols TLSv1.2 TLSv1.3; ssl_ecdh_curve secp384r1;";
    vec![
        everyone("no configuration"),
        everyone("no configuration, new phones only").phone("android=10").phone("ios=13"),
        nginx("TLS 1.2 and 1.3", "ssl_protocols TLSv1.2 TLSv1.3;"),
        nginx("TLS 1.3 alone", "ssl_protocols TLSv1.3;"),
        nginx("TLS 1.3 alone, new phones only", "ssl_protocols TLSv1.3;").phone("android=10").phone("ios=13"),
        nginx("no TLS 1.2", "ssl_protocols TLSv1 TLSv1.1;"),
        nginx("TLS 1.0 besides", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2;"),
        nginx("P-384 alone, no phone chosen", curves),
        nginx("P-384 alone, Android 7.0 counts", curves).phone("android=7.0"),
        nginx("P-384 alone, Android 8.0 counts", curves).phone("android=8.0"),
        nginx("P-256 besides", "ssl_ecdh_curve X25519:prime256v1;").phone("android=7.0"),
        nginx("the library's curves", "ssl_ecdh_curve auto;").phone("android=7.0"),
        nginx("a command of the library", "ssl_protocols TLSv1.2 TLSv1.3; ssl_conf_command MinProtocol TLSv1.3;"),
        hosts("another virtual host", "", "shop.example.com", "TLSv1.2 TLSv1.3", "old.example.net", "TLSv1"),
        hosts(
            "a name of the certificate that is not called",
            "",
            "shop.example.com",
            "TLSv1.3",
            "www.shop.example.com",
            "TLSv1",
        ),
        hosts("a name of the certificate alone", "", "www.shop.example.com", "TLSv1.1", "old.example.net", "TLSv1.3"),
        hosts("outside, and inside again", "ssl_protocols TLSv1;", "_", "TLSv1.2 TLSv1.3", "", "TLSv1.2"),
        hosts("outside alone", "ssl_protocols TLSv1.1;", "shop.example.com", "", "old.example.net", "TLSv1.3"),
        on(CLIENTS, Case::new("Apache, another virtual host", right()).url(SHOP)).file(
            "ssl.conf",
            "<VirtualHost *:443>\nServerName shop.example.com\nSSLProtocol -all +TLSv1.2 +TLSv1.3\n</VirtualHost>\n\
             <VirtualHost *:443>\nServerName old.example.net\nSSLProtocol all\n</VirtualHost>\n",
        ),
        on(CLIENTS, Case::new("Apache without TLS 1.2", right()).url(SHOP))
            .file("ssl.conf", "SSLEngine on\nSSLProtocol all -TLSv1 -TLSv1.1 -TLSv1.2\n"),
    ]
}

fn transport() -> Vec<Case> {
    const APPLE: &[Platform] = &[
        Platform::WeChat,
        Platform::WeChatGame,
        Platform::DouyinGame,
        Platform::Qq,
        Platform::Baidu,
        Platform::IosApp,
        Platform::AndroidApp,
    ];
    let case = |name: &str, pasted: String| on(APPLE, Case::new(name, pasted).url(SHOP));
    let digicert = |leaf: Cert| below("DigiCert Global Root G2", leaf);
    let suites = |name: &str, text: &str| case(name, right()).file("nginx.conf", text);
    let old = signs_with_sha1();
    vec![
        case("right", right()),
        case("RSA 1024", digicert(good().key(Key::Rsa1024))),
        case("SHA-1", bundle(&[&good().issued_by(&old), &old])),
        case("one timestamp", digicert(good().extension(SCTS, false, scts(1)))),
        suites("no forward secrecy", "ssl_protocols TLSv1.2;\nssl_ciphers AES128-SHA:AES256-SHA:!aNULL;\n"),
        suites("forward secrecy left out", "ssl_protocols TLSv1.2;\nssl_ciphers HIGH:!aNULL:!ECDHE;\n"),
        suites("TLS 1.3 among the suites", "ssl_protocols TLSv1.2;\nssl_ciphers TLS_AES_128_GCM_SHA256:AES128-SHA;\n"),
        suites("forward secrecy", "ssl_protocols TLSv1.2;\nssl_ciphers ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA;\n"),
        suites("TLS 1.1", "ssl_protocols TLSv1.1;\n"),
    ]
}

fn android() -> Vec<Case> {
    const ANDROID: &[Platform] = &[Platform::WeChat, Platform::MobileWeb, Platform::IosApp, Platform::AndroidApp];
    let case = |name: &str, pasted: String| on(ANDROID, Case::new(name, pasted).url(SHOP));
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    vec![
        case("right", right()),
        case("the server certificate alone", good().issued_by(&issuer).pem()),
        case("Android 7.0 counts", right()).phone("android=7.0"),
        case("Android 7.1.1 counts", right()).phone("android=7.1.1"),
        case("one timestamp", below("DigiCert Global Root G2", good().extension(SCTS, false, scts(1)))),
        case("a private root", complete(good())),
        case("a root since Android 14", below("ISRG Root X2", good())),
    ]
}
