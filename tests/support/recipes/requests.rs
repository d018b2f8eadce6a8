use super::CaseFile;
use super::issued::{complete, good, intermediate, root};
use crate::support::{
    case_file::Case,
    mint::{Cert, Key, bundle, pem_block},
    objects::Request,
};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("inp005", alone()),
        ("key006", other_key()),
        ("key010", signature()),
        ("nam011", names()),
        ("public", public()),
    ]
}

const NAMES: [&str; 2] = ["shop.example.com", "www.shop.example.com"];

fn request() -> Request {
    Request::for_names(Key::P256(1), &NAMES)
}

fn key_of(key: Key) -> String {
    pem_block("PRIVATE KEY", &key.pkcs8())
}

fn alone() -> Vec<Case> {
    let old_label = pem_block("NEW CERTIFICATE REQUEST", &request().der());
    vec![
        Case::empty("a request alone").file("shop.csr", request().pem()),
        Case::empty("a request in binary").file("shop.csr", request().der()),
        Case::empty("with its private key").file("shop.csr", request().pem()).file("shop.key", key_of(Key::P256(1))),
        Case::empty("with another private key").file("shop.csr", request().pem()).file("a.key", key_of(Key::P256(2))),
        Case::new("a common name only", Request::for_common_name(Key::Rsa2048(1), "shop.example.com").pem()),
        Case::new(
            "without any name",
            Request { subject: Vec::new(), ..Request::for_common_name(Key::P256(3), "") }.pem(),
        ),
        Case::new("a person", Request::for_common_name(Key::Ed25519(1), "Example Person").pem()),
        Case::new("with a challenge password", request().challenge("not to be shown").pem()),
        Case::new("an old label", old_label),
        Case::new("beside its certificate", complete(good()) + &request().pem()),
        Case::empty("cut off").file("shop.csr", &request().der()[..100]),
    ]
}

fn other_key() -> Vec<Case> {
    let other = || Request::for_names(Key::Rsa2048(1), &NAMES).pem();
    let second = Cert::server(&["other.example.com"]).key(Key::P256(7)).issued_by(&intermediate());
    let both = bundle(&[&good().issued_by(&intermediate()), &second, &intermediate(), &root()]);
    vec![
        Case::new("the same key", complete(good()) + &request().pem() + &key_of(Key::P256(1))),
        Case::new("another key", complete(good()) + &other()),
        Case::new("another key, which is here", complete(good()) + &other() + &key_of(Key::Rsa2048(1))),
        Case::new("another key, and the certificate has its own", complete(good()) + &other() + &key_of(Key::P256(1))),
        Case::new(
            "the key of another server certificate",
            both + &Request::for_names(Key::P256(7), &["other.example.com"]).pem(),
        ),
    ]
}

fn signature() -> Vec<Case> {
    vec![
        Case::new("right", request().pem()),
        Case::new("wrong", request().spoil().pem()),
        Case::new("wrong, beside its certificate", complete(good()) + &request().spoil().pem()),
    ]
}

fn names() -> Vec<Case> {
    let asking = |names: &[&str]| complete(good()) + &Request::for_names(Key::P256(1), names).pem();
    let wildcard = Cert::server(&["*.shop.example.com", "shop.example.com"]);
    vec![
        Case::new("all granted, in capitals too", asking(&["SHOP.example.com", "www.shop.example.com"])),
        Case::new("two not granted", asking(&["shop.example.com", "api.shop.example.com", "192.0.2.7"])),
        Case::new("a wildcard not granted", asking(&["*.shop.example.com"])),
        Case::new("covered by a wildcard", complete(wildcard) + &request().pem()),
        Case::new(
            "a common name not granted",
            complete(good()) + &Request::for_common_name(Key::P256(1), "api.example.com").pem(),
        ),
    ]
}

fn public() -> Vec<Case> {
    let key = |key: Key| pem_block("PUBLIC KEY", &key.spki());
    vec![
        Case::new("of the certificate", complete(good()) + &key(Key::P256(1))),
        Case::new("of nobody", complete(good()) + &key(Key::P256(2))),
        Case::empty("in binary").file("public.der", Key::Ed25519(1).spki()),
    ]
}
