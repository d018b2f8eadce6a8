//! Envoy, as one bootstrap file:
//! <https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/transport_sockets/tls/v3/common.proto>,
//! <https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto>.

use super::{ALWAYS, EVERY_PROTOCOL, Library, Target, USUAL, remark};
use crate::deploy::allow::{FilePath, Host, Upstream};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{Plain, text};
use crate::deploy::systems::Manager;
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};
use std::net::Ipv4Addr;

/// Envoy. Its BoringSSL speaks the old versions when it is told to.
pub static ENVOY: Target = Target {
    id: "envoy",
    title: "Envoy",
    also: &["istio", "service mesh"],
    documentation: (
        Doc::Page,
        "https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/transport_sockets/tls/v3/common.proto",
    ),
    latest: Version(1, 40, 0),
    oldest: Version(1, 24, 0),
    systems: &[("image", Version(1, 40, 0))],
    library: Library::Own,
    protocols: EVERY_PROTOCOL,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::WebSocket, ALWAYS),
        (Switch::Tickets, ALWAYS),
        (Switch::Hybrid, Version(1, 34, 0)),
        (Switch::BothKeys, ALWAYS),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa],
    upstream: Some("http://127.0.0.1:8080"),
    render,
    script,
    remarks: |_| vec![RemarkMessage::WholeConfiguration, RemarkMessage::EnvoyRestart],
    ..USUAL
};

const MANAGER: &str =
    "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";
const ROUTER: &str = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router";
const DOWNSTREAM: &str = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext";
const UPSTREAM: &str = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext";

/// The clusters.
const APPLICATION: &str = "upstream";
const CHALLENGES: &str = "challenges";

fn render(plan: &Plan, files: &mut Files) {
    let mut listeners = Vec::new();
    if plan.on(Switch::Redirect) {
        listeners.push(listener(plan, "plain", plan.place.http_port, map([("filters", list([plain(plan)]))])));
    }
    let chain = map([("transport_socket", tls(plan)), ("filters", list([secure(plan)]))]);
    listeners.push(listener(plan, "tls", plan.tls_port(), chain));
    let clusters = plan.upstream.iter().map(application).chain(plan.on(Switch::Redirect).then(|| challenges(plan)));
    let resources = map([("listeners", list(listeners)), ("clusters", list(clusters))]);
    files.tree("envoy.yaml".to_owned(), Form::Yaml, &[map([("static_resources", resources)])]);
}

fn socket(address: Tree, port: u16) -> Tree {
    map([("address", address), ("port_value", Tree::Number(port.into()))])
}

fn listener(plan: &Plan, name: &'static str, port: u16, chain: Tree) -> Tree {
    let socket = match plan.place.address {
        Some(address) => socket(value(address), port),
        // Every address, of IPv4 too.
        None => socket(own("::"), port).and("ipv4_compat", Tree::Truth(true)),
    };
    map([("name", own(name)), ("address", map([("socket_address", socket)])), ("filter_chains", list([chain]))])
}

fn manager(name: &'static str, routes: Vec<Tree>, more: impl FnOnce(Tree) -> Tree, upgrades: bool) -> Tree {
    let site = map([("name", own("site")), ("domains", list([own("*")])), ("routes", list(routes))]);
    let mut config = map([
        ("@type", own(MANAGER)),
        ("stat_prefix", own(name)),
        // The address of who connects, which goes on as X-Forwarded-For.
        ("use_remote_address", Tree::Truth(true)),
    ]);
    if upgrades {
        config = config.and("upgrade_configs", list([map([("upgrade_type", own("websocket"))])]));
    }
    let router = map([("name", own("envoy.filters.http.router")), ("typed_config", map([("@type", own(ROUTER))]))]);
    let routes = more(map([("name", own(name)), ("virtual_hosts", list([site]))]));
    let config = config.and("route_config", routes).and("http_filters", list([router]));
    map([("name", own("envoy.filters.network.http_connection_manager")), ("typed_config", config)])
}

fn prefix(path: &'static str) -> Tree {
    map([("prefix", own(path))])
}

fn to(cluster: &'static str) -> Tree {
    map([("cluster", own(cluster))])
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn plain(plan: &Plan) -> Tree {
    let mut redirect = map([("https_redirect", Tree::Truth(true))]);
    if plan.tls_port() != 443 {
        redirect = redirect.and("port_redirect", Tree::Number(plan.tls_port().into()));
    }
    let challenge =
        map([("match", prefix("/.well-known/acme-challenge/")), ("route", to(CHALLENGES))]).remarked(remark::CHALLENGE);
    let rest = map([("match", prefix("/")), ("redirect", redirect)]);
    manager("plain", vec![challenge, rest], |routes| routes, false)
}

fn secure(plan: &Plan) -> Tree {
    let route = to(APPLICATION).and("timeout", own("0s"));
    let rest = map([("match", prefix("/")), ("route", route)]);
    let header = |key: &'static str, held: Tree| {
        let header = map([("key", own(key)), ("value", held)]);
        list([map([("header", header), ("append_action", own("OVERWRITE_IF_EXISTS_OR_ADD"))])])
    };
    let headers = |routes: Tree| {
        let routes = routes.and("request_headers_to_add", header("X-Forwarded-Host", own("%REQ(:AUTHORITY)%")));
        match &plan.hsts {
            Some(hsts) => routes
                .and("response_headers_to_add", header("Strict-Transport-Security", value(hsts)))
                .remarked(remark::HSTS),
            None => routes,
        }
    };
    manager("tls", vec![rest], headers, plan.on(Switch::WebSocket))
}

