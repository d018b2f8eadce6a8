//! A case: input and expectation in one text file.
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
//! after `source: name base64`. `repair: fullChain` asks for the repair before judging.

use base64::{Engine, engine::general_purpose::STANDARD};
use certloupe::report::{Finding, Options, Password, Repair, Source, Timestamp};
use std::fmt::Write;

/// One case of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub name: String,
    pub options: Options,
    pub sources: Vec<Source>,
    pub expect: Vec<String>,
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
        Self { name: name.to_owned(), options: Options::at(NOW), sources: Vec::new(), expect: Vec::new() }
    }

    /// One more source.
    pub fn file(mut self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.sources.push(Source { name: name.to_owned(), bytes: bytes.as_ref().to_vec() });
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
    pub fn repaired(mut self) -> Self {
        self.options.repairs = vec![Repair::FullChain];
        self
    }

    /// The case without its expectation: what a recipe says.
    pub fn input(&self) -> Self {
        Self { expect: Vec::new(), ..self.clone() }
    }

    /// What the engine finds.
    pub fn findings(&self) -> Vec<Finding> {
        certloupe::engine::inspect(&self.sources, &self.options).0.findings
    }
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

/// Reads a case file.
pub fn read(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut body: Option<(String, bool, String)> = None;
    for text_line in text.lines() {
        let starts_case = text_line.strip_prefix("--- ");
        let starts_source = text_line.strip_prefix("source: ").or((text_line == "source:").then_some(""));
        if starts_case.is_some() || starts_source.is_some() {
            finish(&mut cases, body.take());
        }
        if let Some(name) = starts_case {
            cases.push(Case::empty(name));
        } else if let Some(name) = starts_source {
            let (name, encoded) = name.strip_suffix("base64").map_or((name, false), |name| (name, true));
            body = Some((name.trim().to_owned(), encoded, String::new()));
        } else if let Some((.., body)) = &mut body {
            body.push_str(text_line);
            body.push('\n');
        } else if let (Some(case), Some((field, value))) = (cases.last_mut(), text_line.split_once(": ")) {
            match field {
                "now" => case.options.now = Timestamp::parse(value).expect("a moment"),
                "host" => case.options.hosts.push(value.to_owned()),
                "password" => case.options.passwords.push(Password::new(value)),
                "expect" => case.expect.push(value.to_owned()),
                "repair" => case.options.repairs.push(Repair::FullChain),
                _ => panic!("{field} is no field of a case"),
            }
        }
    }
    finish(&mut cases, body);
    cases
}

fn finish(cases: &mut [Case], body: Option<(String, bool, String)>) {
    let Some((name, encoded, text)) = body else { return };
    let bytes = if encoded {
        STANDARD.decode(text.split_whitespace().collect::<String>()).expect("base64")
    } else {
        text.into_bytes()
    };
    cases.last_mut().expect("a case before its source").sources.push(Source { name, bytes });
}

/// Writes a case file.
pub fn write(cases: &[Case]) -> String {
    let mut out = String::new();
    for case in cases {
        let _ = writeln!(out, "--- {}\nnow: {}", case.name, case.options.now);
        for host in &case.options.hosts {
            let _ = writeln!(out, "host: {host}");
        }
        for password in &case.options.passwords {
            let _ = writeln!(out, "password: {}", password.reveal());
        }
        for _ in &case.options.repairs {
            let _ = writeln!(out, "repair: fullChain");
        }
        for line in &case.expect {
            let _ = writeln!(out, "expect: {line}");
        }
        for source in &case.sources {
            match as_plain_text(&source.bytes) {
                Some(text) => {
                    let _ = write!(out, "source: {}\n{text}", source.name);
                }
                None => {
                    let encoded = STANDARD.encode(&source.bytes);
                    let _ = writeln!(out, "source: {} base64", source.name);
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
        && !text.lines().any(|line| line.starts_with("--- ") || line.starts_with("source:") || line.ends_with(' '));
    plain.then_some(text)
}
