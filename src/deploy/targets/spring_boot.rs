//! Spring Boot: the properties of `application.yml`, as
//! <https://docs.spring.io/spring-boot/appendix/application-properties/index.html> lists them.

use super::{ALWAYS, EVERY_PROTOCOL, Judge, Library, Target, USUAL, java, low_ports};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Spring Boot.
pub static SPRING_BOOT: Target = Target {
    id: "spring-boot",
    title: "Spring Boot",
    also: &["java", "spring", "application.yml", "若依", "ruoyi"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://docs.spring.io/spring-boot/reference/features/ssl.html"),
    latest: Version(4, 0, 0),
    oldest: Version(2, 0, 0),
    library: Library::Own,
    // TLS 1.3 with Java 11 and later.
    protocols: EVERY_PROTOCOL,
    switches: &[(Switch::Http2, ALWAYS)],
    fields: &[Field::Paths],
    render,
    script,
    remarks,
    judge: Judge::Program("PyYAML, and a table of the property names of each version"),
    ..USUAL
};

/// Files of PEM by their own properties; before, key stores only.
const PEM: Version = Version(2, 7, 0);
/// `spring.ssl.bundle`.
const BUNDLES: Version = Version(3, 1, 0);
/// A bundle follows its files.
const RELOADS: Version = Version(3, 2, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.tree("application.yml".to_owned(), Form::Yaml, &[properties(plan)]);
    java::security(plan, files);
}

fn properties(plan: &Plan) -> Tree {
    let server = map([("port", Tree::Number(plan.tls_port().into()))])
        .and_some("address", plan.place.address.map(value))
        .and_some("http2", plan.on(Switch::Http2).then(|| map([("enabled", Tree::Truth(true))])));
    if plan.version >= BUNDLES {
        let server = server.and("ssl", map([("bundle", own("web"))]));
        let bundles = map([("bundle", map([("pem", map([("web", bundle(plan))]))]))]);
        return map([("server", server), ("spring", map([("ssl", bundles)]))]);
    }
    map([("server", server.and("ssl", one_by_one(plan)))])
}

/// The server certificate first, then each intermediate, in a bundle that other connectors can use too.
fn bundle(plan: &Plan) -> Tree {
    let store = map([("certificate", file(plan.certificate())), ("private-key", file(plan.key()))]);
    let bundle = map([("keystore", store), ("options", limits(plan))]);
    let bundle = bundle.remarked("Java has one list for all versions: a version without suites is off.");
    match plan.version >= RELOADS {
        true => {
            bundle.and("reload-on-update", Tree::Truth(true)).remarked("Renewed files are taken without a restart.")
        }
        false => bundle,
    }
}

fn one_by_one(plan: &Plan) -> Tree {
    let store = match plan.version >= PEM {
        true => map([("certificate", file(plan.certificate())), ("certificate-private-key", file(plan.key()))]),
        false => map([
            ("key-store", file(plan.file(java::KEYSTORE))),
            ("key-store-type", own("PKCS12")),
            ("key-alias", own(java::ALIAS)),
            ("key-store-password", own(java::PASSWORD)),
        ])
        .remarked("It opens nothing without the file, which only the program reads."),
    };
    let Tree::Map(limits) = limits(plan) else { return store };
    let Tree::Map(mut entries) = store else { return store };
    entries.extend(limits);
    Tree::Map(entries)
}

fn limits(plan: &Plan) -> Tree {
    let versions = plan.protocols.iter().map(|protocol| own(protocol.openssl()));
    map([("enabled-protocols", list(versions)), ("ciphers", list(plan.iana_suites().into_iter().map(own)))])
}

fn file(path: impl std::fmt::Display) -> Tree {
    Tree::Text(around("file:", path, ""))
}

fn remarks(plan: &Plan) -> Vec<RemarkMessage> {
    let low = low_ports::are_asked(plan).then_some(RemarkMessage::LowPorts);
    [RemarkMessage::SpringLocation].into_iter().chain(low).chain(java::remarks(plan)).collect()
}

fn script(plan: &Plan, script: &mut Script) {
    match plan.version >= PEM {
        true => install_certificates(plan, script, Access::ROOT),
        false => java::install_keystore(plan, script, Access::ROOT),
    }
    java::install_security(plan, script);
    script.put("application.yml", text(plan.file("application.yml")), Access::ALL);
}
