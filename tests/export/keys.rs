//! Private keys in every form, judged by `openssl`: each must have the public key of its certificate.

use crate::material::{KEYS, PASSWORD, chain, convert, written};
use crate::support::mint::{Key, pem_block};
use crate::support::openssl::{openssl, openssl_must};
use certloupe::report::FileFormat;

/// The public key that `openssl` finds in a private one.
fn public(key: &[u8], options: &[&str]) -> Vec<u8> {
    openssl_must(&[&["pkey", "-pubout", "-outform", "DER"], options].concat(), key)
}

#[test]
fn every_key_in_every_form() {
    let password = format!("pass:{PASSWORD}");
    let mut forms = 0;
    for (name, key) in KEYS {
        let analysis = chain(key).analysis();
        let mut check = |format: FileFormat, locked: bool, label: &str| {
            let written = written(&analysis, format, locked.then_some(PASSWORD));
            let text = String::from_utf8_lossy(&written);
            assert!(text.starts_with(&format!("-----BEGIN {label}-----\n")), "{name} {format:?}: {text}");
            assert!(text.lines().all(|line| line.len() <= 64) && !text.contains("\n\n"), "{name} {format:?}");
            let options: &[&str] = if locked { &["-passin", &password] } else { &[] };
            assert_eq!(public(&written, options), key.spki(), "{name} {format:?}");
            forms += 1;
        };
        check(FileFormat::Pkcs8, false, "PRIVATE KEY");
        check(FileFormat::Pkcs8, true, "ENCRYPTED PRIVATE KEY");
        check(FileFormat::Pkcs8Scrypt, true, "ENCRYPTED PRIVATE KEY");
        match key {
            Key::Rsa2048(_) => check(FileFormat::Pkcs1, false, "RSA PRIVATE KEY"),
            Key::Ed25519(_) => {}
            _ => check(FileFormat::Sec1, false, "EC PRIVATE KEY"),
        }
        let der = written(&analysis, FileFormat::Pkcs8Der, None);
        assert_eq!(public(&der, &["-inform", "DER"]), key.spki(), "{name}");
    }
    assert_eq!(forms, 19);
}

#[test]
fn openssl_checks_what_is_inside() {
    let rsa = written(&chain(Key::Rsa2048(1)).analysis(), FileFormat::Pkcs1, None);
    openssl_must(&["rsa", "-check", "-noout"], &rsa);
    let ec = written(&chain(Key::P384(7)).analysis(), FileFormat::Sec1, None);
    openssl_must(&["ec", "-check", "-noout"], &ec);
}

/// The forms that keys come in, made by `openssl`: whatever was given, the same files come out.
#[test]
fn what_was_given_does_not_matter() {
    for (name, key) in KEYS {
        let chain = chain(key);
        let usual = written(&chain.analysis(), FileFormat::Pkcs8, None);
        let mut given = vec![openssl_must(&["pkey", "-outform", "DER"], &usual)];
        match key {
            Key::Rsa2048(_) => given.push(openssl_must(&["pkey", "-traditional"], &usual)),
            Key::Ed25519(_) => {}
            _ => {
                given.push(openssl_must(&["ec"], &usual));
                given.push(openssl_must(&["ec", "-no_public"], &usual));
                given.push(openssl_must(&["ec", "-no_public", "-conv_form", "compressed"], &usual));
            }
        }
        for (index, given) in given.iter().enumerate() {
            let again = written(&chain.with_key(given), FileFormat::Pkcs8, None);
            assert!(again == usual, "{name}, form {index}: {}", String::from_utf8_lossy(&again));
        }
    }
}

/// DSA lives on in old devices; it has a form of OpenSSL's own.
#[test]
fn dsa_is_written_as_pkcs8() {
    let parameters = openssl_must(&["dsaparam", "2048"], b"");
    let modern = openssl_must(&["gendsa", "/dev/stdin"], &parameters);
    let traditional = openssl_must(&["pkey", "-traditional"], &modern);
    let subject =
        ["req", "-x509", "-key", "/dev/stdin", "-subj", "/CN=old.example", "-addext", "subjectAltName=DNS:old.example"];
    let certificate = openssl_must(&subject, &modern);
    for key in [&modern, &traditional] {
        let analysis = crate::material::analysis(&[("cert.pem", &certificate), ("key.pem", key)]);
        if analysis.keys.iter().any(|key| key.matches.contains(&0)) {
            let written = written(&analysis, FileFormat::Pkcs8, None);
            assert_eq!(public(&written, &[]), public(&modern, &[]));
        } else {
            assert!(convert(&analysis, FileFormat::Pkcs8, None).is_err());
        }
    }
}

#[test]
fn a_wrong_password_opens_nothing() {
    let analysis = chain(Key::P256(7)).analysis();
    for format in [FileFormat::Pkcs8, FileFormat::Pkcs8Scrypt] {
        let key = written(&analysis, format, Some("密码 one"));
        assert!(openssl(&["pkey", "-noout", "-passin", "pass:密码 one"], &key).succeeded);
        assert!(!openssl(&["pkey", "-noout", "-passin", "pass:密码 two"], &key).succeeded);
    }
}

/// The second version of PKCS#8 repeats the public key (RFC 5958 §2), which OpenSSL 3.0 refuses: what is written has
/// the first.
#[test]
fn the_second_version_becomes_the_first() {
    let key = Key::Ed25519(7);
    let first = key.pkcs8();
    let mut second = first.clone();
    second[4] = 1;
    second[1] += 35;
    second.extend([0x81, 33, 0]);
    second.extend(&key.spki()[12..]);
    let analysis = chain(key).with_key(pem_block("PRIVATE KEY", &second).as_bytes());
    assert_eq!(written(&analysis, FileFormat::Pkcs8Der, None), first);
}

/// A key that has no certificate yet, in every form and back.
#[test]
fn a_key_by_itself() {
    for (name, key) in KEYS {
        let pem = pem_block("PRIVATE KEY", &key.pkcs8());
        let analysis = crate::material::analysis(&[("server.key", pem.as_bytes())]);
        let password = format!("pass:{PASSWORD}");
        assert_eq!(public(&written(&analysis, FileFormat::Pkcs8, None), &[]), key.spki(), "{name}");
        for format in [FileFormat::Pkcs8, FileFormat::Pkcs8Scrypt] {
            let locked = written(&analysis, format, Some(PASSWORD));
            assert_eq!(public(&locked, &["-passin", &password]), key.spki(), "{name} {format:?}");
        }
        let der = written(&analysis, FileFormat::Pkcs8Der, None);
        assert_eq!(public(&der, &["-inform", "DER"]), key.spki(), "{name}");
        let old = if matches!(key, Key::Rsa2048(_)) { FileFormat::Pkcs1 } else { FileFormat::Sec1 };
        if !matches!(key, Key::Ed25519(_)) {
            let traditional = written(&analysis, old, None);
            assert_eq!(public(&traditional, &[]), key.spki(), "{name} {old:?}");
            let again = crate::material::analysis(&[("server.key", &traditional)]);
            assert_eq!(public(&written(&again, FileFormat::Pkcs8, None), &[]), key.spki(), "{name} and back");
        }
    }
    // One whose public half nobody calculates here.
    let x25519 = openssl_must(&["genpkey", "-algorithm", "X25519"], b"");
    let analysis = crate::material::analysis(&[("server.key", &x25519)]);
    assert_eq!(public(&written(&analysis, FileFormat::Pkcs8, None), &[]), public(&x25519, &[]));
}
