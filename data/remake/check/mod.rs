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
    tables::roots::{ended_before, hex},
};
use certloupe::{engine::x509::Certificate, report::Timestamp};
use explained::Explanations;
use std::collections::{BTreeMap, BTreeSet};

/// One registry and what of the table it is compared with.
struct Check {
    name: &'static str,
    /// What it shipped when the table was made: of another version, differences may just be news.
    seen: &'static str,
    /// The column, and the version of it that is compared; none for that of today.
    column: &'static str,
    at: Option<&'static str>,
    fetch: fn() -> Outcome<Shipped>,
}

impl Check {
    const fn new(
        name: &'static str,
        seen: &'static str,
        column: &'static str,
        at: Option<&'static str>,
        fetch: fn() -> Outcome<Shipped>,
    ) -> Self {
        Self { name, seen, column, at, fetch }
    }
}

/// Every check. ca-certificates names the version of Mozilla's list that it has: 2.46 is that of NSS 3.60, 2.60 of 3.89,
/// 2.74 of 3.110.
static CHECKS: &[Check] = &[
    Check::new("webpki-root-certs", "1.0.11", "nss", None, webpki::fetch),
    Check::new("certifi", "2026.10.18", "nss", None, certifi::fetch),
    Check::new("firefox-esr-140", "140.15.0", "nss", Some("3.121"), firefox::previous_esr),
    Check::new("firefox-esr", "153.7.0", "nss", None, firefox::esr),
    Check::new("firefox", "159.0", "nss", Some("3.131"), firefox::newest),
    Check::new("debian-11-first", "20210119", "nss", Some("3.60"), debian::bullseye),
    Check::new("debian-11", "20250419~deb12u1~deb11u1", "nss", Some("3.110"), debian::bullseye_security),
    Check::new("debian-12-first", "20230311+deb12u1", "nss", Some("3.89"), debian::bookworm),
    Check::new("debian-12", "20250419~deb12u2", "debian", Some("12"), debian::bookworm_security),
    Check::new("debian-13-first", "20250419", "nss", Some("3.110"), debian::trixie),
    Check::new("debian-13", "20250419+deb13u1", "debian", Some("13"), debian::trixie_security),
    Check::new("debian-unstable", "20260816+nmu1", "debian", Some("14"), debian::unstable),
    Check::new("chromium", "156.0.8078.79", "chrome", None, chromium::fetch),
    Check::new("openjdk-8", "8u504-ga", "java", None, openjdk::newest),
    Check::new("openjdk-17", "17.0.19+10", "java", Some("2026.4"), openjdk::april),
];

/// What a registry ships.
struct Shipped {
    /// Its version, as it calls itself.
    version: String,
    /// Whether it says until when what a root issued counts, and for which names; where it does not, ours are not compared.
    tells_limits: bool,
    roots: BTreeMap<String, Root>,
}

/// A root that it trusts for servers.
struct Root {
    name: String,
    subject: Vec<u8>,
    not_after: Timestamp,
    limit: Option<String>,
    /// The only names for which it counts.
    permitted: Option<String>,
}

impl Shipped {
    fn new(version: impl Into<String>, certificates: impl IntoIterator<Item = Certificate>) -> Self {
        let mut shipped = Self { version: version.into(), tells_limits: false, roots: BTreeMap::new() };
        certificates.into_iter().for_each(|it| shipped.add(&it, None));
        shipped
    }

    fn add(&mut self, certificate: &Certificate, limit: Option<String>) {
        let root = Root {
            name: certificate.label(),
            subject: certificate.subject.raw.clone(),
            not_after: certificate.not_after.at,
            limit,
            permitted: None,
        };
        self.roots.insert(hex(&certificate.sha256), root);
    }
}

/// A root on which the two sides differ.
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
    differences: usize,
    explained: usize,
}

/// Runs every check whose name begins with one of the words (all without a word), prints what came of them, and fails
/// where something is not explained.
pub fn run(words: &[&str]) -> Outcome<()> {
    let facts = Facts::read(&project("data/trust"))?;
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
        let ours = facts.trusted(self.column, self.at)?;
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
            differences: 0,
            explained: 0,
        };
        for sha256 in compared {
            let their_root = shipped.roots.get(&sha256);
            let said = |limit: &Option<String>, permitted: &Option<String>| {
                let until = limit.iter().map(|day| format!("until {day}"));
                let limits = until.chain(permitted.iter().map(|names| format!("for {names}")));
                let limits: Vec<_> = limits.filter(|_| shipped.tells_limits).collect();
                if limits.is_empty() { "yes".to_owned() } else { limits.join(", ") }
            };
            let no = || "no".to_owned();
            let own = ours.get(&sha256).map_or_else(no, |limit| said(limit, &facts.permitted(self.column, &sha256)));
            let theirs = their_root.map_or_else(no, |root| said(&root.limit, &root.permitted));
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
                let news =
                    if version == self.seen { String::new() } else { format!(", a list newer than {}", self.seen) };
                broken.push(format!(
                    "{check} {version}{news}: {sha256} {name}: we say {ours}, they {theirs}: unexplained"
                ));
            }
            outcomes.differences += 1;
        }
        Ok(outcomes)
    }
}

fn print(table: &[(&Check, Outcome<Outcomes>)]) {
    println!(
        "\n{:<18} {:<12} {:<24} {:>8} {:>6} {:>11} {:>9}",
        "check", "column", "version found", "compared", "ended", "differences", "explained"
    );
    for (check, outcome) in table {
        let column = check.at.map_or_else(|| check.column.to_owned(), |at| format!("{} {at}", check.column));
        match outcome {
            Ok(Outcomes { version, compared, ended, differences, explained }) => {
                let news = if version == check.seen { "" } else { "  NEW LIST" };
                println!(
                    "{:<18} {column:<12} {version:<24} {compared:>8} {ended:>6} {differences:>11} {explained:>9}{news}",
                    check.name
                );
            }
            Err(trouble) => println!("{:<18} {column:<12} NOT CHECKED: {trouble}", check.name),
        }
    }
    let missing = table.iter().filter(|(_, outcome)| outcome.is_err()).count();
    println!("{} checks, {missing} not checked\n", table.len());
}
