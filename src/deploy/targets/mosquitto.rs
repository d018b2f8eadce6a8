//! Mosquitto. Options: <https://mosquitto.org/man/mosquitto-conf-5.html>. `tls_version` is the oldest version; TLS 1.0 and 1.1
//! are no longer to be had.

use super::{ALWAYS, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, around, options, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, TargetGroup};

/// Mosquitto.
pub static MOSQUITTO: Target = Target {
    id: "mosquitto",
    title: "Mosquitto",
    also: &["mqtt", "iot", "物联网"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://mosquitto.org/man/mosquitto-conf-5.html"),
    latest: Version(2, 0, 22),
    oldest: Version(1, 6, 0),
    systems: &[
        ("debian-13", Version(2, 0, 21)),
        ("debian-12", Version(2, 0, 11)),
        ("debian-11", Version(2, 0, 11)),
        ("ubuntu-24.04", Version(2, 0, 18)),
        ("ubuntu-22.04", Version(2, 0, 11)),
        ("ubuntu-20.04", Version(1, 6, 9)),
    ],
    protocols: &[(Protocol::Tls12, ALWAYS), (Protocol::Tls13, ALWAYS)],
    has_suite: |suite| suite.iana.starts_with("TLS_ECDHE_"),
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::Tls(8883),
    render,
    script,
    remarks: |plan| if plan.version >= CLOSED { vec![RemarkMessage::OnlyNamedListeners] } else { Vec::new() },
    ..USUAL
};

/// Without a listener of its own it listens at 1883 for this machine alone; with one, only there, and only for who logs in.
const CLOSED: Version = Version(2, 0, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &options::BARE, |conf| listener(plan, conf));
}

fn listener(plan: &Plan, conf: &mut Conf) {
    let address = plan.place.address.map(text);
    conf.set("listener", [text(plan.tls_port())].into_iter().chain(address));
    conf.comment(remark::CHAIN);
    conf.set("certfile", [text(plan.certificate())]);
    conf.set("keyfile", [text(plan.key())]);
    if let Some(authorities) = &plan.client_ca {
        conf.comment(remark::CLIENTS);
        conf.set("cafile", [text(authorities)]);
        conf.set("require_certificate", [Plain("true")]);
    }
    conf.comment("This version of TLS and every newer one.");
    conf.set("tls_version", [Plain(if plan.range().0 == Protocol::Tls13 { "tlsv1.3" } else { "tlsv1.2" })]);
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("ciphers", [text(ciphers)]);
    }
}

/// The folder that the packages read. The server gives up root before it reads the key; it has no checker.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("mosquitto"));
    let file = format!("{}.conf", plan.stem);
    script.put(&file, around("/etc/mosquitto/conf.d/", &file, ""), Access::ALL);
    script.service("restart", "mosquitto");
}
