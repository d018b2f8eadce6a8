//! The limits of one inspection, reached: said, with what came before still judged. Too large for case files.

mod support;

use base64::{Engine, engine::general_purpose::STANDARD};
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
    // Some are text, which is read through; most are not, which is seen at once.
    let kinds = [b'\n', 0xff].map(|byte| vec![byte; LIMITS.archive_small]);
    let small = |number: usize| &kinds[usize::from(!number.is_multiple_of(4))];
    let first = Zip::default().file("a.pem", Cert::server(&["shop.example.com"]).self_signed().pem());
    let files = LIMITS.archive_bytes / LIMITS.archive_small;
    let report =
        archive((0..files).fold(first, |zip, number| zip.file(&format!("{number}.txt"), small(number))).bytes());
    let limit = limit(&report);
    assert_eq!(limit.message.id, InputMessage::UnpacksTooFar.into());
    assert_eq!(limit.message.argument("limit"), Some(&(LIMITS.archive_bytes >> 20).into()));
    assert_eq!(limit.evidence[0].path, format!("pack.zip/{}.txt", files - 1));
    assert_eq!(report.certificates.len(), 1);
}

/// Input that took the reader minutes where it looked at the rest of the text for each of its parts.
#[test]
fn long_lines_and_long_runs() {
    let pem = Cert::server(&["shop.example.com"]).self_signed().pem();
    let line = pem.replace('\n', "\\n");
    let block = |inside: String| format!("-----BEGIN CERTIFICATE-----\n{inside}\n-----END CERTIFICATE-----\n{pem}");
    let glued = "-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----".repeat(60_000);
    for (name, text) in [
        ("glued", format!("{pem}{glued}")),
        ("one line", format!("{{\"chain\":\"{}\"}}", line.repeat(4_000))),
        ("backslashes", block("\\".repeat(400_000))),
        ("carriage returns", block("\r".repeat(400_000) + "x")),
        ("quotes", block("\"".repeat(400_000))),
        ("blanks in front", format!("{}{}{pem}", "\u{a0}".repeat(200_000), ("A".repeat(60) + "!").repeat(2_000))),
        ("base64 in base64", format!("{}{}", "-----BEGIN X-----\n!\n-----END X-----\n".repeat(1100), nested())),
    ] {
        let report = inspect(text.into_bytes());
        assert_eq!(report.certificates.len(), usize::from(name != "base64 in base64"), "{name}");
    }
}

/// Text in base64 in base64, with a marker at each end, so that every word of every level is worth a try.
fn nested() -> String {
    (0..5).fold("hello world, this is text ".repeat(2000), |inside, _| {
        let mut text = inside + "\n!-----BEGIN X-----";
        text.push_str(&"-".repeat(text.len().wrapping_neg() % 3));
        let base64 = STANDARD.encode(text);
        base64.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned() + "\n").collect()
    })
}

/// A log that says the same in thousands of places is one finding, not one for each.
#[test]
fn a_log_that_repeats_itself() {
    let pem = Cert::server(&["shop.example.com"]).self_signed().pem();
    let report = inspect(format!("unable to get local issuer certificate\n{pem}").repeat(1000).into_bytes());
    let said: Vec<_> = report.findings.iter().filter(|finding| finding.code == Code::INP012).collect();
    assert_eq!((said.len(), said[0].evidence.len()), (1, 32));
}
