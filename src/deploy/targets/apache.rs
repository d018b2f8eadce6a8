//! Apache HTTP Server. Directives and their versions: <https://httpd.apache.org/docs/2.4/mod/mod_ssl.html>,
//! `mod_proxy.html`, `mod_proxy_http.html` and `core.html` there.

use super::selinux::{self, Boolean};
use super::{ALWAYS, Target, USUAL, packages, remark};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, apache, around, on_off, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch};

/// Apache.
pub static APACHE: Target = Target {
    id: "apache",
    title: "Apache",
    documentation: (Doc::Apache, "mod_ssl"),
    latest: Version(2, 4, 71),
    oldest: Version(2, 4, 0),
    systems: &[
        ("debian-13", Version(2, 4, 71)),
        ("debian-12", Version(2, 4, 71)),
        ("debian-11", Version(2, 4, 56)),
        ("ubuntu-24.04", Version(2, 4, 58)),
        ("ubuntu-22.04", Version(2, 4, 52)),
        ("ubuntu-20.04", Version(2, 4, 41)),
        ("rhel-10", Version(2, 4, 62)),
        ("rhel-9", Version(2, 4, 57)),
        ("rhel-8", Version(2, 4, 37)),
        ("centos-7", Version(2, 4, 6)),
        ("alpine", Version(2, 4, 62)),
    ],
    protocols: &[
        (Protocol::Tls10, Version(0, 0, 0)),
        (Protocol::Tls11, Version(2, 2, 24)),
        (Protocol::Tls12, Version(2, 2, 24)),
        (Protocol::Tls13, Version(2, 4, 36)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, Version(2, 4, 17)),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, ALWAYS),
        (Switch::Hybrid, Version(2, 4, 8)),
        (Switch::BothKeys, CHAIN_IN_ONE_FILE),
        (Switch::ProxyProtocol, Version(2, 4, 31)),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    render,
    script,
    ..USUAL
};

/// `SSLCertificateFile` takes the whole chain; before, it served the first certificate and dropped the rest.
const CHAIN_IN_ONE_FILE: Version = Version(2, 4, 8);
/// `SSLSessionTickets`.
const TICKETS_DIRECTIVE: Version = Version(2, 4, 11);
/// `upgrade=` of `ProxyPass`: WebSockets through `mod_proxy_http`.
const UPGRADE_PARAMETER: Version = Version(2, 4, 47);

const CHALLENGE: &str = "/.well-known/acme-challenge/";

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &apache::APACHE, |conf| sites(plan, conf, tls));
}

