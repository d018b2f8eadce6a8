//! The supply of public CA certificates: what is asked for, what comes of it, and what it can not be made to do.
#![allow(clippy::print_stdout, reason = "a test says what it could not check")]

mod support;

use certloupe::api::Session;
use certloupe::engine::{
    read,
    supply::{self, Kind},
    x509::{self, Certificate},
};
use certloupe::export;
use certloupe::report::{
    Code, MessageId, Options, Repair, Report, Source, SupplyFile, Timestamp, Verdict, message::ChainMessage,
    message::TrustMessage,
};
use std::{fs, process::Command};
use support::{
    case_file::NOW,
    der::octets,
    dice::Dice,
    mint::{Cert, Key, Minted, bundle},
    openssl::shared_data,
    recipes::{issued::good, public_roots},
};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;

fn mozillas_roots() -> Vec<Certificate> {
    TLS_SERVER_ROOT_CERTS.iter().map(|der| x509::parse(der).unwrap()).collect()
}

fn source(text: &str) -> Source {
    Source { name: String::new(), bytes: text.as_bytes().to_vec() }
}

/// Inspects with these files at hand; gives the report and the names that were asked for.
fn inspected(text: &str, options: Options, files: &[SupplyFile]) -> (Report, Vec<String>) {
    let mut asked = Vec::new();
    let report = Session::default().inspect(&[source(text)], options, &mut |name| {
        asked.push(name.to_owned());
        files.iter().find(|file| file.name == name).map(|file| file.bytes.clone())
    });
    (report.unwrap(), asked)
}

fn says(report: &Report, id: impl Into<MessageId>) -> bool {
    let id = id.into();
    report.findings.iter().any(|finding| finding.message.id == id)
}

#[test]
fn whoever_only_bears_the_name_of_a_root_is_found_out() {
    let issuer = public_roots::intermediate("ISRG Root X1");
    let text = bundle(&[&good().issued_by(&issuer), &issuer]);
    let files = supply::files(&mozillas_roots(), "2026-08-21");
    let (without, _) = inspected(&text, Options::at(NOW), &[]);
    assert!(says(&without, TrustMessage::TrustedByClaim), "a claim is called one");
    let (with, asked) = inspected(&text, Options::at(NOW), &files);
    assert_eq!(asked, [Kind::Roots.file(&public_roots::root("ISRG Root X1").name)]);
    assert!(says(&with, ChainMessage::NotByKnownRoot) && !says(&with, TrustMessage::TrustedBy));
    assert_eq!(with.verdict, Verdict::Broken);
    assert_eq!(with.chain.paths[0].reasons, [Code::CHN006]);
    assert!(with.trust.clients.iter().all(|client| !client.trusted && client.reason == Some(Code::CHN006)));
}

/// A root made at home that bears a public root's name and key id.
fn imitation(name: &str) -> (Minted, Minted) {
    let bearer = public_roots::root(name);
    let own = Cert::ca(name).key(Key::P256(120)).raw_subject(&bearer.name).no_key_ids();
    let root = own.extension("2.5.29.14", false, octets(&bearer.key_id)).issued_by(&bearer);
    let issuer = Cert::ca("Public TLS CA").key(Key::P256(121)).issued_by(&bearer);
    (issuer, root)
}

#[test]
fn a_root_that_imitates_a_public_one_is_found_out() {
    let (issuer, root) = imitation("ISRG Root X1");
    let text = bundle(&[&good().issued_by(&issuer), &issuer, &root]);
    // Without the real root's key it is somebody's private root.
    let (without, _) = inspected(&text, Options::at(NOW), &[]);
    assert!(says(&without, TrustMessage::PrivateRoot), "{:?}", without.chain);
    assert!(without.trust.clients.iter().all(|client| !client.trusted), "a claim that is contradicted trusts nothing");
    let files = supply::files(&mozillas_roots(), "2026-08-21");
    let (with, asked) = inspected(&text, Options::at(NOW), &files);
    assert!(asked.contains(&Kind::Roots.file(&root.name)));
    assert!(says(&with, TrustMessage::Imitation) && !says(&with, TrustMessage::PrivateRoot));
    assert_eq!(with.verdict, Verdict::Broken);
    assert!(with.trust.clients.iter().all(|client| !client.trusted));
    // Whoever says that it is his own is believed.
    let own = Options { roots: vec![source(&root.pem())], ..Options::at(NOW) };
    let (trusted, _) = inspected(&text, own, &files);
    assert!(says(&trusted, TrustMessage::OwnRoot) && !says(&trusted, TrustMessage::Imitation));
}

