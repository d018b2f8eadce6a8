//! Servers that take nginx's directives: OpenResty <https://openresty.org/en/linux-packages.html>, Tengine
//! <https://tengine.taobao.org/documentation.html> and the nginx of the panel 宝塔 <https://www.bt.cn/bbs/>. What tells
//! them apart is where their files stand and how they are asked to read them.

use super::{ALWAYS, Judge, Target, USUAL, nginx};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Plain, around};
use crate::deploy::systems::Manager;
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// OpenResty. The first three numbers of its version are those of the nginx in it.
pub static OPENRESTY: Target = Target {
    id: "openresty",
    title: "OpenResty",
    documentation: (Doc::Page, "https://openresty.org/en/linux-packages.html"),
    latest: Version(1, 27, 1),
    oldest: Version(1, 9, 15),
    systems: &[("image", Version(1, 27, 1)), ("debian-12", Version(1, 27, 1)), ("ubuntu-24.04", Version(1, 27, 1))],
    // Its packages bring an OpenSSL of their own, which no system tells of.
    script: openresty,
    ..LIKE
};

/// Tengine, as `make install` leaves it: nobody packages it.
pub static TENGINE: Target = Target {
    id: "tengine",
    title: "Tengine",
    documentation: (Doc::Page, "https://tengine.taobao.org/documentation.html"),
    latest: Version(3, 1, 0),
    oldest: Version(2, 3, 0),
    protocols: &TENGINE_PROTOCOLS,
    switches: TENGINE_SWITCHES,
    render: tengine_site,
    script: tengine,
    ..LIKE
};

/// The nginx of the panel 宝塔.
pub static BAOTA: Target = Target {
    id: "baota",
    title: "BT panel (Baota)",
    also: &["宝塔", "baota", "bt", "aaPanel"],
    documentation: (Doc::Page, "https://docs.bt.cn/"),
    latest: Version(1, 24, 0),
    oldest: Version(1, 18, 0),
    systems: &[("baota", Version(1, 24, 0))],
    folders: Some(("/www/server/panel/vhost/cert", "/www/wwwroot")),
    script: baota,
    remarks: |_| vec![RemarkMessage::BaotaBoxes, RemarkMessage::BaotaRewrites],
    ..LIKE
};

/// What they have in common. HTTP/3 is missing in their usual builds.
const LIKE: Target = Target {
    protocols: &nginx::PROTOCOLS,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, Version(1, 9, 5)),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, ALWAYS),
        (Switch::Tickets, ALWAYS),
        (Switch::Hybrid, Version(1, 11, 0)),
        (Switch::BothKeys, Version(1, 11, 0)),
        (Switch::ProxyProtocol, ALWAYS),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    render: nginx::render,
    judge: Judge::Like("nginx"),
    ..USUAL
};

/// Versions of Tengine from here on, and the nginx in them.
const CORES: [(Version, Version); 4] = [
    (Version(3, 0, 0), Version(1, 24, 0)),
    (Version(2, 4, 0), Version(1, 22, 1)),
    (Version(2, 3, 3), Version(1, 18, 0)),
    (Version(2, 3, 0), Version(1, 15, 9)),
];

const TENGINE_PROTOCOLS: [(Protocol, Version); 4] = {
    let [(tls10, _), (tls11, _), (tls12, _), (tls13, _)] = nginx::PROTOCOLS;
    [(tls10, ALWAYS), (tls11, ALWAYS), (tls12, ALWAYS), (tls13, ALWAYS)]
};

const TENGINE_SWITCHES: &[(Switch, Version)] = &[
    (Switch::Redirect, ALWAYS),
    (Switch::Hsts, ALWAYS),
    (Switch::Http2, ALWAYS),
    (Switch::WebSocket, ALWAYS),
    (Switch::Stapling, ALWAYS),
    (Switch::Tickets, ALWAYS),
    (Switch::Hybrid, ALWAYS),
    (Switch::BothKeys, ALWAYS),
    (Switch::ProxyProtocol, ALWAYS),
];

fn tengine_site(plan: &Plan, files: &mut Files) {
    let core = CORES.iter().find(|(since, _)| plan.version >= *since).map(|(_, core)| *core);
    let mut nginx = plan.clone();
    nginx.version = core.unwrap_or(plan.version);
    nginx::render(&nginx, files);
}

/// Where a server reads sites from.
fn put(plan: &Plan, script: &mut Script, folder: &'static str) {
    install_certificates(plan, script, Access::ROOT);
    if plan.upstream.is_none() || plan.on(Switch::Redirect) {
        install_pages(plan, script);
    }
    let file = format!("{}.conf", plan.stem);
    script.put(&file, around(folder, &file, ""), Access::ALL);
}

/// The image reads a folder; the packages read one file, which is told of a folder here.
fn openresty(plan: &Plan, script: &mut Script) {
    if plan.manager() == Manager::Image {
        put(plan, script, "/etc/nginx/conf.d/");
    } else {
        script.install([Plain("install -d -m 755 /usr/local/openresty/nginx/conf/conf.d")]);
        put(plan, script, "/usr/local/openresty/nginx/conf/conf.d/");
        script.install([Plain(OPENRESTY_INCLUDE)]);
    }
    script.check([Plain("openresty -t")]);
    script.service("reload", "openresty");
}

const OPENRESTY_INCLUDE: &str = "grep -q 'include conf.d/' /usr/local/openresty/nginx/conf/nginx.conf || \
     sed -i 's|^http {|&\\n    include conf.d/*.conf;|' /usr/local/openresty/nginx/conf/nginx.conf";

const TENGINE_INCLUDE: &str = "grep -q 'include conf.d/' /usr/local/nginx/conf/nginx.conf || \
     sed -i 's|^http {|&\\n    include conf.d/*.conf;|' /usr/local/nginx/conf/nginx.conf";

fn tengine(plan: &Plan, script: &mut Script) {
    script.install([Plain("install -d -m 755 /usr/local/nginx/conf/conf.d")]);
    put(plan, script, "/usr/local/nginx/conf/conf.d/");
    script.install([Plain(TENGINE_INCLUDE)]);
    script.check([Plain("/usr/local/nginx/sbin/nginx -t")]);
    script.reload([Plain("/usr/local/nginx/sbin/nginx -s reload")]);
}

/// The panel keeps one file a site, and the pairs that were typed into its boxes beside it.
fn baota(plan: &Plan, script: &mut Script) {
    put(plan, script, "/www/server/panel/vhost/nginx/");
    script.check([Plain("nginx -t")]);
    script.service("reload", "nginx");
}
