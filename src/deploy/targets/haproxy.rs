//! HAProxy. Directives and their versions: <https://docs.haproxy.org/2.6/configuration.html> (sections 3, 4 and 5), and
//! the same page of the other versions.

use super::selinux::{self, Boolean};
use super::{ALWAYS, Target, USUAL, remark};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script, install_combined, install_staple};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, around, haproxy, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// HAProxy. It has one configuration for all of its sites, and shows no pages.
pub static HAPROXY: Target = Target {
    id: "haproxy",
    title: "HAProxy",
    documentation: (Doc::Page, "https://docs.haproxy.org/3.2/configuration.html"),
    latest: Version(3, 2, 8),
    oldest: Version(1, 8, 0),
    systems: &[
        ("debian-13", Version(3, 0, 11)),
        ("debian-12", Version(2, 6, 12)),
        ("debian-11", Version(2, 2, 9)),
        ("ubuntu-24.04", Version(2, 8, 5)),
        ("ubuntu-22.04", Version(2, 4, 24)),
        ("ubuntu-20.04", Version(2, 0, 33)),
        ("rhel-10", Version(3, 0, 5)),
        ("rhel-9", Version(2, 4, 22)),
        ("rhel-8", Version(1, 8, 27)),
    ],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(1, 8, 0)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, Version(1, 9, 0)),
        (Switch::Stapling, ALWAYS),
        (Switch::Tickets, ALWAYS),
        (Switch::Hybrid, ALWAYS),
        (Switch::BothKeys, SEVERAL_CERTIFICATES_A_NAME),
        (Switch::ProxyProtocol, ALWAYS),
    ],
    always: &[(Switch::WebSocket, ALWAYS)],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    upstream: Some("http://127.0.0.1:8080"),
    render,
    script,
    remarks,
    ..USUAL
};

/// Every answer gets the header, those that HAProxy gives itself too.
const AFTER_RESPONSE: Version = Version(2, 2, 0);
/// `pathq`: the path and query, however they came.
const PATH_WITH_QUERY: Version = Version(2, 2, 0);
/// `host_only`: what stands before the port, which an IPv6 address can not be cut at.
const HOST_ONLY: Version = Version(2, 5, 0);
/// Certificates of one name are told apart by their keys, without names for their files that say which is which.
const SEVERAL_CERTIFICATES_A_NAME: Version = Version(2, 3, 0);
/// `ocsp-update.mode`: HAProxy asks the responder by itself.
const FETCHES_STAPLES: Version = Version(3, 0, 0);

const CHALLENGE: &str = "/.well-known/acme-challenge/";

fn render(plan: &Plan, files: &mut Files) {
    files.conf("haproxy.cfg".to_owned(), &haproxy::HAPROXY, |conf| {
        global(plan, conf);
        defaults(conf);
        if plan.on(Switch::Redirect) {
            section("frontend", "plain", conf, |conf| plain_http(plan, conf));
        }
        section("frontend", "secure", conf, |conf| https(plan, conf));
        if let Some(upstream) = &plan.upstream {
            section("backend", "application", conf, |conf| application(upstream, conf));
        }
        if plan.on(Switch::Redirect) {
            section("backend", "challenges", conf, |conf| {
                conf.comment(remark::CHALLENGES_PORT);
                conf.set("server", [Plain("acme"), around("127.0.0.1:", plan.place.challenge_port, "")]);
            });
        }
    });
}

fn section(kind: &'static str, name: &'static str, conf: &mut Conf, body: impl FnOnce(&mut Conf)) {
    conf.blank();
    conf.block([Plain(kind), Plain(name)], body);
}

fn global(plan: &Plan, conf: &mut Conf) {
    conf.block([Plain("global")], |conf| {
        conf.set("log", [Plain("/dev/log"), Plain("local0")]);
        conf.set("user", [Plain("haproxy")]);
        conf.set("group", [Plain("haproxy")]);
        conf.comment("These hold for every bind line below.");
        let ciphers = plan.cipher_string();
        if !ciphers.is_empty() {
            conf.set("ssl-default-bind-ciphers", [text(ciphers)]);
        }
        let (oldest, newest) = plan.range();
        let ends = [("ssl-min-ver", oldest), ("ssl-max-ver", newest)];
        let range = ends.map(|(end, version)| [Plain(end), around("TLSv", version.number(), "")]);
        let client_decides = (!plan.server_order).then_some(Plain("prefer-client-ciphers"));
        let without_tickets = (!plan.on(Switch::Tickets)).then_some(Plain("no-tls-tickets"));
        conf.set("ssl-default-bind-options", range.into_iter().flatten().chain(client_decides).chain(without_tickets));
        if plan.stapling && plan.version >= FETCHES_STAPLES {
            conf.set("ocsp-update.mode", [Plain("on")]);
        }
    });
}