#[test]
fn a_forged_server_certificate_is_no_gap() {
    let root = public_roots::root("ISRG Root X1");
    let issuer = public_roots::intermediate("ISRG Root X1");
    let files = supply::files(&[x509::parse(&issuer.der).unwrap()], "2026-08-21");
    let mut forger = issuer.clone();
    forger.key = Key::P256(99);
    let (report, _) = inspected(&good().issued_by(&forger).pem(), Options::at(NOW), &files);
    assert!(says(&report, ChainMessage::BrokenSignature), "{:?}", report.chain);
    assert!(!says(&report, ChainMessage::MissingSupplied) && !says(&report, ChainMessage::MissingIssuer));
    assert!(report.chain.missing.iter().all(|missing| !missing.in_pack));
    // Another key of the same CA may have signed: that is a gap.
    let mut sister = issuer;
    (sister.key, sister.key_id) = (Key::P256(98), vec![7; 20]);
    let (report, _) = inspected(&good().issued_by(&sister).pem(), Options::at(NOW), &files);
    assert!(
        report.findings.iter().any(|finding| finding.code == Code::CHN003)
            && !says(&report, ChainMessage::BrokenSignature)
    );
    // And one that bears a root's name, with a key of its own, is not that root.
    let mut namesake = root;
    namesake.key_id = vec![9; 20];
    let (report, _) = inspected(&good().issued_by(&namesake).pem(), Options::at(NOW), &files);
    assert!(says(&report, ChainMessage::MissingNamesakeAt));
}

#[test]
fn a_complete_chain_of_today_asks_for_its_root_only() {
    // What no client of today lacks needs no other way.
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let (report, asked) = inspected(&bundle(&[&good().issued_by(&issuer), &issuer]), Options::at(NOW), &[]);
    assert_eq!(asked, [Kind::Roots.file(&public_roots::root("DigiCert Global Root G2").name)]);
    assert_eq!(report.chain.wanted, asked, "what can not be had stays wanted");
}

#[test]
fn nothing_is_asked_for_twice() {
    let issuer = public_roots::intermediate("ISRG Root X1");
    let leaf = good().issued_by(&issuer).pem();
    // There are such files, and nothing is in them.
    let mut asked = Vec::new();
    let report = Session::default().inspect(&[source(&leaf)], Options::at(NOW), &mut |name| {
        assert!(!asked.contains(&name.to_owned()), "{name} again");
        asked.push(name.to_owned());
        Some(Vec::new())
    });
    assert!(!asked.is_empty());
    assert!(report.unwrap().chain.wanted.is_empty());
}

#[test]
fn hostile_files_do_nothing() {
    let issuer = public_roots::intermediate("ISRG Root X1");
    let leaf = good().issued_by(&issuer);
    let der = x509::parse(&issuer.der).unwrap();
    let whole = supply::files(std::slice::from_ref(&der), "2026-08-21");
    let mut dice = Dice(7);
    for _ in 0..500 {
        let mut files = whole.clone();
        for file in &mut files {
            for _ in 0..dice.roll(4) {
                let at = dice.roll(file.bytes.len().max(1));
                if let Some(byte) = file.bytes.get_mut(at) {
                    *byte = dice.roll(256) as u8;
                }
            }
            file.bytes.truncate(dice.roll(file.bytes.len() + 1));
        }
        let options = Options { supply: files, ..Options::at(NOW) };
        let report = certloupe::engine::inspect(&[source(&leaf.pem())], &options).0;
        assert!(report.findings.iter().any(|finding| finding.code == Code::CHN003));
    }
}

#[test]
fn a_supplied_certificate_is_nobodys_gift() {
    // A root in the supply trusts nothing: only facts in the table do.
    let root = Cert::ca("Sly Root").self_signed();
    let issuer = Cert::ca("Sly CA").issued_by(&root);
    let read: Vec<_> = [&root, &issuer].map(|it| x509::parse(&it.der).unwrap()).into();
    let files = supply::files(&read, "2026-08-21");
    let mut roots = files.iter().filter(|file| file.name.starts_with("roots"));
    assert!(roots.all(|file| file.bytes.is_empty()), "a root that nobody knows is left out");
    let (report, _) = inspected(&good().issued_by(&issuer).pem(), Options::at(NOW), &files);
    assert!(report.findings.iter().any(|finding| finding.code == Code::CHN003));
}

