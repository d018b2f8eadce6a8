//! The table of platform rules is what was researched, and each rule that a platform or its source states can speak.
#![allow(clippy::print_stdout, reason = "it says how much it checked")]

mod support;

use certloupe::{
    engine::platforms::{Evidence, PlatformRule, platform_rules, rule},
    report::{Claim, Code, Platform, Severity, Timestamp},
};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};
use support::{
    case_file::{self, Case},
    recipes::{issued::good, public_roots},
};

/// Rules that stand in the table only, and where the research has them.
const ONLY_IN_THE_TABLE: [(&str, &str); 7] = [
    ("dyg.host", "the comparison of §1.1, row \"Public IP in list\""),
    ("dyg.icp", "the comparison of §1.1, row \"ICP filing\""),
    ("dyg.ats", "the comparison of §1.1, row \"iOS ATS\": one of two copies of the page says so"),
    ("tc.scheme", "the comparison of §1.1, row \"Schemes\""),
    ("android.user_ca", "§3.2, row \"User CA\""),
    ("apple.cleartext", "§3.2, row \"Cleartext\""),
    ("android.cleartext", "§3.2, row \"Cleartext\""),
];

/// Platforms as the research calls them, where the contract has another identifier.
const OTHER_NAMES: [(&str, &str); 9] = [
    ("wechat_webview", "wechat-webview"),
    ("wechat_third_party", "wechat"),
    ("douyin_third_party", "douyin"),
    ("douyin_webview", "douyin"),
    ("douyin_game", "douyin-game"),
    ("huawei_atomic", "huawei"),
    ("ios", "ios-app"),
    ("android", "android-app"),
    ("tcsas", "tcsas"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_table_is_what_was_researched() {
    let Ok(text) = fs::read_to_string(root().join("../shared/research/platform-rules.json")) else {
        println!("the research is not here: only the shape of the table is checked");
        let ids: BTreeSet<_> = platform_rules().iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), platform_rules().len(), "an id stands twice");
        return;
    };
    let research: Value = serde_json::from_str(&text).unwrap();
    let research = research["rules"].as_array().unwrap();
    assert!(research.len() > 90, "only {} rules", research.len());
    for row in research {
        let text = |key: &str| row[key].as_str().unwrap_or_else(|| panic!("{row}: no {key}"));
        let id = text("id");
        let ours = rule(id).unwrap_or_else(|| panic!("{id} is not in the table"));
        let named = OTHER_NAMES.iter().find(|(theirs, _)| *theirs == text("platform"));
        let platform = named.map_or(text("platform"), |(_, ours)| ours);
        assert_eq!(ours.platform, Platform::from_id(platform), "{id}: platform");
        assert_eq!(evidence(ours), text("evidence"), "{id}: evidence");
        // What stands behind the address says which page of it is meant.
        assert_eq!(ours.source, text("source").split(' ').next().unwrap(), "{id}: source");
        assert_eq!(Some(ours.seen), Timestamp::parse(text("checked_on")), "{id}: date");
    }
    let known: BTreeSet<_> = research.iter().filter_map(|row| row["id"].as_str()).collect();
    let added: BTreeSet<_> = platform_rules().iter().map(|rule| rule.id).filter(|id| !known.contains(id)).collect();
    assert_eq!(added, ONLY_IN_THE_TABLE.map(|(id, _)| id).into(), "rules that the research does not have");
    println!("{} rules are those of the research, {} more", research.len(), added.len());
}

const fn evidence(rule: &PlatformRule) -> &'static str {
    match rule.evidence {
        Evidence::Official => "OFF",
        Evidence::Source => "SRC",
        Evidence::ThirdParty => "3P",
        Evidence::Unsourced => "UNSOURCED",
    }
}

#[test]
fn each_rule_with_a_source_has_a_case_that_names_it() {
    let named = rules_named();
    let mut checked = 0;
    for rule in platform_rules() {
        if rule.evidence != Evidence::Unsourced {
            assert!(named.contains(rule.id), "no case in tests/cases/platforms names rule={}", rule.id);
            checked += 1;
        }
    }
    assert!(checked > 90, "only {checked} rules");
    for id in &named {
        assert!(rule(id).is_some() || Claim::from_id(id).is_some(), "a case names {id}, which is in no table");
    }
    println!("{checked} rules named by cases, {} with those of others", named.len());
}

