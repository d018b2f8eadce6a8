//! Who trusts what: a case for each fact of the programs' lists that people trip over.

use super::{
    CaseFile,
    issued::good,
    public_roots::{intermediate, root},
};
use crate::support::{
    case_file::Case,
    der::octets,
    mint::{Cert, Key, Minted, SCTS, SKI, bundle, scts_at},
};
use certloupe::report::Repair;

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("tru001", no_program()),
        ("tru002", private()),
        ("tru003", distrusted()),
        ("tru004", not_everywhere()),
        ("tru005", revoked()),
        ("tru007", trusted()),
        ("lets-encrypt", lets_encrypt()),
        ("chinese-roots", chinese()),
        ("supply", supply()),
    ]
}

/// One version of each, the newest.
const TODAY: &[&str] = &[
    "android 17",
    "wechat-android 17",
    "ios 26",
    "macos 26",
    "windows 10, 11",
    "chrome 156",
    "firefox 153",
    "java 21",
];

/// A server certificate below an intermediate of a public root.
fn below(root_name: &str, leaf: Cert) -> String {
    let issuer = intermediate(root_name);
    bundle(&[&leaf.issued_by(&issuer), &issuer])
}

fn issued_on(day: &str) -> Cert {
    good().valid(day, "2026-12-20").extension(SCTS, false, scts_at(3, day))
}

fn no_program() -> Vec<Case> {
    vec![
        Case::new(
            "issued below Entrust's root after every limit",
            below("Entrust Root Certification Authority - G2", good()),
        )
        .asked(TODAY),
        Case::new("a root of today", below("ISRG Root X1", good())),
        Case::new("a root that borrows a public one's name", borrowed_name()).asked(TODAY),
        Case::new("the same, the root is not given", {
            let mut namesake = root("ISRG Root X1");
            namesake.key_id = vec![9; 20];
            good().issued_by(&namesake).pem()
        }),
    ]
}

/// A complete chain below a root with a public root's name, and a key and key id of its own.
fn borrowed_name() -> String {
    let root = Cert::ca("").raw_subject(&root("ISRG Root X1").name).key(Key::P256(127)).self_signed();
    let issuer = Cert::ca("Own CA").key(Key::P256(123)).issued_by(&root);
    bundle(&[&good().issued_by(&issuer), &issuer, &root])
}

fn private() -> Vec<Case> {
    let own = Cert::ca("Own Root").key(Key::P256(122)).self_signed();
    let issuer = Cert::ca("Own CA").key(Key::P256(123)).issued_by(&own);
    let chain = bundle(&[&good().issued_by(&issuer), &issuer]);
    vec![
        Case::new("a root of one's own in the file", chain.clone() + &own.pem()).asked(TODAY),
        Case::new("said to be one's own", chain.clone() + &own.pem()).mended(Repair::TrustRoot),
        Case::new("trusted, not in the file", chain.clone()).root(own.pem()),
        Case::new("the root is unknown and missing: another finding", chain),
        Case::new("a public root", below("ISRG Root X1", good())),
    ]
}

