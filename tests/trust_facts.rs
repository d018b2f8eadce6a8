//! Facts about the programs' lists that decide what people are told, pinned: where a table loses one, a test says so.
//! What a client answers to a chain stands in the cases, what the whole list holds stands here.
//!
//! | fact | whole lists, in this file | rows of the matrix |
//! |---|---|---|
//! | 1 Chrome takes nothing that was logged later, by root | `chromes_limits` | `trust/tru003.case`, "Chrome: …" |
//! | 2 DigiCert's first roots: on phones, not in Firefox and Chrome | `who_left_which_list` | `trust/tru003.case`, "on phones, …" |
//! | 3 what Android 16's fourth release and 17 dropped and added | `who_left_which_list` | `trust/tru004.case`, "Android …" |
//! | 4 Let's Encrypt's roots of 2026 are in no list; one cross-signed certificate is withdrawn | `the_newest_roots_of_lets_encrypt_are_not_known_yet` in `trust_data.rs` | `trust/lets-encrypt.case`, `trust/tru005.case` |
//! | 5 the roots of Chinese CAs, program by program | `chinese_roots` | `trust/chinese-roots.case` |
//! | 6 emSign's roots: one stayed with Mozilla, three left | `who_left_which_list` | `trust/tru003.case`, "Mozilla dropped it …" |
//! | 7 the roots that all programs trust without a limit | `the_roots_that_all_trust` | `trust/tru007.case` |
//! | 8 Java refuses what was issued later, by root | `javas_limits` | `trust/tru003.case`, "… Java's limit has passed" |
//! | 9 WeChat's error -202 and the incomplete chain behind it; which list its network code goes by is not known, so it is shown as its phone's | `wechat_goes_with_its_phone` | `trust/supply.case`; the error text in `error_text.rs` |
//! | 10 Java's roots by the update that brought them | `javas_first_updates` | `trust/tru004.case`, "X1: …", "X2 …" |
//! | 11 names that a program permits below a root | `names_that_a_program_permits` | `trust/tru003.case`, "Mozilla: …" |
//! | 12 who is known to go by the list of revoked CA certificates | `the_list_of_the_revoked_is_mozillas` | `trust/tru005.case` |

#[allow(dead_code, reason = "the program uses more of it")]
#[path = "../data/remake/facts.rs"]
mod facts;
mod support;
#[allow(dead_code, reason = "the program uses more of it")]
#[path = "../data/remake/tables/mod.rs"]
mod tables;

use certloupe::{
    engine::{inspect, trust::clients},
    report::ClientTrust,
};
use facts::Facts;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use support::{case_file::NOW, recipes};
use tables::{Outcome, cell::Stretch};

const PROGRAMS: [&str; 8] = ["android", "ios", "macos", "nss", "chrome", "microsoft", "java", "debian"];

#[test]
fn chromes_limits() {
    let mut roots = BTreeMap::<String, usize>::new();
    facts()
        .trusted("chrome", None)
        .unwrap()
        .into_values()
        .flatten()
        .for_each(|day| *roots.entry(day).or_default() += 1);
    let past: usize = roots.range(..NOW.to_string()[..10].to_owned()).map(|(_, count)| count).sum();
    assert_eq!((past, roots.values().sum::<usize>()), (30, 47), "{roots:?}");
    let until = |name| limit("chrome", name);
    assert_eq!(until("USERTrust RSA Certification Authority"), "2026-09-30");
    assert_eq!(until("T-TeleSec GlobalRoot Class 3"), "2026-05-28");
    assert_eq!(until("SSL.com Root Certification Authority RSA"), "2026-06-14");
    assert_eq!(until("DigiCert Trusted Root G4"), "2026-09-14");
    assert_eq!(until("DigiCert Global Root G2"), "2027-09-14");
    assert_eq!(until("vTrus Root CA"), "2027-01-14");
}

#[test]
fn who_left_which_list() {
    const DIGICERT: [&str; 3] =
        ["DigiCert Global Root CA", "DigiCert High Assurance EV Root CA", "DigiCert Assured ID Root CA"];
    let (sha1, go_daddy, starfield) =
        ("GlobalSign Root CA", "The Go Daddy Group, Inc.", "Starfield Technologies, Inc.");
    let comodo = "AAA Certificate Services";
    left("nss", "3.110", "3.111", &[sha1, comodo, go_daddy, starfield]);
    left("nss", "3.122", "3.123", &DIGICERT);
    left("nss", "3.131", "3.132", &["emSign Root CA - C1", "emSign ECC Root CA - C3", "emSign ECC Root CA - G3"]);
    left("android", "16", "16-r4", &[sha1, comodo, "Entrust.net Certification Authority (2048)", go_daddy, starfield]);
    left(
        "android",
        "16-r4",
        "17",
        &[
            "Entrust Root Certification Authority",
            "Entrust Root Certification Authority - EC1",
            "Entrust Root Certification Authority - G2",
        ],
    );
    left("android", "17", "16-r4", &["TrustAsia TLS RSA Root CA", "TrustAsia TLS ECC Root CA"]);
    for program in ["android", "ios", "macos", "microsoft", "java"] {
        assert!(DIGICERT.iter().all(|name| names(program, None).contains(*name)), "{program}");
    }
    assert!(DIGICERT.iter().all(|name| !names("chrome", None).contains(*name)));
    assert!(names("nss", None).contains("emSign Root CA - G1"));
}

