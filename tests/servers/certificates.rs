//! Certificates that are not just a few names: addresses, wildcards, hundreds of names, a responder.

use super::*;

#[test]
fn addresses_and_wildcards_alone() {
    for program in web() {
        let begun = Instant::now();
        for (label, names, host) in
            [("address", &["127.0.0.1"][..], "127.0.0.1"), ("wildcard", &["*.wild.test"], "any.wild.test")]
        {
            let leaf = Pki::get().leaf(&format!("{}-{label}", program.target), Key::Ecdsa, names, &[]);
            let (_running, deployment, ports) = serve(program, &Site::new(program), &leaf, label);
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
    for program in web() {
        let begun = Instant::now();
        let leaf = Pki::get().leaf(&format!("{}-many", program.target), Key::Ecdsa, &names, &[]);
        let (_running, deployment, ports) = serve(program, &Site::new(program), &leaf, "many");
        std::fs::write(pages(&deployment).join("index.html"), "many").expect("written");
        for host in [names[0], names[299], &long] {
            let client = Client { host, ports, reach: program.target().reach };
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
    for program in web() {
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
    for program in web() {
        let begun = Instant::now();
        let responder = responder::Responder::bind();
        let address = responder.address();
        let ocsp = [address.as_str()];
        let leaf = Pki::get().leaf(&format!("{}-ocsp", program.target), Key::Ecdsa, &NAMES, &ocsp);
        responder.answer_for(&leaf);
        let site = Site::new(program);
        let (running, deployment, ports) = serve(program, &site, &leaf, "ocsp");
        assert!(!deployment.notes.iter().any(|note| note.code == Code::DEP003));
        let client = Client { host: "site.test", ports, reach: program.target().reach };
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
        let program = programs::of(target);
        let leaf = Pki::get().leaf(&format!("{target}-{version}"), Key::Rsa, &NAMES, &[]);
        let site = Site { upstream: Some(&application), version, ..Site::new(program) };
        let (_running, _, ports) = serve(program, &site, &leaf, version);
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{target} {version}: {why}"));
        passes_on(&client, &format!("{target} {version}"));
        // Apache 2.4.6 is too old for TLS 1.3 and is not asked for it.
        let versions: &[&str] = if version == "2.4.6" { &["TLS 1.2"] } else { &["TLS 1.2", "TLS 1.3"] };
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
