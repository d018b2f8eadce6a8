//! The records that prove control, and the way that is taken.

use super::{commands, made, options, report};
use certloupe::deploy::renew::renew;
use certloupe::report::{AcmeClient, Challenge, DnsProvider, MessageId, Part, RenewalOptions, message::DeployMessage};

fn records(names: &[&str], zone: Option<&str>) -> Vec<(String, Option<String>, String)> {
    let options = RenewalOptions { zone: zone.map(str::to_owned), ..RenewalOptions::default() };
    let made = made(&report(names), &options);
    made.records.into_iter().map(|record| (record.record, record.zone, record.label)).collect()
}

fn row(record: &str, zone: &str, label: &str) -> (String, Option<String>, String) {
    (record.to_owned(), Some(zone.to_owned()), label.to_owned())
}

#[test]
fn one_record_for_a_name_and_its_wildcard() {
    assert_eq!(
        records(&["example.com.cn", "*.example.com.cn", "api.v1.example.com.cn"], None),
        [
            row("_acme-challenge.example.com.cn", "example.com.cn", "_acme-challenge"),
            row("_acme-challenge.api.v1.example.com.cn", "example.com.cn", "_acme-challenge.api.v1"),
        ]
    );
    let made = made(&report(&["example.com", "*.example.com"]), &RenewalOptions::default());
    assert_eq!(made.records[0].names, ["example.com", "*.example.com"]);
    assert!(made.passages.iter().flat_map(|it| &it.text).any(|text| text.contains("2 values")));
}

#[test]
fn a_zone_is_what_the_provider_lists() {
    assert_eq!(
        records(&["a.b.example.com"], Some("b.example.com.")),
        [row("_acme-challenge.a.b.example.com", "b.example.com", "_acme-challenge.a")]
    );
    assert_eq!(
        records(&["www.xn--fsqu00a.cn"], Some("例子.cn")),
        [row("_acme-challenge.www.xn--fsqu00a.cn", "xn--fsqu00a.cn", "_acme-challenge.www")]
    );
    let foreign = records(&["a.example.com", "b.other.com"], None);
    assert_eq!(foreign[1], row("_acme-challenge.b.other.com", "other.com", "_acme-challenge.b"));
    let typed = records(&["a.example.com", "b.other.com"], Some("example.com"));
    assert_eq!(typed[1], ("_acme-challenge.b.other.com".into(), None, "_acme-challenge.b.other.com".into()));
    for (zone, message) in [
        ("other.com", DeployMessage::ForeignZone),
        ("ample.com", DeployMessage::ForeignZone),
        ("*.example.com", DeployMessage::ForeignZone),
        ("example.com; rm -rf /", DeployMessage::NameCharacter),
        ("-.example.com", DeployMessage::NameForm),
    ] {
        let options = RenewalOptions { zone: Some(zone.to_owned()), ..RenewalOptions::default() };
        let why = renew(&report(&["a.example.com"]), &options).expect_err(zone);
        assert_eq!(why[0].message.id, MessageId::Deploy(message), "{zone}");
    }
}

#[test]
fn each_name_has_its_own_zone() {
    let names = ["api.shop.co.uk", "a.b.example.com.cn", "www.xn--fsqu00a.cn", "x.shop.co.uk", "a.b.xn--55qx5d.cn"];
    let zones = ["shop.co.uk", "example.com.cn", "xn--fsqu00a.cn", "shop.co.uk", "b.xn--55qx5d.cn"];
    let made = made(&report(&names), &RenewalOptions::default());
    for ((name, zone), record) in names.iter().zip(zones).zip(&made.records) {
        assert_eq!(record.zone.as_deref(), Some(zone));
        assert_eq!(format!("{}.{zone}", record.label), format!("_acme-challenge.{name}"));
        assert!(record.check.contains(&format!("dig +short NS {zone} ")), "{}", record.check);
    }
    assert_eq!(
        commands(&made, Part::Challenge),
        [
            "api.shop.co.uk",
            "a.b.example.com.cn",
            "www.xn--fsqu00a.cn",
            "shop.co.uk",
            "example.com.cn",
            "xn--fsqu00a.cn"
        ]
        .map(|name| format!("dig +short CAA {name}"))
    );
    let alone = super::made(&report(&["example.com"]), &RenewalOptions::default());
    assert_eq!(commands(&alone, Part::Challenge), ["dig +short CAA example.com"], "once");
}

#[test]
fn a_wildcard_leaves_only_dns() {
    let http = options(AcmeClient::Certbot, Challenge::Http, DnsProvider::Manual);
    assert_eq!(made(&report(&["example.com"]), &http).options.challenge, Challenge::Http);
    let made = made(&report(&["example.com", "*.example.com"]), &http);
    assert_eq!(made.options.challenge, Challenge::Dns);
    assert!(
        made.passages.iter().flat_map(|it| &it.text).any(|text| text.starts_with("HTTP-01 cannot prove *.example.com"))
    );
}

#[test]
fn addresses_have_no_record_and_no_command() {
    let made = made(&report(&["192.0.2.1", "example.com"]), &RenewalOptions::default());
    assert_eq!(made.records.len(), 1);
    let all: String = made.passages.iter().flat_map(|it| &it.commands).map(|line| format!("{line}\n")).collect();
    assert!(!all.contains("-d 192.0.2.1"), "{all}");
    assert!(made.passages.iter().flat_map(|it| &it.text).any(|text| text.contains("left out: 192.0.2.1")));
    let alone = super::made(&report(&["2001:db8::1"]), &RenewalOptions::default());
    assert!(alone.records.is_empty());
    assert!(!alone.passages.iter().flat_map(|it| &it.text).any(|text| text.contains("Caddy has no command")));
}

#[test]
fn names_without_a_certificate_have_records_too() {
    let mut report = report(&["example.com"]);
    report.chain.leaf = None;
    let options = RenewalOptions { names: vec!["例子.cn".to_owned()], ..RenewalOptions::default() };
    let made = made(&report, &options);
    assert_eq!(made.records[0].record, "_acme-challenge.xn--fsqu00a.cn");
    assert!(made.calendar.is_none() && made.options.zone.as_deref() == Some("xn--fsqu00a.cn"));
}
