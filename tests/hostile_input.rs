//! Input that wants to be slow, to be too much, or to break something: nothing panics, nothing hangs.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use base64::{Engine, engine::general_purpose::STANDARD};
use certloupe::engine::budget::LIMITS;
use certloupe::engine::read::{Material, ProblemKind, read};
use certloupe::engine::{keys, x509};
use certloupe::report::Source;
use std::time::Duration;
use support::cpu::Stopwatch;
use support::dice::Dice;
use support::mint::{Cert, Key, Minted, pem_block};
use support::objects::{Answer, Crl, Ocsp, Request};
use support::openssl::{openssl_must, shared_data};

fn read_one(bytes: impl Into<Vec<u8>>) -> Material {
    read(&[Source { name: "input".to_owned(), bytes: bytes.into() }])
}

fn leaf() -> Minted {
    Cert::server(&["a.example.com"]).key(Key::P256(9)).self_signed()
}

/// Reads, and says how long it took. Unoptimised builds are slow: the bound only tells linear from quadratic.
fn timed(name: &str, bytes: Vec<u8>) -> Material {
    let size = bytes.len();
    let start = Stopwatch::start();
    let material = read_one(bytes);
    let took = start.elapsed();
    println!("{name}: {size} bytes in {took:.2?}");
    assert!(took < Duration::from_secs(60), "{name} took {took:?}");
    material
}

#[test]
fn a_certificate_in_a_pile_of_junk() {
    let pem = leaf().pem();
    let megabytes = 3 << 20;
    let mut dice = Dice(1);
    let noise: Vec<u8> = (0..megabytes).map(|_| dice.roll(256) as u8).collect();
    let piles: [(&str, Vec<u8>); 7] = [
        ("random bytes", noise),
        ("one long line", vec![b'x'; megabytes]),
        ("hyphens", vec![b'-'; megabytes]),
        ("base64", b"MIIB".repeat(megabytes / 4)),
        ("short base64", b"MIIB ".repeat(megabytes / 5)),
        ("words of markers", b"-----BEGIN X".repeat(megabytes / 12)),
        ("backslashes", vec![b'\\'; megabytes]),
    ];
    for (name, pile) in piles {
        let half = pile.len() / 2;
        let bytes = [&pile[..half], b"\n", pem.as_bytes(), &pile[half..]].concat();
        let material = timed(name, bytes);
        assert_eq!(material.certificates.len(), 1, "{name}: {:?}", material.problems.first());
    }
    let material = timed("blocks without end", b"-----BEGIN CERTIFICATE-----\n".repeat(30_000));
    assert_eq!(material.problems.len(), LIMITS.problems + 1);
    assert!(
        matches!(material.problems.last().unwrap().kind, ProblemKind::Limit(reached) if reached.what == "problems")
    );
}

#[test]
fn thousands_of_certificates() {
    let distinct = 500;
    let certificate = |number| Cert::server(&[&format!("a{number}.example.com")]).self_signed();
    let certificates: Vec<Minted> = (0..distinct).map(certificate).collect();
    let text: String = certificates.iter().map(Minted::pem).collect();
    let binary: Vec<u8> = certificates.iter().flat_map(|it| it.der.clone()).collect();
    for (name, bytes) in [("as text", text.into_bytes()), ("binary", binary)] {
        let material = timed(&format!("5,000 certificates {name}"), bytes.repeat(10));
        assert_eq!((material.given.len(), material.certificates.len()), (5_000, distinct));
        assert_eq!(material.problems, []);
    }
}

