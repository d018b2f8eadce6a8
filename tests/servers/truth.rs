//! What servers really negotiate when TLS 1.0 and 1.1 are asked for: measured here, so that what we say of them stays
//! true. "We list TLSv1" is not "TLS 1.0 works", and "we do not list it" is not "it is off".
//!
//! To add a server, add a row to one of the tables: a configuration by hand, what each setting puts into it, and beside
//! that what is negotiated then.

#[path = "truth/applications.rs"]
mod applications;
#[path = "truth/mail.rs"]
mod mail;
#[path = "truth/services.rs"]
mod services;
#[path = "truth/web.rs"]
mod web;

use crate::pki::{Key, Pki, run};
use crate::probe::Client;
use crate::server::{LOOPBACK, Running, folder, free_ports};
use crate::tools::tools;
use certloupe::deploy::targets::Reach;
use std::fmt::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// A server, and what it does in four settings:
/// - *default*: nothing is said of versions and suites;
/// - *article*: what the articles for mini-programs say (TLS 1.0, 1.1 and 1.2, and their suites);
/// - *list*: all four versions, and nothing else;
/// - *legacy*: what makes the old versions work where anything does.
struct Row {
    server: &'static str,
    /// The command: `{folder}`, `{port}`, `{cert}` and the like stand for what they say (see [`Cell::fill`]).
    start: &'static str,
    /// Files that it reads, by name; their lines are indented like the code around them.
    files: &'static [(&'static str, &'static str)],
    /// Made once, in the folder.
    prepare: fn(&Path),
    /// What each setting puts in the place of `{tls}`, and what is negotiated then of TLS 1.0, 1.1, 1.2 and 1.3: `Y` where
    /// it is; or [`REFUSED`].
    cells: [(&'static str, &'static str); 4],
    /// What they put in the place of `{more}`.
    more: [&'static str; 4],
    reach: Reach,
}

const SETTINGS: [&str; 4] = ["default", "article", "list", "legacy"];
const REFUSED: &str = "refused";

/// A row that only names what it is.
const ROW: Row = Row {
    server: "",
    start: "",
    files: &[],
    prepare: |_| {},
    cells: [("", ""); 4],
    more: [""; 4],
    reach: Reach::Https,
};

/// The suites of the article, and some that old clients know, with what OpenSSL 3 needs for them.
const SUITES: [(&str, &str); 2] = [
    ("{article}", "ECDHE-RSA-AES128-GCM-SHA256:ECDHE:ECDH:AES:HIGH:!NULL:!aNULL:!MD5:!ADH:!RC4"),
    ("{legacy}", "@SECLEVEL=0:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-SHA:AES128-SHA"),
];

/// One server in one setting.
struct Cell<'a> {
    row: &'a Row,
    setting: usize,
    folder: &'a Path,
    ports: (u16, u16),
    /// Something that listens, for what needs somebody behind it.
    behind: &'a TcpListener,
}

impl Cell<'_> {
    /// The text with what its names stand for.
    fn fill(&self, text: &str) -> String {
        let (tls, _) = self.row.cells[self.setting];
        let mut text = text.replace("{tls}", tls).replace("{more}", self.row.more[self.setting]);
        for (name, value) in SUITES {
            text = text.replace(name, value);
        }
        let path = self.folder.to_str().expect("a plain path");
        let wheels = tools("wheels").unwrap_or_default();
        for (name, value) in [
            ("{folder}", path.to_owned()),
            ("{port}", self.ports.1.to_string()),
            ("{other}", self.ports.0.to_string()),
            ("{behind}", self.behind.local_addr().expect("an address").port().to_string()),
            ("{cert}", format!("{path}/fullchain.pem")),
            ("{key}", format!("{path}/privkey.pem")),
            ("{pem}", format!("{path}/all.pem")),
            ("{unpacked}", unpacked().display().to_string()),
            ("{wheels}", wheels.display().to_string()),
        ] {
            text = text.replace(name, &value);
        }
        text
    }

    /// What is negotiated.
    fn measure(&self) -> String {
        for (name, text) in self.row.files {
            let path = self.folder.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, self.fill(&unindented(text))).expect("written");
        }
        let mut running = Running::start(command(&self.fill(self.row.start), self.folder), self.folder);
        let deadline = Instant::now() + crate::server::PATIENCE;
        while TcpStream::connect((LOOPBACK, self.ports.1)).is_err() {
            if running.has_ended() {
                return REFUSED.to_owned();
            }
            assert!(Instant::now() < deadline, "{} does not listen: {}", self.row.server, running.log());
            std::thread::sleep(Duration::from_millis(20));
        }
        let client = Client { host: "site.test", ports: self.ports, reach: self.row.reach };
        let ready = Instant::now() + Duration::from_secs(5);
        // Some listen before they are ready.
        while !client.sees_a_certificate() && Instant::now() < ready && !running.has_ended() {
            std::thread::sleep(Duration::from_millis(50));
        }
        let seen = client.versions();
        // mosquitto opens its port before it reads on.
        if running.has_ended() {
            return REFUSED.to_owned();
        }
        let all = ["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"];
        all.iter().map(|version| if seen.contains(version) { 'Y' } else { '.' }).collect()
    }
}

