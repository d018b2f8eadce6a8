//! What to look at before a program is submitted: the commands, literally; that no value leaves its token; and that a
//! real server says what they promise. `UPDATE=1 cargo test --test checks` rewrites `tests/checks/*.snap`; look at the
//! difference.

#[path = "support/facts.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod facts;
#[path = "checks/live.rs"]
mod live;
#[path = "servers/pki.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod pki;
#[path = "servers/programs/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod programs;
#[path = "servers/server.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod server;
#[path = "support/tools.rs"]
mod tools;
#[path = "servers/upstream.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod upstream;

use certloupe::deploy::{checks, syntax::shell};
use certloupe::report::message::DeployMessage;
use certloupe::report::{CalledUrl, CheckOptions, CheckTopic, Checks, Code, Report, Severity, Skipped, Use};
use certloupe::text::{Lang, worded};
use facts::{Key, report};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

fn call(url: &str, used_for: Use, skipped: Option<Skipped>) -> CalledUrl {
    CalledUrl { url: url.to_owned(), used_for, source: String::new(), line: None, skipped }
}

fn called(names: &[&str], urls: &[(&str, Use)]) -> Report {
    let mut report = report(Key::Ecdsa, names, &[]);
    report.urls = urls.iter().map(|(url, used_for)| call(url, *used_for, None)).collect();
    report
}

fn options(lang: Lang, edges: &[&str], file: &str) -> CheckOptions {
    let edges = edges.iter().map(|edge| (*edge).to_owned()).collect();
    CheckOptions { lang: lang.tag().to_owned(), edges, verification_file: file.to_owned() }
}

fn made(report: &Report, edges: &[&str], file: &str) -> Checks {
    checks(report, &options(Lang::En, edges, file)).expect("there is something to check")
}

fn commands(checks: &Checks) -> Vec<&String> {
    checks
        .groups
        .iter()
        .flat_map(|group| &group.steps)
        .flat_map(|step| [&step.command].into_iter().chain(&step.windows))
        .collect()
}

// ---- what is written -----------------------------------------------------------------------------------------

/// Each kind of certificate and program, with its snapshot.
fn kinds() -> Vec<(&'static str, Report, CheckOptions)> {
    let en = |edges: &[&str], file: &str| options(Lang::En, edges, file);
    let mut known = called(
        &["api.example.com", "www.example.com"],
        &[
            ("https://api.example.com/v1", Use::Request),
            ("wss://api.example.com:8443/socket", Use::Socket),
            ("https://www.example.com/page", Use::WebView),
        ],
    );
    known.certificates[0].issuer = r"CN=R10,O=Let's Encrypt,C=US".to_owned();
    let urls = known.urls.clone();
    let mut skipped = known.clone();
    skipped.urls = vec![
        call("https://old.example.com", Use::Request, Some(Skipped::Comment)),
        call("https://api.example.com", Use::Request, None),
    ];
    known.urls = urls;
    vec![
        ("normal", known.clone(), en(&["203.0.113.7", "2001:db8::7"], "WW_verify_1.txt")),
        ("normal-zh", known, options(Lang::Zh, &["203.0.113.7", "[2001:db8::7]"], "/WW_verify_1.txt")),
        ("skipped", skipped, en(&[], "")),
        ("wildcard", called(&["*.example.com", "example.com"], &[]), en(&[], "")),
        ("address", called(&["192.0.2.1", "2001:db8::1"], &[]), en(&["203.0.113.7"], "")),
        ("international", called(&["xn--fsqu00a.cn"], &[("https://例子.cn/接口", Use::Request)]), en(&[], "")),
        (
            "hostile",
            called(
                &["a;b", "good.example.com"],
                &[("https://good.example.com/$(id)", Use::Request), ("https://x';id;'/", Use::Request)],
            ),
            en(&["1.2.3.4;id", "$(id)"], "../../etc/passwd"),
        ),
    ]
}

#[test]
fn the_commands_are_what_they_were() {
    let mut changed = Vec::new();
    for (name, report, options) in kinds() {
        let checks = checks(&report, &options).expect("something to check");
        changed.extend(compare(name, &written(&checks, Lang::from_tag(&options.lang))));
    }
    assert!(changed.is_empty(), "changed: {changed:?}; UPDATE=1 rewrites them");
}

