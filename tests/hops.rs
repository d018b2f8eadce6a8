//! Where TLS ends on the way to the server: what each place is told, and what is wrong between them.

#[path = "support/facts.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod facts;

use certloupe::deploy::hops;
use certloupe::deploy::syntax::shell;
use certloupe::report::message::DeployMessage as Id;
use certloupe::report::{
    CalledUrl, CertificateSummary, Cloud, Code, FileFormat, Finding, Hop, HopKind, HopTls, Hops, HopsOptions,
    MessageId, Report, Severity, Timestamp, Use,
};
use certloupe::text::{Lang, worded};
use facts::{Key, report};

/// Certificates of the report below, by index.
const NEW: usize = 0;
const OLD: usize = 2;
const NEWER: usize = 3;
const OTHER: usize = 4;
const EXPIRED: usize = 5;

/// The leaf at hand for `api.example.com`, and others that places may show.
fn at_hand() -> Report {
    let mut report = report(Key::Ecdsa, &["api.example.com"], &[]);
    let leaf = report.certificates[0].clone();
    let other =
        |mark: &str, until: Timestamp| CertificateSummary { sha256: mark.repeat(32), not_after: until, ..leaf.clone() };
    report.certificates.push(other("22", Timestamp::day(2026, 12, 24)));
    report.certificates.push(other("33", Timestamp::day(2027, 6, 1)));
    report.certificates.push(CertificateSummary {
        names: vec!["*.example.org".to_owned()],
        spki_sha256: "44".repeat(32),
        ..other("44", leaf.not_after)
    });
    report.certificates.push(other("55", Timestamp::day(2026, 11, 1)));
    report
}

fn calling(mut report: Report) -> Report {
    let url = "https://api.example.com/v1".to_owned();
    report.urls = vec![CalledUrl { url, used_for: Use::Request, source: String::new(), line: None, skipped: None }];
    report
}

fn hop(kind: HopKind, tls: HopTls, shows: Option<usize>, planned: bool) -> Hop {
    Hop { tls, shows, planned, ..Hop::new(kind) }
}

fn cdn(tls: HopTls, shows: Option<usize>) -> Hop {
    hop(HopKind::Cdn, tls, shows, true)
}

fn balancer(tls: HopTls) -> Hop {
    hop(HopKind::LoadBalancer, tls, Some(NEW), true)
}

fn server(tls: HopTls) -> Hop {
    hop(HopKind::Server, tls, Some(NEW), true)
}

fn asked(report: &Report, way: &[Hop]) -> Hops {
    hops(report, &HopsOptions { lang: "en".to_owned(), hops: way.to_vec() })
}

/// What is found on a way, worst first.
fn found(report: &Report, way: &[Hop]) -> Vec<(MessageId, Severity)> {
    let findings = asked(report, way).findings;
    assert!(findings.iter().all(|finding| finding.code == Code::DEP006));
    findings.into_iter().map(|finding| (finding.message.id, finding.severity)).collect()
}

/// A way, and what is found on it, worst first.
type Expected<'a> = (&'a [Hop], &'a [(Id, Severity)]);

#[test]
fn what_is_wrong_between_places_is_found_and_nothing_else() {
    use HopTls::{Ends, Passes, Plain, Reencrypts};
    use Severity::{Error, Info, Warning};
    let report = at_hand();
    let ways: &[Expected] = &[
        (&[server(Ends)], &[]),
        (&[cdn(Reencrypts, Some(NEW)), server(Ends)], &[]),
        (&[cdn(Reencrypts, Some(NEW)), balancer(Passes), server(Ends)], &[]),
        (&[cdn(Reencrypts, Some(NEW)), balancer(Ends), server(Plain)], &[]),
        (&[balancer(Passes), server(Ends)], &[]),
        (&[balancer(Ends), server(Plain)], &[]),
        // TLS that ended can not go on by itself.
        (
            &[cdn(Ends, Some(NEW)), balancer(Passes), server(Plain)],
            &[(Id::HopPassesNothing, Error), (Id::HopPlainInternet, Warning)],
        ),
        (&[balancer(Ends), server(Ends)], &[(Id::HopNothingToEnd, Error)]),
        (&[cdn(Ends, Some(NEW)), server(Plain)], &[(Id::HopPlainInternet, Warning)]),
        (&[cdn(Plain, None), server(Plain)], &[(Id::HopPlainInFront, Error)]),
        (&[balancer(Passes), server(Passes)], &[(Id::HopNowhere, Error)]),
        (&[cdn(Reencrypts, Some(NEW)), server(Plain)], &[(Id::HopNowhere, Error)]),
        // What a place shows, against what is at hand.
        (&[cdn(Reencrypts, Some(OLD)), server(Ends)], &[(Id::HopEndsEarlier, Warning)]),
        (&[cdn(Reencrypts, Some(EXPIRED)), server(Ends)], &[(Id::HopEndsEarlier, Error)]),
        (&[cdn(Reencrypts, Some(NEWER)), server(Ends)], &[(Id::HopIsNewer, Info)]),
        (&[cdn(Reencrypts, Some(OTHER)), server(Ends)], &[(Id::HopOtherNames, Error), (Id::HopOtherKey, Info)]),
        (
            &[cdn(Reencrypts, Some(NEW)), hop(HopKind::Server, Ends, Some(OTHER), true)],
            &[(Id::HopOtherNames, Warning), (Id::HopOtherKey, Info)],
        ),
        // Nobody looked, or nobody planned.
        (&[cdn(Reencrypts, None), server(Ends)], &[(Id::HopUnknown, Info)]),
        (&[cdn(Reencrypts, Some(99)), server(Ends)], &[(Id::HopUnknown, Info)]),
        (
            &[hop(HopKind::Cdn, Reencrypts, Some(OLD), false), server(Ends)],
            &[(Id::HopEndsEarlier, Warning), (Id::HopNotPlanned, Warning)],
        ),
        (&[hop(HopKind::Cdn, Reencrypts, Some(NEW), false), server(Ends)], &[]),
        (&[], &[]),
    ];
    for (way, expected) in ways {
        let expected: Vec<_> = expected.iter().map(|(id, severity)| (MessageId::from(*id), *severity)).collect();
        assert_eq!(found(&report, way), expected, "{way:?}");
    }
    // What a mini-program meets first may not stay unknown.
    assert_eq!(found(&calling(report), &[cdn(Reencrypts, None), server(Ends)]), [(Id::HopUnknown.into(), Warning)]);
}