#[test]
fn a_certificate_for_ten_thousand_names() {
    let names: Vec<String> = (0..10_000).map(|number| format!("host-{number}.example.com")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let material = timed("10,000 names", Cert::server(&names).self_signed().pem().into_bytes());
    let certificate = &material.certificates[0];
    assert_eq!(certificate.host_names().len(), 10_000);
    assert!(x509::detail(certificate, 0).fields.len() > 10);
}

#[test]
fn limits_end_the_reading_and_keep_what_came_before() {
    let pem = leaf().pem();
    let material = timed("too many certificates", pem.repeat(LIMITS.certificates + 1).into_bytes());
    assert_eq!(material.given.len(), LIMITS.certificates);
    let ProblemKind::Limit(reached) = material.problems[0].kind else { panic!("{:?}", material.problems) };
    assert_eq!((reached.what, reached.limit), ("certificates", LIMITS.certificates as u64));

    let source = |bytes: Vec<u8>| Source { name: String::new(), bytes };
    let sources = [source(pem.clone().into_bytes()), source(vec![b' '; LIMITS.input_bytes]), source(pem.into_bytes())];
    let material = read(&sources);
    assert_eq!(material.given.len(), 1);
    let last = material.problems.last().unwrap();
    let ProblemKind::Limit(reached) = last.kind else { panic!("{:?}", material.problems) };
    assert_eq!((reached.what, reached.limit, last.source_index), ("bytes", LIMITS.input_bytes as u64, 1));
}

/// Structures inside structures, deeper than any stack, and lengths that lie.
#[test]
fn bottomless_and_lying_der() {
    let mut nested = vec![0x05, 0x00];
    for _ in 0..2_000 {
        nested = support::der::sequence([nested]);
    }
    let lies: [&[u8]; 6] = [
        b"\x30\x84\xff\xff\xff\xff\x30\x03\xa0\x03\x02\x01\x02",
        b"\x30\x88\xff\xff\xff\xff\xff\xff\xff\xff\x02\x01\x00",
        b"\x30\x82\x01\x00\x30\x82\xff\xff\xa0\x03\x02\x01\x02\x02\x01\x01",
        b"\x30\x80\x30\x80\xa0\x03\x02\x01\x02\0\0\0\0",
        b"\x1f\xff\xff\xff\xff\xff\xff\x7f\x01\x00",
        b"\x30\xff",
    ];
    for bytes in lies.into_iter().chain([nested.as_slice()]) {
        let material = read_one(bytes);
        assert!(material.certificates.is_empty() && material.problems.len() == 1, "{bytes:02x?}: {material:?}");
        read_one(pem_block("CERTIFICATE", bytes));
        read_one(pem_block("PRIVATE KEY", bytes));
        assert!(x509::parse(bytes).is_err());
    }
}

/// Inputs of every kind, as a start for mutations.
fn seeds() -> Vec<Vec<u8>> {
    let chain =
        [leaf(), Cert::ca("R").key(Key::Rsa2048(1)).self_signed(), Cert::ca("E").key(Key::Ed25519(1)).self_signed()];
    let keys = [Key::P256(9), Key::P521(1), Key::Rsa2048(1), Key::Ed25519(1)];
    let mut seeds: Vec<Vec<u8>> = chain.iter().map(|it| it.der.clone()).collect();
    seeds.extend(keys.iter().map(|key| key.pkcs8()));
    seeds.push(openssl_must(&["ec", "-outform", "DER"], pem_block("PRIVATE KEY", &keys[0].pkcs8()).as_bytes()));
    seeds.push(openssl_must(&["rsa", "-traditional"], pem_block("PRIVATE KEY", &keys[2].pkcs8()).as_bytes()));
    let ca = &chain[1];
    seeds.push(Request::for_names(Key::P256(1), &["a.example.com"]).challenge("x").der());
    seeds.push(Crl::of(ca).revoking(&chain[0], "2026-11-01", Some(1)).der());
    seeds.push(Ocsp::by(&chain[0]).about(&chain[2], ca, Answer::Revoked("2026-11-01", Some(1))).with(&chain[0]).der());
    seeds.push(keys[2].spki());
    let bundle: String = chain.iter().map(Minted::pem).collect();
    seeds.push(format!("text\n{bundle}{}", chain[0].key_pem()).into_bytes());
    seeds.push(bundle.replace('\n', "\\n").into_bytes());
    seeds.push(bundle.encode_utf16().flat_map(u16::to_le_bytes).collect());
    seeds.extend(wrapped_seeds(&chain[0]));
    if let Some(folder) = shared_data("zlint") {
        for name in ["SANDNSNull.pem", "QcStmtEtsiValidCert24.pem", "NameConstraintCA.pem", "uniqueIdVersion3.pem"] {
            seeds.push(std::fs::read(folder.join(name)).unwrap());
        }
    }
    seeds
}

/// What has to be unwrapped first.
fn wrapped_seeds(leaf: &Minted) -> Vec<Vec<u8>> {
    let pem = leaf.pem();
    let hex: String = leaf.der.iter().map(|byte| format!("{byte:02x} ")).collect();
    let numbered: String = (1..).zip(pem.lines()).map(|(number, line)| format!("{number}:{line}\n")).collect();
    let dump = |(line, bytes): (usize, &[u8])| {
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x} ")).collect();
        format!("{:08x}: {digits} ....\n", line * 16)
    };
    [
        format!("data:\n  tls.crt: {}\n  tls.key: {}\n", STANDARD.encode(&pem), STANDARD.encode(leaf.key_pem())),
        pem.replace('+', "&#43;").replace('\n', "<br>"),
        pem.replace('-', "%2D").replace('+', "%2B").replace('\n', "%0A"),
        format!("{{\\rtf1 {}}}", pem.replace('\n', "\\par\n")),
        numbered,
        hex,
        leaf.der.chunks(16).enumerate().map(dump).collect(),
        "request:fail errcode:-202 net::ERR_CERT_AUTHORITY_INVALID unable to get local issuer certificate\n".repeat(3),
    ]
    .map(String::into_bytes)
    .to_vec()
}

