//! What platforms are asked, from end to end: the code of a program and a certificate in, readiness and places out.

mod support;

use certloupe::engine::{inspect, platforms};
use certloupe::report::message::{NameMessage, PhoneMessage};
use certloupe::report::{
    Code, Options, Phone, Platform, Repair, Report, Severity, Skipped, Source, Use, Value, Verdict,
};
use certloupe::text::{self, Lang};
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

/// As a packer leaves it: everything on one line, 5 MB of it.
fn packed(urls: usize) -> String {
    let filler = "function a(b,c){return b+c*d[e].f(g,\"h\")}var x=y?z:{k:1,l:'\\/*'};".repeat(16);
    let mut text = String::with_capacity(6 << 20);
    for number in 0..urls {
        let call = match number % 100 {
            7 => format!("/* old: https://old{number}.example.com/ */"),
            8 => "t.request({url:`https://${h}/api`});".to_owned(),
            9 => format!("e.setAttribute(\"xmlns\",\"http://www.w3.org/{number}\");"),
            10 => format!("t.connectSocket({{url:\"wss://h{number}.example.com/ws\"}});"),
            11 => format!("JSON.parse('{{\"u\":\"https:\\/\\/h{number}.example.com\\/v1\"}}');"),
            12 => format!("t.uploadFile({{filePath:p,url:\"https://h{number}.example.com/up\"}});"),
            _ => format!("t.request({{url:\"https://h{number}.example.com/v1\"}});"),
        };
        text.push_str(&filler);
        text.push_str(&call);
    }
    text
}

#[test]
fn a_packed_bundle_of_five_megabytes_is_read_to_its_end() {
    const URLS: usize = 4_900;
    let text = packed(URLS);
    assert!(text.len() > 5 << 20 && !text.contains('\n'));
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let pasted = bundle(&[&good().issued_by(&issuer), &issuer]);
    let report = asked(&pasted, |options| {
        options.platforms = Platform::ALL.to_vec();
        options.code = vec![source("bundle.js", &text)];
    });
    let count = |used_for: Use, skipped: Option<Skipped>| {
        report.urls.iter().filter(|url| url.used_for == used_for && url.skipped == skipped).count()
    };
    // A template reads the same wherever it stands: it is told once.
    let each = URLS / 100;
    assert_eq!(count(Use::Request, None), URLS - 5 * each);
    assert_eq!((count(Use::Socket, None), count(Use::Upload, None)), (each, each));
    let skipped = |why| report.urls.iter().filter(|url| url.skipped == Some(why)).count();
    assert_eq!(skipped(Skipped::Comment), each);
    assert_eq!(skipped(Skipped::Namespace), each);
    assert_eq!(skipped(Skipped::Template), 1);
    assert!(report.urls.iter().all(|url| url.line == Some(1) && url.url.len() < 64), "an address that goes on and on");
    let wechat = report.findings.iter().find(|it| it.rule.as_deref() == Some("wx.domain.max")).unwrap();
    assert_eq!(wechat.message.argument("count"), Some(&Value::Number((URLS - 5 * each) as i64)));
}