fn written(checks: &Checks, lang: Lang) -> String {
    let mut out = String::new();
    for note in &checks.notes {
        let words = worded(note.clone(), lang);
        let _ = writeln!(out, "{} {} | {} | {}", words.code, words.title, words.why, words.fix);
    }
    for group in &checks.groups {
        let _ = writeln!(out, "\n== {}\n{}", group.title, group.why);
        let skip = Some(&group.skip).filter(|skip| !skip.is_empty());
        skip.into_iter().for_each(|skip| out.push_str(&format!("({skip})\n")));
        for step in &group.steps {
            let _ = writeln!(out, "\n- {}", [step.title.as_str(), &step.link].join(" ").trim_end());
            let lines = [&step.command].into_iter().chain(&step.windows).filter(|line| !line.is_empty());
            lines.for_each(|line| out.push_str(&format!("    {line}\n")));
            step.expect.iter().for_each(|line| out.push_str(&format!("  → {line}\n")));
        }
        group.answers.iter().for_each(|answer| out.push_str(&format!("  ? {}: {}\n", answer.shown, answer.means)));
    }
    let (_, own) = checks.script.split_once("exit 2; fi\n\n").expect("the script looks for its programs first");
    out + "\n== check.sh\n" + own
}

fn compare(name: &str, text: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/checks/{name}.snap"));
    if std::fs::read_to_string(&path).is_ok_and(|kept| kept == text) {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).expect("snapshots can be written");
        return None;
    }
    Some(name.to_owned())
}

#[test]
fn every_topic_has_its_place_and_both_languages_have_the_same_commands() {
    let mut seen = Vec::new();
    for (name, report, options) in kinds() {
        let [en, zh] = Lang::ALL.map(|lang| {
            let options = CheckOptions { lang: lang.tag().to_owned(), ..options.clone() };
            checks(&report, &options).expect("something to check")
        });
        assert_eq!(commands(&en), commands(&zh), "{name}");
        for (en, zh) in en.groups.iter().zip(&zh.groups) {
            seen.push(en.topic);
            assert_ne!(en.title, zh.title.replace("DNS", ""));
            assert_eq!((en.steps.len(), en.answers.len()), (zh.steps.len(), zh.answers.len()));
            assert!(en.steps.iter().all(|step| !step.expect.is_empty() && !step.title.is_empty()), "{name}");
            let texts = en.steps.iter().chain(&zh.steps).flat_map(|step| step.expect.iter().chain([&step.title]));
            texts.for_each(|text| assert!(!text.contains('{'), "{name}: a hole is open in {text}"));
        }
        let order: Vec<_> = en.groups.iter().map(|group| group.topic).collect();
        let all = CheckTopic::ALL.into_iter().filter(|topic| order.contains(topic)).collect::<Vec<_>>();
        assert_eq!(order, all, "{name}");
    }
    assert!(CheckTopic::ALL.iter().all(|topic| seen.contains(topic)), "{seen:?}");
}

#[test]
fn every_note_is_said_with_its_holes_filled() {
    let many: Vec<String> = (0..30).map(|number| format!("h{number}.example.com")).collect();
    let many = called(&many.iter().map(String::as_str).collect::<Vec<_>>(), &[]);
    let bad = called(&["good.example.com"], &[("https://good.example.com", Use::Request), ("udp://x:1", Use::Udp)]);
    let wild = called(&["*.example.com"], &[]);
    let notes = [
        made(&wild, &[], "").notes,
        made(&many, &[], "").notes,
        made(&bad, &["x"], "a/b").notes,
        made(&bad, &[], ".x").notes,
    ]
    .concat();
    let ids: Vec<_> = notes.iter().map(|note| note.message.id).collect();
    for id in [
        DeployMessage::EdgeRefused,
        DeployMessage::FileNameRefused,
        DeployMessage::ChecksLeftOut,
        DeployMessage::ChecksCut,
        DeployMessage::ChecksExample,
    ] {
        assert!(ids.contains(&id.into()), "{id:?} is not said");
    }
    for (note, lang) in notes.iter().flat_map(|note| Lang::ALL.map(|lang| (note, lang))) {
        let words = worded(note.clone(), lang);
        assert!([&words.title, &words.why, &words.fix].iter().all(|text| !text.contains('{')), "{words:?}");
    }
}

#[test]
fn nothing_to_check_is_refused() {
    let code = |report: &Report| {
        let findings = checks(report, &CheckOptions::default()).expect_err("refused");
        findings.first().map(|finding| finding.code)
    };
    assert_eq!(code(&called(&[], &[])), Some(Code::DEP004));
    let unwritable = called(&["a;b"], &[("https://$(id)/", Use::Request)]);
    let why = checks(&unwritable, &CheckOptions::default()).expect_err("refused");
    assert!(worded(why[0].clone(), Lang::En).why.contains("$(id)"), "{why:?}");
    let mut leafless = called(&["a;b"], &[]);
    leafless.chain.leaf = None;
    assert_eq!(code(&leafless), Some(Code::CHN001));
    // The addresses of a program are enough.
    leafless.urls = vec![call("https://a.example.com", Use::Request, None)];
    assert!(commands(&made(&leafless, &[], "")).len() > 10);
}

