//! The configurations in real servers on loopback, asked by real clients. A long file, for what every server promises
//! stands together.
//!
//! Ports and folders are fields of the plan, so the text that runs is the text that people get. Each server's main
//! configuration (`tests/servers/server.rs`) only includes it. A server of Debian that is missing fails the test, with the
//! command that installs it; one of a wheel is skipped with a line that says so, unless `CERTLOUPE_REQUIRE` is set.

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
#[path = "support/tools.rs"]
mod tools;
#[path = "servers/truth.rs"]
mod truth;
#[path = "servers/upstream.rs"]
mod upstream;

use certloupe::deploy::allow::FilePath;
use certloupe::deploy::guideline;
use certloupe::deploy::targets::{Judge, Library, Reach};
use certloupe::deploy::{Place, TARGETS, Version, deploy_at};
use certloupe::engine::inspect;
use certloupe::report::wire::{DeployOptions, Deployment, Expect, Field, Profile, Switch, TargetGroup};
use certloupe::report::{Code, Options, Report, Source, Timestamp};
use pki::{Key, Leaf, Pki};
use probe::{Client, at_once};
use server::{LOOPBACK, Program, Running, free_ports, is_root, say};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Instant;

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

    /// Loopback, and folders of the test's own.
    fn place(&self, folder: &Path, ports: (u16, u16)) -> Place {
        let path = |name: &str| {
            let path = folder.join(name);
            let text = path.to_str().expect("a plain path");
            FilePath::parse(text).unwrap_or_else(|_| panic!("a checkout in a plain folder, not {text}"))
        };
        Place {
            address: Some(LOOPBACK),
            http_port: ports.0,
            tls_port: Some(ports.1),
            inner_port: free_ports().0,
            challenge_port: challenges(),
            certificates: path("ssl"),
            pages: path("pages"),
        }
    }

    fn options(&self, program: &Program) -> DeployOptions {
        DeployOptions {
            target: program.target.to_owned(),
            version: Some(self.version.to_owned()),
            library: Some(program.library.to_owned()).filter(|library| !library.is_empty()),
            profile: self.profile,
            names: Vec::new(),
            upstream: self.upstream.map(str::to_owned),
            ..DeployOptions::default()
        }
        .set(Switch::Hsts, true)
    }

    /// Whether two certificates are given one configuration, and one set of promises.
    fn treats_alike(&self, program: &Program, one: &Leaf, other: &Leaf) -> bool {
        let made = [one, other].map(|leaf| {
            let place = Place { inner_port: 3, ..self.place(Path::new("/nowhere"), (1, 2)) };
            let made = deploy_at(&inspected(leaf), &self.options(program), place).expect("deployed");
            (made.configs, made.commands)
        });
        made[0] == made[1]
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
        let deployment =
            deploy_at(&inspected(leaf), &change(self.options(program)), self.place(folder, ports)).expect("deployed");
        // The commands run where the files are.
        for config in &deployment.configs {
            std::fs::write(leaf.folder.join(&config.name), &config.bytes).expect("written");
        }
        let place = folder.to_str().unwrap_or("?");
        // What is kept of before stands outside of the folder too.
        let is_ours =
            |line: &&String| (line.contains(place) && !line.starts_with("for ")) || line.starts_with("openssl ");
        for line in deployment.commands.install.iter().filter(is_ours) {
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
    let folder = made.next().expect("a folder for the pages is made");
    // Some servers need the place of challenges to be there.
    PathBuf::from(folder.trim_end_matches("/.well-known/acme-challenge"))
}

fn fullchain(leaf: &Leaf) -> String {
    std::fs::read_to_string(leaf.folder.join("fullchain.pem")).expect("minted")
}

/// Sets up one site, starts the server, and gives both.
fn serve(program: &Program, site: &Site, leaf: &Leaf, label: &str) -> (Running, Deployment, (u16, u16)) {
    let ports = free_ports();
    let folder = server::folder(&format!("{}-{label}", program.target));
    let deployment = site.set_up(program, leaf, &folder, ports);
    program.check(&folder, &[&deployment], ports);
    (program.start(&folder, ports), deployment, ports)
}

/// An application for every test that needs one.
fn application() -> &'static str {
    static APPLICATION: OnceLock<String> = OnceLock::new();
    APPLICATION.get_or_init(upstream::start)
}

/// The port of one that answers certificate authorities, as an ACME client does.
fn challenges() -> u16 {
    static PORT: OnceLock<u16> = OnceLock::new();
    *PORT.get_or_init(|| upstream::start().rsplit_once(':').and_then(|(_, port)| port.parse().ok()).expect("a port"))
}

/// Something for a site to show, and what can be seen of it.
fn content(program: &Program, deployment: &Deployment, page: &'static str) -> &'static str {
    if program.target().upstream.is_some() {
        return "x-answered-by";
    }
    if !program.has_pages() {
        return "http/";
    }
    std::fs::write(pages(deployment).join("index.html"), page).expect("written");
    page
}

/// Servers of web sites.
fn web() -> impl Iterator<Item = &'static Program> {
    let of_web =
        |program: &&Program| program.target().group == TargetGroup::Web && program.target().reach == Reach::Https;
    programs::PROGRAMS.iter().copied().filter(of_web)
}

