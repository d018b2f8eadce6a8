//! nginx. Directives and their versions: <https://nginx.org/en/docs/http/ngx_http_ssl_module.html>,
//! `ngx_http_v2_module.html` and `ngx_http_core_module.html` there.

use super::{Feature, Preset, Target};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Script, install_certificates, install_pages};
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, around, nginx, text};
use crate::deploy::version::Version;
use crate::report::{Cite, Doc};

/// nginx.
pub static NGINX: Target = Target {
    id: "nginx",
    title: "nginx",
    documentation: Cite::new(Doc::Nginx, "ngx_http_ssl_module"),
    latest: Version(1, 31, 3),
    oldest: Version(1, 4, 0),
    presets: &[
        Preset { system: "Debian 13", version: Version(1, 26, 3) },
        Preset { system: "Debian 12", version: Version(1, 22, 1) },
        Preset { system: "Debian 11, Ubuntu 22.04, Ubuntu 20.04", version: Version(1, 18, 0) },
        Preset { system: "Ubuntu 24.04", version: Version(1, 24, 0) },
        Preset { system: "RHEL 9", version: Version(1, 20, 1) },
        Preset { system: "RHEL 8", version: Version(1, 14, 1) },
    ],
    protocols: &[
        (Protocol::Tls10, Version(0, 0, 0)),
        (Protocol::Tls11, Version(1, 1, 13)),
        (Protocol::Tls12, Version(1, 1, 13)),
        (Protocol::Tls13, Version(1, 13, 0)),
    ],
    features: &[HTTP2],
    has_suite: |_| true,
    extension: "conf",
    syntax: &nginx::NGINX,
    render,
    script,
};

const HTTP2: Feature = Feature { name: "HTTP/2", since: Version(1, 9, 5), wanted: |_| true };
/// `http2 on;` beside `listen`, which warns about its own `http2` from then on.
const HTTP2_DIRECTIVE: Version = Version(1, 25, 1);
/// From here on ticket keys are renewed while the server runs; before, one key opens all traffic until a restart.
const TICKET_KEYS_ROTATE: Version = Version(1, 23, 2);
/// A bucket of 64 bytes, the default on most processors, holds a name of up to 46 bytes (measured with 1.22.1).
const LONGEST_NAME_BY_DEFAULT: usize = 46;

fn render(plan: &Plan, conf: &mut Conf) {
    hash_buckets(plan, conf);
    if plan.upstream.is_some() {
        conf.comment("A WebSocket keeps its upgrade; other requests close their connection to the upstream.");
        conf.block([Plain("map"), Plain("$http_upgrade"), Plain("$connection_upgrade")], |conf| {
            conf.set("default", [Plain("upgrade")]);
            conf.line([text(""), Plain("close")]);
        });
        conf.blank();
    }
    conf.block([Plain("server")], |conf| plain_http(plan, conf));
    conf.blank();
    conf.block([Plain("server")], |conf| {
        let old_http2 = plan.has(&HTTP2) && plan.version < HTTP2_DIRECTIVE;
        listen(
            plan,
            plan.place.https_port,
            if old_http2 { &[Plain("ssl"), Plain("http2")] } else { &[Plain("ssl")] },
            conf,
        );
        if plan.version >= HTTP2_DIRECTIVE {
            conf.set("http2", [Plain("on")]);
        }
        server_name(plan, conf);
        conf.blank();
        tls(plan, conf);
        if let Some(hsts) = &plan.hsts {
            conf.blank();
            conf.comment("Browsers remember this: start with a small max-age while you are still trying things.");
            conf.set("add_header", [Plain("Strict-Transport-Security"), text(hsts), Plain("always")]);
        }
        conf.blank();
        match &plan.upstream {
            Some(upstream) => proxy(plan, upstream, conf),
            None => pages(plan, conf),
        }
    });
}

