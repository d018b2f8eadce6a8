//! Signatures that OpenSSL made, in every family, with every hash: the right ones verify, and nothing else does.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use certloupe::engine::crypto::{Verification, verify};
use certloupe::engine::x509::{Certificate, HashAlgorithm, SignatureScheme, parse};
use support::der::{bits, null, oid, sequence, tlv};
use support::mint::{Cert, Key};
use support::openssl::openssl_must;

/// A key for `openssl genpkey`, and options for signing with it.
type Case = (&'static [&'static str], &'static [&'static str]);

const RSA: &[&str] = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"];
/// A modulus whose size is no multiple of eight: PSS then has one octet less than the modulus.
const RSA_2049: &[&str] = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2049"];
const RSA_3: &[&str] = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-pkeyopt", "rsa_keygen_pubexp:3"];
const P256: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
const P384: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"];
const P521: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"];
const SECP256K1: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"];
const BRAINPOOL_256: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"];
const BRAINPOOL_384: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP384r1"];
const SM2: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"];
const PSS: &[&str] = &["-sigopt", "rsa_padding_mode:pss"];
const PSS_NO_SALT: &[&str] = &["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:0"];
const PSS_LONG_SALT: &[&str] = &["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:max"];

const CASES: [Case; 13] = [
    (RSA, &[]),
    (RSA_3, &[]),
    (RSA, PSS),
    (RSA_2049, PSS),
    (RSA_2049, &[]),
    (RSA, PSS_NO_SALT),
    (RSA, PSS_LONG_SALT),
    (P256, &[]),
    (P384, &[]),
    (P521, &[]),
    (SECP256K1, &[]),
    (BRAINPOOL_256, &[]),
    (BRAINPOOL_384, &[]),
];
const HASHES: [&str; 5] = ["-sha1", "-sha224", "-sha256", "-sha384", "-sha512"];

fn signed(key: &[u8], options: &[&str]) -> Certificate {
    let arguments = ["req", "-x509", "-key", "/dev/stdin", "-subj", "/CN=a.example", "-outform", "DER"];
    parse(&openssl_must(&[&arguments[..], options].concat(), key)).unwrap()
}

fn check(certificate: &Certificate, issuer: &Certificate, message: &[u8], signature: &[u8]) -> Verification {
    let spki = issuer.bytes(&issuer.public_key.spki);
    verify(certificate.signature_algorithm.scheme, &issuer.public_key, spki, message, signature)
}

/// The signature verifies; with a bit turned in it, in the message or with another key it does not.
fn assert_only_this_one(name: &str, certificate: &Certificate, stranger: &Certificate) {
    let (message, signature) = (certificate.bytes(&certificate.tbs), certificate.bytes(&certificate.signature));
    assert_eq!(check(certificate, certificate, message, signature), Verification::Valid, "{name}");
    let turned = |bytes: &[u8], at: usize| {
        let mut bytes = bytes.to_vec();
        bytes[at] ^= 1;
        bytes
    };
    for at in [0, 1, signature.len() / 2, signature.len() - 1] {
        let wrong = turned(signature, at);
        assert_eq!(check(certificate, certificate, message, &wrong), Verification::Invalid, "{name}: byte {at}");
    }
    let other_message = turned(message, message.len() / 2);
    assert_eq!(check(certificate, certificate, &other_message, signature), Verification::Invalid, "{name}");
    assert_eq!(check(certificate, stranger, message, signature), Verification::Invalid, "{name}: stranger");
    for length in [0, 1, signature.len() - 1] {
        assert_eq!(check(certificate, certificate, message, &signature[..length]), Verification::Invalid, "{name}");
    }
    let longer = [signature, &[0]].concat();
    assert_eq!(check(certificate, certificate, message, &longer), Verification::Invalid, "{name}: longer");
}

#[test]
fn every_family_with_every_hash() {
    let mut verified = 0;
    for (generate, options) in CASES {
        let key = openssl_must(&[&["genpkey"], generate].concat(), b"");
        let other_key = openssl_must(&[&["genpkey"], generate].concat(), b"");
        for hash in HASHES {
            let options = [options, &[hash]].concat();
            let name = format!("{generate:?} {options:?}");
            assert_only_this_one(&name, &signed(&key, &options), &signed(&other_key, &options));
            verified += 1;
        }
    }
    // These come with a hash of their own.
    let usual = ["-sm3", "-sigopt", "distid:1234567812345678"];
    let own: [(&str, &[&str], &[&str]); 4] = [
        ("Ed25519", &["-algorithm", "ED25519"], &[]),
        ("Ed448", &["-algorithm", "ED448"], &[]),
        ("SM2 of openssl", SM2, &usual[..1]),
        ("SM2 as usual", SM2, &usual),
    ];
    for (name, generate, options) in own {
        let key = || openssl_must(&[&["genpkey"], generate].concat(), b"");
        assert_only_this_one(name, &signed(&key(), options), &signed(&key(), options));
        verified += 1;
    }
    println!("{verified} combinations verified");
}

