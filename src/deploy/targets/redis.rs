//! Redis, and Valkey, which reads the same. Settings: <https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/>.

use super::{EVERY_PROTOCOL, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, around, options, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, TargetGroup};

/// Redis.
pub static REDIS: Target = Target {
    id: "redis",
    title: "Redis",
    also: &["valkey", "cache", "database", "缓存", "数据库"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/"),
    latest: Version(8, 2, 1),
    oldest: Version(6, 0, 0),
    systems: &[
        ("debian-13", Version(8, 0, 2)),
        ("debian-12", Version(7, 0, 15)),
        ("debian-11", Version(6, 0, 16)),
        ("ubuntu-24.04", Version(7, 0, 15)),
        ("ubuntu-22.04", Version(6, 0, 16)),
        ("rhel-9", Version(6, 2, 7)),
    ],
    protocols: EVERY_PROTOCOL,
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::Tls(6380),
    render,
    script,
    remarks: |_| vec![RemarkMessage::PlainPortStays, RemarkMessage::OnThisMachineAlone],
    ..USUAL
};

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &options::REDIS, |conf| settings(plan, conf));
}

fn settings(plan: &Plan, conf: &mut Conf) {
    conf.set("tls-port", [text(plan.tls_port())]);
    conf.comment(remark::CHAIN);
    conf.set("tls-cert-file", [text(plan.certificate())]);
    conf.set("tls-key-file", [text(plan.key())]);
    match &plan.client_ca {
        Some(authorities) => {
            conf.comment(remark::CLIENTS);
            conf.set("tls-ca-cert-file", [text(authorities)]);
            conf.set("tls-auth-clients", [Plain("yes")]);
        }
        None => {
            conf.comment("Unless this is said, every client needs a certificate of its own.");
            conf.set("tls-auth-clients", [Plain("no")]);
        }
    }
    let versions: Vec<_> = plan.protocols.iter().map(|protocol| protocol.openssl()).collect();
    conf.set("tls-protocols", [text(versions.join(" "))]);
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("tls-ciphers", [text(ciphers)]);
    }
    conf.set("tls-prefer-server-ciphers", [Plain(if plan.server_order { "yes" } else { "no" })]);
}

/// The server runs as a user of its own from the start, who reads the key; it has no checker.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("redis"));
    let file = format!("{}.conf", plan.stem);
    script.put(&file, around("/etc/redis/", &file, ""), Access::ALL);
    script.include(around("include /etc/redis/", &file, ""), Plain("/etc/redis/redis.conf"));
    let is_rhel = plan.runs_on(&["rhel", "centos"]);
    script.service("restart", if is_rhel { "redis" } else { "redis-server" });
}
