//! What can be had or left out: each part is seen to be there, and seen to be gone.

use super::*;
use certloupe::deploy::Target;

/// Sets up a site with changed options, starts the server, and gives both. Files that exist beside the leaf's own are
/// put in place by the commands.
fn serve_with(
    program: &Program,
    leaf: &Leaf,
    label: &str,
    change: &dyn Fn(DeployOptions) -> DeployOptions,
) -> (Running, Deployment, (u16, u16)) {
    let ports = free_ports();
    let folder = server::folder(&format!("{}-{label}", program.target));
    let site = Site { upstream: (!program.has_pages()).then(application), ..Site::new(program) };
    let deployment = site.set_up_with(program, leaf, &folder, ports, change);
    program.check(&folder, &[&deployment], ports);
    // Without a redirect nobody listens for plain HTTP.
    (program.start(&folder, (ports.1, ports.1)), deployment, ports)
}

fn can(program: &Program, switch: Switch) -> bool {
    let target: &Target = program.target();
    Version::parse(program.version).is_some_and(|version| program.has(switch) && !target.insists(switch, version))
}

/// The programs that can have a part or go without it; there are some.
fn programs_with(switch: Switch) -> Vec<&'static Program> {
    let found: Vec<_> = speaking_http().filter(|program| can(program, switch)).collect();
    assert!(!found.is_empty(), "nobody can {switch:?}");
    found
}

#[test]
fn two_certificates_are_served_by_what_the_client_can() {
    // No page is looked at: servers of programs and services have a part in it too.
    let able: Vec<_> = programs::PROGRAMS
        .iter()
        .copied()
        .filter(|program| program.is_here() && can(program, Switch::BothKeys))
        .collect();
    assert!(able.len() >= 3);
    able.into_iter().for_each(serves_two_certificates);
}

fn serves_two_certificates(program: &Program) {
    let [rsa, ecdsa] = Key::ALL.map(|key| Pki::get().leaf(&format!("{}-both", program.target), key, &NAMES, &[]));
    let second = ecdsa.folder.join("second");
    std::fs::create_dir_all(&second).expect("a folder");
    for file in ["fullchain.pem", "privkey.pem"] {
        std::fs::copy(rsa.folder.join(file), second.join(file)).expect("copied");
    }
    let (running, _, ports) = serve_with(program, &ecdsa, "both", &|it| it.set(Switch::BothKeys, true));
    let client = Client { host: "site.test", ports, reach: program.target().reach };
    for (leaf, suite) in [(&rsa, "ECDHE-RSA-AES128-GCM-SHA256"), (&ecdsa, "ECDHE-ECDSA-AES128-GCM-SHA256")] {
        client
            .chain_with(&["-tls1_2", "-cipher", suite], &fullchain(leaf))
            .unwrap_or_else(|why| panic!("{} {suite}: {why}\n{}", program.target, running.log()));
    }
}

#[test]
fn clients_without_a_certificate_are_refused() {
    let asked = |program: &&Program| program.target().fields.contains(&Field::ClientCa);
    for program in speaking_http().filter(asked) {
        let leaf = Pki::get().leaf(&format!("{}-mutual", program.target), Key::Ecdsa, &NAMES, &[]);
        let authorities = Pki::get().root().to_str().expect("a plain path").to_owned();
        let (running, deployment, ports) =
            serve_with(program, &leaf, "mutual", &|it| DeployOptions { client_ca: Some(authorities.clone()), ..it });
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        let probe = deployment.commands.verify.iter().find(|probe| probe.expect == Expect::AsksForCertificate);
        client
            .probe(probe.expect("a probe"))
            .unwrap_or_else(|why| panic!("{}: {why}\n{}", program.target, running.log()));
        let seen = content(program, &deployment, "our page");
        assert!(!client.try_get("/", &[]).1.to_ascii_lowercase().contains(seen), "{}", program.target);
        let (pem, key) = (leaf.folder.join("client.pem"), leaf.folder.join("client.key"));
        Pki::get().client(&pem, &key);
        let own = ["--cert", pem.to_str().expect("plain"), "--key", key.to_str().expect("plain")];
        let (_, said) = client.try_get("/", &own);
        assert!(said.to_ascii_lowercase().contains(seen), "{}: {said}\n{}", program.target, running.log());
    }
}

#[test]
fn services_ask_clients_for_a_certificate() {
    let mut wrong = Vec::new();
    let services = programs::PROGRAMS.iter().filter(|program| program.target().reach != Reach::Https);
    for program in services.filter(|program| program.target().fields.contains(&Field::ClientCa)) {
        let leaf = Pki::get().leaf(&format!("{}-mutual", program.target), Key::Rsa, &NAMES, &[]);
        let authorities = Pki::get().root().to_str().expect("a plain path").to_owned();
        let behind = upstream::start();
        let (_running, deployment, ports) = serve_with(program, &leaf, "mutual", &|it| DeployOptions {
            client_ca: Some(authorities.clone()),
            upstream: Some(behind.clone()),
            ..it
        });
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        let probe = deployment.commands.verify.iter().find(|probe| probe.expect == Expect::AsksForCertificate);
        wrong.extend(client.probe(probe.expect("a probe")).err().map(|why| (program.target, why)));
        let (pem, key) = (leaf.folder.join("client.pem"), leaf.folder.join("client.key"));
        Pki::get().client(&pem, &key);
        let own = ["-tls1_2", "-cert", pem.to_str().expect("plain"), "-key", key.to_str().expect("plain")];
        // With TLS 1.3 a client is done before it is refused.
        let seen = (client.negotiates(&["-tls1_2"]), client.negotiates(&own));
        if seen != (program.is(server::Habit::AsksLater), true) {
            wrong.push((program.target, format!("without, with: {seen:?}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn behind_a_load_balancer_only_its_connections_count() {
    for program in programs_with(Switch::ProxyProtocol) {
        let leaf = Pki::get().leaf(&format!("{}-proxied", program.target), Key::Ecdsa, &NAMES, &[]);
        let (running, deployment, ports) =
            serve_with(program, &leaf, "proxied", &|it| it.set(Switch::ProxyProtocol, true));
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        let seen = content(program, &deployment, "our page");
        let (_, said) = client.try_get("/", &["--haproxy-protocol"]);
        assert!(said.to_ascii_lowercase().contains(seen), "{}: {said}\n{}", program.target, running.log());
        let answers = client.try_get("/", &[]).1.to_ascii_lowercase().contains(seen);
        assert_eq!(answers, program.is(server::Habit::AnswersUnproxied), "{}", program.target);
    }
}

#[test]
fn without_a_redirect_nobody_answers_plain_http() {
    for program in programs_with(Switch::Redirect) {
        let leaf = Pki::get().leaf(&format!("{}-only", program.target), Key::Ecdsa, &NAMES, &[]);
        let (_running, deployment, ports) =
            serve_with(program, &leaf, "only", &|it| it.set(Switch::Redirect, false).set(Switch::Http2, false));
        let client = Client { host: "site.test", ports, reach: program.target().reach };
        client.chain(&fullchain(&leaf)).unwrap_or_else(|why| panic!("{}: {why}", program.target));
        assert!(!deployment.commands.verify.iter().any(|probe| probe.expect == Expect::Redirect));
        let (_, plain) = client.try_plain("/");
        assert!(!plain.to_ascii_lowercase().contains("location: https"), "{}: {plain}", program.target);
        if can(program, Switch::Http2) {
            assert!(client.try_get("/", &["--http2"]).1.starts_with("HTTP/1.1 "), "{}", program.target);
        }
    }
}