/// "Not checked" is what we can not calculate; it is never said of what we can.
#[test]
fn what_we_can_not_calculate_is_not_checked() {
    let brainpool = ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP512r1"];
    let brainpool = openssl_must(&brainpool, b"");
    let rsa = openssl_must(&[&["genpkey"], RSA].concat(), b"");
    let other_mask: &[&str] = &["-sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_mgf1_md:sha1"];
    for (name, certificate) in [
        ("brainpoolP512r1", signed(&brainpool, &["-sha512"])),
        ("MD5", signed(&rsa, &["-md5"])),
        ("SHA3", signed(&rsa, &["-sha3-256"])),
        ("PSS with another mask", signed(&rsa, other_mask)),
    ] {
        let (message, signature) = (certificate.bytes(&certificate.tbs), certificate.bytes(&certificate.signature));
        assert_eq!(check(&certificate, &certificate, message, signature), Verification::NotChecked, "{name}");
    }
}

/// An RSA key made of these numbers (big-endian).
fn rsa_certificate(modulus: &[u8], exponent: &[u8]) -> Certificate {
    let number = |digits: &[u8]| match digits.first() {
        Some(..0x80) => tlv(2, digits),
        _ => tlv(2, [&[0], digits].concat()),
    };
    let key = sequence([number(modulus), number(exponent)]);
    let spki = sequence([sequence([oid("1.2.840.113549.1.1.1"), null()]), bits(key)]);
    let issuer = Cert::ca("R").key(Key::Rsa2048(1)).self_signed();
    parse(&Cert::server(&["a.example"]).spki(spki).issued_by(&issuer).der).unwrap()
}

#[test]
fn hostile_rsa_keys_neither_hang_nor_panic() {
    let odd = |bytes: usize| {
        let mut modulus = vec![0xc5; bytes];
        modulus[bytes - 1] |= 1;
        modulus
    };
    let even = [&odd(255)[..], &[2]].concat();
    let common = [1, 0, 1];
    let table: [(&str, Vec<u8>, Vec<u8>, Verification); 10] = [
        ("largest", odd(2048), common.to_vec(), Verification::Invalid),
        ("too large", odd(2049), common.to_vec(), Verification::NotChecked),
        ("largest exponent", odd(256), odd(8), Verification::Invalid),
        ("exponent too large", odd(256), odd(9), Verification::NotChecked),
        ("even modulus", even, common.to_vec(), Verification::Invalid),
        ("no modulus", vec![], common.to_vec(), Verification::Invalid),
        ("modulus one", vec![1], common.to_vec(), Verification::Invalid),
        ("tiny modulus", odd(16), common.to_vec(), Verification::Invalid),
        ("even exponent", odd(256), vec![4], Verification::Invalid),
        ("exponent one", odd(256), vec![1], Verification::Invalid),
    ];
    for (name, modulus, exponent, expected) in table {
        let issuer = rsa_certificate(&modulus, &exponent);
        let bits = issuer.public_key.algorithm.facts().bits.unwrap() as usize;
        assert_eq!(bits.div_ceil(8), modulus.len(), "{name}: the key was not read");
        let spki = issuer.bytes(&issuer.public_key.spki);
        for hash in [HashAlgorithm::Sha1, HashAlgorithm::Sha512] {
            for scheme in [SignatureScheme::RsaPkcs1(hash), SignatureScheme::RsaPss(hash, 20)] {
                for signature in [vec![0; modulus.len()], vec![1; modulus.len()], vec![0xff; modulus.len()], vec![]] {
                    let came_to = verify(scheme, &issuer.public_key, spki, b"message", &signature);
                    let expected = match scheme {
                        // A salt that is longer than the signature is wrong whatever the key.
                        SignatureScheme::RsaPss(_, salt) if salt > signature.len() => Verification::Invalid,
                        _ => expected,
                    };
                    assert_eq!(came_to, expected, "{name} {scheme:?}");
                }
            }
        }
    }
}

#[test]
fn a_key_of_another_family_can_not_have_signed() {
    let issuer = |key| parse(&Cert::ca("R").key(key).self_signed().der).unwrap();
    let keys = [Key::P256(1), Key::Rsa2048(1), Key::Ed25519(1), Key::P384(1)].map(issuer);
    for certificate in &keys {
        let (message, signature) = (certificate.bytes(&certificate.tbs), certificate.bytes(&certificate.signature));
        for other in &keys {
            let same = std::ptr::eq(certificate, other);
            assert_eq!(check(certificate, other, message, signature), Verification::from(same));
        }
    }
}
