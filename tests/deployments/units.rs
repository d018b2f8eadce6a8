//! Units of systemd, and what is added to the packages' own: systemd takes every line of them.

use super::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where an install command puts one, and its text, for every target on every system.
fn units() -> BTreeMap<String, BTreeMap<String, &'static str>> {
    let mut units = BTreeMap::<_, BTreeMap<_, _>>::new();
    for target in TARGETS {
        let systems = target.systems.iter().map(|(system, _)| Some((*system).to_owned())).chain([None]);
        for (system, key) in systems.flat_map(|system| Key::ALL.map(|key| (system.clone(), key))) {
            let asked = DeployOptions { system, ..options(target, "", Profile::Compatible, Some(upstream(target))) };
            let Ok(made) = deploy(&report(key, &["example.com"], &[]), &asked) else { continue };
            for line in &made.commands.install {
                let Some((rest, to)) = line.rsplit_once(' ') else { continue };
                let Some(place) = to.strip_prefix("/etc/systemd/system/") else { continue };
                let Some(file) = made.configs.iter().find(|file| rest.ends_with(&format!(" {}", file.name))) else {
                    continue;
                };
                let text = String::from_utf8(file.bytes.clone()).expect("text");
                units.entry(place.to_owned()).or_default().insert(text, target.id);
            }
        }
    }
    units
}

/// What systemd says of a unit by this name, with what was added to it.
fn complaints(folder: &Path, place: &str, text: &str) -> Vec<String> {
    let _ = std::fs::remove_dir_all(folder);
    let path = folder.join(place);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    std::fs::write(&path, text).expect("written");
    let unit = place.split('/').next().unwrap_or_default();
    let unit = folder.join(unit.strip_suffix(".d").unwrap_or(unit));
    if place.contains(".d/") {
        // A package's own: it starts something already.
        std::fs::write(&unit, "[Service]\nExecStart=/bin/true\n").expect("written");
    }
    let said = Command::new("systemd-analyze")
        .arg("verify")
        .arg(&unit)
        .env("SYSTEMD_UNIT_PATH", format!("{}:", folder.display()))
        .output()
        .expect("systemd-analyze runs");
    let name = unit.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    // What it starts need not be on this machine.
    let is_ours = |line: &&str| line.contains(&name) && !line.contains("is not executable");
    String::from_utf8_lossy(&said.stderr).lines().filter(is_ours).map(str::to_owned).collect()
}

#[test]
fn systemd_takes_every_unit() {
    let units = units();
    assert!(["example.com.service", "varnish.service.d/certloupe.conf"].iter().all(|place| units.contains_key(*place)));
    if Command::new("systemd-analyze").arg("--version").output().is_err() {
        assert!(std::env::var_os("CERTLOUPE_REQUIRE").is_none(), "systemd-analyze is missing: install systemd");
        eprintln!("skipped: systemd-analyze is not here to say whether systemd takes the units");
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("units");
    let without_sign = "[Service]\nExecStart\nExecStart=/bin/false\n";
    assert!(!complaints(&folder, "varnish.service.d/certloupe.conf", without_sign).is_empty(), "it sees nothing");
    for (place, texts) in units {
        for (text, target) in texts {
            let said = complaints(&folder, &place, &text);
            assert!(said.is_empty(), "{target}: {place}: {said:#?}\n{text}");
        }
    }
}

/// The same where systemd is not at hand: a drop-in empties the command that is there before it sets its own.
#[test]
fn a_command_is_taken_away_before_another_is_set() {
    let mut seen = 0;
    for (place, texts) in units().into_iter().filter(|(place, _)| place.contains(".d/")) {
        for (text, target) in texts {
            let commands: Vec<_> = text.lines().filter(|line| line.starts_with("ExecStart")).collect();
            seen += commands.len();
            assert!(
                commands.is_empty() || (commands.len() == 2 && commands[0] == "ExecStart="),
                "{target}: {place}: {commands:?}"
            );
            assert!(text.lines().all(|line| line.is_empty() || line.starts_with(['#', '[']) || line.contains('=')));
        }
    }
    assert!(seen > 0);
}
