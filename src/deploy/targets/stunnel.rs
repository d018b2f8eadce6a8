//! stunnel. Options: <https://www.stunnel.org/static/stunnel.html>; their versions: its NEWS.

use super::{EVERY_PROTOCOL, Reach, Target, USUAL, remark};
use crate::deploy::allow::Host;
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, around, assign, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch, TargetGroup};

/// stunnel.
pub static STUNNEL: Target = Target {
    id: "stunnel",
    title: "stunnel",
    also: &["tunnel"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://www.stunnel.org/static/stunnel.html"),
    latest: Version(5, 75, 0),
    oldest: Version(5, 50, 0),
    systems: &[
        ("debian-13", Version(5, 74, 0)),
        ("debian-12", Version(5, 68, 0)),
        ("debian-11", Version(5, 56, 0)),
        ("ubuntu-24.04", Version(5, 72, 0)),
        ("ubuntu-22.04", Version(5, 63, 0)),
        ("ubuntu-20.04", Version(5, 56, 0)),
        ("rhel-9", Version(5, 71, 0)),
        ("rhel-8", Version(5, 71, 0)),
    ],
    protocols: EVERY_PROTOCOL,
    switches: &[(Switch::Hybrid, CURVES)],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    behind: Some("http://127.0.0.1:80"),
    reach: Reach::Tls(443),
    render,
    script,
    remarks,
    ..USUAL
};

/// `curves`, a list; before, `curve` took one.
const CURVES: Version = Version(5, 51, 0);

/// `stunnel@.service` of Debian.
const INSTANCES: Version = Version(5, 56, 0);
/// Debian's makes no file for its process number unless it is told to.
const NO_PROCESS_FILE: Version = Version(5, 68, 0);

/// The port behind that is assumed where no upstream is given: that of plain HTTP.
const BEHIND: &str = "127.0.0.1:";

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &assign::EQUALS, |conf| {
        if start(plan) == Start::Instance {
            conf.set("foreground", [Plain("yes")]);
        }
        if let Some(user) = user(plan) {
            conf.comment("Who it becomes when it has read the key.");
            conf.set("setuid", [Plain(user)]);
            conf.set("setgid", [Plain(user)]);
        }
        conf.block([text(&plan.stem)], |conf| service(plan, conf));
    });
}

fn service(plan: &Plan, conf: &mut Conf) {
    match plan.place.address {
        Some(address) => {
            conf.set("accept", [text(format!("{}:{}", Host::Ip(address).in_url(), plan.tls_port()))]);
        }
        None => conf.set("accept", [around(":::", plan.tls_port(), "")]),
    }
    conf.comment("What comes out of the tunnel goes here, without TLS.");
    match &plan.upstream {
        Some(upstream) => conf.set("connect", [text(upstream.authority())]),
        None => conf.set("connect", [around(BEHIND, plan.place.http_port, "")]),
    }
    conf.comment(remark::CHAIN);
    conf.set("cert", [text(plan.certificate())]);
    conf.set("key", [text(plan.key())]);
    if let Some(authorities) = &plan.client_ca {
        conf.comment(remark::CLIENTS);
        conf.set("CAfile", [text(authorities)]);
        conf.set("verifyChain", [Plain("yes")]);
        conf.set("requireCert", [Plain("yes")]);
    }
    let (oldest, newest) = plan.range();
    conf.set("sslVersionMin", [Plain(oldest.openssl())]);
    conf.set("sslVersionMax", [Plain(newest.openssl())]);
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        conf.set("ciphers", [text(ciphers)]);
    }
    let groups = plan.group_string();
    if !groups.is_empty() {
        conf.set("curves", [text(groups)]);
    }
    if plan.server_order {
        conf.set("options", [Plain("CIPHER_SERVER_PREFERENCE")]);
    }
}

fn remarks(plan: &Plan) -> Vec<RemarkMessage> {
    match &plan.upstream {
        Some(upstream) if upstream.https => vec![RemarkMessage::PlainBehind],
        _ => Vec::new(),
    }
}

/// How a configuration is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// Debian's `stunnel@.service`, an instance a file, which wants a program that stays in the foreground.
    Instance,
    /// That of Red Hat, which wants one that goes to the background.
    ForkingInstance,
    /// Debian's old script, which starts each file of the folder.
    Script,
}

/// Debian has had instances since 5.56+dfsg-7, which Ubuntu 20.04 is older than; the old script has been off since.
fn start(plan: &Plan) -> Start {
    match () {
        () if plan.runs_on(&["rhel", "centos"]) => Start::ForkingInstance,
        () if plan.runs_on(&["ubuntu-20.04"]) || plan.version < INSTANCES => Start::Script,
        () => Start::Instance,
    }
}

/// The user and group to become after the key was read; root where nobody knows one.
fn user(plan: &Plan) -> Option<&'static str> {
    match () {
        // Before, Debian's made a file for its process number that this user could not write.
        () if plan.version < NO_PROCESS_FILE => None,
        () if plan.runs_on(&["debian", "ubuntu"]) => Some("stunnel4"),
        () if plan.runs_on(&["rhel"]) => Some("nobody"),
        () => None,
    }
}

/// An instance is stopped where its file is gone again: its unit stays.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    let file = format!("{}.conf", plan.stem);
    let place = around("/etc/stunnel/", &file, "");
    script.put(&file, place.clone(), Access::ALL);
    if start(plan) == Start::Script {
        return script.service("restart", "stunnel4");
    }
    let instance = around("stunnel@", &plan.stem, "");
    script.install([Plain("systemctl enable"), instance.clone()]);
    script.take_back([Plain("[ -e"), place, Plain("] || systemctl disable --now"), instance.clone()]);
    let restart = [Plain("systemctl is-enabled --quiet"), instance.clone(), Plain("&& systemctl restart"), instance];
    script.reload(restart);
}
