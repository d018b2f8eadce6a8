//! The Gateway API: <https://gateway-api.sigs.k8s.io/reference/spec/>. It has no word for versions of TLS, which every
//! implementation sets in its own way; here it is Envoy Gateway's `ClientTrafficPolicy`:
//! <https://gateway.envoyproxy.io/docs/api/extension_types/#clienttlssettings>.

use super::kubernetes::{self, install_secret, is_service, object, secret, service};
use super::{ALWAYS, EVERY_PROTOCOL, Judge, PLATFORM, Target};
use crate::deploy::allow::Host;
use crate::deploy::commands::Script;
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{Plain, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// The Gateway API, as Envoy Gateway has it. The version is that of Envoy Gateway.
pub static GATEWAY_API: Target = Target {
    id: "gateway-api",
    title: "Kubernetes Gateway API (Envoy Gateway)",
    also: &["k8s", "Gateway", "HTTPRoute", "envoy-gateway", "kubectl"],
    documentation: (Doc::Page, "https://gateway.envoyproxy.io/docs/tasks/security/secure-gateways/"),
    latest: Version(1, 9, 0),
    oldest: Version(1, 0, 0),
    protocols: EVERY_PROTOCOL,
    // TLS to the Service behind takes a policy with the authorities that it is checked by.
    upstreams: |upstream| !upstream.https && is_service(upstream.host()),
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::Http3, ALWAYS),
        (Switch::Hybrid, Version(1, 4, 0)),
    ],
    always: &[(Switch::WebSocket, ALWAYS)],
    fields: &[Field::Upstream, Field::ClientCa],
    behind: Some("http://web:80"),
    render,
    script,
    remarks: |plan| {
        let unnamed = plan.upstream.is_none().then_some(RemarkMessage::ServiceName);
        [RemarkMessage::GatewayImplementation].into_iter().chain(unnamed).collect()
    },
    judge: Judge::Program("the schemas of Gateway API 1.0"),
    ..PLATFORM
};

/// `targetRefs`; before, a policy had one `targetRef`.
const SEVERAL_TARGETS: Version = Version(1, 1, 0);

/// A route takes so many names.
const NAMES_OF_A_ROUTE: usize = 16;

const GATEWAY: &str = "gateway.networking.k8s.io/v1";
const CLASS: &str = "envoy-gateway-class";

fn render(plan: &Plan, files: &mut Files) {
    let routes = routes(plan).into_iter().map(|(_, route)| route);
    let documents: Vec<_> = [gateway(plan), policy(plan)].into_iter().chain(routes).collect();
    files.tree(format!("{}.yaml", plan.stem), Form::Yaml, &documents);
    files.tree(format!("{CLASS}.yaml"), Form::Yaml, &[class()]);
}

/// The routes by their names.
fn routes(plan: &Plan) -> Vec<(String, Tree)> {
    let mut routes = Vec::new();
    let mut add = |name: String, section, hosts: &[Host], rules| {
        routes.push((name.clone(), route(plan, name, section, hosts, rules)));
    };
    for (index, hosts) in plan.hosts.chunks(NAMES_OF_A_ROUTE).enumerate() {
        let suffix = if index == 0 { String::new() } else { format!("-{}", index + 1) };
        add(format!("{}{suffix}", plan.stem), "https", hosts, vec![pages(plan)]);
        if plan.on(Switch::Redirect) {
            add(format!("{}-redirect{suffix}", plan.stem), "http", hosts, vec![challenge(plan), redirect()]);
        }
    }
    routes
}

/// Helm installs the controller and leaves its class to whoever uses it.
fn class() -> Tree {
    let spec = map([("controllerName", own("gateway.envoyproxy.io/gatewayclass-controller"))]);
    object(GATEWAY, "GatewayClass", map([("name", own("eg"))])).and("spec", spec)
}

fn gateway(plan: &Plan) -> Tree {
    let listener = |name: &'static str, port: u16, protocol: &'static str| {
        map([("name", own(name)), ("port", Tree::Number(port.into())), ("protocol", own(protocol))])
    };
    let tls = map([
        ("mode", own("Terminate")),
        ("certificateRefs", list([map([("kind", own("Secret")), ("name", value(secret(plan)))])])),
    ]);
    let plain = plan.on(Switch::Redirect).then(|| listener("http", plan.place.http_port, "HTTP"));
    let secure = listener("https", plan.tls_port(), "HTTPS").and("tls", tls);
    let spec = map([("gatewayClassName", own("eg")), ("listeners", list(plain.into_iter().chain([secure])))]);
    object(GATEWAY, "Gateway", map([("name", value(&plan.stem))])).and("spec", spec)
}

