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
            // Programs are checked where they stand: here, as nothing of them is installed.
            let hook = hook.replace("/srv/wildcard.example.com", own.to_str().unwrap());
            fs::write(&script, hook).unwrap();
            let bin = own.join("bin");
            pretend(&bin, &["nginx", "apachectl", "caddy", "systemctl", "envoy", "node", "go", "python3", "gunicorn"]);
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
            assert_eq!(fs::read_to_string(site.join("fullchain.pem")).unwrap(), leaf.pem());
            assert_eq!(fs::read_to_string(site.join("privkey.pem")).unwrap(), leaf.key_pem());
            let mode = |name: &str| fs::metadata(site.join(name)).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode("fullchain.pem"), 0o644);
            assert_eq!(mode("privkey.pem") & 0o007, 0, "nobody else reads the key");
            let said = fs::read_to_string(own.join("said")).unwrap();
            // Traefik has no checker; Go is looked at and built.
            assert!((1..=3).contains(&said.lines().count()), "{said}");
            let last = said.lines().last().unwrap();
            assert!(last.starts_with("systemctl re") || last.starts_with("caddy reload"), "{said}");
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
