//! A case: input and expectation in one text file. A long file, because what writes the format stands beside what reads it.
//!
//! ```text
//! --- leaf only, its issuer is missing
//! now: 2026-11-21T00:00:00Z
//! host: shop.example
//! password: changeit
//! expect: error CHN003 certificate=0 tbs.issuer
//! source: chain.pem
//! -----BEGIN CERTIFICATE-----
//! …
//! ```
//! `expect:` lines are all findings, in the order of the report. A source that is no plain text follows as base64
//! after `source: name base64`; what stands behind `root: name` is trusted and not given. `purpose:`, `depth:` and `judge:` are
//! the options of these names. `repair: fullChain` asks for the repair before judging, `phone: android=7.0` is the oldest one that counts. `target:` and `folder:` say which
//! folder of a pack counts. Where a case says so, `input:` lines are everything that was understood (file and line, kind,
//! part), `given:` the order that counts, and `pack:` the folders to choose from. `trust:` lines are what single clients
//! say of the chain. What stands behind `supply: name base64` is a file of the supply.

use super::mint::Minted;
use base64::{Engine, engine::general_purpose::STANDARD};
use certloupe::engine::{supply, x509};
use certloupe::report::{
    Finding, Judge, Options, PackFolder, Password, Phone, Platform, Purpose, Repair, Report, Source, SupplyFile,
    Timestamp,
};
use std::fmt::Write;

/// One case of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub name: String,
    pub options: Options,
    pub sources: Vec<Source>,
    pub expect: Vec<String>,
    /// What was understood, where the case is about that.
    pub understood: Option<Vec<String>>,
    /// What single clients say, where the case is about that: `android 7.0: no TRU004 {"since":…}`.
    pub trust: Vec<String>,
}

/// The moment at which cases are judged unless they say otherwise.
pub const NOW: Timestamp = Timestamp::day(2026, 11, 21);

impl Case {
    /// A case with one pasted text.
    pub fn new(name: &str, pasted: impl AsRef<[u8]>) -> Self {
        Self::empty(name).file("", pasted)
    }

