//! Programs that bring their own server: their settings read by others, and compared with tables of what there is.

use crate::plans::{Made, ask, plans};
use certloupe::deploy::Version;
use serde_json::Value;
use std::collections::BTreeSet;

/// Names and what stands behind them: `a.b.c` with the values of a list together.
fn flat(prefix: &str, value: &Value, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                flat(&format!("{prefix}{}{name}", if prefix.is_empty() { "" } else { "." }), value, out);
            }
        }
        Value::Array(values) => {
            let texts: Vec<String> = values.iter().map(|it| it.as_str().unwrap_or("?").to_owned()).collect();
            out.push((prefix.to_owned(), texts.join(",")));
        }
        Value::String(text) => out.push((prefix.to_owned(), text.clone())),
        other => out.push((prefix.to_owned(), other.to_string())),
    }
}

fn settings(value: &Value) -> Vec<(String, String)> {
    let mut out = Vec::new();
    flat("", value, &mut out);
    out
}

const ALWAYS: Version = Version(0, 0, 0);
const NEVER: Version = Version(999, 0, 0);

/// Spring Boot's property names, since and until which version a plan may use them.
const SPRING: [(&str, Version, Version); 15] = [
    ("server.port", ALWAYS, NEVER),
    ("server.http2.enabled", ALWAYS, NEVER),
    ("server.ssl.bundle", Version(3, 1, 0), NEVER),
    ("server.ssl.ciphers", ALWAYS, Version(3, 1, 0)),
    ("server.ssl.enabled-protocols", ALWAYS, Version(3, 1, 0)),
    ("server.ssl.certificate", Version(2, 7, 0), Version(3, 1, 0)),
    ("server.ssl.certificate-private-key", Version(2, 7, 0), Version(3, 1, 0)),
    ("server.ssl.key-store", ALWAYS, Version(2, 7, 0)),
    ("server.ssl.key-store-type", ALWAYS, Version(2, 7, 0)),
    ("server.ssl.key-store-password", ALWAYS, Version(2, 7, 0)),
    ("server.ssl.key-alias", ALWAYS, Version(2, 7, 0)),
    ("spring.ssl.bundle.pem.web.keystore.certificate", Version(3, 1, 0), NEVER),
    ("spring.ssl.bundle.pem.web.keystore.private-key", Version(3, 1, 0), NEVER),
    ("spring.ssl.bundle.pem.web.options.ciphers", Version(3, 1, 0), NEVER),
    ("spring.ssl.bundle.pem.web.options.enabled-protocols", Version(3, 1, 0), NEVER),
];
/// Where a switch or a newer version adds one.
const SPRING_ALSO: [(&str, Version); 1] = [("spring.ssl.bundle.pem.web.reload-on-update", Version(3, 2, 0))];

#[test]
fn spring_boot_reads_every_property() {
    let made = plans("spring-boot", &["2.0.0", "2.6.15", "2.7.18", "3.0.13", "3.1.0", "3.2.0", "4.0.0"]);
    let texts: Vec<String> = made.iter().map(|made| made.text("application.yml").expect("a file")).collect();
    let program =
        "import json, sys, yaml\njson.dump([yaml.safe_load(text) for text in json.load(sys.stdin)], sys.stdout)";
    let Some(answers) = ask(program, &texts) else { return };
    for (made, answer) in made.iter().zip(&answers) {
        let settings = settings(answer);
        let names: BTreeSet<&str> = settings.iter().map(|(name, _)| name.as_str()).collect();
        let fits = |since: Version, until: Version| made.version >= since && made.version < until;
        let mut wanted: BTreeSet<&str> = SPRING.iter().filter(|row| fits(row.1, row.2)).map(|row| row.0).collect();
        wanted.extend(SPRING_ALSO.iter().filter(|row| made.version >= row.1).map(|row| row.0));
        if !names.contains("server.http2.enabled") {
            wanted.remove("server.http2.enabled");
            assert!(made.label.ends_with("false"), "{}", made.label);
        }
        assert_eq!(names, wanted, "{}", made.label);
        speaks(made, &settings, "enabled-protocols", ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]);
    }
}

/// The versions in a list are those that the plan speaks.
fn speaks(made: &Made, settings: &[(String, String)], name: &str, names: [&str; 4]) {
    use certloupe::report::wire::Expect;
    let spoken = ["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"].into_iter().zip(names).filter(|(version, _)| {
        made.deployment.commands.verify.iter().any(|probe| probe.expect == Expect::Negotiates((*version).to_owned()))
    });
    let spoken: Vec<&str> = spoken.map(|(_, name)| name).collect();
    let listed = settings.iter().find(|(own, _)| own.ends_with(name)).map(|(_, listed)| listed.as_str());
    assert_eq!(listed, Some(spoken.join(",").as_str()), "{}", made.label);
}

const KESTREL: [&str; 6] = [
    "Kestrel.Endpoints.Http.Url",
    "Kestrel.Endpoints.Https.Url",
    "Kestrel.Endpoints.Https.Protocols",
    "Kestrel.Endpoints.Https.SslProtocols",
    "Kestrel.Endpoints.Https.Certificate.Path",
    "Kestrel.Endpoints.Https.Certificate.KeyPath",
];