fn distrusted() -> Vec<Case> {
    const TUBITAK: &str = "TUBITAK Kamu SM SSL Kok Sertifikasi - Surum 1";
    const ENTRUST: &str = "Entrust Root Certification Authority - G2";
    let limits =
        ["chrome 156", "firefox 140", "ios 18", "macos 15", "java 21", "windows 10, 11", "android 16", "debian 11"];
    vec![
        Case::new("Chrome: logged on the last day", below("GlobalSign Root CA - R3", issued_on("2026-09-30")))
            .asked(TODAY),
        Case::new("Chrome: logged a day later", below("GlobalSign Root CA - R3", issued_on("2026-10-01"))).asked(TODAY),
        Case::new(
            "Chrome: the limit comes before the renewal",
            below("GlobalSign Root CA - R3", issued_on("2026-09-29")),
        ),
        Case::new("Chrome: the limit comes long after the renewal", below("DigiCert Global Root G2", good()))
            .asked(TODAY),
        Case::new(
            "Chrome: without timestamps the dates decide",
            below("GlobalSign Root CA - R3", good().without(SCTS)),
        )
        .asked(&["chrome 156"]),
        Case::new("on phones, and not in Firefox or Chrome", below("DigiCert Global Root CA", good()))
            .asked(TODAY)
            .asked(&["firefox 140", "firefox 151"]),
        Case::new("Mozilla dropped it after NSS 3.123", below("emSign Root CA - G1", good())).asked(&[
            "firefox 151",
            "firefox 153",
            "chrome 156",
            "android 17",
            "ios 26",
            "windows 10, 11",
        ]),
        Case::new("Entrust: the last day of all", below(ENTRUST, good().valid("2024-11-11", "2025-12-01")))
            .now("2025-01-01T00:00:00Z")
            .asked(&limits),
        Case::new(
            "Entrust: Java's limit has passed",
            below(ENTRUST, good().valid("2024-11-12T00:00:00Z", "2025-12-01")),
        )
        .now("2025-01-01T00:00:00Z")
        .asked(&limits),
        Case::new(
            "Entrust: Apple's limit has passed",
            below(ENTRUST, good().valid("2024-11-16T00:00:00Z", "2025-12-01")),
        )
        .now("2025-01-01T00:00:00Z")
        .asked(&limits),
        Case::new(
            "Entrust: Mozilla's limit has passed",
            below(ENTRUST, good().valid("2024-12-01T00:00:00Z", "2025-12-01")),
        )
        .now("2025-01-01T00:00:00Z")
        .asked(&limits),
        Case::new(
            "Chunghwa: Java's limit has passed",
            below("ePKI Root Certification Authority", good().valid("2026-03-18T00:00:00Z", "2026-12-01")),
        )
        .asked(&["java 8", "java 25", "ios 26", "windows 10, 11", "chrome 156"]),
        Case::new(
            "Camerfirma: Java's limit has passed",
            below("Chambers of Commerce Root - 2008", good().valid("2025-04-16T00:00:00Z", "2026-04-01")),
        )
        .now("2025-06-01T00:00:00Z")
        .asked(&["java 8", "java 21"]),
        Case::new(
            "GeoTrust, of Symantec's: Java's limit has passed",
            below("GeoTrust Primary Certification Authority", good().valid("2019-04-17T00:00:00Z", "2020-06-01")),
        )
        .now("2020-01-01T00:00:00Z")
        .asked(&["java 8", "java 11"]),
        Case::new("Mozilla: names outside those that it permits below this root", below(TUBITAK, good()))
            .asked(TODAY)
            .asked(&["firefox 115", "debian 13", "ubuntu 24.04"]),
        Case::new(
            "Mozilla: one of them is outside",
            below(TUBITAK, Cert::server(&["shop.example.gov.tr", "tr", "shop.example.com"])),
        )
        .asked(&["firefox 153", "chrome 156"]),
        Case::new("Mozilla: all of them are inside", below(TUBITAK, Cert::server(&["shop.example.gov.tr"])))
            .asked(TODAY),
        Case::new("a root without limits", below("ISRG Root X1", good())),
    ]
}

fn not_everywhere() -> Vec<Case> {
    vec![
        Case::new("a root that Apple and Java never had", below("UCA Global G2 Root", good())),
        Case::new("Android 16 dropped it in its fourth release", below("GlobalSign Root CA", good())).asked(&[
            "android 15",
            "android 16",
            "android 17",
            "wechat-android 16",
        ]),
        Case::new("Android 17 has it first", below("TrustAsia TLS RSA Root CA", good())).asked(&[
            "android 16",
            "android 17",
            "wechat-android 16",
            "wechat-android 17",
        ]),
        Case::new("X2 by itself, without its cross-signed certificate", below("ISRG Root X2", good())).asked(&[
            "android 13",
            "android 14",
            "ios 15",
            "ios 16",
            "java 21",
            "java 25",
            "firefox 115",
        ]),
        Case::new("X1: phones of ten years", below("ISRG Root X1", good())).asked(&[
            "android 7.0",
            "android 7.1.1",
            "ios 9",
            "ios 10",
            "macos 10.11",
            "macos 10.12",
            "java 8",
            "java 11",
        ]),
    ]
}