    /// A case without input.
    pub fn empty(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            options: Options::at(NOW),
            sources: Vec::new(),
            expect: Vec::new(),
            understood: None,
            trust: Vec::new(),
        }
    }

    /// What these clients say, each in this version: `android 7.0`.
    pub fn asked(mut self, clients: &[&str]) -> Self {
        self.trust.extend(clients.iter().map(|client| format!("{client}: ")));
        self
    }

    /// With these certificates in the supply.
    pub fn supplied(mut self, certificates: &[&Minted]) -> Self {
        let read: Vec<_> = certificates.iter().map(|it| x509::parse(&it.der).expect("a certificate")).collect();
        self.options.supply = supply::files(&read, "2026-08-21");
        self
    }

    /// One more source.
    pub fn file(mut self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.sources.push(Source { name: name.to_owned(), bytes: bytes.as_ref().to_vec() });
        self
    }

    /// A root that is trusted and not given.
    pub fn root(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.options.roots.push(Source { name: "root.pem".to_owned(), bytes: bytes.as_ref().to_vec() });
        self
    }

    /// For what the certificate is.
    pub fn purpose(mut self, purpose: Purpose) -> Self {
        self.options.purpose = purpose;
        self
    }

    /// Most intermediate certificates.
    pub fn depth(mut self, depth: u32) -> Self {
        self.options.depth = Some(depth);
        self
    }

    /// By whose measure.
    pub fn judge(mut self, judge: Judge) -> Self {
        self.options.judge = judge;
        self
    }

    /// An address that the program calls.
    pub fn url(mut self, url: &str) -> Self {
        self.options.urls.push(url.to_owned());
        self
    }

    /// An entry of the platform's list.
    pub fn listed(mut self, entry: &str) -> Self {
        self.options.listed.push(entry.to_owned());
        self
    }

    /// A platform that is asked.
    pub fn on(mut self, platform: Platform) -> Self {
        self.options.platforms.push(platform);
        self
    }

    /// The oldest version of a phone's system that counts.
    pub fn phone(mut self, phone: &str) -> Self {
        self.options.phones.push(Phone::parse(phone).expect("a system and its version"));
        self
    }

    /// A wanted host.
    pub fn host(mut self, host: &str) -> Self {
        self.options.hosts.push(host.to_owned());
        self
    }

    /// A password to try.
    pub fn password(mut self, password: &str) -> Self {
        self.options.passwords.push(Password::new(password));
        self
    }

    /// Another moment to judge at.
    pub fn now(mut self, moment: &str) -> Self {
        self.options.now = Timestamp::parse(moment).unwrap();
        self
    }

    /// Judged after the repair.
    pub fn repaired(self) -> Self {
        self.mended(Repair::FullChain)
    }

    /// Judged after another repair.
    pub fn mended(mut self, repair: Repair) -> Self {
        self.options.repairs = vec![repair];
        self
    }

    /// The server that the files are for.
    pub fn target(mut self, target: &str) -> Self {
        self.options.target = Some(target.to_owned());
        self
    }

    /// The folder of a pack that counts.
    pub fn folder(mut self, folder: &str) -> Self {
        self.options.folder = Some(folder.to_owned());
        self
    }

    /// With what was understood.
    pub fn understood(mut self) -> Self {
        self.understood = Some(Vec::new());
        self
    }

    /// The case without its expectation: what a recipe says.
    pub fn input(&self) -> Self {
        let understood = self.understood.as_ref().map(|_| Vec::new());
        let trust = self.trust.iter().map(|line| client_of(line).to_owned() + ": ").collect();
        Self { expect: Vec::new(), understood, trust, ..self.clone() }
    }

    /// The case with the engine's answer for its expectation.
    pub fn answered(&self) -> Self {
        let report = self.report();
        let expect = report.findings.iter().map(line).collect();
        let understood = self.understood.as_ref().map(|_| understood(&report));
        let trust = self.trust.iter().map(|line| trust_line(client_of(line), &report)).collect();
        Self { expect, understood, trust, ..self.clone() }
    }

    /// What the engine says.
    pub fn report(&self) -> Report {
        certloupe::engine::inspect(&self.sources, &self.options).0
    }

    /// What the engine finds.
    pub fn findings(&self) -> Vec<Finding> {
        self.report().findings
    }
}

/// What was understood: the inputs, the order that counts, the folders of a pack.
fn understood(report: &Report) -> Vec<String> {
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mut lines = Vec::new();
    for input in &report.inputs {
        let mut line = format!("input: {}", certloupe::text::escape(&input.source));
        if let Some(number) = input.line {
            let _ = write!(line, "#{number}");
        }
        let _ = write!(line, " {}", word(serde_json::to_value(input.kind).unwrap()));
        if let (Some(role), Some(certificate)) = (input.role, input.certificate) {
            let _ = write!(line, " {} {certificate}", word(serde_json::to_value(role).unwrap()));
        }
        lines.push(line);
    }
    let given: Vec<_> = report.chain.given.iter().map(usize::to_string).collect();
    let served: Vec<_> = report.chain.served.iter().map(usize::to_string).collect();
    lines.push(format!("given: {} served {}", given.join(" "), served.join(" ")));
    for PackFolder { path, server, has, chosen } in &report.packs {
        let has: Vec<_> = has.iter().map(|item| word(serde_json::to_value(item).unwrap())).collect();
        let (server, chosen) = (server.as_deref().unwrap_or("-"), if *chosen { " chosen" } else { "" });
        lines.push(format!("pack: {path} {server} {}{chosen}", has.join(",")));
    }
    lines
}

fn client_of(line: &str) -> &str {
    line.split_once(':').map_or(line, |(client, _)| client)
}

