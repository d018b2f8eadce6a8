//! Apache HTTP Server. Directives and their versions: <https://httpd.apache.org/docs/2.4/mod/mod_ssl.html>,
//! `mod_proxy.html`, `mod_proxy_http.html` and `core.html` there.

use super::{Feature, Preset, Target};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Script, install_certificates, install_pages};
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, apache, around, text};
use crate::deploy::version::Version;
use crate::report::{Cite, Doc};

/// Apache.
pub static APACHE: Target = Target {
    id: "apache",
    title: "Apache",
    documentation: Cite::new(Doc::Apache, "mod_ssl"),
    latest: Version(2, 4, 71),
    oldest: Version(2, 4, 0),
    presets: &[
        Preset { system: "Debian 12", version: Version(2, 4, 71) },
        Preset { system: "Ubuntu 24.04", version: Version(2, 4, 58) },
        Preset { system: "Ubuntu 22.04", version: Version(2, 4, 52) },
        Preset { system: "Ubuntu 20.04", version: Version(2, 4, 41) },
        Preset { system: "RHEL 9", version: Version(2, 4, 57) },
        Preset { system: "RHEL 8", version: Version(2, 4, 37) },
        Preset { system: "CentOS 7", version: Version(2, 4, 6) },
    ],
    protocols: &[
        (Protocol::Tls10, Version(0, 0, 0)),
        (Protocol::Tls11, Version(2, 2, 24)),
        (Protocol::Tls12, Version(2, 2, 24)),
        (Protocol::Tls13, Version(2, 4, 36)),
    ],
    features: &[HTTP2],
    has_suite: |_| true,
    extension: "conf",
    syntax: &apache::APACHE,
    render,
    script,
};

const HTTP2: Feature = Feature { name: "HTTP/2", since: Version(2, 4, 17), wanted: |_| true };
/// `SSLCertificateFile` takes the whole chain; before, it served the first certificate and dropped the rest.
const CHAIN_IN_ONE_FILE: Version = Version(2, 4, 8);
/// `SSLSessionTickets`.
const TICKETS_DIRECTIVE: Version = Version(2, 4, 11);
/// `upgrade=` of `ProxyPass`: WebSockets through `mod_proxy_http`.
const UPGRADE_PARAMETER: Version = Version(2, 4, 47);

const CHALLENGE: &str = "/.well-known/acme-challenge/";

fn render(plan: &Plan, conf: &mut Conf) {
    if plan.stapling {
        conf.comment("Where OCSP answers are kept; one for the whole server.");
        conf.set("SSLStaplingCache", [Plain("shmcb:certloupe_stapling(65536)")]);
        conf.blank();
    }
    conf.block([Plain("<VirtualHost"), at(plan, plan.place.http_port)], |conf| plain_http(plan, conf));
    conf.blank();
    conf.block([Plain("<VirtualHost"), at(plan, plan.place.https_port)], |conf| {
        server_name(plan, conf);
        if plan.has(&HTTP2) {
            conf.set("Protocols", [Plain("h2"), Plain("http/1.1")]);
        }
        conf.blank();
        tls(plan, conf);
        if let Some(hsts) = &plan.hsts {
            conf.blank();
            conf.comment("Browsers remember this: start with a small max-age while you are still trying things.");
            if plan.upstream.is_some() {
                conf.set("Header", [Plain("unset"), Plain("Strict-Transport-Security")]);
            }
            conf.set("Header", [Plain("always"), Plain("set"), Plain("Strict-Transport-Security"), text(hsts)]);
        }
        conf.blank();
        match &plan.upstream {
            Some(upstream) => proxy(plan, upstream, conf),
            None => {
                conf.set("DocumentRoot", [text(plan.pages())]);
                folder(plan.pages(), conf);
            }
        }
    });
}

/// The address of a virtual host. `Listen` stays where the package has it (`ports.conf`): twice is an error.
fn at(plan: &Plan, port: u16) -> Word {
    match plan.place.address {
        Some(address) => text(format!("{}:{port}", Host::Ip(address).in_url())),
        None => around("*:", port, ""),
    }
}

