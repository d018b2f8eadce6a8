//! Real servers on loopback, each with a small main configuration that includes ours unchanged.

use crate::pki::{Key, run, scratch};
use certloupe::deploy::targets::Reach;
use certloupe::deploy::{TARGETS, Target};
use certloupe::report::wire::{Deployment, Profile, Switch};
use std::net::{IpAddr, Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};
use tools::tools;

#[path = "../support/tools.rs"]
mod tools;

pub const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// How one server is checked and started. The version is what the package of Debian 12 has.
pub struct Program {
    pub target: &'static str,
    pub version: &'static str,
    /// The version of the TLS library that it is linked with.
    pub library: &'static str,
    pub program: &'static str,
    pub package: &'static str,
    /// Makes what the server needs beside its configuration: a database, a user's folder.
    pub prepare: fn(&Path),
    /// The main configuration, which includes ours.
    pub main: fn(&Main) -> String,
    /// `{}` stands for the main configuration, `{folder}` for the folder, `{port}` for that of TLS; no words where the server has no checker.
    pub check: &'static [&'static str],
    pub start: &'static [&'static str],
    /// What the checker says when it takes a configuration but does not like it.
    pub complaints: &'static [&'static str],
    /// The versions of TLS that each profile gets, in the order of [`Profile::ALL`]: measured, not derived
    /// (shared research, deploy.md §2); none where the profile is refused.
    pub promised: [Option<&'static [&'static str]>; 4],
}

/// Nothing is needed beside the configuration.
pub const NOTHING: fn(&Path) = |_| {};

pub const TLS_13: Option<&[&str]> = Some(&["TLS 1.3"]);
pub const TLS_12_13: Option<&[&str]> = Some(&["TLS 1.2", "TLS 1.3"]);
pub const TLS_ALL: Option<&[&str]> = Some(&["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"]);
/// What almost every server does.
pub const USUAL: [Option<&[&str]>; 4] = [TLS_13, TLS_12_13, TLS_12_13, TLS_ALL];
/// Where nothing below TLS 1.2 is to be had.
pub const NO_OLD: [Option<&[&str]>; 4] = [TLS_13, TLS_12_13, TLS_12_13, TLS_12_13];

/// Where the kind of key counts: Erlang's TLS 1.0 and 1.1 want an ECDSA certificate signed with ECDSA, and ours is signed
/// with RSA.
const BY_KEY: [(&str, Profile, Key, Option<&[&str]>); 1] = [("rabbitmq", Profile::Legacy, Key::Ecdsa, TLS_12_13)];

/// What a main configuration needs to know.
pub struct Main<'a> {
    pub folder: &'a Path,
    pub deployments: &'a [&'a Deployment],
    pub ports: (u16, u16),
}

impl Main<'_> {
    /// Our files themselves, for servers that include nothing.
    pub fn ours(&self) -> String {
        let configs = self.deployments.iter().flat_map(|it| &it.configs);
        configs.map(|config| String::from_utf8_lossy(&config.bytes)).collect()
    }

    /// A line for each of our files.
    pub fn includes(&self, word: &str) -> String {
        let names = self.deployments.iter().flat_map(|it| &it.configs).map(|config| self.folder.join(&config.name));
        names.map(|path| format!("{word} {}", path.display())).collect::<Vec<_>>().join("\n")
    }
}

