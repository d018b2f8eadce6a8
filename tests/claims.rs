//! What articles tell is whole: each claim has its facts, its words, a source or the mark of a conclusion, and a case
//! that shows it.

mod support;

use certloupe::{
    engine::{
        inspect,
        platforms::{BEARINGS, ClaimFacts, claims},
    },
    report::{Claim, Code, Finding, Ground, InputKind, Options, Report, Severity, Source, Telling, Verdict},
    text::{self, Lang},
};
use std::collections::BTreeSet;
use support::{case_file::NOW, mint::Cert, recipes};

fn report(text: &str) -> Report {
    inspect(&[Source { name: "article.md".to_owned(), bytes: text.as_bytes().to_vec() }], &Options::at(NOW)).0
}

fn told(report: &Report) -> Vec<&str> {
    let claims = report.findings.iter().filter(|finding| finding.code == Code::PLT010);
    claims.filter_map(|finding| finding.rule.as_deref()).collect()
}

/// A claim's findings in all cases; the flag says that addresses were named, which are no place in a file.
fn findings_of(claim: Claim) -> Vec<(Finding, bool)> {
    let cases = recipes::claims::files().into_iter().flat_map(|(_, cases)| cases);
    let findings =
        cases.flat_map(|case| case.findings().into_iter().map(move |it| (it, !case.options.urls.is_empty())));
    findings.filter(|(it, _)| it.code == Code::PLT010 && it.rule.as_deref() == Some(claim.id())).collect()
}

#[test]
fn every_claim_has_a_source_or_is_called_a_conclusion() {
    assert_eq!(claims().len(), 25);
    for ClaimFacts { claim, ground, source, wording, telling, told_in, told, .. } in claims() {
        let id = claim.id();
        assert!(!told.is_empty() && !told_in.is_empty(), "{id} is told nowhere");
        assert!(source.starts_with("https://") || *ground == Ground::Inference && source.is_empty(), "{id}: no source");
        assert!(wording.is_empty() || !source.is_empty(), "{id} quotes nobody");
        assert!(*telling != Telling::Omitted || wording.is_empty(), "{id}: what is left out is not contradicted");
    }
    assert!(claims().iter().filter(|facts| !facts.wording.is_empty()).count() >= 10, "both sides are to be quoted");
}

/// What nobody could source is said to be so, in both languages; what is sourced is not.
#[test]
fn what_has_no_source_says_so() {
    let open: Vec<_> = claims().iter().filter(|facts| !facts.unsourced.is_empty()).map(|facts| facts.claim).collect();
    assert_eq!(open, [Claim::S13, Claim::S20, Claim::S23]);
    for claim in Claim::ALL {
        let words = text::claim(*claim).why;
        assert_eq!(words.en.contains("source"), open.contains(claim), "{}: {}", claim.id(), words.en);
        assert_eq!(words.zh.contains("出处"), open.contains(claim), "{}: {}", claim.id(), words.zh);
    }
}

#[test]
fn every_claim_has_a_case_and_words_that_quote_both_sides() {
    for facts in claims() {
        let id = facts.claim.id();
        let findings = findings_of(facts.claim);
        assert!(!findings.is_empty(), "no case shows {id}");
        for (finding, named) in findings {
            assert_eq!(finding.severity, Severity::Info, "{id}");
            assert!(named || !finding.evidence.is_empty(), "{id} points nowhere");
            assert_eq!(finding.references.first().map(certloupe::report::Cite::url).unwrap_or_default(), facts.source);
            for lang in Lang::ALL {
                let worded = text::worded(finding.clone(), lang);
                for sentence in [&worded.title, &worded.why, &worded.fix] {
                    assert!(!sentence.contains(['{', '}']), "{id}: {sentence}");
                }
                let why = &worded.why;
                let is_told = finding.evidence.iter().any(|place| place.certificate.is_none() && place.line.is_some());
                let told = if is_told { text::Pair::new("in line", "行号").lang(lang) } else { facts.told };
                assert!(why.contains(facts.wording) && why.contains(told), "{id}: {why}");
                assert!(worded.fix.contains(id), "{id}: {}", worded.fix);
            }
        }
    }
}

/// What bears on a finding shows without being told.
#[test]
fn every_bearing_has_a_case() {
    let cases = recipes::claims::files().into_iter().flat_map(|(_, cases)| cases);
    let shown: BTreeSet<_> = cases
        .filter_map(|case| Some((Claim::from_id(case.name.split_once(" shows ")?.0)?, case)))
        .inspect(|(claim, case)| {
            let found = case.report();
            assert!(told(&found).contains(&claim.id()), "{}: {:?}", case.name, told(&found));
        })
        .map(|(claim, _)| claim)
        .collect();
    assert_eq!(shown, BEARINGS.iter().map(|bearing| bearing.claim).collect());
}

