//! Traefik by its file provider, and the labels that say the same of a container:
//! <https://doc.traefik.io/traefik/reference/routing-configuration/http/tls/tls-options/>,
//! <https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/>.

use super::{ALWAYS, EVERY_PROTOCOL, Library, Target, USUAL, go, remark};
use crate::deploy::allow::{FilePath, Host};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Entry, Form, Tree, entry, list, map, own, value};
use crate::deploy::syntax::{Plain, around, text};
use crate::deploy::systems::Manager;
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};
use std::fmt::Display;

/// Traefik. It is written in Go, and does lower Go's TLS when it is told to.
pub static TRAEFIK: Target = Target {
    id: "traefik",
    title: "Traefik",
    also: &["docker"],
    documentation: (Doc::Page, "https://doc.traefik.io/traefik/reference/routing-configuration/http/tls/tls-options/"),
    latest: Version(3, 7, 15),
    oldest: Version(2, 4, 0),
    systems: &[("image", Version(3, 7, 15))],
    library: Library::Own,
    protocols: EVERY_PROTOCOL,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http3, THREE),
        (Switch::Hybrid, Version(3, 6, 0)),
    ],
    always: &[(Switch::Http2, ALWAYS), (Switch::WebSocket, ALWAYS), (Switch::Tickets, ALWAYS)],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa],
    upstream: Some("http://127.0.0.1:8080"),
    render,
    script,
    remarks: |_| vec![RemarkMessage::TraefikSharedOptions],
    ..USUAL
};

/// Regular expressions in rules are Go's own; before, they stood in braces with a name.
const THREE: Version = Version(3, 0, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.tree(format!("{}.yml", plan.stem), Form::Yaml, &[site(plan)]);
    files.tree("tls.yml".to_owned(), Form::Yaml, &[options(plan)]);
    files.tree("traefik.yml".to_owned(), Form::Yaml, &[entry_points(plan)]);
    files.tree("compose.labels.yml".to_owned(), Form::Yaml, &[labels(plan)]);
}

/// The name of the site's parts: labels part theirs by dots.
fn name(plan: &Plan) -> String {
    plan.stem.replace('.', "-")
}

/// What the site answers for. Names hold no backtick, and nothing that means something between `\Q` and `\E`.
fn rule(plan: &Plan) -> String {
    let one = |host: &Host| match host {
        Host::Wildcard(base) if plan.version >= THREE => format!(r"HostRegexp(`^[^.]+\Q.{base}\E$`)"),
        Host::Wildcard(base) => format!("HostRegexp(`{{label:[^.]+}}.{base}`)"),
        other => format!("Host(`{other}`)"),
    };
    plan.hosts.iter().map(one).collect::<Vec<_>>().join(" || ")
}

/// As [`rule`], for what a certificate authority asks for. Traefik's own ACME comes before every router.
fn challenge_rule(plan: &Plan) -> String {
    format!("({}) && PathPrefix(`/.well-known/acme-challenge/`)", rule(plan))
}

fn service(at: impl Display) -> Tree {
    map([("loadBalancer", map([("servers", list([map([("url", value(at))])]))]))])
}

fn site(plan: &Plan) -> Tree {
    let name = name(plan);
    let part = |suffix: &str| format!("{name}-{suffix}");
    let mut routers = Vec::new();
    let mut middlewares = Vec::new();
    let mut secure = map([
        ("rule", value(rule(plan))),
        ("entryPoints", list([own("websecure")])),
        ("service", value(&name)),
        ("tls", map([])),
    ]);
    if let Some(hsts) = &plan.hsts {
        secure = secure.and("middlewares", list([value(part("hsts"))]));
        let headers = map([("Strict-Transport-Security", value(hsts))]);
        let headers = map([("headers", map([("customResponseHeaders", headers)]))]);
        middlewares.push(entry(text(part("hsts")), headers));
    }
    routers.push(entry(text(&name), secure));
    if plan.on(Switch::Redirect) {
        let plain = map([
            ("rule", value(rule(plan))),
            ("entryPoints", list([own("web")])),
            ("middlewares", list([value(part("to-https"))])),
            ("service", value(&name)),
        ]);
        routers.push(entry(text(part("plain")), plain));
        let challenge = map([
            ("rule", value(challenge_rule(plan))),
            ("entryPoints", list([own("web")])),
            ("service", value(part("challenges"))),
        ])
        .remarked(remark::CHALLENGE);
        routers.push(entry(text(part("challenge")), challenge));
        middlewares.push(entry(text(part("to-https")), to_https(plan)));
    }
    let mut services: Vec<_> = plan.upstream.iter().map(|upstream| entry(text(&name), service(upstream))).collect();
    if plan.on(Switch::Redirect) {
        let client =
            service(format!("http://127.0.0.1:{}", plan.place.challenge_port)).remarked(remark::CHALLENGES_PORT);
        services.push(entry(text(part("challenges")), client));
    }
    let mut http = map([("routers", Tree::Map(routers)), ("services", Tree::Map(services))]);
    if !middlewares.is_empty() {
        http = http.and("middlewares", Tree::Map(middlewares));
    }
    let pair = map([("certFile", value(plan.certificate())), ("keyFile", value(plan.key()))]);
    map([("http", http), ("tls", map([("certificates", list([pair]))]))]).remarked(remark::CHAIN)
}

