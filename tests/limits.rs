//! The limits of one inspection, reached: said, with what came before still judged. Too large for case files.

mod support;

use certloupe::{
    engine::{self, budget::LIMITS},
    report::{Code, Finding, Options, Report, Source, message::InputMessage},
};
use support::{
    case_file::NOW,
    mint::{Cert, Key},
    zip::Zip,
};

fn inspect(bytes: Vec<u8>) -> Report {
    engine::inspect(&[Source { name: "dump.pem".to_owned(), bytes }], &Options::at(NOW)).0
}

fn limit(report: &Report) -> &Finding {
    report.findings.iter().find(|finding| finding.code == Code::INP008).expect("INP008")
}

#[test]
fn too_many_certificates() {
    let mut pem = Cert::server(&["shop.example.com"]).self_signed().pem();
    for number in 0..=LIMITS.certificates as u32 {
        let device = Cert::bare(&format!("device {number}")).serial(&number.to_be_bytes()).key(Key::Ed25519(1));
        pem.push_str(&device.self_signed().pem());
    }
    let report = inspect(pem.into_bytes());
    assert_eq!(report.certificates.len(), LIMITS.certificates);
    assert_eq!(limit(&report).message.argument("limit"), Some(&(LIMITS.certificates).into()));
    assert_eq!(report.leaf().expect("the server certificate").names, ["shop.example.com"]);
}

#[test]
fn too_many_bytes() {
    let mut bytes = Cert::server(&["shop.example.com"]).self_signed().pem().into_bytes();
    bytes.resize(LIMITS.input_bytes + 1, b'\n');
    let report = inspect(bytes);
    assert_eq!(limit(&report).message.argument("limit"), Some(&(LIMITS.input_bytes >> 20).into()));
}

fn archive(bytes: Vec<u8>) -> Report {
    engine::inspect(&[Source { name: "pack.zip".to_owned(), bytes }], &Options::at(NOW)).0
}

#[test]
fn too_many_files_in_an_archive() {
    let first = Zip::default().file("a.pem", Cert::server(&["shop.example.com"]).self_signed().pem());
    let zip = (0..=LIMITS.archive_files).fold(first, |zip, number| zip.stored(&number.to_string(), ""));
    let report = archive(zip.bytes());
    let limit = limit(&report);
    assert_eq!(limit.message.id, InputMessage::TooManyFiles.into());
    assert_eq!(limit.message.argument("limit"), Some(&LIMITS.archive_files.into()));
    assert_eq!(report.certificates.len(), 1);
}

/// Each file may be as large as it is; all together may not.
#[test]
fn too_many_unpacked_bytes() {
    let small = vec![b'\n'; LIMITS.archive_small];
    let first = Zip::default().file("a.pem", Cert::server(&["shop.example.com"]).self_signed().pem());
    let files = LIMITS.archive_bytes / LIMITS.archive_small;
    let report = archive((0..files).fold(first, |zip, number| zip.file(&format!("{number}.txt"), &small)).bytes());
    let limit = limit(&report);
    assert_eq!(limit.message.id, InputMessage::UnpacksTooFar.into());
    assert_eq!(limit.message.argument("limit"), Some(&(LIMITS.archive_bytes >> 20).into()));
    assert_eq!(limit.evidence[0].path, format!("pack.zip/{}.txt", files - 1));
    assert_eq!(report.certificates.len(), 1);
}
