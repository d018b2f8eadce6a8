//! What is written, literally: each target in two versions, for four profiles and two kinds of key, with pages of its own
//! and with an application behind it.
//!
//! A file is a target in one version. Its profiles and kinds of site differ little, so those of one kind of key stand
//! there as one text, with marks beside the lines that only some have (`weave.rs`).

use super::weave::{unwoven, woven};
use super::*;
use certloupe::text::commands::{Step, expectation};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Two versions a server: the newest, and one that people still run and that is written differently. A service has one.
pub const OLD: &str = include_str!("../deploy/older.tsv");

/// One for each of what is woven into one text: the profiles with pages, and with an application.
const MARKS: &str = "MCPLmcpl";

/// What is kept: the name of the file, and what it is about.
struct Kept {
    name: String,
    target: &'static Target,
    version: String,
}

fn kept() -> Vec<Kept> {
    let mut kept = Vec::new();
    for target in TARGETS.iter().copied() {
        if target.is_service() {
            kept.push(Kept { name: format!("{}.snap", target.id), target, version: String::new() });
            continue;
        }
        let old = OLD.lines().find_map(|row| row.strip_prefix(target.id)?.strip_prefix('\t'));
        let old = old.unwrap_or_else(|| panic!("{} has no older version in older.tsv", target.id));
        for version in [target.latest.to_string(), old.to_owned()] {
            kept.push(Kept { name: format!("{}-{version}.snap", target.id), target, version });
        }
    }
    kept
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/deploy")
}

fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

#[test]
fn snapshots() {
    let mut changed = Vec::new();
    let mut cases = 0;
    for Kept { name, target, version } in kept() {
        let sites = [None, Some(upstream(target))];
        let title = format!("{} {version}", target.title);
        let legend = "M modern, C compatible, P mini-program, L legacy; small letters: with an application";
        let mut text = format!("{}: {legend} at {}\n", title.trim_end(), upstream(target));
        for key in Key::ALL {
            let made =
                sites.map(|site| Profile::ALL.map(|profile| case(target, &version, profile, key, site))).concat();
            let together = woven(&made, MARKS);
            // Nothing is lost by it.
            assert!(MARKS.chars().zip(&made).all(|(mark, one)| unwoven(&together, mark) == *one), "{name}");
            let _ = write!(text, "\n######## {key:?}\n{together}");
            cases += made.len();
        }
        let path = folder().join(&name);
        if std::fs::read_to_string(&path).is_ok_and(|before| before == text) {
            continue;
        }
        match is_update() {
            true => std::fs::write(&path, text).expect("snapshots can be written"),
            false => changed.push(name),
        }
    }
    assert_eq!(cases, kept().len() * Profile::ALL.len() * Key::ALL.len() * 2);
    assert!(cases >= TARGETS.len() * 16);
    assert!(changed.is_empty(), "changed: {changed:?}; UPDATE=1 rewrites them");
}

#[test]
fn no_snapshot_is_left_over() {
    let wanted: Vec<String> = kept().into_iter().map(|kept| kept.name).collect();
    let there = std::fs::read_dir(folder()).expect("there is a folder").flatten();
    let there = there.filter_map(|entry| entry.file_name().into_string().ok());
    let stale: Vec<_> = there.filter(|name| !wanted.contains(name) && name != "older.tsv").collect();
    if is_update() {
        stale.iter().for_each(|name| std::fs::remove_file(folder().join(name)).expect("snapshots can be deleted"));
        return;
    }
    assert!(stale.is_empty(), "nothing writes these in tests/deploy any more: {stale:?}; UPDATE=1 deletes them");
}

#[test]
fn every_older_version_is_of_a_target() {
    let mut seen = Vec::new();
    for (id, version) in OLD.lines().map(|row| row.split_once('\t').expect("an id and a version")) {
        let target = TARGETS.iter().find(|target| target.id == id && !target.is_service());
        let latest = target.unwrap_or_else(|| panic!("no server is {id}")).latest;
        assert!(certloupe::deploy::Version::parse(version).is_some_and(|version| version < latest), "{id} {version}");
        assert!(!seen.contains(&id), "{id} stands there twice");
        seen.push(id);
    }
}

/// All that is said to who asks for this: the files, the notes, the commands.
fn case(target: &Target, version: &str, profile: Profile, key: Key, upstream: Option<&str>) -> String {
    // The RSA certificate is the kind of today, without a responder; the ECDSA one has everything.
    let report = match key {
        Key::Rsa => report(key, &["www.example.com", "example.com", "192.0.2.1"], &[]),
        Key::Ecdsa => report(key, &["example.com", "*.example.com", "2001:db8::1"], &["http://ocsp.example.net"]),
    };
    let said = |word: &str, findings: &[Finding]| -> String {
        let title = |finding: &Finding| worded(finding.clone(), Lang::En).title;
        findings.iter().map(|finding| format!("-- {word}{} {}\n", finding.code, title(finding))).collect()
    };
    let deployment = match deploy(&report, &options(target, version, profile, upstream)) {
        Ok(deployment) => deployment,
        Err(findings) => return said("refused: ", &findings),
    };
    let mut out = String::new();
    for file in &deployment.configs {
        if deployment.configs.len() > 1 {
            let _ = writeln!(out, "-- {}", file.name);
        }
        let _ = write!(out, "{}", String::from_utf8_lossy(&file.bytes));
    }
    out += &said("", &deployment.notes);
    for step in Step::ALL {
        let _ = writeln!(out, "-- {}", step.heading(&deployment.commands).en);
        step.lines(&deployment.commands).iter().for_each(|line| out.extend([line, "\n"]));
        for probe in deployment.commands.verify.iter().filter(|_| step == Step::Verify) {
            let _ = writeln!(out, "{}\n    → {}", probe.command, expectation(&probe.expect, Lang::En));
        }
    }
    out
}
