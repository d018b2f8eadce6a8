//! Reports written by hand: facts only, no certificate behind them.

use certloupe::report::{CertificateSummary, Chain, KeyFacts, Order, Report, Role, Timestamp};

/// The kinds of key that configurations differ by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Rsa,
    Ecdsa,
}

impl Key {
    pub const ALL: [Self; 2] = [Self::Rsa, Self::Ecdsa];

    pub fn facts(self) -> KeyFacts {
        match self {
            Self::Rsa => KeyFacts { algorithm: "RSA".to_owned(), bits: Some(2048), curve: None },
            Self::Ecdsa => KeyFacts { algorithm: "EC".to_owned(), bits: Some(256), curve: Some("P-256".to_owned()) },
        }
    }
}

/// A report on a server certificate with these names, followed by one intermediate.
pub fn report(key: Key, names: &[&str], ocsp: &[&str]) -> Report {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let leaf = CertificateSummary {
        sha256: "00".repeat(32),
        spki_sha256: "00".repeat(32),
        label: names.first().copied().unwrap_or("").to_owned(),
        subject: String::new(),
        issuer: "CN=Intermediate".to_owned(),
        serial: "01".to_owned(),
        not_before: Timestamp::day(2026, 11, 1),
        not_after: Timestamp::day(2027, 2, 1),
        names: owned(names),
        key: key.facts(),
        signature: "sha256WithRSAEncryption".to_owned(),
        role: Role::Leaf,
        validation: None,
        ocsp: owned(ocsp),
        ca_issuers: Vec::new(),
        crl: Vec::new(),
        scts: 0,
    };
    let intermediate = CertificateSummary {
        label: "Intermediate".to_owned(),
        names: Vec::new(),
        ocsp: Vec::new(),
        role: Role::Intermediate,
        ..leaf.clone()
    };
    Report {
        certificates: vec![leaf, intermediate],
        chain: Chain {
            leaf: Some(0),
            given: vec![0, 1],
            served: vec![0, 1],
            order: Order::Ok,
            complete: true,
            ..Chain::default()
        },
        ..Report::empty(Timestamp::day(2026, 11, 21))
    }
}