impl Program {
    /// What a profile gets.
    pub fn promises(&self, profile: Profile) -> Option<&'static [&'static str]> {
        Profile::ALL.iter().zip(self.promised).find(|(own, _)| **own == profile).and_then(|(_, promised)| promised)
    }

    /// What a profile gets with this kind of key.
    pub fn promises_for(&self, profile: Profile, key: Key) -> Option<&'static [&'static str]> {
        let other = BY_KEY.iter().find(|(target, own, kind, _)| (*target, *own, *kind) == (self.target, profile, key));
        other.map_or_else(|| self.promises(profile), |(.., promised)| *promised)
    }

    /// Whether it shows pages of its own.
    pub fn has_pages(&self) -> bool {
        self.target().has(Switch::Redirect, self.target().latest)
    }

    /// The target that is run.
    pub fn target(&self) -> &'static Target {
        TARGETS.iter().copied().find(|target| target.id == self.target).expect("every program has a target")
    }

    fn command(&self, folder: &Path, arguments: &[&str], port: u16) -> Command {
        let port = port.to_string();
        let main = folder.join("main.conf");
        let (main, place) = (main.to_str().expect("a plain path"), folder.to_str().expect("a plain path"));
        let mut command = Command::new(self.path());
        command.args(
            arguments
                .iter()
                .map(|argument| argument.replace("{folder}", place).replace("{port}", &port).replace("{}", main)),
        );
        // Caddy keeps its state below these.
        command.env("HOME", folder).env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
        command.current_dir(folder).stdin(Stdio::null());
        command
    }

    /// Debian puts servers where only root's path looks.
    fn path(&self) -> PathBuf {
        let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
        let mut candidates = folders.iter().map(|folder| Path::new(folder).join(self.program));
        // What can not be installed beside others is unpacked.
        let unpacked = || Some(tools(self.package)?.join("usr/sbin").join(self.program));
        candidates.find(|path| path.exists()).or_else(unpacked).unwrap_or_else(|| {
            panic!(
                "{} is not installed: run `apt-get install -y --no-install-recommends {}`",
                self.program, self.package
            )
        })
    }

    /// Writes our configurations and a main one around them, and lets the server itself check them.
    ///
    /// # Panics
    /// The server refuses the configuration, or has something to say about it.
    pub fn check(&self, folder: &Path, deployments: &[&Deployment], ports: (u16, u16)) {
        std::fs::create_dir_all(folder).expect("a folder");
        for config in deployments.iter().flat_map(|deployment| &deployment.configs) {
            std::fs::write(folder.join(&config.name), &config.bytes).expect("written");
        }
        let main = (self.main)(&Main { folder, deployments, ports });
        std::fs::write(folder.join("main.conf"), main).expect("written");
        (self.prepare)(folder);
        if self.check.is_empty() {
            return;
        }
        let output = self.command(folder, self.check, ports.1).output().expect("the checker runs");
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{} refuses its configuration in {}: {said}", self.program, folder.display());
        for complaint in self.complaints {
            assert!(!said.contains(*complaint), "{} complains in {}: {said}", self.program, folder.display());
        }
    }

    /// Starts the server with what [`Program::check`] wrote, and waits until it answers.
    pub fn start(&self, folder: &Path, ports: (u16, u16)) -> Running {
        let log = std::fs::File::create(folder.join("output.log")).expect("a log");
        let mut command = self.command(folder, self.start, ports.1);
        command.stdout(log.try_clone().expect("a second handle")).stderr(log).process_group(0);
        let mut running = Running { child: command.spawn().expect("the server starts"), folder: folder.to_owned() };
        let deadline = Instant::now() + Duration::from_secs(60);
        let plain = (self.target().reach == Reach::Https).then_some(ports.0);
        for port in plain.into_iter().chain([ports.1]) {
            while TcpStream::connect((LOOPBACK, port)).is_err() {
                if let Some(status) = running.child.try_wait().expect("a child") {
                    panic!("{} ended with {status}: {}", self.program, running.log());
                }
                assert!(Instant::now() < deadline, "{} does not listen on {port}: {}", self.program, running.log());
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        running
    }
}

/// A server that runs until this is dropped.
pub struct Running {
    child: Child,
    folder: PathBuf,
}

impl Running {
    /// What the server said so far.
    pub fn log(&self) -> String {
        let read = |name: &str| std::fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        read("output.log") + &read("error.log")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let id = self.child.id().to_string();
        let _ = Command::new("kill").arg(&id).status();
        for _ in 0..500 {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        // It is the leader of its own group: nothing else is in it.
        let _ = Command::new("kill").args(["-9", "--", &format!("-{id}")]).status();
        let _ = self.child.wait();
    }
}

/// Two ports that nobody listens on: for plain HTTP and for HTTPS.
pub fn free_ports() -> (u16, u16) {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let mut free = std::iter::repeat_with(|| {
        21_000 + (std::process::id() % 400) as u16 * 50 + NEXT.fetch_add(1, Ordering::Relaxed)
    })
    .filter(|port| TcpListener::bind((LOOPBACK, *port)).is_ok());
    let mut next = || free.next().expect("the iterator does not end");
    (next(), next())
}

/// A folder of its own for one server.
pub fn folder(label: &str) -> PathBuf {
    let folder = scratch().join(label);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Whether the tests run as root.
pub fn is_root() -> bool {
    run(Path::new("/"), "id", &["-u"]).trim() == "0"
}
