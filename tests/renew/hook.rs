//! The hook, run by a POSIX shell as each client runs it, with servers that only write down that they were asked.

use super::{file, options, renewable, report, text};
use crate::support::{
    mint::{Cert, Minted},
    openssl::folder,
};
use certloupe::deploy::{Place, allow::FilePath, renew::renew_at};
use certloupe::report::wire::TargetGroup;
use certloupe::report::{AcmeClient, Challenge, DnsProvider, RenewalOptions};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// Programs that write down their command line.
fn pretend(bin: &Path, programs: &[&str]) {
    fs::create_dir_all(bin).unwrap();
    for program in programs {
        let path = bin.join(program);
        fs::write(&path, "#!/bin/sh\necho \"$(basename \"$0\") $*\" >> \"$SAID\"\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

#[test]
fn a_new_certificate_is_put_in_place_and_taken_into_use() {
    let leaf = Cert::server(&["*.example.com"]).self_signed();
    for client in [AcmeClient::Certbot, AcmeClient::AcmeSh, AcmeClient::Lego] {
        for target in renewable() {
            let own = folder(&format!("renew-hook-{}-{}", client.id(), target.id));
            let _ = fs::remove_dir_all(&own);
            let place = FilePath::parse(&format!("{} x/ssl", own.display())).unwrap();
            let lineage = own.join("new files");
            fs::create_dir_all(&lineage).unwrap();
            fs::write(lineage.join("fullchain.pem"), leaf.pem()).unwrap();
            fs::write(lineage.join("privkey.pem"), leaf.key_pem()).unwrap();
            let options =
                RenewalOptions { target: target.id.to_owned(), ..options(client, Challenge::Dns, DnsProvider::Manual) };
            let place = Place { certificates: place.clone(), ..Place::default() };
            let made = renew_at(&report(&["*.example.com"]), &options, place.clone()).unwrap();
            let hook = without_owners(text(file(&made, "deploy-hook.sh")));
            let script = own.join("hook.sh");
            let bin = own.join("bin");
            // Programs are checked where they stand: here, as nothing of them is installed.
            let hook = hook.replace("/srv/wildcard.example.com", own.to_str().unwrap());
            // Some are called by their place, which this machine does not have.
            let hook = programs(&hook).iter().fold(hook.clone(), |hook, program| {
                let name = program.trim_matches('"').rsplit('/').next().unwrap_or(program);
                if program.contains('/') { hook.replace(program, name) } else { hook }
            });
            fs::write(&script, &hook).unwrap();
            let servers = programs(&hook);
            pretend(&bin, &servers);
            let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
            let chain = lineage.join("fullchain.pem");
            let key = lineage.join("privkey.pem");
            let output = Command::new("dash")
                .arg(&script)
                .env("PATH", path)
                .env("SAID", own.join("said"))
                .env("RENEWED_LINEAGE", &lineage)
                .envs([("ORACLE_HOME", &own), ("DOMAIN_HOME", &own)])
                .envs([("CERT_FULLCHAIN_PATH", &chain), ("CERT_KEY_PATH", &key)])
                .envs([("LEGO_CERT_PATH", &chain), ("LEGO_CERT_KEY_PATH", &key)])
                .output()
                .expect("dash is installed");
            let label = format!("{} {}: {}\n{hook}", client.id(), target.id, String::from_utf8_lossy(&output.stderr));
            assert!(output.status.success(), "{label}");
            let said = fs::read_to_string(own.join("said")).unwrap_or_default();
            assert!(said.lines().count() >= servers.len(), "{label}\n{said}");
            assert_eq!(servers.is_empty(), OWN_PROGRAMS.contains(&target.id), "{label}");
            if target.group != TargetGroup::Platform {
                is_in_place(Path::new(&place.certificates.to_string()), &leaf, &label);
            }
        }
    }
}

/// What is deployed as a part of somebody's own program: nobody else knows how that is started.
const OWN_PROGRAMS: [&str; 1] = ["spring-boot"];

/// The users and groups that own keys are on no other machine than the server's.
fn without_owners(hook: &str) -> String {
    let mut words = hook.split(' ').peekable();
    let mut kept = Vec::new();
    while let Some(word) = words.next() {
        match word {
            "-o" | "-g" => drop(words.next()),
            _ => kept.push(word),
        }
    }
    kept.join(" ")
}

/// The programs of a script that are not the shell's own: those of the server and its system.
fn programs(hook: &str) -> Vec<&str> {
    let own =
        ["cd", "cp", "cat", "chmod", "chown", "install", "mkdir", "mv", "openssl", "rm", "sed", "set", "trap", "umask"];
    let lines = hook.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(" && "));
    let mut programs: Vec<_> = lines.filter_map(|line| line.split(' ').next()).collect();
    programs.retain(|program| !own.contains(program) && !program.contains('='));
    programs.sort_unstable();
    programs.dedup();
    programs
}

/// What a key store holds, as PEM.
fn of_keystore(path: &Path) -> String {
    let mut command = Command::new("openssl");
    command.args(["pkcs12", "-passin", "pass:certloupe", "-nodes", "-in"]).arg(path);
    String::from_utf8_lossy(&command.output().expect("openssl is installed").stdout).into_owned()
}

/// The chain and the key are somewhere below, and nobody else reads the key.
fn is_in_place(folder: &Path, leaf: &Minted, label: &str) {
    let site = folder.join("wildcard.example.com");
    if let Ok(wallet) = fs::metadata(site.join("wallet/ewallet.p12")) {
        assert_eq!(wallet.permissions().mode() & 0o077, 0, "{label}: nobody else reads the key");
        return;
    }
    let mut found = (false, false);
    for entry in fs::read_dir(&site).unwrap_or_else(|why| panic!("{label}: {why}")) {
        let path = entry.unwrap().path();
        let text = match path.extension().is_some_and(|extension| extension == "p12") {
            true => of_keystore(&path),
            false => fs::read_to_string(&path).unwrap_or_default(),
        };
        let has_key = text.contains(&leaf.key_pem());
        found = (found.0 || text.contains(&leaf.pem()), found.1 || has_key);
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert!(!has_key || mode & 0o007 == 0, "{label}: {} is {mode:o}", path.display());
        assert!(has_key || mode == 0o644, "{label}: {} is {mode:o}", path.display());
    }
    assert_eq!(found, (true, true), "{label}");
}

#[test]
fn a_server_that_refuses_its_configuration_is_not_reloaded() {
    let own = folder("renew-hook-refused");
    let _ = fs::remove_dir_all(&own);
    fs::create_dir_all(&own).unwrap();
    let place = FilePath::parse(&own.join("ssl").display().to_string()).unwrap();
    let made = renew_at(
        &report(&["a.example"]),
        &RenewalOptions::default(),
        Place { certificates: place, ..Place::default() },
    );
    fs::write(own.join("hook.sh"), &file(&made.unwrap(), "deploy-hook.sh").bytes).unwrap();
    fs::write(own.join("fullchain.pem"), "x").unwrap();
    fs::write(own.join("privkey.pem"), "x").unwrap();
    let bin = own.join("bin");
    pretend(&bin, &["systemctl"]);
    fs::write(bin.join("nginx"), "#!/bin/sh\nexit 1\n").unwrap();
    fs::set_permissions(bin.join("nginx"), fs::Permissions::from_mode(0o755)).unwrap();
    let run = |lineage: bool| {
        let mut command = Command::new("dash");
        command.arg(own.join("hook.sh")).env("SAID", own.join("said")).env_remove("RENEWED_LINEAGE");
        command.env("PATH", format!("{}:{}", bin.display(), std::env::var("PATH").unwrap()));
        if lineage {
            command.env("RENEWED_LINEAGE", &own);
        }
        command.output().unwrap().status.success()
    };
    assert!(!run(true) && !own.join("said").exists(), "systemctl was asked");
    assert!(!run(false), "without a certificate there is nothing to do");
}
