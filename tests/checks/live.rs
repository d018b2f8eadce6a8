//! The commands and the script against a real nginx on loopback: a good one, and one for each thing that goes wrong.

use crate::pki::{Key, Leaf, Pki};
use crate::programs;
use crate::server::{self, Running, free_ports, is_root};
use crate::upstream;
use certloupe::deploy::checks;
use certloupe::engine::inspect;
use certloupe::report::message::DeployMessage;
use certloupe::report::{CheckOptions, CheckStep, CheckTopic, Checks, Options, Report, Source, Timestamp};
use certloupe::text;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const FILE: &str = "WW_verify_1.txt";

/// Past the capture of the test harness.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "checks: {line}");
}

/// What is served, and how.
struct Site<'a> {
    leaf: &'a Leaf,
    certificates: &'a str,
    protocols: &'a str,
    upgrade: bool,
    token: &'a str,
}

impl<'a> Site<'a> {
    fn new(leaf: &'a Leaf) -> Self {
        Self { leaf, certificates: "fullchain.pem", protocols: "TLSv1.2 TLSv1.3", upgrade: true, token: "the token" }
    }

    fn start(&self, label: &str) -> (Running, u16) {
        let ports = free_ports();
        let folder = server::folder(label);
        std::fs::write(folder.join("main.conf"), self.configuration(ports)).expect("written");
        (programs::of("nginx").start(&folder, ports), ports.1)
    }

    fn configuration(&self, (http, https): (u16, u16)) -> String {
        let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let folders: String = folders.iter().map(|name| format!("{name}_temp_path {name};\n")).collect();
        let user = if is_root() { "user root;" } else { "" };
        let (pem, key) = (self.leaf.folder.join(self.certificates), self.leaf.folder.join("privkey.pem"));
        let upgrade = if self.upgrade {
            "proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection upgrade;"
        } else {
            ""
        };
        format!(
            "{user} daemon off; pid nginx.pid; worker_processes 1; events {{}}\nhttp {{ access_log off;\n{folders}\
             server {{ listen 127.0.0.1:{http}; return 301 https://localhost:{https}$request_uri; }}\n\
             server {{ listen 127.0.0.1:{https} ssl; server_name localhost;\n\
             ssl_certificate {}; ssl_certificate_key {};\n\
             ssl_protocols {}; ssl_ciphers 'DEFAULT:@SECLEVEL=0';\n\
             location = /{FILE} {{ default_type text/plain; return 200 '{}'; }}\n\
             location /socket {{ {upgrade} proxy_pass {}; }}\n\
             location / {{ return 200 'ok'; }}\n}}\n}}\n",
            pem.display(),
            key.display(),
            self.protocols,
            self.token,
            upstream::start()
        )
    }
}

/// What is at hand: the good chain, for `localhost`, its root trusted.
#[expect(clippy::disallowed_methods, reason = "openssl minted by the real clock, so they are judged by it")]
fn at_hand(leaf: &Leaf, port: u16) -> Report {
    let read = |path: PathBuf| std::fs::read(&path).expect("minted");
    let source = |bytes| Source { name: String::new(), bytes };
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    let options = Options {
        roots: vec![source(read(Pki::get().root()))],
        urls: vec![format!("https://localhost:{port}/v1"), format!("wss://localhost:{port}/socket")],
        ..Options::at(Timestamp::from_unix(now as i64))
    };
    inspect(&[source(read(leaf.folder.join("fullchain.pem")))], &options).0
}

fn made(leaf: &Leaf, port: u16) -> Checks {
    let options = CheckOptions {
        edges: vec!["127.0.0.1".to_owned()],
        verification_file: FILE.to_owned(),
        ..CheckOptions::default()
    };
    let checks = checks(&at_hand(leaf, port), &options).expect("something to check");
    assert!(checks.notes.is_empty(), "{:?}", checks.notes);
    checks
}

/// Runs a line of shell as a client that trusts the test's root; its exit status, and what it said.
fn run(arguments: &[&str]) -> (i32, String) {
    let root = Pki::get().root();
    let mut command = Command::new(arguments[0]);
    command.args(&arguments[1..]).env("SSL_CERT_FILE", &root).env("CURL_CA_BUNDLE", &root);
    let output = command.env_remove("http_proxy").env_remove("https_proxy").output().expect("a shell");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code().unwrap_or(-1), said)
}

