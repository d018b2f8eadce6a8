//! WildFly and JBoss EAP: a script of the management CLI. Attributes:
//! <https://docs.wildfly.org/37/wildscribe/subsystem/elytron/server-ssl-context/index.html>, and
//! <https://docs.wildfly.org/37/WildFly_Elytron_Security.html>.

use super::{ALWAYS, Judge, Library, Target, USUAL, java, low_ports, remark};
use crate::deploy::commands::{Access, Script};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::code::{Code, JBOSS_CLI};
use crate::deploy::syntax::{Plain, Word, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch, TargetGroup};

/// WildFly.
pub static WILDFLY: Target = Target {
    id: "wildfly",
    title: "WildFly",
    also: &["java", "jboss", "eap", "undertow", "elytron"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://docs.wildfly.org/37/WildFly_Elytron_Security.html"),
    latest: Version(37, 0, 0),
    oldest: Version(11, 0, 0),
    library: Library::Own,
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, TLS13),
    ],
    switches: &[(Switch::Hsts, ALWAYS), (Switch::Http2, ALWAYS)],
    fields: &[Field::Paths],
    render,
    script,
    remarks: java::remarks,
    judge: Judge::Program("a reader of the grammar of jboss-cli, and a table of operations and attributes"),
    ..USUAL
};

/// `cipher-suite-names`, the suites of TLS 1.3, with Java 11 and later.
const TLS13: Version = Version(19, 0, 0);
/// Security realms are gone: the listener of the default configuration has a context already.
const WITHOUT_REALMS: Version = Version(25, 0, 0);

const SCRIPT: &str = "certloupe.cli";

fn render(plan: &Plan, files: &mut Files) {
    files.code(SCRIPT.to_owned(), &JBOSS_CLI, |code| batch(plan, code));
    java::security(plan, files);
    low_ports::write(plan, files, UNIT);
}

/// The unit that its own service files make.
const UNIT: &str = "wildfly";

/// All or nothing: a batch is one step.
fn batch(plan: &Plan, code: &mut Code) {
    code.comment("All of it or nothing. A second run stops at the first line: what it adds is there already.");
    code.own("batch");
    let store = text(plan.file(java::KEYSTORE));
    code.comment("The password opens nothing without the file, which only the server reads.");
    code.line([
        Plain("/subsystem=elytron/key-store=certloupe:add(path="),
        store,
        Plain(", type=PKCS12, credential-reference={clear-text=\"certloupe\"})"),
    ]);
    code.own(
        "/subsystem=elytron/key-manager=certloupe:add(key-store=certloupe, credential-reference={clear-text=\"certloupe\"})",
    );
    code.line(context(plan));
    if plan.version < WITHOUT_REALMS {
        code.own(
            "/subsystem=undertow/server=default-server/https-listener=https:undefine-attribute(name=security-realm)",
        );
    }
    code.own(
        "/subsystem=undertow/server=default-server/https-listener=https:write-attribute(name=ssl-context, value=certloupe)",
    );
    let http2 = if plan.on(Switch::Http2) { "true)" } else { "false)" };
    code.line([
        Plain(
            "/subsystem=undertow/server=default-server/https-listener=https:write-attribute(name=enable-http2, value=",
        ),
        Plain(http2),
    ]);
    code.number(
        "/socket-binding-group=standard-sockets/socket-binding=https:write-attribute(name=port, value=",
        plan.tls_port(),
        ")",
    );
    if let Some(hsts) = &plan.hsts {
        code.comment(remark::HSTS);
        code.line([
            Plain("/subsystem=undertow/configuration=filter/response-header=hsts:add(header-name=\"Strict-Transport-Security\", header-value="),
            text(hsts),
            Plain(")"),
        ]);
        code.own("/subsystem=undertow/server=default-server/host=default-host/filter-ref=hsts:add()");
    }
    code.own("run-batch");
}

/// Versions and suites of TLS stand in one place, for each connector that names it.
fn context(plan: &Plan) -> Vec<Word> {
    let mut words =
        vec![Plain("/subsystem=elytron/server-ssl-context=certloupe:add(key-manager=certloupe, protocols=[")];
    for (index, protocol) in plan.protocols.iter().enumerate() {
        words.extend((index > 0).then_some(Plain(", ")));
        words.push(text(protocol.openssl()));
    }
    words.push(Plain("]"));
    if !plan.suites.is_empty() {
        let suites: Vec<_> = plan.suites.iter().map(|suite| suite.openssl).collect();
        words.extend([Plain(", cipher-suite-filter="), text(suites.join(":"))]);
    }
    let newest = plan.suites_of_tls13();
    if !newest.is_empty() {
        words.extend([Plain(", cipher-suite-names="), text(newest.join(":"))]);
    }
    let order = if plan.server_order { "true)" } else { "false)" };
    words.extend([Plain(", use-cipher-suites-order="), Plain(order)]);
    words
}

/// WildFly in `/opt`, as its own service files have it. The script changes the running server, which keeps the change in
/// `standalone.xml`.
fn script(plan: &Plan, script: &mut Script) {
    java::install_keystore(plan, script, Access::group("wildfly"));
    java::install_security(plan, script);
    script.edit(Plain("/opt/wildfly/standalone/configuration/standalone.xml"));
    low_ports::install(plan, script, UNIT);
    script.install([Plain("/opt/wildfly/bin/jboss-cli.sh --connect --file=certloupe.cli")]);
    let read =
        "/opt/wildfly/bin/jboss-cli.sh --connect '/subsystem=elytron/server-ssl-context=certloupe:read-resource'";
    script.check([Plain(read)]);
    script.service("restart", UNIT);
}
