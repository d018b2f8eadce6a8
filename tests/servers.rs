//! The configurations in real servers: nginx, Apache and Caddy on loopback, asked by real clients.
//!
//! Ports and folders are fields of the plan, so the text that runs is the text that people get. Each server's main
//! configuration (`tests/servers/server.rs`) only includes it. A server that is missing fails the test, with the
//! command that installs it.

#[path = "servers/certificates.rs"]
mod certificates;
#[path = "servers/hostile.rs"]
mod hostile;
#[path = "servers/pki.rs"]
mod pki;
#[path = "servers/probe.rs"]
mod probe;
#[path = "servers/programs/mod.rs"]
mod programs;
#[path = "servers/responder.rs"]
mod responder;
#[path = "servers/server.rs"]
mod server;
#[path = "servers/switches.rs"]
mod switches;
#[path = "servers/upstream.rs"]
mod upstream;

use certloupe::deploy::allow::FilePath;
use certloupe::deploy::targets::{Judge, Reach};
use certloupe::deploy::{Place, TARGETS, Version, deploy_at};
use certloupe::engine::inspect;
use certloupe::report::wire::{DeployOptions, Deployment, Expect, Field, Profile, Switch};
use certloupe::report::{Code, Options, Report, Source, Timestamp};
use pki::{Key, Leaf, Pki};
use probe::Client;
use server::{LOOPBACK, Program, Running, free_ports, is_root};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const NAMES: [&str; 3] = ["site.test", "*.site.test", "127.0.0.1"];

/// One site to set up.
#[derive(Clone, Copy)]
struct Site<'a> {
    profile: Profile,
    upstream: Option<&'a str>,
    version: &'a str,
}

impl<'a> Site<'a> {
    fn new(program: &'a Program) -> Self {
        Self { profile: Profile::Compatible, upstream: None, version: program.version }
    }

    /// Makes the configuration and runs its own commands for the certificate files, in the certificate's folder.
    fn set_up(&self, program: &Program, leaf: &Leaf, folder: &Path, ports: (u16, u16)) -> Deployment {
        self.set_up_with(program, leaf, folder, ports, &|options| options)
    }

    /// The same with other options.
    fn set_up_with(
        &self,
        program: &Program,
        leaf: &Leaf,
        folder: &Path,
        ports: (u16, u16),
        change: &dyn Fn(DeployOptions) -> DeployOptions,
    ) -> Deployment {
        let path = |name: &str| {
            let path = folder.join(name);
            let text = path.to_str().expect("a plain path");
            FilePath::parse(text).unwrap_or_else(|_| panic!("a checkout in a plain folder, not {text}"))
        };
        let place = Place {
            address: Some(LOOPBACK),
            http_port: ports.0,
            tls_port: Some(ports.1),
            certificates: path("ssl"),
            pages: path("pages"),
        };
        let options = DeployOptions {
            target: program.target.to_owned(),
            version: Some(self.version.to_owned()),
            library: Some(program.library.to_owned()).filter(|library| !library.is_empty()),
            profile: self.profile,
            names: Vec::new(),
            upstream: self.upstream.map(str::to_owned),
            ..DeployOptions::default()
        }
        .set(Switch::Hsts, true);
        let deployment = deploy_at(&inspected(leaf), &change(options), place).expect("deployed");
        let ours = deployment.commands.install.iter().filter(|line| line.contains(folder.to_str().unwrap_or("?")));
        // What is kept of before stands outside of the folder too.
        for line in ours.filter(|line| !line.starts_with("for ")) {
            let line = given_away(line);
            let status = Command::new("sh").args(["-ec", &line]).current_dir(&leaf.folder).status();
            assert!(status.is_ok_and(|status| status.success()), "{line}");
        }
        deployment
    }
}

/// Only root may give a file to somebody, who has to be there.
fn given_away(line: &str) -> String {
    let mut words = line.split(' ').peekable();
    let mut kept = Vec::new();
    while let Some(word) = words.next() {
        let database = match word {
            "-g" => "group",
            "-o" => "passwd",
            _ => {
                kept.push(word);
                continue;
            }
        };
        let name = words.next().unwrap_or_default();
        let is_there = Command::new("getent").args([database, name]).output().is_ok_and(|said| said.status.success());
        if is_root() && is_there {
            kept.extend([word, name]);
        }
    }
    kept.join(" ")
}

