//! vsftpd. Options: <https://security.appspot.com/vsftpd/vsftpd_conf.html>; their versions: its Changelog.

use super::{EVERY_PROTOCOL, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, BEGIN, END, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, assign, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, TargetGroup};

/// vsftpd.
pub static VSFTPD: Target = Target {
    id: "vsftpd",
    title: "vsftpd",
    also: &["ftp", "ftps"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://security.appspot.com/vsftpd/vsftpd_conf.html"),
    latest: Version(3, 0, 5),
    oldest: Version(3, 0, 2),
    systems: &[
        ("debian-13", Version(3, 0, 5)),
        ("debian-12", Version(3, 0, 3)),
        ("debian-11", Version(3, 0, 3)),
        ("ubuntu-24.04", Version(3, 0, 5)),
        ("ubuntu-22.04", Version(3, 0, 5)),
        ("ubuntu-20.04", Version(3, 0, 3)),
    ],
    protocols: EVERY_PROTOCOL,
    begins_with: &[(Protocol::Tls13, EACH_VERSION)],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::StartTls("ftp", 21),
    render,
    script,
    ..USUAL
};

/// An option for each version of TLS. Before, `ssl_tlsv1` is for all of them, and OpenSSL's security level keeps TLS 1.0 and
/// 1.1 away: TLS 1.2 can not be left out.
const EACH_VERSION: Version = Version(3, 0, 5);

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.vsftpd.conf", plan.stem), &assign::TIGHT, |conf| options(plan, conf));
}

fn options(plan: &Plan, conf: &mut Conf) {
    conf.comment(BEGIN);
    conf.set("ssl_enable", [Plain("YES")]);
    conf.comment(
        "The server certificate first, then each intermediate; the root stays out. RSA or not, the names are these.",
    );
    conf.set("rsa_cert_file", [text(plan.certificate())]);
    conf.set("rsa_private_key_file", [text(plan.key())]);
    conf.comment("Names, passwords and files travel over TLS only.");
    conf.set("force_local_logins_ssl", [Plain("YES")]);
    conf.set("force_local_data_ssl", [Plain("YES")]);
    if let Some(authorities) = &plan.client_ca {
        conf.comment(remark::CLIENTS);
        conf.set("ca_certs_file", [text(authorities)]);
        conf.set("require_cert", [Plain("YES")]);
        conf.set("validate_cert", [Plain("YES")]);
    }
    for name in ["ssl_sslv2", "ssl_sslv3"] {
        conf.set(name, [Plain("NO")]);
    }
    if plan.version >= EACH_VERSION {
        for (protocol, name) in
            Protocol::ALL.into_iter().zip(["ssl_tlsv1", "ssl_tlsv1_1", "ssl_tlsv1_2", "ssl_tlsv1_3"])
        {
            conf.set(name, [Plain(if plan.protocols.contains(&protocol) { "YES" } else { "NO" })]);
        }
    } else {
        conf.comment("All versions of TLS; OpenSSL's security level decides on 1.0 and 1.1.");
        conf.set("ssl_tlsv1", [Plain("YES")]);
    }
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("ssl_ciphers", [text(ciphers)]);
    }
    conf.comment("Many clients do not resume the session for their data.");
    conf.set("require_ssl_reuse", [Plain("NO")]);
    conf.comment(END);
}

/// It includes nothing; the last word counts.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    script.merge(&format!("{}.vsftpd.conf", plan.stem), Plain("/etc/vsftpd.conf"));
    script.service("restart", "vsftpd");
}
