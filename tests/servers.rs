//! The configurations in real servers: nginx, Apache and Caddy on loopback, asked by real clients.
//!
//! Ports and folders are fields of the plan, so the text that runs is the text that people get. Each server's main
//! configuration (`tests/servers/server.rs`) only includes it. A server that is missing fails the test, with the
//! command that installs it.

#[path = "support/facts.rs"]
mod facts;
#[path = "servers/pki.rs"]
mod pki;
#[path = "servers/probe.rs"]
mod probe;
#[path = "servers/responder.rs"]
mod responder;
#[path = "servers/server.rs"]
mod server;
#[path = "servers/upstream.rs"]
mod upstream;

use certloupe::deploy::allow::FilePath;
use certloupe::deploy::{Place, TARGETS, deploy_at};
use certloupe::report::Code;
use certloupe::report::wire::{DeployOptions, Deployment, Expect, Profile};
use facts::{Key, report};
use pki::{Leaf, Pki};
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
    names: &'a [&'a str],
    ocsp: &'a [&'a str],
    profile: Profile,
    upstream: Option<&'a str>,
    version: &'a str,
}

impl<'a> Site<'a> {
    fn new(program: &'a Program, names: &'a [&'a str]) -> Self {
        Self { names, ocsp: &[], profile: Profile::Compatible, upstream: None, version: program.version }
    }

    /// Makes the configuration and runs its own commands for the certificate files, in the certificate's folder.
    fn set_up(&self, program: &Program, leaf: &Leaf, folder: &Path, ports: (u16, u16)) -> Deployment {
        let path = |name: &str| {
            let path = folder.join(name);
            let text = path.to_str().expect("a plain path");
            FilePath::parse(text).unwrap_or_else(|_| panic!("a checkout in a plain folder, not {text}"))
        };
        let place = Place {
            address: Some(LOOPBACK),
            http_port: ports.0,
            https_port: ports.1,
            certificates: path("ssl"),
            pages: path("pages"),
        };
        let options = DeployOptions {
            target: program.target.to_owned(),
            version: Some(self.version.to_owned()),
            profile: self.profile,
            names: Vec::new(),
            upstream: self.upstream.map(str::to_owned),
            hsts: true,
        };
        let deployment = deploy_at(&report(leaf.key, self.names, self.ocsp), &options, place).expect("deployed");
        let ours = deployment.commands.install.iter().filter(|line| line.contains(folder.to_str().unwrap_or("?")));
        for line in ours {
            // Only root may give the key to another group.
            let line = if is_root() { line.clone() } else { line.replace(" -g caddy", "") };
            let status = Command::new("sh").args(["-ec", &line]).current_dir(&leaf.folder).status();
            assert!(status.is_ok_and(|status| status.success()), "{line}");
        }
        deployment
    }
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

/// What each profile promises; Caddy can not go below TLS 1.2.
fn promised(target: &str, profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Modern => &["TLS 1.3"],
        Profile::Compatible | Profile::MiniProgram => &["TLS 1.2", "TLS 1.3"],
        Profile::Legacy if target == "caddy" => &["TLS 1.2", "TLS 1.3"],
        Profile::Legacy => &["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"],
    }
}

// ---- every profile × key × kind of site --------------------------------------------------------------------

#[test]
fn nginx_keeps_every_promise() {
    every_promise(Program::of("nginx"));
}

#[test]
fn apache_keeps_every_promise() {
    every_promise(Program::of("apache"));
}

#[test]
fn caddy_keeps_every_promise() {
    every_promise(Program::of("caddy"));
}

#[test]
fn every_target_is_run() {
    assert!(TARGETS.iter().all(|target| server::PROGRAMS.iter().any(|program| program.target == target.id)));
}

fn every_promise(program: &Program) {
    let application = upstream::start();
    let leaves = Key::ALL.map(|key| Pki::get().leaf(program.target, key, &NAMES, &[]));
    for profile in Profile::ALL {
        let begun = Instant::now();
        for leaf in &leaves {
            for upstream in [None, Some(application.as_str())] {
                let site = Site { profile, upstream, ..Site::new(program, &NAMES) };
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
    let running = program.start(&folder, ports);
    let client = Client { host: "site.test", ports };

    client.chain(&fullchain(leaf)).unwrap_or_else(|why| panic!("{label}: {why}"));
    assert_eq!(client.versions(), promised(program.target, site.profile), "{label}");
    for probe in &deployment.commands.verify {
        client.probe(probe).unwrap_or_else(|why| panic!("{label}: {why}\n{}", running.log()));
    }
    suites(&client, program, site.profile, leaf.key, label);
    redirects(&client, &deployment, label);
    match site.upstream {
        Some(_) => passes_on(&client, label),
        None => shows_pages(&client, &deployment, label),
    }
    assert!(!running.log().contains("obtaining certificate"), "{label}: Caddy asks for a certificate of its own");
}

/// Old phones know no GCM: only the profiles for them talk CBC; only `legacy` talks RSA key exchange.
fn suites(client: &Client, program: &Program, profile: Profile, key: Key, label: &str) {
    let name = if key == Key::Rsa { "RSA" } else { "ECDSA" };
    let tls12 = |suite: &str| client.negotiates(&["-tls1_2", "-cipher", &format!("{suite}:@SECLEVEL=0")]);
    let gcm = profile != Profile::Modern;
    assert_eq!(tls12(&format!("ECDHE-{name}-AES128-GCM-SHA256")), gcm, "{label}");
    let cbc = matches!(profile, Profile::MiniProgram | Profile::Legacy);
    assert_eq!(tls12(&format!("ECDHE-{name}-AES128-SHA")), cbc, "{label}");
    let rsa = profile == Profile::Legacy && key == Key::Rsa && program.target != "caddy";
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

// ---- special certificates ----------------------------------------------------------------------------------

/// Sets up one site, starts the server, and gives both.
fn serve(program: &Program, site: &Site, leaf: &Leaf, label: &str) -> (Running, Deployment, (u16, u16)) {
    let ports = free_ports();
    let folder = server::folder(&format!("{}-{label}", program.target));
    let deployment = site.set_up(program, leaf, &folder, ports);
    program.check(&folder, &[&deployment], ports);
    (program.start(&folder, ports), deployment, ports)
}

#[test]
fn addresses_and_wildcards_alone() {
    for program in &server::PROGRAMS {
        let begun = Instant::now();
        for (label, names, host) in
            [("address", &["127.0.0.1"][..], "127.0.0.1"), ("wildcard", &["*.wild.test"], "any.wild.test")]
        {
            let leaf = Pki::get().leaf(&format!("{}-{label}", program.target), Key::Ecdsa, names, &[]);
            let (_running, deployment, ports) = serve(program, &Site::new(program, names), &leaf, label);
            let client = Client { host, ports };
            client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{} {label}: {why}", program.target));
            for probe in &deployment.commands.verify {
                Client { host: if host == "127.0.0.1" { host } else { "www.wild.test" }, ports }
                    .probe(probe)
                    .unwrap_or_else(|why| panic!("{} {label}: {why}", program.target));
            }
            std::fs::write(pages(&deployment).join("index.html"), label).expect("written");
            assert!(client.get("https", "/").ends_with(label), "{} {label}", program.target);
            let location = format!("location: https://{host}:{}/x", ports.1);
            assert!(client.get("http", "/x").lines().any(|line| line.eq_ignore_ascii_case(&location)));
        }
        say(&format!("{} address, wildcard {:.1} s", program.target, begun.elapsed().as_secs_f64()));
    }
}

/// Three hundred names, one of them as long as names can be: hash tables and line lengths must hold them.
#[test]
fn many_and_long_names() {
    let long = format!("{}.{}.{}.{}.test", "a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(56));
    assert_eq!(long.len(), 253);
    let many: Vec<String> = (0..300).map(|number| format!("host-{number}.many.site.test")).collect();
    let names: Vec<&str> =
        many.iter().map(String::as_str).chain([long.as_str(), "2001:db8::1", "_x.site.test"]).collect();
    for program in &server::PROGRAMS {
        let begun = Instant::now();
        let leaf = Pki::get().leaf(&format!("{}-many", program.target), Key::Ecdsa, &names, &[]);
        let (_running, deployment, ports) = serve(program, &Site::new(program, &names), &leaf, "many");
        std::fs::write(pages(&deployment).join("index.html"), "many").expect("written");
        for host in [names[0], names[299], &long] {
            let client = Client { host, ports };
            client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{}: {why}", program.target));
            assert!(client.get("https", "/").ends_with("many"), "{}", program.target);
        }
        say(&format!("{} many names {:.1} s", program.target, begun.elapsed().as_secs_f64()));
    }
}

/// Two sites made by us share one server: nothing that stands outside the sites may collide.
#[test]
fn two_sites_in_one_server() {
    let application = upstream::start();
    let nobody = ["http://127.0.0.1:9/"];
    for program in &server::PROGRAMS {
        let begun = Instant::now();
        let ports = free_ports();
        let folder = server::folder(&format!("{}-two", program.target));
        let sites = [["one.test"], ["two.test"]].map(|names| {
            let leaf = Pki::get().leaf(&format!("{}-{}", program.target, names[0]), Key::Ecdsa, &names, &nobody);
            let site = Site { ocsp: &nobody, upstream: Some(&application), ..Site::new(program, &names) };
            (site.set_up(program, &leaf, &folder, ports), leaf, names[0])
        });
        program.check(&folder, &sites.each_ref().map(|(deployment, ..)| deployment), ports);
        let _running = program.start(&folder, ports);
        for (deployment, leaf, host) in &sites {
            let client = Client { host, ports };
            client.chain(&fullchain(leaf)).unwrap_or_else(|why| panic!("{}: {why}", program.target));
            client.web_socket().unwrap_or_else(|why| panic!("{}: {why}", program.target));
            for probe in &deployment.commands.verify {
                // Nobody answers for the responder here; the test below has one.
                if probe.expect != Expect::Stapled {
                    client.probe(probe).unwrap_or_else(|why| panic!("{}: {why}", program.target));
                }
            }
        }
        say(&format!("{} two sites, dead responder {:.1} s", program.target, begun.elapsed().as_secs_f64()));
    }
}

/// With a responder that answers, clients get its answer with the handshake.
#[test]
fn a_responder_is_stapled() {
    for program in &server::PROGRAMS {
        let begun = Instant::now();
        let responder = responder::Responder::bind();
        let address = responder.address();
        let ocsp = [address.as_str()];
        let leaf = Pki::get().leaf(&format!("{}-ocsp", program.target), Key::Ecdsa, &NAMES, &ocsp);
        responder.answer_for(&leaf);
        let site = Site { ocsp: &ocsp, ..Site::new(program, &NAMES) };
        let (running, deployment, ports) = serve(program, &site, &leaf, "ocsp");
        assert!(!deployment.notes.iter().any(|note| note.code == Code::DEP003));
        let client = Client { host: "site.test", ports };
        let probe = deployment.commands.verify.iter().find(|probe| probe.expect == Expect::Stapled).expect("a probe");
        // nginx asks the responder only when the first client comes, and staples from then on.
        let stapled = (0..50).any(|_| {
            std::thread::sleep(Duration::from_millis(50));
            client.probe(probe).is_ok()
        });
        assert!(stapled, "{}: {:?}\n{}", program.target, client.probe(probe), running.log());
        say(&format!("{} stapling {:.1} s", program.target, begun.elapsed().as_secs_f64()));
    }
}

/// What older versions are given differs; where the installed server still takes it, it must work too.
#[test]
fn configurations_for_older_versions() {
    let application = upstream::start();
    for (target, version) in [("nginx", "1.18.0"), ("apache", "2.4.41"), ("apache", "2.4.6"), ("caddy", "2.4.0")] {
        let program = Program::of(target);
        let leaf = Pki::get().leaf(&format!("{target}-{version}"), Key::Rsa, &NAMES, &[]);
        let site = Site { upstream: Some(&application), version, ..Site::new(program, &NAMES) };
        let (_running, _, ports) = serve(program, &site, &leaf, version);
        let client = Client { host: "site.test", ports };
        client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{target} {version}: {why}"));
        passes_on(&client, &format!("{target} {version}"));
        // Apache 2.4.6 is too old for TLS 1.3 and is not asked for it.
        let versions: &[&str] = if version == "2.4.6" { &["TLS 1.2"] } else { &["TLS 1.2", "TLS 1.3"] };
        assert_eq!(client.versions(), versions, "{target} {version}");
    }
}

// ---- hostile certificates, and proof that the probes can fail ----------------------------------------------

#[test]
fn hostile_names_add_nothing() {
    let hostile = [
        "site.test",
        "a; return 418; #",
        "a\nListen 127.0.0.1:1",
        "a\r\nb",
        "a {\n\trespond 418\n}",
        "a}",
        "a b",
        "a'b",
        "a\"b",
        "a\\",
        "$host",
        "${HOME}",
        "{$HOME}",
        "`id`",
        "~^(.*)$",
        "a\0b",
        "a\u{1b}[2J",
        "a\u{2019}b",
        "",
    ];
    for program in &server::PROGRAMS {
        let begun = Instant::now();
        // Caddy loads no certificate whose names are not ASCII; the configuration is made for all of them.
        let minted: Vec<&str> =
            hostile.into_iter().filter(|name| name.is_ascii() || program.target != "caddy").collect();
        let leaf = Pki::get().leaf(&format!("{}-hostile", program.target), Key::Ecdsa, &minted, &[]);
        let (_running, deployment, ports) = serve(program, &Site::new(program, &hostile), &leaf, "hostile");
        assert!(deployment.notes.iter().any(|note| note.code == Code::DEP004));
        Client { host: "site.test", ports }
            .chain(&fullchain(&leaf))
            .unwrap_or_else(|why| panic!("{}: {why}", program.target));

        // The same directives as for the good name alone.
        let folder = server::folder(&format!("{}-good", program.target));
        let good = Pki::get().leaf(&format!("{}-good", program.target), Key::Ecdsa, &["site.test"], &[]);
        let good = Site::new(program, &["site.test"]).set_up(program, &good, &folder, ports);
        let text = |deployment: &Deployment| String::from_utf8_lossy(&deployment.config.bytes).into_owned();
        let (hostile, good) = (text(&deployment), text(&good).replace("-good/", "-hostile/"));
        assert_eq!(hostile, good, "{}", program.target);
        say(&format!("{} hostile names {:.1} s", program.target, begun.elapsed().as_secs_f64()));
    }
}

#[test]
fn the_probes_can_fail() {
    for program in &server::PROGRAMS {
        let leaf = Pki::get().leaf(&format!("{}-control", program.target), Key::Rsa, &NAMES, &[]);
        let right = fullchain(&leaf);
        // The commonest mistake: the server certificate alone. Every server takes it without a word.
        std::fs::copy(leaf.folder.join("cert.pem"), leaf.folder.join("fullchain.pem")).expect("copied");
        let (_running, deployment, ports) = serve(program, &Site::new(program, &NAMES), &leaf, "control");
        let client = Client { host: "site.test", ports };
        assert!(client.chain(&right).is_err_and(|why| why.contains("another chain")), "{}", program.target);
        assert!(client.chain(&fullchain(&leaf)).is_err_and(|why| why.contains("not verified")), "{}", program.target);
        let chain = deployment.commands.verify.iter().find(|probe| matches!(probe.expect, Expect::Chain { .. }));
        assert!(client.probe(chain.expect("there is one")).is_err(), "{}", program.target);
        for probe in &deployment.commands.verify {
            let mut turned = probe.clone();
            turned.expect = match &probe.expect {
                Expect::Negotiates(version) => Expect::Refuses(version.clone()),
                Expect::Refuses(version) => Expect::Negotiates(version.clone()),
                Expect::Header(header) => Expect::Header(format!("{header}0")),
                _ => continue,
            };
            assert!(client.probe(&turned).is_err(), "{}: {}", program.target, probe.command);
        }
        // The right chain for another host is no good either.
        assert!(Client { host: "other.test", ports }.chain(&fullchain(&leaf)).is_err(), "{}", program.target);
    }
}