fn defaults(conf: &mut Conf) {
    conf.blank();
    conf.block([Plain("defaults")], |conf| {
        conf.set("mode", [Plain("http")]);
        conf.set("log", [Plain("global")]);
        conf.set("option", [Plain("httplog")]);
        conf.set("option", [Plain("forwardfor")]);
        for (wait, time) in
            [("http-request", "10s"), ("connect", "5s"), ("client", "1m"), ("server", "1m"), ("tunnel", "1h")]
        {
            conf.set("timeout", [Plain(wait), Plain(time)]);
        }
    });
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn plain_http(plan: &Plan, conf: &mut Conf) {
    bind(plan, plan.place.http_port, Vec::new(), conf);
    conf.comment(remark::CHALLENGE);
    conf.set("acl", [Plain("challenge"), Plain("path_beg"), Plain(CHALLENGE)]);
    let how = match plan.tls_port() {
        443 => vec![Plain("scheme"), Plain("https")],
        port => {
            let host = if plan.version >= HOST_ONLY { "host_only" } else { "field(1,:)" };
            let path = if plan.version >= PATH_WITH_QUERY { "pathq" } else { "capture.req.uri" };
            vec![Plain("location"), location(host, path, port)]
        }
    };
    let words = [Plain("redirect")].into_iter().chain(how);
    conf.set("http-request", words.chain(["code", "301", "unless", "challenge"].map(Plain)));
    conf.set("default_backend", [Plain("challenges")]);
}

/// Where a request goes when HTTPS has another port.
fn location(host: &str, path: &str, port: u16) -> Word {
    match (host, path) {
        ("host_only", _) => around("https://%[req.hdr(host),host_only]:", port, "%[pathq]"),
        (_, "pathq") => around("https://%[req.hdr(host),field(1,:)]:", port, "%[pathq]"),
        _ => around("https://%[req.hdr(host),field(1,:)]:", port, "%[capture.req.uri]"),
    }
}

fn https(plan: &Plan, conf: &mut Conf) {
    conf.comment("One file: the server certificate first, then each intermediate, then the private key.");
    let mut words = vec![Plain("ssl"), Plain("crt"), text(plan.combined())];
    if plan.on(Switch::BothKeys) {
        words.extend([Plain("crt"), text(plan.file("second/combined.pem"))]);
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        words.extend([Plain("curves"), text(groups)]);
    }
    if let Some(authorities) = &plan.client_ca {
        words.extend([Plain("ca-file"), text(authorities), Plain("verify"), Plain("required")]);
    }
    words.extend([Plain("alpn"), Plain(if plan.on(Switch::Http2) { "h2,http/1.1" } else { "http/1.1" })]);
    bind(plan, plan.tls_port(), words, conf);
    for (header, value) in [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "%[req.hdr(host)]")] {
        conf.set("http-request", [Plain("set-header"), Plain(header), Plain(value)]);
    }
    if let Some(hsts) = &plan.hsts {
        conf.comment(remark::HSTS);
        let directive = if plan.version >= AFTER_RESPONSE { "http-after-response" } else { "http-response" };
        conf.set(directive, [Plain("set-header"), Plain("Strict-Transport-Security"), text(hsts)]);
    }
    conf.set("default_backend", [Plain("application")]);
}

fn bind(plan: &Plan, port: u16, mut words: Vec<Word>, conf: &mut Conf) {
    match plan.place.address {
        Some(address) => words.insert(0, text(format!("{}:{port}", Host::Ip(address).in_url()))),
        None => words.splice(0..0, [around(":::", port, ""), Plain("v4v6")]).for_each(drop),
    }
    if plan.on(Switch::ProxyProtocol) {
        words.push(Plain("accept-proxy"));
    }
    conf.set("bind", words);
}

fn application(upstream: &Upstream, conf: &mut Conf) {
    let mut words = vec![Plain("application"), text(upstream.authority())];
    if upstream.https {
        conf.comment("Nobody looks at this certificate; to have it looked at: verify required ca-file <file>.");
        words.extend([Plain("ssl"), Plain("verify"), Plain("none")]);
        if let Host::Name(name) = upstream.host() {
            words.extend([Plain("sni"), around("str(", name, ")")]);
        }
    }
    conf.set("server", words);
}

/// As every package has it: one file, read by root before it becomes another user.
fn script(plan: &Plan, script: &mut Script) {
    install_combined(plan, script, Access::ROOT);
    if plan.stapling && plan.version < FETCHES_STAPLES {
        install_staple(plan, script, &plan.file("combined.pem.ocsp"));
    }
    selinux::allow(plan, script, Boolean::HaproxyConnectAny);
    script.put("haproxy.cfg", Plain("/etc/haproxy/haproxy.cfg"), Access::ALL);
    script.check([Plain("haproxy -c -f /etc/haproxy/haproxy.cfg")]);
    script.service("reload", "haproxy");
}

fn remarks(plan: &Plan) -> Vec<RemarkMessage> {
    let staple = plan.stapling && plan.version < FETCHES_STAPLES;
    [Some(RemarkMessage::WholeConfiguration), staple.then_some(RemarkMessage::StapleFile)]
        .into_iter()
        .flatten()
        .collect()
}