fn to_https(plan: &Plan) -> Tree {
    let mut scheme = map([("scheme", own("https")), ("permanent", Tree::Truth(true))]);
    if plan.tls_port() != 443 {
        scheme = scheme.and("port", value(plan.tls_port()));
    }
    map([("redirectScheme", scheme)])
}

fn options(plan: &Plan) -> Tree {
    let (oldest, newest) = plan.range();
    let mut default =
        map([("minVersion", own(go::protocol_name(oldest))), ("maxVersion", own(go::protocol_name(newest)))]);
    if !plan.suites.is_empty() {
        default = default.and("cipherSuites", list(plan.suites.iter().map(|suite| own(suite.iana))));
    }
    if !plan.groups.is_empty() {
        default = default.and("curvePreferences", list(plan.groups.iter().map(|group| own(go::curve_name(group)))));
    }
    if let Some(authorities) = &plan.client_ca {
        let who = map([("caFiles", list([value(authorities)])), ("clientAuthType", own("RequireAndVerifyClientCert"))]);
        default = default.and("clientAuth", who).remarked("Clients show a certificate of these, or are refused.");
    }
    map([("tls", map([("options", map([("default", default)]))]))])
}

/// The static configuration, for who has none yet.
fn entry_points(plan: &Plan) -> Tree {
    let at = |port: u16| {
        let address = plan.place.address.map(|address| Host::Ip(address).in_url()).unwrap_or_default();
        map([("address", value(format!("{address}:{port}")))])
    };
    let mut points = map([]);
    if plan.on(Switch::Redirect) {
        points = points.and("web", at(plan.place.http_port));
    }
    let mut secure = at(plan.tls_port());
    if plan.on(Switch::Http3) {
        secure = secure.and("http3", map([]));
    }
    let file = map([("directory", own("/etc/traefik/dynamic")), ("watch", Tree::Truth(true))]);
    map([("entryPoints", points.and("websecure", secure)), ("providers", map([("file", file)]))])
}

/// The same site as labels of a container. Certificates and TLS options have no labels: they stay in the files.
fn labels(plan: &Plan) -> Tree {
    const ROUTER: &str = "traefik.http.routers.";
    const MIDDLEWARE: &str = "traefik.http.middlewares.";
    let name = name(plan);
    let label = |before: &'static str, part: &str, after: &'static str, held: String| {
        entry(around(before, format!("{name}{part}"), after), value(held))
    };
    let mut labels = vec![
        entry(Plain("traefik.enable"), value("true")),
        label(ROUTER, "", ".rule", rule(plan)),
        label(ROUTER, "", ".entrypoints", "websecure".to_owned()),
        label(ROUTER, "", ".tls", "true".to_owned()),
    ];
    if let Some(hsts) = &plan.hsts {
        let after = ".headers.customresponseheaders.Strict-Transport-Security";
        labels.push(label(ROUTER, "", ".middlewares", format!("{name}-hsts")));
        labels.push(label(MIDDLEWARE, "-hsts", after, hsts.clone()));
    }
    if plan.on(Switch::Redirect) {
        labels.extend([
            label(ROUTER, "-plain", ".rule", rule(plan)),
            label(ROUTER, "-plain", ".entrypoints", "web".to_owned()),
            label(ROUTER, "-plain", ".middlewares", format!("{name}-to-https")),
            label(MIDDLEWARE, "-to-https", ".redirectscheme.scheme", "https".to_owned()),
            label(MIDDLEWARE, "-to-https", ".redirectscheme.permanent", "true".to_owned()),
        ]);
        if plan.tls_port() != 443 {
            labels.push(label(MIDDLEWARE, "-to-https", ".redirectscheme.port", plan.tls_port().to_string()));
        }
        labels.extend([
            label(ROUTER, "-challenge", ".rule", challenge_rule(plan)),
            label(ROUTER, "-challenge", ".entrypoints", "web".to_owned()),
            Entry {
                remark: "This service is no container: it stays in the site's file.",
                ..label(ROUTER, "-challenge", ".service", format!("{name}-challenges@file"))
            },
        ]);
    }
    if let Some(upstream) = &plan.upstream {
        let port = upstream.port().to_string();
        labels.push(label("traefik.http.services.", "", ".loadbalancer.server.port", port));
    }
    let service = map([("labels", Tree::Map(labels))]);
    map([("services", map([("app", service)]).remarked("Your own name of the service."))])
        .remarked("Instead of the routers in the site's file, where Traefik runs with --providers.docker.")
}

/// Traefik watches the folder: what is put there is in use at once.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    script.folder(&FilePath::own("/etc/traefik/dynamic"));
    let file = format!("{}.yml", plan.stem);
    script.put("tls.yml", text("/etc/traefik/dynamic/tls.yml"), Access::ALL);
    script.put(&file, around("/etc/traefik/dynamic/", &file, ""), Access::ALL);
    if plan.manager() == Manager::Image {
        script.put("traefik.yml", text("/etc/traefik/traefik.yml"), Access::ALL);
    } else {
        // Who has one already has entry points of other names in it, perhaps.
        script
            .install([Plain("[ -e /etc/traefik/traefik.yml ] || install -m 644 traefik.yml /etc/traefik/traefik.yml")]);
    }
    script.service("restart", "traefik");
}
