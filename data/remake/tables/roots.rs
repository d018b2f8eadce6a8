//! `roots.tsv`: which program trusts which root, from which version to which, for leaves issued until when.

use super::{Outcome, cell::Stretch, corrections::Corrections};
use certloupe::engine::{read, x509::Certificate};
use certloupe::report::{Source, Timestamp};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// One row of the research table, by column name.
pub type Row = BTreeMap<String, String>;

/// The last day of issuance that a program accepts, by program and root.
type Limits = BTreeMap<(&'static str, String), String>;

/// What a row of the table starts with.
const FIRST_COLUMNS: &str = "# sha256\tname\tsubject\tkey id\tnot after";

/// The programs whose cells follow.
const PROGRAMS: [&str; 8] = ["android", "ios", "macos", "nss", "chrome", "microsoft", "java", "debian"];

const COMMON_NAME: &str = "2.5.4.3";
const ORGANIZATION: &str = "2.5.4.10";
const UNIT: &str = "2.5.4.11";

/// Roots that had ended by then are left out: nobody makes a chain to them any more.
const ENDED_BEFORE: &str = "2026-11-21";

/// The same as a moment.
pub fn ended_before() -> Timestamp {
    Timestamp::parse(ENDED_BEFORE).expect("a day")
}

/// The Android releases whose stores were read, in order (`android_ranges` names the last release with a root; the
/// table the first without it).
const ANDROID: [&str; 25] = [
    "2.3", "4.0", "4.1", "4.2", "4.3", "4.4", "4.4.4", "5.0", "5.1", "6.0", "7.0", "7.1.1", "8.0", "8.1", "9", "10",
    "11", "12", "13", "14", "14-r61", "15", "16", "16-r4", "17",
];

/// The iOS release that came with a macOS release: Apple's two stores are one file, shipped together.
const IOS_OF_MACOS: [(&str, &str); 16] = [
    ("10.10", "8.0"),
    ("10.10.3", "8.3"),
    ("10.10.4", "8.4"),
    ("10.11", "9.0"),
    ("10.12", "10.0"),
    ("10.12.2", "10.2"),
    ("10.13.5", "11.4"),
    ("10.14", "12.0"),
    ("10.14.2", "12.1.1"),
    ("10.15.4", "13.4"),
    ("12.0.1", "15.0"),
    ("12.3", "15.4"),
    ("13.4", "16.5"),
    ("14.4", "17.4"),
    ("15.0", "18.0"),
    ("26.0", "26.0"),
];

/// The last version of Apple's store whose exact set of roots is known; later changes come from a list by date.
const APPLE_AFTER: &str = "26.1";
/// The NSS release after the last one that was read; later changes come from a list by date.
const NSS_AFTER: &str = "3.124";

/// Makes the table; cells that research has wrong are replaced.
pub fn table(from: &Path, mut corrections: Corrections) -> Outcome<String> {
    let certificates = certificates(from)?;
    let mut rows = rows(&from.join("roots.csv"))?;
    rows.sort_by(|one, other| one["sha256"].cmp(&other["sha256"]));
    let limits = limits(from, &rows)?;
    let mut table = format!("{FIRST_COLUMNS}\t{}\n", PROGRAMS.join("\t"));
    for row in &rows {
        let sha256 = row["sha256"].as_str();
        if row["not_after"].as_str() < ENDED_BEFORE || !is_known_today(row) {
            continue;
        }
        let root = certificates.get(sha256).ok_or_else(|| format!("{sha256} is not among the certificates"))?;
        let mut cells = cells(row, &limits);
        for (program, cell) in PROGRAMS.iter().zip(&mut cells) {
            match corrections.remove(&(sha256.to_owned(), (*program).to_owned())) {
                Some(right) if right == *cell => {
                    return Err(format!("{sha256}, {program}: the correction changes nothing").into());
                }
                Some(right) => *cell = right,
                None => {}
            }
        }
        let subject = &Sha256::digest(&root.subject.raw)[..16];
        let key_id = &key_id(root)[..8];
        writeln!(
            table,
            "{sha256}\t{}\t{}\t{}\t{}\t{}",
            name(root)?,
            hex(subject),
            hex(key_id),
            row["not_after"],
            cells.join("\t")
        )?;
    }
    match corrections.keys().next() {
        Some((sha256, column)) => Err(format!("{sha256}, {column}: a correction of no cell").into()),
        None => Ok(table),
    }
}

/// Whether a program of today or of the last ten years has it.
fn is_known_today(row: &Row) -> bool {
    const OLD_ANDROID: [&str; 5] = ["2.3", "4.0", "4.1", "4.2", "4.3"];
    const OLD_APPLE: [&str; 4] = ["10.10", "10.10.3", "10.10.4", "10.11"];
    let is_yes = |column: &str| row[column] == "yes";
    let last_android = row["android_ranges"].rsplit("..").next().unwrap_or_default();
    let removed_by_apple = row["apple_removed_macos"].as_str();
    let removed_by_mozilla = nss_removed(row).and_then(|version| version.strip_prefix("3.")?.parse().ok());
    ["mozilla", "chrome", "apple", "microsoft_tls", "java_openjdk"].into_iter().any(is_yes)
        || !row["debian"].is_empty()
        || !last_android.is_empty() && !OLD_ANDROID.contains(&last_android)
        || !removed_by_apple.is_empty() && !OLD_APPLE.contains(&removed_by_apple)
        || removed_by_mozilla.is_some_and(|minor: f64| minor > 90.0)
}

/// The cells of a row, in the order of the header.
fn cells(row: &Row, limits: &Limits) -> [String; PROGRAMS.len()] {
    let limit = |program: &'static str| limits.get(&(program, row["sha256"].clone())).map_or("", String::as_str);
    [
        android(&row["android_ranges"]),
        ios(row).map_or_else(String::new, |stretch| stretch.limited(limit("ios"))),
        macos(row).map_or_else(String::new, |stretch| stretch.limited(limit("macos"))),
        nss(row).map_or_else(String::new, |stretch| stretch.limited(&row["mozilla_distrust_after"])),
        chrome(row),
        microsoft(row, limit("microsoft"), limit("microsoft-removed")),
        java(row).map_or_else(String::new, |stretch| stretch.limited(limit("java"))),
        debian(&row["debian"]),
    ]
}

/// `5.0..17` names the first and the last release with the root.
fn android(ranges: &str) -> String {
    let Some((first, last)) = ranges.split_once("..").or((!ranges.is_empty()).then_some((ranges, ranges))) else {
        return String::new();
    };
    let position = ANDROID.iter().position(|release| *release == last);
    let next = position.and_then(|position| ANDROID.get(position + 1)).copied();
    Stretch::since(first).until(next).to_string()
}

fn ios(row: &Row) -> Option<Stretch> {
    let derived = row["apple_first_ios_derived"].as_str();
    let published = row["pub_ios"].as_str();
    let since = match (published, derived) {
        ("", "") => return None,
        ("", "26.x") => APPLE_AFTER,
        ("", derived) => derived.trim_start_matches("<="),
        (published, _) => published,
    };
    let removed = row["apple_removed_macos"].as_str();
    let until = IOS_OF_MACOS.iter().find(|(macos, _)| *macos == removed).map(|(_, ios)| *ios);
    assert!(removed.is_empty() || until.is_some(), "no iOS release is known for macOS {removed}");
    Some(Stretch { derived: published.is_empty(), ..Stretch::since(since).until(until) })
}

fn macos(row: &Row) -> Option<Stretch> {
    let (file, published) = (row["apple_first_macos"].as_str(), row["pub_macos"].as_str());
    let since = match (published.split(' ').next().unwrap_or_default(), file) {
        ("", "") => return None,
        ("", "26.x (after 26.0)") => APPLE_AFTER,
        ("", file) => file,
        (published, _) => published,
    };
    let removed = row["apple_removed_macos"].as_str();
    Some(Stretch::since(since).until((!removed.is_empty()).then_some(removed)))
}

fn nss(row: &Row) -> Option<Stretch> {
    let since = match row["mozilla_first_nss"].as_str() {
        "" => return None,
        "after 3.123" => NSS_AFTER,
        version => version,
    };
    Some(Stretch::since(since).until(nss_removed(row)))
}

fn nss_removed(row: &Row) -> Option<&str> {
    match row["mozilla_removed"].as_str() {
        "" => None,
        text if text.starts_with("after 3.123") => Some(NSS_AFTER),
        text => text.split(' ').next(),
    }
}

/// Chrome brings its list itself, so versions are months: in which its published copies first had a root, and first had
/// it no longer.
fn chrome(row: &Row) -> String {
    let since = month(&row["chrome_first_seen"]).filter(|_| !row["chrome_first_seen"].starts_with("<="));
    let stretch = Stretch::since(since.as_deref().unwrap_or("0"));
    match (row["chrome"].as_str(), month(&row["chrome_removed_seen"])) {
        ("yes", _) => stretch.limited(&row["chrome_sct_not_after"]),
        (_, Some(removed)) => stretch.until(Some(&removed)).to_string(),
        _ => String::new(),
    }
}

/// Windows brings its list itself, too; its notices name the days.
fn microsoft(row: &Row, limit: &str, removed: &str) -> String {
    match (row["microsoft_tls"].as_str(), month(removed)) {
        ("yes", _) => Stretch::since("0").limited(limit),
        (_, Some(removed)) => Stretch::since("0").until(Some(&removed)).to_string(),
        _ => String::new(),
    }
}

/// The first month in a text, `2026-04`, as a version: `2026.04`.
fn month(text: &str) -> Option<String> {
    let mut months = text.match_indices("20").filter_map(|(at, _)| text.get(at..at + 7)).filter(|text| is_month(text));
    months.next().map(|month| month.replace('-', "."))
}

/// The months of the updates that publications name as the first with a root. Every line that was kept then got its
/// roots in the same month, so the update of one line stands for all.
const JAVA_UPDATES: [(&str, &str); 4] =
    [("1.5.0_08", "0"), ("8u51", "2015.07"), ("8u141", "2017.07"), ("8u401", "2024.01")];

/// Updates bring the set of today to every Java that is still kept, so only that set counts; the month is that of the
/// update that is published as the first with the root, else the first in which a list that was read had it, 0 where
/// that was before 2018-05.
fn java(row: &Row) -> Option<Stretch> {
    if row["java_openjdk"] != "yes" {
        return None;
    }
    let published = row["pub_java"].as_str();
    if !published.is_empty() {
        let update = JAVA_UPDATES.iter().find(|(update, _)| published.split(", ").any(|own| own == *update));
        let (_, month) = update.unwrap_or_else(|| panic!("no month is known for Java {published}"));
        return Some(Stretch::since(month));
    }
    let first = row["java_first"].as_str();
    let month = month(first).filter(|_| !first.starts_with("<="));
    Some(Stretch { derived: month.is_some(), ..Stretch::since(month.as_deref().unwrap_or("0")) })
}

fn is_month(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| if at == 4 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// `11,12+sec,13,sid`: stretches of releases, security updates installed.
fn debian(releases: &str) -> String {
    let has: Vec<bool> =
        ["11", "12+sec", "13", "sid"].iter().map(|it| releases.split(',').any(|other| other == *it)).collect();
    let mut stretches = Vec::new();
    let mut since = None;
    for (index, has) in has.iter().enumerate() {
        match (since, has) {
            (None, true) => since = Some(index + 11),
            (Some(first), false) => {
                stretches.push(format!("{first}..{}", index + 11));
                since = None;
            }
            _ => {}
        }
    }
    stretches.extend(since.map(|first| first.to_string()));
    stretches.join(",")
}

fn limits(from: &Path, roots: &[Row]) -> Outcome<Limits> {
    let mut limits = BTreeMap::new();
    for row in rows(&from.join("distrust.csv"))? {
        let programs: &[&str] = match (row["program"].as_str(), row["kind"].as_str()) {
            ("Apple", "distrust_after_issue") => &["ios", "macos"],
            ("Java (OpenJDK/Oracle)", "distrust_after_notBefore") => &["java"],
            ("Microsoft", "notbefore" | "notbefore-tls") => &["microsoft"],
            ("Microsoft", "disable" | "remove" | "remove-tls-eku" | "disallow-tls") => &["microsoft-removed"],
            _ => continue,
        };
        let day = day(&row["date"])?;
        for sha256 in sha256s(&row, roots) {
            for program in programs {
                // The earlier of two limits is the one that counts.
                let limit = limits.entry((*program, sha256.clone())).or_insert_with(|| day.clone());
                *limit = day.clone().min(limit.clone());
            }
        }
    }
    Ok(limits)
}

/// Owners of the family that `SymantecTLSPolicy.java` is about; every root of theirs in Java's list is named there.
const SYMANTEC_FAMILY: [&str; 4] = ["GeoTrust Inc.", "thawte, Inc.", "VeriSign, Inc.", "Symantec Corporation"];

/// The roots that a rule is about: one by its fingerprint, or a family.
fn sha256s(rule: &Row, roots: &[Row]) -> Vec<String> {
    let text = rule["sha256"].as_str();
    let family = text.starts_with("see SymantecTLSPolicy");
    let is_meant = |root: &&Row| {
        root["sha256"] == text
            || family && root["java_openjdk"] == "yes" && SYMANTEC_FAMILY.contains(&root["subject_o"].as_str())
    };
    roots.iter().filter(is_meant).map(|root| root["sha256"].clone()).collect()
}

/// `April 30 2019`, `Feb2024` (its first day) or `2024-11-11` as the latter.
fn day(text: &str) -> Outcome<String> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    if text.starts_with("20") {
        return Ok(text.to_owned());
    }
    let words: Vec<_> = text.split(' ').collect();
    let (month, day, year) = match words.as_slice() {
        [month, day, year] => (*month, *day, *year),
        [both] if both.len() == 7 => (&both[..3], "1", &both[3..]),
        _ => return Err(format!("{text:?} is no date").into()),
    };
    let month = MONTHS.iter().position(|name| month.starts_with(name)).ok_or("no such month")? + 1;
    Ok(format!("{year}-{month:02}-{:02}", day.parse::<u8>()?))
}

pub fn rows(path: &Path) -> Outcome<Vec<Row>> {
    Ok(csv::Reader::from_path(path)?.deserialize().collect::<Result<_, _>>()?)
}

/// The certificates by fingerprint.
fn certificates(from: &Path) -> Outcome<BTreeMap<String, Certificate>> {
    let bytes = fs::read(from.join("roots.pem"))?;
    let read = read::read(&[Source { name: String::new(), bytes }]);
    Ok(read.certificates.into_iter().map(|it| (hex(&it.sha256), it)).collect())
}

/// Common name, else organisation.
fn name(root: &Certificate) -> Outcome<String> {
    let attribute = |oid| root.subject.attributes.iter().find(|it| it.oid == oid).map(|it| it.value.clone());
    // A common name that only repeats the organisation tells nothing: GlobalSign's roots differ in their unit.
    let repeats = attribute(COMMON_NAME) == attribute(ORGANIZATION);
    let name = attribute(UNIT).filter(|_| repeats).unwrap_or_else(|| root.label());
    if name.is_empty() || name.contains(['\t', '\n']) { Err(format!("{name:?} is no name").into()) } else { Ok(name) }
}

/// The subject key identifier, else what RFC 5280 §4.2.1.2 (1) would have made it: SHA-1 of the key bits.
fn key_id(root: &Certificate) -> Vec<u8> {
    let own = root.subject_key_identifier().map(<[u8]>::to_vec);
    own.unwrap_or_else(|| Sha1::digest(root.bytes(&root.public_key.key)).to_vec())
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
