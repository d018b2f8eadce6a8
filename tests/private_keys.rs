//! Private keys in every form that `openssl` writes: what kind, how large, which public key. OpenSSL is the judge.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use certloupe::engine::read::{KeyKind, Material, PrivateKey, ProblemKind, Sloppiness, read};
use certloupe::engine::{keys, x509::Curve, x509::KeyAlgorithm};
use certloupe::report::{InputKind, Source};
use sha2::{Digest, Sha256};
use support::der::{bits, implicit, integer, octets, oid, sequence};
use support::mint::{Cert, Key};
use support::openssl::{folder, openssl, openssl_must};

fn read_one(bytes: Vec<u8>) -> Material {
    read(&[Source { name: "server.key".to_owned(), bytes }])
}

/// What `openssl genpkey` is told for each algorithm.
const ALGORITHMS: [(&str, &[&str]); 16] = [
    ("rsa", &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]),
    ("rsa-3072", &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072", "-pkeyopt", "rsa_keygen_pubexp:3"]),
    ("rsa-pss", &["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"]),
    ("p256", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
    ("p384", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]),
    ("p521", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"]),
    ("secp256k1", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"]),
    ("sm2", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"]),
    ("brainpool", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"]),
    ("brainpool-384", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP384r1"]),
    ("brainpool-512", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP512r1"]),
    ("p192", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-192"]),
    ("p224", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-224"]),
    ("b283", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:B-283"]),
    ("ed25519", &["-algorithm", "ED25519"]),
    ("ed448", &["-algorithm", "ED448"]),
];

fn generate(options: &[&str]) -> Vec<u8> {
    openssl_must(&[&["genpkey"], options].concat(), b"")
}

/// The size that `openssl` prints: `Private-Key: (2048 bit, 2 primes)`, `ED25519 Private-Key:`.
fn printed_bits(pem: &[u8]) -> Option<u32> {
    let text = String::from_utf8_lossy(&openssl_must(&["pkey", "-noout", "-text"], pem)).into_owned();
    text.split_once("Private-Key: (")?.1.split_once(" bit")?.0.parse().ok()
}

fn assert_facts(name: &str, form: &str, key: &PrivateKey, pem: &[u8]) {
    let facts = key.algorithm.as_ref().unwrap_or_else(|| panic!("{name} {form}: no algorithm")).facts();
    // Of binary fields openssl prints the size of the order, which is a bit or so smaller.
    if let Some(bits) = printed_bits(pem).filter(|_| name != "b283") {
        assert_eq!(facts.bits, Some(bits), "{name} {form}");
    }
    let public = openssl_must(&["pkey", "-pubout", "-outform", "DER"], pem);
    match &key.public_key {
        // OpenSSL keeps id-RSASSA-PSS in the public key; for pairing the kind of padding does not count.
        Some(_) if name == "rsa-pss" => {}
        Some(ours) => assert_eq!(ours, &public, "{name} {form}"),
        None => panic!("{name} {form}: no public key"),
    }
}

#[test]
fn every_algorithm_in_every_form() {
    let mut forms = 0;
    for (name, options) in ALGORITHMS {
        let pem = generate(options);
        let certificate = openssl_must(&["req", "-x509", "-key", "/dev/stdin", "-subj", "/CN=a.example"], &pem);
        let encrypt = ["pkcs8", "-topk8", "-passout", "pass:secret"];
        let mut cases = vec![
            ("PKCS#8", KeyKind::Pkcs8, pem.clone()),
            ("PKCS#8 DER", KeyKind::Pkcs8, openssl_must(&["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], &pem)),
            ("encrypted", KeyKind::EncryptedPkcs8, openssl_must(&encrypt, &pem)),
            (
                "encrypted DER",
                KeyKind::EncryptedPkcs8,
                openssl_must(&[&encrypt[..], &["-outform", "DER"]].concat(), &pem),
            ),
            (
                "encrypted 3DES",
                KeyKind::EncryptedPkcs8,
                openssl_must(&[&encrypt[..], &["-v1", "PBE-SHA1-3DES"]].concat(), &pem),
            ),
        ];
        if matches!(name, "rsa" | "rsa-3072") {
            cases.push(("PKCS#1", KeyKind::Pkcs1, openssl_must(&["rsa", "-traditional"], &pem)));
            cases.push(("PKCS#1 DER", KeyKind::Pkcs1, openssl_must(&["rsa", "-traditional", "-outform", "DER"], &pem)));
        }
        if options.contains(&"EC") {
            cases.push(("SEC 1", KeyKind::Sec1, openssl_must(&["ec"], &pem)));
            cases.push(("SEC 1 DER", KeyKind::Sec1, openssl_must(&["ec", "-outform", "DER"], &pem)));
        }
        for (form, kind, bytes) in cases {
            forms += 1;
            let mut sources = vec![Source { name: "server.key".to_owned(), bytes }];
            sources.push(Source { name: "server.crt".to_owned(), bytes: certificate.clone() });
            let material = read(&sources);
            let problems: Vec<_> = material.problems.iter().map(|problem| &problem.kind).collect();
            let locked = ProblemKind::Locked { kind: InputKind::PrivateKey, typed: 0, files: 0 };
            assert_eq!(problems, if kind.is_encrypted() { vec![&locked] } else { vec![] }, "{name} {form}");
            let [key] = material.keys.as_slice() else { panic!("{name} {form}: {:?}", material.keys) };
            assert_eq!(key.kind, kind, "{name} {form}");
            assert_eq!(material.inputs[0].kind, InputKind::PrivateKey);
            let summary = &keys::summaries(&material)[0];
            assert_eq!((summary.source.as_str(), summary.encrypted), ("server.key", kind.is_encrypted()));
            if kind.is_encrypted() {
                assert!(key.algorithm.is_none() && key.public_key.is_none() && summary.matches.is_empty());
                assert_eq!(summary.facts.algorithm, "unknown");
                continue;
            }
            assert_facts(name, form, key, &pem);
            assert_eq!(summary.matches, [0], "{name} {form}");
        }
    }
    println!("{forms} forms of {} algorithms", ALGORITHMS.len());
}

#[test]
fn old_encryption_is_seen_by_its_header() {
    let pem = generate(ALGORITHMS[0].1);
    let encrypted = openssl_must(&["rsa", "-traditional", "-aes128", "-passout", "pass:secret"], &pem);
    assert!(String::from_utf8_lossy(&encrypted).contains("Proc-Type: 4,ENCRYPTED"));
    let material = read_one(encrypted);
    let locked = ProblemKind::Locked { kind: InputKind::PrivateKey, typed: 0, files: 0 };
    assert_eq!(material.problems.iter().map(|problem| &problem.kind).collect::<Vec<_>>(), [&locked]);
    assert_eq!(material.keys[0].kind, KeyKind::EncryptedLegacy);
    assert!(material.keys[0].algorithm.is_none());
}

#[test]
fn parameters_in_front_of_a_key_are_harmless() {
    let material = read_one(openssl_must(&["ecparam", "-name", "prime256v1", "-genkey"], b""));
    assert_eq!(material.problems, []);
    let kinds: Vec<_> = material.inputs.iter().map(|input| input.kind).collect();
    assert_eq!(kinds, [InputKind::Parameters, InputKind::PrivateKey]);
    assert_eq!(material.keys[0].algorithm, Some(KeyAlgorithm::Ec(Curve::P256)));
    let material = read_one(generate(&["-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe2048"]));
    assert_eq!((material.problems.len(), material.inputs[0].kind), (0, InputKind::Parameters));
}

#[test]
fn the_public_point_may_be_left_out_compressed_or_spelt_out() {
    for curve in ["P-256", "P-384", "P-521", "secp256k1", "brainpoolP256r1", "brainpoolP384r1", "SM2"] {
        let pem = generate(&["-algorithm", "EC", "-pkeyopt", &format!("ec_paramgen_curve:{curve}")]);
        let bare = openssl_must(&["ec", "-no_public"], &pem);
        let public = openssl_must(&["pkey", "-pubout", "-outform", "DER"], &pem);
        assert_eq!(read_one(bare).keys[0].public_key.as_ref(), Some(&public), "{curve}");
        // A certificate with a compressed point still belongs to the key.
        let compressed = openssl_must(&["ec", "-conv_form", "compressed"], &pem);
        let certificate = openssl_must(&["req", "-x509", "-key", "/dev/stdin", "-subj", "/CN=a.example"], &compressed);
        // Whoever keeps the point compressed in the key still has the same key.
        assert_eq!(read_one(compressed).keys[0].public_key.as_ref(), Some(&public), "{curve}");
        let material = read_one([certificate, pem].concat());
        assert_eq!(keys::summaries(&material)[0].matches, [0], "{curve}");
    }
}

/// Curves in numbers in place of their names (X9.62), as Java and old tools write them: the same curve, the same key.
#[test]
fn a_curve_may_be_spelt_out() {
    for curve in [
        "P-256",
        "P-384",
        "P-521",
        "secp256k1",
        "SM2",
        "P-192",
        "P-224",
        "brainpoolP256r1",
        "brainpoolP384r1",
        "brainpoolP512r1",
    ] {
        let pem = generate(&["-algorithm", "EC", "-pkeyopt", &format!("ec_paramgen_curve:{curve}")]);
        let certificate = openssl_must(&["req", "-x509", "-key", "/dev/stdin", "-subj", "/CN=a.example"], &pem);
        let named = read_one(pem.clone()).keys[0].algorithm.clone();
        let spelt = openssl_must(&["ec", "-param_enc", "explicit"], &pem);
        for options in [&[][..], &["-conv_form", "compressed"]] {
            let key = openssl_must(&[&["ec", "-param_enc", "explicit"], options].concat(), &pem);
            let material = read_one([certificate.clone(), key].concat());
            assert_eq!((&material.keys[0].algorithm, material.problems.len()), (&named, 0), "{curve} {options:?}");
            assert_eq!(keys::summaries(&material)[0].matches, [0], "{curve} {options:?}");
        }
        let spelt_certificate = openssl_must(&["req", "-x509", "-key", "/dev/stdin", "-subj", "/CN=a.example"], &spelt);
        let material = read_one([spelt_certificate, spelt].concat());
        assert_eq!(keys::summaries(&material)[0].matches, [0], "{curve}, both");
        // Another key of the same curve is another.
        let other = generate(&["-algorithm", "EC", "-pkeyopt", &format!("ec_paramgen_curve:{curve}")]);
        let material = read_one([certificate, openssl_must(&["ec", "-param_enc", "explicit"], &other)].concat());
        assert!(keys::summaries(&material)[0].matches.is_empty(), "{curve}");
    }
    // One number changed: a curve of nobody.
    let mut der = openssl_must(&["ec", "-param_enc", "explicit", "-outform", "DER"], &generate(ALGORITHMS[3].1));
    let order = der.windows(4).rposition(|part| part == [0xfc, 0x63, 0x25, 0x51]).unwrap();
    der[order + 3] ^= 2;
    assert_eq!(read_one(der).keys[0].algorithm, Some(KeyAlgorithm::Ec(Curve::Other(String::new()))));
}

/// What `openssl pkey -check` refuses, we refuse; what it takes, we take.
#[test]
fn damage_inside_a_key_is_seen() {
    let (mut refused, mut taken) = (0, 0);
    for (name, options) in ALGORITHMS {
        let der = openssl_must(&["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], &generate(options));
        let is_broken = |der: &[u8]| read_one(der.to_vec()).keys.first().map(keys::is_broken);
        assert_eq!(is_broken(&der), Some(false), "{name}");
        // Only RSA has enough numbers to tell: each of them is changed in turn. Openssl reads them all as we do.
        if !name.starts_with("rsa") {
            continue;
        }
        for at in (40..der.len()).step_by(37) {
            let mut changed = der.clone();
            changed[at] ^= 4;
            let Some(ours) = is_broken(&changed) else { continue };
            let check = openssl(&["pkey", "-inform", "DER", "-check", "-noout"], &changed);
            assert_eq!(ours, !check.succeeded, "{name}, byte {at}: {} {}", check.text(), check.stderr);
            if ours { refused += 1 } else { taken += 1 }
        }
    }
    println!("{refused} damaged keys refused, {taken} changes that do not count");
    assert!(refused > 50);
}

/// A point that is not that of the number, and a number that the curve does not have.
#[test]
fn points_of_another_key() {
    const EC: &str = "1.2.840.10045.2.1";
    let key = |curve: &str, secret: &[u8], point: &[u8]| {
        let inside = sequence([integer(1), octets(secret), support::der::explicit(1, bits(point))]);
        let der = sequence([integer(0), sequence([oid(EC), oid(curve)]), octets(inside)]);
        let refused = !openssl(&["pkey", "-inform", "DER", "-check", "-noout"], &der).succeeded;
        (keys::is_broken(&read_one(der).keys[0]), refused)
    };
    for (name, curve) in [("P-256", "1.2.840.10045.3.1.7"), ("P-384", "1.3.132.0.34"), ("SM2", "1.2.156.10197.1.301")] {
        let pem = generate(&["-algorithm", "EC", "-pkeyopt", &format!("ec_paramgen_curve:{name}")]);
        let spki = openssl_must(&["pkey", "-pubout", "-outform", "DER"], &pem);
        let width = if name == "P-384" { 48 } else { 32 };
        let point = &spki[spki.len() - 2 * width - 1..];
        assert_eq!(key(curve, &vec![1; width], point), (true, true), "{name}: another number");
        assert_eq!(key(curve, &vec![0xff; width], point), (true, true), "{name}: above the order");
    }
}

#[test]
fn dsa_is_told_with_its_size() {
    let folder = folder("dsa");
    let parameters = folder.join("parameters.pem").display().to_string();
    let options = ["-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:1024"];
    openssl_must(&[&["genpkey", "-genparam", "-out", &parameters], &options[..]].concat(), b"");
    let pem = openssl_must(&["genpkey", "-paramfile", &parameters], b"");
    let own_form = openssl_must(&["dsa"], &pem);
    let public = openssl_must(&["pkey", "-pubout", "-outform", "DER"], &pem);
    for (bytes, kind) in [(pem, KeyKind::Pkcs8), (own_form, KeyKind::Dsa)] {
        let label = String::from_utf8_lossy(&bytes).lines().next().unwrap().to_owned();
        let material = read_one(bytes);
        // `openssl dsa` of version 3 writes PKCS#8 unless told otherwise.
        let kind = if label.contains("BEGIN PRIVATE KEY") { KeyKind::Pkcs8 } else { kind };
        assert_eq!(material.keys[0].kind, kind, "{label}");
        assert_eq!(material.keys[0].algorithm, Some(KeyAlgorithm::Dsa { bits: 1024 }), "{label}");
        assert_eq!(material.keys[0].public_key.as_ref(), Some(&public), "{label}");
    }
}

#[test]
fn a_damaged_key_is_no_key_and_shows_nothing_of_itself() {
    let der = openssl_must(&["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], &generate(ALGORITHMS[3].1));
    for length in 20..der.len() {
        let material = read_one(der[..length].to_vec());
        assert!(material.keys.is_empty() && !material.problems.is_empty(), "{length} bytes");
    }
    let whole = read_one(der.clone());
    let shown = format!("{whole:?} {:?}", keys::summaries(&whole));
    let hex: String = der[40..60].iter().map(|byte| format!("{byte:02x}")).collect();
    let list = format!("{:?}", &der[40..60]);
    assert!(!shown.contains(&hex) && !shown.contains(list.trim_matches(['[', ']'])));
}

/// What `openssl pkey` guesses, nginx does not: it refuses PKCS#1 behind `PRIVATE KEY` ("wrong tag").
#[test]
fn a_label_that_says_something_else_is_noted() {
    let pkcs8 = generate(ALGORITHMS[0].1);
    let pkcs1 = openssl_must(&["rsa", "-traditional"], &pkcs8);
    let relabel = |pem: Vec<u8>, from: &str, to: &str| String::from_utf8(pem).unwrap().replace(from, to).into_bytes();
    for (bytes, kind) in [
        (relabel(pkcs8, "PRIVATE KEY", "RSA PRIVATE KEY"), KeyKind::Pkcs8),
        (relabel(pkcs1, "RSA PRIVATE KEY", "PRIVATE KEY"), KeyKind::Pkcs1),
    ] {
        assert!(openssl(&["pkey", "-noout"], &bytes).succeeded);
        let material = read_one(bytes);
        assert_eq!(material.keys[0].kind, kind);
        let problems: Vec<_> = material.problems.iter().map(|problem| &problem.kind).collect();
        assert_eq!(problems, [&ProblemKind::Sloppy(Sloppiness::WrongLabel)]);
    }
}

fn post_quantum(arc: u8, key: Vec<u8>) -> Vec<u8> {
    let oid = oid(&format!("2.16.840.1.101.3.4.3.{arc}"));
    sequence([integer(0), sequence([oid]), octets(key)])
}

/// RFC 9881 §6 knows three forms. The SHA-256 of the expanded keys is that of npm's @noble/post-quantum 0.7.1:
/// `ml_dsa44.keygen(new Uint8Array(32).fill(7)).secretKey`.
#[test]
fn ml_dsa_keys_are_paired_in_every_form() {
    for (arc, name, key, stranger, by_noble) in [
        (
            17,
            "ML-DSA-44",
            Key::MlDsa44(7),
            Key::MlDsa44(8),
            "dc247f1c5d6e44fb5b03b9032d4c702becdaa37821cd5e9ecb8fe9e7213af200",
        ),
        (
            18,
            "ML-DSA-65",
            Key::MlDsa65(7),
            Key::MlDsa65(8),
            "9d9649d480a27bd1279f5e46ccf6612ecd15c266af83b197e44b8f1ca79c93b3",
        ),
        (
            19,
            "ML-DSA-87",
            Key::MlDsa87(7),
            Key::MlDsa87(8),
            "3e79d4c6778233bcfe8647bd4ba9ba2bfa765ffe8f07abb72d57b1f539d5d633",
        ),
    ] {
        let expanded = key.ml_dsa_expanded();
        let hash: String = Sha256::digest(&expanded).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, by_noble, "{name}");
        let both = |expanded: &[u8]| sequence([octets([7; 32]), octets(expanded)]);
        let leaf = Cert::server(&["a.example.com"]).key(key).issued_by(&Cert::ca("CA").self_signed());
        for (form, bytes) in
            [("seed", implicit(0, [7; 32])), ("expanded", octets(&expanded)), ("both", both(&expanded))]
        {
            let material = read_one([leaf.der.clone(), post_quantum(arc, bytes)].concat());
            assert_eq!(material.problems, [], "{name} {form}");
            let summary = &keys::summaries(&material)[0];
            assert_eq!((summary.facts.algorithm.as_str(), summary.matches.as_slice()), (name, &[0][..]), "{form}");
            assert_eq!(material.keys[0].public_key, Some(key.spki()), "{name} {form}");
            assert!(!keys::is_broken(&material.keys[0]), "{name} {form}");
        }
        // A seed beside what was not made from it.
        let contradiction = read_one(post_quantum(arc, both(&stranger.ml_dsa_expanded())));
        assert!(keys::is_broken(&contradiction.keys[0]), "{name}");
        let out_of_range = [&expanded[..128], &vec![0xff; expanded.len() - 128]].concat();
        for broken in [
            implicit(0, [7; 31]),
            octets(&expanded[1..]),
            octets([7; 32]),
            vec![7; 32],
            octets(vec![0xff; expanded.len()]),
            octets(out_of_range),
            sequence([octets([7; 32])]),
            sequence([octets([7; 31]), octets(&expanded)]),
            sequence([octets([7; 32]), octets(&expanded[1..])]),
        ] {
            assert_eq!(read_one(post_quantum(arc, broken)).problems.len(), 1, "{name}");
        }
        // Damage anywhere is another key, or none, and never a panic.
        for at in (0..expanded.len()).step_by(89) {
            let mut damaged = expanded.clone();
            damaged[at] ^= 1 << (at % 8);
            for bytes in [octets(&damaged), both(&damaged)] {
                let material = read_one(post_quantum(arc, bytes.clone()));
                let is_both = bytes[0] == 0x30;
                assert_eq!(material.keys.iter().any(keys::is_broken), is_both, "{name}: byte {at}");
            }
        }
    }
}

/// openssl of today can not make these; RFC 9909 §6 says how they are written.
#[test]
fn slh_dsa_keys_bring_their_public_half() {
    for (arc, name, length) in
        [(20, "SLH-DSA-SHA2-128s", 32), (27, "SLH-DSA-SHAKE-128f", 32), (31, "SLH-DSA-SHAKE-256f", 64)]
    {
        let secret: Vec<u8> = (0..length * 2).collect();
        let spki =
            sequence([sequence([oid(&format!("2.16.840.1.101.3.4.3.{arc}"))]), bits(&secret[usize::from(length)..])]);
        let leaf = Cert::server(&["a.example.com"]).spki(spki.clone()).issued_by(&Cert::ca("CA").self_signed());
        let material = read_one([leaf.der, post_quantum(arc, secret.clone())].concat());
        let summary = &keys::summaries(&material)[0];
        assert_eq!((summary.facts.algorithm.as_str(), summary.matches.as_slice()), (name, &[0][..]));
        assert_eq!(material.keys[0].public_key.as_ref(), Some(&spki), "{name}");
        assert_eq!(read_one(post_quantum(arc, secret[1..].to_vec())).problems.len(), 1, "{name}");
    }
}

/// Keys that sign nothing are told apart, too.
#[test]
fn keys_for_key_agreement_are_named() {
    for (algorithm, bits) in [("X25519", 256), ("X448", 448)] {
        let material = read_one(generate(&["-algorithm", algorithm]));
        let facts = material.keys[0].algorithm.as_ref().unwrap().facts();
        assert_eq!((facts.algorithm.as_str(), facts.bits), (algorithm, Some(bits)));
    }
}
