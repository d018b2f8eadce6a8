//! What platforms are asked, from end to end: the code of a program and a certificate in, readiness and places out.

mod support;

use certloupe::engine::{inspect, platforms};
use certloupe::report::{Code, Options, Platform, Repair, Report, Severity, Skipped, Source, Use, Verdict};
use support::{
    case_file::NOW,
    mint::bundle,
    recipes::{issued::good, public_roots},
};

const CODE: &str = "\
// wx.request({ url: 'https://old.example.com' })
wx.request({ url: `https://${host}/api` })
wx.request({ url: 'https://shop.example.com:443/list' })
wx.request({ url: 'https://www.shop.example.com/list' })
wx.uploadFile({ url: 'http://shop.example.com/x', filePath })
";

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn asked(pasted: &str, change: impl FnOnce(&mut Options)) -> Report {
    let mut options = Options { platforms: vec![Platform::WeChat], ..Options::at(NOW) };
    change(&mut options);
    inspect(&[source("", pasted)], &options).0
}

#[test]
fn code_is_read_and_findings_point_into_it() {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let leaf = good().issued_by(&issuer);
    let report = asked(&leaf.pem(), |options| options.code = vec![source("app.js", CODE)]);
    let read: Vec<_> = report.urls.iter().map(|url| (url.line, url.used_for, url.skipped)).collect();
    assert_eq!(
        read,
        [
            (Some(1), Use::Request, Some(Skipped::Comment)),
            (Some(2), Use::Request, Some(Skipped::Template)),
            (Some(3), Use::Request, None),
            (Some(4), Use::Request, None),
            (Some(5), Use::Upload, None),
        ]
    );
    let place = |code: Code| {
        let finding = report.findings.iter().find(|finding| finding.code == code).unwrap();
        assert_eq!(finding.severity, Severity::Error);
        finding.evidence.first().map(|place| (place.path.clone(), place.line))
    };
    assert_eq!(place(Code::PLT001), Some(("app.js".to_owned(), Some(5))));
    assert_eq!(place(Code::PLT003), Some(("app.js".to_owned(), Some(3))));
    let hosts: Vec<_> = report.names.hosts.iter().map(|row| row.host.as_str()).collect();
    assert_eq!(hosts, ["shop.example.com", "www.shop.example.com"], "each host that is called has to be covered");
    let [wechat] = report.platforms.as_slice() else { panic!("one was asked") };
    assert_eq!((wechat.id, wechat.verdict), (Platform::WeChat, Verdict::Broken));
    let codes: Vec<_> = wechat.findings.iter().map(|index| report.findings[*index].code).collect();
    for code in [Code::CHN003, Code::PLT001, Code::PLT003, Code::PLT006, Code::PLT007] {
        assert!(codes.contains(&code), "{code} is not among {codes:?}");
    }
}

#[test]
fn a_right_chain_and_right_addresses_are_ready() {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let pasted = bundle(&[&issuer, &good().issued_by(&issuer)]);
    let urls = |options: &mut Options| options.urls = vec!["https://shop.example.com/v1".to_owned()];
    let broken = asked(&pasted, urls);
    assert_eq!(broken.platforms[0].verdict, Verdict::Broken, "the order is wrong");
    let mended = asked(&pasted, |options| {
        urls(options);
        options.repairs = vec![Repair::FullChain];
    });
    assert_eq!(mended.platforms[0].verdict, Verdict::Ready, "{:?}", mended.findings);
}

#[test]
fn without_a_question_every_platform_is_told_of_and_none_is_quoted() {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let report = asked(&good().issued_by(&issuer).pem(), |options| options.platforms = Vec::new());
    assert_eq!(report.platforms.iter().map(|it| it.id).collect::<Vec<_>>(), Platform::ALL);
    assert!(report.platforms.iter().all(|it| it.verdict == Verdict::Broken));
    assert!(report.findings.iter().all(|finding| finding.platform.is_none()));
}

#[test]
fn what_could_not_be_sourced_is_never_an_error() {
    let urls =
        ["http://203.0.113.7:8080/", "https://localhost:443/", "ws://a.example.com", "https://api.weixin.qq.com/"];
    let report = asked(&good().issued_by(&public_roots::intermediate("ISRG Root X1")).pem(), |options| {
        options.platforms = Platform::ALL.to_vec();
        options.urls = urls.map(str::to_owned).into();
        options.listed = vec!["https://*.example.com:8443".to_owned()];
    });
    let mut errors = 0;
    for finding in report.findings.iter().filter(|it| it.severity == Severity::Error) {
        let Some(id) = &finding.rule else { continue };
        let rule = platforms::rule(id).unwrap_or_else(|| panic!("{id} is not in the table"));
        assert!(matches!(rule.evidence, platforms::Evidence::Official | platforms::Evidence::Source), "{id}");
        assert!(finding.platform.as_deref().and_then(Platform::from_id).is_some());
        errors += 1;
    }
    assert!(errors > 30, "only {errors}");
}
