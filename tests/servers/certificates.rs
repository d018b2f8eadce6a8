//! Certificates that are not just a few names: addresses, wildcards, hundreds of names, a responder.

use super::*;

#[test]
fn addresses_and_wildcards_alone() {
    for program in with_pages() {
        let begun = Instant::now();
        for (label, names, host) in
            [("address", &["127.0.0.1"][..], "127.0.0.1"), ("wildcard", &["*.wild.test"], "any.wild.test")]
        {
            let leaf = Pki::get().leaf(&format!("{}-{label}", program.target), Key::Ecdsa, names, &[]);
            let site = Site { upstream: (!program.has_pages()).then(application), ..Site::new(program) };
            let (_running, deployment, ports) = serve(program, &site, &leaf, label);
            let client = Client { host, ports, reach: program.target().reach };
            client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{} {label}: {why}", program.target));
            for probe in &deployment.commands.verify {
                Client {
                    host: if host == "127.0.0.1" { host } else { "www.wild.test" },
                    ports,
                    reach: program.target().reach,
                }
                .probe(probe)
                .unwrap_or_else(|why| panic!("{} {label}: {why}", program.target));
            }
            let seen = content(program, &deployment, label);
            assert!(client.get("https", "/").to_ascii_lowercase().contains(seen), "{} {label}", program.target);
            if !program.target().knows(Switch::Redirect) {
                continue;
            }
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
    for program in with_pages() {
        let begun = Instant::now();
        let leaf = Pki::get().leaf(&format!("{}-many", program.target), Key::Ecdsa, &names, &[]);
        let site = Site { upstream: (!program.has_pages()).then(application), ..Site::new(program) };
        let (_running, deployment, ports) = serve(program, &site, &leaf, "many");
        let seen = content(program, &deployment, "many");
        for host in [names[0], names[299], &long] {
            let client = Client { host, ports, reach: program.target().reach };
            client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{}: {why}", program.target));
            assert!(client.get("https", "/").to_ascii_lowercase().contains(seen), "{}", program.target);
        }
        say(&format!("{} many names {:.1} s", program.target, begun.elapsed().as_secs_f64()));
    }
}

/// Two sites made by us share one server: nothing that stands outside the sites may collide.
#[test]
fn two_sites_in_one_server() {
    let application = upstream::start();
    let nobody = ["http://127.0.0.1:9/"];
    let others = ["traefik", "php-fpm"].map(programs::of);
    for program in shared().chain(others).filter(|program| program.is_here()) {
        let begun = Instant::now();
        let ports = free_ports();
        let folder = server::folder(&format!("{}-two", program.target));
        let sites = [["one.test"], ["two.test"]].map(|names| {
            let leaf = Pki::get().leaf(&format!("{}-{}", program.target, names[0]), Key::Ecdsa, &names, &nobody);
            let site = Site { upstream: Some(&application), ..Site::new(program) };
            (site.set_up(program, &leaf, &folder, ports), leaf, names[0])
        });
        program.check(&folder, &sites.each_ref().map(|(deployment, ..)| deployment), ports);
        let _running = program.start(&folder, ports);
        for (deployment, leaf, host) in &sites {
            let client = Client { host, ports, reach: program.target().reach };
            client.chain(&fullchain(leaf)).unwrap_or_else(|why| panic!("{}: {why}", program.target));
            if program.target().fields.contains(&Field::Upstream) {
                client.web_socket().unwrap_or_else(|why| panic!("{}: {why}", program.target));
            }
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

/// A responder that is down keeps no server from starting.
#[test]
fn a_dead_responder_is_no_hindrance() {
    for program in web().filter(|program| program.has(Switch::Stapling)) {
        let leaf = Pki::get().leaf(&format!("{}-dead", program.target), Key::Ecdsa, &NAMES, &["http://127.0.0.1:9/"]);
        let (_running, _, ports) = serve(program, &Site::new(program), &leaf, "dead");
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{}: {why}", program.target));
    }
}

/// Oracle's server is Apache but for its TLS: with Apache's own in the place of the wallet, Apache takes the rest.
#[test]
fn what_oracle_is_given_is_apache_but_for_the_wallet() {
    let apache = programs::of("apache");
    let program = Program { target: "oracle-http", version: "14.1.2", library: "", ..*apache };
    let application = application();
    for upstream in [None, Some(application)] {
        let leaf = Pki::get().leaf("oracle-http", Key::Ecdsa, &NAMES, &[]);
        let (folder, ports) = (server::folder("oracle-http"), free_ports());
        let site = Site { upstream, ..Site::new(apache) };
        // The files that Apache wants are put in place by its own commands.
        let mut deployment = site.set_up(apache, &leaf, &folder, ports);
        let options = DeployOptions { upstream: upstream.map(str::to_owned), ..DeployOptions::default() };
        let options = DeployOptions { target: program.target.to_owned(), ..options }.set(Switch::Hsts, true);
        let place = site.place(&folder, ports);
        let made = deploy_at(&inspected(&leaf), &options, place).expect("deployed");
        let config = |made: &Deployment| String::from_utf8_lossy(&made.config().expect("a file").bytes).into_owned();
        let (ours, theirs) = (config(&made), config(&deployment));
        let pair: Vec<&str> = theirs.lines().filter(|line| line.contains("SSLCertificate")).collect();
        let lines = ours.lines().map(|line| match line.trim().split(' ').next() {
            Some("SSLWallet") => pair.join("\n"),
            // Names of suites are IANA's there.
            Some("SSLCipherSuite") => String::new(),
            _ => line.to_owned(),
        });
        deployment.configs[0].bytes = lines.collect::<Vec<_>>().join("\n").into_bytes();
        apache.check(&folder, &[&deployment], ports);
        let running = apache.start(&folder, ports);
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{why}"));
        for probe in &made.commands.verify {
            client.probe(probe).unwrap_or_else(|why| panic!("{why}\n{}", running.log()));
        }
        redirects(&client, apache, &made, "oracle-http");
    }
}

/// What older versions are given differs; where the installed server still takes it, it must work too.
#[test]
fn configurations_for_older_versions() {
    let application = upstream::start();
    for (target, version) in [
        ("nginx", "1.18.0"),
        ("apache", "2.4.41"),
        ("apache", "2.4.6"),
        ("caddy", "2.4.0"),
        ("nodejs", "14.0.0"),
        ("go", "1.19.8"),
        ("envoy", "1.24.0"),
        ("haproxy", "2.0.33"),
        ("haproxy", "2.2.9"),
        ("lighttpd", "1.4.52"),
        ("hitch", "1.4.8"),
        ("squid", "5.7"),
    ] {
        let program = programs::of(target);
        if !program.is_here() {
            continue;
        }
        let leaf = Pki::get().leaf(&format!("{target}-{version}"), Key::Rsa, &NAMES, &[]);
        let site = Site { upstream: Some(&application), version, ..Site::new(program) };
        let (_running, _, ports) = serve(program, &site, &leaf, version);
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{target} {version}: {why}"));
        passes_on(&client, program, &format!("{target} {version}"));
        // A version that is too old for TLS 1.3 is not asked for it.
        let is_new = Version::parse(version).is_some_and(|it| program.target().speaks(guideline::Protocol::Tls13, it));
        let versions: &[&str] = if is_new { &["TLS 1.2", "TLS 1.3"] } else { &["TLS 1.2"] };
        assert_eq!(client.versions(), versions, "{target} {version}");
    }
}

/// The same of services: Postfix 3.7 still takes the versions that are left out, one by one.
#[test]
fn configurations_for_older_services() {
    for (target, version) in [("postfix", "3.5.25"), ("stunnel", "5.50.0"), ("mosquitto", "1.6.9"), ("redis", "6.0.16")]
    {
        let program = programs::of(target);
        let leaf = Pki::get().leaf(&format!("{target}-{version}"), Key::Rsa, &NAMES, &[]);
        let application = upstream::start();
        let site = Site { upstream: Some(&application), version, ..Site::new(program) };
        let ports = free_ports();
        let folder = server::folder(&format!("{target}-{version}"));
        let deployment = site.set_up(program, &leaf, &folder, ports);
        program.check(&folder, &[&deployment], ports);
        let _running = program.start(&folder, ports);
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{target} {version}: {why}"));
        assert_eq!(client.versions(), ["TLS 1.2", "TLS 1.3"], "{target} {version}");
    }
}