/// The rules that the expectations of the family's cases name.
fn rules_named() -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for file in fs::read_dir(root().join("tests/cases/platforms")).unwrap() {
        for case in case_file::read(&fs::read_to_string(file.unwrap().path()).unwrap()) {
            let words = case.expect.iter().flat_map(|line| line.split(' '));
            named.extend(words.filter_map(|word| word.strip_prefix("rule=")).map(str::to_owned));
        }
    }
    named
}

/// What the research could not source (§1.1), as somebody would run into it: the platform, an address, an entry.
const UNSOURCED: [(Platform, &str, &str); 22] = [
    (Platform::Alipay, "https://203.0.113.7/", ""),
    (Platform::Alipay, "https://localhost/", ""),
    (Platform::Alipay, "https://192.168.1.7/", ""),
    (Platform::Alipay, "https://shop.example.com:8443/", "https://shop.example.com"),
    (Platform::Alipay, "https://shop.example.com:443/", "https://shop.example.com"),
    (Platform::Douyin, "wss://shop.example.com:8443/", "wss://shop.example.com"),
    (Platform::Douyin, "https://www.shop.example.com/", "https://shop.example.com"),
    (Platform::DouyinGame, "https://www.shop.example.com/", "https://shop.example.com"),
    (Platform::Baidu, "https://www.shop.example.com/", "https://*.shop.example.com"),
    (Platform::Qq, "wss://shop.example.com:8443/", "wss://shop.example.com"),
    (Platform::Qq, "https://www.shop.example.com/", "https://shop.example.com"),
    (Platform::Kuaishou, "http://203.0.113.7:8080/", ""),
    (Platform::Kuaishou, "https://localhost:443/", "https://shop.example.com"),
    (Platform::Kuaishou, "https://www.shop.example.com/", "https://shop.example.com"),
    (Platform::Huawei, "http://203.0.113.7:8080/", ""),
    (Platform::Huawei, "https://localhost:443/", "https://shop.example.com"),
    (Platform::Huawei, "https://www.shop.example.com/", "https://shop.example.com"),
    (Platform::Huawei, "https://shop.example.com:8080/", "https://shop.example.com:8080"),
    (Platform::Tcsas, "https://shop.example.com:443/", "https://shop.example.com"),
    (Platform::MobileWeb, "http://203.0.113.7:8080/", "https://shop.example.com"),
    (Platform::IosApp, "https://203.0.113.7/", ""),
    (Platform::AndroidApp, "https://203.0.113.7/", ""),
];

#[test]
fn what_could_not_be_sourced_is_no_error() {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let pasted = support::mint::bundle(&[&good().issued_by(&issuer), &issuer]);
    for (platform, url, entry) in UNSOURCED {
        let case = Case::new(url, &pasted).on(platform).url(url);
        let case = if entry.is_empty() { case } else { case.listed(entry) };
        let findings = case.findings();
        assert!(findings.iter().any(|it| it.code == Code::PLT008), "{platform:?} {url}: it was not asked");
        for finding in findings.iter().filter(|it| it.platform.is_some()) {
            assert_ne!(finding.severity, Severity::Error, "{platform:?} {url} {entry}: {finding:?}");
        }
    }
    let unsourced: Vec<_> = platform_rules().iter().filter(|it| it.evidence == Evidence::Unsourced).collect();
    assert_eq!(unsourced.len(), 5);
    let named = rules_named();
    for rule in unsourced {
        assert_eq!(rule.platform, None, "{}: nobody can ask it", rule.id);
        assert!(!named.contains(rule.id), "{}", rule.id);
    }
}

#[test]
fn own_words_stand_beside_the_finding_with_their_source() {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let case = Case::new("a port", good().issued_by(&issuer).pem()).on(Platform::WeChat).on(Platform::Huawei);
    let report = case.url("https://shop.example.com:443/").report();
    let finding = report.findings.iter().find(|it| it.rule.as_deref() == Some("wx.port.exact")).unwrap();
    let quote = finding.quote.as_ref().unwrap();
    assert_eq!((quote.lang.as_str(), quote.source.as_str()), ("zh", rule("wx.port.exact").unwrap().source));
    assert!(quote.text.contains("443"));
    for finding in &report.findings {
        let words = finding.rule.as_deref().and_then(rule).map_or("", |rule| rule.wording);
        assert_eq!(finding.quote.as_ref().map_or("", |quote| quote.text.as_str()), words, "{finding:?}");
    }
}
