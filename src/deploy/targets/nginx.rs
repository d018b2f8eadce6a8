//! nginx. Directives and their versions: <https://nginx.org/en/docs/http/ngx_http_ssl_module.html>,
//! `ngx_http_v2_module.html` and `ngx_http_core_module.html` there.

use super::selinux::{self, Boolean};
use super::{ALWAYS, Target, USUAL, remark};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::{Conf, Plain, Word, around, nginx, on_off, text};
use crate::deploy::systems::Manager;
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch};

/// nginx.
pub static NGINX: Target = LIKE;

/// What runs on nginx is like this.
pub const LIKE: Target = Target {
    id: "nginx",
    title: "nginx",
    documentation: (Doc::Nginx, "ngx_http_ssl_module"),
    latest: Version(1, 31, 3),
    oldest: Version(1, 4, 0),
    systems: &[
        ("debian-13", Version(1, 26, 3)),
        ("debian-12", Version(1, 22, 1)),
        ("debian-11", Version(1, 18, 0)),
        ("ubuntu-24.04", Version(1, 24, 0)),
        ("ubuntu-22.04", Version(1, 18, 0)),
        ("ubuntu-20.04", Version(1, 18, 0)),
        ("rhel-10", Version(1, 26, 3)),
        ("rhel-9", Version(1, 20, 1)),
        ("rhel-8", Version(1, 14, 1)),
        ("alpine", Version(1, 28, 0)),
        ("image", Version(1, 31, 3)),
    ],
    protocols: &PROTOCOLS,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, Version(1, 9, 5)),
        (Switch::Http3, Version(1, 25, 0)),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, ALWAYS),
        (Switch::Tickets, ALWAYS),
        (Switch::Hybrid, Version(1, 11, 0)),
        (Switch::BothKeys, Version(1, 11, 0)),
        (Switch::ProxyProtocol, Version(1, 5, 12)),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    render,
    script,
    ..USUAL
};

/// TLS versions that it speaks, and since when.
pub const PROTOCOLS: [(Protocol, Version); 4] = [
    (Protocol::Tls10, Version(0, 0, 0)),
    (Protocol::Tls11, Version(1, 1, 13)),
    (Protocol::Tls12, Version(1, 1, 13)),
    (Protocol::Tls13, Version(1, 13, 0)),
];

/// `http2 on;` beside `listen`, which warns about its own `http2` from then on.
const HTTP2_DIRECTIVE: Version = Version(1, 25, 1);
/// From here on ticket keys are renewed while the server runs; before, one key opens all traffic until a restart.
const TICKET_KEYS_ROTATE: Version = Version(1, 23, 2);
/// A bucket of 64 bytes, the default on most processors, holds a name of up to 46 bytes (measured with 1.22.1).
const LONGEST_NAME_BY_DEFAULT: usize = 46;

/// What the server behind is told of the client.
const FORWARDED: [(&str, &str); 5] = [
    ("Host", "$host"),
    ("X-Real-IP", "$remote_addr"),
    ("X-Forwarded-For", "$proxy_add_x_forwarded_for"),
    ("X-Forwarded-Host", "$host"),
    ("X-Forwarded-Proto", "$scheme"),
];
const UPGRADE: [(&str, &str); 2] = [("Upgrade", "$http_upgrade"), ("Connection", "$connection_upgrade")];

/// Writes a site of nginx, or of a server that took its directives over.
pub fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &nginx::NGINX, |conf| sites(plan, conf, content));
}

fn content(plan: &Plan, conf: &mut Conf) {
    match &plan.upstream {
        Some(upstream) => proxy(plan, upstream, conf),
        None => pages(plan, conf),
    }
}

/// The servers for plain HTTP and HTTPS; `content` writes what the site is made of.
pub fn sites(plan: &Plan, conf: &mut Conf, content: fn(&Plan, &mut Conf)) {
    hash_buckets(plan, conf);
    if passes_sockets(plan) {
        conf.comment("A WebSocket keeps its upgrade; other requests close their connection to the upstream.");
        conf.block([Plain("map"), Plain("$http_upgrade"), Plain("$connection_upgrade")], |conf| {
            conf.set("default", [Plain("upgrade")]);
            conf.line([text(""), Plain("close")]);
        });
        conf.blank();
    }
    if plan.on(Switch::Redirect) {
        conf.block([Plain("server")], |conf| plain_http(plan, conf));
        conf.blank();
    }
    conf.block([Plain("server")], |conf| {
        listen_for_tls(plan, conf);
        server_name(plan, conf);
        conf.blank();
        tls(plan, conf);
        headers(plan, conf);
        conf.blank();
        content(plan, conf);
    });
}

fn passes_sockets(plan: &Plan) -> bool {
    plan.upstream.is_some() && plan.on(Switch::WebSocket)
}

