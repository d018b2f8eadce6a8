//! Dovecot. Settings and their versions: <https://doc.dovecot.org/main/core/config/ssl.html>; 2.3:
//! <https://doc.dovecot.org/2.3/configuration_manual/dovecot_ssl_configuration/>. There is no newest version to set.

use super::{ALWAYS, EVERY_PROTOCOL, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::{Conf, Plain, around, assign, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Dovecot.
pub static DOVECOT: Target = Target {
    id: "dovecot",
    title: "Dovecot",
    also: &["imap", "pop3", "mail", "邮件"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://doc.dovecot.org/main/core/config/ssl.html"),
    latest: Version(2, 4, 1),
    oldest: Version(2, 3, 0),
    systems: &[
        ("debian-13", Version(2, 4, 1)),
        ("debian-12", Version(2, 3, 19)),
        ("debian-11", Version(2, 3, 13)),
        ("ubuntu-24.04", Version(2, 3, 21)),
        ("ubuntu-22.04", Version(2, 3, 16)),
        ("ubuntu-20.04", Version(2, 3, 7)),
        ("rhel-10", Version(2, 3, 21)),
        ("rhel-9", Version(2, 3, 16)),
        ("rhel-8", Version(2, 3, 16)),
    ],
    protocols: EVERY_PROTOCOL,
    begins_with: &[(Protocol::Tls13, Version(2, 3, 15))],
    switches: &[(Switch::Hybrid, ALWAYS), (Switch::BothKeys, ALWAYS)],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::Tls(993),
    render,
    script,
    ..USUAL
};

/// Settings were renamed, and files are named instead of read (`</path`).
const RENAMED: Version = Version(2, 4, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("99-{}.conf", plan.stem), &assign::EQUALS, |conf| settings(plan, conf));
}

fn settings(plan: &Plan, conf: &mut Conf) {
    conf.set("ssl", [Plain("yes")]);
    conf.comment(remark::CHAIN);
    let own = Pair { certificate: plan.certificate(), key: plan.key() };
    let is_new = plan.version >= RENAMED;
    for (pair, kind) in [(Some(own), [0, 1]), (plan.second(), [2, 3])] {
        let Some(pair) = pair else { continue };
        for (index, path) in kind.into_iter().zip([pair.certificate, pair.key]) {
            match is_new {
                true => conf.set(FILES[index].1, [text(path)]),
                false => conf.set(FILES[index].0, [around("<", path, "")]),
            }
        }
    }
    if let Some(authorities) = &plan.client_ca {
        conf.comment("Clients show a certificate of these authorities, or can not log in.");
        match is_new {
            true => {
                conf.set("ssl_server_ca_file", [text(authorities)]);
                conf.set("ssl_server_request_client_cert", [Plain("yes")]);
                conf.set("ssl_server_require_crl", [Plain("no")]);
            }
            false => {
                conf.set("ssl_ca", [around("<", authorities, "")]);
                conf.set("ssl_verify_client_cert", [Plain("yes")]);
                conf.set("ssl_require_crl", [Plain("no")]);
            }
        }
        conf.set("auth_ssl_require_client_cert", [Plain("yes")]);
    }
    conf.set("ssl_min_protocol", [Plain(plan.range().0.openssl())]);
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("ssl_cipher_list", [text(ciphers)]);
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        conf.set("ssl_curve_list", [text(groups)]);
    }
    match (is_new, plan.server_order) {
        (true, true) => conf.set("ssl_server_prefer_ciphers", [Plain("server")]),
        (true, false) => conf.set("ssl_server_prefer_ciphers", [Plain("client")]),
        (false, true) => conf.set("ssl_prefer_server_ciphers", [Plain("yes")]),
        (false, false) => conf.set("ssl_prefer_server_ciphers", [Plain("no")]),
    }
}

/// Certificate and key, then those of the second pair: their names before [`RENAMED`] and since.
const FILES: [(&str, &str); 4] = [
    ("ssl_cert", "ssl_server_cert_file"),
    ("ssl_key", "ssl_server_key_file"),
    ("ssl_alt_cert", "ssl_server_alt_cert_file"),
    ("ssl_alt_key", "ssl_server_alt_key_file"),
];

/// The packages read this folder in the order of its names: the last word counts.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    let file = format!("99-{}.conf", plan.stem);
    script.put(&file, around("/etc/dovecot/conf.d/", &file, ""), Access::ALL);
    script.check([Plain("doveconf -n >/dev/null")]);
    script.service("reload", "dovecot");
}
