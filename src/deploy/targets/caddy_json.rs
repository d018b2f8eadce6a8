//! Caddy in its own format, JSON, in which nothing is assumed: <https://caddyserver.com/docs/json/apps/http/servers/>,
//! <https://caddyserver.com/docs/json/apps/tls/certificates/load_files/>.

use super::caddy::curve_name;
use super::{ALWAYS, Library, Target, USUAL};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{Plain, Word, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// Caddy without a Caddyfile: for who drives it by its API, or makes configurations by program.
pub static CADDY_JSON: Target = Target {
    id: "caddy-json",
    title: "Caddy (JSON)",
    also: &["caddy api"],
    documentation: (Doc::Page, "https://caddyserver.com/docs/json/apps/http/servers/"),
    latest: Version(2, 11, 7),
    oldest: PROTOCOLS_OF_HTTP,
    systems: &[("debian-13", Version(2, 6, 2)), ("debian-12", Version(2, 6, 2)), ("ubuntu-24.04", Version(2, 6, 2))],
    library: Library::Own,
    protocols: &[(Protocol::Tls12, ALWAYS), (Protocol::Tls13, ALWAYS)],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::Http3, ALWAYS),
        (Switch::Hybrid, Version(2, 10, 0)),
        (Switch::BothKeys, ALWAYS),
    ],
    always: &[(Switch::WebSocket, ALWAYS), (Switch::Stapling, ALWAYS), (Switch::Tickets, ALWAYS)],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa],
    has_suite: |suite| suite.iana.starts_with("TLS_ECDHE_"),
    render,
    script,
    remarks: |_| vec![RemarkMessage::WholeConfiguration],
    ..USUAL
};

/// `protocols` of a server: HTTP/1, 2 and 3, each by its name.
const PROTOCOLS_OF_HTTP: Version = Version(2, 6, 0);

/// Where the packages have their own configuration too.
const PLACE: &str = "/etc/caddy/caddy.json";

fn render(plan: &Plan, files: &mut Files) {
    let mut servers = map([]);
    if plan.on(Switch::Redirect) {
        servers = servers.and("plain", plain(plan));
    }
    servers = servers.and("tls", secure(plan));
    let pairs = [Pair { certificate: plan.certificate(), key: plan.key() }].into_iter().chain(plan.second());
    let load = |pair: Pair| map([("certificate", value(pair.certificate)), ("key", value(pair.key))]);
    let certificates = map([("load_files", list(pairs.map(load)))]);
    let apps = map([("http", map([("servers", servers)])), ("tls", map([("certificates", certificates)]))]);
    files.tree("caddy.json".to_owned(), Form::Json, &[map([("apps", apps)])]);
}

/// Certificates, redirects and protocols are all said here: Caddy is not to add its own.
fn server(plan: &Plan, port: u16, routes: Tree, protocols: Vec<Tree>) -> Tree {
    let address = plan.place.address.map(|address| Host::Ip(address).in_url()).unwrap_or_default();
    map([
        ("listen", list([value(format!("{address}:{port}"))])),
        ("protocols", list(protocols)),
        ("automatic_https", map([("disable", Tree::Truth(true))])),
        ("routes", routes),
    ])
}

fn secure(plan: &Plan) -> Tree {
    let mut handlers = Vec::new();
    if let Some(hsts) = &plan.hsts {
        let set = map([("Strict-Transport-Security", list([value(hsts)]))]);
        handlers.push(map([("handler", own("headers")), ("response", map([("set", set)]))]));
    }
    handlers.push(match &plan.upstream {
        Some(upstream) => proxy(plan, upstream),
        None => pages(plan),
    });
    let hosts = map([("host", list(plan.hosts.iter().map(value)))]);
    let routes = list([map([("match", list([hosts])), ("handle", list(handlers)), ("terminal", Tree::Truth(true))])]);
    let protocols = [("h1", true), ("h2", plan.on(Switch::Http2)), ("h3", plan.on(Switch::Http3))];
    let protocols = protocols.into_iter().filter(|(_, on)| *on).map(|(name, _)| own(name)).collect();
    server(plan, plan.tls_port(), routes, protocols).and("tls_connection_policies", list([policy(plan)]))
}

