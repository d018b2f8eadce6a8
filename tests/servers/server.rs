//! Real servers on loopback, each with a small main configuration that includes ours unchanged.

use crate::pki::{Key, run, scratch};
use crate::tools::tools;
use certloupe::deploy::targets::Reach;
use certloupe::deploy::{TARGETS, Target, Version};
use certloupe::report::wire::{Deployment, Field, Profile, Switch};
use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

/// A server that neither answers nor ends within this time hangs; on a busy machine some take a minute to start.
pub const PATIENCE: Duration = Duration::from_secs(240);

pub const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// The package of a program that Debian does not have: `program` is its path among what `scripts/setup.sh wheels`
/// installs.
pub const WHEELS: &str = "wheels";

/// The package of a program of Python that `scripts/setup.sh pythons` installs.
pub const PYTHONS: &str = "pythons";

/// How one server is checked and started. The version is what the package of Debian 12 has, or the wheel.
#[derive(Clone, Copy)]
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
    /// `{}` stands for the main configuration, `{folder}` for the folder, `{port}` for that of TLS; no words where the
    /// server has no checker. A first word that begins with `./` is a program that the checker built in the folder.
    pub check: &'static [&'static str],
    pub start: &'static [&'static str],
    /// What the checker says when it takes a configuration but does not like it.
    pub complaints: &'static [&'static str],
    /// What its log never says.
    pub never_says: &'static [&'static str],
    /// The versions of TLS that each profile gets, in the order of [`Profile::ALL`]: measured, not derived
    /// (shared research, deploy.md §2); none where the profile is refused.
    pub promised: [Option<&'static [&'static str]>; 4],
    /// Where the kind of key counts.
    pub promised_with: &'static [(Profile, Key, Option<&'static [&'static str]>)],
    /// What it tells the application about the client.
    pub told: &'static [&'static str],
    /// The file of this name as its own tool writes it, where there is one official format.
    pub formatted: Option<fn(&Path, &str) -> String>,
    /// What is seen of the scripts that it runs beside its pages.
    pub scripts: Option<Scripts>,
    pub habits: &'static [Habit],
}

/// Puts scripts into the folder of the pages, and looks at what is shown for a path; the last is whose they are.
pub type Scripts = fn(&Path, &dyn Fn(&str) -> String, &str);

/// What few servers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// It passes on whatever comes, WebSockets too.
    PassesAll,
    /// It asks for a certificate, and says later who needs one: a rule for a database or a user, or the answer to a
    /// command.
    AsksLater,
    /// Where a load balancer is said to be in front, it answers who comes without one as well.
    AnswersUnproxied,
    /// It loads no certificate whose names are not ASCII, for it is written in Go.
    AsciiOnly,
}

/// A program that only names what it is: the rest is what most do.
pub const PLAIN: Program = Program {
    target: "",
    version: "",
    library: "",
    program: "",
    package: "",
    prepare: |_| {},
    main: |_| String::new(),
    check: &[],
    start: &[],
    complaints: &[],
    never_says: &[],
    promised: [TLS_13, TLS_12_13, TLS_12_13, TLS_ALL],
    promised_with: &[],
    told: &["x-forwarded-for: 127.0.0.1", "x-forwarded-proto: https", "x-forwarded-host: site.test"],
    formatted: None,
    scripts: None,
    habits: &[],
};

pub const TLS_13: Option<&[&str]> = Some(&["TLS 1.3"]);
pub const TLS_12_13: Option<&[&str]> = Some(&["TLS 1.2", "TLS 1.3"]);
pub const TLS_ALL: Option<&[&str]> = Some(&["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"]);
/// Where nothing below TLS 1.2 is to be had.
pub const NO_OLD: [Option<&[&str]>; 4] = [TLS_13, TLS_12_13, TLS_12_13, TLS_12_13];

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

    /// What Java is started with, where one of our files says so.
    pub fn java_options(&self) -> String {
        let mut names = self.deployments.iter().flat_map(|it| &it.configs).map(|config| &config.name);
        let security = names.find(|name| *name == "legacy.security").map(|name| self.folder.join(name));
        security.map(|path| format!("-Djava.security.properties={}", path.display())).unwrap_or_default()
    }
}

