//! The facts in `data/trust/`: whole, sorted, each with a source, in agreement with the crate `webpki-root-certs`, and
//! what the program that makes them would make of the research folder, where that is.
#![allow(clippy::print_stdout, reason = "a test says what it counted")]

#[allow(dead_code, reason = "the program uses more of it")]
#[path = "../data/remake/facts.rs"]
mod facts;
mod support;
#[allow(dead_code, reason = "the program uses more of it")]
#[path = "../data/remake/tables/mod.rs"]
mod tables;

use certloupe::{
    engine::{
        chain::{self, PathEnd},
        read::{self, Material},
        supply::Supply,
        trust::{Version, clients},
        x509::{self, Certificate},
    },
    report::{Options, Source, Timestamp},
};
use facts::Facts;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use support::{
    case_file::NOW,
    mint::{Cert, Key},
    openssl::shared_data,
};
use tables::{Outcome, cell::Stretch, roots::hex};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;
use x509_parser::{extensions::ParsedExtension, prelude::X509Certificate};

#[test]
fn the_table_of_roots_is_sorted_and_every_cell_reads_back() {
    let rows = rows("roots.tsv");
    assert!(rows.len() > 300, "only {} roots", rows.len());
    assert!(rows.is_sorted_by(|one, next| one[0] < next[0]), "sorted by fingerprint, and none twice");
    for row in &rows {
        let [sha256, name, subject, key_id, not_after, cells @ ..] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!([sha256.len(), subject.len(), key_id.len()], [64, 32, 16], "{name}");
        assert!([sha256, subject, key_id].into_iter().all(|text| is_hex(text)), "{name}");
        assert!(is_day(not_after) && cells.len() == 8 && cells.iter().any(|cell| !cell.is_empty()), "{name}");
        for cell in cells {
            let stretches: Vec<_> = Stretch::read(cell).collect();
            let written: Vec<_> = stretches.iter().map(Stretch::to_string).collect();
            assert_eq!(written.join(","), *cell, "{name}");
            let mut last = None;
            for stretch in stretches {
                let since = Version::parse(&stretch.since);
                let until = stretch.until.as_deref().map(Version::parse);
                assert!(until.is_none_or(|until| since < until), "{name}: {cell}");
                assert!(
                    last.is_none_or(|last| last <= Some(since)),
                    "{name}: {cell}: in order, and none after an open one"
                );
                assert!(stretch.limit.as_deref().is_none_or(is_day), "{name}: {cell}");
                last = Some(until);
            }
        }
    }
    println!("{} roots", rows.len());
}

#[test]
fn every_root_of_the_crate_is_in_the_table_as_it_is() {
    let rows: BTreeMap<_, _> = rows("roots.tsv").into_iter().map(|row| (row[0].clone(), row)).collect();
    assert!(TLS_SERVER_ROOT_CERTS.len() > 100, "the crate holds only {} roots", TLS_SERVER_ROOT_CERTS.len());
    for der in TLS_SERVER_ROOT_CERTS {
        let (_, root) = x509_parser::parse_x509_certificate(der).expect("a root parses");
        let name = name(&root);
        let row = rows.get(&hex(&Sha256::digest(der))).unwrap_or_else(|| panic!("{name} is not in the table"));
        assert_eq!(row[1], name);
        assert_eq!(row[2], hex(&Sha256::digest(root.subject().as_raw())[..16]), "{name}");
        assert_eq!(row[3], hex(&key_id(&root)[..8]), "{name}");
        let ends = Timestamp::from_unix(root.validity().not_after.timestamp()).to_string();
        assert_eq!(row[4], ends[..10], "{name}");
    }
}

#[test]
fn mozillas_column_is_what_the_crate_has() {
    let facts = Facts::read(&trust("")).unwrap();
    let ours: BTreeSet<_> = facts.trusted("nss", None).unwrap().into_keys().collect();
    let theirs: BTreeSet<_> = TLS_SERVER_ROOT_CERTS.iter().map(|der| hex(&Sha256::digest(der))).collect();
    let differing: BTreeSet<_> = ours.symmetric_difference(&theirs).cloned().collect();
    let explained = rows("explained.tsv").into_iter().filter(|row| row[0] == "webpki-root-certs");
    let explained: BTreeSet<_> = explained.map(|row| row[1].clone()).collect();
    assert_eq!(differing, explained, "`make data` compares them, and data/trust/explained.tsv says why they differ");
}