fn tls(plan: &Plan) -> Tree {
    let (oldest, newest) = plan.range();
    let mut parameters = map([
        ("tls_minimum_protocol_version", own(protocol_name(oldest))),
        ("tls_maximum_protocol_version", own(protocol_name(newest))),
    ]);
    if !plan.suites.is_empty() {
        parameters = parameters.and("cipher_suites", list(plan.suites.iter().map(|suite| own(suite.openssl))));
    }
    if !plan.groups.is_empty() {
        parameters = parameters.and("ecdh_curves", list(plan.groups.iter().map(|group| own(group.name))));
    }
    let file = |path: &dyn std::fmt::Display| map([("filename", value(path))]);
    let pairs = [Pair { certificate: plan.certificate(), key: plan.key() }].into_iter().chain(plan.second());
    let pair = |pair: Pair| map([("certificate_chain", file(&pair.certificate)), ("private_key", file(&pair.key))]);
    let http2 = plan.on(Switch::Http2).then(|| own("h2"));
    let mut common = map([("tls_params", parameters), ("tls_certificates", list(pairs.map(pair)))])
        .remarked(remark::CHAIN)
        .and("alpn_protocols", list(http2.into_iter().chain([own("http/1.1")])));
    let mut context = map([("@type", own(DOWNSTREAM))]);
    if let Some(authorities) = &plan.client_ca {
        common = common.and("validation_context", map([("trusted_ca", file(authorities))]));
        context = context.and("require_client_certificate", Tree::Truth(true));
    }
    if !plan.on(Switch::Tickets) {
        context = context.and("disable_stateless_session_resumption", Tree::Truth(true));
    }
    let context = context.and("common_tls_context", common);
    map([("name", own("envoy.transport_sockets.tls")), ("typed_config", context)])
}

/// A cluster of one endpoint.
fn cluster(name: &'static str, host: &Host, port: u16) -> Tree {
    let at = map([("socket_address", socket(value(host), port))]);
    let endpoint = map([("endpoint", map([("address", at)]))]);
    let endpoints = list([map([("lb_endpoints", list([endpoint]))])]);
    let assignment = map([("cluster_name", own(name)), ("endpoints", endpoints)]);
    map([
        ("name", own(name)),
        ("type", own(if is_name(host) { "STRICT_DNS" } else { "STATIC" })),
        ("connect_timeout", own("5s")),
        ("load_assignment", assignment),
    ])
}

const fn is_name(host: &Host) -> bool {
    matches!(host, Host::Name(_))
}

fn application(upstream: &Upstream) -> Tree {
    let cluster = cluster(APPLICATION, upstream.host(), upstream.port());
    if !upstream.https {
        return cluster;
    }
    let context =
        map([("@type", own(UPSTREAM))]).and_some("sni", is_name(upstream.host()).then(|| value(upstream.host())));
    cluster.and("transport_socket", map([("name", own("envoy.transport_sockets.tls")), ("typed_config", context)]))
}

/// Where an ACME client answers by itself.
fn challenges(plan: &Plan) -> Tree {
    cluster(CHALLENGES, &Host::Ip(Ipv4Addr::LOCALHOST.into()), plan.place.challenge_port)
        .remarked(remark::CHALLENGES_PORT)
}

const fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "TLSv1_0",
        Protocol::Tls11 => "TLSv1_1",
        Protocol::Tls12 => "TLSv1_2",
        Protocol::Tls13 => "TLSv1_3",
    }
}

fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    if plan.manager() == Manager::Image && plan.own_files.is_none() {
        // The image gives up being root before it reads the key.
        let give = |key| [Plain("docker exec --user root envoy chown envoy"), text(key)];
        script.renewing(|script| script.install(give(plan.key())));
        if let Some(second) = plan.second() {
            script.install(give(second.key));
        }
    }
    script.folder(&FilePath::own("/etc/envoy"));
    script.put("envoy.yaml", text("/etc/envoy/envoy.yaml"), Access::ALL);
    script.check([Plain("envoy --mode validate -c /etc/envoy/envoy.yaml")]);
    script.service("restart", "envoy");
}
