//! ProFTPD. Directives: <http://www.proftpd.org/docs/contrib/mod_tls.html>; their versions: its release notes.

use super::{ALWAYS, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, apache, around, on_off, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch, TargetGroup};

/// ProFTPD.
pub static PROFTPD: Target = Target {
    id: "proftpd",
    title: "ProFTPD",
    also: &["ftp", "ftps"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "http://www.proftpd.org/docs/contrib/mod_tls.html"),
    latest: Version(1, 3, 9),
    oldest: Version(1, 3, 6),
    systems: &[
        ("debian-13", Version(1, 3, 8)),
        ("debian-12", Version(1, 3, 8)),
        ("debian-11", Version(1, 3, 7)),
        ("ubuntu-24.04", Version(1, 3, 8)),
        ("ubuntu-22.04", Version(1, 3, 7)),
        ("ubuntu-20.04", Version(1, 3, 6)),
    ],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(1, 3, 7)),
    ],
    switches: &[(Switch::Hybrid, Version(1, 3, 7))],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::StartTls("ftp", 21),
    render,
    script,
    ..USUAL
};

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &apache::APACHE, |conf| directives(plan, conf));
}

fn directives(plan: &Plan, conf: &mut Conf) {
    conf.comment("Debian has this module in the package proftpd-mod-crypto.");
    conf.block([Plain("<IfModule"), Plain("!mod_tls.c")], |conf| conf.set("LoadModule", [Plain("mod_tls.c")]));
    conf.blank();
    conf.set("TLSEngine", [Plain("on")]);
    conf.comment("Names, passwords and files travel over TLS only.");
    conf.set("TLSRequired", [Plain("on")]);
    conf.comment("The same file twice: of the first its server certificate is taken, of the second the intermediates.");
    let (certificate, key) = match plan.key_algorithm == "RSA" {
        true => ("TLSRSACertificateFile", "TLSRSACertificateKeyFile"),
        false => ("TLSECCertificateFile", "TLSECCertificateKeyFile"),
    };
    conf.set(certificate, [text(plan.certificate())]);
    conf.set("TLSCertificateChainFile", [text(plan.certificate())]);
    conf.set(key, [text(plan.key())]);
    match &plan.client_ca {
        Some(authorities) => {
            conf.comment(remark::CLIENTS);
            conf.set("TLSCACertificateFile", [text(authorities)]);
            conf.set("TLSVerifyClient", [Plain("on")]);
        }
        None => conf.set("TLSVerifyClient", [Plain("off")]),
    }
    conf.blank();
    conf.set("TLSProtocol", plan.protocols.iter().map(|protocol| Plain(protocol.openssl())));
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("TLSCipherSuite", [text(ciphers)]);
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        conf.set("TLSECDHCurve", [text(groups)]);
    }
    conf.set("TLSServerCipherPreference", [Plain(on_off(plan.server_order))]);
    conf.comment("Many clients do not resume the session for their data.");
    conf.set("TLSOptions", [Plain("NoSessionReuseRequired")]);
}

/// The folder that the packages of Debian, Ubuntu and EPEL read. On Debian TLS is a package of its own.
fn script(plan: &Plan, script: &mut Script) {
    if !plan.runs_on(&["rhel", "centos"]) {
        script.install([
            Plain("[ -e /usr/lib/proftpd/mod_tls.so ] || [ -e /usr/libexec/proftpd/mod_tls.so ] ||"),
            Plain("apt-get install -y proftpd-mod-crypto"),
        ]);
    }
    install_certificates(plan, script, Access::ROOT);
    let file = format!("{}.conf", plan.stem);
    script.put(&file, around("/etc/proftpd/conf.d/", &file, ""), Access::ALL);
    script.check([Plain("proftpd -t")]);
    script.service("restart", "proftpd");
}