#[test]
fn every_fact_has_a_source() {
    let sources = rows("sources.tsv");
    for row in &sources {
        let [key, date, what, addresses, licence] = row.as_slice() else { panic!("{row:?}") };
        assert!(is_day(date) && !what.is_empty() && !licence.is_empty(), "{key}");
        assert!(addresses.split(' ').all(|address| address.starts_with("https://")), "{key}: {addresses}");
    }
    let keys: BTreeSet<_> = sources.iter().map(|row| row[0].as_str()).collect();
    let clients = rows("clients.tsv");
    for row in &clients {
        assert!(keys.contains(row[7].as_str()), "{} {} has no source", row[0], row[1]);
        assert!(Version::parse(&row[3]) <= Version::parse(&row[4]), "{} {}", row[0], row[1]);
        assert!(row[5].len() == 7 && is_day(&format!("{}-01", row[5])), "{} {}: {}", row[0], row[1], row[5]);
    }
    let header = fs::read_to_string(trust("roots.tsv")).unwrap();
    for column in header.lines().next().unwrap().split('\t').skip(5) {
        assert!(clients.iter().any(|row| row[2] == column), "no client goes by the column {column}");
    }
    assert!(keys.contains("ccadb") && keys.contains("onecrl"), "the sources of the supply and of what is revoked");
    let used: BTreeSet<_> = clients.iter().map(|row| row[7].as_str()).chain(["ccadb", "onecrl"]).collect();
    assert_eq!(used, keys, "a source that nothing is from");
}