impl Row {
    /// Whether it only runs from a wheel, and there is none.
    fn is_missing(&self) -> bool {
        let missing = self.start.contains("{wheels}") && tools("wheels").is_none();
        if missing {
            crate::say(&format!("{} skipped: run scripts/setup.sh wheels", self.server));
        }
        missing
    }

    /// The cells that are not as they are said to be.
    fn wrong(&self) -> String {
        let begun = Instant::now();
        let folder = folder(&format!("truth-{}", self.server.replace(' ', "-")));
        let leaf = Pki::get().leaf(&format!("truth-{}", self.server.replace(' ', "-")), Key::Rsa, &["site.test"], &[]);
        let read = |name: &str| std::fs::read_to_string(leaf.folder.join(name)).expect("minted");
        let (chain, key) = (read("fullchain.pem"), read("privkey.pem"));
        for (name, text) in [("fullchain.pem", &chain), ("privkey.pem", &key), ("all.pem", &(chain.clone() + &key))] {
            std::fs::write(folder.join(name), text).expect("written");
        }
        (self.prepare)(&folder);
        let behind = TcpListener::bind((LOOPBACK, 0)).expect("a port");
        let mut wrong = String::new();
        let mut seen = Vec::new();
        for (setting, name) in SETTINGS.into_iter().enumerate() {
            let cell = Cell { row: self, setting, folder: &folder, ports: free_ports(), behind: &behind };
            let measured = cell.measure();
            let (_, said) = self.cells[setting];
            if measured != said {
                let log = std::fs::read_to_string(folder.join("output.log")).unwrap_or_default();
                let _ = writeln!(wrong, "{} {name}: {measured}, not {said}\n{log}", self.server);
            }
            seen.push(measured);
        }
        crate::say(&format!("truth {} {} {:.1} s", self.server, seen.join(" "), begun.elapsed().as_secs_f64()));
        wrong
    }
}

/// A command of words with blanks between them, at home in a folder.
fn command(words: &str, folder: &Path) -> Command {
    let mut words = words.split(' ');
    let mut command = Command::new(words.next().expect("a program"));
    command.args(words).current_dir(folder).stdin(Stdio::null());
    for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "CATALINA_BASE"] {
        command.env(name, folder);
    }
    let debian = std::env::var("PATH").unwrap_or_default() + ":/usr/sbin";
    command.env("PATH", debian).env("GOCACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("go"));
    command
}

/// A literal without the indentation that its first line has.
fn unindented(literal: &str) -> String {
    let text = literal.trim_start_matches('\n').trim_end();
    let indentation = text.len() - text.trim_start().len();
    text.lines().map(|line| line.get(indentation..).unwrap_or_default().to_owned() + "\n").collect()
}

/// Where `scripts/setup.sh servers` unpacks what can not be installed beside others.
fn unpacked() -> PathBuf {
    let own = std::env::var_os("CERTLOUPE_TOOLS").map(PathBuf::from);
    own.unwrap_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/certloupe"))
}

/// Where some keep what they work on.
fn folders(folder: &Path) {
    for name in ["run", "spool", "empty", "data"] {
        std::fs::create_dir_all(folder.join(name)).expect("a folder");
    }
}

/// Changes the owner of what is in a folder.
fn give_to(user: &str, folder: &Path) {
    run(folder, "chown", &["-R", &format!("{user}:"), "."]);
}

#[test]
fn every_server_negotiates_what_is_said_of_it() {
    // The slowest come first.
    let rows: Vec<&Row> = [applications::ROWS, mail::ROWS, services::ROWS, web::ROWS].into_iter().flatten().collect();
    assert!(rows.len() >= 27, "only {} servers", rows.len());
    let left = Mutex::new(rows.into_iter());
    let wrong = Mutex::new(String::new());
    let next = || left.lock().expect("nobody failed").next();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(row) = next() {
                    if !row.is_missing() {
                        let own = row.wrong();
                        wrong.lock().expect("nobody failed").push_str(&own);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("nobody failed");
    assert!(wrong.is_empty(), "{wrong}");
}
