//! The roots in OpenJDK's sources, one file each, and the classes that say until when some of them count.

use super::Shipped;
use crate::{
    Outcome,
    registry::{
        certificates_in,
        debian::{self, BOOKWORM, UNSTABLE},
        files_below, folder, output,
    },
};
use std::{collections::BTreeMap, fs, path::Path};

/// The newest source that Debian has with nothing changed: Java 8, whose list is that of every line that is kept.
pub fn newest() -> Outcome<Shipped> {
    of("openjdk-8", UNSTABLE)
}

/// Java 17 of April 2026, as Debian 12 has it.
pub fn april() -> Outcome<Shipped> {
    of("openjdk-17", BOOKWORM)
}

fn of(package: &str, release: &str) -> Outcome<Shipped> {
    let (archive, version) = debian::source(package, release)?;
    let folder = folder(&format!("openjdk/{version}"))?;
    if files_below(&folder)?.is_empty() {
        // What stands in one package's archive stands in an archive within the other's.
        unpack(&archive, &folder)?;
        for inner in files_below(&folder)?.iter().filter(|path| path.ends_with("jdk.tar.xz")) {
            unpack(inner, &folder)?;
        }
    }
    let (mut certificates, mut limits) = (Vec::new(), BTreeMap::new());
    for file in files_below(&folder)? {
        if file.parent().is_some_and(|parent| parent.ends_with("data/cacerts")) {
            certificates.extend(certificates_in(&file)?);
        } else if file.to_string_lossy().ends_with("TLSPolicy.java") {
            limits.extend(policy(&fs::read_to_string(&file)?).ok_or_else(|| format!("{} says what?", file.display()))?);
        }
    }
    if certificates.is_empty() || limits.is_empty() {
        return Err(format!("{package} {version} has no roots where we look for them").into());
    }
    let mut shipped = Shipped::new(version, certificates);
    shipped.tells_limits = true;
    for (sha256, root) in &mut shipped.roots {
        root.limit = limits.get(sha256).cloned();
    }
    Ok(shipped)
}

fn unpack(archive: &Path, folder: &Path) -> Outcome<()> {
    let all = output("tar", [Path::new("--list"), Path::new("--file"), archive], folder)?;
    let is_wanted = |name: &&str| {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        folder.ends_with("data/cacerts") && !name.ends_with("README")
            || name.ends_with("TLSPolicy.java")
            || name.ends_with("/jdk.tar.xz")
    };
    let wanted: Vec<_> = all.lines().filter(is_wanted).filter(|name| !name.ends_with('/')).map(Path::new).collect();
    let options = [Path::new("--extract"), Path::new("--file"), archive];
    output("tar", options.into_iter().chain(wanted), folder).map(drop)
}

/// The fingerprints that a policy is about, each with the last day of issuance that counts: the earliest day it names,
/// for later ones are those of subordinates that it makes an exception of.
fn policy(java: &str) -> Option<BTreeMap<String, String>> {
    let code: String = java.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let (_, after) = code.split_once("FINGERPRINT")?;
    let list = after.split(';').next()?;
    let fingerprints = list.split('"').filter(|text| text.len() == 64 && !text.contains(' ')).map(str::to_lowercase);
    let days =
        code.split("LocalDate.of(").skip(1).map(|rest| day(rest.split(')').next()?)).collect::<Option<Vec<_>>>()?;
    let first = days.into_iter().min()?;
    let limits: BTreeMap<_, _> = fingerprints.map(|sha256| (sha256, first.clone())).collect();
    (!limits.is_empty()).then_some(limits)
}

/// The day of `2024, Month.NOVEMBER, 11`.
fn day(java: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    let [year, month, day] = java.split(',').map(str::trim).collect::<Vec<_>>()[..] else { return None };
    let month = MONTHS.iter().position(|name| month.strip_prefix("Month.").is_some_and(|own| own.starts_with(name)))?;
    Some(format!("{year}-{:02}-{:02}", month + 1, day.parse::<u8>().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_its_fingerprints_and_its_earliest_day() {
        let (one, two) = ("AB".repeat(32), "CD".repeat(32));
        let java = format!(
            "private static final LocalDate LATER = LocalDate.of(2019, Month.DECEMBER, 31);\n\
             Set<String> FINGERPRINTS = Set.of(\n  // DN: O=\"Example; Ltd\"\n  \"{one}\",\n  \"{two}\");\n\
             Map<String, LocalDate> EXEMPT = Map.of(\"{}\", LATER);\n\
             LocalDate DAY =\n  LocalDate.of(2019, Month.APRIL, 6);",
            "EF".repeat(32)
        );
        let day = "2019-04-06".to_owned();
        assert_eq!(policy(&java), Some([(one.to_lowercase(), day.clone()), (two.to_lowercase(), day)].into()));
        assert_eq!(policy("class Policy {}"), None);
        assert_eq!(policy(&java.replace("APRIL", "SMARCH")), None);
    }
}
