//! Certificates made to break out of a configuration; what quoting is worth; and proof that the probes can fail.

use super::*;
use certloupe::deploy::syntax::{Conf, Plain, Word, apache, caddy, nginx, text};
use certloupe::report::wire::{Commands, File};

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
    for program in with_pages() {
        let begun = Instant::now();
        // The configuration is made for all of them, whatever can be loaded.
        let minted: Vec<&str> =
            hostile.into_iter().filter(|name| name.is_ascii() || !program.is(server::Habit::AsciiOnly)).collect();
        let leaf = Pki::get().leaf(&format!("{}-hostile", program.target), Key::Ecdsa, &minted, &[]);
        let (_running, deployment, ports) = serve(program, &Site::new(program), &leaf, "hostile");
        assert!(deployment.notes.iter().any(|note| note.code == Code::DEP004));
        Client { host: "site.test", ports, reach: program.target().reach }
            .chain(&fullchain(&leaf))
            .unwrap_or_else(|why| panic!("{}: {why}", program.target));

        // The same directives as for the good name alone.
        let folder = server::folder(&format!("{}-good", program.target));
        let good = Pki::get().leaf(&format!("{}-good", program.target), Key::Ecdsa, &["site.test"], &[]);
        let good = Site::new(program).set_up(program, &good, &folder, ports);
        let text =
            |deployment: &Deployment| String::from_utf8_lossy(&deployment.config().expect("a file").bytes).into_owned();
        let (hostile, good) = (text(&deployment), text(&good).replace("-good/", "-hostile/"));
        assert_eq!(hostile, good, "{}", program.target);
        say(&format!("{} hostile names {:.1} s", program.target, begun.elapsed().as_secs_f64()));
    }
}

#[test]
fn the_probes_can_fail() {
    for program in web() {
        let leaf = Pki::get().leaf(&format!("{}-control", program.target), Key::Rsa, &NAMES, &[]);
        let right = fullchain(&leaf);
        // The commonest mistake: the server certificate alone. Every server takes it without a word.
        std::fs::copy(leaf.folder.join("cert.pem"), leaf.folder.join("fullchain.pem")).expect("copied");
        let (_running, deployment, ports) = serve(program, &Site::new(program), &leaf, "control");
        let client = Client { host: "site.test", ports, reach: program.target().reach };
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
        assert!(
            Client { host: "other.test", ports, reach: program.target().reach }.chain(&fullchain(&leaf)).is_err(),
            "{}",
            program.target
        );
    }
}

/// What our quoting does, the server undoes: a value that needs every kind of quote comes back as a header.
#[test]
fn servers_undo_our_quoting() {
    // Backslashes and braces can not be written in a Caddyfile, and are refused there.
    let values = [r#"a b;c#d"e'f>g(h)"#, "'single'", "\"double\"", "~x", "a}b", r"back\slash", r#"\""#, "; #"];
    for program in shared() {
        let syntax = match program.target {
            "nginx" => &nginx::NGINX,
            "apache" => &apache::APACHE,
            _ => &caddy::CADDY,
        };
        let ports = free_ports();
        let mut written = Vec::new();
        let mut conf = Conf::new(syntax);
        let listen = || text(format!("127.0.0.1:{}", ports.0));
        let opener: Vec<Word> = match program.target {
            "nginx" => vec![Plain("server")],
            "apache" => vec![Plain("<VirtualHost"), listen()],
            _ => vec![text(format!("http://127.0.0.1:{}", ports.0))],
        };
        conf.block(opener, |conf| {
            if program.target == "nginx" {
                conf.set("listen", [listen()]);
            }
            for (value, name) in values.into_iter().zip(["X-0", "X-1", "X-2", "X-3", "X-4", "X-5", "X-6", "X-7"]) {
                if (syntax.quote)(value).is_err() {
                    continue;
                }
                written.push((name, value));
                match program.target {
                    "nginx" => conf.set("add_header", [Plain(name), text(value), Plain("always")]),
                    "apache" => conf.set("Header", [Plain("always"), Plain("set"), Plain(name), text(value)]),
                    _ => conf.set("header", [Plain(name), text(value)]),
                }
            }
        });
        assert!(written.len() >= 5, "{}", program.target);
        let deployment = Deployment {
            options: DeployOptions::default(),
            title: String::new(),
            configs: vec![File {
                name: "quoting.conf".to_owned(),
                bytes: conf.finish().expect("written").into_bytes(),
            }],
            files: Vec::new(),
            key_file: None,
            commands: Commands { install: vec!["a2enmod --quiet headers".to_owned()], ..Commands::default() },
            notes: Vec::new(),
        };
        let folder = server::folder(&format!("{}-quoting", program.target));
        program.check(&folder, &[&deployment], ports);
        let _running = program.start(&folder, (ports.0, ports.0));
        let answer = Client { host: "127.0.0.1", ports, reach: program.target().reach }.get("http", "/");
        for (name, value) in written {
            let line = format!("{name}: {value}").to_ascii_lowercase();
            assert!(
                answer.lines().any(|seen| seen.to_ascii_lowercase() == line),
                "{}: no {line} in {answer}",
                program.target
            );
        }
    }
}
