//! Sentences, on the host.

use super::{cards::cards, parted};
use crate::app::context::Words;
use crate::report::*;
use crate::text::{
    Lang,
    headline::{Headline, Judged, headline, sentence},
};

pub const NOW: Timestamp = Timestamp::day(2026, 11, 21);

pub fn certificate(label: &str, role: Role, from: Timestamp, to: Timestamp) -> CertificateSummary {
    CertificateSummary {
        sha256: label.to_owned(),
        spki_sha256: label.to_owned(),
        label: label.to_owned(),
        subject: format!("CN={label}"),
        issuer: String::new(),
        serial: String::new(),
        not_before: from,
        not_after: to,
        names: vec![label.to_owned()],
        key: KeyFacts { algorithm: "EC".to_owned(), bits: Some(256), curve: Some("P-256".to_owned()) },
        signature: String::new(),
        role,
        validation: Some(ValidationLevel::Dv),
        ocsp: Vec::new(),
        ca_issuers: Vec::new(),
        crl: Vec::new(),
        scts: 0,
    }
}

/// A server certificate, its issuer, and a stranger; the root is known and not given.
pub fn report() -> Report {
    let (from, to) = (NOW.plus_days(-30), NOW.plus_days(60));
    Report {
        certificates: vec![
            certificate("shop.example.com", Role::Leaf, from, to),
            certificate("CA", Role::Intermediate, NOW.plus_days(-900), NOW.plus_days(900)),
            certificate("stranger", Role::Intermediate, from, to),
        ],
        chain: Chain {
            leaf: Some(0),
            given: vec![0, 1, 2],
            served: vec![0, 1],
            order: Order::Ok,
            complete: true,
            paths: vec![ChainPath {
                certificates: vec![0, 1],
                root: Some(RootName { sha256: "root".to_owned(), name: "Root".to_owned() }),
                valid: true,
                reasons: Vec::new(),
                faults: Vec::new(),
            }],
            ..Chain::default()
        },
        validity: Some(Validity {
            not_before: from,
            not_after: to,
            chain_not_after: to,
            days_left: 60,
            renew_at: NOW.plus_days(30),
            allowed_days: Some(200),
        }),
        ..Report::empty(NOW)
    }
}

#[test]
fn the_sentence_counts_names_and_days() {
    let mut report = report();
    let (en, zh) = (Words(Lang::En), Words(Lang::Zh));
    assert_eq!(sentence(&report, en.0), "Ready: shop.example.com, 60 days left");
    report.certificates[0].names.push("www".to_owned());
    assert_eq!(sentence(&report, en.0), "Ready: shop.example.com and 1 more name, 60 days left");
    assert!(sentence(&report, zh.0).contains("另外 1 个域名"));
    let Headline { severity, state, label, facts, others, .. } = headline((&report).into(), en.0);
    assert_eq!((severity, state, label.as_deref()), (None, "No problems found", Some("shop.example.com")));
    assert_eq!((&facts[..], others), (&["DV", "EC P-256", "until 20 Jan 2027"].map(str::to_owned)[..], None));
    // At a glance nobody is told that all is well.
    let at_a_glance = headline(Judged::from(&report).at_a_glance(true), en.0);
    assert_eq!((at_a_glance.severity, at_a_glance.state), (Some(Severity::Info), "No fault so far"));
    assert_eq!((at_a_glance.sentence.as_str(), at_a_glance.facts), ("shop.example.com, 60 days left", facts));
    // A sentence about something else leaves the days to the facts.
    report.verdict = Verdict::Attention;
    assert_eq!(headline((&report).into(), en.0).facts[2..], ["60 days left", "until 20 Jan 2027"]);
}

