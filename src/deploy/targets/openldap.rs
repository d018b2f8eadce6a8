//! OpenLDAP, which is built with OpenSSL by most and with GnuTLS by Debian: options
//! <https://www.openldap.org/software/man.cgi?query=slapd-config>. The server keeps its configuration in itself, so that
//! what is written is a change to it (LDIF, RFC 2849). GnuTLS ignores `olcTLSProtocolMin`, and its default is open to
//! TLS 1.0: the versions stand in the priority string. Debian 12 has no build with OpenSSL; one made by hand (2.5.13, OpenSSL
//! 3.0) took the change, and served the chain and exactly the versions of each profile.

use super::{ALWAYS, EVERY_PROTOCOL, Judge, Library, Reach, Target, USUAL, apparmor};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::gnutls;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, Word, assign, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch, TargetGroup};

/// OpenLDAP with OpenSSL.
pub static OPENLDAP: Target = Target {
    id: "openldap",
    title: "OpenLDAP (OpenSSL)",
    also: &["slapd", "ldap", "ldaps"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://www.openldap.org/software/man.cgi?query=slapd-config"),
    latest: Version(2, 6, 10),
    oldest: Version(2, 5, 0),
    protocols: EVERY_PROTOCOL,
    switches: &[(Switch::Hybrid, ALWAYS)],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    reach: Reach::StartTls("ldap", 389),
    render,
    script,
    judge: Judge::Like("openldap-gnutls"),
    ..USUAL
};

/// OpenLDAP with GnuTLS, as Debian and Ubuntu have it.
pub static OPENLDAP_GNUTLS: Target = Target {
    id: "openldap-gnutls",
    title: "OpenLDAP (Debian, GnuTLS)",
    oldest: Version(2, 4, 0),
    systems: &[
        ("debian-13", Version(2, 6, 10)),
        ("debian-12", Version(2, 5, 13)),
        ("debian-11", Version(2, 4, 57)),
        ("ubuntu-24.04", Version(2, 6, 7)),
        ("ubuntu-22.04", Version(2, 5, 16)),
        ("ubuntu-20.04", Version(2, 4, 49)),
    ],
    library: Library::GnuTls,
    switches: &[],
    judge: Judge::Server,
    ..OPENLDAP
};

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.ldif", plan.stem), &assign::LDIF, |conf| change(plan, conf));
}

/// All in one change: the server tries the pair of certificate and key when it is whole.
fn change(plan: &Plan, conf: &mut Conf) {
    conf.comment("The file with the certificate: the server's first, then each intermediate; the root stays out.");
    conf.set("dn", [Plain("cn=config")]);
    conf.set("changetype", [Plain("modify")]);
    for (index, (name, value)) in attributes(plan).into_iter().enumerate() {
        if index > 0 {
            conf.set("-", []);
        }
        conf.set("replace", [Plain(name)]);
        conf.set(name, [value]);
    }
}

fn attributes(plan: &Plan) -> Vec<(&'static str, Word)> {
    let is_gnutls = plan.target.library == Library::GnuTls;
    let mut attributes =
        vec![("olcTLSCertificateFile", text(plan.certificate())), ("olcTLSCertificateKeyFile", text(plan.key()))];
    if let Some(authorities) = &plan.client_ca {
        attributes.push(("olcTLSCACertificateFile", text(authorities)));
    }
    attributes.push(("olcTLSVerifyClient", Plain(if plan.client_ca.is_some() { "demand" } else { "never" })));
    let ciphers = if is_gnutls { gnutls::priority(plan) } else { plan.cipher_string() };
    if !ciphers.is_empty() {
        attributes.push(("olcTLSCipherSuite", text(ciphers)));
    }
    if !is_gnutls {
        let oldest = match plan.range().0 {
            Protocol::Tls10 => "3.1",
            Protocol::Tls11 => "3.2",
            Protocol::Tls12 => "3.3",
            Protocol::Tls13 => "3.4",
        };
        attributes.push(("olcTLSProtocolMin", Plain(oldest)));
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        attributes.push(("olcTLSECName", text(groups)));
    }
    attributes
}

/// The server takes the change at once, over its local socket, where root may change everything. What it keeps stands in
/// one file, which can be put back while it does not run.
fn script(plan: &Plan, script: &mut Script) {
    let (group, kept) = match plan.target.library {
        Library::GnuTls => ("openldap", "/etc/ldap/slapd.d/cn=config.ldif"),
        _ => ("ldap", "/etc/openldap/slapd.d/cn=config.ldif"),
    };
    install_certificates(plan, script, Access::group(group));
    if plan.target.library == Library::GnuTls {
        apparmor::SLAPD.allow(plan, script);
    }
    script.edit(Plain(kept));
    script.install([Plain("ldapmodify -Q -Y EXTERNAL -H ldapi:/// -f"), text(format!("{}.ldif", plan.stem))]);
    script.check([Plain("slaptest -u")]);
    script.service("restart", "slapd");
}
