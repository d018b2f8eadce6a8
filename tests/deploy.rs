//! Configurations: what is written, literally; and that no value can change what is written around it. A long file, for
//! each kind of value has its own way to be hostile.
//!
//! `UPDATE=1 cargo test --test deploy` rewrites `tests/deploy/*.snap`; look at the difference.

#[path = "support/facts.rs"]
mod facts;

use certloupe::deploy::allow::{Host, Upstream};
use certloupe::deploy::guideline::Protocol;
use certloupe::deploy::syntax::{SYNTAXES, shell};
use certloupe::deploy::targets::{Library, Quirk, Reach};
use certloupe::deploy::{TARGETS, Target, deploy};
use certloupe::report::message::{DeployMessage, RemarkMessage};
use certloupe::report::wire::{DeployOptions, Deployment, Expect, Field, File, Profile, Switch};
use certloupe::report::{Code, Finding, Severity, Value};
use certloupe::text::commands::{Step, expectation};
use certloupe::text::{Lang, worded};
use facts::{Key, report};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Where a target can send requests to: in a cluster there are only Services.
fn upstream(target: &Target) -> &'static str {
    ["http://127.0.0.1:3000", "http://app:3000"]
        .into_iter()
        .find(|url| Upstream::parse(url).is_ok_and(|upstream| (target.upstreams)(&upstream)))
        .expect("somewhere")
}

fn options(target: &Target, version: &str, profile: Profile, upstream: Option<&str>) -> DeployOptions {
    DeployOptions {
        target: target.id.to_owned(),
        version: Some(version.to_owned()).filter(|version| !version.is_empty()),
        profile,
        names: Vec::new(),
        upstream: upstream.map(str::to_owned),
        ..DeployOptions::default()
    }
    .set(Switch::Hsts, true)
}

/// The text of every file.
fn config(deployment: &Deployment) -> String {
    let text = |file: &File| String::from_utf8(file.bytes.clone()).expect("configurations are text");
    deployment.configs.iter().map(text).collect()
}

/// The configuration with its commands: of some services there is nothing else.
fn whole(deployment: &Deployment) -> String {
    all_commands(deployment).into_iter().fold(config(deployment), |text, line| text + line + "\n")
}

fn all_commands(deployment: &Deployment) -> Vec<&String> {
    let commands = &deployment.commands;
    let lists = [&commands.install, &commands.check, &commands.reload];
    lists.into_iter().flatten().chain(commands.verify.iter().map(|probe| &probe.command)).collect()
}

// ---- literal snapshots -------------------------------------------------------------------------------------

/// Two versions a server: the newest, and one that people still run and that is written differently. A service has one.
const OLD: &str = include_str!("deploy/older.tsv");

#[test]
fn snapshots() {
    let (mut cases, mut wanted) = (0, 0);
    let mut changed = Vec::new();
    for target in TARGETS {
        let old = OLD.lines().find_map(|row| row.strip_prefix(target.id)?.strip_prefix('\t'));
        let latest = target.latest.to_string();
        let versions = match old {
            _ if target.is_service() => vec![""],
            Some(old) => vec![latest.as_str(), old],
            None => panic!("{} has no older version here", target.id),
        };
        wanted += versions.len() * 16;
        for version in versions {
            let mut text = String::new();
            for profile in Profile::ALL {
                for key in Key::ALL {
                    for upstream in [None, Some(upstream(target))] {
                        write_case(&mut text, target, version, profile, key, upstream);
                        cases += 1;
                    }
                }
            }
            changed.extend(compare(format!("{}-{version}", target.id).trim_end_matches('-'), &text));
        }
    }
    assert_eq!(cases, wanted);
    assert!(cases >= TARGETS.len() * 16);
    assert!(changed.is_empty(), "changed: {changed:?}; UPDATE=1 rewrites them");
}

