//! The cases of the tests, judged: what the pages quote is what the engine says today.

use super::{markdown, project};
use crate::support::case_file::{self, Case};
use certloupe::report::{Code, Finding, Judge, MessageId, Purpose, Report};
use std::{collections::BTreeMap, fs, sync::LazyLock};

/// Most bytes of PEM that a page shows, and of other text.
const PEM_SHOWN: usize = 9_000;
const TEXT_SHOWN: usize = 1_500;

/// A case with its report.
#[derive(Debug)]
pub struct Told {
    /// The file that it stands in.
    pub file: String,
    /// The case.
    pub case: Case,
    /// What the engine says.
    pub report: Report,
}

/// How what was put in can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// As PEM.
    Pem,
    /// As text.
    Text,
    /// Not on a page.
    Hidden,
}

/// A finding in a case.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The case.
    pub told: &'static Told,
    /// The finding.
    pub finding: &'static Finding,
}

/// Every case, file by file.
pub fn all() -> &'static [Told] {
    static CASES: LazyLock<Vec<Told>> = LazyLock::new(read);
    &CASES
}

/// For each message that a code has in the cases, the case that shows it best. What can be shown comes first, and then the
/// messages as they are declared: the plain one stands before its variants there.
pub fn of_code(code: Code) -> Vec<Sample> {
    let place = |sample: &Sample| MessageId::all().position(|id| id == sample.finding.message.id);
    let mut best: BTreeMap<_, Sample> = BTreeMap::new();
    let samples =
        all().iter().flat_map(|told| told.report.findings.iter().map(move |finding| Sample { told, finding }));
    for sample in samples.filter(|sample| sample.finding.code == code) {
        let known = best.entry(place(&sample)).or_insert(sample);
        if sample.told.rank(code) < known.told.rank(code) {
            *known = sample;
        }
    }
    let mut best: Vec<_> = best.into_values().collect();
    best.sort_by_key(|sample| sample.told.shape());
    best
}

/// The case that shows best what a rule of the platforms says there.
pub fn of_rule(rule: &str, platform: Option<&str>) -> Option<Sample> {
    let of_it = |finding: &Finding| {
        finding.rule.as_deref() == Some(rule) && (platform.is_none() || finding.platform.as_deref() == platform)
    };
    let in_case = |told: &'static Told| {
        let finding = told.report.findings.iter().find(|finding| of_it(finding))?;
        Some(Sample { told, finding })
    };
    all().iter().filter_map(in_case).min_by_key(|sample| sample.told.rank(sample.finding.code))
}

fn read() -> Vec<Told> {
    let mut files = Vec::new();
    for family in fs::read_dir(project("tests/cases")).expect("the cases").flatten() {
        files.extend(fs::read_dir(family.path()).expect("a family of cases").flatten().map(|entry| entry.path()));
    }
    files.sort();
    let of_file = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("a case file");
        let short = path.strip_prefix(project("")).expect("a file of the project");
        let file = short.to_string_lossy().into_owned();
        case_file::read(&text).into_iter().map(move |case| Told { file: file.clone(), report: case.report(), case })
    };
    files.iter().flat_map(of_file).collect()
}

impl Told {
    /// How well it shows a code: what a reader can paste, a case about it, with little beside it, and short.
    fn rank(&self, code: Code) -> (Shape, bool, usize, usize, usize) {
        let is_elsewhere = !self.file.contains(&code.as_str().to_lowercase());
        (self.shape(), is_elsewhere, self.asked().len(), self.report.findings.len(), self.size())
    }

    /// How all that was put in can be shown.
    pub fn shape(&self) -> Shape {
        let shape = |text: Option<&str>| match text {
            Some(text) if text.contains("-----BEGIN ") && self.size() <= PEM_SHOWN => Shape::Pem,
            Some(text) if !text.contains("-----BEGIN ") && text.len() <= TEXT_SHOWN => Shape::Text,
            _ => Shape::Hidden,
        };
        self.texts().map(shape).max().unwrap_or(Shape::Hidden)
    }

    fn texts(&self) -> impl Iterator<Item = Option<&str>> {
        let text = |bytes| std::str::from_utf8(bytes).ok().filter(|text| markdown::is_plain(text));
        self.case.sources.iter().map(move |source| text(&source.bytes))
    }

    /// What was put in, as name and text.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &str)> {
        self.case.sources.iter().zip(self.texts()).filter_map(|(source, text)| Some((source.name.as_str(), text?)))
    }

    /// Whether a private key is among it.
    pub fn has_key(&self) -> bool {
        self.sources().any(|(_, text)| text.contains("PRIVATE KEY"))
    }

    fn size(&self) -> usize {
        self.case.sources.iter().map(|source| source.bytes.len()).sum()
    }

    /// The options besides the moment, as a command line has them.
    pub fn asked(&self) -> Vec<String> {
        let options = &self.case.options;
        let mut asked = Vec::new();
        let mut add = |option: &str, value: &str| asked.push(format!("{option} {value}"));
        options.hosts.iter().for_each(|host| add("--host", host));
        options.urls.iter().for_each(|url| add("--url", url));
        options.listed.iter().for_each(|entry| add("--listed", entry));
        options.platforms.iter().for_each(|platform| add("--platform", platform.id()));
        options.phones.iter().for_each(|phone| add("--phone", &format!("{}={}", phone.client, phone.version)));
        options.passwords.iter().for_each(|password| add("--password", password.reveal()));
        options.roots.iter().for_each(|root| add("--roots", &root.name));
        options.depth.iter().for_each(|depth| add("--depth", &depth.to_string()));
        options.target.iter().for_each(|target| add("--target", target));
        options.folder.iter().for_each(|folder| add("--folder", folder));
        options.supply.iter().for_each(|file| add("supply:", &file.name));
        for repair in &options.repairs {
            add("repair:", serde_json::to_value(repair).expect("a name").as_str().unwrap_or_default());
        }
        if options.purpose == Purpose::Client {
            add("--purpose", "client");
        }
        match options.judge {
            Judge::Clients => (),
            Judge::Rfc5280 => add("--judge", "rfc5280"),
            Judge::Web => add("--judge", "web"),
        }
        asked
    }
}