/// What the engine says about the files that the site is set up with.
#[expect(clippy::disallowed_methods, reason = "openssl minted by the real clock, so they are judged by it")]
fn inspected(leaf: &Leaf) -> Report {
    let source = Source { name: "fullchain.pem".to_owned(), bytes: fullchain(leaf).into_bytes() };
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    inspect(&[source], &Options::at(Timestamp::from_unix(now as i64))).0
}

/// The folder of a site's pages: the last word of the command that makes it.
fn pages(deployment: &Deployment) -> PathBuf {
    let mut made = deployment.commands.install.iter().rev().filter_map(|line| line.strip_prefix("install -d -m 755 "));
    PathBuf::from(made.next().expect("a folder for the pages is made"))
}

fn fullchain(leaf: &Leaf) -> String {
    std::fs::read_to_string(leaf.folder.join("fullchain.pem")).expect("minted")
}

/// Past the capture of the test harness: one line a server, with its seconds.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "servers: {line}");
}

/// Sets up one site, starts the server, and gives both.
fn serve(program: &Program, site: &Site, leaf: &Leaf, label: &str) -> (Running, Deployment, (u16, u16)) {
    let ports = free_ports();
    let folder = server::folder(&format!("{}-{label}", program.target));
    let deployment = site.set_up(program, leaf, &folder, ports);
    program.check(&folder, &[&deployment], ports);
    (program.start(&folder, ports), deployment, ports)
}

/// Servers of web sites: they have pages, redirects, and an application behind.
fn web() -> impl Iterator<Item = &'static Program> {
    programs::PROGRAMS.iter().copied().filter(|program| ["nginx", "apache", "caddy"].contains(&program.target))
}

// ---- every profile × key × kind of site --------------------------------------------------------------------