fn write_case(out: &mut String, target: &Target, version: &str, profile: Profile, key: Key, upstream: Option<&str>) {
    // The RSA certificate is the kind of today, without a responder; the ECDSA one has everything.
    let report = match key {
        Key::Rsa => report(key, &["www.example.com", "example.com", "192.0.2.1"], &[]),
        Key::Ecdsa => report(key, &["example.com", "*.example.com", "2001:db8::1"], &["http://ocsp.example.net"]),
    };
    let (profile_id, to) = (profile.id(), upstream.unwrap_or("pages"));
    let _ =
        writeln!(out, "######## {} · {profile_id} · {key:?} · {to}", format!("{} {version}", target.title).trim_end());
    let deployment = match deploy(&report, &options(target, version, profile, upstream)) {
        Ok(deployment) => deployment,
        Err(findings) => {
            let _ = writeln!(out, "refused: {}\n", said(&findings));
            return;
        }
    };
    for file in &deployment.configs {
        if deployment.configs.len() > 1 {
            let _ = writeln!(out, "-- {}", file.name);
        }
        let _ = write!(out, "{}", String::from_utf8_lossy(&file.bytes));
    }
    let _ = writeln!(out, "-- {}", said(&deployment.notes));
    // The commands differ little between profiles: once for each kind of site is enough to look at.
    if profile == Profile::Compatible {
        write_commands(out, &deployment);
    }
    out.push('\n');
}

fn write_commands(out: &mut String, deployment: &Deployment) {
    let commands = &deployment.commands;
    for (step, lines) in Step::ALL.into_iter().zip([&commands.install, &commands.check, &commands.reload]) {
        let _ = writeln!(out, "-- {}", step.heading(commands).en);
        lines.iter().for_each(|line| out.extend([line, "\n"]));
    }
    let _ = writeln!(out, "-- {}", Step::Verify.heading(commands).en);
    for probe in &commands.verify {
        let _ = writeln!(out, "{}\n    → {}", probe.command, expectation(&probe.expect, Lang::En));
    }
}

fn said(findings: &[Finding]) -> String {
    let said = findings.iter().map(|finding| format!("{} {}", finding.code, worded(finding.clone(), Lang::En).title));
    said.collect::<Vec<_>>().join(" · ")
}

fn compare(name: &str, text: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/deploy/{name}.snap"));
    if std::fs::read_to_string(&path).is_ok_and(|kept| kept == text) {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).expect("snapshots can be written");
        return None;
    }
    Some(name.to_owned())
}

/// The table of targets in the documentation is that of the code.
#[test]
fn the_documentation_names_every_judge() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/deploy.md");
    let text = std::fs::read_to_string(&path).expect("the documentation is there");
    let (before, rest) = text.split_once("<!-- targets -->\n").expect("a place for the table");
    let (_, after) = rest.split_once("<!-- /targets -->").expect("its end");
    let rows = TARGETS.iter().map(|target| format!("| {} | `{}` | {} |\n", target.title, target.id, target.judge));
    let table: String = ["| target | id | judge |\n|---|---|---|\n".to_owned()].into_iter().chain(rows).collect();
    let wanted = format!("{before}<!-- targets -->\n{table}<!-- /targets -->{after}");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &wanted).expect("written");
    } else {
        assert_eq!(text, wanted, "UPDATE=1 rewrites it");
    }
}

/// What a variant writes is what the server that judges it would be given, where nothing but folders tells them apart.
#[test]
fn variants_write_what_their_judge_reads() {
    let mut compared = 0;
    for (variant, version, of, core) in [
        ("openresty", "1.27.1", "nginx", "1.27.1"),
        ("openresty", "1.21.4", "nginx", "1.21.4"),
        ("tengine", "3.1.0", "nginx", "1.24.0"),
        ("tengine", "2.3.3", "nginx", "1.18.0"),
        ("baota", "1.24.0", "nginx", "1.24.0"),
    ] {
        for (profile, key) in Profile::ALL.into_iter().flat_map(|profile| Key::ALL.map(|key| (profile, key))) {
            let made = [(variant, version), (of, core)].map(|(id, version)| {
                let target = TARGETS.iter().find(|target| target.id == id).expect("a target");
                let options = options(target, version, profile, None).set(Switch::Http3, false);
                let made = deploy(&report(key, &["a.test"], &[]), &options).expect("deployed");
                config(&made)
                    .replace("/www/server/panel/vhost/cert/", "/etc/ssl/certloupe/")
                    .replace("/www/wwwroot/", "/var/www/")
            });
            assert_eq!(made[0], made[1], "{variant} {version}");
            compared += 1;
        }
    }
    assert_eq!(compared, 5 * 8);
}