fn listen_for_tls(plan: &Plan, conf: &mut Conf) {
    let has_directive = plan.version >= HTTP2_DIRECTIVE;
    let mut flags = vec![Plain("ssl")];
    if plan.on(Switch::Http2) && !has_directive {
        flags.push(Plain("http2"));
    }
    if plan.on(Switch::ProxyProtocol) {
        flags.push(Plain("proxy_protocol"));
    }
    listen(plan, plan.tls_port(), &flags, conf);
    if plan.on(Switch::Http3) {
        conf.comment("HTTP/3 runs over UDP: open the port for it too. reuseport stands once for each port.");
        listen(plan, plan.tls_port(), &[Plain("quic"), Plain("reuseport")], conf);
    }
    // From 1.25.1 on HTTP/2 is off unless it is said.
    if plan.on(Switch::Http2) && has_directive {
        conf.set("http2", [Plain("on")]);
    }
    if plan.on(Switch::ProxyProtocol) {
        conf.comment("Put the addresses of your load balancer here: whoever connects from them is believed.");
        for network in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] {
            conf.set("set_real_ip_from", [Plain(network)]);
        }
        conf.set("real_ip_header", [Plain("proxy_protocol")]);
    }
}

fn headers(plan: &Plan, conf: &mut Conf) {
    if plan.hsts.is_some() || plan.on(Switch::Http3) {
        conf.blank();
    }
    if let Some(hsts) = &plan.hsts {
        conf.comment(remark::HSTS);
        conf.set("add_header", [Plain("Strict-Transport-Security"), text(hsts), Plain("always")]);
    }
    if plan.on(Switch::Http3) {
        conf.comment("Browsers come by HTTP/2 first, and learn here that there is HTTP/3.");
        let offer = format!("h3=\":{}\"; ma=86400", plan.tls_port());
        conf.set("add_header", [Plain("Alt-Svc"), text(offer), Plain("always")]);
    }
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
    let flags: &[Word] = if plan.on(Switch::ProxyProtocol) { &[Plain("proxy_protocol")] } else { &[] };
    listen(plan, plan.place.http_port, flags, conf);
    server_name(plan, conf);
    conf.blank();
    conf.comment(remark::CHALLENGE);
    conf.block([Plain("location"), Plain("^~"), Plain("/.well-known/acme-challenge/")], |conf| {
        conf.set("root", [text(plan.pages())]);
    });
    conf.blank();
    conf.block([Plain("location"), Plain("/")], |conf| {
        let to = match plan.tls_port() {
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
    conf.comment(remark::CHAIN);
    let own = Pair { certificate: plan.certificate(), key: plan.key() };
    for pair in [own].into_iter().chain(plan.second()) {
        conf.set("ssl_certificate", [text(pair.certificate)]);
        conf.set("ssl_certificate_key", [text(pair.key)]);
    }
    if let Some(authorities) = &plan.client_ca {
        conf.comment("Clients show a certificate of these authorities, or get an error.");
        conf.set("ssl_client_certificate", [text(authorities)]);
        conf.set("ssl_verify_client", [Plain("on")]);
    }
    conf.blank();
    conf.comment("Sites that share an address and port should agree here: the first of them decides.");
    conf.set("ssl_protocols", plan.protocols.iter().map(|protocol| Plain(protocol.openssl())));
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("ssl_ciphers", [text(ciphers)]);
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        conf.set("ssl_ecdh_curve", [text(groups)]);
    }
    conf.set("ssl_prefer_server_ciphers", [Plain(on_off(plan.server_order))]);
    conf.blank();
    conf.set("ssl_session_cache", [Plain("shared:certloupe:10m")]);
    conf.set("ssl_session_timeout", [Plain("1d")]);
    if !plan.on(Switch::Tickets) {
        conf.set("ssl_session_tickets", [Plain("off")]);
    } else if plan.version < TICKET_KEYS_ROTATE {
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
        let upgrade: &[_] = if passes_sockets(plan) { &UPGRADE } else { &[] };
        for (header, value) in FORWARDED.iter().chain(upgrade) {
            conf.set("proxy_set_header", [Plain(header), Plain(value)]);
        }
        if plan.hsts.is_some() {
            conf.set("proxy_hide_header", [Plain("Strict-Transport-Security")]);
        }
        if passes_sockets(plan) {
            conf.comment("A WebSocket that is silent for longer is closed.");
            conf.set("proxy_read_timeout", [Plain("300s")]);
        }
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

/// The folder that every package of nginx reads (its own, Debian, Ubuntu, RHEL).
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    if plan.upstream.is_none() || plan.on(Switch::Redirect) {
        install_pages(plan, script);
    }
    if plan.upstream.is_some() {
        selinux::allow(plan, script, Boolean::HttpdCanNetworkConnect);
    }
    let file = format!("{}.conf", plan.stem);
    let folder = match plan.manager() {
        Manager::Baota => "/www/server/panel/vhost/nginx/",
        Manager::OpenRc => "/etc/nginx/http.d/",
        _ => "/etc/nginx/conf.d/",
    };
    script.put(&file, around(folder, &file, ""), Access::ALL);
    script.check([Plain("nginx"), Plain("-t")]);
    script.service("reload", "nginx");
}
