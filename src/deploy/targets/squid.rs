//! Squid as an accelerator: a reverse proxy. Directives: <https://www.squid-cache.org/Doc/config/https_port/>,
//! `deny_info`, `cache_peer`, `reply_header_add` and `http_upgrade_request_protocols` there.

use super::{ALWAYS, Target, USUAL, remark};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, around, squid, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// Squid. Only the build with OpenSSL takes what is written here. It takes the PROXY protocol for plain HTTP only.
pub static SQUID: Target = Target {
    id: "squid",
    title: "Squid",
    documentation: (Doc::Page, "https://www.squid-cache.org/Doc/config/https_port/"),
    latest: Version(7, 3, 0),
    // `tls-cert=` and `tls-min-version=`.
    oldest: Version(4, 0, 0),
    systems: &[
        ("debian-13", Version(6, 13, 0)),
        ("debian-12", Version(5, 7, 0)),
        ("debian-11", Version(4, 13, 0)),
        ("ubuntu-24.04", Version(6, 6, 0)),
        ("ubuntu-22.04", Version(5, 7, 0)),
        ("ubuntu-20.04", Version(4, 10, 0)),
    ],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(4, 0, 0)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::WebSocket, UPGRADES),
        (Switch::Tickets, ALWAYS),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    upstream: Some("http://127.0.0.1:8080"),
    render,
    script,
    remarks: |_| vec![RemarkMessage::SquidWithOpenSsl],
    ..USUAL
};

/// `http_upgrade_request_protocols`: what asks for an upgrade is passed on.
const UPGRADES: Version = Version(5, 0, 0);

const SITES: &str = "certloupe_sites";
const PLAIN: &str = "certloupe_plain";
const SECURE: &str = "certloupe_secure";
const CHALLENGE: &str = "certloupe_challenge";
const APPLICATION: &str = "certloupe_application";
const CHALLENGES: &str = "certloupe_challenges";

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &squid::SQUID, |conf| {
        let redirects = plan.on(Switch::Redirect);
        if redirects {
            let name = [around("name=", PLAIN, "")];
            port("http_port", plan, plan.place.http_port, name, conf);
        }
        conf.comment(remark::CHAIN);
        port("https_port", plan, plan.tls_port(), tls(plan), conf);
        conf.blank();
        names(plan, conf);
        conf.blank();
        if let Some(upstream) = &plan.upstream {
            peers(plan, upstream, conf);
        }
        conf.blank();
        if redirects {
            conf.comment(remark::CHALLENGE);
            conf.set("acl", [Plain(CHALLENGE), Plain("urlpath_regex"), Plain("^/[.]well-known/acme-challenge/")]);
            conf.set("cache_peer_access", [Plain(CHALLENGES), Plain("allow"), Plain(PLAIN), Plain(CHALLENGE)]);
            conf.set("cache_peer_access", [Plain(CHALLENGES), Plain("deny"), Plain("all")]);
            conf.comment("All else goes to HTTPS.");
            let to = match plan.tls_port() {
                443 => Plain("301:https://%H%R"),
                port => around("301:https://%H:", port, "%R"),
            };
            conf.set("deny_info", [to, Plain(PLAIN)]);
            conf.set("http_access", [Plain("deny"), Plain("!certloupe_challenge"), Plain(PLAIN)]);
        }
        conf.set("http_access", [Plain("allow"), Plain(SITES)]);
        conf.blank();
        headers(plan, conf);
    });
}

/// An address, and what it is to be like. Every server name stays as the client asked for it (`vhost`).
fn port(name: &'static str, plan: &Plan, port: u16, more: impl IntoIterator<Item = Word>, conf: &mut Conf) {
    let at = match plan.place.address {
        Some(address) => text(format!("{}:{port}", Host::Ip(address).in_url())),
        None => text(port),
    };
    let usual = [at, Plain("accel"), Plain("vhost"), around("defaultsite=", plan.example.example(), "")];
    conf.set(name, usual.into_iter().chain(more));
}

