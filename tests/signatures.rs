//! Signatures that OpenSSL made, in every family, with every hash: the right ones verify, and nothing else does.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

use certloupe::engine::crypto::{Verification, verify};
use certloupe::engine::x509::{Certificate, HashAlgorithm, SignatureScheme, parse};
use sha2::{Digest, Sha256};
use support::der::{bits, null, oid, sequence, tlv};
use support::mint::{Cert, Key};
use support::openssl::{openssl, openssl_must};

/// A key for `openssl genpkey`, and options for signing with it.
type Case = (&'static [&'static str], &'static [&'static str]);

const RSA: &[&str] = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"];
/// A modulus whose size is no multiple of eight: PSS then has one octet less than the modulus.
const RSA_2049: &[&str] = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2049"];
const RSA_3: &[&str] = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-pkeyopt", "rsa_keygen_pubexp:3"];
const P192: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-192"];
const P224: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-224"];
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

const CASES: [Case; 15] = [
    (RSA, &[]),
    (RSA_3, &[]),
    (RSA, PSS),
    (RSA_2049, PSS),
    (RSA_2049, &[]),
    (RSA, PSS_NO_SALT),
    (RSA, PSS_LONG_SALT),
    (P192, &[]),
    (P224, &[]),
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

/// What other implementations make of the seed `[7; 32]` and the first part of the mint's certificate.
struct MlDsa {
    name: &'static str,
    key: Key,
    stranger: Key,
    /// The mint's certificate, signed by OpenSSL 4.0.3, with random numbers: by PyPI's cryptography 50.0.2,
    /// `MLDSA44PrivateKey.from_seed_bytes(bytes([7]) * 32).sign(…)`.
    by_openssl: &'static str,
    /// SHA-256 of public key and signature by npm's @noble/post-quantum 0.7.1, without random numbers:
    /// `ml_dsa44.sign(…, ml_dsa44.keygen(new Uint8Array(32).fill(7)).secretKey, { extraEntropy: false })`.
    by_noble: [&'static str; 2],
}

const ML_DSA: [MlDsa; 3] = [
    MlDsa {
        name: "ML-DSA-44",
        key: Key::MlDsa44(7),
        stranger: Key::MlDsa44(8),
        by_openssl: include_str!("signatures/ml-dsa-44.pem"),
        by_noble: [
            "86c769d3b468de487eb9a09f242f7fa0b997a07ef4ded49627e7bf9539f28b62",
            "264cceec9678d40c2a23aebab2c12c7e1836dcdfa16c4b0ae83f886c11dab475",
        ],
    },
    MlDsa {
        name: "ML-DSA-65",
        key: Key::MlDsa65(7),
        stranger: Key::MlDsa65(8),
        by_openssl: include_str!("signatures/ml-dsa-65.pem"),
        by_noble: [
            "d3a1e51ecf491b79ca7691bd269271f8d8e8d94313a6abcc6c8ae8bc34b5f9aa",
            "23bc53fc30520402291b006fd36265b6accdd3184109b35b2590548a4b1d0b57",
        ],
    },
    MlDsa {
        name: "ML-DSA-87",
        key: Key::MlDsa87(7),
        stranger: Key::MlDsa87(8),
        by_openssl: include_str!("signatures/ml-dsa-87.pem"),
        by_noble: [
            "9e1e860361994891b3165e611dc5aefcdd37dfbf5f247943daaeb57141fe7b6e",
            "7157b4d5429d20bb18326b8011567fe518f03d893d0d0733707dfb9f1ea21799",
        ],
    },
];

fn post_quantum_root(key: Key) -> Certificate {
    parse(&Cert::ca("Post-quantum Root").key(key).self_signed().der).unwrap()
}

#[test]
fn ml_dsa_as_others_sign_it() {
    for MlDsa { name, key, stranger, by_openssl, by_noble } in ML_DSA {
        let minted = post_quantum_root(key);
        assert_eq!(minted.signature_algorithm.name, name);
        let signed = parse(pem::parse(by_openssl).unwrap().contents()).unwrap();
        assert_eq!(signed.bytes(&signed.tbs), minted.bytes(&minted.tbs), "{name}: the mint makes another one now");
        assert_only_this_one(name, &signed, &post_quantum_root(stranger));
        assert_only_this_one(name, &minted, &post_quantum_root(stranger));
        let hash = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let ours = [&minted.public_key.key, &minted.signature].map(|place| hash(minted.bytes(place)));
        assert_eq!(ours, by_noble, "{name}");
    }
}

#[test]
fn ml_dsa_keys_of_another_size_or_set_have_not_signed() {
    for MlDsa { name, key, by_openssl, .. } in ML_DSA {
        let signed = parse(pem::parse(by_openssl).unwrap().contents()).unwrap();
        let (message, signature) = (signed.bytes(&signed.tbs), signed.bytes(&signed.signature));
        for other in ML_DSA.map(|it| it.key).into_iter().chain([Key::Ed25519(1), Key::P256(1)]) {
            let expected = Verification::from(other == key);
            assert_eq!(check(&signed, &post_quantum_root(other), message, signature), expected, "{name} {other:?}");
        }
        let whole = signed.bytes(&signed.public_key.key);
        let algorithm = sequence([oid(match name {
            "ML-DSA-44" => "2.16.840.1.101.3.4.3.17",
            "ML-DSA-65" => "2.16.840.1.101.3.4.3.18",
            _ => "2.16.840.1.101.3.4.3.19",
        })]);
        let cut = [0, 1, 31, 32, whole.len() - 1].map(|length| whole[..length].to_vec());
        for public in cut.into_iter().chain([[whole, &[0]].concat(), vec![0xff; whole.len()]]) {
            let length = public.len();
            let spki = sequence([algorithm.clone(), bits(public)]);
            let issuer = Cert::ca("Post-quantum Root").spki(spki).issued_by(&Cert::ca("R").self_signed());
            let issuer = parse(&issuer.der).unwrap();
            assert_eq!(check(&signed, &issuer, message, signature), Verification::Invalid, "{name}: {length} bytes");
        }
        // Signatures that say wrong things about themselves, above all at their end, where positions stand.
        for byte in [0, 1, 0x7f, 0xff] {
            for end in 0..signature.len().min(200) {
                let mut wrong = signature.to_vec();
                let from = wrong.len() - end;
                wrong[from..].fill(byte);
                let same = wrong == signature;
                assert_eq!(check(&signed, &signed, message, &wrong), Verification::from(same), "{name} {byte} {end}");
            }
            let filled = vec![byte; signature.len()];
            assert_eq!(check(&signed, &signed, message, &filled), Verification::Invalid, "{name} {byte}");
        }
    }
}

/// OpenSSL signs with ML-DSA from 3.5 on; the fixed signatures above stand for it where it is older.
#[test]
fn ml_dsa_as_the_openssl_at_hand_signs_it() {
    let mut verified = 0;
    for name in ML_DSA.map(|it| it.name) {
        let key = openssl(&["genpkey", "-algorithm", name], b"");
        if key.succeeded {
            let stranger = openssl_must(&["genpkey", "-algorithm", name], b"");
            assert_only_this_one(name, &signed(&key.stdout, &[]), &signed(&stranger, &[]));
            verified += 1;
        }
    }
    let version = String::from_utf8(openssl_must(&["version"], b"")).unwrap();
    let number = version.split(' ').nth(1).and_then(|number| number.rsplit_once('.')).map(|(number, _)| number);
    let number: f32 = number.and_then(|number| number.parse().ok()).expect("a version");
    assert_eq!(verified, if number < 3.5 { 0 } else { 3 }, "{version}");
    println!("{verified} parameter sets with {version}");
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
