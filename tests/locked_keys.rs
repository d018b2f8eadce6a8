//! Private keys behind a password, in every way that `openssl` and Python's `cryptography` lock them: opened with the
//! right one, and said to be locked with a wrong one or none. Each test makes its keys anew.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use certloupe::engine::budget::LIMITS;
use certloupe::engine::keys;
use certloupe::engine::read::{KeyKind, Material, ProblemKind, read_with};
use certloupe::report::{InputKind, Options, Password, Progress, Source, Step, Timestamp};
use support::cpu::Stopwatch;
use support::locked;
use support::openssl::{openssl, openssl_must};

/// The password of these tests; text that is neither ASCII nor without a blank.
const PASSWORD: &str = "s3cret 密码";

fn read_one(name: &str, bytes: &[u8], passwords: &[&str]) -> Material {
    read_all(&[(name, bytes)], passwords)
}

fn read_all(files: &[(&str, &[u8])], passwords: &[&str]) -> Material {
    let sources: Vec<Source> =
        files.iter().map(|(name, bytes)| Source { name: (*name).to_owned(), bytes: bytes.to_vec() }).collect();
    let mut options = Options::at(Timestamp::from_unix(0));
    options.passwords = passwords.iter().map(|password| Password::new(*password)).collect();
    read_with(&sources, &options, &mut |_| ())
}

fn fresh(options: &[&str]) -> Vec<u8> {
    openssl_must(&[&["genpkey"], options].concat(), b"")
}

fn fresh_ec() -> Vec<u8> {
    fresh(&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
}

/// Right, wrong and no password; what opens has the public key of the original.
fn assert_opens(form: &str, kind: KeyKind, locked: &[u8], original: &[u8], password: &str) {
    let public = openssl_must(&["pkey", "-pubout", "-outform", "DER"], original);
    let material = read_one("server.key", locked, &["wrong", password]);
    assert_eq!(material.problems, [], "{form}");
    let [key] = material.keys.as_slice() else { panic!("{form}: {:?}", material.keys) };
    assert_eq!((key.kind, key.public_key.as_ref()), (kind, Some(&public)), "{form}");
    let (inside, plain) = key.plain().unwrap_or_else(|| panic!("{form}: not open"));
    assert!(!inside.is_encrypted());
    let again = openssl_must(&["pkey", "-inform", "DER", "-pubout", "-outform", "DER"], plain);
    assert_eq!(again, public, "{form}: OpenSSL reads what was opened");
    for (passwords, typed) in [(&["wrong", "Wrong "][..], 2), (&[], 0)] {
        let material = read_one("server.key", locked, passwords);
        let expected = ProblemKind::Locked { kind: InputKind::PrivateKey, typed, files: 0 };
        assert_eq!(material.problems.iter().map(|problem| &problem.kind).collect::<Vec<_>>(), [&expected], "{form}");
        assert!(material.keys[0].plain().is_none() && material.keys[0].public_key.is_none(), "{form}");
    }
}

/// What `openssl pkcs8 -topk8` is told for each way of locking; the last word says whether it needs old algorithms.
const PKCS8: [&[&str]; 24] = [
    &[],
    &["-v2", "aes-128-cbc"],
    &["-v2", "aes-192-cbc"],
    &["-v2", "aes-256-cbc", "-iter", "1"],
    &["-v2", "des3"],
    &["-v2", "des-cbc"],
    &["-v2", "rc2-cbc"],
    &["-v2", "rc2-64-cbc"],
    &["-v2", "rc2-40-cbc"],
    &["-v2", "aes-256-cbc", "-v2prf", "hmacWithMD5"],
    &["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA1"],
    &["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA224"],
    &["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256"],
    &["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA384"],
    &["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512"],
    &["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512-224"],
    &["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512-256"],
    &["-scrypt", "-scrypt_N", "1024"],
    &["-v2", "aes-128-cbc", "-scrypt", "-scrypt_N", "256", "-scrypt_r", "4", "-scrypt_p", "2"],
    &["-v1", "PBE-MD5-DES"],
    &["-v1", "PBE-SHA1-DES"],
    &["-v1", "PBE-MD5-RC2-64"],
    &["-v1", "PBE-SHA1-RC2-64"],
    &["-v1", "PBE-SHA1-3DES"],
];

/// Schemes of PKCS#12, which also lock PKCS#8: their passwords are UTF-16.
const PKCS12: [&str; 3] = ["PBE-SHA1-2DES", "PBE-SHA1-RC2-128", "PBE-SHA1-RC2-40"];

const OLD: [&str; 4] = ["-provider", "legacy", "-provider", "default"];

#[test]
fn pkcs8_in_every_way_that_openssl_locks_it() {
    let original = fresh_ec();
    let pass = format!("pass:{PASSWORD}");
    let lock = |options: &[&str]| {
        openssl_must(&[&["pkcs8", "-topk8", "-passout", &pass][..], &OLD, options].concat(), &original)
    };
    for options in PKCS8 {
        assert_opens(&format!("{options:?}"), KeyKind::EncryptedPkcs8, &lock(options), &original, PASSWORD);
    }
    for scheme in PKCS12 {
        assert_opens(scheme, KeyKind::EncryptedPkcs8, &lock(&["-v1", scheme]), &original, PASSWORD);
    }
    let der = openssl_must(&["pkcs8", "-topk8", "-outform", "DER", "-passout", &pass], &original);
    assert_opens("DER", KeyKind::EncryptedPkcs8, &der, &original, PASSWORD);
    println!("{} ways of locking PKCS#8", PKCS8.len() + PKCS12.len() + 1);
}

#[test]
fn every_kind_of_key_pairs_with_its_certificate_once_it_is_open() {
    for options in [
        &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"][..],
        &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
        &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"],
        &["-algorithm", "ED25519"],
    ] {
        let pem = fresh(options);
        let certificate = openssl_must(&["req", "-x509", "-key", "/dev/stdin", "-subj", "/CN=a.example"], &pem);
        let locked = openssl_must(&["pkcs8", "-topk8", "-passout", "pass:secret"], &pem);
        let material = read_all(&[("server.crt", &certificate), ("server.key", &locked)], &["secret"]);
        let summary = &keys::summaries(&material)[0];
        assert_eq!((summary.matches.as_slice(), summary.encrypted), (&[0][..], true), "{options:?}");
        assert!(summary.facts.algorithm != "unknown");
    }
}

#[test]
fn openssls_old_encryption_of_pem() {
    let rsa = fresh(&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]);
    let pass = format!("pass:{PASSWORD}");
    for cipher in ["-des", "-des3", "-aes128", "-aes192", "-aes256"] {
        let locked = openssl_must(&[&["rsa", "-traditional", cipher, "-passout", &pass][..], &OLD].concat(), &rsa);
        assert!(String::from_utf8_lossy(&locked).contains("DEK-Info:"), "{cipher}");
        assert_opens(cipher, KeyKind::EncryptedLegacy, &locked, &rsa, PASSWORD);
    }
    let ec = fresh_ec();
    let locked = openssl_must(&["ec", "-aes256", "-passout", &pass], &ec);
    assert_opens("EC", KeyKind::EncryptedLegacy, &locked, &ec, PASSWORD);
    let windows = String::from_utf8(locked).unwrap().replace('\n', "\r\n").into_bytes();
    assert_opens("EC with CRLF", KeyKind::EncryptedLegacy, &windows, &ec, PASSWORD);
}

