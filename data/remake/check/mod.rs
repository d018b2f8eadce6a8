//! What registries ship now, compared with what the table of roots says. Each difference is explained in
//! `data/trust/explained.tsv`, or the check fails; so does an explanation that explains nothing any more.

mod certifi;
mod chromium;
mod debian;
mod elf;
mod explained;
mod firefox;
mod openjdk;
mod webpki;

use super::{
    Outcome,
    facts::Facts,
    project,
    tables::{ended_before, hex},
};
use certloupe::{engine::x509::Certificate, report::Timestamp};
use explained::Explanations;
use std::collections::{BTreeMap, BTreeSet};

/// One registry and what of the table it is compared with.
struct Check {
    name: &'static str,
    /// The column, and the version of it that is compared; none for that of today.
    column: &'static str,
    version: Option<&'static str>,
    fetch: fn() -> Outcome<Shipped>,
}

/// Every check.
static CHECKS: &[Check] = &[
    Check { name: "webpki-root-certs", column: "nss", version: None, fetch: webpki::fetch },
    Check { name: "certifi", column: "nss", version: None, fetch: certifi::fetch },
    Check { name: "firefox-esr", column: "nss", version: None, fetch: firefox::esr },
    Check { name: "firefox", column: "nss", version: Some("3.131"), fetch: firefox::newest },
    Check { name: "debian-12-first", column: "nss", version: Some("3.89"), fetch: debian::bookworm },
    Check { name: "debian-12", column: "debian", version: Some("12"), fetch: debian::bookworm_security },
    Check { name: "debian-13", column: "debian", version: Some("13"), fetch: debian::trixie },
    Check { name: "debian-13-nss", column: "nss", version: Some("3.110"), fetch: debian::trixie },
    Check { name: "debian-unstable", column: "debian", version: Some("14"), fetch: debian::unstable },
    Check { name: "chromium", column: "chrome", version: None, fetch: chromium::fetch },
    Check { name: "openjdk-8", column: "java", version: None, fetch: openjdk::newest },
    Check { name: "openjdk-17", column: "java", version: Some("2026.4"), fetch: openjdk::april },
];

/// What a registry ships.
struct Shipped {
    /// Its version, as it calls itself.
    version: String,
    /// Whether it says until when what a root issued counts; where it does not, ours are not compared.
    tells_limits: bool,
    roots: BTreeMap<String, Root>,
}

/// A root that it trusts for servers.
struct Root {
    name: String,
    not_after: Timestamp,
    limit: Option<String>,
}

impl Shipped {
    fn new(version: impl Into<String>, certificates: impl IntoIterator<Item = Certificate>) -> Self {
        let mut shipped = Self { version: version.into(), tells_limits: false, roots: BTreeMap::new() };
        certificates.into_iter().for_each(|it| shipped.add(&it, None));
        shipped
    }

    fn add(&mut self, certificate: &Certificate, limit: Option<String>) {
        let root = Root { name: certificate.label(), not_after: certificate.not_after.at, limit };
        self.roots.insert(hex(&certificate.sha256), root);
    }
}

/// A root on which the two sides differ.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Difference {
    check: &'static str,
    sha256: String,
    ours: String,
    theirs: String,
}

/// What came of a check.
struct Outcomes {
    version: String,
    compared: usize,
    ended: usize,
    differences: Vec<Difference>,
    explained: usize,
}

/// Runs every check whose name begins with one of the words (all without a word), prints what came of them, and fails
/// where something is not explained.
pub fn run(words: &[&str]) -> Outcome<()> {
    let facts = Facts::read(&project("data/trust/roots.tsv"))?;
    let mut explanations = Explanations::read(&project("data/trust/explained.tsv"))?;
    let chosen = |check: &&Check| words.is_empty() || words.iter().any(|word| check.name.starts_with(word));
    let mut table = Vec::new();
    let mut broken = Vec::new();
    for check in CHECKS.iter().filter(chosen) {
        let outcome = check.run(&facts, &mut explanations, &mut broken);
        if outcome.is_ok() {
            broken.extend(explanations.unused(check.name));
        }
        table.push((check, outcome));
    }
    if words.is_empty() {
        let names: BTreeSet<_> = CHECKS.iter().map(|check| check.name).collect();
        broken.extend(explanations.of_no_check(&names));
    }
    print(&table);
    match broken.len() {
        0 => Ok(()),
        count => {
            broken.iter().for_each(|line| println!("{line}"));
            Err(format!("{count} differences or explanations to look at").into())
        }
    }
}

impl Check {
    fn run(&self, facts: &Facts, explanations: &mut Explanations, broken: &mut Vec<String>) -> Outcome<Outcomes> {
        let ours = facts.trusted(self.column, self.version)?;
        let shipped = (self.fetch)()?;
        // Roots that have ended are left out of our table.
        let ended_before = ended_before();
        let ended = |sha256: &String| shipped.roots.get(sha256).is_some_and(|root| root.not_after < ended_before);
        let all: BTreeSet<_> = ours.keys().chain(shipped.roots.keys()).cloned().collect();
        let (left_out, compared): (Vec<_>, Vec<_>) = all.into_iter().partition(ended);
        let mut outcomes = Outcomes {
            version: shipped.version.clone(),
            compared: compared.len(),
            ended: left_out.len(),
            differences: Vec::new(),
            explained: 0,
        };
        for sha256 in compared {
            let their_root = shipped.roots.get(&sha256);
            let said = |limit: &Option<String>| match limit {
                Some(day) if shipped.tells_limits => format!("until {day}"),
                _ => "yes".to_owned(),
            };
            let own = ours.get(&sha256).map_or_else(|| "no".to_owned(), said);
            let theirs = their_root.map_or_else(|| "no".to_owned(), |root| said(&root.limit));
            if own == theirs {
                continue;
            }
            let name = facts.name(&sha256).or(their_root.map(|root| root.name.as_str())).unwrap_or_default();
            let difference = Difference { check: self.name, sha256, ours: own, theirs };
            if explanations.explain(&difference) {
                outcomes.explained += 1;
            } else {
                let Difference { check, sha256, ours, theirs } = &difference;
                let version = &shipped.version;
                broken.push(format!("{check} {version}: {sha256} {name}: we say {ours}, they {theirs}: not explained"));
            }
            outcomes.differences.push(difference);
        }
        Ok(outcomes)
    }
}

fn print(table: &[(&Check, Outcome<Outcomes>)]) {
    println!(
        "\n{:<18} {:<9} {:<24} {:>8} {:>6} {:>11} {:>9}",
        "check", "column", "version found", "compared", "ended", "differences", "explained"
    );
    for (check, outcome) in table {
        let column = check.version.map_or_else(|| check.column.to_owned(), |at| format!("{} {at}", check.column));
        match outcome {
            Ok(Outcomes { version, compared, ended, differences, explained }) => println!(
                "{:<18} {column:<9} {version:<24} {compared:>8} {ended:>6} {:>11} {explained:>9}",
                check.name,
                differences.len()
            ),
            Err(trouble) => println!("{:<18} {column:<9} NOT CHECKED: {trouble}", check.name),
        }
    }
    let missing = table.iter().filter(|(_, outcome)| outcome.is_err()).count();
    println!("{} checks, {missing} not checked\n", table.len());
}
