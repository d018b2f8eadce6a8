//! Caddy 2. Directives: <https://caddyserver.com/docs/caddyfile/directives>.

use super::{Preset, Target};
use crate::deploy::allow::Host;
use crate::deploy::commands::{Script, install_certificates, install_pages};
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, around, caddy, text};
use crate::deploy::version::Version;
use crate::report::{Cite, Doc};

/// Caddy. It is written in Go, whose TLS it can not lower: no TLS 1.0 and 1.1, no RSA key exchange.
pub static CADDY: Target = Target {
    id: "caddy",
    title: "Caddy",
    documentation: Cite::new(Doc::Caddy, "tls"),
    latest: Version(2, 11, 7),
    oldest: Version(2, 0, 0),
    presets: &[Preset { system: "Debian 12, Debian 13, Ubuntu 24.04", version: Version(2, 6, 2) }],
    protocols: &[(Protocol::Tls12, Version(2, 0, 0)), (Protocol::Tls13, Version(2, 0, 0))],
    features: &[],
    has_suite: |suite| suite.iana.starts_with("TLS_ECDHE_"),
    extension: "caddy",
    syntax: &caddy::CADDY,
    render,
    script,
};

fn render(plan: &Plan, conf: &mut Conf) {
    if plan.hosts.iter().any(|host| matches!(host, Host::Ip(_))) {
        // Started by root it even adds it to the system's trust store, unless the global options forbid it.
        conf.comment("For an IP address Caddy also makes an authority of its own, although nothing here uses it:");
        conf.comment("the global option skip_install_trust keeps it out of the system's trust store.");
    }
    conf.block(addresses(plan, "http://", plan.place.http_port, 80), |conf| plain_http(plan, conf));
    conf.blank();
    conf.block(addresses(plan, "https://", plan.place.https_port, 443), |conf| {
        bind(plan, conf);
        conf.comment("The server certificate first, then each intermediate; the root stays out.");
        let fullchain = text(plan.certificate_file("fullchain.pem"));
        let key = text(plan.certificate_file("privkey.pem"));
        conf.block([Plain("tls"), fullchain, key], |conf| {
            let ends = [plan.protocols.first(), plan.protocols.last().filter(|_| plan.protocols.len() > 1)];
            conf.set("protocols", ends.into_iter().flatten().map(|protocol| Plain(protocol_name(*protocol))));
            if !plan.suites.is_empty() {
                conf.set("ciphers", plan.suites.iter().map(|suite| Plain(suite.iana)));
            }
        });
        if let Some(hsts) = &plan.hsts {
            conf.comment("Browsers remember this: start with a small max-age while you are still trying things.");
            conf.set("header", [Plain("Strict-Transport-Security"), text(hsts)]);
        }
        content(plan, conf);
    });
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
    conf.comment("Certificate authorities look here over plain HTTP (ACME http-01).");
    conf.block([Plain("handle"), Plain("/.well-known/acme-challenge/*")], |conf| {
        conf.set("root", [Plain("*"), text(plan.pages())]);
        conf.set("file_server", []);
    });
    conf.block([Plain("handle")], |conf| {
        let to = match plan.place.https_port {
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

const fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "tls1.0",
        Protocol::Tls11 => "tls1.1",
        Protocol::Tls12 => "tls1.2",
        Protocol::Tls13 => "tls1.3",
    }
}

/// As Caddy's own packages have it: the server runs as user `caddy` and reads the key itself.
fn script(plan: &Plan, script: &mut Script) {
    let group = [Plain("-m"), Plain("640"), Plain("-g"), Plain("caddy")];
    install_certificates(plan, script, &["fullchain.pem"], &group);
    install_pages(plan, script);
    let file = format!("{}.caddy", plan.stem);
    script.install([Plain("install"), Plain("-m"), Plain("644"), text(&file), around("/etc/caddy/", &file, "")]);
    script.install([Plain(
        "grep -qxF 'import /etc/caddy/*.caddy' /etc/caddy/Caddyfile || printf '\\nimport /etc/caddy/*.caddy\\n' >> /etc/caddy/Caddyfile",
    )]);
    script.check([Plain("caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile")]);
    script.reload([Plain("systemctl"), Plain("reload"), Plain("caddy")]);
}