/// Android, iOS, macOS, Mozilla, Chrome, Microsoft, as in the table. No Java has any of them.
#[test]
fn chinese_roots() {
    let rows: [(&str, [&str; 6]); 12] = [
        ("CFCA EV ROOT", ["6.0", "~10.1", "10.12.1", "3.18", "0", "0"]),
        ("GDCA TrustAUTH R5 ROOT", ["9", "~12.1.1", "10.14.2", "3.34", "0", "0"]),
        ("UCA Global G2 Root", ["10", "", "", "3.41", "0", "0"]),
        ("UCA Extended Validation Root", ["10", "", "", "3.41", "0", "0"]),
        ("vTrus Root CA", ["14", "", "", "3.74", "0<2027-01-14", ""]),
        ("vTrus ECC Root CA", ["14", "", "", "3.74", "0<2027-01-14", ""]),
        ("TrustAsia Global Root CA G3", ["15", "", "", "3.95", "", ""]),
        ("TrustAsia Global Root CA G4", ["15", "", "", "3.95", "", ""]),
        ("TrustAsia TLS RSA Root CA", ["17", "", "", "3.114", "2025.07", ""]),
        ("TrustAsia TLS ECC Root CA", ["17", "", "", "3.114", "2025.07", ""]),
        ("BJCA Global Root CA1", ["14-r61", "", "", "3.90", "", ""]),
        ("BJCA Global Root CA2", ["14-r61", "", "", "3.90", "", ""]),
    ];
    for (name, expected) in rows {
        let cells = cells(name);
        assert_eq!((&cells[..6], cells[6].as_str()), (&expected.map(str::to_owned)[..], ""), "{name}");
    }
}

/// Mozilla, Chrome, Apple, Microsoft and Android 17, each without a last day; and then Mozilla alone limits the names of
/// one of them.
#[test]
fn the_roots_that_all_trust() {
    let all = ["android", "ios", "macos", "nss", "chrome", "microsoft"];
    let unlimited = |program| -> BTreeSet<String> {
        let roots = facts().trusted(program, None).unwrap().into_iter();
        roots.filter(|(_, limit)| limit.is_none()).map(|(sha256, _)| sha256).collect()
    };
    let roots = all.map(unlimited).into_iter().reduce(|one, other| &one & &other).unwrap();
    let facts = facts();
    let names: BTreeSet<_> = roots.iter().map(|sha256| facts.name(sha256).unwrap()).collect();
    let expected = [
        "ACCVRAIZ1",
        "Actalis Authentication Root CA",
        "Amazon Root CA 1",
        "Amazon Root CA 4",
        "Atos TrustedRoot Root CA ECC TLS 2021",
        "Atos TrustedRoot Root CA RSA TLS 2021",
        "CA Disig Root R2",
        "CERTSIGN SA",
        "CFCA EV ROOT",
        "Certum EC-384 CA",
        "Certum Trusted Root CA",
        "DigiCert TLS ECC P384 Root G5",
        "DigiCert TLS RSA4096 Root G5",
        "FNMT-RCM",
        "GDCA TrustAUTH R5 ROOT",
        "GTS Root R1",
        "GTS Root R4",
        "GlobalSign Root E46",
        "GlobalSign Root R46",
        "Go Daddy Root Certificate Authority - G2",
        "HARICA TLS ECC Root CA 2021",
        "HARICA TLS RSA Root CA 2021",
        "Hongkong Post Root CA 3",
        "ISRG Root X1",
        "ISRG Root X2",
        "IdenTrust Commercial Root CA 1",
        "Microsoft ECC Root Certificate Authority 2017",
        "Microsoft RSA Root Certificate Authority 2017",
        "NAVER Global Root Certification Authority",
        "SECOM Trust Systems CO.,LTD.",
        "SSL.com TLS ECC Root CA 2022",
        "SSL.com TLS RSA Root CA 2022",
        "Sectigo Public Server Authentication Root E46",
        "Sectigo Public Server Authentication Root R46",
        "Security Communication ECC RootCA1",
        "Starfield Root Certificate Authority - G2",
        "TUBITAK Kamu SM SSL Kok Sertifikasi - Surum 1",
        "Telia Root CA v2",
        "emSign Root CA - G1",
    ];
    assert_eq!(names.into_iter().collect::<Vec<_>>(), expected);
    let for_any_name =
        roots.iter().filter(|sha256| all.iter().all(|program| facts.permitted(program, sha256).is_none()));
    assert_eq!((roots.len(), for_any_name.count()), (39, 38));
}