fn tls(plan: &Plan) -> Vec<Word> {
    let mut words = vec![
        around("name=", SECURE, ""),
        around("tls-cert=", plan.certificate(), ""),
        around("tls-key=", plan.key(), ""),
        Plain(oldest_name(plan.range().0)),
    ];
    let ciphers = plan.cipher_string();
    match ciphers.strip_prefix("@SECLEVEL=0:") {
        Some(suites) => words.push(around("cipher=@SECLEVEL=0:", suites, "")),
        None if ciphers.is_empty() => {}
        None => words.push(around("cipher=", ciphers, "")),
    }
    let mut options = vec!["NO_SSLv3"];
    if plan.server_order {
        options.push("CIPHER_SERVER_PREFERENCE");
    }
    if !plan.on(Switch::Tickets) {
        options.push("NO_TICKET");
    }
    words.push(around("options=", options.join(":"), ""));
    if let Some(authorities) = &plan.client_ca {
        words.push(around("tls-cafile=", authorities, ""));
        words.push(around("clientca=", authorities, ""));
    }
    words
}

fn names(plan: &Plan, conf: &mut Conf) {
    let mut hosts: Vec<String> = Vec::new();
    for host in &plan.hosts {
        hosts.push(match host {
            // It takes the name itself too, which makes the name alone a duplicate that Squid refuses.
            Host::Wildcard(base) => format!(".{base}"),
            other => other.in_url(),
        });
    }
    let is_covered = |host: &String| {
        hosts
            .iter()
            .any(|other| other.starts_with('.') && other != host && format!(".{host}").ends_with(other.as_str()))
    };
    for host in hosts.iter().filter(|host| !is_covered(host)) {
        conf.set("acl", [Plain(SITES), Plain("dstdomain"), text(host)]);
    }
    for (name, is_there) in [(PLAIN, plan.on(Switch::Redirect)), (SECURE, true)] {
        if is_there {
            conf.set("acl", [Plain(name), Plain("myportname"), Plain(name)]);
        }
    }
}

fn peers(plan: &Plan, upstream: &Upstream, conf: &mut Conf) {
    let host = match upstream.host() {
        Host::Ip(address) => address.to_string(),
        other => other.to_string(),
    };
    peer(APPLICATION, &host, upstream.port(), upstream.https, conf);
    if plan.on(Switch::Redirect) {
        conf.comment(remark::CHALLENGES_PORT);
        peer(CHALLENGES, "127.0.0.1", plan.place.challenge_port, false, conf);
        conf.set("cache_peer_access", [Plain(APPLICATION), Plain("deny"), Plain(PLAIN)]);
    }
    conf.set("cache_peer_access", [Plain(APPLICATION), Plain("allow"), Plain(SITES)]);
    conf.set("never_direct", [Plain("allow"), Plain(SITES)]);
}

fn peer(name: &'static str, host: &str, port: u16, https: bool, conf: &mut Conf) {
    let mut words = vec![text(host), Plain("parent"), text(port), Plain("0")];
    words.extend(["no-query", "no-digest", "originserver"].map(Plain));
    if https {
        words.push(Plain("tls"));
    }
    words.push(around("name=", name, ""));
    conf.set("cache_peer", words);
}

/// Squid adds `X-Forwarded-For` itself.
fn headers(plan: &Plan, conf: &mut Conf) {
    conf.set("request_header_add", [Plain("X-Forwarded-Proto"), Plain("https"), Plain(SECURE)]);
    if let Some(hsts) = &plan.hsts {
        conf.comment(remark::HSTS);
        conf.set("reply_header_access", [Plain("Strict-Transport-Security"), Plain("deny"), Plain("all")]);
        conf.set("reply_header_add", [Plain("Strict-Transport-Security"), text(hsts), Plain(SECURE)]);
    }
    if plan.on(Switch::WebSocket) {
        // Names of protocols are case sensitive here; browsers write it small, RFC 6455 both ways.
        for name in ["websocket", "WebSocket"] {
            conf.set("http_upgrade_request_protocols", [Plain(name), Plain("allow"), Plain(SITES)]);
        }
    }
}

const fn oldest_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "tls-min-version=1.0",
        Protocol::Tls11 => "tls-min-version=1.1",
        Protocol::Tls12 => "tls-min-version=1.2",
        Protocol::Tls13 => "tls-min-version=1.3",
    }
}

/// As Debian's packages have it: a folder of files that the main one reads.
fn script(plan: &Plan, script: &mut Script) {
    script.install([Plain("squid -v | grep -q -e --with-openssl || apt-get install -y squid-openssl")]);
    install_certificates(plan, script, Access::ROOT);
    let file = format!("{}.conf", plan.stem);
    script.put(&file, around("/etc/squid/conf.d/", &file, ""), Access::ALL);
    script.check([Plain("squid -k parse")]);
    script.service("restart", "squid");
}
