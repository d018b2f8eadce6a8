//! PKCS#12: what `openssl` and Python's `cryptography` write, and what nobody should.

use super::site::*;
use super::support::mint::{Cert, Key};
use super::support::openssl::{openssl, openssl_must};
use super::support::{locked, programs};
use certloupe::engine::keys;
use certloupe::engine::read::{LooksLike, ProblemKind, read_with};
use certloupe::report::{InputKind, Options, Password, Progress, Source, Step, Timestamp};
use std::fs;
use std::time::Instant;

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
fn a_million_rounds_are_announced_and_done() {
    let site = Site::ec("million");
    // In this order: to OpenSSL `-iter` means the check value too, `-nomac` that the certificates stay open.
    let pfx = site.pfx("s3cret", &["-iter", "1000000", "-nomac"]);
    let mut options = Options::at(Timestamp::from_unix(0));
    options.passwords = vec![Password::new("s3cret")];
    let mut heard = Vec::new();
    let source = Source { name: "site.pfx".to_owned(), bytes: pfx };
    let start = Instant::now();
    let material = read_with(&[source], &options, &mut |progress| heard.push(progress));
    println!("1,000,000 rounds: {:.1?}", start.elapsed());
    site.assert_read("a million rounds", &material);
    let announced = Progress { step: Step::Unlocking, source: "site.pfx".to_owned(), done: 0, total: 1_000_000 };
    assert_eq!(heard, [announced]);
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
    assert_eq!(problems(&material), [&ProblemKind::Seal { opened: true, tried: true }]);
}

/// Nothing in it is locked: whoever changes it need not know the password, and only importers notice.
#[test]
fn the_check_value_of_an_open_file() {
    let site = Site::ec("open-mac");
    let pfx = site.pfx("s3cret", &["-certpbe", "NONE", "-keypbe", "NONE"]);
    let listed = |pfx: &[u8]| openssl(&["pkcs12", "-passin", "pass:s3cret", "-nodes"], pfx);
    assert!(listed(&pfx).succeeded);
    site.assert_read("right", &read_one("site.pfx", &pfx, &["s3cret"]));
    let name = pfx.windows(7).rposition(|part| part == b"Test CA").unwrap();
    let changed = [&pfx[..name], b"Best CA", &pfx[name + 7..]].concat();
    assert!(listed(&changed).stderr.contains("Mac verify error"));
    for (form, file, passwords) in
        [("wrong", &pfx, &["wrong"][..]), ("none", &pfx, &[]), ("changed", &changed, &["s3cret"])]
    {
        let material = read_one("site.pfx", file, passwords);
        let seal = ProblemKind::Seal { opened: false, tried: !passwords.is_empty() };
        assert_eq!(
            (problems(&material), material.certificates.len(), material.keys.len()),
            (vec![&seal], 2, 1),
            "{form}"
        );
    }
}

/// Once the check value refused every password and the first part did, too, the rest is not tried.
#[test]
fn wrong_passwords_are_not_tried_on_every_part() {
    let site = Site::ec("rounds");
    let pfx = site.pfx("s3cret", &["-iter", "200000"]);
    let mut options = Options::at(Timestamp::from_unix(0));
    options.passwords = vec![Password::new("one"), Password::new("two")];
    let mut heard = 0;
    let source = Source { name: "site.pfx".to_owned(), bytes: pfx };
    let material = read_with(&[source], &options, &mut |_| heard += 1);
    assert!(is_locked(&material, InputKind::Pkcs12, 2));
    // Two passwords and the empty one in its two forms, then the three on the first of two parts.
    assert_eq!(heard, 4 + 3);
}

#[test]
fn other_check_values() {
    let leaf = Cert::server(&["a.example.com"]).key(Key::P256(9)).self_signed();
    let safe = |password: &str| locked::safe(&leaf.key.pkcs8(), &[&leaf.der], password);
    let opens = |pfx: &[u8], password: &str| {
        let material = read_one("a.pfx", pfx, &["wrong", password]);
        assert_eq!((problems(&material), material.certificates.len(), material.keys.len()), (vec![], 1, 1));
    };
    let pbmac1 = locked::pfx_with_pbmac1(&safe("密码"), "密码");
    opens(&pbmac1, "密码");
    assert!(is_locked(&read_one("a.pfx", &pbmac1, &["wrong"]), InputKind::Pkcs12, 1));
    // OpenSSL before 1.1 took each byte of UTF-8 for a character.
    let by_bytes: String = "密码".bytes().map(char::from).collect();
    opens(&locked::pfx_around(&safe("密码"), &by_bytes), "密码");
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
    // The inner lengths open, the outermost not; and in PEM.
    let inner = [&[0x30, 0x84][..], &[0; 4], &to_ber(&pfx, 7)[2..]].concat();
    let length = (inner.len() - 8) as u32;
    let inner = [&inner[..2], &length.to_be_bytes(), &inner[6..inner.len() - 2]].concat();
    site.assert_read("inner lengths", &read_one("site.pfx", &inner, &["s3cret"]));
    let pem = crate::support::mint::pem_block("PKCS12", &to_ber(&pfx, 7));
    site.assert_read("as PEM", &read_one("site.pem", pem.as_bytes(), &["s3cret"]));
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