/// The real thing, where the research data is beside the project: leaves of ten public sites, alone; the chain is
/// repaired, its signatures hold up to the root, and OpenSSL agrees.
#[test]
fn real_leaves_get_their_chains() {
    let Some((limbo, intermediates)) = shared_data("limbo.json").zip(shared_data("intermediates.pem")) else {
        println!("the research data is not here: no real chain was repaired");
        return;
    };
    let mut certificates = mozillas_roots();
    for path in [intermediates.with_file_name("roots.pem"), intermediates] {
        let bytes = fs::read(path).unwrap();
        certificates.extend(read::read(&[Source { name: String::new(), bytes }]).certificates);
    }
    let files = supply::files(&certificates, "2026-08-21");
    let roots = write("roots.pem", &pem_of_roots(&certificates));
    let limbo: serde_json::Value = serde_json::from_slice(&fs::read(limbo).unwrap()).unwrap();
    let mut repaired = 0;
    for case in limbo["testcases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        if !id.starts_with("online::") {
            continue;
        }
        let leaf = case["peer_certificate"].as_str().unwrap();
        let now = Timestamp::parse(case["validation_time"].as_str().unwrap()).unwrap();
        let mut session = Session::default();
        let options = Options { repairs: vec![Repair::FullChain], ..Options::at(now) };
        let report = session.inspect(&[source(leaf)], options, &mut |name| {
            files.iter().find(|file| file.name == name).map(|file| file.bytes.clone())
        });
        let report = report.unwrap();
        // Two of them have been revoked since, which is another finding.
        if report.findings.iter().any(|finding| finding.code == Code::CHN003) {
            println!("{id}: its intermediate is in the supply no more");
            continue;
        }
        assert!(report.chain.complete && report.chain.paths[0].valid, "{id}: {:?}", report.chain);
        assert!(says(&report, TrustMessage::TrustedBy), "{id}: the root's signature was verified");
        let chain = export::chain_files(session.analysis().unwrap());
        let chain = chain.iter().find(|file| file.name == "fullchain.pem").unwrap();
        let path = write(&format!("{}.pem", id.replace(':', "_")), std::str::from_utf8(&chain.bytes).unwrap());
        let judged = Command::new("openssl")
            .args(["verify", "-attime", &now.unix().to_string(), "-CAfile", &roots, "-untrusted", &path, &path])
            .output()
            .unwrap();
        assert!(judged.status.success(), "{id}: {}", String::from_utf8_lossy(&judged.stderr));
        repaired += 1;
    }
    println!("{repaired} chains repaired; OpenSSL takes each");
    assert!(repaired >= 6, "only {repaired}");
}

/// No real way upward needs more signatures than may be verified: every third intermediate of the supply, as if it were a
/// server's, with the whole supply at hand.
#[test]
fn real_ways_fit_the_budget() {
    let Some(intermediates) = shared_data("intermediates.pem") else {
        println!("the research data is not here: no real way was measured");
        return;
    };
    let read = |path| read::read(&[Source { name: String::new(), bytes: fs::read(path).unwrap() }]).certificates;
    let mut certificates = mozillas_roots();
    certificates.extend(read(intermediates.with_file_name("roots.pem")));
    let intermediates = read(intermediates);
    certificates.extend(intermediates.iter().cloned());
    let files = supply::files(&certificates, "2026-08-21");
    let mut looked_at = 0;
    for certificate in intermediates.iter().step_by(3) {
        let text = support::mint::pem_block("CERTIFICATE", &certificate.der);
        let (report, _) = inspected(&text, Options::at(NOW), &files);
        let stopped = report.findings.iter().find(|finding| finding.code == Code::CHN017);
        assert!(stopped.is_none(), "{}: {:?}", certificate.label(), stopped.map(|finding| &finding.message));
        looked_at += 1;
    }
    assert!(looked_at > 500);
}

fn pem_of_roots(certificates: &[Certificate]) -> String {
    let roots = certificates.iter().filter(|it| it.is_self_issued());
    roots.map(|root| support::mint::pem_block("CERTIFICATE", &root.der)).collect()
}

fn write(name: &str, text: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("supply");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}