/// What is XML, an XML parser reads.
#[test]
fn an_xml_parser_reads_what_is_xml() {
    use std::io::Write as _;
    let mut read = 0;
    for target in TARGETS {
        for profile in Profile::ALL {
            let made =
                deploy(&report(Key::Rsa, &["a.test"], &[]), &options(target, "", profile, Some(upstream(target))));
            let files = made.map(|made| made.configs).unwrap_or_default();
            for file in files.iter().filter(|file| file.name.ends_with(".xml")) {
                let mut python = std::process::Command::new("python3")
                    .args(["-c", "import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.stdin.buffer)"])
                    .stdin(std::process::Stdio::piped())
                    .spawn()
                    .expect("python3 is installed");
                python.stdin.take().expect("piped").write_all(&file.bytes).expect("written");
                assert!(python.wait().is_ok_and(|status| status.success()), "{} {}", target.id, file.name);
                read += 1;
            }
        }
    }
    assert!(read >= 8, "only {read} files");
}

// ---- choices that follow from the certificate --------------------------------------------------------------

fn plain(target: &Target, report: &certloupe::report::Report) -> Deployment {
    deploy(report, &options(target, "", Profile::Compatible, None)).expect("a plain certificate can be deployed")
}

#[test]
fn subdomains_need_a_wildcard() {
    for target in TARGETS.iter().filter(|target| target.knows(Switch::Hsts)) {
        for (names, with) in [
            (&["example.com"][..], false),
            (&["*.example.com"], false),
            (&["example.com", "*.example.com"], true),
            (&["example.com", "*.example.com", "a.example.com"], true),
            (&["example.com", "*.example.com", "example.org"], false),
        ] {
            let deployment = plain(target, &report(Key::Rsa, names, &[]));
            assert!(whole(&deployment).contains("63072000"), "{}", target.id);
            assert_eq!(says_subdomains(&whole(&deployment)), with, "{} {names:?}", target.id);
            assert_eq!(deployment.notes.iter().any(|note| note.code == Code::DEP007), !with);
        }
        // Browsers ignore the header for addresses.
        if takes_addresses(target) {
            assert!(!whole(&plain(target, &report(Key::Rsa, &["192.0.2.1"], &[]))).contains("63072000"));
        }
    }
}

/// Whether names below are meant too: the header says so, or a setting, which every server spells in its own way.
fn says_subdomains(text: &str) -> bool {
    let plain = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let denied = |rest: &str| ["off", "false", "argvalueoff"].iter().any(|no| rest.starts_with(no));
    plain.split("includesubdomains").skip(1).any(|rest| !denied(rest))
}

fn takes_addresses(target: &Target) -> bool {
    (target.hosts)(&Host::Ip([192, 0, 2, 1].into()))
}

#[test]
fn names_that_a_target_does_not_take_are_left_out_or_refused() {
    let mixed = report(Key::Rsa, &["good.test", "192.0.2.1"], &[]);
    let mut asked = 0;
    for target in TARGETS.iter().filter(|target| !takes_addresses(target)) {
        asked += 1;
        let deployment = plain(target, &mixed);
        assert!(!whole(&deployment).contains("192.0.2.1"), "{}", target.id);
        assert!(deployment.notes.iter().any(|note| note.message.id == DeployMessage::HostsLeftOut.into()));
        let alone = report(Key::Rsa, &["192.0.2.1"], &[]);
        let refused = deploy(&alone, &options(target, "", Profile::Compatible, None)).expect_err("refused");
        assert_eq!(refused.first().map(|finding| finding.message.id), Some(DeployMessage::HostsRefused.into()));
    }
    assert!(asked >= 5);
}