/// Turns, cuts, doubles or moves some bytes.
fn mutate(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len());
        match dice.roll(6) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << dice.roll(8),
            1 if !bytes.is_empty() => bytes[at] = [0, 0x30, 0x7f, 0x80, 0x82, 0xff, b'-', b'\n'][dice.roll(8)],
            2 => bytes.truncate(at),
            3 => bytes.insert(at, dice.roll(256) as u8),
            4 => drop(bytes.drain(at..(at + dice.roll(9)).min(bytes.len()))),
            _ => {
                let end = (at + dice.roll(40)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                let to = dice.roll(bytes.len());
                bytes.splice(to..to, copy);
            }
        }
    }
    bytes
}

#[test]
fn mutations_never_panic() {
    let seeds = seeds();
    let rounds: usize = std::env::var("CERTLOUPE_MUTATIONS").map_or(300, |rounds| rounds.parse().unwrap());
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut certificates, mut keys_read, mut problems) = (0, 0, 0);
    for seed in &seeds {
        for _ in 0..rounds {
            let material = read_one(mutate(seed, &mut dice));
            certificates += material.certificates.len();
            keys_read += material.keys.len();
            problems += material.problems.len();
            keys::summaries(&material);
            assert!(!material.inputs.is_empty() || !material.problems.is_empty());
            for certificate in &material.certificates {
                x509::detail(certificate, 0);
                let key = certificate.bytes(&certificate.public_key.spki);
                let signature = certificate.bytes(&certificate.signature);
                let scheme = certificate.signature_algorithm.scheme;
                // One in four: mathematics is slow in unoptimised builds.
                if dice.roll(4) == 0 {
                    let signed = certificate.bytes(&certificate.tbs);
                    certloupe::engine::crypto::verify(scheme, &certificate.public_key, key, signed, signature);
                }
            }
        }
    }
    println!("{} mutations: {certificates} certificates, {keys_read} keys, {problems} problems", seeds.len() * rounds);
    // Both kinds of outcome were seen, else the mutations are too tame or too wild.
    assert!(certificates > rounds && problems > rounds);
}

/// Text without any PEM is unwrapped in every way: none of them may be slower than linear.
#[test]
fn a_megabyte_of_anything_but_pem() {
    let megabyte = 1 << 20;
    for unit in [
        " ",
        "x",
        "-",
        "\\",
        "%25",
        "&amp;",
        "<",
        "<a<b>",
        "&#",
        "MII",
        "MIIB ",
        "LS0tLS1CRUdJTi",
        "30",
        "30 82 ",
        "30:z ",
        "00000000: 30\n",
        "0: ",
        "\\par ",
        "=\n",
        "＋",
        "“",
        "-202 code",
        "e",
        "error: ",
        "ssl_certificate /x;",
        "code -",
        "+\n",
        "1\n",
        "\u{fffd}",
        "{\"",
        "\n",
        "errno",
        "unable to ",
        "TEMwdExTMQ==",
        "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJDZ0tDQVFFQQ== ",
    ] {
        let text = unit.repeat(megabyte / unit.len());
        let start = Stopwatch::start();
        read_one(text);
        let took = start.elapsed();
        println!("{unit:?}: {took:.2?}");
        assert!(took < Duration::from_secs(30), "{unit:?} took {took:?}");
    }
}
