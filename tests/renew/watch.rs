//! The script against a real nginx, and the settings in the programs that read them.

use super::{file, is_here, made, report, text};
use crate::support::{
    mint::{Cert, Key, Minted, bundle},
    openssl::folder,
    programs::run,
};
use certloupe::report::RenewalOptions;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ends when it is dropped.
struct Nginx(Child);

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

/// nginx with a site on each port; each serves these certificates.
fn nginx(folder: &Path, sites: &[(u16, String, String)]) -> Nginx {
    let mut servers = String::new();
    for (port, chain, key) in sites {
        fs::write(folder.join(format!("{port}.pem")), chain).unwrap();
        fs::write(folder.join(format!("{port}.key")), key).unwrap();
        servers += &format!(
            "server {{ listen 127.0.0.1:{port} ssl; ssl_certificate {port}.pem; ssl_certificate_key {port}.key; }}\n"
        );
    }
    let main = format!(
        "daemon off; pid nginx.pid; error_log error.log;\nevents {{}}\nhttp {{ access_log off; client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;\n{servers}}}\n"
    );
    fs::write(folder.join("nginx.conf"), main).unwrap();
    let program = if Path::new("/usr/sbin/nginx").exists() { "/usr/sbin/nginx" } else { "nginx" };
    let child = Command::new(program)
        .args(["-e", "error.log", "-p", folder.to_str().unwrap(), "-c", "nginx.conf"])
        .stderr(Stdio::null())
        .spawn()
        .expect("nginx is installed");
    let running = Nginx(child);
    let deadline = Instant::now() + Duration::from_secs(20);
    for (port, ..) in sites {
        while TcpStream::connect(("127.0.0.1", *port)).is_err() {
            let log = fs::read_to_string(folder.join("error.log")).unwrap_or_default();
            assert!(Instant::now() < deadline, "nginx does not answer: {log}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    running
}

/// A day from today, as the mint takes it; the machine's clock is the script's, too.
fn day(offset: &str) -> String {
    let now = Command::new("date").args(["-u", "-d", offset, "+%Y-%m-%dT%H:%M:%SZ"]).output().unwrap();
    String::from_utf8(now.stdout).unwrap().trim().to_owned()
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

#[test]
fn the_script_tells_what_is_wrong() {
    let own = folder("renew-watch");
    let script = own.join("check-certificate.sh");
    fs::write(&script, &file(&made(&report(&["a.example"]), &RenewalOptions::default()), "check-certificate.sh").bytes)
        .unwrap();
    let (from, to) = (day("-30 days"), day("+3650 days"));
    let root = Cert::ca("Watch Root").valid(&from, &to).self_signed();
    let between = Cert::ca("Watch CA").key(Key::Rsa2048(2)).valid(&from, &to).issued_by(&root);
    let short = Cert::ca("Watch CA").key(Key::Rsa2048(2)).valid(&from, &day("+6 days")).issued_by(&root);
    let leaf =
        |names: &[&str], to: &str| Cert::server(names).key(Key::Rsa2048(3)).valid(&from, &day(to)).issued_by(&between);
    let right = ["localhost", "127.0.0.1"];
    let (good, soon, ended) = (leaf(&right, "+60 days"), leaf(&right, "+5 days"), leaf(&right, "-1 day"));
    let other = leaf(&["other.example"], "+60 days");
    let own_signed = Cert::server(&right).key(Key::Rsa2048(3)).valid(&from, &to).self_signed();
    let past = Cert::ca("Watch CA").key(Key::Rsa2048(2)).valid(&from, &day("-1 day")).issued_by(&root);
    let stray = Cert::ca("Old CA").valid(&from, &day("-1 day")).self_signed();
    let sites: [(&str, &[&Minted], i32, &str); 9] = [
        ("a stray one has expired", &[&good, &between, &stray], 0, "an expired certificate is sent, too"),
        ("an intermediate has expired", &[&good, &past], 2, "expired on"),
        ("good", &[&good, &between], 0, "fine until"),
        ("soon", &[&soon, &between], 1, "fewer than 14 days left"),
        ("ended", &[&ended, &between], 2, "expired on"),
        ("leaf only", &[&good], 3, "chain: 21"),
        ("self-signed", &[&own_signed], 3, "chain: 18"),
        ("wrong name", &[&other, &between], 4, "wrong name"),
        ("an intermediate ends first", &[&good, &short], 1, "fewer than 14 days left"),
    ];
    let served: Vec<_> = sites.iter().map(|(_, chain, ..)| (free_port(), bundle(chain), good.key_pem())).collect();
    let _running = nginx(&own, &served);
    let roots = own.join("root.pem");
    fs::write(&roots, root.pem()).unwrap();
    let check = |port: u16, hosts: &[&str]| {
        let output = Command::new("dash")
            .args([script.to_str().unwrap(), "-p", &port.to_string(), "-c", roots.to_str().unwrap()])
            .args(hosts)
            .output()
            .expect("dash is installed");
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (output.status.code().unwrap(), said)
    };
    for ((what, _, expected, words), (port, ..)) in sites.iter().zip(&served) {
        for host in right {
            let (code, said) = check(*port, &[host]);
            assert_eq!(code, *expected, "{what} on {host}: {said}");
            assert!(said.contains(words), "{what} on {host}: {said}");
        }
    }
    let (code, said) = check(free_port(), &["127.0.0.1"]);
    assert_eq!(code, 5, "{said}");
    // The worst of several counts, and each is told.
    let (code, said) = check(served[0].0, &["localhost", "ip6-nowhere.invalid", "127.0.0.1"]);
    assert_eq!((code, said.lines().count()), (5, 3), "{said}");
    assert_eq!(check(served[0].0, &[]).0, 5);
    // Without OpenSSL it says so.
    let bin = own.join("bin");
    let _ = fs::create_dir(&bin);
    let output = Command::new("/usr/bin/dash").arg(&script).arg("localhost").env("PATH", &bin).output().unwrap();
    assert_eq!(output.status.code(), Some(5));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "openssl is missing: install it first\n");
}

#[test]
fn systemd_takes_the_units() {
    if !is_here("systemd-analyze", "whether systemd takes the units") {
        return;
    }
    let own = folder("renew-systemd");
    let made = made(&report(&["a.example", "2001:db8::1"]), &RenewalOptions::default());
    for name in ["check-certificate.service", "check-certificate.timer"] {
        // The script is not in its place here: something that can be run stands for it.
        let unit = text(file(&made, name)).replace("/usr/local/bin/check-certificate.sh", "/bin/true");
        fs::write(own.join(name), unit).unwrap();
    }
    let units = ["check-certificate.service", "check-certificate.timer"].map(|name| own.join(name));
    let output = Command::new("systemd-analyze").arg("verify").args(&units).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let ours: Vec<_> = said.lines().filter(|line| line.contains("check-certificate")).collect();
    assert!(ours.is_empty(), "{said}");
}

#[test]
fn the_settings_are_what_their_programs_read() {
    let own = folder("renew-settings");
    let made = made(&report(&["a.example", "*.b.example", "2001:db8::1"]), &RenewalOptions::default());
    for file in &made.files {
        fs::write(own.join(&file.name), &file.bytes).unwrap();
    }
    let yaml = "import sys, json, yaml; json.dump(yaml.load(sys.stdin, yaml.BaseLoader), sys.stdout)";
    let read = |name: &str| -> serde_json::Value {
        serde_json::from_slice(&run("/usr/bin/python3", &["-c", yaml], &file(&made, name).bytes)).unwrap()
    };
    let workflow = read("check-certificate.yml");
    let steps = &workflow["jobs"]["check"]["steps"];
    assert_eq!(steps[0]["uses"], "actions/checkout@v6");
    assert_eq!(steps[1]["env"]["HOSTS"], "a.example 2001:db8::1");
    assert_eq!(workflow["on"]["schedule"][0]["cron"], "17 4 * * *");
    let targets = &read("prometheus.yml")["scrape_configs"][0]["static_configs"][0]["targets"];
    assert_eq!(*targets, serde_json::json!(["a.example:443", "[2001:db8::1]:443"]));
    let rule = &read("certificate-rules.yml")["groups"][0]["rules"][0]["expr"];
    assert_eq!(rule, "probe_ssl_earliest_cert_expiry{job=\"certificates\"} - time() < 27 * 86400");
    let check = |program: &str, arguments: &[&str]| {
        if is_here(program, &format!("whether it takes {arguments:?}")) {
            let output = Command::new(program).args(arguments).current_dir(&own).output().unwrap();
            let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{program}: {said}");
        }
    };
    check("promtool", &["check", "rules", "certificate-rules.yml"]);
    check("promtool", &["check", "config", "prometheus.yml"]);
    check("prometheus-blackbox-exporter", &["--config.check", "--config.file=blackbox.yml"]);
}
