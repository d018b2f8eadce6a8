//! Which of the CCADB's certificates the supply takes: `data/remake/ccadb.rs`, asked with reports of our own mint.

#[path = "../data/remake/ccadb.rs"]
mod ccadb;
mod support;

use base64::{Engine, engine::general_purpose::STANDARD};
use ccadb::{Fallen, Selection};
use certloupe::engine::x509::{self, Certificate};
use sha2::{Digest, Sha256};
use support::{
    case_file::NOW,
    mint::{CLIENT_AUTH, Cert, Key, Minted, SERVER_AUTH},
};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A report as the CCADB writes it, its PEM within apostrophes.
fn report(certificates: &[&Minted]) -> String {
    let mut report = "\"SHA-256 Fingerprint\",\"X.509 Certificate (PEM)\"\n".to_owned();
    for certificate in certificates {
        let fingerprint = Sha256::digest(&certificate.der).iter().map(|byte| format!("{byte:02X}")).collect::<String>();
        report += &format!("\"{fingerprint}\",\"'{}'\"\n", certificate.pem().trim_end());
    }
    report
}

fn select(certificates: &[&Minted], roots: &[&Minted], revoked: &[&Minted]) -> Selection {
    let candidates = ccadb::read(report(certificates).as_bytes()).unwrap();
    assert_eq!(candidates.len(), certificates.len());
    let roots: Vec<_> = roots.iter().map(|root| x509::parse(&root.der).unwrap()).collect();
    let is_revoked = |it: &Certificate| revoked.iter().any(|other| *other.der == *it.der);
    ccadb::select(candidates, &roots, NOW, is_revoked)
}

fn names(selection: &Selection) -> Vec<String> {
    selection.kept.iter().map(Certificate::label).collect()
}

#[test]
fn what_leads_to_a_root_is_kept_whatever_its_place() {
    let root = Cert::ca("root").key(Key::P256(1)).self_signed();
    let middle = Cert::ca("middle").key(Key::P256(2)).issued_by(&root);
    let low = Cert::ca("low").key(Key::P384(1)).eku(&[SERVER_AUTH]).issued_by(&middle);
    let selection = select(&[&low, &middle], &[&root], &[]);
    assert_eq!(names(&selection), ["low", "middle"]);
    assert!(selection.fallen.is_empty());
}

#[test]
fn each_other_one_falls_for_its_reason() {
    let root = Cert::ca("root").key(Key::P256(1)).self_signed();
    let stranger = Cert::ca("root").key(Key::P256(3)).self_signed();
    let good = Cert::ca("good").key(Key::P256(2)).issued_by(&root);
    let revoked = Cert::ca("revoked").key(Key::P384(1)).issued_by(&root);
    let below_revoked = Cert::ca("below revoked").key(Key::P256(2)).issued_by(&revoked);
    let email = Cert::ca("email").key(Key::P384(1)).eku(&[CLIENT_AUTH]).issued_by(&root);
    let below_email = Cert::ca("below email").key(Key::P256(2)).issued_by(&email);
    let of_stranger = Cert::ca("of a stranger of the same name").key(Key::P256(2)).issued_by(&stranger);
    let spoilt = Cert::ca("spoilt").key(Key::P256(2)).spoil_signature().issued_by(&root);
    let ended = Cert::ca("ended").valid("2010-01-01", "2020-01-01").key(Key::P256(2)).issued_by(&root);
    let leaf = Cert::server(&["www.example.com"]).key(Key::P256(2)).issued_by(&root);
    let all =
        [&good, &good, &revoked, &below_revoked, &email, &below_email, &of_stranger, &spoilt, &ended, &leaf, &root];
    let Selection { kept, fallen } = select(&all, &[&root], &[&revoked]);
    assert_eq!(kept.iter().map(Certificate::label).collect::<Vec<_>>(), ["good"]);
    let expected = [
        (Fallen::Repeated, 1),
        (Fallen::NoCa, 1),
        (Fallen::SelfIssued, 1),
        (Fallen::Ended, 1),
        (Fallen::OtherPurpose, 1),
        (Fallen::Revoked, 1),
        (Fallen::NoRoot, 4),
    ];
    assert_eq!(fallen.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_root_that_has_ended_holds_nothing() {
    let root = Cert::ca("root").valid("2000-01-01", "2020-01-01").key(Key::P256(1)).self_signed();
    let middle = Cert::ca("middle").key(Key::P256(2)).issued_by(&root);
    assert_eq!(select(&[&middle], &[&root], &[]).fallen[&Fallen::NoRoot], 1);
}

#[test]
fn a_report_of_another_shape_is_not_taken_for_an_empty_one() {
    let root = Cert::ca("root").key(Key::P256(1)).self_signed();
    let right = report(&[&root]);
    assert!(ccadb::read(right.replace("X.509 Certificate (PEM)", "Certificate").as_bytes()).is_err(), "no such column");
    assert!(ccadb::read(right.replace("BEGIN CERTIFICATE", "BEGIN").as_bytes()).is_err(), "no PEM");
    let other = STANDARD.encode(Cert::ca("other").key(Key::P256(2)).self_signed().der);
    let other = format!(
        "\"SHA-256 Fingerprint\",\"PEM Info\"\n\"00\",\"-----BEGIN CERTIFICATE-----\n{other}\n-----END CERTIFICATE-----\"\n"
    );
    assert!(ccadb::read(other.as_bytes()).is_err(), "not the certificate of its fingerprint");
    assert_eq!(ccadb::read(&b"\"SHA-256 Fingerprint\",\"PEM Info\"\n\"\",\"\"\n"[..]).unwrap().len(), 0);
}
