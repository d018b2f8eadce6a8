//! What is taken for a certificate or a key and is none: keys for SSH, printed certificates, configurations.

mod support;

use certloupe::engine::read::{LooksLike, Material, ProblemKind, SshForm, SshKey, read};
use certloupe::report::{InputKind, Source};
use std::process::Command;
use support::mint::{Cert, Key};
use support::openssl::{folder, openssl_must};

fn read_one(bytes: impl Into<Vec<u8>>) -> Material {
    read(&[Source { name: String::new(), bytes: bytes.into() }])
}

/// What `ssh-keygen` prints.
fn ssh_keygen(arguments: &[&str]) -> Vec<u8> {
    Command::new("ssh-keygen").args(arguments).output().expect("ssh-keygen is installed").stdout
}

#[test]
fn digits_that_are_no_file() {
    let rsa = Cert::server(&["a.example.com"]).key(Key::Rsa2048(1)).self_signed();
    let p521 = Cert::server(&["a.example.com"]).key(Key::P521(1)).self_signed();
    let printed = |pem: &str| openssl_must(&["x509", "-noout", "-text"], pem.as_bytes());
    let facts = |pem: &str| {
        openssl_must(&["x509", "-noout", "-serial", "-fingerprint", "-sha256", "-modulus", "-pubkey"], pem.as_bytes())
    };
    for pem in [rsa.pem(), p521.pem()] {
        let material = read_one(printed(&pem));
        assert_eq!(kinds(&material), [&ProblemKind::Unreadable(LooksLike::PrintedCertificate)]);
        let material = read_one(facts(&pem));
        assert_eq!(material.inputs.iter().map(|input| input.kind).collect::<Vec<_>>(), [InputKind::PublicKey]);
        assert!(material.problems.is_empty(), "{:?}", material.problems);
    }
    let asn1 = openssl_must(&["asn1parse"], rsa.pem().as_bytes());
    assert_eq!(kinds(&read_one(asn1)), [&ProblemKind::Unreadable(LooksLike::Text)]);
}

fn kinds(material: &Material) -> Vec<&ProblemKind> {
    material.problems.iter().map(|problem| &problem.kind).collect()
}

#[test]
fn a_binary_file_that_went_through_an_editor() {
    let der = Cert::server(&["a.example.com"]).key(Key::Rsa2048(1)).self_signed().der;
    let latin: String = der.iter().map(|byte| char::from(*byte)).collect();
    for text in [String::from_utf8_lossy(&der).into_owned(), latin] {
        assert_eq!(kinds(&read_one(text)), [&ProblemKind::Unreadable(LooksLike::MangledBinary)]);
    }
}

#[test]
fn keys_for_ssh_are_told_apart() {
    let folder = folder("ssh");
    for (kind, passphrase, algorithm) in [
        ("rsa", "", "ssh-rsa"),
        ("ecdsa", "", "ecdsa-sha2-nistp256"),
        ("ed25519", "", "ssh-ed25519"),
        ("ed25519", "secret", "ssh-ed25519"),
    ] {
        let path = folder.join(format!("id_{kind}{passphrase}"));
        let (path, public) = (path.display().to_string(), format!("{}.pub", path.display()));
        drop((std::fs::remove_file(&path), std::fs::remove_file(&public)));
        ssh_keygen(&["-q", "-t", kind, "-N", passphrase, "-C", "", "-f", &path]);
        let key = |form, encrypted| SshKey { form, algorithm: Some(algorithm), encrypted };
        let expect = |bytes: Vec<u8>, key: SshKey| {
            assert_eq!(kinds(&read_one(bytes)), [&ProblemKind::Unreadable(LooksLike::Ssh(key))], "{kind}");
        };
        expect(std::fs::read(&path).unwrap(), key(SshForm::OpenSshPrivate, !passphrase.is_empty()));
        expect(std::fs::read(&public).unwrap(), key(SshForm::OpenSshPublic, false));
        expect(ssh_keygen(&["-e", "-f", &public]), key(SshForm::Ssh2Public, false));
        if passphrase.is_empty() && kind != "ed25519" {
            // What we advise works.
            ssh_keygen(&["-q", "-p", "-N", "", "-m", "PKCS8", "-f", &path]);
            let converted = read_one(std::fs::read(&path).unwrap());
            assert_eq!((converted.keys.len(), converted.problems.len()), (1, 0), "{kind}");
        }
    }
    let putty = |version, encryption: &str| {
        format!(
            "PuTTY-User-Key-File-{version}: ecdsa-sha2-nistp256\r\nEncryption: {encryption}\r\nComment: me\r\n\
             Public-Lines: 3\r\nAAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBA==\r\nPrivate-Lines: 1\r\n"
        )
    };
    for (version, form) in [(2, SshForm::Putty2), (3, SshForm::Putty3)] {
        for (encryption, encrypted) in [("none", false), ("aes256-cbc", true)] {
            let key = SshKey { form, algorithm: Some("ecdsa-sha2-nistp256"), encrypted };
            let material = read_one(putty(version, encryption));
            assert_eq!(kinds(&material), [&ProblemKind::Unreadable(LooksLike::Ssh(key))]);
        }
    }
}
