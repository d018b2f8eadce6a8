//! lighttpd. Directives and their versions: <https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_SSL>,
//! `Docs_ModProxy` and `Docs_ModExtForward` there.

use super::{ALWAYS, Quirk, Target, USUAL, remark};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script, install_certificates, install_combined, install_pages, install_staple};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, around, quoted::QUOTED, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};
use std::net::IpAddr;

/// lighttpd.
pub static LIGHTTPD: Target = Target {
    id: "lighttpd",
    title: "lighttpd",
    documentation: (Doc::Page, "https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_SSL"),
    latest: Version(1, 4, 82),
    oldest: Version(1, 4, 48),
    systems: &[
        ("debian-13", Version(1, 4, 79)),
        ("debian-12", Version(1, 4, 69)),
        ("debian-11", Version(1, 4, 59)),
        ("ubuntu-24.04", Version(1, 4, 74)),
        ("ubuntu-22.04", Version(1, 4, 63)),
        ("ubuntu-20.04", Version(1, 4, 55)),
    ],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(1, 4, 48)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, STAPLING_FILE),
        (Switch::Tickets, ALWAYS),
        (Switch::Hybrid, ALWAYS),
        (Switch::ProxyProtocol, ALWAYS),
    ],
    // One flag for the whole server takes it away.
    always: &[(Switch::Http2, Version(1, 4, 65))],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    quirks: &[Quirk::PlainUpstream],
    render,
    script,
    remarks,
    ..USUAL
};

/// `ssl.privkey`: the key has a file of its own.
const KEY_BESIDE: Version = Version(1, 4, 53);
/// `ssl.stapling-file`.
const STAPLING_FILE: Version = Version(1, 4, 56);
/// `ssl.verifyclient.ca-file`; before, `ssl.ca-file` did this and more.
const CLIENT_AUTHORITIES: Version = Version(1, 4, 60);

const CHALLENGE: &str = "^/[.]well-known/acme-challenge/";

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &QUOTED, |conf| site(plan, conf));
}

fn site(plan: &Plan, conf: &mut Conf) {
    let mut needed = Vec::new();
    for (module, _) in modules(plan).into_iter().filter(|(_, needed)| *needed) {
        needed.extend((!needed.is_empty()).then_some(Plain(",")));
        needed.push(text(module));
    }
    let list = [Plain("+="), Plain("(")].into_iter().chain(needed).chain([Plain(")")]);
    conf.set("server.modules", list);
    conf.blank();
    tls(plan, conf);
    conf.blank();
    conf.comment("The main configuration listens for plain HTTP.");
    for socket in sockets(plan) {
        conf.block([Plain("$SERVER[\"socket\"]"), Plain("=="), text(socket)], |conf| {
            assign("ssl.engine", text("enable"), conf);
        });
    }
    if plan.on(Switch::ProxyProtocol) {
        conf.blank();
        conf.comment("Put the addresses of your load balancer here: whoever connects from them is believed.");
        let networks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.1"];
        pairs("extforward.forwarder", networks.into_iter().map(|network| (network, text("trust"))), conf);
        assign("extforward.hap-PROXY", text("enable"), conf);
    }
    if plan.on(Switch::Redirect) {
        conf.blank();
        plain_http(plan, conf);
    }
    conf.blank();
    of_site(plan, "https", conf, |conf| {
        if let Some(hsts) = &plan.hsts {
            conf.comment(remark::HSTS);
            pairs("setenv.set-response-header", [("Strict-Transport-Security", text(hsts))], conf);
        }
        match &plan.upstream {
            Some(upstream) => proxy(plan, upstream, conf),
            None => assign("server.document-root", text(plan.pages()), conf),
        }
    });
}

/// What holds for the names of this site alone: the server may have others.
fn of_site(plan: &Plan, scheme: &'static str, conf: &mut Conf, body: impl FnOnce(&mut Conf)) {
    conf.block([Plain("$HTTP[\"scheme\"]"), Plain("=="), text(scheme)], |conf| {
        conf.block([Plain("$HTTP[\"host\"]"), Plain("=~"), text(pattern(&plan.hosts))], body);
    });
}

/// The names as one regular expression, whose first group is the name that was asked for, without its port.
fn pattern(hosts: &[Host]) -> String {
    let bare = |name: &str| name.replace('.', "[.]");
    let names = hosts.iter().map(|host| match host {
        Host::Name(name) => bare(name),
        Host::Wildcard(name) => format!("[^.:]+[.]{}", bare(name)),
        Host::Ip(IpAddr::V4(address)) => bare(&address.to_string()),
        Host::Ip(IpAddr::V6(address)) => format!("[[]{address}[]]"),
    });
    format!("^({})(:[0-9]+)?$", names.collect::<Vec<_>>().join("|"))
}

