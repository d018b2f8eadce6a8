//! Kubernetes with ingress-nginx. The Ingress: <https://kubernetes.io/docs/concepts/services-networking/ingress/>;
//! annotations: <https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/>; the
//! controller's own settings, to which TLS versions and HSTS belong: `configmap/` there.
//!
//! The key goes from its file into the Secret, and never into a YAML file.

use super::{ALWAYS, EVERY_PROTOCOL, Judge, Library, PLATFORM, Quirk, Target};
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

/// Kubernetes, whose Ingresses are served by ingress-nginx. The version is that of the controller.
pub static KUBERNETES: Target = Target {
    id: "kubernetes",
    title: "Kubernetes (ingress-nginx)",
    also: &["k8s", "Ingress", "ingress-nginx", "kubectl", "TLS Secret"],
    documentation: (Doc::Page, "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/"),
    latest: Version(1, 15, 1),
    // The first that serves `networking.k8s.io/v1`.
    oldest: Version(1, 0, 0),
    library: Library::OpenSsl,
    protocols: EVERY_PROTOCOL,
    quirks: &[Quirk::ByAccount, Quirk::Shared],
    upstreams: |upstream| is_service(upstream.host()),
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, ALWAYS),
        (Switch::ProxyProtocol, ALWAYS),
    ],
    fields: &[Field::Upstream],
    behind: Some("http://web:80"),
    render,
    script,
    remarks: |plan| {
        let unnamed = plan.upstream.is_none().then_some(RemarkMessage::ServiceName);
        [RemarkMessage::IngressNginxRetired, RemarkMessage::IngressNginxShared].into_iter().chain(unnamed).collect()
    },
    judge: Judge::Program("kubernetes-validate, kubectl"),
    ..PLATFORM
};

/// What the Helm chart and the plain manifests call the controller's settings.
const SETTINGS: &str = "ingress-nginx-controller";

/// The Service that requests go to when none is named.
const SERVICE: &str = "web";

/// A Service of the same namespace: one label.
pub fn is_service(host: &Host) -> bool {
    matches!(host, Host::Name(name) if !name.contains(['.', '_']) && name != "localhost" && name.len() <= 63)
}

/// The name and port of the Service behind.
pub fn service(plan: &Plan) -> (String, u64) {
    match &plan.upstream {
        Some(upstream) => (upstream.host().to_string(), upstream.port().into()),
        None => (SERVICE.to_owned(), 80),
    }
}

/// The name of the Secret with certificate and key.
pub fn secret(plan: &Plan) -> String {
    format!("{}-tls", plan.stem)
}

/// An object of the cluster, as every file of one begins.
pub fn object(api: &'static str, kind: &'static str, metadata: Tree) -> Tree {
    map([("apiVersion", own(api)), ("kind", own(kind)), ("metadata", metadata)])
}

fn render(plan: &Plan, files: &mut Files) {
    files.tree(format!("{}.yaml", plan.stem), Form::Yaml, &[ingress(plan)]);
    files.tree(format!("{SETTINGS}.yaml"), Form::Yaml, &[settings(plan)]);
}

fn ingress(plan: &Plan) -> Tree {
    let (name, port) = service(plan);
    let backend = map([("service", map([("name", value(name)), ("port", map([("number", Tree::Number(port))]))]))]);
    let path = map([("path", value("/")), ("pathType", own("Prefix")), ("backend", backend)]);
    let rule = |host: &Host| map([("host", value(host)), ("http", map([("paths", list([path.clone()]))]))]);
    let tls = map([("hosts", list(plan.hosts.iter().map(value))), ("secretName", value(secret(plan)))]);
    let metadata = map([("name", value(&plan.stem)), ("annotations", annotations(plan))]);
    let rules = list(plan.hosts.iter().map(rule));
    let spec = map([("ingressClassName", own("nginx")), ("tls", list([tls])), ("rules", rules)]);
    object("networking.k8s.io/v1", "Ingress", metadata).and("spec", spec)
}

/// Values of annotations and settings are texts, whatever they look like.
fn annotations(plan: &Plan) -> Tree {
    let silent = plan.on(Switch::WebSocket).then(|| value("300"));
    let to_tls = plan.upstream.as_ref().filter(|upstream| upstream.https).map(|_| own("HTTPS"));
    map([("nginx.ingress.kubernetes.io/ssl-redirect", truth(plan.on(Switch::Redirect)))])
        .and_some("nginx.ingress.kubernetes.io/backend-protocol", to_tls)
        .and_some("nginx.ingress.kubernetes.io/proxy-read-timeout", silent)
        .remarked_if(plan.on(Switch::WebSocket), "A WebSocket that is silent for longer is closed.")
}

