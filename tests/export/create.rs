//! New keys and their requests, judged by `openssl req`.

use crate::material::{PASSWORD, python, saved};
use crate::support::keys::Counter;
use crate::support::openssl::{openssl, openssl_must};
use certloupe::{
    export,
    report::{KeyChoice, Password, Progress, Step, wire::CreateOptions},
};

const NAMES: [&str; 6] = ["shop.example", "*.Shop.example", "例子.测试", "192.0.2.7", "2001:db8::7", "shop.example"];

fn options(key: KeyChoice) -> CreateOptions {
    CreateOptions {
        key,
        names: NAMES.map(str::to_owned).to_vec(),
        organization: Some("示例科技有限公司".to_owned()),
        country: Some("cn".to_owned()),
        password: None,
    }
}

/// What is made, and how often somebody heard that it takes long.
fn made(options: &CreateOptions) -> (Vec<u8>, Vec<u8>, usize) {
    let mut heard = Vec::new();
    let files = export::create(options, &mut |progress: Progress| heard.push(progress.step), &mut export::randomness());
    let files = files.unwrap();
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["privkey.pem", "request.csr"]);
    assert!(heard.iter().all(|step| *step == Step::MakingKey));
    let [key, request] = files.try_into().unwrap_or_else(|_| panic!("two files"));
    (key.bytes, request.bytes, heard.len())
}

const KEYS: [(KeyChoice, &str, &str); 6] = [
    (KeyChoice::P256, "ASN1 OID: prime256v1", "ecdsa-with-SHA256"),
    (KeyChoice::P384, "ASN1 OID: secp384r1", "ecdsa-with-SHA384"),
    (KeyChoice::Ed25519, "ED25519 Public-Key", "ED25519"),
    (KeyChoice::Rsa2048, "Public-Key: (2048 bit)", "sha256WithRSAEncryption"),
    (KeyChoice::Rsa3072, "Public-Key: (3072 bit)", "sha256WithRSAEncryption"),
    (KeyChoice::Rsa4096, "Public-Key: (4096 bit)", "sha256WithRSAEncryption"),
];

#[test]
fn openssl_verifies_every_request() {
    for (kind, key_line, signature) in KEYS {
        let (key, request, heard) = made(&options(kind));
        assert_eq!(heard > 0, signature == "sha256WithRSAEncryption", "{kind:?}");
        let run = openssl(&["req", "-verify", "-text", "-nameopt", "utf8,sep_comma_plus"], &request);
        assert!(run.succeeded && (run.stderr.clone() + &run.text()).contains("verify OK"), "{kind:?}: {}", run.stderr);
        let text = run.text();
        let names = "DNS:shop.example, DNS:*.shop.example, DNS:xn--fsqu00a.xn--0zwm56d, IP Address:192.0.2.7, \
                     IP Address:2001:DB8:0:0:0:0:0:7";
        for part in [key_line, signature, names, "Subject: C=CN,O=示例科技有限公司,CN=shop.example"] {
            assert!(text.contains(part), "{kind:?}: {part} in {text}");
        }
        let of_request = openssl_must(&["req", "-noout", "-pubkey"], &request);
        assert_eq!(openssl_must(&["pkey", "-pubout"], &key), of_request, "{kind:?}");
        openssl_must(&["pkey", "-check", "-noout"], &key);
    }
}

#[test]
fn python_reads_the_names() {
    let (_, request, _) = made(&options(KeyChoice::P256));
    let path = saved("create", "request.csr", &request);
    let script = "
import sys
from cryptography import x509
request = x509.load_pem_x509_csr(open(sys.argv[1], 'rb').read())
print(request.is_signature_valid)
for name in request.extensions.get_extension_for_class(x509.SubjectAlternativeName).value:
    print(name.value)
";
    let said = ["True", "shop.example", "*.shop.example", "xn--fsqu00a.xn--0zwm56d", "192.0.2.7", "2001:db8::7"];
    assert_eq!(python(script, &[&path]), said);
}

/// As keyboards and address bars write them.
#[test]
fn openssl_reads_names_however_they_are_typed() {
    for (typed, read) in [
        ("2001:DB8:0::7", "IP Address:2001:DB8:0:0:0:0:0:7"),
        ("[2001:db8:0:0::7]", "IP Address:2001:DB8:0:0:0:0:0:7"),
        ("ｓｈｏｐ．例子。ｃｏｍ", "DNS:shop.xn--fsqu00a.com"),
        ("*.例子.测试", "DNS:*.xn--fsqu00a.xn--0zwm56d"),
    ] {
        let (_, request, _) = made(&CreateOptions { names: vec![typed.to_owned()], ..options(KeyChoice::P256) });
        let text = openssl(&["req", "-noout", "-text"], &request).text();
        assert!(text.contains(read), "{typed}: {text}");
    }
}

#[test]
fn a_password_locks_the_key() {
    let locked = CreateOptions { password: Some(Password::new(PASSWORD)), ..options(KeyChoice::P256) };
    let (key, ..) = made(&locked);
    assert!(key.starts_with(b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    openssl_must(&["pkey", "-check", "-noout", "-passin", &format!("pass:{PASSWORD}")], &key);
    assert!(!openssl(&["pkey", "-noout", "-passin", "pass:wrong"], &key).succeeded);
}

#[test]
fn a_long_first_name_is_no_common_name() {
    let long = format!("{}.example", "a".repeat(60));
    let (_, request, _) = made(&CreateOptions { names: vec![long.clone()], ..CreateOptions::default() });
    let run = openssl(&["req", "-verify", "-text", "-noout"], &request);
    assert!(run.succeeded && run.text().contains(&format!("DNS:{long}")), "{}", run.text());
    assert!(!run.text().contains("CN ="), "{}", run.text());
}

#[test]
fn every_key_is_another_one_unless_the_source_repeats_itself() {
    let asked = options(KeyChoice::Ed25519);
    assert_ne!(made(&asked).0, made(&asked).0);
    let fixed = || export::create(&asked, &mut |_| (), &mut Counter(1)).unwrap();
    assert_eq!(fixed(), fixed());
}
