//! The hook, run by a POSIX shell as each client runs it, with servers that only write down that they were asked.

use super::{file, options, report, text};
use crate::support::{mint::Cert, openssl::folder};
use certloupe::deploy::{Place, TARGETS, allow::FilePath, renew::renew_at};
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
    let mut checked = 0;
    for client in [AcmeClient::Certbot, AcmeClient::AcmeSh, AcmeClient::Lego] {
        for target in TARGETS {
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
            let script = own.join("hook.sh");
            // The group that owns Caddy's key is on no other machine than Caddy's.
            let hook = text(file(&made, "deploy-hook.sh")).replace("-g caddy ", "");
            // What stands behind the last file that is put in place checks and reloads.
            let run: Vec<&str> = hook.lines().rev().take_while(|line| !line.contains(" x/ssl/")).collect();
            let bin = own.join("bin");
            // Programs of a full path are looked for by their names here.
            let mut by_name = hook.clone();
            let mut programs: Vec<String> = vec!["orapki".to_owned()];
            for program in run.iter().filter_map(|line| line.split(' ').next()) {
                let name = program.trim_matches('"').rsplit('/').next().unwrap_or(program);
                by_name = by_name.replace(program, name);
                programs.push(name.to_owned());
            }
            by_name = by_name.replace("\"$ORACLE_HOME/oracle_common/bin/orapki\"", "orapki");
            fs::write(&script, by_name).unwrap();
            pretend(&bin, &programs.iter().map(String::as_str).collect::<Vec<_>>());
            let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
            let chain = lineage.join("fullchain.pem");
            let key = lineage.join("privkey.pem");
            let status = Command::new("dash")
                .arg(&script)
                .env("PATH", path)
                .env("SAID", own.join("said"))
                .env("RENEWED_LINEAGE", &lineage)
                .envs([("CERT_FULLCHAIN_PATH", &chain), ("CERT_KEY_PATH", &key)])
                .envs([("LEGO_CERT_PATH", &chain), ("LEGO_CERT_KEY_PATH", &key)])
                .status()
                .expect("dash is installed");
            assert!(status.success(), "{} {}", client.id(), target.id);
            let site = Path::new(&place.certificates.to_string()).join("wildcard.example.com");
            let mode = |name: &str| fs::metadata(site.join(name)).unwrap().permissions().mode() & 0o777;
            match fs::read_to_string(site.join("combined.pem")) {
                Ok(combined) => {
                    assert_eq!(combined, format!("{}{}", leaf.pem(), leaf.key_pem()));
                    assert_eq!(mode("combined.pem") & 0o007, 0, "nobody else reads the key");
                }
                Err(_) if site.join("wallet").exists() => {
                    assert_eq!(mode("wallet/ewallet.p12") & 0o077, 0, "nobody else reads the key");
                }
                Err(_) => {
                    assert_eq!(fs::read_to_string(site.join("fullchain.pem")).unwrap(), leaf.pem());
                    assert_eq!(fs::read_to_string(site.join("privkey.pem")).unwrap(), leaf.key_pem());
                    assert_eq!(mode("fullchain.pem"), 0o644);
                    assert_eq!(mode("privkey.pem") & 0o007, 0, "nobody else reads the key");
                }
            }
            let said = fs::read_to_string(own.join("said")).unwrap();
            // The wallet is made, and looked at as a check.
            let made = 2 * usize::from(target.id == "oracle-http");
            assert_eq!(said.lines().count(), run.len() + made, "{said}");
            assert!(run.len() >= 2, "{hook}");
            let last = said.lines().last().unwrap();
            assert!(["reload", "restart", "startComponent"].iter().any(|verb| last.contains(verb)), "{said}");
            checked += 1;
        }
    }
    assert_eq!(checked, 3 * TARGETS.len());
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
