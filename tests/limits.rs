//! The limits of one inspection, reached: said, with what came before still judged. Too large for case files.

mod support;

use certloupe::{
    engine::{self, budget::LIMITS},
    report::{Code, Finding, Options, Report, Source},
};
use support::{
    case_file::NOW,
    mint::{Cert, Key},
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
