//! RabbitMQ. Settings: <https://www.rabbitmq.com/docs/ssl>. It speaks Erlang's own TLS, which knows suites by the names of
//! OpenSSL, and which has no suite of TLS 1.3 unless the list names one.

use super::{EVERY_PROTOCOL, Library, Quirk, Reach, Target, USUAL, remark};
use crate::deploy::allow::FilePath;
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, around, assign, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Profile, TargetGroup};

/// RabbitMQ.
pub static RABBITMQ: Target = Target {
    id: "rabbitmq",
    title: "RabbitMQ",
    also: &["amqp", "amqps", "queue", "消息队列"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://www.rabbitmq.com/docs/ssl"),
    latest: Version(4, 1, 4),
    oldest: Version(3, 8, 0),
    systems: &[
        ("debian-13", Version(4, 0, 5)),
        ("debian-12", Version(3, 10, 8)),
        ("debian-11", Version(3, 8, 9)),
        ("ubuntu-24.04", Version(3, 12, 1)),
        ("ubuntu-22.04", Version(3, 9, 13)),
        ("ubuntu-20.04", Version(3, 8, 2)),
    ],
    library: Library::Own,
    protocols: EVERY_PROTOCOL,
    quirks: &[Quirk::OldVersionsWantOneKind],
    fields: &[Field::Paths, Field::ClientCa],
    reach: Reach::Tls(5671),
    render,
    script,
    remarks,
    ..USUAL
};

/// Every suite, those of TLS 1.3 among them, as Erlang calls them.
pub fn suites(plan: &Plan) -> impl Iterator<Item = &'static str> {
    plan.suites_of_tls13().iter().copied().chain(plan.suites.iter().map(|suite| suite.openssl))
}

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("90-{}.conf", plan.stem), &assign::EQUALS, |conf| settings(plan, conf));
}

fn settings(plan: &Plan, conf: &mut Conf) {
    match plan.place.address {
        Some(address) => conf.set("listeners.ssl.1", [text(format!("{address}:{}", plan.tls_port()))]),
        None => conf.set("listeners.ssl.default", [text(plan.tls_port())]),
    }
    conf.comment(remark::CHAIN);
    conf.set("ssl_options.certfile", [text(plan.certificate())]);
    conf.set("ssl_options.keyfile", [text(plan.key())]);
    match &plan.client_ca {
        Some(authorities) => {
            conf.comment(remark::CLIENTS);
            conf.set("ssl_options.cacertfile", [text(authorities)]);
            conf.set("ssl_options.verify", [Plain("verify_peer")]);
            conf.set("ssl_options.fail_if_no_peer_cert", [Plain("true")]);
        }
        None => {
            conf.set("ssl_options.verify", [Plain("verify_none")]);
            conf.set("ssl_options.fail_if_no_peer_cert", [Plain("false")]);
        }
    }
    for (index, protocol) in plan.protocols.iter().rev().enumerate() {
        conf.line([around("ssl_options.versions.", index.saturating_add(1), ""), Plain(erlang(*protocol))]);
    }
    for (index, suite) in suites(plan).enumerate() {
        conf.line([around("ssl_options.ciphers.", index.saturating_add(1), ""), Plain(suite)]);
    }
    if plan.server_order {
        conf.set("ssl_options.honor_cipher_order", [Plain("true")]);
    }
}

/// What holds for every server in Erlang.
pub fn remarks(plan: &Plan) -> Vec<RemarkMessage> {
    let is_mixed = plan.profile == Profile::Legacy && plan.range().0 >= Protocol::Tls12;
    let mixed = is_mixed.then_some(RemarkMessage::SignedByOtherKind);
    [RemarkMessage::PlainPortStays].into_iter().chain(mixed).collect()
}

/// A version of TLS as Erlang calls it.
pub const fn erlang(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "tlsv1",
        Protocol::Tls11 => "tlsv1.1",
        Protocol::Tls12 => "tlsv1.2",
        Protocol::Tls13 => "tlsv1.3",
    }
}

/// The folder that the server reads besides `rabbitmq.conf`. It runs as a user of its own, who reads the key.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("rabbitmq"));
    let file = format!("90-{}.conf", plan.stem);
    script.folder(&FilePath::own("/etc/rabbitmq/conf.d"));
    script.put(&file, around("/etc/rabbitmq/conf.d/", &file, ""), Access::ALL);
    script.service("restart", "rabbitmq-server");
}