/// What one client says: yes or no, the code, the rule that decides.
fn trust_line(client: &str, report: &Report) -> String {
    let (id, version) = client.split_once(' ').expect("a client and its version");
    let known = report.trust.clients.iter().find(|it| it.id == id && it.version == version);
    let Some(answer) = known else { return format!("{client}: not in the table") };
    let mut line = format!("{client}: {}", if answer.trusted { "yes" } else { "no" });
    if let Some(code) = &answer.reason {
        let _ = write!(line, " {code}");
    }
    let _ = write!(line, " {}", serde_json::to_string(&answer.rule).unwrap());
    if answer.with_repair.is_some() {
        line.push_str(" +repair");
    }
    line
}

/// One finding as an `expect:` line.
pub fn line(finding: &Finding) -> String {
    let mut line = format!("{} {}", format!("{:?}", finding.severity).to_lowercase(), finding.code);
    if let Some(index) = finding.certificate {
        let _ = write!(line, " certificate={index}");
    }
    if let Some(host) = &finding.host {
        let _ = write!(line, " host={}", certloupe::text::escape(host));
    }
    if let Some(platform) = &finding.platform {
        let _ = write!(line, " platform={platform}");
    }
    if let Some(rule) = &finding.rule {
        let _ = write!(line, " rule={rule}");
    }
    for evidence in &finding.evidence {
        let _ = write!(line, " {}", certloupe::text::escape(&evidence.path));
        if let Some(number) = evidence.line {
            let _ = write!(line, "#{number}");
        }
    }
    if finding.repair.is_some() {
        line.push_str(" +repair");
    }
    line.trim_end().to_owned()
}

fn repair(name: &str) -> Repair {
    serde_json::from_value(name.into()).expect("a repair")
}

/// Reads a case file.
pub fn read(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut body: Option<Body> = None;
    for text_line in text.lines() {
        let starts_case = text_line.strip_prefix("--- ");
        let source = text_line.strip_prefix("source: ").or((text_line == "source:").then_some(""));
        let root = text_line.strip_prefix("root: ");
        let supply = text_line.strip_prefix("supply: ");
        if starts_case.is_some() || source.is_some() || root.is_some() || supply.is_some() {
            finish(&mut cases, body.take());
        }
        if let Some(name) = starts_case {
            cases.push(Case::empty(name));
        } else if let Some(name) = source.or(root).or(supply) {
            let (name, encoded) = name.strip_suffix("base64").map_or((name, false), |name| (name, true));
            let name = name.trim().to_owned();
            let place = match (source, root) {
                (Some(_), _) => Place::Source,
                (None, Some(_)) => Place::Root,
                (None, None) => Place::Supply,
            };
            body = Some(Body { place, name, encoded, text: String::new() });
        } else if let Some(body) = &mut body {
            body.text.push_str(text_line);
            body.text.push('\n');
        } else if let (Some(case), Some((field, value))) = (cases.last_mut(), text_line.split_once(": ")) {
            match field {
                "now" => case.options.now = Timestamp::parse(value).expect("a moment"),
                "host" => case.options.hosts.push(value.to_owned()),
                "url" => case.options.urls.push(value.to_owned()),
                "listed" => case.options.listed.push(value.to_owned()),
                "platform" => case.options.platforms.push(Platform::from_id(value).expect("a platform")),
                "phone" => case.options.phones.push(Phone::parse(value).expect("a system and its version")),
                "purpose" => case.options.purpose = Purpose::from_id(value).expect("a purpose"),
                "depth" => case.options.depth = Some(value.parse().expect("a number")),
                "judge" => case.options.judge = Judge::from_id(value).expect("a judge"),
                "password" => case.options.passwords.push(Password::new(value)),
                "expect" => case.expect.push(value.to_owned()),
                "target" => case.options.target = Some(value.to_owned()),
                "folder" => case.options.folder = Some(value.to_owned()),
                "input" | "given" | "pack" => case.understood.get_or_insert_default().push(text_line.to_owned()),
                "trust" => case.trust.push(value.to_owned()),
                "repair" => case.options.repairs.push(repair(value)),
                _ => panic!("{field} is no field of a case"),
            }
        }
    }
    finish(&mut cases, body);
    cases
}

