//! nginx and PHP-FPM, of Debian 12.

use super::*;
use crate::server::folder;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::time::Duration;

pub static PROGRAM: Program = Program { target: "php-fpm", prepare, scripts: Some(runs_scripts), ..nginx::PROGRAM };

/// Where Debian's PHP-FPM listens.
const LISTENER: &str = "/run/php/php-fpm.sock";

fn prepare(folder: &Path) {
    std::fs::copy("/etc/nginx/fastcgi_params", folder.join("fastcgi_params")).expect("it came with nginx");
}

/// A script is run and not shown; what begins with a dot is nobody's business.
fn runs_scripts(pages: &Path, shown: &dyn Fn(&str) -> String, label: &str) {
    start(&folder("php-fpm"));
    std::fs::write(pages.join("sum.php"), "<?php echo $_SERVER['HTTPS'], 40 + 2;").expect("written");
    std::fs::write(pages.join(".env"), "secret").expect("written");
    let answer = shown("/sum.php?a=b");
    assert!(answer.contains(" 200") && answer.ends_with("on42"), "{label}: {answer}");
    for (path, status) in [("/.env", " 403"), ("/nothing.php", " 404")] {
        let answer = shown(path);
        assert!(answer.lines().next().is_some_and(|line| line.contains(status)), "{label} {path}: {answer}");
    }
}

/// Starts PHP-FPM, which ends with the thread that waits for it, and so with the tests.
fn start(folder: &Path) {
    if UnixStream::connect(LISTENER).is_ok() {
        return;
    }
    std::fs::create_dir_all("/run/php").expect("root runs the tests of PHP-FPM");
    let pool = format!(
        "[global]\nerror_log = {0}/php.log\ndaemonize = no\n[www]\nuser = www-data\ngroup = www-data\n\
         listen = {LISTENER}\nlisten.mode = 0666\npm = static\npm.max_children = 1\n",
        folder.display()
    );
    std::fs::write(folder.join("php.conf"), pool).expect("written");
    let program = ["8.2", "8.3", "8.4"].map(|version| format!("/usr/sbin/php-fpm{version}"));
    let program = program.iter().find(|path| Path::new(path).exists()).expect("run `apt-get install -y php-fpm`");
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "TERM", program, "--nodaemonize", "--fpm-config", "php.conf"]).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    std::thread::spawn(move || command.status());
    for _ in 0..250 {
        if UnixStream::connect(LISTENER).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("PHP-FPM does not listen");
}