#[test]
fn a_claim_shows_once_and_with_all_of_its_places() {
    let report = report("# 配置\n\nssl_stapling on;\n文字。\nssl_stapling on;\n\n小程序的域名不能带端口。\n");
    assert_eq!(told(&report), ["S11", "S23"]);
    let lines: Vec<_> = report.findings.iter().flat_map(|finding| &finding.evidence).map(|it| it.line).collect();
    assert_eq!(lines, [Some(7), Some(3)], "each where it is told first");
    assert!(report.findings.iter().flat_map(|it| &it.evidence).all(|it| it.path == "article.md"));
}

/// An article is something that was understood: nobody took it for a certificate.
#[test]
fn an_article_is_no_unknown_input() {
    let report = report("证书申请不依赖备案。\n");
    assert_eq!(report.inputs.iter().map(|input| input.kind).collect::<Vec<_>>(), [InputKind::Article]);
    assert_eq!(report.verdict, Verdict::Ready);
    assert_eq!(told(&report), ["S12"]);
}

/// What a tool prints about certificates makes no claim, and neither does a long file that says nothing.
#[test]
fn nothing_else_tells_anything() {
    let minted = Cert::server(&["sha1.example.com", "tls1.0.example.com"]).self_signed();
    for arguments in [&["x509", "-text"][..], &["x509", "-text", "-noout"], &["x509", "-fingerprint", "-sha1"]] {
        let printed = support::openssl::openssl_must(arguments, minted.pem().as_bytes());
        assert_eq!(told(&report(&String::from_utf8_lossy(&printed))), [""; 0], "{arguments:?}");
    }
    for text in ["TLS 1.2", "nginx version: nginx/1.22.1", "Dear customer, your certificate has been issued."] {
        assert_eq!(told(&report(text)), [""; 0], "{text}");
    }
}

/// Sentences that say the opposite of a claim, or something else with its words; each is a text by itself.
static UNTOLD: &str = include_str!("claims/untold.txt");

/// Configurations that make no claim, whatever their comments say.
static CONFIGURED: &[&str] = &[
    include_str!("claims/nginx.conf"),
    include_str!("claims/apache.conf"),
    include_str!("claims/haproxy.cfg"),
    include_str!("claims/istio.yaml"),
    include_str!("claims/Caddyfile"),
];

#[test]
fn who_says_something_else_is_not_answered() {
    let wrong = |text: &str| {
        let answered = told(&report(text)).join(" ");
        (!answered.is_empty()).then(|| format!("{answered}: {text}"))
    };
    assert!(UNTOLD.lines().count() >= 150 && CONFIGURED.iter().all(|text| text.contains('#')));
    let answered: Vec<_> = UNTOLD.lines().chain(CONFIGURED.iter().copied()).filter_map(wrong).collect();
    assert!(answered.is_empty(), "{}", answered.join("\n"));
}

/// What a configuration does counts; in an article that quotes one, headings count as well.
#[test]
fn comments_tell_nothing_and_headings_do() {
    let heading = "# 必须同时启用 TLS 1.0、1.1、1.2\n";
    assert_eq!(told(&report(heading)), ["S1"]);
    assert_eq!(told(&report(&format!("{heading}listen 443 ssl;\n"))), [""; 0]);
    assert_eq!(told(&report(&format!("{heading}```nginx\n# 小程序域名不能带端口\nlisten 443 ssl;\n```\n"))), ["S1"]);
    assert_eq!(told(&report("ssl_stapling on; # 装订\n")), ["S23"]);
}

/// Who is answered reads their own words and where they stand, not what others wrote.
#[test]
fn an_answer_quotes_what_was_given() {
    let given = report("# 说明\n\n小程序的域名  不能带端口。\n");
    for lang in Lang::ALL {
        let why = text::worded(given.findings[0].clone(), lang).why;
        assert!(why.contains("“小程序的域名 不能带端口”") && why.contains("article.md") && why.contains('3'), "{why}");
        assert!(!why.contains("不能使用端口"), "{why}");
    }
}

/// Hostile text: words without end, and everything at once.
#[test]
fn a_flood_of_words_is_read_in_time() {
    let flood = "tls1.0tlsv1.0必须dvov.gov.edu证书链中间证书curl".repeat(100_000);
    assert!(told(&report(&flood)).len() < claims().len());
    let lines = "必须 tls1.0 1.1\n".repeat(200_000);
    assert_eq!(told(&report(&lines)), [""; 0]);
}