/// What a source holds besides certificates and their keys is named, with what it has to do with them.
#[test]
fn requests_and_revocation_data_are_named() {
    let facts = |algorithm: &str, bits| KeyFacts { algorithm: algorithm.to_owned(), bits: Some(bits), curve: None };
    let mut report = report();
    report.requests.push(RequestSummary {
        source: String::new(),
        subject: String::new(),
        label: "api.example.com".to_owned(),
        names: Vec::new(),
        key: facts("RSA", 2048),
        signature: String::new(),
        signature_valid: Some(true),
        matches: Vec::new(),
        key_matches: Vec::new(),
        missing: Vec::new(),
    });
    let public = |matches| PublicKeySummary {
        source: String::new(),
        key: facts("Ed25519", 256),
        matches,
        key_matches: Vec::new(),
    };
    report.public_keys = vec![public(vec![0]), public(Vec::new())];
    let data = |kind, response, status: Option<RevocationState>| RevocationSummary {
        kind,
        source: String::new(),
        issuer: String::new(),
        label: "CA".to_owned(),
        this_update: Some(NOW),
        next_update: Some(Timestamp::day(2026, 12, 1)),
        signed_by: Some(1),
        signature: SignatureState::Valid,
        number: None,
        entries: 1,
        delta: false,
        partial: false,
        unknown_critical: None,
        response,
        certificates: status
            .map(|status| RevocationStatus { certificate: 0, status, at: None, reason: None, proved: true })
            .into_iter()
            .collect(),
    };
    let (crl, ocsp) = (RevocationKind::Crl, RevocationKind::Ocsp);
    let answered = Some(OcspStatus::Successful);
    report.revocation = vec![
        data(crl, None, Some(RevocationState::Good)),
        data(ocsp, answered, Some(RevocationState::Good)),
        data(ocsp, answered, Some(RevocationState::Revoked)),
        data(ocsp, answered, None),
        data(ocsp, Some(OcspStatus::TryLater), None),
    ];
    let input = |kind, request, public_key, revocation| Input {
        source: String::new(),
        source_index: 0,
        kind,
        role: None,
        certificate: None,
        key: None,
        public_key,
        request,
        revocation,
        line: None,
    };
    let rows = [
        (
            input(InputKind::Csr, Some(0), None, None),
            "CSR for api.example.com, RSA 2048",
            "api.example.com 的 CSR，RSA 2048",
        ),
        (
            input(InputKind::PublicKey, None, Some(0), None),
            "Ed25519 public key, belongs to shop.example.com",
            "Ed25519 公钥，属于 shop.example.com",
        ),
        (
            input(InputKind::PublicKey, None, Some(1), None),
            "Ed25519 public key, belongs to nothing here",
            "Ed25519 公钥，与这里的内容都不匹配",
        ),
        (
            input(InputKind::Crl, None, None, Some(0)),
            "Revocation list of CA, next update 1 Dec 2026",
            "CA 的证书吊销列表，下次更新 2026 年 12 月 1 日",
        ),
        (
            input(InputKind::Ocsp, None, None, Some(1)),
            "OCSP answer: good for shop.example.com until 1 Dec 2026",
            "OCSP 响应：shop.example.com 未吊销，此响应有效至 2026 年 12 月 1 日",
        ),
        (
            input(InputKind::Ocsp, None, None, Some(2)),
            "OCSP answer: shop.example.com is revoked",
            "OCSP 响应：shop.example.com 已被吊销",
        ),
        (
            input(InputKind::Ocsp, None, None, Some(3)),
            "OCSP answer of CA, about no certificate here",
            "CA 的 OCSP 响应，与这里的证书无关",
        ),
        (
            input(InputKind::Ocsp, None, None, Some(4)),
            "OCSP answer without a status (tryLater)",
            "没有状态的 OCSP 响应（tryLater）",
        ),
    ];
    for (input, en, zh) in rows {
        assert_eq!(super::given::item(&input, &report, Words(Lang::En)).role, en);
        assert_eq!(super::given::item(&input, &report, Words(Lang::Zh)).role, zh);
    }
}

/// Words without a certificate are no reason to say that a certificate is right.
#[test]
fn words_alone_are_called_what_they_are() {
    let input = |kind| Input {
        source: String::new(),
        source_index: 0,
        kind,
        role: None,
        certificate: None,
        key: None,
        public_key: None,
        request: None,
        revocation: None,
        line: Some(1),
    };
    let words = Words(Lang::En);
    let finding = |code, message: Message| Finding::of(code, Severity::Info, message, &[]);
    let mut report = Report { certificates: Vec::new(), validity: None, ..report() };
    report.chain.leaf = None;
    report.inputs = vec![input(InputKind::Article)];
    report.findings = vec![finding(Code::PLT010, Message::new(message::PlatformMessage::ClaimQuoted))];
    let state = |report: &Report| headline(report.into(), words.0).state;
    assert_eq!(state(&report), "No certificate, only words");
    assert_eq!(sentence(&report, words.0), "1 claim about certificates recognised");
    let told = Message::new(message::InputMessage::ErrorTextUntold).with("quote", "url not in domain list");
    report.findings = vec![finding(Code::INP012, told.with("cause", Term::Cause(Cause::List)))];
    report.inputs = vec![input(InputKind::ErrorText)];
    assert!(sentence(&report, words.0).starts_with("“url not in domain list”: most likely"));
    report.inputs.push(input(InputKind::Certificate));
    assert_eq!(state(&report), "No problems found");
}

/// All names are covered, and yet one is an error: the card does not count what is covered then.
#[test]
fn names_that_nobody_can_use_are_counted() {
    let say = Words(Lang::En);
    let mut report = report();
    let host = "shop.example.com".to_owned();
    report.names.hosts = vec![HostCoverage { host, covered: true, by: None, reason: None, entry: None }];
    let card = |report: &Report| cards(report, false, say)[1].clone();
    assert_eq!(card(&report).value, "1 of 1 covered");
    let message = message::NameMessage::NotCovered;
    report.findings.push(Finding::of(Code::NAM006, Severity::Error, Message::new(message), &[]));
    assert_eq!((card(&report).value.as_str(), card(&report).severity), ("1 name not valid", Some(Severity::Error)));
    report.names.hosts[0].covered = false;
    assert_eq!(card(&report).value, "0 of 1 covered");
}

#[test]
fn a_line_is_parted_as_people_part_it() {
    let parts: Vec<_> = parted("a.test， b.test;c.test  d.test、\te.test；f.test\u{3000}g.test\r\n").collect();
    assert_eq!(parts, ["a.test", "b.test", "c.test", "d.test", "e.test", "f.test", "g.test"]);
    assert_eq!(parted(" ；， ").next(), None);
}