#[test]
fn what_pythons_cryptography_locks() {
    let script = "
import sys
from cryptography.hazmat.primitives import serialization as s
from cryptography.hazmat.primitives.asymmetric import ec, rsa, ed25519
keys = [ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 2048), ed25519.Ed25519PrivateKey.generate()]
for key in keys:
    for form in ('PKCS8', 'TraditionalOpenSSL'):
        if form == 'TraditionalOpenSSL' and isinstance(key, ed25519.Ed25519PrivateKey): continue
        sys.stdout.write(key.private_bytes(s.Encoding.PEM, getattr(s.PrivateFormat, form),
            s.BestAvailableEncryption('s3cret 密码'.encode())).decode())
";
    let locked = support::programs::run("python3", &["-c", script], b"");
    let material = read_one("keys.pem", &locked, &[PASSWORD]);
    assert_eq!(material.problems, []);
    assert_eq!(material.keys.len(), 5);
    assert!(material.keys.iter().all(|key| key.public_key.is_some() && key.plain().is_some()));
}

#[test]
fn ciphers_that_are_known_by_name_are_named() {
    let original = fresh_ec();
    for (options, name) in [
        (&["-v2", "aes-256-cfb"][..], "AES-256-CFB"),
        (&["-v2", "aes-128-ofb"], "AES-128-OFB"),
        (&["-v2", "camellia-256-cbc"], "Camellia-256"),
        (&["-v2", "aria-128-cbc"], "ARIA-128"),
        (&["-v2", "seed-cbc"], "SEED"),
        (&["-v2", "sm4-cbc"], "SM4"),
        (&["-v2", "bf-cbc"], "Blowfish"),
        (&["-v2", "cast5-cbc"], "CAST5"),
        (&["-v1", "PBE-SHA1-RC4-128"], "RC4-128"),
        (&["-v1", "PBE-SHA1-RC4-40"], "RC4-40"),
    ] {
        let locked = openssl(&[&["pkcs8", "-topk8", "-passout", "pass:secret"][..], &OLD, options].concat(), &original);
        assert!(locked.succeeded, "{options:?}: {}", locked.stderr);
        let material = read_one("server.key", &locked.stdout, &["secret"]);
        let expected = ProblemKind::UnknownLock { kind: InputKind::PrivateKey, scheme: name.to_owned() };
        assert_eq!(material.problems[0].kind, expected, "{options:?}");
        assert_eq!(material.keys.len(), 1, "the key is there all the same");
    }
    let locked = openssl_must(&["ec", "-camellia256", "-passout", "pass:secret"], &original);
    let ProblemKind::UnknownLock { scheme, .. } = &read_one("k", &locked, &["secret"]).problems[0].kind else {
        panic!("Camellia opened")
    };
    assert_eq!(scheme, "CAMELLIA-256-CBC");
}