#[test]
fn the_versions_of_a_client_stand_together_in_order() {
    let all = clients();
    for pair in all.windows(2) {
        let in_order = Version::parse(pair[0].version) < Version::parse(pair[1].version);
        assert!(pair[0].id != pair[1].id || in_order, "{} {} before {}", pair[0].id, pair[0].version, pair[1].version);
    }
    let ids: Vec<_> = all.chunk_by(|one, next| one.id == next.id).map(|chunk| chunk[0].id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
}

#[test]
fn corrections_limits_and_explanations_say_why_and_who_says_so() {
    let roots: BTreeMap<_, _> = rows("roots.tsv").into_iter().map(|row| (row[0].clone(), row)).collect();
    let header = fs::read_to_string(trust("roots.tsv")).unwrap();
    let columns: Vec<_> = header.lines().next().unwrap().split('\t').collect();
    for row in rows("corrections.tsv") {
        let [sha256, column, cell, reason, source] = row.as_slice() else { panic!("{row:?}") };
        let index = columns.iter().position(|own| own == column).unwrap_or_else(|| panic!("no column {column}"));
        assert_eq!(&roots[sha256][index], cell, "{reason}: `make data` puts it into the table");
        assert!(reason.starts_with(&roots[sha256][1]) && !source.is_empty(), "{row:?}");
    }
    let sources: BTreeSet<_> = rows("sources.tsv").into_iter().map(|row| row[0].clone()).collect();
    let limits = rows("limits.tsv");
    for row in &limits {
        let [sha256, column, permitted, reason, source] = row.as_slice() else { panic!("{row:?}") };
        let index = columns.iter().position(|own| own == column).unwrap_or_else(|| panic!("no column {column}"));
        assert!(!roots[sha256][index].is_empty() && reason.starts_with(&roots[sha256][1]), "{row:?}");
        let is_name = |name: &str| !name.is_empty() && !name.contains('*');
        assert!(permitted.split(' ').all(is_name) && sources.contains(source), "{row:?}");
    }
    for row in rows("explained.tsv") {
        let [check, sha256, ours, theirs, reason, source] = row.as_slice() else { panic!("{row:?}") };
        assert!(!check.is_empty() && is_hex(sha256) && ours != theirs, "{row:?}");
        assert!(!reason.is_empty() && !source.is_empty(), "{row:?}");
    }
}

#[test]
fn the_tables_are_what_the_program_makes_of_the_research() {
    let Some(research) = shared_data("roots.csv") else {
        println!("the research folder is not here: nothing to make the tables of");
        return;
    };
    let made = tables::all(research.parent().unwrap(), &trust("")).unwrap();
    assert_eq!(made.len(), 2);
    for (name, text) in made {
        assert!(fs::read_to_string(trust(name)).unwrap() == text, "{name} is not what `make data` makes");
    }
}

/// Let's Encrypt's chains of 2026 as published: roots YR and YE are in no store, so a chain is complete only with the
/// certificate by which an older root signed them. A tool that takes them for roots breaks every phone.
#[test]
fn the_newest_roots_of_lets_encrypt_are_not_known_yet() {
    for (issuer, root, known) in [("YR1", "Root YR", "ISRG Root X1"), ("YE1", "Root YE", "ISRG Root X2")] {
        let in_table = rows("roots.tsv").iter().any(|row| row[1] == root);
        assert!(!in_table, "{root} is in the table: time to rethink");
        let Some((issuer, root)) = published(issuer).zip(published(root)) else {
            println!("the published certificates are not here: tests/cases/chain/chn003.case has the shape of {root}");
            continue;
        };
        let without = end_above(std::slice::from_ref(&issuer));
        assert!(matches!(without, PathEnd::Missing), "{without:?}");
        let with = end_above(&[issuer, root]);
        assert!(matches!(with, PathEnd::KnownRoot(root) if root.name == known), "{with:?}");
    }
}

/// Where the best path of a leaf ends that claims to come from the first of these.
fn end_above(chain: &[Certificate]) -> PathEnd {
    let mut bearer = Cert::ca("bearer").key(Key::P256(1)).self_signed();
    bearer.name.clone_from(&chain[0].subject.raw);
    bearer.key_id = chain[0].subject_key_identifier().unwrap().to_vec();
    let leaf = Cert::server(&["www.example.com"]).key(Key::P256(2)).issued_by(&bearer);
    let mut certificates = vec![x509::parse(&leaf.der).unwrap()];
    certificates.extend_from_slice(chain);
    let mut material = Material { certificates, ..Material::default() };
    let analysis = chain::analyse(&mut material, &Options::at(NOW), &Supply::new(&[]), &[]);
    let best = analysis.best().unwrap();
    assert_eq!(best.certificates.len(), chain.len() + 1);
    best.end.clone()
}

/// A published CA certificate by its common name.
fn published(common_name: &str) -> Option<Certificate> {
    let bytes = fs::read(shared_data("intermediates.pem")?).unwrap();
    let certificates = read::read(&[Source { name: String::new(), bytes }]).certificates;
    let found = certificates.into_iter().find(|it| it.subject.common_name() == Some(common_name));
    Some(found.unwrap_or_else(|| panic!("{common_name} is not among the published")))
}

/// Common name, else organisation; the unit where a common name only repeats the organisation.
fn name(root: &X509Certificate) -> String {
    let subject = root.subject();
    let (common, organization) = (subject.iter_common_name().next(), subject.iter_organization().next());
    let text = |attribute: Option<&x509_parser::x509::AttributeTypeAndValue>| {
        attribute.and_then(|it| it.as_str().ok()).map(str::to_owned)
    };
    let unit = subject.iter_organizational_unit().next().filter(|_| text(common) == text(organization));
    let name = unit.or(common).or(organization);
    name.expect("a root has a name").as_str().expect("a root's name is text").to_owned()
}

/// The subject key identifier, else what RFC 5280 §4.2.1.2 (1) would have made it: SHA-1 of the key bits.
fn key_id(root: &X509Certificate) -> Vec<u8> {
    root.extensions()
        .iter()
        .find_map(|extension| match extension.parsed_extension() {
            ParsedExtension::SubjectKeyIdentifier(id) => Some(id.0.to_vec()),
            _ => None,
        })
        .unwrap_or_else(|| Sha1::digest(&root.public_key().subject_public_key.data).to_vec())
}

/// The rows of a table, column by column.
fn rows(table: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(trust(table)).unwrap_or_else(|error| panic!("{table}: {error}"));
    assert!(text.starts_with("# ") && text.ends_with('\n'), "{table} says what its columns are, and ends");
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

fn trust(table: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/trust").join(table)
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && Timestamp::parse(text).is_some()
}