/// A patch of the controller's settings: what is not named stays as it is. The redirect leaves the paths of ACME alone
/// by default (`no-tls-redirect-locations`); HSTS would be on for every name below by default.
fn settings(plan: &Plan) -> Tree {
    let versions: Vec<_> = plan.protocols.iter().map(|protocol| protocol.openssl()).collect();
    let ciphers = plan.cipher_string();
    let (age, below) = plan.hsts_parts().unwrap_or_default();
    let data = map([("ssl-protocols", value(versions.join(" ")))])
        .and_some("ssl-ciphers", (!ciphers.is_empty()).then(|| value(ciphers)))
        .and("ssl-session-tickets", truth(false))
        .and("use-http2", truth(plan.on(Switch::Http2)))
        .and("enable-ocsp", truth(plan.stapling))
        // "false" would shut out a load balancer that speaks it for the other sites of the controller.
        .and_some("use-proxy-protocol", plan.on(Switch::ProxyProtocol).then(|| truth(true)))
        .and("http-redirect-code", value("301"))
        .and("hsts", truth(plan.hsts.is_some()))
        .and_some("hsts-max-age", plan.hsts.as_ref().map(|_| value(age)))
        .and_some("hsts-include-subdomains", plan.hsts.as_ref().map(|_| truth(below)));
    object("v1", "ConfigMap", map([("name", own(SETTINGS)), ("namespace", own("ingress-nginx"))])).and("data", data)
}

fn truth(truth: bool) -> Tree {
    own(if truth { "true" } else { "false" })
}

/// Makes or renews the Secret.
pub fn install_secret(plan: &Plan, script: &mut Script) {
    script.install([
        Plain("kubectl create secret tls"),
        text(secret(plan)),
        Plain("--cert=fullchain.pem --key=privkey.pem --dry-run=client -o yaml | kubectl apply -f -"),
    ]);
}

/// What an object was, for [`take_back`]: kept once, so that a second run does not keep what the first made.
pub fn keep(kind: &'static str, name: &str, script: &mut Script) {
    let kept = kept(kind, name);
    script.install([
        Plain("[ -e"),
        text(&kept),
        Plain("] || { kubectl get"),
        Plain(kind),
        text(name),
        Plain("--ignore-not-found -o yaml >"),
        around("", &kept, ".part"),
        Plain("&& mv"),
        around("", &kept, ".part"),
        text(&kept),
        Plain("; }"),
    ]);
}

/// Puts back what was kept; an empty file says that there was nothing. It may not say which version of the object it was.
pub fn take_back(kind: &'static str, name: &str, script: &mut Script) {
    let kept = kept(kind, name);
    script.take_back([
        Plain("if [ -s"),
        text(&kept),
        Plain("]; then sed /resourceVersion:/d"),
        text(&kept),
        Plain("| kubectl replace -f - ; elif [ -e"),
        text(&kept),
        Plain("]; then kubectl delete"),
        Plain(kind),
        text(name),
        Plain("--ignore-not-found; fi"),
    ]);
}

fn kept(kind: &str, name: &str) -> String {
    format!("{kind}-{name}.before.yaml")
}

fn script(plan: &Plan, script: &mut Script) {
    let file = text(format!("{}.yaml", plan.stem));
    keep("ingress", &plan.stem, script);
    // Without these settings there is no controller, and nothing is done.
    script.install([
        Plain("[ -e ingress-nginx-controller.before.yaml ] || { kubectl get configmap ingress-nginx-controller"),
        Plain("--namespace ingress-nginx -o yaml > ingress-nginx-controller.before.yaml.part"),
        Plain("&& mv ingress-nginx-controller.before.yaml.part ingress-nginx-controller.before.yaml; }"),
    ]);
    install_secret(plan, script);
    script.check([Plain("kubectl apply --dry-run=server -f"), file.clone()]);
    script.reload([
        Plain("kubectl patch configmap ingress-nginx-controller --namespace ingress-nginx --type merge"),
        Plain("--patch-file ingress-nginx-controller.yaml"),
    ]);
    script.reload([Plain("kubectl apply -f"), file]);
    script.take_back([
        Plain("[ ! -e ingress-nginx-controller.before.yaml ] || sed /resourceVersion:/d"),
        Plain("ingress-nginx-controller.before.yaml | kubectl replace -f -"),
    ]);
    take_back("ingress", &plan.stem, script);
}
