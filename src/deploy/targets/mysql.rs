//! MySQL and MariaDB. Variables and their versions: <https://dev.mysql.com/doc/refman/8.4/en/using-encrypted-connections.html>,
//! <https://dev.mysql.com/doc/refman/8.0/en/encrypted-connection-protocols-ciphers.html> (which versions of TLS),
//! <https://mariadb.com/kb/en/securing-connections-for-client-and-server/>.

use super::{ALWAYS, EVERY_PROTOCOL, Judge, Reach, Target, USUAL, apparmor, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, around, assign, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, TargetGroup};

/// MySQL.
pub static MYSQL: Target = Target {
    id: "mysql",
    title: "MySQL",
    also: &["database", "percona", "数据库"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://dev.mysql.com/doc/refman/8.4/en/using-encrypted-connections.html"),
    latest: Version(9, 5, 0),
    oldest: Version(5, 7, 28),
    systems: &[
        ("ubuntu-24.04", Version(8, 0, 44)),
        ("ubuntu-22.04", Version(8, 0, 44)),
        ("ubuntu-20.04", Version(8, 0, 42)),
        ("rhel-10", Version(8, 4, 0)),
        ("rhel-9", Version(8, 0, 32)),
        ("rhel-8", Version(8, 0, 32)),
    ],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(8, 0, 16)),
    ],
    dropped: &[(Protocol::Tls10, Version(8, 0, 28)), (Protocol::Tls11, Version(8, 0, 28))],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::StartTls("mysql", 3306),
    render,
    script,
    remarks: |_| vec![RemarkMessage::RequireTransport, RemarkMessage::OnThisMachineAlone],
    judge: Judge::Like("mariadb"),
    ..USUAL
};

/// MariaDB.
pub static MARIADB: Target = Target {
    id: "mariadb",
    title: "MariaDB",
    also: &["database", "mysql", "数据库"],
    documentation: (Doc::Page, "https://mariadb.com/kb/en/securing-connections-for-client-and-server/"),
    latest: Version(11, 8, 3),
    // `tls_version` is from here on.
    oldest: Version(10, 4, 6),
    systems: &[
        ("debian-13", Version(11, 8, 3)),
        ("debian-12", Version(10, 11, 19)),
        ("debian-11", Version(10, 5, 29)),
        ("ubuntu-24.04", Version(10, 11, 13)),
        ("ubuntu-22.04", Version(10, 6, 22)),
        ("rhel-10", Version(10, 11, 0)),
        ("rhel-9", Version(10, 5, 0)),
    ],
    protocols: EVERY_PROTOCOL,
    dropped: &[],
    judge: Judge::Server,
    ..MYSQL
};

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("99-{}.cnf", plan.stem), &assign::EQUALS, |conf| {
        conf.block([Plain("mysqld")], |conf| variables(plan, conf));
    });
}

fn variables(plan: &Plan, conf: &mut Conf) {
    conf.comment(remark::CHAIN);
    conf.set("ssl_cert", [text(plan.certificate())]);
    conf.set("ssl_key", [text(plan.key())]);
    if let Some(authorities) = &plan.client_ca {
        conf.comment("Clients are asked for a certificate of these authorities; REQUIRE X509 of a user demands it.");
        conf.set("ssl_ca", [text(authorities)]);
    }
    let versions: Vec<_> = plan.protocols.iter().map(|protocol| version_name(*protocol, plan)).collect();
    conf.set("tls_version", [text(versions.join(","))]);
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("ssl_cipher", [text(ciphers)]);
    }
}

/// The oldest has another name with each of the two, and takes no other.
fn version_name(protocol: Protocol, plan: &Plan) -> &'static str {
    match protocol {
        Protocol::Tls10 if plan.target.id == MARIADB.id => "TLSv1.0",
        other => other.openssl(),
    }
}

/// As the packages have it: the last file of the folder counts. The server runs as user `mysql` from the start.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::owner("mysql"));
    let file = format!("99-{}.cnf", plan.stem);
    let is_mariadb = plan.target.id == MARIADB.id;
    let folder = match (plan.runs_on(&["rhel", "centos"]), is_mariadb) {
        (true, _) => "/etc/my.cnf.d/",
        (false, true) => "/etc/mysql/mariadb.conf.d/",
        (false, false) => "/etc/mysql/mysql.conf.d/",
    };
    script.put(&file, around(folder, &file, ""), Access::ALL);
    if !is_mariadb && !plan.runs_on(&["rhel", "centos"]) {
        apparmor::MYSQLD.allow(plan, script);
    }
    match is_mariadb {
        true => script.check([Plain("mariadbd --help --verbose >/dev/null")]),
        false if plan.version >= VALIDATES => script.check([Plain("mysqld --validate-config")]),
        false => script.check([Plain("mysqld --help --verbose >/dev/null")]),
    }
    let name = if is_mariadb {
        "mariadb"
    } else if plan.runs_on(&["rhel", "centos"]) {
        "mysqld"
    } else {
        "mysql"
    };
    script.service("restart", name);
}

/// `--validate-config`.
const VALIDATES: Version = Version(8, 0, 16);