/// Every verdict of the script, with the title that it is about.
fn script(checks: &Checks, label: &str) -> (i32, Vec<(String, String)>, String) {
    let path = server::folder("scripts").join(format!("{label}.sh"));
    std::fs::write(&path, &checks.script).expect("written");
    let (status, said) = run(&["sh", path.to_str().expect("a plain path")]);
    let words = ["OK", "FAILED", "NOTE", "SKIPPED"];
    let verdicts = said.lines().filter_map(|line| line.split_once(' ')).filter(|(word, _)| words.contains(word));
    (status, verdicts.map(|(word, title)| (word.to_owned(), title.trim().to_owned())).collect(), said)
}

fn steps(checks: &Checks, topic: CheckTopic) -> Vec<&CheckStep> {
    checks.groups.iter().filter(|group| group.topic == topic).flat_map(|group| &group.steps).collect()
}

/// What stands in quotation marks is promised literally.
fn quoted(text: &str) -> Vec<&str> {
    text.split('“').skip(1).filter_map(|rest| rest.split_once('”')).map(|(literal, _)| literal).collect()
}

fn leaf(label: &str, days: i32, names: &[&str]) -> Leaf {
    Pki::get().leaf_for(days, label, Key::Ecdsa, names, &[])
}

#[test]
fn a_good_server_shows_everything_that_is_promised() {
    let leaf = leaf("good", 20, &["localhost"]);
    let (_running, port) = Site::new(&leaf).start("good");
    let checks = made(&leaf, port);
    let mut shown = 0;
    for topic in [CheckTopic::Chain, CheckTopic::Edges, CheckTopic::Sockets] {
        for step in steps(&checks, topic) {
            let (_, said) = run(&["sh", "-c", &step.command]);
            for literal in step.expect.iter().flat_map(|line| quoted(line)) {
                shown += 1;
                assert!(said.contains(literal), "{}: no {literal} in {said}", step.command);
            }
            if step.command.contains("-showcerts") {
                assert_eq!(said.matches("BEGIN CERTIFICATE").count(), 2, "{said}");
                assert!(step.expect[1].contains("” 2 times,"), "{:?}", step.expect);
            }
        }
    }
    assert_eq!(shown, 2 * 3 + 1, "chain and fingerprint, twice, and the upgrade");
    for step in steps(&checks, CheckTopic::Families).into_iter().chain(steps(&checks, CheckTopic::Edges)) {
        let curl = step.command.starts_with("curl") && !step.command.contains(" -6 ");
        assert!(!curl || run(&["sh", "-c", &step.command]).1 == "200 127.0.0.1\n", "{}", step.command);
    }
    let redirect = steps(&checks, CheckTopic::Redirects)[0];
    assert_eq!(run(&["sh", "-c", &redirect.command]).1, format!("0 https://localhost:{port}/v1\n"));
    let file = steps(&checks, CheckTopic::Verification)[0];
    let (_, said) = run(&["sh", "-c", &file.command]);
    assert!(said.starts_with("HTTP/1.1 200") && said.ends_with("\r\n\r\nthe token"), "{said}");
    let (status, verdicts, said) = script(&checks, "good");
    assert_eq!(status, 0, "{said}");
    let ok = verdicts.iter().filter(|(word, _)| word == "OK").count();
    assert!(ok >= 12 && !verdicts.iter().any(|(word, _)| word == "FAILED"), "{said}");
    let old = |version| verdicts.iter().any(|(word, title)| word == "OK" && title.contains(version));
    assert!(old("TLS 1.0 is off") && old("TLS 1.1 is off"), "{said}");
}

