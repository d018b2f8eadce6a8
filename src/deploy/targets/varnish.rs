//! Varnish with Hitch in front, which ends TLS. Directives: <https://varnish-cache.org/docs/7.7/users-guide/vcl.html>,
//! `reference/varnishd.html` (`-a`) there, and those of Hitch.

use super::{ALWAYS, Quirk, Target, USUAL, hitch, remark};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::quoted::{QUOTED, VCL};
use crate::deploy::syntax::{Conf, Plain, Word, around, systemd::SYSTEMD, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// Varnish. It has no TLS of its own.
pub static VARNISH: Target = Target {
    id: "varnish",
    title: "Varnish + Hitch",
    documentation: (Doc::Page, "https://varnish-cache.org/docs/trunk/users-guide/vcl.html"),
    latest: Version(8, 0, 0),
    // `local.socket` of VCL 4.1.
    oldest: Version(6, 0, 0),
    systems: &[
        ("debian-13", Version(7, 7, 0)),
        ("debian-12", Version(7, 1, 1)),
        ("debian-11", Version(6, 5, 1)),
        ("ubuntu-24.04", Version(7, 1, 1)),
        ("ubuntu-22.04", Version(6, 6, 1)),
        ("ubuntu-20.04", Version(6, 2, 1)),
    ],
    protocols: &hitch::PROTOCOLS,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, ALWAYS),
        (Switch::Hybrid, ALWAYS),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    upstream: Some("http://127.0.0.1:8080"),
    quirks: &[Quirk::PlainUpstream],
    render,
    script,
    remarks: |_| vec![RemarkMessage::WholeConfiguration],
    ..USUAL
};

/// The names of the sockets, which tell plain HTTP from what came through Hitch.
const PLAIN: &str = "plain";
const SECURE: &str = "secure";

fn render(plan: &Plan, files: &mut Files) {
    let Some(upstream) = &plan.upstream else { return };
    files.conf("default.vcl".to_owned(), &VCL, |conf| varnish(plan, upstream, conf));
    files.conf("hitch.conf".to_owned(), &QUOTED, |conf| {
        if let Ok(inner) = Upstream::parse(&format!("127.0.0.1:{}", plan.place.inner_port)) {
            hitch::front(plan, &inner, conf);
        }
        conf.comment("Varnish hears who is calling.");
        hitch::assign("write-proxy-v2", Plain("on"), conf);
        hitch::assign("alpn-protos", text(if plan.on(Switch::Http2) { "h2,http/1.1" } else { "http/1.1" }), conf);
    });
    files.conf("varnish.service.conf".to_owned(), &SYSTEMD, |conf| {
        conf.comment("The package's own, but for where it listens.");
        conf.block([Plain("Service")], |conf| {
            conf.set("ExecStart", []);
            conf.set("ExecStart", command(plan));
        });
    });
}

/// What starts Varnish: the lines of Debian's unit, with our sockets.
fn command(plan: &Plan) -> Vec<Word> {
    let address = plan.place.address.map(|address| Host::Ip(address).in_url()).unwrap_or_default();
    let mut command: Vec<Word> = words("/usr/sbin/varnishd -j unix,user=vcache -F").collect();
    if plan.on(Switch::Redirect) {
        command.extend([Plain("-a"), around("plain=", format!("{address}:{}", plan.place.http_port), "")]);
    }
    command.extend([Plain("-a"), around("secure=127.0.0.1:", plan.place.inner_port, ",PROXY")]);
    command.extend(words("-f /etc/varnish/default.vcl -T localhost:6082 -S /etc/varnish/secret -s malloc,256m"));
    if plan.on(Switch::Http2) {
        command.extend(words("-p feature=+http2"));
    }
    command
}

