//! Certificate signing requests that `openssl` writes, with every key that it has. OpenSSL is the judge.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use certloupe::engine::{inspect, x509::CertificateRequest};
use certloupe::report::{Code, InputKind, Options, Report, RequestSummary, Source, Timestamp};
use support::mint::{Cert, Key, pem_block};
use support::objects::Request;
use support::openssl::{folder, openssl, openssl_must};

const NOW: Timestamp = Timestamp::day(2026, 11, 21);

fn look(files: &[(&str, &[u8])]) -> Report {
    let source = |(name, bytes): &(&str, &[u8])| Source { name: (*name).to_owned(), bytes: bytes.to_vec() };
    inspect(&files.iter().map(source).collect::<Vec<_>>(), &Options::at(NOW)).0
}

/// What `openssl genpkey` and `openssl req` are told for each kind of key, and whether we can check its signature.
const ALGORITHMS: [(&str, &[&str], &[&str], bool); 14] = [
    ("rsa", &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], &[], true),
    ("rsa with SHA-512", &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], &["-sha512"], true),
    ("rsa-pss", &["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"], &[], true),
    ("p256", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], &[], true),
    ("p384", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"], &["-sha384"], true),
    ("p521", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"], &["-sha512"], true),
    ("p224", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-224"], &[], true),
    ("secp256k1", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], &[], true),
    ("brainpool 256", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"], &[], true),
    ("brainpool 384", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP384r1"], &["-sha384"], true),
    ("brainpool 512", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP512r1"], &["-sha512"], false),
    ("ed25519", &["-algorithm", "ED25519"], &[], true),
    ("ed448", &["-algorithm", "ED448"], &[], true),
    ("sm2", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"], &["-sm3"], true),
];

fn write(key: &[u8], more: &[&str]) -> Vec<u8> {
    let base = ["req", "-new", "-key", "/dev/stdin", "-subj", "/C=CN/O=Example/CN=shop.example.com"];
    let names = ["-addext", "subjectAltName=DNS:shop.example.com,DNS:*.shop.example.com,IP:192.0.2.7,IP:2001:db8::7"];
    openssl_must(&[&base[..], &names, more].concat(), key)
}

/// One request alone, as openssl sees it and as we do.
fn assert_agrees(name: &str, pem: &[u8], checked: bool, request: &RequestSummary) {
    assert_eq!(request.names, ["shop.example.com", "*.shop.example.com", "192.0.2.7", "2001:db8::7"], "{name}");
    let subject = openssl_must(&["req", "-noout", "-subject", "-nameopt", "RFC2253"], pem);
    assert_eq!(format!("subject={}\n", request.subject), String::from_utf8(subject).unwrap(), "{name}");
    let verified = openssl(&["req", "-noout", "-verify"], pem);
    assert!(verified.succeeded, "{name}: {}", verified.stderr);
    assert_eq!(request.signature_valid, checked.then_some(true), "{name}");
}

#[test]
fn every_algorithm_is_read_checked_and_paired() {
    for (name, options, more, checked) in ALGORITHMS {
        let key = openssl_must(&[&["genpkey"], options].concat(), b"");
        let pem = write(&key, more);
        let der = openssl_must(&["req", "-outform", "DER"], &pem);
        for bytes in [&pem, &der] {
            let report = look(&[("shop.csr", bytes.as_slice()), ("shop.key", &key)]);
            let [request] = report.requests.as_slice() else { panic!("{name}: {:?}", report.findings) };
            assert_eq!((report.inputs[0].kind, report.inputs[0].request), (InputKind::Csr, Some(0)), "{name}");
            assert_agrees(name, &pem, checked, request);
            assert_eq!((request.key_matches.as_slice(), request.matches.len()), (&[0][..], 0), "{name}");
        }
        let public = openssl_must(&["req", "-noout", "-pubkey"], &pem);
        let public = openssl_must(&["pkey", "-pubin", "-outform", "DER"], &public);
        let request = CertificateRequest::parse(&der).unwrap();
        assert_eq!(request.signed.bytes(&request.public_key.spki), public, "{name}");
        let turned = turn(&der, der.len() - 3);
        let report = look(&[("shop.csr", &turned)]);
        let valid = report.requests.first().and_then(|request| request.signature_valid);
        assert_eq!(valid, checked.then_some(false), "{name}");
        assert_eq!(report.findings.iter().any(|finding| finding.code == Code::KEY010), checked, "{name}");
    }
    println!("{} algorithms", ALGORITHMS.len());
}

/// Everybody signs with the identity of GM/T 0009; openssl's own default is the empty one, read above.
#[test]
fn sm2_requests_with_the_usual_identity() {
    let key = openssl_must(&["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"], b"");
    for (identity, valid) in [("1234567812345678", true), ("somebody", false)] {
        let option = format!("distid:{identity}");
        let pem = write(&key, &["-sm3", "-sigopt", &option]);
        assert!(openssl(&["req", "-noout", "-verify", "-vfyopt", &option], &pem).succeeded);
        assert_eq!(look(&[("a.csr", &pem)]).requests[0].signature_valid, Some(valid), "{identity}");
    }
}

fn turn(der: &[u8], at: usize) -> Vec<u8> {
    let mut turned = der.to_vec();
    turned[at] ^= 1;
    turned
}

/// DSA is compared, not checked.
#[test]
fn dsa_requests_are_read_and_paired() {
    let parameters = folder("requests-dsa").join("parameters.pem").display().to_string();
    let options = ["genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:1024"];
    openssl_must(&[&options[..], &["-out", &parameters]].concat(), b"");
    let key = openssl_must(&["genpkey", "-paramfile", &parameters], b"");
    let report = look(&[("a.csr", &write(&key, &[])), ("a.key", &key)]);
    let request = &report.requests[0];
    assert_eq!((request.key.algorithm.as_str(), request.key.bits), ("DSA", Some(1024)));
    assert_eq!((request.signature_valid, request.key_matches.as_slice()), (None, &[0][..]));
}

/// What the CA made of it: the same key, fewer names.
#[test]
fn a_certificate_from_a_request() {
    let folder = folder("requests-issued");
    let path = |name: &str| folder.join(name).display().to_string();
    let key = openssl_must(&["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], b"");
    let request = write(&key, &[]);
    let ca = openssl_must(&["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], b"");
    std::fs::write(path("ca.key"), &ca).unwrap();
    std::fs::write(path("ca.pem"), openssl_must(&["req", "-x509", "-key", &path("ca.key"), "-subj", "/CN=CA"], b""))
        .unwrap();
    std::fs::write(path("ext.cnf"), "subjectAltName=DNS:*.shop.example.com,DNS:shop.example.com\n").unwrap();
    let issue = ["x509", "-req", "-CA", &path("ca.pem"), "-CAkey", &path("ca.key"), "-extfile", &path("ext.cnf")];
    let certificate = openssl_must(&issue, &request);
    let report = look(&[("shop.crt", &certificate), ("shop.csr", &request)]);
    assert_eq!(report.requests[0].matches, [0]);
    assert_eq!(report.requests[0].missing, ["192.0.2.7", "2001:db8::7"]);
    let codes: Vec<Code> = report.findings.iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&Code::NAM011) && !codes.contains(&Code::INP005) && !codes.contains(&Code::KEY006));
}

#[test]
fn microsofts_attribute_counts_too() {
    let request =
        Request { attribute: "1.3.6.1.4.1.311.2.1.14", ..Request::for_names(Key::P256(1), &["a.example.com"]) };
    let request = CertificateRequest::parse(&request.der()).unwrap();
    assert_eq!(request.subject_alternative_names().len(), 1);
}

#[test]
fn a_challenge_password_is_never_shown() {
    let pem = Request::for_names(Key::P256(1), &["a.example.com"]).challenge("correct horse").pem();
    let (report, analysis) =
        inspect(&[Source { name: "a.csr".to_owned(), bytes: pem.into_bytes() }], &Options::at(NOW));
    let words = serde_json::to_string(&report.clone().worded(certloupe::text::Lang::En)).unwrap();
    assert!(!words.contains("correct") && !format!("{report:?}").contains("correct"));
    let (_, request) = &analysis.material.requests[0];
    // Neither as text nor as a list of numbers.
    let digits = format!("{:?}", "correct".as_bytes());
    assert!(
        !format!("{request:?}").contains("correct")
            && !format!("{request:?}").contains(digits.trim_matches(['[', ']']))
    );
    assert_eq!(request.attributes, ["1.2.840.113549.1.9.14", "1.2.840.113549.1.9.7"]);
}

/// Every byte turned, every length cut: nothing panics, everything is spoken of, and what openssl refuses is never right.
#[test]
fn damage_is_never_believed() {
    let der = Request::for_names(Key::P256(1), &["a.example.com"]).der();
    let mut agreed = 0;
    for at in 0..der.len() {
        let turned = turn(&der, at);
        let report = look(&[("a.csr", &turned)]);
        assert!(!report.findings.is_empty(), "byte {at}");
        let ours = report.requests.first().and_then(|request| request.signature_valid);
        assert_ne!(ours, Some(true), "byte {at}");
        if at % 8 == 0 {
            let judge = openssl(&["req", "-inform", "DER", "-noout", "-verify"], &turned);
            assert!(!judge.succeeded || judge.stderr.contains("failure"), "byte {at}: {}", judge.stderr);
            agreed += 1;
        }
        let report = look(&[("a.csr", &der[..at])]);
        assert!(report.requests.is_empty() && !report.findings.is_empty(), "{at} bytes");
    }
    println!("{} bytes, {agreed} seen by openssl too", der.len());
}

/// The rare mathematics meet nonsense of every kind too: points beside the curve, numbers of any size.
#[test]
fn damaged_rare_requests_are_never_believed() {
    let mut looked = 0;
    for (name, options, more, _) in ALGORITHMS.iter().filter(|(name, ..)| RARE.contains(name)) {
        let key = openssl_must(&[&["genpkey"], *options].concat(), b"");
        let der = openssl_must(&["req", "-outform", "DER"], &write(&key, more));
        let private = openssl_must(&["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], &key);
        for at in 0..der.len() {
            for byte in [der[at] ^ (1 << (at % 8)), 0, 0xff] {
                let mut turned = der.clone();
                turned[at] = byte;
                let report = look(&[("a.csr", &turned)]);
                let valid = report.requests.first().and_then(|request| request.signature_valid);
                assert!(valid != Some(true) || turned == der, "{name}: byte {at} is {byte}");
                looked += 1;
            }
        }
        for at in 0..private.len() {
            for byte in [private[at] ^ (1 << (at % 8)), 0, 0xff] {
                let mut turned = private.clone();
                turned[at] = byte;
                look(&[("a.key", &turned)]);
                looked += 1;
            }
        }
    }
    println!("{looked} damaged ones");
    assert!(looked > 5_000);
}

const RARE: [&str; 5] = ["secp256k1", "brainpool 256", "brainpool 384", "ed448", "sm2"];

#[test]
fn public_keys_find_what_they_belong_to() {
    let leaf = Cert::server(&["a.example.com"]).key(Key::Rsa2048(1)).self_signed();
    let spki = pem_block("PUBLIC KEY", &Key::Rsa2048(1).spki());
    let bare = openssl_must(&["rsa", "-pubin", "-RSAPublicKey_out"], spki.as_bytes());
    let bare_der = openssl_must(&["rsa", "-pubin", "-RSAPublicKey_out", "-outform", "DER"], spki.as_bytes());
    assert!(bare.starts_with(b"-----BEGIN RSA PUBLIC KEY-----"));
    for bytes in [spki.as_bytes(), &Key::Rsa2048(1).spki(), &bare, &bare_der] {
        let key = leaf.key_pem();
        let report = look(&[("a.crt", &leaf.der), ("a.pub", bytes), ("a.key", key.as_bytes())]);
        let [public] = report.public_keys.as_slice() else { panic!("{:?}", report.inputs) };
        assert_eq!((public.key.algorithm.as_str(), public.key.bits), ("RSA", Some(2048)));
        assert_eq!((public.matches.as_slice(), public.key_matches.as_slice()), (&[0][..], &[0][..]));
        assert_eq!((report.inputs[1].kind, report.inputs[1].public_key), (InputKind::PublicKey, Some(0)));
    }
    // Two numbers that are no key.
    let parameters = openssl_must(
        &["genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe2048", "-outform", "DER"],
        b"",
    );
    assert!(look(&[("dh.der", &parameters)]).public_keys.is_empty());
}
