//! PFX and JKS, as OpenSSL, Java and Python read them.

use crate::material::{KEYS, PASSWORD, chain, must, python, saved, written};
use crate::support::mint::{Key, Minted};
use crate::support::openssl::{openssl, openssl_must};
use certloupe::report::FileFormat;
use sha2::{Digest, Sha256};

const PFX: [FileFormat; 2] = [FileFormat::Pfx, FileFormat::PfxLegacy];

/// As keytool prints it.
fn fingerprint(certificate: &Minted) -> String {
    Sha256::digest(&certificate.der).iter().map(|octet| format!("{octet:02X}")).collect::<Vec<_>>().join(":")
}

/// Where each of these stands in a text, which must be in this order.
fn assert_order(text: &str, parts: &[&str]) {
    let places: Vec<_> =
        parts.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"))).collect();
    assert!(places.is_sorted(), "{parts:?} stand at {places:?} in {text}");
}

#[test]
fn openssl_opens_every_pfx() {
    for (name, key) in KEYS {
        let chain = chain(key);
        for format in PFX {
            let pfx = written(&chain.analysis(), format, Some(PASSWORD));
            let password = format!("pass:{PASSWORD}");
            let open =
                |options: &[&str]| openssl_must(&[&["pkcs12", "-passin", &password, "-nodes"], options].concat(), &pfx);
            let all = String::from_utf8_lossy(&open(&[])).into_owned();
            assert_order(&all, &["subject=CN = shop.example", "subject=CN = Test Intermediate", "BEGIN PRIVATE KEY"]);
            assert!(!all.contains("subject=CN = Test Root"), "{name}: the root is not served");
            assert_eq!(all.matches("friendlyName: shop.example").count(), 2, "{name}: {all}");
            assert_eq!(all.matches("localKeyID: ").count(), 2, "{name}: {all}");
            let leaf = open(&["-clcerts", "-nokeys"]);
            assert_eq!(openssl_must(&["x509", "-outform", "DER"], &leaf), chain.leaf.der, "{name}");
            let key_inside = open(&["-nocerts"]);
            assert_eq!(openssl_must(&["pkey", "-pubout", "-outform", "DER"], &key_inside), key.spki(), "{name}");
            assert!(!openssl(&["pkcs12", "-passin", "pass:wrong", "-nodes"], &pfx).succeeded, "{name}");
        }
    }
}

/// What Windows asks for: Server 2019 and later read the first, Server 2016 and older the second only.
#[test]
fn the_algorithms_are_those_that_windows_knows() {
    let analysis = chain(Key::Rsa2048(1)).analysis();
    for (format, certificates, mac) in [
        (
            FileFormat::Pfx,
            "PBES2, PBKDF2, AES-256-CBC, Iteration 200000, PRF hmacWithSHA256",
            "MAC: sha256, Iteration 200000",
        ),
        (FileFormat::PfxLegacy, "pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048", "MAC: sha1, Iteration 2048"),
    ] {
        let pfx = written(&analysis, format, Some(PASSWORD));
        let run = openssl(&["pkcs12", "-info", "-noout", "-passin", &format!("pass:{PASSWORD}")], &pfx);
        assert!(run.succeeded, "{}", run.stderr);
        assert!(run.stderr.contains(mac), "{}", run.stderr);
        assert_eq!(run.stderr.matches(certificates).count(), 2, "certificates and key alike: {}", run.stderr);
    }
}

#[test]
fn passwords_may_be_chinese() {
    let analysis = chain(Key::P256(7)).analysis();
    for format in PFX {
        let pfx = written(&analysis, format, Some("证书密码 2026"));
        assert!(openssl(&["pkcs12", "-noout", "-passin", "pass:证书密码 2026"], &pfx).succeeded, "{format:?}");
        let path = saved("chinese", format.file_name(), &pfx);
        let said = python(LOAD_PFX, &[&path, "证书密码 2026"]);
        assert_eq!(said[0], "shop.example", "{format:?}");
    }
}

const LOAD_PFX: &str = "
import sys
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from cryptography.hazmat.primitives import hashes
store = load_pkcs12(open(sys.argv[1], 'rb').read(), sys.argv[2].encode())
print(store.cert.friendly_name.decode())
print(store.key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo).hex())
for one in [store.cert, *store.additional_certs]:
    print(one.certificate.fingerprint(hashes.SHA256()).hex())
";

#[test]
fn python_loads_every_pfx() {
    for (name, key) in KEYS {
        let chain = chain(key);
        let path =
            saved("python", &format!("{name}.pfx"), &written(&chain.analysis(), FileFormat::Pfx, Some(PASSWORD)));
        let hex = |octets: &[u8]| octets.iter().map(|octet| format!("{octet:02x}")).collect::<String>();
        let fingerprints = chain.served().map(|certificate| hex(&Sha256::digest(&certificate.der)));
        let mut expected = vec!["shop.example".to_owned(), hex(&key.spki())];
        expected.extend(fingerprints);
        assert_eq!(python(LOAD_PFX, &[&path, PASSWORD]), expected, "{name}");
    }
}

#[test]
fn keytool_lists_jks_and_pfx() {
    for (name, key) in KEYS {
        let chain = chain(key);
        for (format, kind) in [(FileFormat::Jks, "JKS"), (FileFormat::Pfx, "PKCS12"), (FileFormat::PfxLegacy, "PKCS12")]
        {
            let path = saved(
                "keytool",
                &format!("{name}.{}", format.id()),
                &written(&chain.analysis(), format, Some(PASSWORD)),
            );
            let said =
                must("keytool", &["-list", "-v", "-keystore", &path, "-storetype", kind, "-storepass", PASSWORD]);
            assert!(said.contains("Alias name: shop.example"), "{name} {kind}: {said}");
            assert!(said.contains("Entry type: PrivateKeyEntry"), "{name} {kind}: {said}");
            assert!(said.contains("Certificate chain length: 2"), "{name} {kind}: {said}");
            assert_order(&said, &chain.served().map(fingerprint).each_ref().map(String::as_str));
        }
    }
}

/// Only an import opens the key: listing reads certificates alone.
#[test]
fn java_takes_the_key_out_of_a_jks() {
    for (name, key) in KEYS {
        let store =
            saved("import", &format!("{name}.jks"), &written(&chain(key).analysis(), FileFormat::Jks, Some(PASSWORD)));
        let other = store.replace(".jks", ".p12");
        std::fs::remove_file(&other).ok();
        must(
            "keytool",
            &[
                "-importkeystore",
                "-srckeystore",
                &store,
                "-srcstoretype",
                "JKS",
                "-srcstorepass",
                PASSWORD,
                "-destkeystore",
                &other,
                "-deststoretype",
                "PKCS12",
                "-deststorepass",
                "another one",
            ],
        );
        let key_inside =
            openssl_must(&["pkcs12", "-in", &other, "-passin", "pass:another one", "-nodes", "-nocerts"], b"");
        assert_eq!(openssl_must(&["pkey", "-pubout", "-outform", "DER"], &key_inside), key.spki(), "{name}");
    }
}

#[test]
fn the_same_source_of_randomness_makes_the_same_file() {
    let analysis = chain(Key::P256(7)).analysis();
    for format in [FileFormat::Pfx, FileFormat::PfxLegacy, FileFormat::Jks, FileFormat::Pkcs8] {
        assert_eq!(
            written(&analysis, format, Some(PASSWORD)),
            written(&analysis, format, Some(PASSWORD)),
            "{format:?}"
        );
    }
}