/// Modules, and whether the plan needs them.
fn modules(plan: &Plan) -> [(&'static str, bool); 5] {
    [
        ("mod_openssl", true),
        ("mod_extforward", plan.on(Switch::ProxyProtocol)),
        ("mod_redirect", plan.on(Switch::Redirect)),
        ("mod_setenv", plan.hsts.is_some()),
        ("mod_proxy", plan.upstream.is_some()),
    ]
}

/// Every address is two sockets, for an IPv6 one takes no IPv4 here.
fn sockets(plan: &Plan) -> Vec<String> {
    let port = plan.tls_port();
    match plan.place.address {
        Some(address) => vec![format!("{}:{port}", Host::Ip(address).in_url())],
        None => vec![format!(":{port}"), format!("[::]:{port}")],
    }
}

fn assign(name: &'static str, value: Word, conf: &mut Conf) {
    conf.set(name, [Plain("="), value]);
}

fn pairs<'a>(name: &'static str, pairs: impl IntoIterator<Item = (&'a str, Word)>, conf: &mut Conf) {
    let mut words = vec![Plain("="), Plain("(")];
    for (index, (key, value)) in pairs.into_iter().enumerate() {
        words.extend((index > 0).then_some(Plain(",")));
        words.extend([text(key), Plain("=>"), value]);
    }
    words.push(Plain(")"));
    conf.set(name, words);
}

fn tls(plan: &Plan, conf: &mut Conf) {
    if plan.version >= KEY_BESIDE {
        conf.comment(remark::CHAIN);
        assign("ssl.pemfile", text(plan.certificate()), conf);
        assign("ssl.privkey", text(plan.key()), conf);
    } else {
        conf.comment("This version takes one file: the server certificate, each intermediate, the private key.");
        assign("ssl.pemfile", text(plan.combined()), conf);
    }
    if plan.stapling {
        assign("ssl.stapling-file", text(plan.file("staple.der")), conf);
    }
    if let Some(authorities) = &plan.client_ca {
        conf.comment(remark::CLIENTS);
        let file = if plan.version >= CLIENT_AUTHORITIES { "ssl.verifyclient.ca-file" } else { "ssl.ca-file" };
        assign(file, text(authorities), conf);
        assign("ssl.verifyclient.activate", text("enable"), conf);
        assign("ssl.verifyclient.enforce", text("enable"), conf);
    }
    let (oldest, newest) = plan.range();
    let mut commands = vec![("MinProtocol", text(oldest.openssl())), ("MaxProtocol", text(newest.openssl()))];
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        commands.push(("CipherString", text(ciphers)));
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        commands.push(("Groups", text(groups)));
    }
    let order = if plan.server_order { "ServerPreference" } else { "-ServerPreference" };
    let tickets = if plan.on(Switch::Tickets) { "" } else { ",-SessionTicket" };
    commands.push(("Options", text(format!("{order}{tickets}"))));
    pairs("ssl.openssl.ssl-conf-cmd", commands, conf);
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn plain_http(plan: &Plan, conf: &mut Conf) {
    of_site(plan, "http", conf, |conf| {
        conf.comment(remark::CHALLENGE);
        assign("server.document-root", text(plan.pages()), conf);
        conf.block([Plain("$HTTP[\"url\"]"), Plain("!~"), text(CHALLENGE)], |conf| {
            // What stands for the name is a group of the innermost condition on it.
            conf.block([Plain("$HTTP[\"host\"]"), Plain("=~"), text("^(.+?)(:[0-9]+)?$")], |conf| {
                let to = match plan.tls_port() {
                    443 => text("https://%1$0"),
                    port => text(format!("https://%1:{port}$0")),
                };
                pairs("url.redirect", [(".*", to)], conf);
            });
        });
    });
}

fn proxy(plan: &Plan, upstream: &Upstream, conf: &mut Conf) {
    let words = ["=", "(", "\"\"", "=>", "(", "("].map(Plain);
    let words = words.into_iter().map(|word| if word == Plain("\"\"") { text("") } else { word });
    let host = match upstream.host() {
        Host::Ip(address) => address.to_string(),
        other => other.to_string(),
    };
    let at = [text("host"), Plain("=>"), text(host), Plain(",")];
    let port = [text("port"), Plain("=>"), Word::Around("", upstream.port().to_string(), "")];
    conf.set("proxy.server", words.chain(at).chain(port).chain([")", ")", ")"].map(Plain)));
    if plan.on(Switch::WebSocket) {
        pairs("proxy.header", [("upgrade", text("enable"))], conf);
    }
}

/// As the packages of Debian have it; TLS is a package of its own there. A new socket needs a restart.
fn script(plan: &Plan, script: &mut Script) {
    script.install([Plain("[ -e /usr/lib/lighttpd/mod_openssl.so ] || apt-get install -y lighttpd-mod-openssl")]);
    if plan.version >= KEY_BESIDE {
        install_certificates(plan, script, Access::ROOT);
    } else {
        install_combined(plan, script, Access::ROOT);
    }
    if plan.stapling {
        script.folder(&plan.folder());
        install_staple(plan, script, &plan.file("staple.der"));
    }
    install_pages(plan, script);
    let file = format!("{}.conf", plan.stem);
    script.put(&file, around("/etc/lighttpd/conf-enabled/50-", &file, ""), Access::ALL);
    script.check([Plain("lighttpd -tt -f /etc/lighttpd/lighttpd.conf")]);
    script.service("restart", "lighttpd");
}

fn remarks(plan: &Plan) -> Vec<RemarkMessage> {
    let staple = plan.stapling.then_some(RemarkMessage::StapleFile);
    [RemarkMessage::LighttpdShared].into_iter().chain(staple).collect()
}
