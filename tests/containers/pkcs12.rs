//! PKCS#12: what `openssl` and Python's `cryptography` write, and what nobody should.

use super::site::*;
use super::support::mint::{Cert, Key};
use super::support::openssl::openssl_must;
use super::support::{locked, programs};
use certloupe::engine::keys;
use certloupe::engine::read::{LooksLike, ProblemKind};
use certloupe::report::InputKind;
use std::fs;

/// What `openssl pkcs12 -export` is told for each way of locking.
const PFX: [&[&str]; 17] = [
    &[],
    &["-legacy"],
    &["-descert", "-legacy"],
    &["-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1"],
    &["-certpbe", "PBE-SHA1-RC2-128", "-keypbe", "PBE-SHA1-2DES"],
    &["-certpbe", "AES-128-CBC", "-keypbe", "AES-192-CBC"],
    &["-certpbe", "DES-EDE3-CBC", "-keypbe", "DES-CBC"],
    &["-macalg", "sha224"],
    &["-macalg", "sha384"],
    &["-macalg", "sha512"],
    &["-macalg", "md5"],
    &["-certpbe", "NONE"],
    &["-certpbe", "NONE", "-keypbe", "NONE"],
    &["-nomac"],
    &["-nomac", "-certpbe", "PBE-SHA1-RC2-40"],
    &["-iter", "1", "-nomaciter"],
    &["-iter", "100000"],
];

#[test]
fn pkcs12_in_every_way_that_openssl_locks_it() {
    let site = Site::ec("pfx");
    for options in PFX {
        for password in ["s3cret", "密码 pass", "emoji 🔑", ""] {
            let pfx = site.pfx(password, options);
            let form = format!("{options:?} {password}");
            let typed = if password.is_empty() { vec![] } else { vec!["wrong", password] };
            let material = read_one("site.pfx", &pfx, &typed);
            site.assert_read(&form, &material);
            assert_eq!(kinds(&material)[0], InputKind::Pkcs12, "{form}");
            assert!(material.inputs.iter().all(|input| input.source == "site.pfx"), "{form}");
            let nothing_locked = options == ["-certpbe", "NONE", "-keypbe", "NONE"];
            if password.is_empty() || nothing_locked {
                continue;
            }
            for passwords in [&["wrong"][..], &[]] {
                let material = read_one("site.pfx", &pfx, passwords);
                assert!(is_locked(&material, InputKind::Pkcs12, passwords.len()), "{form}: {:?}", material.problems);
                // Without a check value OpenSSL leaves the certificates open.
                let open = if options == ["-certpbe", "NONE"] || options == ["-nomac"] { 2 } else { 0 };
                assert_eq!((material.certificates.len(), material.keys.len()), (open, 0), "{form}");
            }
        }
    }
    println!("{} ways of locking PKCS#12, four passwords each", PFX.len());
}

