//! Apache Tomcat with Java's TLS. Elements and attributes: <https://tomcat.apache.org/tomcat-10.1-doc/config/http.html>,
//! `rewrite.html` and `config/filter.html` there.

use super::{ALWAYS, Library, Target, USUAL, java, low_ports, remark};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::xml::{Element, element};
use crate::deploy::syntax::{Conf, Plain, apache, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Tomcat.
pub static TOMCAT: Target = Target {
    id: "tomcat",
    title: "Tomcat",
    also: &["java", "catalina", "servlet", "jsp", "jws"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://tomcat.apache.org/tomcat-10.1-doc/ssl-howto.html"),
    latest: Version(11, 0, 15),
    oldest: Version(8, 5, 0),
    systems: &[
        ("debian-12", Version(10, 1, 60)),
        ("ubuntu-24.04", Version(10, 1, 16)),
        ("debian-11", Version(9, 0, 43)),
        ("ubuntu-22.04", Version(9, 0, 58)),
        ("ubuntu-20.04", Version(9, 0, 31)),
    ],
    library: Library::Own,
    protocols: &[
        (Protocol::Tls10, Version(0, 0, 0)),
        (Protocol::Tls11, Version(0, 0, 0)),
        (Protocol::Tls12, Version(0, 0, 0)),
        // With Java 11 and later.
        (Protocol::Tls13, Version(8, 5, 33)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::BothKeys, ALWAYS),
    ],
    fields: &[Field::Paths],
    render,
    script,
    remarks,
    ..USUAL
};

/// Servlets of Jakarta EE, with names of their own.
const JAKARTA: Version = Version(10, 0, 0);
/// `cipherSuites`, in each line of versions. It may have come a little earlier.
const CIPHER_SUITES: [Version; 3] = [Version(9, 0, 113), Version(10, 1, 50), Version(11, 0, 15)];
const CHALLENGE: &str = "/.well-known/acme-challenge";
const JSSE: &str = "org.apache.tomcat.util.net.jsse.JSSEImplementation";

fn render(plan: &Plan, files: &mut Files) {
    files.xml("server.xml".to_owned(), &server(plan));
    if plan.on(Switch::Redirect) {
        files.conf("rewrite.config".to_owned(), &apache::APACHE, |conf| redirect(plan, conf));
    }
    if let Some((seconds, subdomains)) = plan.hsts_parts() {
        files.xml("web.xml.default".to_owned(), &headers(plan, seconds, subdomains));
    }
    java::security(plan, files);
    if !is_packaged(plan) {
        low_ports::write(plan, files, UNIT);
    }
}

/// Whether it is Debian's, whose units may bind any port.
fn is_packaged(plan: &Plan) -> bool {
    plan.runs_on(&["debian", "ubuntu"])
}

/// The unit of one in `/opt`.
const UNIT: &str = "tomcat";

/// The package's own server with another pair of connectors. Its listener for OpenSSL is left out: TLS is Java's.
fn server(plan: &Plan) -> Element {
    let listeners = [
        "org.apache.catalina.startup.VersionLoggerListener",
        "org.apache.catalina.core.JreMemoryLeakPreventionListener",
        "org.apache.catalina.mbeans.GlobalResourcesLifecycleListener",
        "org.apache.catalina.core.ThreadLocalLeakPreventionListener",
    ];
    let listeners = listeners.map(|class| element("Listener").with("className", Plain(class)));
    let users = element("Resource")
        .with("name", Plain("UserDatabase"))
        .with("auth", Plain("Container"))
        .with("type", Plain("org.apache.catalina.UserDatabase"))
        .with("factory", Plain("org.apache.catalina.users.MemoryUserDatabaseFactory"))
        .with("pathname", Plain("conf/tomcat-users.xml"));
    let realm = element("Realm").with("className", Plain("org.apache.catalina.realm.LockOutRealm")).child(
        element("Realm")
            .with("className", Plain("org.apache.catalina.realm.UserDatabaseRealm"))
            .with("resourceName", Plain("UserDatabase")),
    );
    let engine = element("Engine").with("name", Plain("Catalina")).with("defaultHost", Plain("localhost"));
    let service = element("Service")
        .with("name", Plain("Catalina"))
        .remark("Ours: the two connectors, and in the host the first valve with the context below it.")
        .children(plan.on(Switch::Redirect).then(|| plain_http(plan)))
        .child(https(plan))
        .child(engine.child(realm).child(host(plan)));
    element("Server")
        .with("port", Plain("-1"))
        .with("shutdown", Plain("SHUTDOWN"))
        .children(listeners)
        .child(element("GlobalNamingResources").child(users))
        .child(service)
}

fn connector(plan: &Plan, port: u16) -> Element {
    let connector = element("Connector").with("port", text(port));
    match plan.place.address {
        Some(address) => connector.with("address", text(address)),
        None => connector,
    }
}

fn plain_http(plan: &Plan) -> Element {
    connector(plan, plan.place.http_port)
        .with("protocol", Plain("HTTP/1.1"))
        .with("connectionTimeout", Plain("20000"))
        .with("redirectPort", text(plan.tls_port()))
}

fn https(plan: &Plan) -> Element {
    let connector = connector(plan, plan.tls_port())
        .with("protocol", Plain("org.apache.coyote.http11.Http11NioProtocol"))
        .with("sslImplementationName", Plain(JSSE))
        .with("SSLEnabled", Plain("true"))
        .with("scheme", Plain("https"))
        .with("secure", Plain("true"));
    let http2 = element("UpgradeProtocol").with("className", Plain("org.apache.coyote.http2.Http2Protocol"));
    connector.children(plan.on(Switch::Http2).then_some(http2)).child(tls(plan))
}

fn tls(plan: &Plan) -> Element {
    // The signs matter: a list with commas is taken with a warning.
    let protocols: String = plan.protocols.iter().map(|it| format!("+{}", it.openssl())).collect();
    let tls = element("SSLHostConfig").with("protocols", text(protocols));
    let tls = ciphers(plan)
        .into_iter()
        .fold(tls, |tls, (name, suites)| tls.with(name, text(suites.join(","))))
        .with("honorCipherOrder", Plain(if plan.server_order { "true" } else { "false" }))
        .remark(remark::CHAIN);
    let own = Pair { certificate: plan.certificate(), key: plan.key() };
    let Some(second) = plan.second() else { return tls.child(certificate(own)) };
    // Several certificates are told apart by their kind of key.
    let kinds = if plan.key_algorithm == "RSA" { ["RSA", "EC"] } else { ["EC", "RSA"] };
    let pairs = [own, second].into_iter().zip(kinds);
    tls.children(pairs.map(|(pair, kind)| certificate(pair).with("type", Plain(kind))))
}

fn certificate(pair: Pair) -> Element {
    element("Certificate").with("certificateFile", text(pair.certificate)).with("certificateKeyFile", text(pair.key))
}

/// The suites of TLS 1.3 have a list of their own in the newest versions, which warn when they stand in the other.
fn ciphers(plan: &Plan) -> Vec<(&'static str, Vec<&'static str>)> {
    let of_its_line = |since: &&Version| (since.0, since.1) == (plan.version.0, plan.version.1);
    let is_newer = CIPHER_SUITES.iter().all(|since| plan.version >= *since);
    let has_list = is_newer || CIPHER_SUITES.iter().find(of_its_line).is_some_and(|since| plan.version >= *since);
    if !has_list {
        return vec![("ciphers", plan.iana_suites())];
    }
    let newest = ("cipherSuites", plan.suites_of_tls13().to_vec());
    let older = ("ciphers", plan.suites.iter().map(|suite| suite.iana).collect::<Vec<_>>());
    [older, newest].into_iter().filter(|(_, suites)| !suites.is_empty()).collect()
}

fn host(plan: &Plan) -> Element {
    let host = element("Host")
        .with("name", Plain("localhost"))
        .with("appBase", Plain("webapps"))
        .with("unpackWARs", Plain("true"))
        .with("autoDeploy", Plain("true"));
    let log = element("Valve")
        .with("className", Plain("org.apache.catalina.valves.AccessLogValve"))
        .with("directory", Plain("logs"))
        .with("prefix", Plain("localhost_access_log"))
        .with("suffix", Plain(".txt"))
        .with("pattern", Plain("%h %l %u %t \"%r\" %s %b"));
    if !plan.on(Switch::Redirect) {
        return host.child(log);
    }
    host.child(element("Valve").with("className", Plain("org.apache.catalina.valves.rewrite.RewriteValve")))
        .remark(remark::CHALLENGE)
        .child(
            element("Context")
                .with("path", Plain(CHALLENGE))
                .with("docBase", text(plan.pages().join(".well-known/acme-challenge"))),
        )
        .child(log)
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name. Unlike Apache's,
/// these patterns have to match the whole, and the name of the server is that of its host element.
fn redirect(plan: &Plan, conf: &mut Conf) {
    conf.set("RewriteCond", [Plain("%{HTTPS}"), Plain("!=on")]);
    conf.set("RewriteCond", [Plain("%{REQUEST_URI}"), Plain(r"!^/\.well-known/acme-challenge/.*$")]);
    let to = match plan.tls_port() {
        443 => Plain("https://%{HTTP_HOST}%{REQUEST_URI}"),
        port => around("https://%{HTTP_HOST}:", port, "%{REQUEST_URI}"),
    };
    conf.set("RewriteRule", [Plain("^.*$"), to, Plain("[R=301,L]")]);
}

/// What every program of the host gets beside its own `web.xml`.
fn headers(plan: &Plan, seconds: u64, subdomains: bool) -> Element {
    let (names, version) = match plan.version >= JAKARTA {
        true => ("https://jakarta.ee/xml/ns/jakartaee", "5.0"),
        false => ("http://xmlns.jcp.org/xml/ns/javaee", "3.1"),
    };
    let set = |name, value| {
        let name = element("param-name").text(Plain(name));
        element("init-param").child(name).child(element("param-value").text(value))
    };
    let named = || element("filter-name").text(Plain("certloupe"));
    let filter = element("filter")
        .child(named())
        .child(element("filter-class").text(Plain("org.apache.catalina.filters.HttpHeaderSecurityFilter")))
        .child(set("hstsMaxAgeSeconds", text(seconds)))
        .children(subdomains.then(|| set("hstsIncludeSubDomains", Plain("true"))))
        .child(set("antiClickJackingEnabled", Plain("false")))
        .child(set("blockContentTypeSniffingEnabled", Plain("false")));
    let everywhere = element("filter-mapping").child(named()).child(element("url-pattern").text(Plain("/*")));
    element("web-app")
        .with("xmlns", Plain(names))
        .with("version", Plain(version))
        .remark(remark::HSTS_SECONDS)
        .child(filter)
        .child(everywhere)
}

fn remarks(plan: &Plan) -> Vec<RemarkMessage> {
    [RemarkMessage::TomcatWholeFile].into_iter().chain(java::remarks(plan)).collect()
}

/// As Debian's packages have it, `tomcat10` with a folder of that name; elsewhere the service is `tomcat`, in `/opt`.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("tomcat"));
    java::install_security(plan, script);
    let (conf, service, program) = match plan.version.0 {
        _ if !is_packaged(plan) => ("/opt/tomcat/conf/", UNIT, "/opt/tomcat/bin/configtest.sh"),
        9 => ("/etc/tomcat9/", "tomcat9", DEBIAN_9),
        10 => ("/etc/tomcat10/", "tomcat10", DEBIAN_10),
        _ => ("/etc/tomcat11/", "tomcat11", DEBIAN_11),
    };
    let to = |name| around(conf, name, "");
    let readable = Access::group("tomcat");
    script.put("server.xml", to("server.xml"), readable);
    let host = plan.on(Switch::Redirect).then_some("rewrite.config").into_iter();
    script.install([Plain("install -d -m 755"), around(conf, "Catalina/localhost", "")]);
    for name in host.chain(plan.hsts.is_some().then_some("web.xml.default")) {
        script.put(name, around(conf, format!("Catalina/localhost/{name}"), ""), readable);
    }
    if plan.on(Switch::Redirect) {
        install_pages(plan, script);
        script.folder(&plan.pages().join(".well-known/acme-challenge"));
    }
    if !is_packaged(plan) {
        low_ports::install(plan, script, UNIT);
    }
    script.check([Plain(program)]);
    script.service("restart", service);
}

const DEBIAN_9: &str = "CATALINA_BASE=/var/lib/tomcat9 /usr/share/tomcat9/bin/configtest.sh";
const DEBIAN_10: &str = "CATALINA_BASE=/var/lib/tomcat10 /usr/share/tomcat10/bin/configtest.sh";
const DEBIAN_11: &str = "CATALINA_BASE=/var/lib/tomcat11 /usr/share/tomcat11/bin/configtest.sh";