impl Program {
    /// What a profile gets.
    pub fn promises(&self, profile: Profile) -> Option<&'static [&'static str]> {
        Profile::ALL.iter().zip(self.promised).find(|(own, _)| **own == profile).and_then(|(_, promised)| promised)
    }

    /// What a profile gets with this kind of key.
    pub fn promises_for(&self, profile: Profile, key: Key) -> Option<&'static [&'static str]> {
        let other = self.promised_with.iter().find(|(own, kind, _)| (*own, *kind) == (profile, key));
        other.map_or_else(|| self.promises(profile), |(.., promised)| *promised)
    }

    /// Whether it does what few do.
    pub fn is(&self, habit: Habit) -> bool {
        self.habits.contains(&habit)
    }

    /// Whether the version that is run can have something.
    pub fn has(&self, switch: Switch) -> bool {
        Version::parse(self.version).is_some_and(|version| self.target().has(switch, version))
    }

    /// Whether it shows pages of its own, where nothing is behind it. Other servers show the programs put into them.
    pub fn has_pages(&self) -> bool {
        let target = self.target();
        let is_site = target.fields.contains(&Field::Upstream) || self.scripts.is_some();
        target.upstream.is_none() && self.redirects() && is_site
    }

    /// Whether it leads from plain HTTP to HTTPS.
    pub fn redirects(&self) -> bool {
        self.target().has(Switch::Redirect, self.target().latest)
    }

    /// Whether it listens for plain HTTP too.
    fn listens_plainly(&self) -> bool {
        self.target().reach == Reach::Https && self.target().knows(Switch::Redirect)
    }

    /// Whether it can be run. What only wheels have may be missing where nobody requires it; that is said.
    pub fn is_here(&self) -> bool {
        let here = !self.is_optional() || tools(self.package).is_some();
        if !here {
            say(&format!("{} {} skipped: run scripts/setup.sh {}", self.target, self.version, self.package));
        }
        here
    }

    /// Whether it is no package of Debian.
    fn is_optional(&self) -> bool {
        [WHEELS, PYTHONS].contains(&self.package)
    }

    /// The name of its folders: two versions of one server have two.
    pub fn label(&self) -> String {
        if self.is_optional() { format!("{}-{}", self.target, self.version) } else { self.target.to_owned() }
    }

    /// The target that is run.
    pub fn target(&self) -> &'static Target {
        TARGETS.iter().copied().find(|target| target.id == self.target).expect("every program has a target")
    }

    fn command(&self, folder: &Path, arguments: &[&str], port: u16) -> Command {
        let port = port.to_string();
        let main = folder.join("main.conf");
        let (main, place) = (main.to_str().expect("a plain path"), folder.to_str().expect("a plain path"));
        let (program, arguments) = match arguments {
            [built, rest @ ..] if built.starts_with("./") => (folder.join(built), rest),
            _ => (self.path(), arguments),
        };
        let filled = |argument: &&str| argument.replace("{folder}", place).replace("{port}", &port).replace("{}", main);
        let mut command = Command::new(program);
        command.args(arguments.iter().map(filled));
        // Caddy keeps its state below these.
        command.env("HOME", folder).env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
        // What Go has compiled once it need not compile again; it asks nobody for modules.
        command.env("GOCACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("go")).env("GOPROXY", "off");
        if self.package == PYTHONS {
            command.env("PYTHONPATH", tools(PYTHONS).expect("who asks has looked whether it is here"));
        }
        command.current_dir(folder).stdin(Stdio::null());
        command
    }

    /// Debian puts servers where only root's path looks.
    fn path(&self) -> PathBuf {
        if self.package == WHEELS {
            return tools(WHEELS).expect("who asks has looked whether it is here").join(self.program);
        }
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
        let mut running = Running::start(self.command(folder, self.start, ports.1), folder);
        let deadline = Instant::now() + PATIENCE;
        let plain = self.listens_plainly().then_some(ports.0);
        for port in plain.into_iter().chain([ports.1]) {
            while TcpStream::connect((LOOPBACK, port)).is_err() {
                if let Some(status) = running.child.try_wait().expect("a child") {
                    panic!("{} ended with {status}: {}", self.program, running.log());
                }
                assert!(Instant::now() < deadline, "{} does not listen on {port}: {}", self.program, running.log());
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        // Traefik listens before it has read what it watches: a file for each site, named after it.
        let files = std::fs::read_dir(folder.join("dynamic")).into_iter().flatten().flatten();
        let names = files.filter_map(|file| file.file_name().to_str()?.strip_suffix(".yml").map(str::to_owned));
        for host in names.filter(|name| name != "tls") {
            let at = format!("127.0.0.1:{}", ports.1);
            let own = || {
                let mut client = Command::new("openssl");
                client.args(["s_client", "-connect", &at, "-servername", &host]).stdin(Stdio::null());
                let said = client.output().map(|output| output.stdout).unwrap_or_default();
                let said = String::from_utf8_lossy(&said).into_owned();
                said.contains("-----BEGIN CERTIFICATE-----") && !said.contains("TRAEFIK DEFAULT CERT")
            };
            while !own() {
                assert!(Instant::now() < deadline, "{} serves nothing: {}", self.program, running.log());
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
    /// Starts a command as the leader of a group of its own, with a log in the folder.
    pub fn start(mut command: Command, folder: &Path) -> Self {
        let log = std::fs::File::create(folder.join("output.log")).expect("a log");
        command.stdout(log.try_clone().expect("a second handle")).stderr(log).process_group(0);
        let child =
            command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}; run scripts/setup.sh servers"));
        Self { child, folder: folder.to_owned() }
    }

    /// Whether it ended by itself.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

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
        let has_ended = (0..500).any(|_| {
            std::thread::sleep(Duration::from_millis(20));
            matches!(self.child.try_wait(), Ok(Some(_)))
        });
        // It is the leader of its own group: nothing else is in it, but what it left behind.
        let _ = Command::new("kill").args(["-9", "--", &format!("-{id}")]).stderr(Stdio::null()).status();
        if has_ended {
            return;
        }
        let _ = self.child.wait();
    }
}

/// Past the capture of the test harness: one line a server, with its seconds.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "servers: {line}");
}

/// Two ports that nobody listens on: for plain HTTP and for HTTPS. They lie below those that the system gives to clients
/// (32768 and above), which would come in between.
pub fn free_ports() -> (u16, u16) {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let mut free = std::iter::repeat_with(|| part() + 1 + NEXT.fetch_add(1, Ordering::Relaxed) % (PART - 1))
        .filter(|port| TcpListener::bind((LOOPBACK, *port)).is_ok());
    let mut next = || free.next().expect("the iterator does not end");
    (next(), next())
}

/// How many ports a process has to itself.
const PART: u16 = 500;

/// The first port of this process' part. It listens there for as long as it lives, so that no other takes the same.
fn part() -> u16 {
    static OURS: OnceLock<TcpListener> = OnceLock::new();
    let parts = || (10_000..32_000).step_by(usize::from(PART));
    let ours = OURS.get_or_init(|| {
        parts().find_map(|port| TcpListener::bind((LOOPBACK, port)).ok()).expect("fewer than forty tests at once")
    });
    ours.local_addr().expect("an address").port()
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
