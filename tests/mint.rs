//! The mint makes what it says: OpenSSL is the judge.

mod support;

use std::{fs, path::PathBuf, process::Command};
use support::mint::{Cert, Key, Minted, Signing, bundle};

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn openssl(arguments: &[&str]) -> (bool, String) {
    let output = Command::new("openssl").args(arguments).output().expect("openssl is installed");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn every_key_signs_a_chain_that_openssl_accepts() {
    let keys = [Key::P256(7), Key::P384(7), Key::P521(7), Key::Ed25519(7), Key::Rsa2048(1)];
    let folder = folder("mint");
    for key in keys {
        let root = Cert::ca("Mint Root").key(key).self_signed();
        let issuer = Cert::ca("Mint CA").key(Key::P256(8)).path_length(0).issued_by(&root);
        let leaf = Cert::server(&["a.example.com", "192.0.2.1"]).key(Key::P256(9)).issued_by(&issuer);
        assert_verifies(&folder, &root, &issuer, &leaf);
    }
    let pss = Cert::ca("Mint PSS Root").key(Key::Rsa2048(2)).signing(Signing::Pss).self_signed();
    let issuer = Cert::ca("Mint CA").key(Key::Rsa2048(3)).issued_by(&pss);
    assert_verifies(&folder, &pss, &issuer, &Cert::server(&["b.example.com"]).issued_by(&issuer));
}

fn assert_verifies(folder: &std::path::Path, root: &Minted, issuer: &Minted, leaf: &Minted) {
    let path = |name: &str| folder.join(name).display().to_string();
    fs::write(path("root.pem"), root.pem()).unwrap();
    fs::write(path("issuer.pem"), bundle(&[issuer])).unwrap();
    fs::write(path("leaf.pem"), leaf.pem()).unwrap();
    let (accepted, said) = openssl(&[
        "verify",
        "-x509_strict",
        "-purpose",
        "sslserver",
        "-attime",
        "1795219200",
        "-CAfile",
        &path("root.pem"),
        "-untrusted",
        &path("issuer.pem"),
        &path("leaf.pem"),
    ]);
    assert!(accepted, "{said}");
    fs::write(path("leaf.key"), leaf.key_pem()).unwrap();
    let (_, of_key) = openssl(&["pkey", "-in", &path("leaf.key"), "-pubout"]);
    let (_, of_certificate) = openssl(&["x509", "-in", &path("leaf.pem"), "-pubkey", "-noout"]);
    assert!(of_key.contains("BEGIN PUBLIC KEY") && of_key == of_certificate, "{of_key}\n{of_certificate}");
}

#[test]
fn a_spoilt_signature_is_refused() {
    let root = Cert::ca("Mint Root").key(Key::P256(7)).self_signed();
    let folder = folder("mint-spoilt");
    let leaf = Cert::server(&["a.example.com"]).spoil_signature().issued_by(&root);
    fs::write(folder.join("root.pem"), root.pem()).unwrap();
    fs::write(folder.join("leaf.pem"), leaf.pem()).unwrap();
    let root_file = folder.join("root.pem").display().to_string();
    let (accepted, _) = openssl(&[
        "verify",
        "-attime",
        "1795219200",
        "-CAfile",
        &root_file,
        &folder.join("leaf.pem").display().to_string(),
    ]);
    assert!(!accepted);
}
