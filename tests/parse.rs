mod support;
use certloupe::engine::x509;
use std::fs;
use support::openssl::*;
fn ders(text: &[u8]) -> Vec<Vec<u8>> {
    pem::parse_many(text).map(|p| p.into_iter().map(|p| p.into_contents()).collect()).unwrap_or_default()
}
#[test]
fn explore() {
    let mut n = 0;
    let mut bad = 0;
    let mut mal = 0;
    let mut unk = std::collections::BTreeMap::new();
    let mut files: Vec<_> = fs::read_dir(shared_data("zlint").unwrap())
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "pem"))
        .collect();
    files.sort();
    files.push(shared_data("intermediates.pem").unwrap());
    files.push(shared_data("roots.pem").unwrap());
    for f in files {
        for der in ders(&fs::read(&f).unwrap()) {
            n += 1;
            match x509::parse(&der) {
                Err(e) => {
                    bad += 1;
                    println!(
                        "BAD {} {e:?} openssl={}",
                        f.file_name().unwrap().display(),
                        openssl(&["x509", "-inform", "DER", "-noout"], &der).succeeded
                    )
                }
                Ok(c) => {
                    for e in &c.extensions {
                        if let x509::ExtensionValue::Malformed { reason, offset } = &e.value {
                            mal += 1;
                            println!("MAL {} {:?} {reason} {offset}", f.file_name().unwrap().display(), e.name)
                        }
                        if e.name.is_none() {
                            *unk.entry(e.oid.clone()).or_insert(0) += 1;
                        }
                    }
                }
            }
        }
    }
    println!("{n} parsed, {bad} bad, {mal} malformed ext\n{unk:#?}");
}