/// What stands behind a `source:`, `root:` or `supply:` line.
struct Body {
    place: Place,
    name: String,
    encoded: bool,
    text: String,
}

enum Place {
    Source,
    Root,
    Supply,
}

fn finish(cases: &mut [Case], body: Option<Body>) {
    let Some(Body { place, name, encoded, text }) = body else { return };
    let bytes = if encoded {
        STANDARD.decode(text.split_whitespace().collect::<String>()).expect("base64")
    } else {
        text.into_bytes()
    };
    let case = cases.last_mut().expect("a case before its source");
    match place {
        Place::Source => case.sources.push(Source { name, bytes }),
        Place::Root => case.options.roots.push(Source { name, bytes }),
        Place::Supply => case.options.supply.push(SupplyFile { name, bytes }),
    }
}

/// Writes a case file.
pub fn write(cases: &[Case]) -> String {
    let mut out = String::new();
    for case in cases {
        let _ = writeln!(out, "--- {}\nnow: {}", case.name, case.options.now);
        for host in &case.options.hosts {
            let _ = writeln!(out, "host: {host}");
        }
        for url in &case.options.urls {
            let _ = writeln!(out, "url: {url}");
        }
        for entry in &case.options.listed {
            let _ = writeln!(out, "listed: {entry}");
        }
        for platform in &case.options.platforms {
            let _ = writeln!(out, "platform: {}", platform.id());
        }
        for phone in &case.options.phones {
            let _ = writeln!(out, "phone: {}={}", phone.client, phone.version);
        }
        if case.options.purpose != Purpose::Server {
            let _ = writeln!(out, "purpose: client");
        }
        if let Some(depth) = case.options.depth {
            let _ = writeln!(out, "depth: {depth}");
        }
        match case.options.judge {
            Judge::Clients => (),
            Judge::Rfc5280 => out.push_str("judge: rfc5280\n"),
            Judge::Web => out.push_str("judge: web\n"),
        }
        for password in &case.options.passwords {
            let _ = writeln!(out, "password: {}", password.reveal());
        }
        for repair in &case.options.repairs {
            let _ = writeln!(out, "repair: {}", serde_json::to_value(repair).unwrap().as_str().unwrap());
        }
        for (field, value) in [("target", &case.options.target), ("folder", &case.options.folder)] {
            if let Some(value) = value {
                let _ = writeln!(out, "{field}: {value}");
            }
        }
        for line in &case.expect {
            let _ = writeln!(out, "expect: {line}");
        }
        for line in case.understood.iter().flatten() {
            let _ = writeln!(out, "{line}");
        }
        for line in &case.trust {
            let _ = writeln!(out, "trust: {line}");
        }
        let sources = case.sources.iter().map(|it| ("source", &it.name, &it.bytes));
        let roots = case.options.roots.iter().map(|it| ("root", &it.name, &it.bytes));
        let supply = case.options.supply.iter().map(|it| ("supply", &it.name, &it.bytes));
        for (field, name, bytes) in sources.chain(roots).chain(supply) {
            match as_plain_text(bytes) {
                Some(text) => {
                    let _ = write!(out, "{field}: {name}\n{text}");
                }
                None => {
                    let encoded = STANDARD.encode(bytes);
                    let _ = writeln!(out, "{field}: {name} base64");
                    for chunk in encoded.as_bytes().chunks(76) {
                        let _ = writeln!(out, "{}", String::from_utf8_lossy(chunk));
                    }
                }
            }
        }
    }
    out
}

/// Text that stands in a case file as it is: printable, LF only, ends with LF, no line that the format would read itself.
fn as_plain_text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let plain = text.ends_with('\n')
        && text.chars().all(|character| character == '\n' || !certloupe::report::is_hidden(character))
        && !text.lines().any(|line| {
            line.starts_with("--- ")
                || line.starts_with("source:")
                || line.starts_with("root:")
                || line.starts_with("supply:")
                || line.ends_with(' ')
        });
    plain.then_some(text)
}