/// The server name must be a name of its own; further names and wildcards are aliases.
fn server_name(plan: &Plan, conf: &mut Conf) {
    let first = &plan.example;
    conf.set("ServerName", [text(first.example())]);
    for alias in plan.hosts.iter().filter(|host| *host != first || matches!(host, Host::Wildcard(_))) {
        conf.set("ServerAlias", [text(alias.in_url())]);
    }
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn plain_http(plan: &Plan, conf: &mut Conf) {
    server_name(plan, conf);
    conf.blank();
    conf.comment("Certificate authorities look here over plain HTTP (ACME http-01).");
    let answers = format!("{}{CHALLENGE}", plan.pages());
    conf.set("Alias", [Plain(CHALLENGE), text(&answers)]);
    folder(answers, conf);
    conf.blank();
    conf.set("RewriteEngine", [Plain("On")]);
    conf.set("RewriteCond", [Plain("%{REQUEST_URI}"), Plain(r"!^/\.well-known/acme-challenge/")]);
    let to = match plan.place.https_port {
        443 => Plain("https://%{SERVER_NAME}%{REQUEST_URI}"),
        port => around("https://%{SERVER_NAME}:", port, "%{REQUEST_URI}"),
    };
    conf.set("RewriteRule", [Plain("^"), to, Plain("[R=301,L]")]);
}

fn folder(path: impl std::fmt::Display, conf: &mut Conf) {
    conf.block([Plain("<Directory"), text(path)], |conf| {
        conf.set("Require", [Plain("all"), Plain("granted")]);
    });
}

fn tls(plan: &Plan, conf: &mut Conf) {
    conf.set("SSLEngine", [Plain("on")]);
    if plan.version >= CHAIN_IN_ONE_FILE {
        conf.comment("The server certificate first, then each intermediate; the root stays out.");
        conf.set("SSLCertificateFile", [text(plan.certificate_file("fullchain.pem"))]);
    } else {
        conf.comment("This version takes the intermediates from a file of their own.");
        conf.set("SSLCertificateFile", [text(plan.certificate_file("cert.pem"))]);
        conf.set("SSLCertificateChainFile", [text(plan.certificate_file("chain.pem"))]);
    }
    conf.set("SSLCertificateKeyFile", [text(plan.certificate_file("privkey.pem"))]);
    conf.blank();
    conf.comment("Sites that share an address and port should agree here: the first of them decides.");
    let versions = plan.protocols.iter().map(|protocol| Plain(protocol_name(*protocol)));
    conf.set("SSLProtocol", [Plain("-all")].into_iter().chain(versions));
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("SSLCipherSuite", [text(ciphers)]);
    }
    conf.set("SSLHonorCipherOrder", [Plain(if plan.server_order { "on" } else { "off" })]);
    if plan.version >= TICKETS_DIRECTIVE {
        conf.comment("The key of tickets is renewed only by a restart.");
        conf.set("SSLSessionTickets", [Plain("off")]);
    }
    if plan.stapling {
        conf.blank();
        conf.set("SSLUseStapling", [Plain("on")]);
        conf.comment("A responder that is down must not become an answer that browsers refuse.");
        conf.set("SSLStaplingReturnResponderErrors", [Plain("off")]);
        conf.set("SSLStaplingFakeTryLater", [Plain("off")]);
    }
}

/// `X-Forwarded-For`, `-Host` and `-Server` are added by mod_proxy itself.
fn proxy(plan: &Plan, upstream: &Upstream, conf: &mut Conf) {
    conf.set("ProxyPreserveHost", [Plain("On")]);
    conf.set("RequestHeader", [Plain("set"), Plain("X-Forwarded-Proto"), Plain("https")]);
    if upstream.https {
        conf.set("SSLProxyEngine", [Plain("on")]);
    }
    let to = around("", upstream, "/");
    if plan.version >= UPGRADE_PARAMETER {
        conf.set("ProxyPass", [Plain("/"), to.clone(), Plain("upgrade=websocket")]);
    } else {
        conf.comment("WebSockets go another way in this version.");
        conf.set("RewriteEngine", [Plain("On")]);
        conf.set("RewriteCond", [Plain("%{HTTP:Upgrade}"), Plain("^websocket$"), Plain("[NC]")]);
        let scheme = if upstream.https { "wss://" } else { "ws://" };
        conf.set("RewriteRule", [Plain("^"), around(scheme, upstream.authority(), "%{REQUEST_URI}"), Plain("[P]")]);
        conf.set("ProxyPass", [Plain("/"), to.clone()]);
    }
    conf.set("ProxyPassReverse", [Plain("/"), to]);
}

const fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "+TLSv1",
        Protocol::Tls11 => "+TLSv1.1",
        Protocol::Tls12 => "+TLSv1.2",
        Protocol::Tls13 => "+TLSv1.3",
    }
}

/// As Debian and Ubuntu have it. New modules need a restart, not only a reload.
fn script(plan: &Plan, script: &mut Script) {
    let files: &[&str] =
        if plan.version >= CHAIN_IN_ONE_FILE { &["fullchain.pem"] } else { &["cert.pem", "chain.pem"] };
    install_certificates(plan, script, files, &[Plain("-m"), Plain("600")]);
    install_pages(plan, script);
    let file = format!("{}.conf", plan.stem);
    let folder = "/etc/apache2/sites-available/";
    script.install([Plain("install"), Plain("-m"), Plain("644"), text(&file), around(folder, &file, "")]);
    let modules = [
        ("ssl", true),
        ("socache_shmcb", true),
        ("rewrite", true),
        ("alias", true),
        ("http2", plan.has(&HTTP2)),
        ("headers", plan.hsts.is_some() || plan.upstream.is_some()),
        ("proxy", plan.upstream.is_some()),
        ("proxy_http", plan.upstream.is_some()),
        ("proxy_wstunnel", plan.upstream.is_some() && plan.version < UPGRADE_PARAMETER),
    ];
    let needed = modules.into_iter().filter(|(_, needed)| *needed).map(|(module, _)| Plain(module));
    script.install([Plain("a2enmod"), Plain("--quiet")].into_iter().chain(needed));
    script.install([Plain("a2ensite"), text(&plan.stem)]);
    script.check([Plain("apachectl"), Plain("configtest")]);
    script.reload([Plain("systemctl"), Plain("restart"), Plain("apache2")]);
}
