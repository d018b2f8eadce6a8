//! Caddy 2. Directives: <https://caddyserver.com/docs/caddyfile/directives>.

use super::{ALWAYS, Library, Target, USUAL, remark};
use crate::deploy::allow::Host;
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::{Group, Protocol};
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::{Conf, Plain, Word, around, caddy, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch};

/// Caddy. It is written in Go, whose TLS it can not lower: no TLS 1.0 and 1.1, no RSA key exchange.
pub static CADDY: Target = Target {
    id: "caddy",
    title: "Caddy",
    documentation: (Doc::Caddy, "tls"),
    latest: Version(2, 11, 7),
    oldest: Version(2, 0, 0),
    systems: &[
        ("debian-13", Version(2, 6, 2)),
        ("debian-12", Version(2, 6, 2)),
        ("ubuntu-24.04", Version(2, 6, 2)),
        ("alpine", Version(2, 10, 0)),
        ("image", Version(2, 11, 7)),
    ],
    library: Library::Own,
    protocols: &[(Protocol::Tls12, Version(2, 0, 0)), (Protocol::Tls13, Version(2, 0, 0))],
    switches: &[(Switch::Hsts, ALWAYS), (Switch::Hybrid, Version(2, 10, 0)), (Switch::BothKeys, ALWAYS)],
    // Only global options take these away, from every site at once.
    always: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::Http3, Version(2, 6, 0)),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, ALWAYS),
        (Switch::Tickets, ALWAYS),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa],
    has_suite: |suite| suite.iana.starts_with("TLS_ECDHE_"),
    render,
    script,
    ..USUAL
};

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.caddy", plan.stem), &caddy::CADDY, |conf| sites(plan, conf));
}

fn sites(plan: &Plan, conf: &mut Conf) {
    if plan.hosts.iter().any(|host| matches!(host, Host::Ip(_))) {
        // Started by root it even adds it to the system's trust store, unless the global options forbid it.
        conf.comment("For an IP address Caddy also makes an authority of its own, although nothing here uses it:");
        conf.comment("the global option skip_install_trust keeps it out of the system's trust store.");
    }
    if plan.on(Switch::Redirect) {
        conf.block(addresses(plan, "http://", plan.place.http_port, 80), |conf| plain_http(plan, conf));
        conf.blank();
    }
    conf.block(addresses(plan, "https://", plan.tls_port(), 443), |conf| {
        bind(plan, conf);
        conf.comment(remark::CHAIN);
        tls(plan, Pair { certificate: plan.certificate(), key: plan.key() }, conf);
        if let Some(second) = plan.second() {
            tls(plan, second, conf);
        }
        if let Some(hsts) = &plan.hsts {
            conf.comment(remark::HSTS);
            conf.set("header", [Plain("Strict-Transport-Security"), text(hsts)]);
        }
        content(plan, conf);
    });
}

/// Caddy takes a directive for each pair, which agree in all else.
fn tls(plan: &Plan, pair: Pair, conf: &mut Conf) {
    conf.block([Plain("tls"), text(pair.certificate), text(pair.key)], |conf| {
        let ends = [plan.protocols.first(), plan.protocols.last().filter(|_| plan.protocols.len() > 1)];
        conf.set("protocols", ends.into_iter().flatten().map(|protocol| around("tls", protocol.number(), "")));
        if !plan.suites.is_empty() {
            conf.set("ciphers", plan.suites.iter().map(|suite| Plain(suite.iana)));
        }
        if !plan.groups.is_empty() {
            conf.set("curves", plan.groups.iter().map(|group| Plain(curve_name(group))));
        }
        if let Some(authorities) = &plan.client_ca {
            conf.comment(remark::CLIENTS);
            conf.block([Plain("client_auth")], |conf| {
                conf.set("mode", [Plain("require_and_verify")]);
                conf.set("trusted_ca_cert_file", [text(authorities)]);
            });
        }
    });
}

pub fn curve_name(group: &Group) -> &'static str {
    match group.name {
        "X25519MLKEM768" => "x25519mlkem768",
        "X25519" => "x25519",
        "P-256" => "secp256r1",
        _ => "secp384r1",
    }
}

/// Caddy itself passes `Host` on, adds `X-Forwarded-For`, `-Host` and `-Proto`, and lets WebSockets through.
fn content(plan: &Plan, conf: &mut Conf) {
    match &plan.upstream {
        Some(upstream) if plan.hsts.is_some() => conf.block([Plain("reverse_proxy"), text(upstream)], |conf| {
            conf.set("header_down", [Plain("-Strict-Transport-Security")]);
        }),
        Some(upstream) => conf.set("reverse_proxy", [text(upstream)]),
        None => {
            conf.set("root", [Plain("*"), text(plan.pages())]);
            conf.set("file_server", []);
        }
    }
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn plain_http(plan: &Plan, conf: &mut Conf) {
    bind(plan, conf);
    conf.comment(remark::CHALLENGE);
    conf.block([Plain("handle"), Plain("/.well-known/acme-challenge/*")], |conf| {
        conf.set("root", [Plain("*"), text(plan.pages())]);
        conf.set("file_server", []);
    });
    conf.block([Plain("handle")], |conf| {
        let to = match plan.tls_port() {
            443 => Plain("https://{host}{uri}"),
            port => around("https://{host}:", port, "{uri}"),
        };
        conf.set("redir", [to, Plain("301")]);
    });
}

fn bind(plan: &Plan, conf: &mut Conf) {
    if let Some(address) = plan.place.address {
        conf.set("bind", [text(address)]);
    }
}

fn addresses(plan: &Plan, scheme: &'static str, port: u16, usual: u16) -> impl Iterator<Item = Word> {
    plan.hosts.iter().map(move |host| match port {
        port if port == usual => around(scheme, host.in_url(), ""),
        port => around(scheme, format!("{}:{port}", host.in_url()), ""),
    })
}

/// As Caddy's own packages have it: the server runs as user `caddy` and reads the key itself.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("caddy"));
    install_pages(plan, script);
    let file = format!("{}.caddy", plan.stem);
    script.put(&file, around("/etc/caddy/", &file, ""), Access::ALL);
    script.install([Plain(caddy::IMPORT)]);
    script.check([Plain("caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile")]);
    script.service("reload", "caddy");
}
