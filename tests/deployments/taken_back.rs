//! The commands that keep what was there, put the files in place and take them back, run by `sh` below a folder of the
//! test's own: once, twice, on another day, and without what should have come first.

use super::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Programs that the lines may name, which say so in a list and do nothing else; `date` says what the test wants.
const PROGRAMS: &[&str] = &["docker", "caddy", "nginx", "haproxy", "a2enmod", "a2ensite", "a2dissite"];

/// One machine: a folder in place of its root.
struct Machine {
    root: PathBuf,
    made: Deployment,
}

impl Machine {
    fn new(test: &str, id: &str) -> Self {
        let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("taken-back").join(test).join(id);
        let _ = fs::remove_dir_all(&root);
        let (programs, work) = (root.join("programs"), root.join("unpacked"));
        for folder in [&programs, &work] {
            fs::create_dir_all(folder).expect("made");
        }
        let made = plain(target(id), &report(Key::Rsa, &["example.com"], &[]));
        let machine = Self { root, made };
        for program in PROGRAMS {
            machine.program(program, &format!("echo {program} \"$@\" >> {}", machine.root.join("said").display()));
        }
        machine.program(
            "systemctl",
            &format!("echo systemctl \"$@\" >> {}; [ \"$1\" != is-enabled ]", machine.root.join("said").display()),
        );
        // Only root gives files away.
        machine.program(
            "install",
            "for word; do shift; case $word in -o | -g) skip=yes ;; *) [ \"$skip\" ] || set -- \"$@\" \"$word\"; \
             skip= ;; esac; done; exec /usr/bin/install \"$@\"",
        );
        machine.day("2026-01-01");
        machine.unpack("first");
        machine
    }

    fn program(&self, name: &str, body: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = self.root.join("programs").join(name);
        fs::write(&path, format!("#!/bin/sh\n{body}\n")).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("set");
    }

    fn day(&self, day: &str) {
        self.program("date", &format!("echo {day}"));
    }

    /// The files of the archive; each says which archive it came from.
    fn unpack(&self, mark: &str) {
        let names = self.made.configs.iter().map(|file| file.name.as_str());
        for name in names.chain(["fullchain.pem", "privkey.pem"]) {
            fs::write(self.root.join("unpacked").join(name), format!("{mark} {name}")).expect("written");
        }
    }

    fn run(&self, lines: &[String]) -> Output {
        let root = self.root.to_str().expect("a plain path");
        let script = lines.join("\n");
        let script = ["/etc/", "/var/", "/srv/"].into_iter().fold(script, |script, top| {
            let there = format!("{root}/machine{top}");
            script.replace(&format!(" {top}"), &format!(" {there}")).replace(&format!("={top}"), &format!("={there}"))
        });
        let path = format!("{root}/programs:{}", std::env::var("PATH").expect("a path"));
        let command =
            Command::new("sh").args(["-c", &script]).env("PATH", path).current_dir(format!("{root}/unpacked")).output();
        command.expect("sh runs")
    }

    fn install(&self) {
        // A package makes the folders of its server.
        for place in self.places() {
            fs::create_dir_all(place.parent().expect("a folder")).expect("made");
        }
        let said = self.run(&self.made.commands.install);
        assert!(said.status.success() && said.stderr.is_empty(), "{said:?}");
    }

    fn roll_back(&self) -> String {
        let _ = fs::remove_file(self.root.join("said"));
        let said = self.run(&self.made.commands.roll_back);
        let said = String::from_utf8_lossy(&said.stderr).into_owned();
        fs::read_to_string(self.root.join("said")).unwrap_or_default() + &said
    }

    /// Where its files go: what the line that keeps them names.
    fn places(&self) -> Vec<PathBuf> {
        let line = self.made.commands.install.iter().find(|line| line.starts_with("for file in ")).expect("kept");
        let named = line.split_once(" ;").expect("a list").0.split(' ').filter(|word| word.starts_with('/'));
        named.map(|word| self.root.join("machine").join(word.trim_start_matches('/'))).collect()
    }

    /// Every file of the machine, but for what is kept.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.root.join("machine")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                match path.is_dir() {
                    true if path.ends_with("var/backups") => {}
                    true => folders.push(path),
                    false => {
                        files.insert(path.clone(), fs::read_to_string(path).expect("text"));
                    }
                }
            }
        }
        files
    }

    /// Something that was there before.
    fn there(&self, mark: &str) {
        for place in self.places() {
            fs::create_dir_all(place.parent().expect("a folder")).expect("made");
            fs::write(place, mark).expect("written");
        }
    }
}

/// Files of their own, a file that others share, a program as a service, containers, a folder that is read as a whole.
const RUN: &[&str] =
    &["nginx", "haproxy", "apache", "nodejs", "compose-nginx", "compose-caddy", "caddy-json", "proftpd"];

