//! EMQX. Settings: <https://docs.emqx.com/en/emqx/latest/network/emqx-mqtt-tls.html>. HOCON, which holds JSON
//! (<https://github.com/lightbend/config/blob/main/HOCON.md>): JSON is written. It speaks Erlang's own TLS.

use super::rabbitmq::{erlang, remarks, suites};
use super::{EVERY_PROTOCOL, Judge, Library, Quirk, Reach, Target, USUAL};
use crate::deploy::allow::Host;
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{Plain, around};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, TargetGroup};

/// EMQX.
pub static EMQX: Target = Target {
    id: "emqx",
    title: "EMQX",
    also: &["mqtt", "iot", "物联网"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://docs.emqx.com/en/emqx/latest/network/emqx-mqtt-tls.html"),
    latest: Version(6, 0, 0),
    oldest: Version(5, 0, 0),
    library: Library::Own,
    protocols: EVERY_PROTOCOL,
    quirks: &[Quirk::OldVersionsWantOneKind],
    fields: &[Field::Paths, Field::ClientCa],
    reach: Reach::Tls(8883),
    render,
    script,
    remarks,
    judge: Judge::Program("a JSON parser (HOCON holds JSON)"),
    ..USUAL
};

fn render(plan: &Plan, files: &mut Files) {
    let ssl = map([("default", map([("bind", bind(plan)), ("ssl_options", options(plan))]))]);
    let tree = map([("listeners", map([("ssl", ssl)]))]);
    files.tree(format!("{}.conf", plan.stem), Form::Json, &[tree]);
}

/// Addresses of IPv6. <https://docs.emqx.com/en/emqx/latest/network/ipv6.html>: `[::]` is for both kinds.
const BOTH_KINDS: Version = Version(5, 0, 4);

fn bind(plan: &Plan) -> Tree {
    match plan.place.address {
        Some(address) => value(format!("{}:{}", Host::Ip(address).in_url(), plan.tls_port())),
        None if plan.version >= BOTH_KINDS => value(format!("[::]:{}", plan.tls_port())),
        None => value(format!("0.0.0.0:{}", plan.tls_port())),
    }
}

fn options(plan: &Plan) -> Tree {
    let checks = plan.client_ca.is_some();
    map([
        ("certfile", value(plan.certificate())),
        ("keyfile", value(plan.key())),
        ("verify", own(if checks { "verify_peer" } else { "verify_none" })),
        ("fail_if_no_peer_cert", Tree::Truth(checks)),
        ("versions", list(plan.protocols.iter().rev().map(|protocol| own(erlang(*protocol))))),
        ("ciphers", list(suites(plan).map(own))),
        ("honor_cipher_order", Tree::Truth(plan.server_order)),
    ])
    .and_some("cacertfile", plan.client_ca.as_ref().map(value))
}

/// The main file of the packages takes further ones by name. The server runs as a user of its own, who reads the key.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("emqx"));
    let file = format!("{}.conf", plan.stem);
    script.put(&file, around("/etc/emqx/", &file, ""), Access::ALL);
    script.include(around("include \"/etc/emqx/", &file, "\""), Plain("/etc/emqx/emqx.conf"));
    script.check([Plain("emqx check_config")]);
    script.service("restart", "emqx");
}