fn policy(plan: &Plan) -> Tree {
    let target =
        map([("group", own("gateway.networking.k8s.io")), ("kind", own("Gateway")), ("name", value(&plan.stem))]);
    let (oldest, newest) = plan.range();
    let ciphers = plan.suites.iter().map(|suite| value(suite.openssl));
    let groups = plan.groups.iter().map(|group| value(group.name));
    let protocols: &[_] = if plan.on(Switch::Http2) { &["h2", "http/1.1"] } else { &["http/1.1"] };
    let authorities = map([("kind", own("ConfigMap")), ("name", value(clients(plan)))]);
    let tls = map([("minVersion", value(oldest.number())), ("maxVersion", value(newest.number()))])
        .and_some("ciphers", (!plan.suites.is_empty()).then(|| list(ciphers)))
        .and_some("ecdhCurves", (!plan.groups.is_empty()).then(|| list(groups)))
        .and("alpnProtocols", list(protocols.iter().map(value)))
        .and_some(
            "clientValidation",
            plan.client_ca.as_ref().map(|_| map([("caCertificateRefs", list([authorities]))])),
        );
    let spec = match plan.version {
        version if version >= SEVERAL_TARGETS => map([("targetRefs", list([target]))]),
        _ => map([("targetRef", target)]),
    };
    let spec = spec.and("tls", tls).and_some("http3", plan.on(Switch::Http3).then(|| map([])));
    let metadata = map([("name", value(&plan.stem))]);
    object("gateway.envoyproxy.io/v1alpha1", "ClientTrafficPolicy", metadata).and("spec", spec)
}

fn route(plan: &Plan, name: String, section: &'static str, hosts: &[Host], rules: Vec<Tree>) -> Tree {
    let parent = map([("name", value(&plan.stem)), ("sectionName", own(section))]);
    let hosts = list(hosts.iter().map(value));
    let spec = map([("parentRefs", list([parent])), ("hostnames", hosts), ("rules", list(rules))]);
    object(GATEWAY, "HTTPRoute", map([("name", value(name))])).and("spec", spec)
}

fn backends(plan: &Plan) -> Tree {
    let (name, port) = service(plan);
    list([map([("name", value(name)), ("port", Tree::Number(port))])])
}

fn pages(plan: &Plan) -> Tree {
    let rule = map([]);
    let header = |hsts: &String| {
        let set = map([("name", own("Strict-Transport-Security")), ("value", value(hsts))]);
        let modifier = map([("set", list([set]))]);
        list([map([("type", own("ResponseHeaderModifier")), ("responseHeaderModifier", modifier)])])
    };
    rule.and_some("filters", plan.hsts.as_ref().map(header)).and("backendRefs", backends(plan))
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn challenge(plan: &Plan) -> Tree {
    let path = map([("type", own("PathPrefix")), ("value", value("/.well-known/acme-challenge"))]);
    map([("matches", list([map([("path", path)])])), ("backendRefs", backends(plan))])
}

fn redirect() -> Tree {
    let to = map([("scheme", own("https")), ("statusCode", Tree::Number(301))]);
    map([("filters", list([map([("type", own("RequestRedirect")), ("requestRedirect", to)])]))])
}

fn clients(plan: &Plan) -> String {
    format!("{}-clients", plan.stem)
}

/// What is made or changed, by kind and name.
fn objects(plan: &Plan) -> Vec<(&'static str, String)> {
    let authorities = plan.client_ca.as_ref().map(|_| ("configmap", clients(plan)));
    let routes = routes(plan).into_iter().map(|(name, _)| ("httproute", name));
    let ours = ["gateway", "clienttrafficpolicy"].map(|kind| (kind, plan.stem.clone()));
    ours.into_iter().chain(routes).chain(authorities).collect()
}

/// The class belongs to the whole cluster: one that is there stays as it is.
fn script(plan: &Plan, script: &mut Script) {
    let file = text(format!("{}.yaml", plan.stem));
    let objects = objects(plan);
    for (kind, name) in &objects {
        kubernetes::keep(kind, name, script);
    }
    install_secret(plan, script);
    if let Some(authorities) = &plan.client_ca {
        script.install([
            Plain("kubectl create configmap"),
            text(clients(plan)),
            around("--from-file=ca.crt=", authorities, ""),
            Plain("--dry-run=client -o yaml | kubectl apply -f -"),
        ]);
    }
    script.install([Plain("kubectl get gatewayclass eg >/dev/null 2>&1 || kubectl apply -f envoy-gateway-class.yaml")]);
    script.check([Plain("kubectl apply --dry-run=server -f"), file.clone()]);
    script.reload([Plain("kubectl apply -f"), file]);
    script
        .reload([Plain("kubectl wait --for=condition=Programmed --timeout=120s"), around("gateway/", &plan.stem, "")]);
    for (kind, name) in &objects {
        kubernetes::take_back(kind, name, script);
    }
}