fn policy(plan: &Plan) -> Tree {
    let (oldest, newest) = plan.range();
    let name = |protocol: Protocol| Tree::Text(around("tls", protocol.number(), ""));
    let mut policy = map([("protocol_min", name(oldest)), ("protocol_max", name(newest))]);
    if !plan.suites.is_empty() {
        policy = policy.and("cipher_suites", list(plan.suites.iter().map(|suite| own(suite.iana))));
    }
    if !plan.groups.is_empty() {
        policy = policy.and("curves", list(plan.groups.iter().map(|group| own(curve_name(group)))));
    }
    if !plan.on(Switch::Http2) {
        policy = policy.and("alpn", list([own("http/1.1")]));
    }
    policy.and_some(
        "client_authentication",
        plan.client_ca.as_ref().map(|authorities| {
            map([("mode", own("require_and_verify")), ("trusted_ca_certs_pem_files", list([value(authorities)]))])
        }),
    )
}

/// Caddy itself passes `Host` on, adds `X-Forwarded-For`, `-Host` and `-Proto`, and lets WebSockets through.
fn proxy(plan: &Plan, upstream: &Upstream) -> Tree {
    let dial = list([map([("dial", value(upstream.authority()))])]);
    let mut handler = map([("handler", own("reverse_proxy")), ("upstreams", dial)]);
    if upstream.https {
        handler = handler.and("transport", map([("protocol", own("http")), ("tls", map([]))]));
    }
    if plan.hsts.is_some() {
        let delete = list([own("Strict-Transport-Security")]);
        handler = handler.and("headers", map([("response", map([("delete", delete)]))]));
    }
    handler
}

fn pages(plan: &Plan) -> Tree {
    map([("handler", own("file_server")), ("root", value(plan.pages()))])
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn plain(plan: &Plan) -> Tree {
    let challenge = map([("path", list([own("/.well-known/acme-challenge/*")]))]);
    let challenge =
        map([("match", list([challenge])), ("handle", list([pages(plan)])), ("terminal", Tree::Truth(true))]);
    let to: Word = match plan.tls_port() {
        443 => text("https://{http.request.host}{http.request.uri}"),
        port => around("https://{http.request.host}:", port, "{http.request.uri}"),
    };
    let redirect = map([
        ("handler", own("static_response")),
        ("status_code", Tree::Number(301)),
        ("headers", map([("Location", list([Tree::Text(to)]))])),
    ]);
    let hosts = map([("host", list(plan.hosts.iter().map(value)))]);
    let redirect = map([("match", list([hosts])), ("handle", list([redirect]))]);
    server(plan, plan.place.http_port, list([challenge, redirect]), vec![own("h1")])
}

/// The packages have two units, both of user `caddy`: one for the Caddyfile, and `caddy-api`, which keeps what it was
/// last told.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("caddy"));
    install_pages(plan, script);
    script.put("caddy.json", Plain(PLACE), Access::ALL);
    script.check([Plain("caddy validate --config"), Plain(PLACE)]);
    script.change_over([Plain("systemctl disable --now caddy")]);
    script.change_over([Plain("systemctl enable --now caddy-api")]);
    // The same configuration again would change nothing, and leave a renewed certificate where it is.
    script.reload_of(Plain(PLACE), [Plain("caddy reload --force --config"), Plain(PLACE)]);
    // Without the file it was the Caddyfile that ran; the other unit would go on with what it was last told.
    script.end_first(Plain(PLACE), [Plain("systemctl disable --now caddy-api")]);
    script.take_back([Plain("systemctl is-enabled --quiet caddy-api || systemctl enable --now caddy")]);
}