/// Shells and their critic read every script.
#[test]
fn every_script_is_one_for_any_shell() {
    let folder = server::folder("scripts");
    let critic = Command::new("shellcheck").arg("--version").output().is_ok();
    for (name, report, options) in kinds() {
        let path = folder.join(format!("{name}.sh"));
        std::fs::write(&path, checks(&report, &options).expect("something to check").script).expect("written");
        let path = path.to_str().expect("a plain path");
        pki::run(&folder, "sh", &["-n", path]);
        pki::run(&folder, "dash", &["-n", path]);
        if critic {
            pki::run(&folder, "shellcheck", &["-s", "sh", path]);
        }
    }
    if !critic {
        live::say("shellcheck is not installed: only the shells read the scripts");
    }
}

/// CAs climb until something answers, and where a CNAME leads is no record (RFC 8659 §3).
#[test]
fn the_record_of_a_parent_counts() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = server::folder("dig");
    let dig = "#!/bin/sh\ncase $3 in api.example.com) echo edge.cdn.example. ;; example.com) echo '0 issue \"pki.goog\"' ;; lost.example) exit 9 ;; esac\n";
    std::fs::write(folder.join("dig"), dig).expect("written");
    std::fs::set_permissions(folder.join("dig"), std::fs::Permissions::from_mode(0o755)).expect("ours");
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").expect("a path"));
    for (name, status, said) in [
        ("api.example.com", 0, "0 issue \"pki.goog\"\n"),
        ("a.b.c.example.com", 0, "0 issue \"pki.goog\"\n"),
        ("www.example.net", 0, "\n"),
        ("x.lost.example", 9, ""),
    ] {
        let checks = made(&called(&[name], &[]), &[], "");
        let command = commands(&checks).into_iter().find(|line| line.contains("CAA")).expect("CAA is asked");
        let output = Command::new("dash").args(["-c", command]).env("PATH", &path).output().expect("dash");
        assert_eq!(output.status.code(), Some(status), "{name}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), said, "{name}");
    }
}

// ---- hostile values ------------------------------------------------------------------------------------------

/// A value that is no host, no address and no file name, whatever else it is.
fn hostile() -> impl Strategy<Value = String> {
    let parts =
        ["';id;'", "$(id)", "`id`", "a b", "a\nb", "\0", "a;b", "-x", "\u{202e}", "$HOME", "a|b", "a>b", "{", "\\"];
    (proptest::sample::select(parts.to_vec()), "\\PC{0,8}").prop_map(|(part, more)| format!("{part} {more}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// In the certificate, in the code, typed: the commands are those without it, and it is named in a note.
    #[test]
    fn a_hostile_value_gets_into_no_command(value in hostile()) {
        let clean = made(&called(&["good.example.com"], &[]), &["192.0.2.1"], "");
        let dirty = made(&called(&["good.example.com", &value], &[]), &["192.0.2.1", &value], &value);
        prop_assert_eq!(commands(&dirty), commands(&clean));
        prop_assert_eq!(&dirty.script, &clean.script);
        let errors = dirty.notes.iter().filter(|note| note.severity == Severity::Error).count();
        prop_assert_eq!((errors, dirty.notes.len()), (2, 3));
        // What stands before an @ is a user, and the host behind it is asked.
        let url = format!("https://{}/", value.replace('@', ""));
        let urls = [("https://good.example.com/", Use::Request), (&*url, Use::Request)];
        let code = made(&called(&["good.example.com"], &urls), &[], "");
        let without = made(&called(&["good.example.com"], &urls[..1]), &[], "");
        prop_assert_eq!(commands(&code), commands(&without));
    }

    /// Whatever stands in a path: each line of the script asks one thing.
    #[test]
    fn a_path_never_leaves_its_word(path in "\\PC{0,30}") {
        let checks = made(&called(&["a.example.com"], &[(&format!("https://a.example.com/{path}"), Use::Request)]), &[], "");
        let asked: Vec<_> = checks.script.lines().filter(|line| line.starts_with("ask '")).collect();
        prop_assert!(asked.len() > 8);
        for line in asked {
            prop_assert_eq!(shell::read(line).map(|words| words.len()), Some(3), "{}", line);
        }
    }
}