fn varnish(plan: &Plan, upstream: &Upstream, conf: &mut Conf) {
    conf.set("vcl", [Plain("4.1")]);
    conf.blank();
    backend("default", &bare(upstream.host()), upstream.port(), conf);
    if plan.on(Switch::Redirect) {
        conf.comment(remark::CHALLENGES_PORT);
        backend("challenges", "127.0.0.1", plan.place.challenge_port, conf);
    }
    conf.block([Plain("sub"), Plain("vcl_recv")], |conf| {
        if plan.on(Switch::Redirect) {
            from(PLAIN, conf, |conf| {
                conf.comment(remark::CHALLENGE);
                let path = text("^/[.]well-known/acme-challenge/");
                conf.block([Plain("if"), Plain("(req.url"), Plain("~"), path, Plain(")")], |conf| {
                    conf.set("set", words("req.backend_hint = challenges"));
                    conf.set("return", [Plain("(pass)")]);
                });
                conf.set("return", [Plain("(synth(301))")]);
            });
        }
        conf.set("set", words("req.http.X-Forwarded-Proto =").chain([text("https")]));
        conf.set("set", words("req.http.X-Forwarded-Host = req.http.Host"));
        if plan.on(Switch::WebSocket) {
            let is_socket = words("(req.http.Upgrade ~").chain([text("(?i)^websocket$"), Plain(")")]);
            conf.block([Plain("if")].into_iter().chain(is_socket), |conf| {
                conf.set("return", [Plain("(pipe)")]);
            });
        }
    });
    if plan.on(Switch::WebSocket) {
        conf.blank();
        conf.block([Plain("sub"), Plain("vcl_pipe")], |conf| {
            conf.set("set", words("bereq.http.Upgrade = req.http.Upgrade"));
            conf.set("set", words("bereq.http.Connection = req.http.Connection"));
        });
    }
    if let Some(hsts) = &plan.hsts {
        conf.blank();
        conf.comment(remark::HSTS);
        conf.block([Plain("sub"), Plain("vcl_deliver")], |conf| header(hsts, conf));
    }
    if plan.on(Switch::Redirect) || plan.hsts.is_some() {
        conf.blank();
        conf.block([Plain("sub"), Plain("vcl_synth")], |conf| answer(plan, conf));
    }
}

/// The answers that Varnish gives itself.
fn answer(plan: &Plan, conf: &mut Conf) {
    if plan.on(Switch::Redirect) {
        from(PLAIN, conf, |conf| {
            let host = words("resp.http.Location =").chain([text("https://")]);
            let host = host.chain(words("+ regsub(req.http.Host,")).chain([text(":[0-9]+$"), Plain(","), text("")]);
            let port = match plan.tls_port() {
                443 => Vec::new(),
                port => vec![Plain("+"), text(format!(":{port}"))],
            };
            conf.set("set", host.chain([Plain(")")]).chain(port).chain(words("+ req.url")));
            conf.set("return", [Plain("(deliver)")]);
        });
    }
    if let Some(hsts) = &plan.hsts {
        header(hsts, conf);
    }
}

fn header(hsts: &str, conf: &mut Conf) {
    from(SECURE, conf, |conf| {
        conf.set("set", words("resp.http.Strict-Transport-Security =").chain([text(hsts)]));
    });
}

/// What holds for requests that came by one of the sockets.
fn from(socket: &'static str, conf: &mut Conf, body: impl FnOnce(&mut Conf)) {
    conf.block([Plain("if"), Plain("(local.socket"), Plain("=="), text(socket), Plain(")")], body);
}

fn backend(name: &'static str, host: &str, port: u16, conf: &mut Conf) {
    conf.block([Plain("backend"), Plain(name)], |conf| {
        conf.set(".host", [Plain("="), text(host)]);
        conf.set(".port", [Plain("="), text(port)]);
    });
    conf.blank();
}

/// An address without brackets, which only a port makes necessary.
fn bare(host: &Host) -> String {
    match host {
        Host::Ip(address) => address.to_string(),
        other => other.to_string(),
    }
}

/// Own text as its words.
fn words(own: &'static str) -> impl Iterator<Item = Word> {
    own.split(' ').map(Plain)
}

/// As Debian's packages have it. New sockets need a restart.
fn script(plan: &Plan, script: &mut Script) {
    hitch::install(plan, script);
    script.put("default.vcl", Plain("/etc/varnish/default.vcl"), Access::ALL);
    script.install([Plain("install -d -m 755 /etc/systemd/system/varnish.service.d")]);
    let place = Plain("/etc/systemd/system/varnish.service.d/certloupe.conf");
    script.put("varnish.service.conf", place, Access::ALL);
    script.check([Plain("varnishd -C -f /etc/varnish/default.vcl >/dev/null")]);
    script.check([Plain("hitch --test --config=/etc/hitch/hitch.conf")]);
    script.reload([Plain("systemctl daemon-reload")]);
    script.service("restart", "varnish");
    script.service("restart", "hitch");
}