/// Policies are written by their names, and are those that speak what the profile asks for, as far as there are any.
#[test]
fn a_policy_says_which_versions_are_spoken() {
    let mut asked = 0;
    for target in TARGETS.iter().filter(|target| !target.policies.is_empty()) {
        for (profile, key) in Profile::ALL.into_iter().flat_map(|profile| Key::ALL.map(|key| (profile, key))) {
            asked += 1;
            let made = deploy(&report(key, &["a.test"], &[]), &options(target, "", profile, None));
            let Some(policy) = target.policy(profile, &key.facts().algorithm) else {
                assert!(made.is_err(), "{} {profile:?}", target.id);
                continue;
            };
            let made = made.expect("deployed");
            assert!(
                whole(&made).contains(policy.hybrid) && !policy.name.is_empty() || whole(&made).contains(policy.name)
            );
            for protocol in Protocol::ALL {
                let name = protocol.name().to_owned();
                let spoken = policy.protocols.contains(&protocol);
                let expect = if spoken { Expect::Negotiates(name) } else { Expect::Refuses(name) };
                assert!(made.commands.verify.iter().any(|probe| probe.expect == expect), "{} {expect:?}", target.id);
                assert!(!spoken || target.speaks(protocol, target.latest));
            }
        }
    }
    assert!(asked >= 40);
}

/// A private key is only ever named, or read by the command that hands it over: no file of ours has it.
#[test]
fn keys_stay_in_their_file() {
    for target in TARGETS {
        let deployment = plain(target, &report(Key::Rsa, &["a.test"], &[]));
        assert!(!config(&deployment).contains("PRIVATE KEY"), "{}", target.id);
        // Windows takes both in one file.
        let named = ["privkey.pem", "certificate.pfx"].iter().any(|name| whole(&deployment).contains(name));
        assert!(named, "{} never says where the key goes", target.id);
    }
}

#[test]
fn the_old_versions_need_the_level_and_the_level_needs_them() {
    for target in TARGETS {
        for profile in Profile::ALL {
            let made = deploy(&report(Key::Rsa, &["a.test"], &[]), &options(target, "", profile, None));
            let policy = target.policy(profile, "RSA");
            if !target.policies.is_empty() && policy.is_none() {
                assert!(made.is_err(), "{} has no policy for {profile:?}", target.id);
                continue;
            }
            if !target.speaks(Protocol::Tls13, target.latest)
                && target.reach != Reach::Store
                && profile == Profile::Modern
            {
                assert!(made.is_err(), "{} speaks no TLS 1.3", target.id);
                continue;
            }
            let deployment = made.expect("deployed");
            let lowered = config(&deployment).contains("@SECLEVEL=0");
            let is_old = match policy {
                Some(policy) => policy.protocols.contains(&Protocol::Tls10),
                None => profile == Profile::Legacy && target.speaks(Protocol::Tls10, target.latest),
            };
            let needs_level = target.library == Library::OpenSsl && !target.is(Quirk::SetsOwnLevel);
            assert_eq!(lowered, is_old && needs_level, "{} {profile:?}", target.id);
            assert_eq!(
                is_old && target.reach != Reach::Store,
                deployment.notes.iter().any(|note| note.code == Code::DEP001)
            );
        }
    }
}

#[test]
fn what_can_not_be_done_is_refused_with_its_reason() {
    let good = report(Key::Rsa, &["a.test"], &[]);
    let with = |change: fn(&mut DeployOptions)| {
        let mut options = options(TARGETS[0], "", Profile::Compatible, None);
        change(&mut options);
        let findings = deploy(&good, &options).expect_err("refused");
        findings.into_iter().map(|finding| (finding.code, finding.severity)).collect::<Vec<_>>()
    };
    assert_eq!(with(|options| options.target = "iisx".to_owned()), [(Code::DEP008, Severity::Error)]);
    assert_eq!(with(|options| options.version = Some("new".to_owned())), [(Code::DEP008, Severity::Error)]);
    assert_eq!(with(|options| options.version = Some("0.8.54".to_owned())), [(Code::DEP005, Severity::Error)]);
    assert_eq!(
        with(|options| {
            options.profile = Profile::Modern;
            options.version = Some("1.10.0".to_owned());
        }),
        [(Code::DEP005, Severity::Error)]
    );
    // Everything at once, not one after the other.
    assert_eq!(
        with(|options| {
            options.names = vec!["ok.test".to_owned(), "a;b".to_owned(), "a..b".to_owned()];
            options.upstream = Some("http://a:1/$x".to_owned());
        }),
        [(Code::DEP004, Severity::Error); 3]
    );
    let nameless = deploy(&report(Key::Rsa, &[], &[]), &options(TARGETS[0], "", Profile::Compatible, None));
    assert_eq!(nameless.expect_err("refused").first().map(|finding| finding.code), Some(Code::DEP004));
    let mut leafless = good.clone();
    leafless.chain.leaf = None;
    let leafless = deploy(&leafless, &options(TARGETS[0], "", Profile::Compatible, None));
    assert_eq!(leafless.expect_err("refused").first().map(|finding| finding.code), Some(Code::CHN001));
}

