//! Key stores that `keytool` makes.

use super::site::*;
use super::support::mint::{Cert, Key};
use super::support::openssl::folder;
use super::support::programs;
use certloupe::engine::keys;
use certloupe::engine::read::{LooksLike, ProblemKind};
use certloupe::report::InputKind;
use std::fs;
use std::path::PathBuf;

pub fn keytool(arguments: &[&str]) {
    programs::run("keytool", arguments, b"");
}

/// A key store with two keys and a trusted certificate, made anew by `keytool`.
fn key_store(kind: &str, name: &str, store_password: &str, key_password: &str) -> (PathBuf, Vec<u8>) {
    let folder = folder(name);
    let path = folder.join(format!("store.{}", kind.to_lowercase()));
    fs::remove_file(&path).ok();
    let store = path.display().to_string();
    let base = ["-storetype", kind, "-keystore", &store, "-storepass", store_password];
    let generate = |alias: &str, options: &[&str]| {
        let name = format!("CN={alias}.example");
        let make = ["-genkeypair", "-alias", alias, "-dname", &name, "-keypass", key_password];
        keytool(&[&make[..], options, &base].concat());
    };
    generate("rsa", &["-keyalg", "RSA", "-keysize", "2048"]);
    generate("ec", &["-keyalg", "EC", "-groupname", "secp256r1"]);
    let trusted = folder.join("trusted.crt");
    let minted = Cert::ca("Trusted CA").key(Key::P256(5)).self_signed();
    fs::write(&trusted, minted.pem()).unwrap();
    let import = ["-importcert", "-noprompt", "-alias", "ca", "-file", &trusted.display().to_string()];
    keytool(&[&import[..], &base].concat());
    let bytes = fs::read(&path).unwrap();
    (path, bytes)
}

#[test]
fn key_stores_of_java() {
    for kind in ["JKS", "JCEKS", "PKCS12"] {
        let (_, store) = key_store(kind, &format!("keytool-{kind}"), "changeit", "changeit");
        let expected = if kind == "PKCS12" { InputKind::Pkcs12 } else { InputKind::Jks };
        let material = read_one("store", &store, &["wrong", "changeit"]);
        assert_eq!(problems(&material), Vec::<&ProblemKind>::new(), "{kind}");
        assert_eq!((material.certificates.len(), material.keys.len()), (3, 2), "{kind}");
        assert_eq!(kinds(&material)[0], expected);
        for summary in keys::summaries(&material) {
            assert_eq!(summary.matches.len(), 1, "{kind}: {summary:?}");
        }
        for passwords in [&["wrong"][..], &[]] {
            let material = read_one("store", &store, passwords);
            assert!(is_locked(&material, expected, passwords.len()), "{kind}: {:?}", material.problems);
            // Certificates of a JKS are readable without any password.
            let open = if kind == "PKCS12" { 0 } else { 3 };
            assert_eq!((material.certificates.len(), material.keys.len()), (open, 0), "{kind}");
        }
    }
}

#[test]
fn a_key_may_have_a_password_of_its_own() {
    for kind in ["JKS", "JCEKS"] {
        let (_, store) = key_store(kind, &format!("keypass-{kind}"), "of-the-store", "of-the-key");
        let both = read_one("store", &store, &["of-the-store", "of-the-key"]);
        assert_eq!((problems(&both).len(), both.keys.len()), (0, 2), "{kind}");
        let key_only = read_one("store", &store, &["of-the-key"]);
        assert_eq!((problems(&key_only).len(), key_only.keys.len()), (0, 2), "{kind}");
        let store_only = read_one("store", &store, &["of-the-store"]);
        assert!(is_locked(&store_only, InputKind::PrivateKey, 1), "{kind}: {:?}", store_only.problems);
        assert_eq!(store_only.certificates.len(), 3);
    }
}

#[test]
fn secret_keys_are_named_and_left() {
    let (path, _) = key_store("JCEKS", "secret", "changeit", "changeit");
    let store = path.display().to_string();
    for alias in ["aes", "another"] {
        let base = ["-storetype", "JCEKS", "-keystore", &store, "-storepass", "changeit", "-keypass", "changeit"];
        keytool(&[&["-genseckey", "-alias", alias, "-keyalg", "AES", "-keysize", "256"][..], &base].concat());
    }
    let material = read_one("store.jceks", &fs::read(&path).unwrap(), &["changeit"]);
    let secret = ProblemKind::Unreadable(LooksLike::SecretKey);
    assert_eq!(problems(&material), [&secret, &secret]);
    assert_eq!((material.certificates.len(), material.keys.len()), (3, 2));
}
