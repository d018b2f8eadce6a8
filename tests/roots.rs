//! `data/roots.tsv` holds the facts of Mozilla's roots as the crate `webpki-root-certs` gives them.
//! `UPDATE=1 cargo test --test roots` rewrites it.

use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::{fmt::Write, fs, path::Path};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;
use x509_parser::{extensions::ParsedExtension, prelude::X509Certificate};

#[test]
fn the_table_of_roots_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/roots.tsv");
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

fn line(der: &[u8]) -> String {
    let (_, root) = x509_parser::parse_x509_certificate(der).expect("a root parses");
    let subject = Sha256::digest(root.subject().as_raw());
    format!("{}\t{}\t{}\t{}\n", hex(&Sha256::digest(der)), name(&root), hex(&subject[..8]), hex(&key_id(&root)))
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