#[test]
fn kestrel_knows_every_setting() {
    for made in plans("kestrel", &["8.0.0", "10.0.0"]) {
        let text = made.text("appsettings.Production.json").expect("a file");
        let settings = settings(&serde_json::from_str(&text).expect("JSON"));
        let names: BTreeSet<&str> = settings.iter().map(|(name, _)| name.as_str()).collect();
        let redirects = made.label.ends_with("true");
        let wanted = KESTREL.into_iter().filter(|name| redirects || !name.contains(".Http."));
        assert_eq!(names, wanted.collect(), "{}", made.label);
        speaks(&made, &settings, "SslProtocols", ["Tls", "Tls11", "Tls12", "Tls13"]);
        let protocols = settings.iter().find(|(name, _)| name.ends_with(".Protocols")).map(|(_, value)| value.as_str());
        assert!(matches!(protocols, Some("Http1" | "Http1AndHttp2" | "Http1AndHttp2AndHttp3")), "{protocols:?}");
        is_balanced(&made.text("Program.cs").expect("a program"));
    }
}

/// Every bracket is closed by its own kind, and every statement ends.
fn is_balanced(program: &str) {
    let mut open = Vec::new();
    let mut in_text = false;
    for line in program.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        for c in line.chars() {
            match c {
                '"' => in_text = !in_text,
                '(' | '[' | '{' if !in_text => open.push(c),
                ')' if !in_text => assert_eq!(open.pop(), Some('('), "{line}"),
                ']' if !in_text => assert_eq!(open.pop(), Some('['), "{line}"),
                '}' if !in_text => assert_eq!(open.pop(), Some('{'), "{line}"),
                _ => {}
            }
        }
        assert!(!in_text, "{line}");
        assert!(!open.is_empty() || line.is_empty() || line.ends_with([';', '}']), "{line}");
    }
    assert!(open.is_empty(), "{program}");
}

/// Operations of WildFly's management: the address, the operation and its parameters, and since when.
const WILDFLY: [(&str, &[&str], Version); 9] = [
    ("/subsystem=elytron/key-store=certloupe:add", &["path", "type", "credential-reference"], ALWAYS),
    ("/subsystem=elytron/key-manager=certloupe:add", &["key-store", "credential-reference"], ALWAYS),
    (
        "/subsystem=elytron/server-ssl-context=certloupe:add",
        &["key-manager", "protocols", "cipher-suite-filter", "use-cipher-suites-order"],
        ALWAYS,
    ),
    (
        "/subsystem=elytron/server-ssl-context=certloupe:add",
        &["key-manager", "protocols", "cipher-suite-filter", "cipher-suite-names", "use-cipher-suites-order"],
        Version(19, 0, 0),
    ),
    ("/subsystem=undertow/server=default-server/https-listener=https:undefine-attribute", &["name"], ALWAYS),
    ("/subsystem=undertow/server=default-server/https-listener=https:write-attribute", &["name", "value"], ALWAYS),
    ("/socket-binding-group=standard-sockets/socket-binding=https:write-attribute", &["name", "value"], ALWAYS),
    ("/subsystem=undertow/configuration=filter/response-header=hsts:add", &["header-name", "header-value"], ALWAYS),
    ("/subsystem=undertow/server=default-server/host=default-host/filter-ref=hsts:add", &[], ALWAYS),
];

#[test]
fn wildfly_knows_every_operation() {
    for made in plans("wildfly", &["11.0.0", "18.0.1", "19.0.0", "24.0.1", "25.0.0", "37.0.0"]) {
        let script = made.text("certloupe.cli").expect("a script");
        let lines: Vec<&str> = script.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!((lines.first(), lines.last()), (Some(&"batch"), Some(&"run-batch")), "{}", made.label);
        for line in &lines[1..lines.len() - 1] {
            let (operation, parameters) = operation(line).unwrap_or_else(|| panic!("{}: {line}", made.label));
            let fits = WILDFLY.iter().any(|(own, known, since)| {
                *own == operation && made.version >= *since && parameters.iter().all(|(name, _)| known.contains(name))
            });
            assert!(fits, "{}: {operation} {parameters:?}", made.label);
        }
        // Elytron's context and a security realm can not be had together.
        assert_eq!(script.contains("security-realm"), made.version < Version(25, 0, 0), "{}", made.label);
    }
}

/// An operation with its parameters: `/a=b/c=d:name(x=1, y=[..], z={..})`.
fn operation(line: &str) -> Option<(&str, Vec<(&str, &str)>)> {
    let (operation, rest) = line.split_once('(')?;
    let rest = rest.strip_suffix(')')?;
    let address = operation.split_once(':')?.0;
    address.strip_prefix('/')?.split('/').all(|step| step.split_once('=').is_some()).then_some(())?;
    let mut parameters = Vec::new();
    let (mut depth, mut in_text, mut start) = (0_i32, false, 0);
    for (index, c) in rest.char_indices().chain([(rest.len(), ',')]) {
        match c {
            '"' => in_text = !in_text,
            '[' | '{' if !in_text => depth += 1,
            ']' | '}' if !in_text => depth -= 1,
            ',' if !in_text && depth == 0 => {
                let parameter = rest.get(start..index)?.trim();
                if !parameter.is_empty() {
                    parameters.push(parameter.split_once('=')?);
                }
                start = index + 1;
            }
            _ => {}
        }
    }
    (depth == 0 && !in_text && parameters.iter().all(|(_, value)| !value.is_empty())).then_some((operation, parameters))
}
