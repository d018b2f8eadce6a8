//! Eclipse Jetty 9.4 to 12. Modules and properties: <https://jetty.org/docs/jetty/12/operations-guide/protocols/index.html>,
//! and `modules/ssl.mod` of each version.

use super::{ALWAYS, EVERY_PROTOCOL, Library, Target, USUAL, java, low_ports, remark};
use crate::deploy::commands::{Access, Script};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::xml::{Element, element};
use crate::deploy::syntax::{Conf, Plain, Word, around, properties, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Jetty.
pub static JETTY: Target = Target {
    id: "jetty",
    title: "Jetty",
    also: &["java", "eclipse", "solr", "servlet"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://jetty.org/docs/jetty/12/operations-guide/keystore/index.html"),
    latest: Version(12, 1, 0),
    oldest: Version(9, 4, 12),
    systems: &[
        ("debian-12", Version(9, 4, 57)),
        ("debian-11", Version(9, 4, 50)),
        ("ubuntu-24.04", Version(9, 4, 53)),
        ("ubuntu-22.04", Version(9, 4, 45)),
        ("ubuntu-20.04", Version(9, 4, 26)),
    ],
    library: Library::Own,
    protocols: EVERY_PROTOCOL,
    switches: &[(Switch::Hsts, ALWAYS), (Switch::Http2, ALWAYS)],
    fields: &[Field::Paths],
    render,
    script,
    remarks: java::remarks,
    ..USUAL
};

/// Jetty looks at the first name only, and has the document itself.
const DOCUMENT_TYPE: &str =
    "<!DOCTYPE Configure PUBLIC \"-//Jetty//Configure//EN\" \"https://jetty.org/configure_10_0.dtd\">";
const FACTORY: &str = "org.eclipse.jetty.util.ssl.SslContextFactory$Server";
/// A factory of its own for servers; before, there was one for servers and clients.
const SERVER_FACTORY: Version = Version(9, 4, 17);

fn render(plan: &Plan, files: &mut Files) {
    files.conf("certloupe.ini".to_owned(), &properties::PROPERTIES, |conf| lines(plan, conf));
    files.typed_xml("certloupe-tls.xml".to_owned(), DOCUMENT_TYPE, &limits(plan));
    java::security(plan, files);
    if !is_packaged(plan) {
        low_ports::write(plan, files, UNIT);
    }
}

/// Whether it is Debian's, whose unit may bind any port.
fn is_packaged(plan: &Plan) -> bool {
    plan.runs_on(&["debian", "ubuntu"])
}

/// The unit of one in `/opt`.
const UNIT: &str = "jetty";

fn lines(plan: &Plan, conf: &mut Conf) {
    conf.set("--module", [Plain("https")]);
    if plan.on(Switch::Http2) {
        conf.set("--module", [Plain("http2")]);
    }
    if let Some(address) = plan.place.address {
        conf.set("jetty.ssl.host", [text(address)]);
    }
    conf.set("jetty.ssl.port", [text(plan.tls_port())]);
    conf.blank();
    conf.comment("The absolute one: a plain keyStorePath is looked for below the folder of Jetty's base.");
    conf.set("jetty.sslContext.keyStoreAbsolutePath", [text(plan.file(java::KEYSTORE))]);
    conf.set("jetty.sslContext.keyStoreType", [Plain("PKCS12")]);
    conf.comment("It opens nothing without the file, which only Jetty reads.");
    conf.set("jetty.sslContext.keyStorePassword", [Plain(java::PASSWORD)]);
    conf.set("jetty.sslContext.keyManagerPassword", [Plain(java::PASSWORD)]);
    conf.comment("No certificate is asked of clients; the default is a file that is not there.");
    conf.set("jetty.sslContext.trustStoreAbsolutePath", [text(plan.file(java::KEYSTORE))]);
    conf.set("jetty.sslContext.trustStoreType", [Plain("PKCS12")]);
    conf.set("jetty.sslContext.trustStorePassword", [Plain(java::PASSWORD)]);
    conf.set("jetty.sslContext.useCipherSuitesOrder", [truth(plan.server_order)]);
    if let Some((seconds, subdomains)) = plan.hsts_parts() {
        conf.blank();
        conf.comment(remark::HSTS_SECONDS);
        conf.set("jetty.ssl.stsMaxAgeSeconds", [text(seconds)]);
        if subdomains {
            conf.set("jetty.ssl.stsIncludeSubdomains", [truth(true)]);
        }
    }
    conf.blank();
    conf.comment("Versions and suites of TLS have no property.");
    conf.line([Plain("etc/certloupe-tls.xml")]);
}

const fn truth(it: bool) -> Word {
    Plain(if it { "true" } else { "false" })
}

/// Jetty excludes first: the old suites and versions are on its list, so the list is emptied.
fn limits(plan: &Plan) -> Element {
    let class = if plan.version >= SERVER_FACTORY { FACTORY } else { "org.eclipse.jetty.util.ssl.SslContextFactory" };
    let protocols = plan.protocols.iter().map(|protocol| protocol.openssl());
    element("Configure")
        .with("id", Plain("sslContextFactory"))
        .with("class", Plain(class))
        .child(strings("ExcludeProtocols", []))
        .child(strings("IncludeProtocols", protocols))
        .child(strings("ExcludeCipherSuites", []))
        .child(strings("IncludeCipherSuites", plan.iana_suites()))
}

fn strings(name: &'static str, items: impl IntoIterator<Item = &'static str>) -> Element {
    let items = items.into_iter().map(|item| element("Item").text(Plain(item)));
    element("Set")
        .with("name", Plain(name))
        .child(element("Array").with("type", Plain("java.lang.String")).children(items))
}

/// As Debian's package has it, `jetty9`; elsewhere the base is in `/opt`, as Jetty's own service file has it.
fn script(plan: &Plan, script: &mut Script) {
    java::install_keystore(plan, script, Access::group("jetty"));
    java::install_security(plan, script);
    let is_packaged = is_packaged(plan);
    let base = if is_packaged { "/usr/share/jetty9/" } else { "/opt/jetty/base/" };
    for folder in ["start.d", "etc"] {
        script.install([Plain("install -d -m 755"), around(base, folder, "")]);
    }
    script.put("certloupe.ini", around(base, "start.d/certloupe.ini", ""), Access::group("jetty"));
    script.put("certloupe-tls.xml", around(base, "etc/certloupe-tls.xml", ""), Access::ALL);
    if !is_packaged {
        low_ports::install(plan, script, UNIT);
    }
    let check = match is_packaged {
        true => "java -jar /usr/share/jetty9/start.jar jetty.base=/usr/share/jetty9 --dry-run",
        false => "java -jar /opt/jetty/home/start.jar jetty.base=/opt/jetty/base --dry-run",
    };
    script.check([Plain(check)]);
    script.service("restart", if is_packaged { "jetty9" } else { UNIT });
}