#[test]
fn every_finding_is_said_with_its_holes_filled() {
    let mut said: Vec<MessageId> = Vec::new();
    for_every_way(&mut |answer, lang| {
        for finding in &answer.findings {
            said.push(finding.message.id);
            let words = worded(Finding::clone(finding), lang);
            assert!([&words.title, &words.why, &words.fix].iter().all(|text| !text.contains('{')), "{words:?}");
        }
        for hop in &answer.hops {
            let texts = [&hop.title, &hop.shows, &hop.onward, &hop.trap].into_iter().chain(&hop.known);
            texts.for_each(|text| assert!(!text.contains('{'), "{text}"));
        }
    });
    for id in [
        Id::HopEndsEarlier,
        Id::HopIsNewer,
        Id::HopOtherNames,
        Id::HopOtherKey,
        Id::HopNotPlanned,
        Id::HopPassesNothing,
        Id::HopNothingToEnd,
        Id::HopPlainInternet,
        Id::HopPlainInFront,
        Id::HopNowhere,
        Id::HopUnknown,
    ] {
        assert!(said.contains(&id.into()), "{id:?} is never said");
    }
}

/// Every way of up to three places, each in both languages.
fn for_every_way(look: &mut dyn FnMut(&Hops, Lang)) {
    let report = calling(at_hand());
    let places = |kind| {
        HopTls::ALL.into_iter().flat_map(move |tls| {
            [None, Some(NEW), Some(OLD), Some(NEWER), Some(OTHER)].map(|shows| hop(kind, tls, shows, shows.is_none()))
        })
    };
    let mut ways = 0;
    for (first, last) in
        places(HopKind::Cdn).flat_map(|first| places(HopKind::Server).map(move |last| (first.clone(), last)))
    {
        for (cloud, lang) in Cloud::ALL.into_iter().zip(Lang::ALL.into_iter().cycle()) {
            ways += 1;
            let middle = Hop { cloud, ..balancer(HopTls::Passes) };
            let way = vec![Hop { cloud, ..first.clone() }, middle, last.clone()];
            let options = HopsOptions { lang: lang.tag().to_owned(), hops: way };
            let answer = hops(&report, &options);
            assert_eq!(answer.hops.len(), 3);
            look(&answer, lang);
        }
    }
    assert!(ways > 2_000, "only {ways} ways");
}

#[test]
fn each_place_is_told_what_it_needs() {
    let answer = asked(
        &calling(at_hand()),
        &[
            Hop { cloud: Cloud::Tencent, ..cdn(HopTls::Reencrypts, Some(NEW)) },
            Hop { cloud: Cloud::Aws, ..balancer(HopTls::Passes) },
            server(HopTls::Ends),
        ],
    );
    let [front, middle, back] = answer.hops.as_slice() else { panic!("three answers") };
    assert_eq!(front.title, "CDN (Tencent Cloud)");
    assert_eq!(front.files, [FileFormat::Tencent]);
    assert!(front.shows.contains("clients") && front.shows.contains("api.example.com"), "{}", front.shows);
    assert!(front.onward.contains("Server") && front.onward.contains("SNI"), "{}", front.onward);
    assert!(!front.commands.iter().any(|line| line.command.contains("ADDRESS")));
    assert!(middle.files.is_empty() && middle.commands.is_empty());
    assert!(middle.shows.contains("CDN (Tencent Cloud)"), "{}", middle.shows);
    assert_eq!(back.files, [FileFormat::Pem, FileFormat::Pkcs8]);
    assert!(back.shows.contains("CDN (Tencent Cloud)") && back.onward.is_empty());
    let resolved = back.commands.iter().any(|line| line.command.contains("--resolve api.example.com:443:ADDRESS"));
    assert!(resolved, "{:?}", back.commands);
    for sourced in [front, middle] {
        assert!(!sourced.known.is_empty() && sourced.sources.iter().all(|source| source.starts_with("https://")));
    }
}

#[test]
fn hostile_names_stay_out_of_the_commands() {
    let mut report = report(Key::Ecdsa, &["a;id", "$(id).example.com"], &[]);
    let way = [cdn(HopTls::Reencrypts, None), server(HopTls::Ends)];
    assert!(asked(&report, &way).hops.iter().all(|hop| hop.commands.is_empty()));
    report.certificates[0].names.push("good.example.com".to_owned());
    let commands: Vec<_> = asked(&report, &way).hops.into_iter().flat_map(|hop| hop.commands).collect();
    assert_eq!(commands.len(), 4);
    for line in commands {
        assert!(!line.command.contains("id") && shell::read(&line.command).is_some(), "{}", line.command);
    }
    // A thousand places are a mistake, and no reason to work for minutes.
    assert!(asked(&report, &vec![way[0].clone(); 1_000]).hops.len() <= 20);
}
