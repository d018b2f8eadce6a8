//! Exim, which is built with OpenSSL by most and with GnuTLS by Debian: options
//! <https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html>.
//! Debian 12 has no build with OpenSSL; one made by hand (4.96, OpenSSL 3.0) served the chain and exactly the versions of each
//! profile. The two read `tls_require_ciphers` in languages of their own, and only one of them takes `openssl_options`. Built with
//! GnuTLS its defaults are open to TLS 1.0.

use super::{EVERY_PROTOCOL, Judge, Library, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::gnutls;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, around, assign, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, TargetGroup};

/// Exim with OpenSSL.
pub static EXIM: Target = Target {
    id: "exim",
    title: "Exim (OpenSSL)",
    also: &["smtp", "mail", "cpanel", "邮件"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, PAGE),
    latest: Version(4, 99, 0),
    oldest: Version(4, 92, 0),
    library: Library::OpenSsl,
    protocols: EVERY_PROTOCOL,
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::StartTls("smtp", 25),
    render,
    script,
    remarks: |_| vec![RemarkMessage::OpportunisticMail],
    judge: Judge::Like("exim-gnutls"),
    ..USUAL
};

/// Exim with GnuTLS, as Debian and Ubuntu have it.
pub static EXIM_GNUTLS: Target = Target {
    id: "exim-gnutls",
    title: "Exim (Debian, GnuTLS)",
    systems: &[
        ("debian-13", Version(4, 98, 2)),
        ("debian-12", Version(4, 96, 0)),
        ("debian-11", Version(4, 94, 2)),
        ("ubuntu-24.04", Version(4, 97, 0)),
        ("ubuntu-22.04", Version(4, 95, 0)),
        ("ubuntu-20.04", Version(4, 93, 0)),
    ],
    library: Library::GnuTls,
    remarks: |_| vec![RemarkMessage::OpportunisticMail, RemarkMessage::EximMacros],
    judge: Judge::Server,
    ..EXIM
};

const PAGE: &str =
    "https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html";

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.exim.conf", plan.stem), &assign::EQUALS, |conf| options(plan, conf));
}

fn options(plan: &Plan, conf: &mut Conf) {
    conf.comment(match plan.target.library {
        Library::GnuTls => "Exim takes each of these once: MAIN_TLS_ENABLE and older ones of the same name have to go.",
        _ => "Exim takes each of these once: older ones of the same name have to go.",
    });
    for (name, value) in settings(plan) {
        match name {
            "tls_certificate" => conf.comment(remark::CHAIN),
            "tls_verify_certificates" => conf.comment(remark::CLIENTS_OF_MAIL),
            _ => {}
        }
        conf.set(name, value);
    }
}

/// What is set, by name.
fn settings(plan: &Plan) -> Vec<(&'static str, Vec<Word>)> {
    let mut settings = vec![
        ("tls_advertise_hosts", vec![Plain("*")]),
        ("tls_certificate", vec![text(plan.certificate())]),
        ("tls_privatekey", vec![text(plan.key())]),
    ];
    if let Some(authorities) = &plan.client_ca {
        settings.push(("tls_verify_certificates", vec![text(authorities)]));
        settings.push(("tls_verify_hosts", vec![Plain("*")]));
    }
    if plan.target.library == Library::GnuTls {
        settings.push(("tls_require_ciphers", vec![text(gnutls::priority(plan))]));
        return settings;
    }
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        settings.push(("tls_require_ciphers", vec![text(ciphers)]));
    }
    let left_out = Protocol::ALL.into_iter().filter(|protocol| !plan.protocols.contains(protocol)).map(|protocol| {
        Plain(match protocol {
            Protocol::Tls10 => "+no_tlsv1",
            Protocol::Tls11 => "+no_tlsv1_1",
            Protocol::Tls12 => "+no_tlsv1_2",
            Protocol::Tls13 => "+no_tlsv1_3",
        })
    });
    let order = plan.server_order.then_some(Plain("+cipher_server_preference"));
    settings.push(("openssl_options", [Plain("+no_sslv3")].into_iter().chain(left_out).chain(order).collect()));
    settings
}

/// Makes remarks of the lines above the first section that set one of ours too, with the lines that continue them: the
/// file of the packages sets some, and twice is an error. What transports set by the same names is another thing.
fn older_ones_go(plan: &Plan) -> Word {
    let names: Vec<_> = settings(plan).into_iter().map(|(name, _)| name).collect();
    text(format!(
        r"1,/^begin[[:space:]]/{{/^[[:space:]]*(hide[[:space:]]+)?({})[[:space:]]*=/{{:more;s/^/# /;/\\$/{{n;b more;}};}};}}",
        names.join("|")
    ))
}

/// Debian makes its configuration from parts, one of which is for our own lines; the others have one file, whose first
/// section takes them.
fn script(plan: &Plan, script: &mut Script) {
    let file = format!("{}.exim.conf", plan.stem);
    if plan.target.library == Library::GnuTls {
        install_certificates(plan, script, Access::group("Debian-exim"));
        script.put(&file, around("/etc/exim4/", &file, ""), Access::ALL);
        let own = Plain("/etc/exim4/exim4.conf.localmacros");
        script.include(around(".include /etc/exim4/", &file, ""), own.clone());
        script.install([Plain("sed -i -E 's/^[[:space:]]*MAIN_TLS_ENABLE[[:space:]]*=/# &/'"), own]);
        script.check([Plain("update-exim4.conf --check")]);
        return script.service("restart", "exim4");
    }
    install_certificates(plan, script, Access::group("exim"));
    script.put(&file, around("/etc/exim/", &file, ""), Access::ALL);
    let line = around("1i .include /etc/exim/", &file, "");
    script.edit(Plain("/etc/exim/exim.conf"));
    script.install([Plain("sed -i -E"), older_ones_go(plan), Plain("/etc/exim/exim.conf")]);
    let there = [Plain("grep -qxF"), around(".include /etc/exim/", &file, ""), Plain("/etc/exim/exim.conf")];
    script.install(there.into_iter().chain([Plain("|| sed -i"), line, Plain("/etc/exim/exim.conf")]));
    script.check([Plain("exim -bV >/dev/null")]);
    script.service("restart", "exim");
}