#[test]
fn every_kind_of_key_in_pkcs12() {
    for (name, algorithm) in [
        ("rsa", &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"][..]),
        ("p521", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"]),
        ("ed25519", &["-algorithm", "ED25519"]),
    ] {
        let site = Site::fresh(&format!("pfx-{name}"), algorithm);
        site.assert_read(name, &read_one("site.pfx", &site.pfx("s3cret", &[]), &["s3cret"]));
    }
}

#[test]
fn a_changed_pkcs12_file_is_read_and_named() {
    let leaf = Cert::server(&["a.example.com"]).key(Key::P256(9)).self_signed();
    let safe = locked::safe(&leaf.key.pkcs8(), &[&leaf.der], "s3cret");
    let clean = read_one("a.pfx", &locked::pfx_around(&safe, "s3cret"), &["s3cret"]);
    assert_eq!((problems(&clean), clean.certificates.len(), clean.keys.len()), (vec![], 1, 1));
    // One password for the check value, another for the contents.
    let two = locked::pfx_around(&safe, "another");
    let both = read_one("a.pfx", &two, &["another", "s3cret"]);
    assert_eq!((problems(&both), both.certificates.len(), both.keys.len()), (vec![], 1, 1));
    assert!(is_locked(&read_one("a.pfx", &two, &["another"]), InputKind::Pkcs12, 1));
    // Without the first everything opens, and Windows would refuse the file all the same.
    let material = read_one("a.pfx", &two, &["s3cret"]);
    assert_eq!((material.certificates.len(), material.keys.len()), (1, 1));
    let ProblemKind::BadDer { kind: InputKind::Pkcs12, error } = problems(&material)[0] else {
        panic!("{:?}", material.problems)
    };
    assert_eq!(error.structure, "MacData");
}

#[test]
fn one_bad_bag_hides_only_itself() {
    use crate::support::der::*;
    let leaf = Cert::server(&["a.example.com"]).key(Key::P256(9)).self_signed();
    let bag = |number: u8, value| sequence([oid(&format!("1.2.840.113549.1.12.10.1.{number}")), explicit(0, value)]);
    let certificate = |bytes: &[u8]| bag(3, sequence([oid("1.2.840.113549.1.9.22.1"), explicit(0, octets(bytes))]));
    let nested = bag(6, sequence([certificate(&leaf.der)]));
    let sdsi = bag(3, sequence([oid("1.2.840.113549.1.9.22.2"), explicit(0, octets(b"sdsi"))]));
    let secret = bag(5, sequence([oid("1.2.3.4"), explicit(0, octets(b"secret"))]));
    let bags = [sdsi, certificate(b"no certificate"), secret, bag(99, null()), bag(1, leaf.key.pkcs8()), nested];
    let safe = sequence([
        sequence([oid("1.2.840.113549.1.7.1"), explicit(0, octets(sequence(bags)))]),
        sequence([oid("1.2.840.113549.1.7.3"), explicit(0, sequence([]))]),
    ]);
    let material = read_one("a.pfx", &locked::pfx_around(&safe, "s3cret"), &["s3cret"]);
    assert_eq!((material.certificates.len(), material.keys.len()), (1, 1));
    assert_eq!(keys::summaries(&material)[0].matches, [0]);
    let found = problems(&material);
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.contains(&&ProblemKind::Unreadable(LooksLike::SecretKey)));
    let envelope = ProblemKind::UnknownLock { kind: InputKind::Pkcs12, scheme: "EnvelopedData".to_owned() };
    assert!(found.contains(&&envelope));
}

#[test]
fn open_lengths_as_windows_and_java_write_them() {
    let site = Site::ec("ber");
    let pfx = site.pfx("s3cret", &["-legacy"]);
    // Seven levels deep are the structures of PKCS#12, and not the certificates inside of them.
    for depth in 1..=7 {
        let ber = to_ber(&pfx, depth);
        assert_ne!(ber, pfx);
        let listed = openssl_must(&[&["pkcs12", "-passin", "pass:s3cret", "-nokeys"][..], &OLD].concat(), &ber);
        assert!(String::from_utf8_lossy(&listed).contains("BEGIN CERTIFICATE"), "OpenSSL reads it too");
        site.assert_read(&format!("{depth} levels"), &read_one("site.pfx", &ber, &["s3cret"]));
    }
    let der = openssl_must(
        &["crl2pkcs7", "-nocrl", "-certfile", &site.certificate, "-certfile", &site.ca, "-outform", "DER"],
        b"",
    );
    for depth in 1..=4 {
        let material = read_one("chain.p7b", &to_ber(&der, depth), &[]);
        assert_eq!((problems(&material), material.certificates.len()), (vec![], 2), "{depth}");
    }
    let certificate = fs::read(&site.certificate).unwrap();
    let given = read_one("a", &certificate, &[]).certificates[0].sha256;
    assert_eq!(read_one("b", &to_ber(&der, 4), &[]).certificates[0].sha256, given, "to the byte");
}

#[test]
fn what_pythons_cryptography_writes() {
    let site = Site::ec("python");
    let script = "
import sys
from cryptography.hazmat.primitives import serialization as s, hashes
from cryptography.hazmat.primitives.serialization import pkcs12, pkcs7
from cryptography import x509
key_file, certificate_file, ca_file, out = sys.argv[1:]
key = s.load_pem_private_key(open(key_file, 'rb').read(), None)
certificate, ca = [x509.load_pem_x509_certificate(open(f, 'rb').read()) for f in (certificate_file, ca_file)]
password = '密码 pass'.encode()
def locked(scheme, mac, rounds=2048):
    return s.PrivateFormat.PKCS12.encryption_builder().kdf_rounds(rounds).key_cert_algorithm(scheme).hmac_hash(mac).build(password)
ways = {
    'best': s.BestAvailableEncryption(password),
    'aes': locked(pkcs12.PBES.PBESv2SHA256AndAES256CBC, hashes.SHA256()),
    'sha512': locked(pkcs12.PBES.PBESv2SHA256AndAES256CBC, hashes.SHA512()),
    'old': locked(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC, hashes.SHA1()),
    'open': s.NoEncryption(),
}
for name, way in ways.items():
    open(f'{out}/{name}.p12', 'wb').write(pkcs12.serialize_key_and_certificates(b'name', key, certificate, [ca], way))
open(f'{out}/chain.p7b', 'wb').write(pkcs7.serialize_certificates([certificate, ca], s.Encoding.DER))
open(f'{out}/chain.p7b.pem', 'wb').write(pkcs7.serialize_certificates([certificate, ca], s.Encoding.PEM))
";
    let out = site.folder.display().to_string();
    programs::run("python3", &["-c", script, &site.key, &site.certificate, &site.ca, &out], b"");
    for name in ["best", "aes", "sha512", "old", "open"] {
        let pfx = fs::read(site.folder.join(format!("{name}.p12"))).unwrap();
        site.assert_read(name, &read_one("site.p12", &pfx, &["密码 pass"]));
        if name == "open" {
            site.assert_read(name, &read_one("site.p12", &pfx, &[]));
        }
    }
    for name in ["chain.p7b", "chain.p7b.pem"] {
        let material = read_one(name, &fs::read(site.folder.join(name)).unwrap(), &[]);
        assert_eq!((problems(&material), material.certificates.len()), (vec![], 2), "{name}");
    }
}