#[test]
fn javas_limits() {
    let roots = facts().trusted("java", None).unwrap();
    let mut counts = BTreeMap::<_, usize>::new();
    roots.into_values().flatten().for_each(|day| *counts.entry(day).or_default() += 1);
    let expected = [("2019-04-16", 11), ("2024-11-11", 5), ("2025-04-15", 1), ("2026-03-17", 1)];
    assert_eq!(counts, expected.map(|(day, count)| (day.to_owned(), count)).into());
}

/// Months of the updates 8u51, 8u141, 8u401; Java 21 and 25 have had Microsoft's and Sectigo's roots since they came out.
#[test]
fn javas_first_updates() {
    let rows = [
        ("AAA Certificate Services", "0"),
        ("USERTrust RSA Certification Authority", "2015.07"),
        ("COMODO ECC Certification Authority", "2015.07"),
        ("ISRG Root X1", "2017.07"),
        ("Microsoft RSA Root Certificate Authority 2017", "~2023.07"),
        ("ISRG Root X2", "2024.01"),
        ("DigiCert TLS RSA4096 Root G5", "2024.01"),
        ("Sectigo Public Server Authentication Root R46", "~2025.07"),
    ];
    for (name, since) in rows {
        assert_eq!(cells(name)[6], since, "{name}");
    }
}

/// In every version, whatever the chain: by its phone's list, and without fetching what is missing.
#[test]
fn wechat_goes_with_its_phone() {
    assert!(clients().iter().filter(|client| client.mirrors).all(|client| !client.fetches));
    let mut chains = 0;
    for case in recipes::trust::files().into_iter().flat_map(|(_, cases)| cases) {
        let (report, _) = inspect(&case.sources, &case.options);
        let of = |id: &'static str| -> Vec<ClientTrust> {
            let clients = report.trust.clients.iter().filter(|client| client.id == id);
            clients.map(|client| ClientTrust { id: String::new(), ..client.clone() }).collect()
        };
        assert_eq!(of("wechat-android"), of("android"), "{}", case.name);
        chains += usize::from(!report.trust.clients.is_empty());
    }
    assert!(chains > 40, "only {chains} chains");
}

#[test]
fn names_that_a_program_permits() {
    let facts = facts();
    for program in PROGRAMS {
        let roots = facts.trusted(program, None).unwrap();
        let limited = roots.keys().filter_map(|sha256| Some((facts.name(sha256)?, facts.permitted(program, sha256)?)));
        let limited: Vec<_> = limited.collect();
        match program {
            "nss" => assert_eq!(limited, [("TUBITAK Kamu SM SSL Kok Sertifikasi - Surum 1", ".tr".to_owned())]),
            _ => assert!(limited.is_empty(), "{program}: {limited:?}"),
        }
    }
}

/// Chrome's, Apple's and Microsoft's lists are their own, and none of them was read.
#[test]
fn the_list_of_the_revoked_is_mozillas() {
    assert!(clients().iter().all(|client| client.revokes == (client.id == "firefox")));
}

/// That a program had these roots in one version, and not in the other.
fn left(program: &str, had: &str, lacks: &str, roots: &[&str]) {
    let (had, lacks) = (names(program, Some(had)), names(program, Some(lacks)));
    for name in roots {
        assert!(had.contains(*name) && !lacks.contains(*name), "{program}: {name}");
    }
}

/// The names of the roots that a program has in a version.
fn names(program: &str, version: Option<&str>) -> BTreeSet<String> {
    let facts = facts();
    let roots = facts.trusted(program, version).unwrap();
    roots.keys().filter_map(|sha256| Some(facts.name(sha256)?.to_owned())).collect()
}

/// The last day of issuance that a program accepts.
fn limit(program: &str, name: &str) -> String {
    let column = PROGRAMS.iter().position(|own| *own == program).unwrap();
    let cell = cells(name).swap_remove(column);
    let open = Stretch::read(&cell).find(|stretch| stretch.until.is_none());
    open.and_then(|stretch| stretch.limit).unwrap_or_default()
}

/// The cells of the one root of this name.
fn cells(name: &str) -> Vec<String> {
    let table = include_str!("../data/trust/roots.tsv");
    let rows = table.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    let mut rows: Vec<_> = rows.filter(|row| row[1] == name).collect();
    assert_eq!(rows.len(), 1, "{name}");
    rows.swap_remove(0).split_off(5)
}

fn facts() -> Facts {
    Facts::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/trust")).unwrap()
}
