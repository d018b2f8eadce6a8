//! nginx and Caddy in containers, by Docker Compose: <https://docs.docker.com/reference/compose-file/services/>. The
//! files stand in the same places inside and outside, so that the configuration is that of the server itself.

use super::{Judge, Target, USUAL, caddy, nginx};
use crate::deploy::allow::FilePath;
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{Plain, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch, TargetGroup};

const COMPOSE: Target = Target {
    also: &["docker", "docker compose", "docker-compose", "container"],
    group: TargetGroup::Platform,
    documentation: (Doc::Page, "https://docs.docker.com/reference/compose-file/services/"),
    remarks: |plan| own_machine(plan).map(|_| RemarkMessage::ComposeHost).into_iter().collect(),
    ..USUAL
};

/// nginx in a container. The version is that of the image.
pub static COMPOSE_NGINX: Target = Target {
    id: "compose-nginx",
    title: "Docker Compose: nginx",
    latest: nginx::NGINX.latest,
    // Docker Hub has no images of older ones.
    oldest: Version(1, 9, 0),
    protocols: nginx::NGINX.protocols,
    switches: nginx::NGINX.switches,
    fields: nginx::NGINX.fields,
    render: |plan, files| render(&NGINX, plan, files),
    script: |plan, script| self::script(&NGINX, plan, script),
    judge: Judge::Program("nginx, the schema of Compose"),
    ..COMPOSE
};

/// Caddy in a container. The version is that of the image.
pub static COMPOSE_CADDY: Target = Target {
    id: "compose-caddy",
    title: "Docker Compose: Caddy",
    latest: caddy::CADDY.latest,
    oldest: caddy::CADDY.oldest,
    library: caddy::CADDY.library,
    protocols: caddy::CADDY.protocols,
    switches: caddy::CADDY.switches,
    always: caddy::CADDY.always,
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa],
    has_suite: caddy::CADDY.has_suite,
    render: |plan, files| render(&CADDY, plan, files),
    script: |plan, script| self::script(&CADDY, plan, script),
    judge: Judge::Program("caddy, the schema of Compose"),
    ..COMPOSE
};

/// What tells the images apart.
struct Image {
    server: &'static Target,
    /// The service, the image and the program.
    name: &'static str,
    /// The folder that the image reads, and what a file there must be called; empty where any name does.
    reads: (&'static str, &'static str),
    check: &'static str,
    reload: &'static str,
}

static NGINX: Image = Image {
    server: &nginx::NGINX,
    name: "nginx",
    reads: ("/etc/nginx/conf.d", ""),
    check: "run --rm --no-deps nginx nginx -t",
    reload: "exec nginx nginx -s reload",
};

static CADDY: Image = Image {
    server: &caddy::CADDY,
    name: "caddy",
    reads: ("/etc/caddy", "Caddyfile"),
    check: "run --rm --no-deps caddy caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile",
    // The same configuration again would change nothing, and leave a renewed certificate where it is.
    reload: "exec caddy caddy reload --force --config /etc/caddy/Caddyfile",
};

/// The name of the machine inside of its containers.
const HOST: &str = "host.docker.internal";

/// A plan whose upstream is the machine itself, by the name that it has inside.
fn own_machine(plan: &Plan) -> Option<Plan> {
    let upstream = plan.upstream.as_ref().filter(|upstream| upstream.is_loopback())?;
    let mut inside = plan.clone();
    inside.upstream = Some(upstream.at(HOST));
    Some(inside)
}

fn render(image: &Image, plan: &Plan, files: &mut Files) {
    files.tree("compose.yaml".to_owned(), Form::Yaml, &[compose(image, plan)]);
    match own_machine(plan) {
        Some(inside) => (image.server.render)(&inside, files),
        None => (image.server.render)(plan, files),
    }
}

fn compose(image: &Image, plan: &Plan) -> Tree {
    let mut ports = vec![format!("{0}:{0}", plan.tls_port())];
    if plan.on(Switch::Redirect) {
        ports.insert(0, format!("{0}:{0}", plan.place.http_port));
    }
    if plan.on(Switch::Http3) {
        ports.push(format!("{0}:{0}/udp", plan.tls_port()));
    }
    let hosts = own_machine(plan).map(|_| list([own("host.docker.internal:host-gateway")]));
    let service = map([
        ("image", value(format!("{}:{}", image.name, plan.version))),
        ("restart", own("unless-stopped")),
        ("ports", list(ports.iter().map(value))),
        ("volumes", list(mounts(image, plan))),
    ]);
    map([("services", map([(image.name, service.and_some("extra_hosts", hosts))]))])
}

/// Folders rather than files, for a file that is replaced is another file: the container would keep the old one. Files
/// of one's own may be links out of their folder (certbot's are), so each is mounted by itself.
fn mounts(image: &Image, plan: &Plan) -> Vec<Tree> {
    let mount = |source: String, target: String| {
        map([
            ("type", own("bind")),
            ("source", value(source)),
            ("target", value(target)),
            ("read_only", Tree::Truth(true)),
            // A path that is not there is a mistake, and no empty folder.
            ("bind", map([("create_host_path", Tree::Truth(false))])),
        ])
    };
    let same = |path: &FilePath| mount(path.to_string(), path.to_string());
    let mut mounts = vec![mount(configuration(image, plan).to_string(), image.reads.0.to_owned())];
    match &plan.own_files {
        Some(own) => mounts.extend([same(&own.certificate), same(&own.key)]),
        None => mounts.push(same(&plan.folder())),
    }
    if plan.own_files.is_some() && plan.on(Switch::BothKeys) {
        mounts.push(same(&plan.file("second")));
    }
    mounts.extend(plan.client_ca.as_ref().map(same));
    if needs_pages(plan) {
        mounts.push(same(&plan.pages()));
    }
    mounts
}

fn needs_pages(plan: &Plan) -> bool {
    plan.upstream.is_none() || plan.on(Switch::Redirect)
}

fn project(plan: &Plan) -> FilePath {
    FilePath::own("/srv").join(&plan.stem)
}

fn configuration(image: &Image, plan: &Plan) -> FilePath {
    project(plan).join(image.name)
}

/// In the server's own image everything begins as root.
fn script(image: &Image, plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    if needs_pages(plan) {
        install_pages(plan, script);
    }
    let folder = configuration(image, plan);
    script.folder(&folder);
    let name = match image.name {
        "caddy" => format!("{}.caddy", plan.stem),
        _ => format!("{}.conf", plan.stem),
    };
    let placed = if image.reads.1.is_empty() { name.as_str() } else { image.reads.1 };
    script.put(&name, text(folder.join(placed)), Access::ALL);
    let file = project(plan).join("compose.yaml");
    script.put("compose.yaml", text(&file), Access::ALL);
    let compose = |verb: &'static str| [Plain("docker compose -f"), text(&file), Plain(verb)];
    script.check(compose("config --quiet"));
    script.check(compose(image.check));
    script.end_first(text(&file), compose("down"));
    script.reload_of(text(&file), compose("up -d"));
    script.reload_of(text(&file), compose(image.reload));
}