/// A cross-signed certificate of Root YR by its real issuer and serial number; the key is the mint's.
fn root_yr(serial: &str, from: &str) -> Minted {
    let digits: Vec<u8> =
        (0..serial.len()).step_by(2).map(|at| u8::from_str_radix(&serial[at..at + 2], 16).unwrap()).collect();
    Cert::ca("Root YR")
        .subject(&[("2.5.4.6", "US"), ("2.5.4.10", "ISRG"), ("2.5.4.3", "Root YR")])
        .key(Key::P256(124))
        .serial(&digits)
        .valid(from, "2032-09-02")
        .issued_by(&root("ISRG Root X1"))
}

/// On OneCRL since 2026-05: one of the cross-signed certificates of 2025-09-03.
const WITHDRAWN: &str = "7f2ab707b5bdd93c9fd48b7c6029db33";

fn revoked() -> Vec<Case> {
    let (old, new) = (root_yr(WITHDRAWN, "2025-09-03"), root_yr("0123456789", "2026-05-13"));
    let issuer = Cert::ca("YR1").key(Key::P256(125)).issued_by(&new);
    let leaf = good().issued_by(&issuer);
    vec![
        Case::new("the withdrawn cross-signed certificate", bundle(&[&leaf, &issuer, &old])).asked(TODAY),
        Case::new("the same, the new one is at hand", bundle(&[&leaf, &issuer, &old])).supplied(&[&new]).asked(TODAY),
        Case::new("the same, repaired", bundle(&[&leaf, &issuer, &old])).supplied(&[&new]).mended(Repair::WidestReach),
        Case::new("the new one", bundle(&[&leaf, &issuer, &new])),
        Case::new("both of them", bundle(&[&leaf, &issuer, &old, &new])),
        Case::new("both of them, repaired", bundle(&[&leaf, &issuer, &old, &new])).repaired(),
        Case::new("the withdrawn one is never supplied", bundle(&[&leaf, &issuer])).supplied(&[&old]),
    ]
}

fn trusted() -> Vec<Case> {
    let other = Cert::ca("Own Root").key(Key::P256(122)).self_signed();
    let issuer = Cert::ca("Own CA").key(Key::P256(123)).issued_by(&other);
    vec![
        Case::new("a root that everyone has", below("DigiCert Global Root G2", good())),
        Case::new("a private root", bundle(&[&good().issued_by(&issuer), &issuer, &other])),
    ]
}

