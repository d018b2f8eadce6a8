//! Hitch, alone and in front of Varnish. Directives and their versions: `hitch.conf(5)`,
//! <https://github.com/varnish/hitch/blob/master/docs/configuration.md> and `CHANGES.rst` there.

use super::{ALWAYS, Quirk, Target, USUAL, remark};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script, install_certificates, install_combined};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, around, on_off, quoted::QUOTED, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// Hitch. It ends TLS and knows nothing of HTTP: redirect, headers and HTTP/2 are the matter of what stands behind it.
pub static HITCH: Target = Target {
    id: "hitch",
    title: "Hitch",
    documentation: (Doc::Page, "https://github.com/varnish/hitch/blob/master/docs/configuration.md"),
    latest: Version(1, 8, 0),
    oldest: Version(1, 4, 5),
    systems: &SYSTEMS,
    protocols: &PROTOCOLS,
    switches: &[(Switch::Stapling, ALWAYS), (Switch::Hybrid, CURVES), (Switch::ProxyProtocol, ALWAYS)],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    upstream: Some("http://127.0.0.1:6086"),
    quirks: &[Quirk::PlainUpstream],
    render,
    script,
    remarks: |_| vec![RemarkMessage::WholeConfiguration, RemarkMessage::BehindHitch],
    ..USUAL
};

/// The versions that come with systems.
const SYSTEMS: [(&str, Version); 5] = [
    ("debian-13", Version(1, 8, 0)),
    ("debian-12", Version(1, 7, 2)),
    ("debian-11", Version(1, 7, 0)),
    ("ubuntu-24.04", Version(1, 7, 3)),
    ("ubuntu-22.04", Version(1, 7, 2)),
];

/// TLS versions that it speaks, and since when.
pub const PROTOCOLS: [(Protocol, Version); 4] = [
    (Protocol::Tls10, ALWAYS),
    (Protocol::Tls11, ALWAYS),
    (Protocol::Tls12, ALWAYS),
    (Protocol::Tls13, Version(1, 5, 0)),
];

/// `private-key`: the key has a file of its own.
const KEY_BESIDE: Version = Version(1, 5, 0);
/// `ecdh-curve`.
const CURVES: Version = Version(1, 6, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.conf("hitch.conf".to_owned(), &QUOTED, |conf| {
        let Some(upstream) = &plan.upstream else { return };
        front(plan, upstream, conf);
        if plan.on(Switch::ProxyProtocol) {
            conf.comment("The load balancer says who is calling, and the server behind hears it.");
            assign("proxy-proxy", Plain("on"), conf);
        } else {
            conf.comment("The server behind hears who is calling: it must expect the PROXY protocol.");
            assign("write-proxy-v2", Plain("on"), conf);
        }
        conf.comment("Write \"h2,http/1.1\" only when the server behind speaks HTTP/2 without TLS.");
        assign("alpn-protos", text("http/1.1"), conf);
    });
}

/// TLS, and what is behind it.
pub fn front(plan: &Plan, backend: &Upstream, conf: &mut Conf) {
    let address = plan.place.address.map_or_else(|| "*".to_owned(), |address| address.to_string());
    assign("frontend", text(format!("[{address}]:{}", plan.tls_port())), conf);
    let host = match backend.host() {
        Host::Ip(address) => address.to_string(),
        other => other.to_string(),
    };
    assign("backend", text(format!("[{host}]:{}", backend.port())), conf);
    conf.blank();
    if plan.version >= KEY_BESIDE {
        conf.comment(remark::CHAIN);
        conf.block([Plain("pem-file"), Plain("=")], |conf| {
            assign("cert", text(plan.certificate()), conf);
            assign("private-key", text(plan.key()), conf);
        });
    } else {
        conf.comment("One file: the server certificate first, then each intermediate, then the private key.");
        assign("pem-file", text(plan.combined()), conf);
    }
    if let Some(authorities) = &plan.client_ca {
        conf.comment(remark::CLIENTS);
        assign("client-verify", Plain("required"), conf);
        assign("client-verify-ca", text(authorities), conf);
    }
    conf.blank();
    let versions = plan.protocols.iter().map(|protocol| around("TLSv", protocol.number(), ""));
    conf.set("tls-protos", [Plain("=")].into_iter().chain(versions));
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        assign("ciphers", text(ciphers), conf);
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        assign("ecdh-curve", text(groups), conf);
    }
    assign("prefer-server-ciphers", Plain(on_off(plan.server_order)), conf);
    if !plan.stapling {
        conf.comment("Nothing is stapled.");
        assign("ocsp-dir", text(""), conf);
    }
    conf.blank();
}

pub fn assign(name: &'static str, value: Word, conf: &mut Conf) {
    conf.set(name, [Plain("="), value]);
}

/// The certificate and the configuration of Hitch. Root reads the key before Hitch becomes another user.
pub fn install(plan: &Plan, script: &mut Script) {
    if plan.version >= KEY_BESIDE {
        install_certificates(plan, script, Access::ROOT);
    } else {
        install_combined(plan, script, Access::ROOT);
    }
    script.put("hitch.conf", Plain("/etc/hitch/hitch.conf"), Access::ALL);
}

fn script(plan: &Plan, script: &mut Script) {
    install(plan, script);
    script.check([Plain("hitch --test --config=/etc/hitch/hitch.conf")]);
    script.service("restart", "hitch");
}