fn hash_buckets(plan: &Plan, conf: &mut Conf) {
    let longest = plan.hosts.iter().map(|host| host.to_string().len()).max().unwrap_or(0);
    if longest > LONGEST_NAME_BY_DEFAULT {
        conf.comment("Long names need this. nginx takes it once: remove it here if nginx.conf already has it.");
        conf.set("server_names_hash_bucket_size", [Plain(if longest <= 110 { "128" } else { "512" })]);
        conf.blank();
    }
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn plain_http(plan: &Plan, conf: &mut Conf) {
    listen(plan, plan.place.http_port, &[], conf);
    server_name(plan, conf);
    conf.blank();
    conf.comment("Certificate authorities look here over plain HTTP (ACME http-01).");
    conf.block([Plain("location"), Plain("^~"), Plain("/.well-known/acme-challenge/")], |conf| {
        conf.set("root", [text(plan.pages())]);
    });
    conf.blank();
    conf.block([Plain("location"), Plain("/")], |conf| {
        let to = match plan.place.https_port {
            443 => Plain("https://$host$request_uri"),
            port => around("https://$host:", port, "$request_uri"),
        };
        conf.set("return", [Plain("301"), to]);
    });
}

fn listen(plan: &Plan, port: u16, flags: &[Word], conf: &mut Conf) {
    match plan.place.address {
        Some(address) => {
            let at = text(format!("{}:{port}", Host::Ip(address).in_url()));
            conf.set("listen", [at].into_iter().chain(flags.iter().cloned()));
        }
        None => {
            conf.set("listen", [text(port)].into_iter().chain(flags.iter().cloned()));
            conf.set("listen", [around("[::]:", port, "")].into_iter().chain(flags.iter().cloned()));
        }
    }
}

fn server_name(plan: &Plan, conf: &mut Conf) {
    conf.set("server_name", plan.hosts.iter().map(|host| text(host.in_url())));
}

fn tls(plan: &Plan, conf: &mut Conf) {
    conf.comment("The server certificate first, then each intermediate; the root stays out.");
    conf.set("ssl_certificate", [text(plan.certificate_file("fullchain.pem"))]);
    conf.set("ssl_certificate_key", [text(plan.certificate_file("privkey.pem"))]);
    conf.blank();
    conf.comment("Sites that share an address and port should agree here: the first of them decides.");
    conf.set("ssl_protocols", plan.protocols.iter().map(|protocol| Plain(protocol_name(*protocol))));
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("ssl_ciphers", [text(ciphers)]);
    }
    conf.set("ssl_prefer_server_ciphers", [Plain(if plan.server_order { "on" } else { "off" })]);
    conf.blank();
    conf.set("ssl_session_cache", [Plain("shared:certloupe:10m")]);
    conf.set("ssl_session_timeout", [Plain("1d")]);
    if plan.version < TICKET_KEYS_ROTATE {
        conf.comment("This version never renews the key of its tickets.");
        conf.set("ssl_session_tickets", [Plain("off")]);
    }
    if plan.stapling {
        conf.blank();
        conf.comment("Add a resolver of your network, or nginx keeps the address that it found when it started.");
        conf.set("ssl_stapling", [Plain("on")]);
    }
}

fn proxy(plan: &Plan, upstream: &Upstream, conf: &mut Conf) {
    conf.block([Plain("location"), Plain("/")], |conf| {
        conf.set("proxy_pass", [text(upstream)]);
        conf.set("proxy_http_version", [Plain("1.1")]);
        if upstream.https {
            conf.set("proxy_ssl_server_name", [Plain("on")]);
        }
        for (header, value) in [
            ("Host", "$host"),
            ("X-Real-IP", "$remote_addr"),
            ("X-Forwarded-For", "$proxy_add_x_forwarded_for"),
            ("X-Forwarded-Host", "$host"),
            ("X-Forwarded-Proto", "$scheme"),
            ("Upgrade", "$http_upgrade"),
            ("Connection", "$connection_upgrade"),
        ] {
            conf.set("proxy_set_header", [Plain(header), Plain(value)]);
        }
        if plan.hsts.is_some() {
            conf.set("proxy_hide_header", [Plain("Strict-Transport-Security")]);
        }
        conf.comment("A WebSocket that is silent for longer is closed.");
        conf.set("proxy_read_timeout", [Plain("300s")]);
    });
}

fn pages(plan: &Plan, conf: &mut Conf) {
    conf.set("root", [text(plan.pages())]);
    conf.set("index", [Plain("index.html")]);
    conf.blank();
    conf.block([Plain("location"), Plain("/")], |conf| {
        conf.set("try_files", [Plain("$uri"), Plain("$uri/"), Plain("=404")]);
    });
}

const fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "TLSv1",
        Protocol::Tls11 => "TLSv1.1",
        Protocol::Tls12 => "TLSv1.2",
        Protocol::Tls13 => "TLSv1.3",
    }
}

/// The folder that every package of nginx reads (its own, Debian, Ubuntu, RHEL).
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, &["fullchain.pem"], &[Plain("-m"), Plain("600")]);
    install_pages(plan, script);
    let file = format!("{}.conf", plan.stem);
    script.install([Plain("install"), Plain("-m"), Plain("644"), text(&file), around("/etc/nginx/conf.d/", &file, "")]);
    script.check([Plain("nginx"), Plain("-t")]);
    script.reload([Plain("systemctl"), Plain("reload"), Plain("nginx")]);
}
