//! What people read around a configuration: the read-me of the archive, the headings of the steps, and what the form says
//! of a server. Each names what the commands really use.

#[path = "support/facts.rs"]
mod facts;

use certloupe::deploy::targets::Quirk;
use certloupe::deploy::{TARGETS, Target, deploy};
use certloupe::report::FileFormat;
use certloupe::report::wire::{DeployOptions, Deployment, Shell};
use certloupe::text::commands::{Step, place};
use certloupe::text::{Lang, deploy_note, target_title};
use facts::{Key, report};

fn made(target: &Target, system: Option<&str>, upstream: Option<&str>) -> Deployment {
    made_with(Key::Rsa, target, system, upstream)
}

fn made_with(key: Key, target: &Target, system: Option<&str>, upstream: Option<&str>) -> Deployment {
    let options = DeployOptions {
        target: target.id.to_owned(),
        system: system.map(str::to_owned),
        upstream: upstream.map(str::to_owned),
        ..DeployOptions::default()
    };
    deploy(&report(key, &["shop.example.com"], &[]), &options).expect("deployed")
}

fn read_me(made: &Deployment, lang: Lang) -> String {
    String::from_utf8(deploy_note(made, lang).bytes).expect("a read-me is text")
}

/// The configuration and the commands that put it in place.
fn used(made: &Deployment) -> String {
    let files = made.configs.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    files.chain(made.commands.install.iter().cloned()).collect::<Vec<_>>().join("\n")
}

fn find(id: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.id == id).expect("a target")
}

#[test]
fn the_read_me_names_the_file_with_the_key_that_is_used() {
    for (target, key) in TARGETS.iter().flat_map(|target| Key::ALL.map(|key| (*target, key))) {
        let made = made_with(key, target, None, None);
        for lang in Lang::ALL {
            let text = read_me(&made, lang);
            let listed = |name: &str| text.lines().any(|line| line.trim_start().starts_with(&format!("{name} ")));
            assert!(made.configs.iter().all(|file| listed(&file.name)), "{}: {text}", target.id);
            let key = made.key_file.map_or("privkey.pem", FileFormat::file_name);
            assert!(listed(key), "{} lacks {key}: {text}", target.id);
            assert_eq!(listed("privkey.pem"), key == "privkey.pem", "{}", target.id);
        }
        let key = made.key_file.map_or("privkey.pem", FileFormat::file_name);
        assert!(used(&made).contains(key), "{} uses no {key}", target.id);
    }
}

#[test]
fn a_key_that_stands_on_the_server_is_not_asked_for() {
    let options = DeployOptions {
        target: "nginx".to_owned(),
        certificate: Some("/etc/ssl/shop/fullchain.pem".to_owned()),
        key: Some("/etc/ssl/shop/privkey.pem".to_owned()),
        ..DeployOptions::default()
    };
    let made = deploy(&report(Key::Rsa, &["shop.example.com"], &[]), &options).expect("deployed");
    assert!(!read_me(&made, Lang::En).contains("  privkey.pem "));
}

#[test]
fn windows_gets_the_pfx_that_it_reads_and_is_told_how_it_is_made() {
    for (system, name, format) in [
        ("windows-2025", "certificate.pfx", "“PFX (PKCS#12)”"),
        ("windows-2019", "certificate.pfx", "“PFX (PKCS#12)”"),
        ("windows-2016", "certificate.legacy.pfx", "“PFX for old Windows”"),
        ("windows-2008", "certificate.legacy.pfx", "“PFX for old Windows”"),
    ] {
        let made = made(find("iis"), Some(system), None);
        let text = read_me(&made, Lang::En);
        assert!(text.contains(&format!("  {name} ")) && text.contains(format), "{system}: {text}");
        assert!(used(&made).contains(&format!("'{name}'")), "{system}");
    }
}

/// Root is nobody on Windows, and nobody is root of a cloud.
#[test]
fn headings_name_who_is_there() {
    let mut counted = [0; 3];
    for target in TARGETS {
        let commands = made(target, None, None).commands;
        let heading = Step::Install.heading(&commands);
        let (kind, who) = match (target.shell, target.is(Quirk::ByAccount)) {
            (Shell::PowerShell, _) => (0, ["Administrator", "管理员"]),
            (_, true) => (1, ["account", "账号"]),
            (_, false) => (2, ["root", "root"]),
        };
        counted[kind] += 1;
        assert!(heading.en.contains(who[0]) && heading.zh.contains(who[1]), "{}: {heading:?}", target.id);
        assert_eq!(place(&commands).en.contains("on the server"), kind != 1, "{}", target.id);
    }
    assert!(counted.iter().all(|count| *count > 0), "{counted:?}");
}

/// What the form says of an empty upstream is what is written then.
#[test]
fn an_upstream_that_nobody_named_is_the_one_that_the_form_shows() {
    let mut compared = 0;
    for target in TARGETS {
        if let Some(usual) = target.upstream.or(target.behind) {
            let configs = [None, Some(usual)].map(|upstream| made(target, None, upstream).configs);
            assert_eq!(configs[0], configs[1], "{}", target.id);
            compared += 1;
        }
    }
    assert!(compared >= 8, "only {compared}");
}

#[test]
fn chinese_names_belong_to_targets() {
    let chinese = TARGETS.iter().filter(|target| target_title(target.title, Lang::Zh) != target.title);
    assert_eq!(chinese.count(), 8);
    for target in TARGETS {
        assert_eq!(target_title(target.title, Lang::En), target.title);
    }
}