#[test]
fn international_names_are_written_as_a_labels() {
    let writes_names =
        |target: &&&Target| config(&plain(target, &report(Key::Rsa, &["*.a.test"], &[]))).contains("*.a.test");
    let writing: Vec<_> = TARGETS.iter().filter(writes_names).collect();
    assert!(writing.len() >= 3);
    for target in writing {
        let mut options = options(target, "", Profile::Compatible, None);
        options.names = vec!["例子.cn".to_owned(), "*.例子.cn".to_owned()];
        let deployment = deploy(&report(Key::Rsa, &["a.test"], &[]), &options).expect("deployed");
        assert!(config(&deployment).contains("*.xn--fsqu00a.cn"));
        assert!(config(&deployment).is_ascii());
        assert_eq!(deployment.options.names, ["xn--fsqu00a.cn", "*.xn--fsqu00a.cn"]);
    }
}

#[test]
fn every_message_is_said_with_its_holes_filled() {
    let mut said = Vec::new();
    let mut hear = |report: &certloupe::report::Report, change: &dyn Fn(&mut DeployOptions)| {
        let mut options = options(TARGETS[0], "", Profile::Compatible, None);
        change(&mut options);
        let findings = deploy(report, &options).map_or_else(|findings| findings, |deployment| deployment.notes);
        for finding in findings {
            said.push(finding.message.id);
            for lang in Lang::ALL {
                let worded = worded(finding.clone(), lang);
                let texts = [worded.title, worded.why, worded.fix];
                assert!(texts.iter().all(|text| !text.contains('{')), "{texts:?}");
            }
        }
    };
    let good = report(Key::Rsa, &["a.test"], &[]);
    let mut must_staple = good.clone();
    must_staple.findings =
        deploy(&report(Key::Rsa, &[], &[]), &DeployOptions::default()).expect_err("no server is named");
    must_staple.findings.iter_mut().for_each(|finding| finding.code = Code::CRT006);
    hear(&must_staple, &|_| {});
    hear(&report(Key::Rsa, &[], &[]), &|_| {});
    hear(&report(Key::Rsa, &["a.test", "a b"], &[]), &|_| {});
    for (target, profile) in TARGETS.iter().flat_map(|target| Profile::ALL.map(|profile| (target.id, profile))) {
        hear(&good, &|options| (options.target, options.profile) = (target.to_owned(), profile));
        hear(&good, &|options| {
            (options.target, options.profile) = (target.to_owned(), profile);
            options.upstream = Some("https://app.test".to_owned());
        });
        hear(&good, &|options| {
            (options.target, options.profile) = (target.to_owned(), profile);
            options.with = Switch::ALL.iter().copied().filter(|switch| !switch.is_usual()).collect();
        });
    }
    for (target, version) in OLD.lines().filter_map(|row| row.split_once('\t')) {
        hear(&good, &|options| {
            (options.target, options.version) = (target.to_owned(), Some(version.to_owned()));
        });
    }
    let mixed = report(Key::Ecdsa, &["a.test"], &[]);
    for target in TARGETS.iter().filter(|target| target.is(Quirk::OldVersionsWantOneKind)) {
        hear(&mixed, &|options| (options.target, options.profile) = (target.id.to_owned(), Profile::Legacy));
    }
    // The machine itself is another place from inside of a container, and nowhere in a cluster; addresses are no names.
    for target in TARGETS {
        let upstream = Some("http://127.0.0.1:3000".to_owned());
        hear(&good, &|options| (options.target, options.upstream) = (target.id.to_owned(), upstream.clone()));
        for names in [&["192.0.2.1"][..], &["a.test", "192.0.2.1"]] {
            hear(&report(Key::Rsa, names, &[]), &|options| options.target = target.id.to_owned());
        }
    }
    for profile in Profile::ALL {
        hear(&good, &|options| (options.profile, options.version) = (profile, Some("1.8.0".to_owned())));
    }
    for version in ["1.0.0", "new"] {
        hear(&good, &|options| options.version = Some(version.to_owned()));
    }
    hear(&good, &|options| options.target = "iisx".to_owned());
    hear(&good, &|options| options.system = Some("amiga".to_owned()));
    hear(&good, &|options| options.library = Some("3.0.2".to_owned()));
    hear(&good, &|options| options.certificate = Some("/etc/ssl/a.pem".to_owned()));
    hear(&good, &|options| options.key = Some("/etc/ssl/a.key".to_owned()));
    for path in ["/etc/$HOME", "/etc/证书", "a.pem", "/etc/../a.pem"] {
        hear(&good, &|options| options.client_ca = Some(path.to_owned()));
    }
    hear(&good, &|options| options.names = vec!["a b".to_owned(), "a..b".to_owned()]);
    for upstream in ["a b", "ws://a:1"] {
        hear(&good, &|options| options.upstream = Some(upstream.to_owned()));
    }
    let stapled = report(Key::Rsa, &["a.test"], &["http://ocsp.example.net"]);
    for target in TARGETS {
        hear(&stapled, &|options| options.target = target.id.to_owned());
    }
    hear(&good, &|options| {
        (options.target, options.upstream) = ("varnish".to_owned(), Some("https://a:1".to_owned()));
    });
    // `tests/checks.rs` and `tests/hops.rs` make the others speak.
    let elsewhere = |id: &DeployMessage| {
        let name = format!("{id:?}");
        ["Hop", "Checks", "Edge", "FileName"].iter().any(|start| name.starts_with(start))
    };
    let silent: Vec<_> =
        DeployMessage::ALL.iter().filter(|id| !said.contains(&(**id).into()) && !elsewhere(id)).collect();
    // The second and third net: nothing that passes the allow-list reaches them. The last two belong to renewing.
    assert_eq!(
        silent,
        [
            DeployMessage::UnwritableCharacter,
            DeployMessage::Misread,
            DeployMessage::ForeignZone,
            DeployMessage::RenewedElsewhere
        ]
        .each_ref()
    );
    let silent: Vec<_> = RemarkMessage::ALL.iter().filter(|id| !said.contains(&(**id).into())).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// MySQL is judged by MariaDB, which takes what is written for it to the letter; only the oldest version has another name.
#[test]
fn a_variant_is_written_as_its_judge_knows_it() {
    let find = |id: &str| TARGETS.iter().copied().find(|target| target.id == id).expect("a target");
    let (mysql, mariadb) = (find("mysql"), find("mariadb"));
    for (key, profile) in Key::ALL.into_iter().flat_map(|key| Profile::ALL.map(|profile| (key, profile))) {
        let made = |target, version| {
            config(&deploy(&report(key, &["a.test"], &[]), &options(target, version, profile, None)).expect("deployed"))
        };
        let old = if profile == Profile::Legacy { "8.0.16" } else { "" };
        let wanted = made(mariadb, "").replace("TLSv1.0", "TLSv1");
        assert_eq!(made(mysql, old), wanted, "{key:?} {profile:?}");
    }
}

/// EMQX reads HOCON, which holds JSON: a parser of JSON reads all of it, and finds the values.
#[test]
fn what_is_json_is_read_as_json() {
    let target = TARGETS.iter().copied().find(|target| target.id == "emqx").expect("a target");
    for profile in Profile::ALL {
        let deployment = deploy(&report(Key::Rsa, &["a.test"], &[]), &options(target, "", profile, None));
        let text = config(&deployment.expect("deployed"));
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let ssl = &read["listeners"]["ssl"]["default"]["ssl_options"];
        assert_eq!(ssl["certfile"], "/etc/ssl/certloupe/a.test/fullchain.pem");
        let versions = [(Profile::Modern, 1), (Profile::Legacy, 4)];
        let versions = versions.iter().find(|(own, _)| *own == profile).map_or(2, |(_, count)| *count);
        assert_eq!(ssl["versions"].as_array().map(Vec::len), Some(versions), "{profile:?}");
    }
}

// ---- hostile values ----------------------------------------------------------------------------------------

/// What breaks out of one syntax or another, and what only looks harmless.
const HOSTILE: [&str; 36] = [
    "a; return 418; #",
    "a;b",
    "a\nListen 1",
    "a\r\nb",
    "a\rb",
    "a{",
    "a}",
    "{$HOME}",
    "{env.HOME}",
    "a b",
    "a,b",
    "a'b",
    "a\"b",
    "a\\",
    "$host",
    "${HOME}",
    "`id`",
    "$(id)",
    "~^(.*)$",
    ".a.test",
    "a\0b",
    "a\x1b[2J",
    "a\u{85}b",
    "a\u{a0}b",
    "a\u{2019}b",
    "a\u{2028}b",
    "a\u{202e}b",
    "\u{feff}a",
    "",
    " ",
    "*",
    "*.*.a.test",
    "-Dx",
    "a.test.",
    "<x>",
    "../../etc",
];

/// A value that is no host and no address, whatever else it is.
fn hostile() -> impl Strategy<Value = String> {
    let parts = proptest::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned);
    // Something in front can make a good name of a part that only has a bad form.
    let is_bad = |text: &String| text.chars().any(|c| !c.is_ascii_alphanumeric() && !"-_.:*".contains(c));
    let longer = (parts.clone(), "\\PC{0,12}").prop_map(|(part, more)| format!("{more}{part}"));
    prop_oneof![parts, longer.prop_filter("a good name", is_bad), "[^a-zA-Z0-9._*:-]{1,20}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// In a certificate: the name is left out and named in a note; everything else is as without it.
    #[test]
    fn a_hostile_alternative_name_is_left_out(name in hostile(), at in 0..TARGETS.len(), first: bool) {
        let target = TARGETS[at];
        let names = if first { [name.as_str(), "good.test"] } else { ["good.test", name.as_str()] };
        let clean = plain(target, &report(Key::Rsa, &["good.test"], &[]));
        let dirty = plain(target, &report(Key::Rsa, &names, &[]));
        prop_assert_eq!(config(&dirty), config(&clean));
        prop_assert_eq!(&dirty.commands, &clean.commands);
        let note = dirty.notes.iter().find(|note| note.code == Code::DEP004);
        prop_assert_eq!(note.map(|note| note.message.id), Some(DeployMessage::NamesSkipped.into()));
        let shown = note.map(|note| worded(note.clone(), Lang::En).why).unwrap_or_default();
        prop_assert!(!shown.chars().any(|c| c.is_control() || c == '\u{202e}'), "shown escaped: {:?}", shown);
    }

    /// Typed, as name or upstream: refused, with the character where there is one.
    #[test]
    fn a_hostile_option_is_refused(value in hostile(), at in 0..TARGETS.len(), as_name: bool) {
        let target = TARGETS[at];
        let as_name = as_name || !target.fields.contains(&Field::Upstream);
        let mut options = options(target, "", Profile::Compatible, None);
        if as_name { options.names = vec![value.clone()] } else { options.upstream = Some(value.clone()) }
        // An empty field means that nothing was asked for.
        prop_assume!(!value.trim().is_empty());
        match deploy(&report(Key::Rsa, &["good.test"], &[]), &options) {
            Err(findings) => {
                prop_assert_eq!(findings[0].code, Code::DEP004);
                if let Some(Value::Text(character)) = findings[0].message.argument("character") {
                    prop_assert!(!character.is_empty() && character.chars().all(|c| c.is_ascii_graphic()));
                }
            }
            // UTS 46 turns some strange spellings into a plain name: then it is the plain name that is written.
            Ok(deployment) => {
                prop_assert!(config(&deployment).is_ascii());
                let plain = deployment.options.names.iter().chain(&deployment.options.upstream);
                prop_assert!(plain.flat_map(|text| text.chars()).all(|c| c.is_ascii_alphanumeric() || "._-*:/[]".contains(c)));
            }
        }
    }

    /// A good name, however strange, changes values and never the directives.
    #[test]
    fn directives_do_not_depend_on_values(
        name in "(\\*\\.)?q[a-z0-9_]([a-z0-9_-]{0,40}[a-z0-9])?(\\.[a-z]([a-z0-9-]{0,20}[a-z0-9])?){1,3}",
        host in "q[a-z]([a-z0-9-]{0,20}[a-z0-9])?q", port in 40_000_u16..50_000, at in 0..TARGETS.len(),
    ) {
        let target = TARGETS[at];
        // Registries and clusters know no underscores.
        let underscores = (target.hosts)(&Host::Name("a_b.test".to_owned()));
        let name = if underscores { name } else { name.replace('_', "x") };
        let wildcard = name.starts_with("*.");
        let make = |name: &str, upstream: &str| {
            let options = options(target, "", Profile::Compatible, Some(upstream));
            deploy(&report(Key::Rsa, &[name], &[]), &options).expect("a good name can be deployed")
        };
        let one = make(&name, &format!("http://{host}:{port}"));
        // A name of the same kind and length, so that what depends on these (hash buckets, wildcards) agrees.
        let other = "a".repeat(name.len() - if wildcard { 4 } else { 2 });
        let other = other.as_bytes().chunks(60).map(|chunk| String::from_utf8_lossy(chunk)).collect::<Vec<_>>().join(".");
        let other = format!("{other}.b");
        let made = make(&format!("{}{other}", if wildcard { "*." } else { "" }), "http://zzz:59999");
        // The same text with the one values in place of the others.
        let put = |text: &str| {
            let text = text.replace(&other, name.trim_start_matches("*.")).replace("zzz", &host);
            // Where dots part names from each other, those of hosts are hyphens.
            let (other, name) = (other.replace('.', "-"), name.trim_start_matches("*.").replace('.', "-"));
            let text = text.replace(&other, &name);
            text.replace("59999", &port.to_string())
        };
        let names = |made: &Deployment| made.configs.len();
        prop_assert_eq!(names(&one), names(&made));
        for (one, made) in one.configs.iter().zip(&made.configs) {
            let (one, made) = (String::from_utf8_lossy(&one.bytes), String::from_utf8_lossy(&made.bytes));
            prop_assert_eq!(one.into_owned(), put(&made));
        }
        let other = made;
        prop_assert_eq!(all_commands(&one).len(), all_commands(&other).len());
        for (one, other) in all_commands(&one).into_iter().zip(all_commands(&other)) {
            prop_assert_eq!(shell::read(one).map(|words| words.len()), shell::read(other).map(|words| words.len()));
        }
    }

    /// The second net by itself: whatever the writer accepts is read back as one word with just that text.
    #[test]
    fn what_the_writer_accepts_is_read_back(value in prop_oneof![hostile(), any::<String>()], at in 0..SYNTAXES.len()) {
        use certloupe::deploy::syntax::{Brackets, Conf, Plain, text};
        let syntax = SYNTAXES[at];
        let mut conf = Conf::new(syntax);
        let opener = if syntax.brackets == Brackets::Tags { "<VirtualHost" } else { "server" };
        conf.block([Plain(opener)], |conf| conf.set("name", [text(&value), Plain("last")]));
        if let Ok(written) = conf.finish() {
            let lines = (syntax.read)(&written).expect("read back");
            prop_assert_eq!(lines.len(), 2);
            prop_assert_eq!(&lines[1].words[1..], &[value.clone(), "last".to_owned()]);
        }
        if let Ok(line) = shell::command([Plain("echo"), text(&value), Plain("last")]) {
            prop_assert_eq!(shell::read(&line), Some(vec!["echo".to_owned(), value, "last".to_owned()]));
        }
    }
}
