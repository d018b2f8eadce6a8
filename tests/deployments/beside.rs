//! What the commands change beside their own files: in files that belong to the server or to the system. A real shell
//! runs those lines, in a folder of its own, and runs them twice: the second time nothing may happen.

use super::*;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

fn scratch(label: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("beside").join(label);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Runs the install commands that name this folder of the system, in another in its place.
fn run(deployment: &Deployment, folder: &str, other: &std::path::Path, is_ours: impl Fn(&str) -> bool) {
    let lines = deployment.commands.install.iter().filter(|line| is_ours(line)).map(String::as_str);
    let script = lines.collect::<Vec<_>>().join("\n").replace(folder, other.to_str().expect("a plain path"));
    assert!(!script.is_empty());
    let status = Command::new("sh").args(["-euc", &script]).status().expect("sh runs");
    assert!(status.success(), "{script}");
}

const EXIM: &str = "\
primary_hostname = mail.example.com
tls_advertise_hosts = *
 hide tls_certificate = ${if exists{/a}\\
   {/a}\\
   {/b}}
tls_privatekey=/etc/pki/tls/private/exim.pem
tls_verify_hosts = 192.0.2.1
daemon_smtp_ports = 25
begin transports
remote_smtp:
  driver = smtp
  tls_certificate = /c
";

const EXIM_AFTER: &str = "\
.include /etc/exim/example.com.exim.conf
primary_hostname = mail.example.com
# tls_advertise_hosts = *
#  hide tls_certificate = ${if exists{/a}\\
#    {/a}\\
#    {/b}}
# tls_privatekey=/etc/pki/tls/private/exim.pem
tls_verify_hosts = 192.0.2.1
daemon_smtp_ports = 25
begin transports
remote_smtp:
  driver = smtp
  tls_certificate = /c
";

/// Exim takes an option once: the ones of the packages go, whole, and those of transports stay.
#[test]
fn older_options_of_exim_go() {
    let deployment = plain(target("exim"), &report(Key::Rsa, &["example.com"], &[]));
    let folder = scratch("exim");
    let file = folder.join("exim.conf");
    fs::write(&file, EXIM).expect("written");
    for _ in 0..2 {
        run(&deployment, "/etc/exim/exim.conf", &file, |line| line.contains("sed -i"));
        assert_eq!(fs::read_to_string(&file).expect("there"), EXIM_AFTER);
    }
    let deployment = plain(target("exim-gnutls"), &report(Key::Rsa, &["example.com"], &[]));
    let file = folder.join("exim4.conf.localmacros");
    fs::write(&file, ".ifdef MAIN_TLS_ENABLE\n.endif\nMAIN_TLS_ENABLE = yes\n").expect("written");
    for _ in 0..2 {
        run(&deployment, "/etc/exim4/exim4.conf.localmacros", &file, |line| {
            line.contains("localmacros") && !line.starts_with("for ")
        });
        let text = fs::read_to_string(&file).expect("there");
        let wanted =
            ".ifdef MAIN_TLS_ENABLE\n.endif\n# MAIN_TLS_ENABLE = yes\n.include /etc/exim4/example.com.exim.conf\n";
        assert_eq!(text, wanted);
    }
}

/// A profile gets the rule once; where there is none, nothing is made.
#[test]
fn apparmor_is_told_once() {
    for (id, profile) in [("mysql", "usr.sbin.mysqld"), ("openldap-gnutls", "usr.sbin.slapd")] {
        let options = DeployOptions {
            client_ca: Some("/etc/ssl/clients/ca.pem".to_owned()),
            ..options(target(id), "", Profile::Compatible, None)
        };
        let deployment = deploy(&report(Key::Rsa, &["example.com"], &[]), &options).expect("deployed");
        let folder = scratch(id);
        let allow = || run(&deployment, "/etc/apparmor.d", &folder, |line| line.contains("|| echo"));
        allow();
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 0);
        fs::create_dir(folder.join("local")).expect("made");
        fs::write(folder.join(profile), "").expect("written");
        for _ in 0..2 {
            allow();
            let rules = fs::read_to_string(folder.join("local").join(profile)).expect("there");
            assert_eq!(rules, "/etc/ssl/certloupe/example.com/* r,\n/etc/ssl/clients/* r,\n");
        }
        let loads = deployment.commands.install.iter().filter(|line| line.contains("apparmor_parser -r"));
        assert_eq!(loads.count(), 1);
    }
}

/// The settings of a controller are those of every site there: what nobody asked for is not said.
#[test]
fn the_proxy_protocol_is_left_alone() {
    let facts = report(Key::Rsa, &["example.com"], &[]);
    let usual = options(target("kubernetes"), "", Profile::Compatible, None);
    let asked = usual.clone().set(Switch::ProxyProtocol, true);
    let text = |options: &DeployOptions| config(&deploy(&facts, options).expect("deployed"));
    assert!(!text(&usual).contains("use-proxy-protocol"));
    assert!(text(&asked).contains("use-proxy-protocol: \"true\""));
}
