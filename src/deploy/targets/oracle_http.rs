//! Oracle HTTP Server: Apache with a TLS of Oracle's own, whose certificate and key stand in a wallet. Directives:
//! <https://docs.oracle.com/en/middleware/fusion-middleware/web-tier/12.2.1.4/administer-ohs/ohs-module-directives.html>
//! (mod_ossl); the wallet: `orapki` in the guide of the database's administrator.

use super::{ALWAYS, Judge, Library, Target, USUAL, apache};
use crate::deploy::commands::{Access, Script, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, apache::APACHE, around, on_off, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// Oracle HTTP Server.
pub static ORACLE_HTTP: Target = Target {
    id: "oracle-http",
    title: "Oracle HTTP Server",
    also: &["ohs", "oracle"],
    documentation: (
        Doc::Page,
        "https://docs.oracle.com/en/middleware/fusion-middleware/web-tier/12.2.1.4/administer-ohs/ohs-module-directives.html",
    ),
    latest: NEWEST,
    oldest: Version(12, 2, 1),
    library: Library::Own,
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, NEWEST),
    ],
    switches: &[(Switch::Redirect, ALWAYS), (Switch::Hsts, ALWAYS), (Switch::WebSocket, ALWAYS)],
    fields: &[Field::Upstream, Field::Paths],
    // Oracle's TLS has no ChaCha20.
    has_suite: |suite| !suite.iana.contains("CHACHA20"),
    render,
    script,
    remarks: |_| vec![RemarkMessage::OraclePorts, RemarkMessage::OracleOwner],
    judge: Judge::Like("apache"),
    ..USUAL
};

/// The first with TLS 1.3.
const NEWEST: Version = Version(14, 1, 2);
/// The Apache that its oldest version here is made from.
const CORE: Version = Version(2, 4, 39);

fn render(plan: &Plan, files: &mut Files) {
    let mut apache = plan.clone();
    apache.version = CORE;
    files.conf("certloupe.conf".to_owned(), &APACHE, |conf| apache::sites(&apache, conf, tls));
}

fn tls(plan: &Plan, conf: &mut Conf) {
    conf.set("SSLEngine", [Plain("on")]);
    conf.comment("The folder with cwallet.sso, which opens without a password: certificate, chain and key in one.");
    conf.set("SSLWallet", [text(plan.file("wallet"))]);
    conf.blank();
    conf.comment("Sites that share an address and port should agree here: the first of them decides.");
    let versions = plan.protocols.iter().map(|protocol| around("+", protocol.openssl(), ""));
    conf.set("SSLProtocol", [Plain("-all")].into_iter().chain(versions));
    if !plan.suites.is_empty() {
        let suites: Vec<_> = plan.suites.iter().map(|suite| suite.iana).collect();
        conf.set("SSLCipherSuite", [text(suites.join(","))]);
    }
    conf.set("SSLHonorCipherOrder", [Plain(on_off(plan.server_order))]);
}

/// Run as root, like all the others. The server runs as the user whom its domain belongs to, who gets the wallet and
/// starts the server: root would leave files there that this user can not write. A wallet is a PKCS #12 file of its own
/// name until `orapki` makes it open without its password, which nobody needs again.
fn script(plan: &Plan, script: &mut Script) {
    let wallet = plan.file("wallet");
    let (certificate, key) = match &plan.own_files {
        Some(own) => (text(&own.certificate), text(&own.key)),
        None => (text("fullchain.pem"), text("privkey.pem")),
    };
    script.renewing(|script| {
        script.ask("ORACLE_HOME", "the home of the Oracle software, as setDomainEnv.sh of the domain has it");
        script.ask("DOMAIN_HOME", "the folder of the domain, which setDomainEnv.sh names");
        script.folder(&wallet);
        script.install([
            Plain(
                "(umask 077; password=$(openssl rand -hex 16); openssl pkcs12 -export -passout \"pass:$password\" -in",
            ),
            certificate,
            Plain("-inkey"),
            key,
            Plain("-out"),
            text(wallet.join("ewallet.p12")),
            Plain("&& \"$ORACLE_HOME/oracle_common/bin/orapki\" wallet create -auto_login -pwd \"$password\" -wallet"),
            text(&wallet),
            Plain(")"),
        ]);
        script.install([Plain("chown -R --reference=\"$DOMAIN_HOME\""), text(&wallet)]);
    });
    let modules = Plain("\"$DOMAIN_HOME/config/fmwconfig/components/OHS/ohs1/moduleconf/certloupe.conf\"");
    install_pages(plan, script);
    // Who runs these is not root.
    script.keep_in("kept=\"${DOMAIN_HOME:?}/certloupe.kept\"");
    script.put("certloupe.conf", modules, Access::ALL);
    script.check([Plain("\"$ORACLE_HOME/oracle_common/bin/orapki\" wallet display -wallet"), text(&wallet)]);
    script.reload([Plain(STOP)]);
    script.reload([Plain(START)]);
}

const STOP: &str = "su -s /bin/sh -c \"'$DOMAIN_HOME/bin/stopComponent.sh' ohs1\" \"$(stat -c %U \"$DOMAIN_HOME\")\"";
const START: &str = "su -s /bin/sh -c \"'$DOMAIN_HOME/bin/startComponent.sh' ohs1\" \"$(stat -c %U \"$DOMAIN_HOME\")\"";
