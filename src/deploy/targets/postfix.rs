//! Postfix. Parameters and their versions: <https://www.postfix.org/postconf.5.html>; how TLS is set up:
//! <https://www.postfix.org/TLS_README.html>. It lowers OpenSSL's security level by itself, so that its own defaults are
//! open: both ends of the range are always written.

use super::{ALWAYS, Quirk, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::{Conf, Plain, Word, around, assign, text};
use crate::deploy::targets::Reach;
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Postfix.
pub static POSTFIX: Target = Target {
    id: "postfix",
    title: "Postfix",
    also: &["smtp", "mail", "邮件"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://www.postfix.org/postconf.5.html"),
    latest: Version(3, 10, 6),
    oldest: Version(2, 10, 0),
    systems: &[
        ("debian-13", Version(3, 10, 4)),
        ("debian-12", Version(3, 7, 11)),
        ("debian-11", Version(3, 5, 25)),
        ("ubuntu-24.04", Version(3, 8, 6)),
        ("ubuntu-22.04", Version(3, 6, 4)),
        ("ubuntu-20.04", Version(3, 4, 13)),
        ("rhel-10", Version(3, 8, 5)),
        ("rhel-9", Version(3, 5, 25)),
        ("rhel-8", Version(3, 5, 8)),
        ("centos-7", Version(2, 10, 1)),
    ],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(3, 4, 0)),
    ],
    switches: &[(Switch::Hybrid, Version(3, 10, 0)), (Switch::BothKeys, CHAIN_FILES)],
    quirks: &[Quirk::SetsOwnLevel],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::StartTls("smtp", 25),
    render,
    script,
    remarks: |_| vec![RemarkMessage::OpportunisticMail],
    ..USUAL
};

/// `smtpd_tls_chain_files`: keys and chains in any number of files; before, a certificate and a key by their kinds.
const CHAIN_FILES: Version = Version(3, 4, 0);
/// `>=TLSv1.2, <=TLSv1.3`; before, the versions that are left out.
const RANGES: Version = Version(3, 6, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.main.cf", plan.stem), &assign::EQUALS, |conf| parameters(plan, conf));
}

fn parameters(plan: &Plan, conf: &mut Conf) {
    conf.comment("Goes into main.cf. The chain: server certificate first, then each intermediate, no root.");
    let own = Pair { certificate: plan.certificate(), key: plan.key() };
    if plan.version >= CHAIN_FILES {
        // Each key stands before its chain.
        let pairs: Vec<_> = [own].into_iter().chain(plan.second()).collect();
        let last = pairs.len().saturating_sub(1);
        let words = pairs.iter().enumerate().flat_map(|(index, pair)| {
            let end = if index == last { "" } else { "," };
            [around("", &pair.key, ","), around("", &pair.certificate, end)]
        });
        conf.set("smtpd_tls_chain_files", words);
    } else {
        conf.set("smtpd_tls_cert_file", [text(own.certificate)]);
        conf.set("smtpd_tls_key_file", [text(own.key)]);
    }
    match &plan.client_ca {
        Some(authorities) => {
            conf.comment(remark::CLIENTS_OF_MAIL);
            conf.set("smtpd_tls_CAfile", [text(authorities)]);
            conf.set("smtpd_tls_req_ccert", [Plain("yes")]);
            conf.set("smtpd_tls_security_level", [Plain("encrypt")]);
        }
        None => conf.set("smtpd_tls_security_level", [Plain("may")]),
    }
    conf.comment("Passwords are taken over TLS only.");
    conf.set("smtpd_tls_auth_only", [Plain("yes")]);
    for name in ["smtpd_tls_protocols", "smtpd_tls_mandatory_protocols"] {
        conf.set(name, versions(plan));
    }
    if !plan.suites.is_empty() {
        for name in ["smtpd_tls_ciphers", "smtpd_tls_mandatory_ciphers"] {
            conf.set(name, [Plain("high")]);
        }
        conf.set("tls_high_cipherlist", [text(plan.cipher_string())]);
    }
    conf.set("tls_preempt_cipherlist", [Plain(if plan.server_order { "yes" } else { "no" })]);
    if !plan.groups.is_empty() {
        conf.set("tls_eecdh_auto_curves", plan.groups.iter().map(|group| Plain(group.openssl)));
    }
}

fn versions(plan: &Plan) -> Vec<Word> {
    let (oldest, newest) = plan.range();
    if plan.version >= RANGES {
        return vec![around(">=", oldest.openssl(), ","), around("<=", newest.openssl(), "")];
    }
    let out = Protocol::ALL.into_iter().filter(|protocol| *protocol < oldest);
    let out: Vec<_> = ["SSLv2", "SSLv3"].into_iter().chain(out.map(Protocol::openssl)).collect();
    let last = out.len().saturating_sub(1);
    out.iter().enumerate().map(|(index, name)| around("!", name, if index == last { "" } else { "," })).collect()
}

/// Postfix includes nothing: its own tool puts each parameter in its place.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    script.edit(Plain("/etc/postfix/main.cf"));
    let file = format!("{}.main.cf", plan.stem);
    script.install([Plain("grep '^[a-z]'"), text(file), Plain(r"| tr '\n' '\0' | xargs -0 postconf -e")]);
    script.check([Plain("postfix check")]);
    script.service("reload", "postfix");
}