/// Those that read one file a site, each of which can be put beside the others.
fn shared() -> impl Iterator<Item = &'static Program> {
    web().filter(|program| ["nginx", "apache", "caddy"].contains(&program.target))
}

/// Those and programs that show pages of their own, as far as they are here.
fn with_pages() -> impl Iterator<Item = &'static Program> {
    let is_of_web = |program: &Program| web().any(|web| web.target == program.target);
    let shown = programs::PROGRAMS.iter().copied().filter(move |program| is_of_web(program) || program.has_pages());
    shown.filter(|program| program.is_here())
}

/// Those and what only passes requests on, or asks an application of its own.
fn speaking_http() -> impl Iterator<Item = &'static Program> {
    let programs = ["uvicorn", "gunicorn"].map(programs::of);
    with_pages().chain(programs.into_iter().filter(|program| program.is_here()))
}

// ---- every profile × key × kind of site --------------------------------------------------------------------

macro_rules! keeps_promises {
    ($($module:ident)*) => {
        mod keeps_every_promise {
            $(#[test] fn $module() {
                crate::every_promise(crate::programs::of(&stringify!($module).replace('_', "-")));
            })*
        }
    };
}

programs::every_program!(keeps_promises);

/// The same servers once more in the newest version, which is written to otherwise and linked with other libraries.
#[test]
fn newer_versions_keep_every_promise() {
    programs::newer::PROGRAMS.iter().for_each(every_promise);
}

#[test]
fn every_server_is_run() {
    for target in TARGETS.iter().filter(|target| target.judge == Judge::Server) {
        assert!(programs::PROGRAMS.iter().any(|program| program.target == target.id), "{} has no program", target.id);
    }
}

fn every_promise(program: &Program) {
    if !program.is_here() {
        return;
    }
    let application = upstream::start();
    let responder = responder::Responder::bind();
    let minted =
        |kind: &str, key, ocsp: &[&str]| Pki::get().leaf(&format!("{}-{kind}", program.label()), key, &NAMES, ocsp);
    let ocsp = minted("ocsp", Key::Ecdsa, &[&responder.address()]);
    responder.answer_for(&ocsp);
    let leaves = [(minted("rsa", Key::Rsa, &[]), "rsa"), (minted("ecdsa", Key::Ecdsa, &[]), "ecdsa"), (ocsp, "ocsp")];
    let upstreams = match (program.target().fields.contains(&Field::Upstream), program.target().upstream) {
        (true, None) => vec![None, Some(application.as_str())],
        (true, Some(_)) => vec![Some(application.as_str())],
        (false, _) => vec![None],
    };
    let begun = Instant::now();
    let mut parts = Vec::new();
    for profile in Profile::ALL {
        let part = Instant::now();
        for (leaf, kind) in &leaves {
            if program.promises(profile).is_none() {
                refuses(program, profile, leaf);
                continue;
            }
            for upstream in upstreams.iter().copied() {
                let site = Site { profile, upstream, ..Site::new(program) };
                let site_kind = if upstream.is_some() { "upstream" } else { "pages" };
                let label = format!("{}-{}-{kind}-{site_kind}", program.label(), profile.id());
                if *kind == "ocsp" && site.treats_alike(program, &leaves[1].0, leaf) {
                    serves_the_chain(program, &site, leaf, &label);
                } else {
                    promise(program, &site, leaf, &label);
                }
            }
        }
        parts.push(format!("{} {:.1}", profile.id(), part.elapsed().as_secs_f64()));
    }
    say(&format!("{} {:.1} s ({})", program.label(), begun.elapsed().as_secs_f64(), parts.join(", ")));
}

/// Where a responder changes nothing, all that is new is the certificate: the rest was asked with the other.
fn serves_the_chain(program: &Program, site: &Site, leaf: &Leaf, label: &str) -> (Running, Deployment, (u16, u16)) {
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
    client.chain_soon(&fullchain(leaf)).unwrap_or_else(|why| panic!("{label}: {why}\n{}", running.log()));
    (running, deployment, ports)
}

fn promise(program: &Program, site: &Site, leaf: &Leaf, label: &str) {
    let (running, deployment, ports) = serves_the_chain(program, site, leaf, label);
    let client = Client { host: "site.test", ports, reach: program.target().reach };
    let promised = program.promises_for(site.profile, leaf.key).unwrap_or_default();
    assert_eq!(client.versions(), promised, "{label}");
    if let Some(seen) = client.second_opinion() {
        assert_eq!(seen, promised, "{label}: GnuTLS");
    }
    for seen in at_once(&deployment.commands.verify, |probe| client.probe(probe)) {
        seen.unwrap_or_else(|why| panic!("{label}: {why}\n{}", running.log()));
    }
    suites(&client, program, site.profile, leaf.key, label);
    if speaks_hybrid(program) && tools::tools(server::WHEELS).is_some() {
        assert!(client.speaks_hybrid(), "{label}: no X25519MLKEM768");
    }
    if program.redirects() {
        redirects(&client, program, &deployment, label);
    }
    if let Some(scripts) = program.scripts {
        scripts(&pages(&deployment), &|path| client.get("https", path), label);
    }
    match site.upstream {
        Some(_) if program.target().reach == Reach::Https => passes_on(&client, program, label),
        Some(_) => assert!(client.get("https", "/a/b?c=d").contains("GET /a/b?c=d HTTP/1."), "{label}"),
        None if program.has_pages() => shows_pages(&client, &deployment, label),
        None => {}
    }
    let log = running.log();
    assert!(!program.never_says.iter().any(|line| log.contains(line)), "{label}: {log}");
}

