//! coturn. Options: <https://github.com/coturn/coturn/blob/master/README.turnserver>. Since 4.6.2 one context serves all
//! versions of TLS, and speaks 1.3 (<https://github.com/coturn/coturn/pull/989>).

use super::{ALWAYS, Quirk, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, BEGIN, END, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, assign, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, TargetGroup};

/// coturn.
pub static COTURN: Target = Target {
    id: "coturn",
    title: "coturn",
    also: &["turn", "stun", "webrtc", "turnserver"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://github.com/coturn/coturn/blob/master/README.turnserver"),
    latest: Version(4, 10, 0),
    oldest: Version(4, 6, 0),
    systems: &[("debian-13", Version(4, 6, 1)), ("debian-12", Version(4, 6, 1)), ("ubuntu-24.04", Version(4, 6, 1))],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, ONE_CONTEXT),
    ],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::Tls(5349),
    render,
    script,
    quirks: &[Quirk::AnyAgeHasLevels, Quirk::LeavesWaiting],
    remarks: |plan| if plan.version < ONE_CONTEXT { vec![RemarkMessage::LeavesWaiting] } else { Vec::new() },
    ..USUAL
};

/// One context for all versions of TLS.
const ONE_CONTEXT: Version = Version(4, 6, 2);
/// TLS 1.0 and 1.1 are off unless they are asked for (<https://github.com/coturn/coturn/pull/1693>).
const CLOSED: Version = Version(4, 7, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.turnserver.conf", plan.stem), &assign::TIGHT, |conf| options(plan, conf));
}

fn options(plan: &Plan, conf: &mut Conf) {
    conf.comment(BEGIN);
    conf.set("tls-listening-port", [text(plan.tls_port())]);
    conf.comment(remark::CHAIN);
    conf.set("cert", [text(plan.certificate())]);
    conf.set("pkey", [text(plan.key())]);
    if let Some(authorities) = &plan.client_ca {
        conf.comment(remark::CLIENTS);
        conf.set("CA-file", [text(authorities)]);
    }
    let is_closed = plan.version >= CLOSED;
    for (protocol, [off, on]) in
        Protocol::ALL.into_iter().zip([["no-tlsv1", "tlsv1"], ["no-tlsv1_1", "tlsv1_1"], ["no-tlsv1_2", ""]])
    {
        match plan.protocols.contains(&protocol) {
            true if is_closed && !on.is_empty() => conf.set(on, []),
            false if !is_closed || on.is_empty() => conf.set(off, []),
            _ => {}
        }
    }
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("cipher-list", [text(ciphers)]);
    }
    conf.comment(END);
}

/// It includes nothing, and runs as a user of its own, who reads the key.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("turnserver"));
    script.merge(&format!("{}.turnserver.conf", plan.stem), Plain("/etc/turnserver.conf"));
    script.service("restart", "coturn");
}