macro_rules! keeps_promises {
    ($($module:ident)*) => {
        mod keeps_every_promise {
            $(#[test] fn $module() { crate::every_promise(stringify!($module)); })*
        }
    };
}

programs::every_program!(keeps_promises);

#[test]
fn every_server_is_run() {
    for target in TARGETS.iter().filter(|target| target.judge == Judge::Server) {
        assert!(programs::PROGRAMS.iter().any(|program| program.target == target.id), "{} has no program", target.id);
    }
}

fn every_promise(module: &str) {
    let program = programs::of(&module.replace('_', "-"));
    let application = upstream::start();
    let leaves = Key::ALL.map(|key| Pki::get().leaf(program.target, key, &NAMES, &[]));
    let upstreams = match program.target().fields.contains(&Field::Upstream) {
        true => vec![None, Some(application.as_str())],
        false => vec![None],
    };
    for profile in Profile::ALL {
        let begun = Instant::now();
        for leaf in &leaves {
            if program.promises(profile).is_none() {
                refuses(program, profile, leaf);
                continue;
            }
            for upstream in upstreams.iter().copied() {
                let site = Site { profile, upstream, ..Site::new(program) };
                let kind = if upstream.is_some() { "upstream" } else { "pages" };
                let label = format!("{}-{}-{:?}-{kind}", program.target, profile.id(), leaf.key);
                promise(program, &site, leaf, &label);
            }
        }
        say(&format!("{} {} {:.1} s", program.target, profile.id(), begun.elapsed().as_secs_f64()));
    }
}

fn promise(program: &Program, site: &Site, leaf: &Leaf, label: &str) {
    let ports = free_ports();
    let folder = server::folder(label);
    let deployment = site.set_up(program, leaf, &folder, ports);
    program.check(&folder, &[&deployment], ports);
    is_formatted(program, &folder, &deployment);
    if program.target().reach != Reach::Https && program.target().fields.contains(&Field::Upstream) {
        // A tunnel leads there unless it is told where.
        upstream::start_at(ports.0);
    }
    let running = program.start(&folder, ports);
    let client = Client { host: "site.test", ports, reach: program.target().reach };

    client.chain(&fullchain(leaf)).unwrap_or_else(|why| panic!("{label}: {why}"));
    assert_eq!(client.versions(), program.promises_for(site.profile, leaf.key).unwrap_or_default(), "{label}");
    for probe in &deployment.commands.verify {
        client.probe(probe).unwrap_or_else(|why| panic!("{label}: {why}\n{}", running.log()));
    }
    suites(&client, program, site.profile, leaf.key, label);
    if program.target().has(Switch::Redirect, program.target().latest) {
        redirects(&client, &deployment, label);
    }
    match site.upstream {
        Some(_) if program.target().reach == Reach::Https => passes_on(&client, label),
        Some(_) => assert!(client.get("https", "/a/b?c=d").contains("GET /a/b?c=d HTTP/1."), "{label}"),
        None if program.has_pages() => shows_pages(&client, &deployment, label),
        None => {}
    }
    assert!(!running.log().contains("obtaining certificate"), "{label}: Caddy asks for a certificate of its own");
}

/// What a server can not do is refused, not written in vain.
fn refuses(program: &Program, profile: Profile, leaf: &Leaf) {
    let options = DeployOptions {
        target: program.target.to_owned(),
        version: Some(program.version.to_owned()),
        profile,
        ..DeployOptions::default()
    };
    assert!(deploy_at(&inspected(leaf), &options, Place::default()).is_err(), "{} {profile:?}", program.target);
}

/// Caddy has one official format, and its own tool writes it.
fn is_formatted(program: &Program, folder: &Path, deployment: &Deployment) {
    if program.target == "caddy" {
        let config = deployment.config().expect("a file");
        let formatted = pki::run(folder, "caddy", &["fmt", &config.name]);
        assert_eq!(formatted.trim_end(), String::from_utf8_lossy(&config.bytes).trim_end());
    }
}

/// Old phones know no GCM: only the profiles for them talk CBC; only `legacy` talks RSA key exchange.
fn suites(client: &Client, program: &Program, profile: Profile, key: Key, label: &str) {
    let has_old = program.promises(profile).is_some_and(|versions| versions.contains(&"TLS 1.0"));
    let is_old = profile == Profile::Legacy;
    let name = if key == Key::Rsa { "RSA" } else { "ECDSA" };
    let tls12 = |suite: &str| client.negotiates(&["-tls1_2", "-cipher", &format!("{suite}:@SECLEVEL=0")]);
    let gcm = profile != Profile::Modern;
    assert_eq!(tls12(&format!("ECDHE-{name}-AES128-GCM-SHA256")), gcm, "{label}");
    let cbc = matches!(profile, Profile::MiniProgram | Profile::Legacy);
    assert_eq!(tls12(&format!("ECDHE-{name}-AES128-SHA")), cbc, "{label}");
    let rsa = is_old && has_old && key == Key::Rsa;
    assert_eq!(tls12("AES128-SHA"), rsa, "{label}");
}

/// Plain HTTP goes to HTTPS with its path and query; the challenge of a certificate authority is answered in place.
fn redirects(client: &Client, deployment: &Deployment, label: &str) {
    let answer = client.get("http", "/a/b?c=d");
    let to = format!("https://site.test:{}/a/b?c=d", client.ports.1);
    assert!(answer.lines().any(|line| line.eq_ignore_ascii_case(&format!("location: {to}"))), "{label}: {answer}");
    let challenges = pages(deployment).join(".well-known/acme-challenge");
    std::fs::create_dir_all(&challenges).expect("a folder");
    std::fs::write(challenges.join("token"), "token.thumbprint").expect("written");
    let answer = client.get("http", "/.well-known/acme-challenge/token");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("token.thumbprint"), "{label}: {answer}");
}

fn shows_pages(client: &Client, deployment: &Deployment, label: &str) {
    std::fs::write(pages(deployment).join("index.html"), "our page").expect("written");
    let answer = client.get("https", "/");
    assert!(answer.contains(" 200") && answer.ends_with("our page"), "{label}: {answer}");
}

fn passes_on(client: &Client, label: &str) {
    let seen = client.get("https", "/a/b?c=d").to_ascii_lowercase();
    assert!(seen.contains("get /a/b?c=d http/1."), "{label}: {seen}");
    let host = seen.lines().rfind(|line| line.starts_with("host:")).unwrap_or_default().to_owned();
    assert!(host.starts_with("host: site.test"), "{label}: {seen}");
    for header in ["x-forwarded-for: 127.0.0.1", "x-forwarded-proto: https", "x-forwarded-host: site.test"] {
        assert!(seen.lines().any(|line| line.starts_with(header)), "{label}: no {header} in {seen}");
    }
    client.web_socket().unwrap_or_else(|why| panic!("{label}: {why}"));
}