/// Whether the key exchange of tomorrow is asked for, and the library that the program is linked with has it.
fn speaks_hybrid(program: &Program) -> bool {
    let (target, read) = (program.target(), |text| Version::parse(text).unwrap_or(Version(0, 0, 0)));
    let has_library = target.library != Library::OpenSsl || read(program.library) >= Version(3, 5, 0);
    has_library && target.has(Switch::Hybrid, read(program.version))
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

/// Where there is one official format, ours is in it.
fn is_formatted(program: &Program, folder: &Path, deployment: &Deployment) {
    let config = deployment.config().expect("a file");
    if let Some(formatted) = program.formatted {
        assert_eq!(formatted(folder, &config.name).trim_end(), String::from_utf8_lossy(&config.bytes).trim_end());
    }
}

/// Old phones know no GCM: only the profiles for them talk CBC; only `legacy` talks RSA key exchange.
fn suites(client: &Client, program: &Program, profile: Profile, key: Key, label: &str) {
    let has_old = program.promises(profile).is_some_and(|versions| versions.contains(&"TLS 1.0"));
    let is_old = profile == Profile::Legacy;
    let name = if key == Key::Rsa { "RSA" } else { "ECDSA" };
    let gcm = profile != Profile::Modern;
    let cbc = matches!(profile, Profile::MiniProgram | Profile::Legacy);
    let legacy = guideline::advice(Profile::Legacy, "RSA").expect("a profile");
    let has = legacy.suites.iter().any(|suite| suite.openssl == "AES128-SHA" && (program.target().has_suite)(suite));
    let rsa = is_old && has_old && has && key == Key::Rsa;
    let asked = [
        (format!("ECDHE-{name}-AES128-GCM-SHA256"), gcm),
        (format!("ECDHE-{name}-AES128-SHA"), cbc),
        ("AES128-SHA".to_owned(), rsa),
    ];
    let tls12 =
        |(suite, _): &(String, bool)| client.negotiates(&["-tls1_2", "-cipher", &format!("{suite}:@SECLEVEL=0")]);
    for ((suite, promised), seen) in asked.iter().zip(at_once(&asked, tls12)) {
        assert_eq!(seen, *promised, "{label}: {suite}");
    }
}

/// Plain HTTP goes to HTTPS with its path and query; the challenge of a certificate authority is answered in place.
fn redirects(client: &Client, program: &Program, deployment: &Deployment, label: &str) {
    let answer = client.get("http", "/a/b?c=d");
    let to = format!("https://site.test:{}/a/b?c=d", client.ports.1);
    assert!(answer.lines().any(|line| line.eq_ignore_ascii_case(&format!("location: {to}"))), "{label}: {answer}");
    if program.target().upstream.is_some() {
        let answer = client.get("http", "/.well-known/acme-challenge/token").to_ascii_lowercase();
        assert!(answer.contains("get /.well-known/acme-challenge/token"), "{label}: {answer}");
        // What answers for the ACME client is asked, not the site's own application.
        let host = format!("127.0.0.1:{}", challenges());
        assert!(answer.contains(&format!("x-answered-by: {host}")), "{label}: {answer}");
        return;
    }
    let folder = pages(deployment).join(".well-known/acme-challenge");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("token"), "token.thumbprint").expect("written");
    let answer = client.get("http", "/.well-known/acme-challenge/token");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("token.thumbprint"), "{label}: {answer}");
}

fn shows_pages(client: &Client, deployment: &Deployment, label: &str) {
    std::fs::write(pages(deployment).join("index.html"), "our page").expect("written");
    let answer = client.get("https", "/");
    assert!(answer.contains(" 200") && answer.ends_with("our page"), "{label}: {answer}");
}

fn passes_on(client: &Client, program: &Program, label: &str) {
    let seen = client.get("https", "/a/b?c=d").to_ascii_lowercase();
    assert!(seen.contains("get /a/b?c=d http/1."), "{label}: {seen}");
    let host = seen.lines().rfind(|line| line.starts_with("host:")).unwrap_or_default().to_owned();
    assert!(host.starts_with("host: site.test"), "{label}: {seen}");
    for header in program.told {
        assert!(seen.lines().any(|line| line.starts_with(header)), "{label}: no {header} in {seen}");
    }
    if !program.target().knows(Switch::WebSocket) && !program.is(server::Habit::PassesAll) {
        return;
    }
    client.web_socket().unwrap_or_else(|why| panic!("{label}: {why}"));
}