/// What opens comments that never end, in bulk: a check of each to the end of the text would take hours.
#[test]
fn hostile_bundles_end() {
    for opens in ["/*", " /*", "<!--", " <!--", "// ", "://", "https://", "https://a.example.com/ ", "ssl_ciphers\n"] {
        let text = opens.repeat((2 << 20) / opens.len());
        let report = asked("", |options| options.code = vec![source("bundle.js", &text)]);
        assert!(report.urls.len() <= 5, "{opens}: {}", report.urls.len());
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

/// What a platform's verdict is, with a configuration beside a chain up to a root that Android has since 7.1.1.
fn verdict(config: &str, phones: &[&str]) -> (Verdict, Report) {
    let issuer = public_roots::intermediate("ISRG Root X1");
    let pasted = bundle(&[&good().issued_by(&issuer), &issuer]);
    let options = Options {
        platforms: vec![Platform::WeChat],
        urls: vec!["https://shop.example.com/v1".to_owned()],
        phones: phones.iter().filter_map(|phone| Phone::parse(phone)).collect(),
        ..Options::at(NOW)
    };
    let report = inspect(&[source("", &pasted), source("nginx.conf", config)], &options).0;
    (report.platforms[0].verdict, report)
}

#[test]
fn what_the_server_offers_counts_only_where_it_is_seen() {
    for (config, expected) in [
        ("", Verdict::Ready),
        ("ssl_protocols TLSv1.2 TLSv1.3;", Verdict::Ready),
        ("ssl_protocols TLSv1.3;", Verdict::Attention),
        ("ssl_protocols TLSv1 TLSv1.2;", Verdict::Attention),
        ("ssl_protocols TLSv1.1;", Verdict::Broken),
    ] {
        let (verdict, report) = verdict(config, &[]);
        assert_eq!(verdict, expected, "{config}: {:?}", report.findings);
        let unseen = report.findings.iter().any(|it| it.message.id == PhoneMessage::TlsVersions.into());
        assert_eq!(unseen, config.is_empty(), "{config}");
    }
}

#[test]
fn a_program_calls_several_servers_with_a_certificate_each() {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let pasted = bundle(&[&good().issued_by(&issuer), &issuer]);
    let called = |hosts: &[&str], named: &[&str]| {
        let report = asked(&pasted, |options| {
            options.urls = hosts.iter().map(|host| format!("https://{host}/v1")).collect();
            options.hosts = named.iter().map(|&host| host.to_owned()).collect();
        });
        let covered: Vec<_> = report.names.hosts.iter().map(|row| row.covered).collect();
        let other = report.findings.iter().find(|it| it.message.id == NameMessage::OtherCertificates.into());
        (report.platforms[0].verdict, other.map(|it| it.severity), covered)
    };
    let both = ["shop.example.com", "cdn.example.net"];
    assert_eq!(called(&both, &[]), (Verdict::Ready, Some(Severity::Info), vec![true, false]));
    let near = ["shop.example.com", "a.example.com"];
    assert_eq!(called(&near, &[]), (Verdict::Ready, Some(Severity::Warning), vec![true, false]));
    assert_eq!(called(&both, &["cdn.example.net"]), (Verdict::Broken, None, vec![false, true]));
    assert_eq!(called(&both[1..], &[]), (Verdict::Broken, None, vec![false]));
    assert_eq!(called(&both[1..], &["shop.example.com"]), (Verdict::Broken, None, vec![true, false]));
}

#[test]
fn the_oldest_phones_that_count_are_named() {
    assert_eq!(verdict("", &["android=7.1.1", "ios=10"]).0, Verdict::Ready);
    let (broken, report) = verdict("", &["android=6.0"]);
    assert_eq!(broken, Verdict::Broken);
    let finding = report.findings.iter().find(|it| it.code == Code::PLT006).unwrap();
    assert_eq!(finding.rule.as_deref(), Some("wx.cert.trust"));
    let titles = [Lang::En, Lang::Zh].map(|lang| text::worded(finding.clone(), lang).title);
    assert!(titles[0].contains("Android 6.0 – 7.0"), "{titles:?}");
    assert!(titles[1].contains("安卓 6.0 – 7.0"), "{titles:?}");
    // What nobody knows is left out, and what is known still counts.
    assert_eq!(verdict("", &["android=3.14", "symbian=9", "macos=10.11"]).0, Verdict::Ready);
    assert_eq!(verdict("", &["android=3.14", "android=7.0"]).0, Verdict::Broken);
    let p384 = "ssl_protocols TLSv1.2 TLSv1.3; ssl_ecdh_curve secp384r1;";
    assert_eq!(verdict(p384, &[]).0, Verdict::Ready);
    let (broken, report) = verdict(p384, &["android=7.0"]);
    assert_eq!(broken, Verdict::Broken);
    assert!(report.findings.iter().any(|it| it.message.id == PhoneMessage::CurveShutsOut.into()));
}

#[test]
fn without_a_question_every_platform_is_told_of_and_none_is_quoted() {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let report = asked(&good().issued_by(&issuer).pem(), |options| options.platforms = Vec::new());
    assert_eq!(report.platforms.iter().map(|it| it.id).collect::<Vec<_>>(), Platform::ALL);
    // iOS and Chrome for Android may fetch what is missing.
    for platform in &report.platforms {
        let may_fetch = matches!(platform.id, Platform::IosApp | Platform::MobileWeb);
        let expected = if may_fetch { Verdict::Attention } else { Verdict::Broken };
        assert_eq!(platform.verdict, expected, "{:?}", platform.id);
    }
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

#[test]
fn addresses_beyond_what_anyone_lists_are_told() {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let pasted = bundle(&[&good().issued_by(&issuer), &issuer]);
    let limit = |count: usize| {
        let code: String = (0..count).map(|number| format!("'https://h{number}.shop.example.com/'\n")).collect();
        let report = asked(&pasted, |options| options.code = vec![source("app.js", &code)]);
        let said = report.findings.iter().any(|it| it.code == Code::INP008 && it.severity == Severity::Warning);
        (report.urls.len(), said)
    };
    assert_eq!((limit(5_000), limit(5_001)), ((5_000, false), (5_000, true)));
}