/// Each test has folders of its own, for they run at once.
fn every(test: &str, what: impl Fn(Machine, &str)) {
    for id in RUN {
        what(Machine::new(test, id), id);
    }
}

#[test]
fn what_was_there_comes_back_and_stays() {
    every("what-was", |machine, id| {
        machine.there("old");
        let before = machine.files();
        machine.install();
        assert!(machine.files().values().all(|text| text.starts_with("first ")), "{id}: {:?}", machine.files());
        assert_eq!(machine.files().len(), before.len(), "{id}: nothing is left where a server looks");
        for _ in 0..2 {
            machine.roll_back();
            assert_eq!(machine.files(), before, "{id}");
        }
    });
}

#[test]
fn where_nothing_was_nothing_is_left() {
    every("where-nothing", |machine, id| {
        machine.install();
        assert!(!machine.files().is_empty(), "{id}");
        let said = machine.roll_back();
        assert!(machine.files().is_empty(), "{id}: {:?}", machine.files());
        let ended = match id {
            "nodejs" => "systemctl disable --now example.com.service",
            "compose-nginx" | "compose-caddy" => "compose.yaml down",
            "caddy-json" => {
                "systemctl disable --now caddy-api\nsystemctl is-enabled --quiet caddy-api\nsystemctl enable --now caddy\n"
            }
            _ => "",
        };
        assert!(said.contains(ended), "{id}: {said}");
        // What has no file any more is not started.
        for started in ["up -d", "restart example.com.service", "caddy reload"] {
            assert!(!said.contains(started), "{id}: {said}");
        }
        machine.there("by hand");
        let before = machine.files();
        machine.roll_back();
        assert_eq!(machine.files(), before, "{id}");
    });
}

#[test]
fn a_second_try_is_not_taken_for_what_was_there() {
    every("a-second", |machine, id| {
        machine.there("old");
        let before = machine.files();
        machine.install();
        machine.unpack("second");
        machine.install();
        assert!(machine.files().values().all(|text| text.starts_with("second ")), "{id}");
        machine.roll_back();
        assert_eq!(machine.files(), before, "{id}");
        // The way is open again.
        machine.install();
        machine.roll_back();
        assert_eq!(machine.files(), before, "{id}");
    });
}

#[test]
fn another_deployment_goes_back_to_the_one_before_and_no_further() {
    every("another-deployment", |machine, id| {
        machine.there("old");
        machine.install();
        let before = machine.files();
        machine.day("2027-01-01");
        machine.unpack("second");
        machine.install();
        for _ in 0..2 {
            let said = machine.roll_back();
            assert_eq!(machine.files(), before, "{id}");
            assert!(!said.contains("disable --now") && !said.contains(" down"), "{id}: {said}");
        }
        let first = machine.root.join("machine/var/backups/certloupe").join(id).join("example.com/2026-01-01");
        assert!(kept(&first).iter().any(|text| text == "old"), "{id}: nothing that was kept is lost");
    });
}

fn kept(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| fs::read_to_string(&path).map_or_else(|_| kept(&path), |text| vec![text])).collect()
}

#[test]
fn without_the_first_step_nothing_is_taken_back() {
    use std::os::unix::fs::PermissionsExt;
    every("without-the", |machine, id| {
        machine.there("old");
        let before = machine.files();
        let said = machine.roll_back();
        assert_eq!(machine.files(), before, "{id}");
        assert!(said.contains("nothing is kept"), "{id}: {said}");
        // Where somebody types, the shell goes on with the next line.
        let mut lines = machine.made.commands.roll_back.clone();
        lines.retain(|line| !line.contains("nothing is kept"));
        machine.run(&lines);
        let said = fs::read_to_string(machine.root.join("said")).unwrap_or_default();
        assert!(!said.contains("disable") && !said.contains(" down"), "{id}: {said}");
        assert_eq!(machine.files(), before, "{id}");
        machine.install();
        // Keys are among what is kept.
        let today = machine.root.join("machine/var/backups/certloupe").join(id).join("example.com/2026-01-01");
        assert_eq!(fs::metadata(today).expect("kept").permissions().mode() & 0o777, 0o700, "{id}");
    });
}

/// What stands between our marks in a file of the server's own.
#[test]
fn a_file_of_the_server_s_own_is_as_it_was() {
    for id in ["vsftpd", "coturn"] {
        let machine = Machine::new("own-file", id);
        machine.there("old\n");
        let before = machine.files();
        for mark in ["first", "second"] {
            machine.unpack(mark);
            machine.install();
            let merged = |text: &String| text.starts_with("old\n") && text.contains(mark);
            assert_eq!(machine.files().values().filter(|text| merged(text)).count(), 1, "{id}: {:?}", machine.files());
        }
        for _ in 0..2 {
            machine.roll_back();
            assert_eq!(machine.files(), before, "{id}");
        }
    }
}
