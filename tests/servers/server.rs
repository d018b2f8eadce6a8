//! Real servers on loopback, each with a small main configuration that includes ours unchanged.

use crate::pki::{run, scratch};
use certloupe::report::wire::Deployment;
use std::net::{IpAddr, Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

pub const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// How one server is checked and started. The version is what the package of Debian 12 has.
pub struct Program {
    pub target: &'static str,
    pub version: &'static str,
    program: &'static str,
    package: &'static str,
    main: fn(&Main) -> String,
    check: &'static [&'static str],
    start: &'static [&'static str],
}

/// What a main configuration needs to know.
struct Main<'a> {
    folder: &'a Path,
    deployments: &'a [&'a Deployment],
    ports: (u16, u16),
}

/// `{}` stands for the main configuration.
pub static PROGRAMS: [Program; 3] = [
    Program {
        target: "nginx",
        version: "1.22.1",
        program: "nginx",
        package: "nginx",
        main: nginx,
        check: &["-t", "-e", "error.log", "-p", ".", "-c", "{}"],
        start: &["-e", "error.log", "-p", ".", "-c", "{}"],
    },
    Program {
        target: "apache",
        version: "2.4.71",
        program: "apache2",
        package: "apache2",
        main: apache,
        check: &["-t", "-f", "{}"],
        start: &["-DFOREGROUND", "-f", "{}"],
    },
    Program {
        target: "caddy",
        version: "2.6.2",
        program: "caddy",
        package: "caddy",
        main: caddy,
        check: &["validate", "--adapter", "caddyfile", "--config", "{}"],
        start: &["run", "--adapter", "caddyfile", "--config", "{}"],
    },
];

impl Program {
    /// The program of a target.
    pub fn of(target: &str) -> &'static Self {
        PROGRAMS.iter().find(|program| program.target == target).expect("every target has a program here")
    }

    fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        let main = folder.join("main.conf");
        let mut command = Command::new(self.path());
        command.args(
            arguments.iter().map(|argument| if *argument == "{}" { main.as_os_str() } else { argument.as_ref() }),
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
        candidates.find(|path| path.exists()).unwrap_or_else(|| {
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
        for deployment in deployments {
            std::fs::write(folder.join(&deployment.config.name), &deployment.config.bytes).expect("written");
        }
        let main = (self.main)(&Main { folder, deployments, ports });
        std::fs::write(folder.join("main.conf"), main).expect("written");
        let output = self.command(folder, self.check).output().expect("the checker runs");
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{} refuses its configuration in {}: {said}", self.program, folder.display());
        for complaint in ["[warn]", "[emerg]", "AH0", "\"level\":\"error\"", "not formatted"] {
            assert!(!said.contains(complaint), "{} complains in {}: {said}", self.program, folder.display());
        }
    }

    /// Starts the server with what [`Program::check`] wrote, and waits until it answers.
    pub fn start(&self, folder: &Path, ports: (u16, u16)) -> Running {
        let log = std::fs::File::create(folder.join("output.log")).expect("a log");
        let mut command = self.command(folder, self.start);
        command.stdout(log.try_clone().expect("a second handle")).stderr(log).process_group(0);
        let mut running = Running { child: command.spawn().expect("the server starts"), folder: folder.to_owned() };
        let deadline = Instant::now() + Duration::from_secs(20);
        for port in [ports.0, ports.1] {
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
        for _ in 0..250 {
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

fn includes(main: &Main, word: &str) -> String {
    let names = main.deployments.iter().map(|deployment| main.folder.join(&deployment.config.name));
    names.map(|path| format!("{word} {}", path.display())).collect::<Vec<_>>().join("\n")
}

fn nginx(main: &Main) -> String {
    let user = if is_root() { "user root;\n" } else { "" };
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let folders: String = folders.iter().map(|name| format!("{name}_temp_path {name};\n")).collect();
    let includes = includes(main, "include").replace('\n', ";\n");
    format!(
        "{user}daemon off;\npid nginx.pid;\nworker_processes 1;\nevents {{}}\nhttp {{\naccess_log off;\n{folders}{includes};\n}}\n"
    )
}

/// Debian's default modules, and exactly those that our commands enable.
fn apache(main: &Main) -> String {
    let usual = ["mpm_event", "authn_core", "authz_core", "authz_host", "dir", "mime", "setenvif", "env", "filter"];
    let mut modules: Vec<&str> = usual.to_vec();
    for line in main.deployments.iter().flat_map(|deployment| &deployment.commands.install) {
        if let Some(names) = line.strip_prefix("a2enmod --quiet ") {
            modules.extend(names.split(' '));
        }
    }
    modules.sort_unstable();
    modules.dedup();
    let load = |module: &&str| format!("LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n");
    let modules: String = modules.iter().map(load).collect();
    let (folder, (http, https)) = (main.folder.display(), main.ports);
    let user = if is_root() { "User www-data\nGroup www-data\n" } else { "" };
    format!(
        "ServerRoot {folder}\nDefaultRuntimeDir {folder}\nPidFile {folder}/apache.pid\nErrorLog {folder}/error.log\n\
         Mutex file:{folder} default\nServerName localhost\nTypesConfig /etc/mime.types\n{modules}{user}\
         Listen 127.0.0.1:{http}\nListen 127.0.0.1:{https}\n{}\n",
        includes(main, "Include")
    )
}

/// Without `skip_install_trust` Caddy, run by root, would put an authority of its own into the system's trust store
/// as soon as a site has an address for a name.
fn caddy(main: &Main) -> String {
    let (http, https) = main.ports;
    format!(
        "{{\n\tadmin off\n\tskip_install_trust\n\thttp_port {http}\n\thttps_port {https}\n}}\n\n{}\n",
        includes(main, "import")
    )
}
