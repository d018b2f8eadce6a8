//! PostgreSQL. Settings: <https://www.postgresql.org/docs/current/runtime-config-connection.html>; since when each is there:
//! its release notes.

use super::{EVERY_PROTOCOL, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, around, on_off, options, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch, TargetGroup};

/// PostgreSQL.
pub static POSTGRESQL: Target = Target {
    id: "postgresql",
    title: "PostgreSQL",
    also: &["postgres", "pgsql", "database", "数据库"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://www.postgresql.org/docs/current/ssl-tcp.html"),
    latest: Version(18, 1, 0),
    oldest: Version(12, 0, 0),
    systems: &[
        ("debian-13", Version(17, 6, 0)),
        ("debian-12", Version(15, 18, 0)),
        ("debian-11", Version(13, 0, 0)),
        ("ubuntu-24.04", Version(16, 0, 0)),
        ("ubuntu-22.04", Version(14, 0, 0)),
        ("ubuntu-20.04", Version(12, 0, 0)),
        ("rhel-10", Version(16, 0, 0)),
        ("rhel-9", Version(13, 0, 0)),
    ],
    protocols: EVERY_PROTOCOL,
    switches: &[(Switch::Hybrid, GROUPS)],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::StartTls("postgres", 5432),
    render,
    script,
    remarks: |_| vec![RemarkMessage::HostSsl, RemarkMessage::OnThisMachineAlone],
    ..USUAL
};

/// `ssl_groups`, a list; before, `ssl_ecdh_curve` took one.
const GROUPS: Version = Version(18, 0, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &options::POSTGRESQL, |conf| settings(plan, conf));
}

fn settings(plan: &Plan, conf: &mut Conf) {
    conf.set("ssl", [Plain("on")]);
    conf.comment(remark::CHAIN);
    conf.set("ssl_cert_file", [text(plan.certificate())]);
    conf.set("ssl_key_file", [text(plan.key())]);
    if let Some(authorities) = &plan.client_ca {
        conf.comment("Clients are asked for a certificate of these authorities; clientcert in pg_hba.conf demands it.");
        conf.set("ssl_ca_file", [text(authorities)]);
    }
    let (oldest, newest) = plan.range();
    conf.set("ssl_min_protocol_version", [text(oldest.openssl())]);
    conf.set("ssl_max_protocol_version", [text(newest.openssl())]);
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("ssl_ciphers", [text(ciphers)]);
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        conf.set("ssl_groups", [text(groups)]);
    }
    conf.set("ssl_prefer_server_ciphers", [Plain(on_off(plan.server_order))]);
}

/// Debian's server reads a folder, one for each version; others have one configuration beside their data. The server
/// refuses a key that others can read, and reports what it would not take before it is told to.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::owner("postgres"));
    let file = format!("{}.conf", plan.stem);
    if plan.runs_on(&["rhel", "centos"]) {
        script.put(&file, around("/var/lib/pgsql/data/", &file, ""), Access::ALL);
        script.include(around("include_if_exists = ", &file, ""), Plain("/var/lib/pgsql/data/postgresql.conf"));
    } else {
        let folder = format!("/etc/postgresql/{}/main/conf.d", plan.version.0);
        script.put(&file, text(format!("{folder}/{file}")), Access::ALL);
    }
    script.check([
        Plain("cd / && runuser -u postgres -- psql -Atc"),
        Plain("\"SELECT sourcefile, sourceline, error FROM pg_file_settings WHERE error IS NOT NULL\""),
    ]);
    script.service("reload", "postgresql");
}