/// The chains of 2026: Root YR and Root YE are in no store.
fn lets_encrypt() -> Vec<Case> {
    let x2 = Cert::ca("ISRG Root X2").raw_subject(&root("ISRG Root X2").name).key(Key::P384(126));
    let x2 = x2.extension(SKI, false, octets(&root("ISRG Root X2").key_id));
    let crossed = x2.clone().valid("2026-05-13", "2032-09-02").issued_by(&root("ISRG Root X1"));
    let mut x2 = x2.self_signed();
    x2.key_id = root("ISRG Root X2").key_id;
    let ye = Cert::ca("Root YE")
        .subject(&[("2.5.4.6", "US"), ("2.5.4.10", "ISRG"), ("2.5.4.3", "Root YE")])
        .key(Key::P384(127))
        .issued_by(&x2);
    let ye1 = Cert::ca("YE1").key(Key::P384(128)).issued_by(&ye);
    let yr = root_yr("0123456789", "2026-05-13");
    let yr1 = Cert::ca("YR1").key(Key::P256(125)).issued_by(&yr);
    let (rsa, ecdsa) = (good().issued_by(&yr1), good().key(Key::P256(129)).issued_by(&ye1));
    let phones =
        ["android 7.0", "android 7.1.1", "android 13", "android 14", "ios 10", "ios 16", "chrome 156", "java 21"];
    vec![
        Case::new("RSA, as it is issued: three certificates", bundle(&[&rsa, &yr1, &yr])).asked(&phones),
        Case::new("RSA, the root-looking one dropped", bundle(&[&rsa, &yr1])).asked(&phones),
        Case::new("RSA, the leaf alone, the rest at hand", bundle(&[&rsa])).supplied(&[&yr1, &yr]).asked(&phones),
        Case::new("RSA, the leaf alone, repaired", bundle(&[&rsa]))
            .supplied(&[&yr1, &yr])
            .repaired()
            .understood()
            .asked(&phones),
        Case::new("ECDSA, as it is issued: four certificates", bundle(&[&ecdsa, &ye1, &ye, &crossed])).asked(&phones),
        Case::new("ECDSA, the short way taken", bundle(&[&ecdsa, &ye1, &ye, &crossed]))
            .mended(Repair::ShortestHandshake),
        Case::new("ECDSA up to X2", bundle(&[&ecdsa, &ye1, &ye])).asked(&phones),
        Case::new("ECDSA up to YE", bundle(&[&ecdsa, &ye1])).asked(&phones),
    ]
}

/// The roots of Chinese CAs, program by program.
fn chinese() -> Vec<Case> {
    let programs = [
        "firefox 153",
        "chrome 156",
        "ios 26",
        "macos 26",
        "windows 10, 11",
        "java 21",
        "android 5.1",
        "android 6.0",
        "android 8.1",
        "android 9",
        "android 10",
        "android 13",
        "android 14",
        "android 15",
        "android 16",
        "android 17",
        "wechat-android 13",
    ];
    [
        "CFCA EV ROOT",
        "GDCA TrustAUTH R5 ROOT",
        "UCA Global G2 Root",
        "vTrus Root CA",
        "TrustAsia Global Root CA G3",
        "TrustAsia TLS RSA Root CA",
        "BJCA Global Root CA1",
    ]
    .iter()
    .map(|name| Case::new(name, below(name, good())).asked(&programs))
    .collect()
}

fn supply() -> Vec<Case> {
    let issuer = intermediate("ISRG Root X1");
    let leaf = good().issued_by(&issuer);
    // Signed by a root of today, and once more by one that old phones have.
    let middle = Cert::ca("Young Root").key(Key::P256(130));
    let (young, cross) = (root("TrustAsia TLS RSA Root CA"), root("DigiCert Global Root G2"));
    let (upper, crossed) = (middle.clone().issued_by(&young), middle.serial(&[7]).issued_by(&cross));
    let lower = Cert::ca("Young CA").key(Key::P256(131)).issued_by(&upper);
    let young_leaf = good().issued_by(&lower);
    let short = bundle(&[&young_leaf, &lower, &upper]);
    vec![
        Case::new("the intermediate is missing, and at hand", leaf.pem()).supplied(&[&issuer]).asked(TODAY),
        Case::new("the same, repaired", leaf.pem()).supplied(&[&issuer]).repaired().understood().asked(TODAY),
        Case::new("the intermediate is missing, and not at hand", leaf.pem()).supplied(&[&young_as_issuer()]),
        Case::new("the supply was not loaded", leaf.pem()),
        Case::new("an alternate chain reaches further", short.clone())
            .supplied(&[&crossed])
            .asked(&["android 16", "ios 26"]),
        Case::new("the same, repaired", short).supplied(&[&crossed]).mended(Repair::WidestReach).understood(),
        Case::new("both were given", bundle(&[&young_leaf, &lower, &upper, &crossed]))
            .asked(&["android 16", "android 17"]),
    ]
}

fn young_as_issuer() -> Minted {
    Cert::ca("Somebody else").key(Key::P256(132)).issued_by(&root("ISRG Root X1"))
}
