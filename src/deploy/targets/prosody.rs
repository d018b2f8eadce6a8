//! Prosody. Options: <https://prosody.im/doc/advanced_ssl_config>. There is an oldest version of TLS to set, and no newest.

use super::{EVERY_PROTOCOL, Reach, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::code::{Code, LUA};
use crate::deploy::syntax::{Plain, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Switch, TargetGroup};

/// Prosody.
pub static PROSODY: Target = Target {
    id: "prosody",
    title: "Prosody",
    also: &["xmpp", "jabber"],
    group: TargetGroup::Service,
    documentation: (Doc::Page, "https://prosody.im/doc/advanced_ssl_config"),
    latest: Version(13, 0, 2),
    oldest: Version(0, 11, 0),
    systems: &[
        ("debian-13", Version(13, 0, 1)),
        ("debian-12", Version(0, 12, 3)),
        ("debian-11", Version(0, 11, 9)),
        ("ubuntu-24.04", Version(0, 12, 4)),
        ("ubuntu-22.04", Version(0, 11, 13)),
        ("ubuntu-20.04", Version(0, 11, 4)),
    ],
    protocols: EVERY_PROTOCOL,
    begins_with: &[(Protocol::Tls13, Version(0, 12, 0))],
    switches: &[(Switch::Hybrid, Version(0, 12, 0))],
    reach: Reach::StartTls("xmpp", 5222),
    render,
    script,
    ..USUAL
};

fn render(plan: &Plan, files: &mut Files) {
    files.code(format!("{}.cfg.lua", plan.stem), &LUA, |code| options(plan, code));
}

fn options(plan: &Plan, code: &mut Code) {
    code.comment("For every host of this server; what a VirtualHost says of its own counts more.");
    code.block([Plain("ssl = {")], "}", |code| {
        code.comment(remark::CHAIN);
        code.line([Plain("certificate = "), text(plan.certificate()), Plain(";")]);
        code.line([Plain("key = "), text(plan.key()), Plain(";")]);
        code.line([Plain("protocol = "), Plain(oldest(plan.range().0)), Plain(";")]);
        let ciphers = plan.cipher_string();
        if !ciphers.is_empty() {
            code.line([Plain("ciphers = "), text(ciphers), Plain(";")]);
        }
        if !plan.groups.is_empty() {
            code.block([Plain("curveslist = {")], "};", |code| {
                for group in &plan.groups {
                    code.line([text(group.openssl), Plain(";")]);
                }
            });
        }
        let order = if plan.server_order { "true" } else { "false" };
        code.line([Plain("options = { cipher_server_preference = "), Plain(order), Plain(" };")]);
    });
}

const fn oldest(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "\"tlsv1+\"",
        Protocol::Tls11 => "\"tlsv1_1+\"",
        Protocol::Tls12 => "\"tlsv1_2+\"",
        Protocol::Tls13 => "\"tlsv1_3+\"",
    }
}

/// The folder that the packages read; the server runs as a user of its own, who reads the key.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("prosody"));
    let file = format!("{}.cfg.lua", plan.stem);
    script.put(&file, around("/etc/prosody/conf.d/", &file, ""), Access::ALL);
    script.check([Plain("prosodyctl check config")]);
    script.service("restart", "prosody");
}