#[test]
fn a_password_file_beside_it_opens_it() {
    let original = fresh_ec();
    let locked = openssl_must(&["pkcs8", "-topk8", "-passout", "pass:from-file"], &original);
    let files = [("a/server.key", locked.as_slice()), ("a/key-password.txt", b"\xef\xbb\xbffrom-file\r\n")];
    let material = read_all(&files, &[]);
    assert_eq!(material.problems, []);
    assert!(material.keys[0].plain().is_some());
    let material = read_all(&[files[0], ("a/key-password.txt", b"another")], &[]);
    assert_eq!(material.problems[0].kind, ProblemKind::Locked { kind: InputKind::PrivateKey, typed: 0, files: 1 });
}

#[test]
fn what_costs_too_much_is_not_tried() {
    let key = support::mint::Key::P256(3).pkcs8();
    let asks = |rounds: u64| locked::pkcs8_asking(&key, "secret", rounds);
    let start = Stopwatch::start();
    let material = read_one("server.key", &asks(2_000_000_000), &["secret"]);
    assert!(start.elapsed().as_secs() < 5);
    assert_eq!(
        material.problems[0].kind,
        ProblemKind::CostlyRounds { kind: InputKind::PrivateKey, rounds: 2_000_000_000 }
    );
    let material = read_one("server.key", &locked::scrypt_asking(1 << 20, 8, 1), &["secret"]);
    let ProblemKind::CostlyMemory { bytes, .. } = material.problems[0].kind else { panic!("{:?}", material.problems) };
    assert!(bytes > LIMITS.key_memory);
    // Numbers that overflow.
    for (n, r, p) in [(1 << 31, u32::MAX, u32::MAX), (2, u32::MAX, 1), (2, 1, u32::MAX), (1 << 31, 1, 1)] {
        assert!(!read_one("server.key", &locked::scrypt_asking(n, r, p), &["secret"]).problems.is_empty());
    }
}

#[test]
fn locks_behind_locks_are_not_followed() {
    let key = support::mint::Key::P256(3).pkcs8();
    let nested = (0..200).fold(key, |inside, _| locked::pkcs8(&inside, "secret", 1));
    let material = read_one("server.key", &nested, &["secret"]);
    assert_eq!((material.keys.len(), material.problems.len()), (1, 1));
    assert!(material.keys[0].plain().is_none());
}

#[test]
fn a_pile_of_password_files_ends() {
    let key = locked::pkcs8(&support::mint::Key::P256(3).pkcs8(), "secret", 1_000);
    let names: Vec<String> = (0..1_000).map(|number| format!("{number}/password.txt")).collect();
    let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"wrong"[..])).collect();
    files.push(("server.key", &key));
    let material = read_all(&files, &[]);
    let locked = ProblemKind::Locked { kind: InputKind::PrivateKey, typed: 0, files: 100 };
    assert_eq!(material.problems.last().map(|problem| &problem.kind), Some(&locked));
}

#[test]
fn long_work_is_announced_before_it_is_done() {
    let key = support::mint::Key::P256(3).pkcs8();
    let locked = locked::pkcs8(&key, "secret", 300_000);
    let mut heard = Vec::new();
    let source = Source { name: "server.key".to_owned(), bytes: locked };
    let mut options = Options::at(Timestamp::from_unix(0));
    options.passwords = vec![Password::new("secret")];
    let start = Stopwatch::start();
    let material = read_with(&[source], &options, &mut |progress| heard.push(progress));
    println!("300,000 rounds of PBKDF2 with SHA-256: {:.0?}", start.elapsed());
    assert!(material.keys[0].plain().is_some());
    let announced = Progress { step: Step::Unlocking, source: "server.key".to_owned(), done: 0, total: 300_000 };
    assert_eq!(heard, [announced]);
}