/// Serves something wrong: the script fails on these titles, and the chain's command says one of its answers.
fn broken(site: &Site, at_hand: &Leaf, label: &str, failed: &[&str], answer: Option<&str>) {
    let (_running, port) = site.start(label);
    let checks = made(at_hand, port);
    let (status, verdicts, said) = script(&checks, label);
    assert_eq!(status, 1, "{label}: {said}");
    for title in failed {
        let failed = verdicts.iter().any(|(word, of)| word == "FAILED" && of.contains(title));
        assert!(failed, "{label}: {title} did not fail in {said}");
    }
    if let Some(answer) = answer {
        let error = format!("verify error:num={}:", answer.trim_start_matches("code: ").trim_end());
        assert!(said.contains(&error) && !said.contains("0 (ok)"), "{label}: no {error} in {said}");
        let (status, said) = run(&["sh", "-c", &steps(&checks, CheckTopic::Chain)[0].command]);
        assert_ne!(status, 0, "{label}: {said}");
        let group = checks.groups.iter().find(|group| group.topic == CheckTopic::Chain).expect("there is a chain");
        let told = group.answers.iter().find(|row| row.shown.contains(answer)).expect("the answer is explained");
        assert!(said.contains(&told.shown), "{label}: no {} in {said}", told.shown);
    }
}

#[test]
fn each_mistake_is_seen() {
    let good = leaf("right", 20, &["localhost"]);
    let site = || Site::new(&good);
    let chain = ["complete chain for this name", "127.0.0.1: complete chain"];
    broken(&Site { certificates: "cert.pem", ..site() }, &good, "leaf-only", &chain, Some("code: 20 "));
    let expired = leaf("expired", -1, &["localhost"]);
    broken(&Site::new(&expired), &expired, "expired", &chain, Some("code: 10 "));
    let other = leaf("other", 20, &["other.test"]);
    broken(&Site::new(&other), &other, "other-name", &chain, Some("code: 62 "));
    let old = leaf("old", 20, &["localhost"]);
    broken(&Site::new(&old), &good, "still-old", &["the very certificate", "127.0.0.1: the very certificate"], None);
    broken(&Site { protocols: "TLSv1.3", ..site() }, &good, "only-13", &["TLS 1.2 works"], None);
    broken(&Site { upgrade: false, ..site() }, &good, "no-upgrade", &["opens a WebSocket"], None);
    broken(&Site { token: "<!DOCTYPE html><html>", ..site() }, &good, "page", &[FILE], None);
}

#[test]
fn versions_of_the_past_are_noted_and_nothing_there_fails() {
    let leaf = leaf("past", 20, &["localhost"]);
    let (running, port) = Site { protocols: "TLSv1 TLSv1.1 TLSv1.2 TLSv1.3", ..Site::new(&leaf) }.start("past");
    let checks = made(&leaf, port);
    let (status, verdicts, said) = script(&checks, "past");
    assert_eq!(status, 0, "{said}");
    let noted: Vec<_> = verdicts.iter().filter(|(word, title)| word == "NOTE" && title.contains("is off")).collect();
    assert_eq!(noted.len(), 2, "{said}");
    drop(running);
    let (status, verdicts, said) = script(&checks, "gone");
    assert!(status == 1 && verdicts.iter().filter(|(word, _)| word == "FAILED").count() >= 8, "{said}");
}

#[test]
fn without_its_programs_it_says_so() {
    let leaf = leaf("alone", 20, &["localhost"]);
    let path = server::folder("scripts").join("alone.sh");
    std::fs::write(&path, made(&leaf, 443).script).expect("written");
    let shell = Path::new("/bin/sh");
    let output = Command::new(shell).arg(&path).env("PATH", "/nowhere").output().expect("a shell");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "openssl is missing: install it first\n");
}

/// The message is nginx’s own, and a finding quotes it.
#[test]
fn plain_http_to_a_port_of_tls_is_answered_as_quoted() {
    let leaf = leaf("plain", 20, &["localhost"]);
    let (_running, port) = Site::new(&leaf).start("plain");
    let words = text::words(DeployMessage::HopNothingToEnd.into());
    let (_, said) = run(&["curl", "-sS", &format!("http://127.0.0.1:{port}/")]);
    for pair in [words.why.en, words.why.zh] {
        assert!(quoted(pair).iter().all(|literal| said.contains(literal)) && quoted(pair).len() == 1, "{said}");
    }
}