/// Writes the sites, with TLS as the server wants it.
pub fn sites(plan: &Plan, conf: &mut Conf, tls: fn(&Plan, &mut Conf)) {
    if plan.stapling {
        conf.comment("Where OCSP answers are kept; one for the whole server.");
        conf.set("SSLStaplingCache", [Plain("shmcb:certloupe_stapling(65536)")]);
        conf.blank();
    }
    if plan.on(Switch::Redirect) {
        conf.block([Plain("<VirtualHost"), at(plan, plan.place.http_port)], |conf| plain_http(plan, conf));
        conf.blank();
    }
    conf.block([Plain("<VirtualHost"), at(plan, plan.tls_port())], |conf| {
        server_name(plan, conf);
        if plan.on(Switch::Http2) {
            conf.set("Protocols", [Plain("h2"), Plain("http/1.1")]);
        }
        proxy_protocol(plan, conf);
        conf.blank();
        tls(plan, conf);
        if let Some(hsts) = &plan.hsts {
            conf.blank();
            conf.comment(remark::HSTS);
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
    proxy_protocol(plan, conf);
    conf.blank();
    conf.comment(remark::CHALLENGE);
    let answers = format!("{}{CHALLENGE}", plan.pages());
    conf.set("Alias", [Plain(CHALLENGE), text(&answers)]);
    folder(answers, conf);
    conf.blank();
    conf.set("RewriteEngine", [Plain("On")]);
    conf.set("RewriteCond", [Plain("%{REQUEST_URI}"), Plain(r"!^/\.well-known/acme-challenge/")]);
    let to = match plan.tls_port() {
        443 => Plain("https://%{SERVER_NAME}%{REQUEST_URI}"),
        port => around("https://%{SERVER_NAME}:", port, "%{REQUEST_URI}"),
    };
    conf.set("RewriteRule", [Plain("^"), to, Plain("[R=301,L]")]);
}

fn proxy_protocol(plan: &Plan, conf: &mut Conf) {
    if plan.on(Switch::ProxyProtocol) {
        conf.comment("Only what comes through the load balancer is answered.");
        conf.set("RemoteIPProxyProtocol", [Plain("On")]);
    }
}

fn folder(path: impl std::fmt::Display, conf: &mut Conf) {
    conf.block([Plain("<Directory"), text(path)], |conf| {
        conf.set("Require", [Plain("all"), Plain("granted")]);
    });
}

fn tls(plan: &Plan, conf: &mut Conf) {
    conf.set("SSLEngine", [Plain("on")]);
    if plan.version >= CHAIN_IN_ONE_FILE {
        conf.comment(remark::CHAIN);
        conf.set("SSLCertificateFile", [text(plan.certificate())]);
    } else {
        conf.comment("This version takes the intermediates from a file of their own.");
        conf.set("SSLCertificateFile", [text(plan.certificate().beside("cert.pem"))]);
        conf.set("SSLCertificateChainFile", [text(plan.certificate().beside("chain.pem"))]);
    }
    conf.set("SSLCertificateKeyFile", [text(plan.key())]);
    if let Some(second) = plan.second() {
        conf.set("SSLCertificateFile", [text(second.certificate)]);
        conf.set("SSLCertificateKeyFile", [text(second.key)]);
    }
    if let Some(authorities) = &plan.client_ca {
        conf.comment(remark::CLIENTS);
        conf.set("SSLCACertificateFile", [text(authorities)]);
        conf.set("SSLVerifyClient", [Plain("require")]);
    }
    conf.blank();
    conf.comment("Sites that share an address and port should agree here: the first of them decides.");
    let versions = plan.protocols.iter().map(|protocol| around("+", protocol.openssl(), ""));
    conf.set("SSLProtocol", [Plain("-all")].into_iter().chain(versions));
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("SSLCipherSuite", [text(ciphers)]);
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        conf.set("SSLOpenSSLConfCmd", [Plain("Curves"), text(groups)]);
    }
    conf.set("SSLHonorCipherOrder", [Plain(on_off(plan.server_order))]);
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
    if !plan.on(Switch::WebSocket) {
        conf.set("ProxyPass", [Plain("/"), to.clone()]);
    } else if plan.version >= UPGRADE_PARAMETER {
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

/// As the packages have it: Debian's enable sites and modules by commands; Red Hat's load every module that is
/// installed, and Alpine's those whose line in `httpd.conf` is no remark, and both read a folder. New modules need a
/// restart, not only a reload.
fn script(plan: &Plan, script: &mut Script) {
    packages::need(plan, script, modules_apart(plan));
    install_certificates(plan, script, Access::ROOT);
    if plan.version < CHAIN_IN_ONE_FILE && plan.own_files.is_none() {
        script.renewing(|script| {
            for name in ["cert.pem", "chain.pem"] {
                script.put(name, text(plan.file(name)), Access::ALL);
            }
        });
    }
    install_pages(plan, script);
    let file = format!("{}.conf", plan.stem);
    if plan.upstream.is_some() {
        selinux::allow(plan, script, Boolean::HttpdCanNetworkConnect);
    }
    if plan.runs_on(&["rhel", "centos"]) {
        script.put(&file, around("/etc/httpd/conf.d/", &file, ""), Access::ALL);
        script.check([Plain("apachectl"), Plain("configtest")]);
        return script.service("restart", "httpd");
    }
    if plan.runs_on(&["alpine"]) {
        script.put(&file, around("/etc/apache2/conf.d/", &file, ""), Access::ALL);
        script.edit(Plain(ALPINE));
        let listed = modules(plan).into_iter().filter(|(module, needed)| *needed && ALPINE_LISTS.contains(module));
        let lines = listed.map(|(module, _)| around(r"s/^#\(LoadModule ", module, r"_module \)/\1/"));
        let lines = lines.flat_map(|line| [Plain("-e"), line]);
        script.install([Plain("sed -i")].into_iter().chain(lines).chain([Plain(ALPINE)]));
        script.check([Plain("httpd"), Plain("-t")]);
        return script.service("restart", "apache2");
    }
    script.put(&file, around("/etc/apache2/sites-available/", &file, ""), Access::ALL);
    let needed = modules(plan).into_iter().filter(|(_, needed)| *needed).map(|(module, _)| Plain(module));
    script.install([Plain("a2enmod"), Plain("--quiet")].into_iter().chain(needed));
    script.install([Plain("a2ensite"), text(&plan.stem)]);
    let site = around("/etc/apache2/sites-available/", &file, "");
    script.take_back([Plain("[ -e"), site, Plain("] || a2dissite"), text(&plan.stem)]);
    script.check([Plain("apachectl"), Plain("configtest")]);
    script.service("restart", "apache2");
}

/// Alpine's list of modules.
const ALPINE: &str = "/etc/apache2/httpd.conf";
/// What stands there, some of it behind a number sign; the others come with their packages, in files of their own.
const ALPINE_LISTS: [&str; 4] = ["rewrite", "alias", "headers", "remoteip"];

/// Modules that are packages of their own. Debian has them all in one.
fn modules_apart(plan: &Plan) -> Vec<&'static str> {
    let (upstream, http2) = (plan.upstream.is_some(), plan.on(Switch::Http2));
    let packages: &[(&str, bool)] = match () {
        () if plan.runs_on(&["rhel", "centos"]) => &[("mod_ssl", true), ("mod_http2", http2)],
        () if plan.runs_on(&["alpine"]) => {
            &[("apache2-ssl", true), ("apache2-proxy", upstream), ("apache2-http2", http2)]
        }
        () => &[],
    };
    packages.iter().filter(|(_, needed)| *needed).map(|(package, _)| *package).collect()
}

/// Modules, and whether the plan needs them.
fn modules(plan: &Plan) -> [(&'static str, bool); 10] {
    let upstream = plan.upstream.is_some();
    [
        ("ssl", true),
        ("socache_shmcb", true),
        ("rewrite", true),
        ("alias", true),
        ("http2", plan.on(Switch::Http2)),
        ("headers", plan.hsts.is_some() || upstream),
        ("proxy", upstream),
        ("proxy_http", upstream),
        ("proxy_wstunnel", upstream && plan.on(Switch::WebSocket) && plan.version < UPGRADE_PARAMETER),
        ("remoteip", plan.on(Switch::ProxyProtocol)),
    ]
}
