//! `data/roots.tsv` holds the facts of Mozilla's roots as the crate `webpki-root-certs` gives them.
//! `UPDATE=1 cargo test --test roots` rewrites it.
#![allow(clippy::print_stdout, reason = "a test says what it counted")]

mod support;

use certloupe::engine::{
    chain::{self, PathEnd},
    read::{self, Material},
    supply::Supply,
    x509::{self, Certificate},
};
use certloupe::report::{Options, Source};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use support::{
    case_file::NOW,
    mint::{Cert, Key},
    openssl::shared_data,
};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;
use x509_parser::{extensions::ParsedExtension, prelude::X509Certificate};

#[test]
fn the_table_of_roots_is_current() {
    let path = table();
    let mut lines: Vec<_> = TLS_SERVER_ROOT_CERTS.iter().map(|der| line(der)).collect();
    lines.sort();
    assert!(lines.len() > 100, "the crate holds only {} roots", lines.len());
    let table = lines.concat();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &table).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == table, "data/roots.tsv differs from webpki-root-certs; UPDATE=1 writes it");
    println!("{} roots", lines.len());
}

fn table() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/roots.tsv")
}

fn line(der: &[u8]) -> String {
    let (_, root) = x509_parser::parse_x509_certificate(der).expect("a root parses");
    let subject = Sha256::digest(root.subject().as_raw());
    format!("{}\t{}\t{}\t{}\n", hex(&Sha256::digest(der)), name(&root), hex(&subject[..4]), hex(&key_id(&root)[..8]))
}

/// Common name, else organisation.
fn name(root: &X509Certificate) -> String {
    let subject = root.subject();
    let name = subject.iter_common_name().next().or_else(|| subject.iter_organization().next());
    let name = name.expect("a root has a name").as_str().expect("a root's name is text");
    assert!(!name.contains(['\t', '\n']), "{name:?}");
    name.to_owned()
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

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Let's Encrypt's chains of 2026 as published: roots YR and YE are in no store, so a chain is complete only with the
/// certificate by which an older root signed them. A tool that takes them for roots breaks every phone.
#[test]
fn the_newest_roots_of_lets_encrypt_are_not_known_yet() {
    for (issuer, root, known) in [("YR1", "Root YR", "ISRG Root X1"), ("YE1", "Root YE", "ISRG Root X2")] {
        let Some((issuer, root)) = published(issuer).zip(published(root)) else {
            println!("the published certificates are not here: tests/cases/chain/chn003.case has the shape of {root}");
            assert!(!fs::read_to_string(table()).unwrap().contains(root), "{root} is in the table: time to rethink");
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
    let analysis = chain::analyse(&mut material, &Options::at(NOW), &Supply::new(&[]));
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