#[test]
fn nothing_of_key_or_password_is_printed() {
    let key = support::mint::Key::P256(3).pkcs8();
    let material = read_one("server.key", &locked::pkcs8(&key, "s3cret-word", 10), &["s3cret-word"]);
    assert!(material.keys[0].plain().is_some());
    let shown = format!("{material:?} {:?}", keys::summaries(&material));
    let secret = format!("{:?}", &[3_u8; 12]);
    assert!(!shown.contains("s3cret-word") && !shown.contains(secret.trim_matches(['[', ']'])));
}

#[test]
fn damage_is_always_said_and_never_a_panic() {
    let key = support::mint::Key::P256(3).pkcs8();
    let locked = locked::pkcs8(&key, "secret", 1);
    for length in 0..locked.len() {
        let material = read_one("server.key", &locked[..length], &["secret"]);
        assert!(!material.problems.is_empty(), "{length} bytes");
    }
    let mut opened = 0;
    for at in 0..locked.len() {
        for bit in [0x01, 0x80, 0xff] {
            let mut bytes = locked.clone();
            bytes[at] ^= bit;
            let material = read_one("server.key", &bytes, &["secret"]);
            let open = material.keys.iter().any(|key| key.plain().is_some());
            opened += u32::from(open);
            assert!(open || !material.problems.is_empty() || !material.inputs.is_empty(), "byte {at}");
        }
    }
    println!("{} changes, {opened} still opened: nothing vouches for what is inside", locked.len() * 3);
}

/// OpenSSL locks with the empty password when told to; nobody has to be asked for that.
#[test]
fn the_empty_password_is_tried() {
    let original = fresh_ec();
    let locked = openssl_must(&["pkcs8", "-topk8", "-passout", "pass:"], &original);
    for passwords in [&[][..], &["wrong"]] {
        let material = read_one("server.key", &locked, passwords);
        assert_eq!(material.problems, []);
        assert!(material.keys[0].plain().is_some());
    }
}

/// Lengths that no cipher has, and a lock that does not say how: damage, not a wrong password.
#[test]
fn impossible_parameters_are_damage() {
    use support::der::*;
    let pbes2 = |cipher: &str, iv: usize, asked: &[u64]| {
        let asked: Vec<_> = asked.iter().map(|length| integer(*length)).collect();
        let parameters = sequence([vec![octets([7; 8]), integer(1)], asked].concat());
        let derivation = sequence([oid("1.2.840.113549.1.5.12"), parameters]);
        let scheme = sequence([derivation, sequence([oid(cipher), octets(vec![7; iv])])]);
        sequence([sequence([oid("1.2.840.113549.1.5.13"), scheme]), octets([7; 64])])
    };
    const AES_256: &str = "2.16.840.1.101.3.4.1.42";
    const TRIPLE_DES: &str = "1.2.840.113549.3.7";
    for (cipher, iv, asked, damaged) in [
        (AES_256, 16, &[][..], false),
        (AES_256, 16, &[32], false),
        (TRIPLE_DES, 8, &[24], false),
        (AES_256, 0, &[], true),
        (AES_256, 8, &[], true),
        (AES_256, 16, &[16], true),
        (TRIPLE_DES, 8, &[5], true),
        (TRIPLE_DES, 16, &[], true),
    ] {
        let material = read_one("server.key", &pbes2(cipher, iv, asked), &["secret"]);
        let is_damage = matches!(material.problems[0].kind, ProblemKind::BadDer { .. });
        assert_eq!(is_damage, damaged, "{cipher} {iv} {asked:?}: {:?}", material.problems);
    }
    let text = locked::legacy("EC PRIVATE KEY", &support::mint::Key::P256(3).pkcs8(), "secret");
    let bare: String =
        text.lines().filter(|line| !line.starts_with("DEK-Info")).map(|line| format!("{line}\n")).collect();
    for text in [bare, text.replacen("AES-256-CBC,73", "AES-256-CBC,7", 1)] {
        let material = read_one("server.key", text.as_bytes(), &["secret"]);
        assert!(matches!(material.problems[0].kind, ProblemKind::BadDer { .. }), "{:?}", material.problems);
    }
}

#[test]
fn what_a_password_file_says_around_the_password() {
    let locked = openssl_must(&["pkcs8", "-topk8", "-passout", "pass:from-file"], &fresh_ec());
    for text in ["password: from-file", "证书密码：from-file\r\n", "key=from-file", "shop.example.com\nfrom-file\n"]
    {
        let files = [("a/server.key", locked.as_slice()), ("a/key-password.txt", text.as_bytes())];
        let material = read_all(&files, &[]);
        assert_eq!(material.problems, [], "{text}");
        assert!(material.keys[0].plain().is_some(), "{text}");
    }
}
