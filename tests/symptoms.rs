//! A case for each symptom: a message as people paste it, and what it may come from, in order; then the same messages
//! beside certificates, which settle it. A long file, for the first half is a table.

mod support;

use certloupe::{
    engine::{
        inspect, read,
        symptoms::{SOURCES, Silence, TABLE, UNSOURCED, clue, entry},
    },
    report::{
        Cause, CauseState, Code, Finding, MessageId, Options, Platform, Repair, Report, Source, Verdict,
        message::InputMessage,
    },
    text::{self, Lang},
};
use std::collections::BTreeSet;
use support::{
    case_file::NOW,
    mint::{Cert, Key, bundle},
    recipes::{
        issued::{good, intermediate, root},
        public_roots,
    },
};

/// Symptom, a message that shows it, the symptom that it is known as, and the causes of that.
static MESSAGES: &[(i16, &str, i16, &str)] = &[
    (1, "{\"errMsg\":\"request:fail\",\"errno\":600001}", 1, "chain endpoint trust root name date network"),
    (2, "errno: 600001 https://a.example.com:8091/api", 1, "chain endpoint trust root name date network"),
    (3, "部分机型报错：证书验证失败", 3, "chain endpoint trust name date"),
    (4, "request:fail ssl hand shake error", 4, "chain date trust protocol clock"),
    (5, "uploadFile:fail ssl hand shake error", 5, "chain date trust protocol clock list"),
    (6, "request:fail -200:net::ERR_CERT_COMMON_NAME_INVALID", -200, "name endpoint"),
    (7, "request:fail -201:net::ERR_CERT_DATE_INVALID", -201, "date endpoint clock"),
    (8, "request:fail -2:net::ERR_FAILED", 8, "protocol chain endpoint network"),
    (9, "errno:600002, request:fail url not in domain list", 9, "list redirect port"),
    (10, "https://www.example.com 不在以下 request 合法域名列表中", 10, "list name scheme port"),
    (11, "http://a.example.com:9999/api 不在以下 request 合法域名列表中", 10, "list name scheme port"),
    (12, "勾选不校验合法域名后正常", 12, "list chain"),
    (13, "开发者工具正常，真机不行", 13, "chain"),
    (14, "downloadFile:fail Error: unable to verify the first certificate", 14, "chain"),
    (15, "ssl3_read_bytes: sslv3 alert certificate unknown", 15, "chain trust"),
    (16, "request:fail timeout（部分安卓手机）", 17, "network filing chain"),
    (17, "request:fail timeout", 17, "network filing chain"),
    (
        18,
        "WebSocket connection to 'wss://a.example.com:8080/push' failed: net::ERR_SSL_PROTOCOL_ERROR",
        -107,
        "noTls protocol",
    ),
    (19, "Error during WebSocket handshake: Unexpected response code: 200", 19, "configuration"),
    (20, "不支持打开非业务域名 http://a.example.com", 20, "redirect list scheme foreignHost"),
    (21, "校验文件检查失败，请重试", 21, "verificationFile redirect date filing"),
    (22, "不支持打开非业务域名 https://other.example.net", 20, "redirect list scheme foreignHost"),
    (23, "error: 7 服务器返回的 https 证书无效", 23, "chain name date trust"),
    (24, "error: 20 请求url不支持http，请使用https", 24, "scheme"),
    (25, "测试版正常，线上版失败", 25, "scheme"),
    (26, "{\"err_no\":40024,\"err_msg\":\"\"}", 26, "list port scheme"),
    (27, "errno 600009 invalid URL", 27, "address scheme"),
    (
        28,
        "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
        28,
        "chain trust root order",
    ),
    (
        29,
        "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
        28,
        "chain trust root order",
    ),
    (
        30,
        "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
        28,
        "chain trust root order",
    ),
    (
        31,
        "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
        28,
        "chain trust root order",
    ),
    (
        32,
        "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
        28,
        "chain trust root order",
    ),
    (33, "NET::ERR_CERT_AUTHORITY_INVALID", -202, "chain trust root interception endpoint"),
    (
        34,
        "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
        28,
        "chain trust root order",
    ),
    (
        35,
        "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
        28,
        "chain trust root order",
    ),
    (36, "onReceivedSslError: primary error: 3", 36, "chain trust root"),
    (37, "HandshakeException: Handshake error in client (OS Error: CERTIFICATE_VERIFY_FAILED)", 37, "chain trust root"),
    (38, "CLEARTEXT communication to a.example.com not permitted by network security policy", 38, "scheme"),
    (39, "error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch", 39, "order key"),
    (40, "error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch", 39, "order key"),
    (41, "SSL_do_handshake() failed (SSL: error:0A0000C1:SSL routines::no shared cipher)", 41, "protocol key"),
    (42, "PEM_read_bio:no start line:Expecting: TRUSTED CERTIFICATE", 42, "encoding"),
    (43, "PEM routines:PEM_read_bio:bad end line", 43, "encoding"),
    (44, "error:0D0680A8:asn1 encoding routines:ASN1_CHECK_TLEN:wrong tag", 44, "encoding"),
    (45, "unable to load private key", 45, "keyFile keyLocked"),
    (46, "PEM routines:PEM_def_callback:problems getting password", 46, "keyLocked"),
    (
        47,
        "SSL_do_handshake() failed (SSL: error:0A000076:SSL routines::no suitable signature algorithm)",
        47,
        "protocol",
    ),
    (48, "ssl3_read_bytes:tlsv1 alert protocol version", 48, "protocol"),
    (
        49,
        "PKIX path building failed: unable to find valid certification path to requested target",
        49,
        "chain root interception trust",
    ),
    (50, "unable to get local issuer certificate", 50, "chain trust root interception"),
    (51, "verify error:num=18:self signed certificate", 51, "trust endpoint interception"),
    (52, "digital envelope routines::unsupported Algorithm (RC2-40-CBC : 0)", 52, "oldContainer"),
    (53, "证书格式错误", 53, "encoding key"),
    (54, "NET::ERR_CERT_VALIDITY_TOO_LONG", -213, "lifetime"),
    (55, "errno: 600001", 1, "chain endpoint trust root name date network"),
    (56, "tls: unsupported certificate purpose", 56, "clientPurpose profile"),
    (57, "\"ssl_stapling\" ignored, no OCSP responder URL in the certificate", 57, "stapling"),
    (58, "浏览器正常，小程序报错", 58, "chain name list"),
    (59, "{\"err_no\":40025,\"err_msg\":\"\"}", 59, "account"),
    (-100, "errcode:-100 cronet_error_code:-100", -100, "network filing"),
    (-101, "net::ERR_CONNECTION_RESET", -101, "network filing"),
    (-102, "errcode:-102 cronet_error_code:-102", -102, "network"),
    (-103, "net::ERR_CONNECTION_ABORTED", -103, "network"),
    (-104, "errcode:-104 cronet_error_code:-104", -104, "network"),
    (-105, "net::ERR_NAME_NOT_RESOLVED", -105, "network"),
    (-106, "errcode:-106 cronet_error_code:-106", -106, "network"),
    (-107, "net::ERR_SSL_PROTOCOL_ERROR", -107, "noTls protocol"),
    (-109, "net::ERR_ADDRESS_UNREACHABLE", -109, "network"),
    (-113, "net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH", -113, "protocol"),
    (-117, "net::ERR_BAD_SSL_CLIENT_AUTH_CERT", -117, "clientCertificate"),
    (-118, "errcode:-118 cronet_error_code:-118", -118, "network filing"),
    (-200, "errcode:-200 cronet_error_code:-200", -200, "name endpoint"),
    (-201, "net::ERR_CERT_DATE_INVALID", -201, "date endpoint clock"),
    (-202, "errcode:-202 cronet_error_code:-202", -202, "chain trust root interception endpoint"),
    (-203, "net::ERR_CERT_CONTAINS_ERRORS", -203, "profile"),
    (-204, "errcode:-204 cronet_error_code:-204", -204, "interception"),
    (-205, "net::ERR_CERT_UNABLE_TO_CHECK_REVOCATION", -205, "network"),
    (-206, "errcode:-206 cronet_error_code:-206", -206, "revoked"),
    (-207, "net::ERR_CERT_INVALID", -207, "profile"),
    (-208, "errcode:-208 cronet_error_code:-208", -208, "signature"),
    (-210, "errcode:-210 cronet_error_code:-210", -210, "internalName"),
    (-211, "net::ERR_CERT_WEAK_KEY", -211, "weakKey"),
    (-212, "errcode:-212 cronet_error_code:-212", -212, "constraints"),
    (-213, "net::ERR_CERT_VALIDITY_TOO_LONG", -213, "lifetime"),
    (-214, "errcode:-214 cronet_error_code:-214", -214, "transparency"),
    (-215, "net::ERR_CERT_SYMANTEC_LEGACY", -215, "trust"),
    (-217, "net::ERR_CERT_KNOWN_INTERCEPTION_BLOCKED", -217, "interception"),
    (-1200, "NSURLErrorDomain Code=-1200", -1200, "chain protocol trust root"),
    (-1201, "NSURLErrorDomain Code=-1201", -1201, "date endpoint clock"),
    (-1202, "NSURLErrorDomain Code=-1202", -1202, "chain trust name"),
    (-1203, "NSURLErrorDomain Code=-1203", -1203, "trust"),
    (-1204, "NSURLErrorDomain Code=-1204", -1204, "date endpoint clock"),
    (-1205, "NSURLErrorDomain Code=-1205", -1205, "clientCertificate"),
    (-9801, "_kCFStreamErrorCodeKey=-9801", -9801, "protocol"),
    (-9802, "_kCFStreamErrorCodeKey=-9802", -9802, "protocol profile"),
    (-9807, "_kCFStreamErrorCodeKey=-9807", -9807, "chain trust"),
    (-9808, "_kCFStreamErrorCodeKey=-9808", -9808, "encoding profile"),
    (-9809, "_kCFStreamErrorCodeKey=-9809", -9809, "signature"),
    (-9812, "_kCFStreamErrorCodeKey=-9812", -9812, "trust"),
    (-9813, "_kCFStreamErrorCodeKey=-9813", -9813, "chain root"),
    (-9814, "_kCFStreamErrorCodeKey=-9814", -9814, "date endpoint clock"),
    (-9815, "_kCFStreamErrorCodeKey=-9815", -9815, "date endpoint clock"),
    (-9824, "_kCFStreamErrorCodeKey=-9824", -9824, "protocol"),
    (-9836, "_kCFStreamErrorCodeKey=-9836", -9836, "protocol"),
    (-9843, "_kCFStreamErrorCodeKey=-9843", -9843, "name endpoint"),
    (-9850, "_kCFStreamErrorCodeKey=-9850", -9850, "protocol"),
    (-9880, "_kCFStreamErrorCodeKey=-9880", -9880, "protocol weakKey signature trust"),
    (-9881, "_kCFStreamErrorCodeKey=-9881", -9881, "protocol"),
    (-9882, "_kCFStreamErrorCodeKey=-9882", -9882, "protocol"),
    (-9883, "_kCFStreamErrorCodeKey=-9883", -9883, "weakKey"),
    (-9884, "_kCFStreamErrorCodeKey=-9884", -9884, "signature"),
    (-9885, "_kCFStreamErrorCodeKey=-9885", -9885, "signature"),
    (-9886, "_kCFStreamErrorCodeKey=-9886", -9886, "trust chain"),
];

fn report(options: Options, files: &[&str]) -> Report {
    let source = |text: &&str| Source { name: String::new(), bytes: text.as_bytes().to_vec() };
    inspect(&files.iter().map(source).collect::<Vec<_>>(), &options).0
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// The causes of a message in order: `chain:found CHN003 CHN006, trust:unknown`.
fn causes(report: &Report, id: i16) -> String {
    let symptom = report.symptoms.iter().find(|symptom| symptom.id == id).expect("the message is known");
    let line = |it: &certloupe::report::PossibleCause| {
        let codes: BTreeSet<_> = it.findings.iter().map(|index| report.findings[*index].code.as_str()).collect();
        let codes: String = codes.iter().map(|code| format!(" {code}")).collect();
        format!("{}:{}{codes}", word(it.cause), word(it.state))
    };
    symptom.causes.iter().map(line).collect::<Vec<_>>().join(", ")
}

#[test]
fn every_symptom_is_known_and_says_what_it_comes_from() {
    for (id, text, known_as, expected) in MESSAGES {
        let report = report(Options::at(NOW), &[text]);
        let symptom = report.symptoms.iter().find(|symptom| symptom.id == *known_as);
        let symptom = symptom.unwrap_or_else(|| panic!("{id}: {text} gives {:?}", report.symptoms));
        let causes: Vec<_> = symptom.causes.iter().map(|it| word(it.cause)).collect();
        assert_eq!(causes.join(" "), *expected, "{id}: {text}");
        assert!(symptom.causes.iter().all(|it| it.state == CauseState::Unknown && it.findings.is_empty()), "{id}");
        assert_eq!(entry(*id).expect("a row").like.unwrap_or(*id), *known_as, "{id}");
    }
    let tried: Vec<_> = MESSAGES.iter().map(|(id, ..)| *id).collect();
    assert_eq!(tried, TABLE.iter().map(|entry| entry.id).collect::<Vec<_>>(), "one message for each row");
    assert!((1..=59).all(|row| tried.contains(&row)));
}

fn said(report: &Report) -> &Finding {
    report.findings.iter().find(|finding| finding.code == Code::INP012).expect("INP012")
}

/// A message, the files beside it, the wanted host; the symptom, its causes, and what is said.
type Settled<'a> = (&'a str, &'a [&'a str], &'a str, i16, &'a str, InputMessage);

/// What is in the files settles it.
#[test]
fn the_certificate_beside_it_settles_it() {
    let phone = "errcode:-202 cronet_error_code:-202";
    let mismatch = "X509_check_private_key:key values mismatch";
    let issuer = public_roots::intermediate("ISRG Root X1");
    let below = |leaf: Cert| bundle(&[&leaf.issued_by(&issuer), &issuer]);
    let (leaf_only, public) = (good().issued_by(&issuer).pem(), below(good()));
    let wrong_order = bundle(&[&issuer, &good().issued_by(&issuer)]);
    let private = bundle(&[&good().issued_by(&intermediate()), &intermediate(), &root()]);
    let (key, other_key) = (good().self_signed().key_pem(), good().key(Key::P256(55)).self_signed().key_pem());
    let expired = below(good().valid("2026-01-01", "2026-03-31"));
    let long = below(good().valid("2026-05-01", "2027-06-01"));
    let own = good().self_signed().pem();
    let shop = "shop.example.com";
    let (explained, elsewhere, untold) =
        (InputMessage::ErrorTextExplained, InputMessage::ErrorTextElsewhere, InputMessage::ErrorTextUntold);
    let of_host = InputMessage::ErrorTextOfHost;
    let table: &[Settled<'_>] = &[
        (
            phone,
            &[&leaf_only],
            "",
            -202,
            "chain:found CHN003, trust:unknown, root:unknown, interception:unknown, endpoint:unknown",
            explained,
        ),
        (
            phone,
            &[&public],
            "",
            -202,
            "chain:right, trust:right, root:right, interception:unknown, endpoint:unknown",
            elsewhere,
        ),
        (
            phone,
            &[&private],
            "",
            -202,
            "trust:found TRU002, chain:right, root:unknown, interception:unknown, endpoint:unknown",
            explained,
        ),
        (
            "num=18:self signed certificate",
            &[&own],
            "",
            51,
            "trust:found CHN014, endpoint:unknown, interception:unknown",
            explained,
        ),
        (mismatch, &[&wrong_order, &key], "", 39, "order:found CHN002, key:right", explained),
        (mismatch, &[&public, &other_key], "", 39, "key:found KEY001, order:right", explained),
        (mismatch, &[&public, &key], "", 39, "order:right, key:right", elsewhere),
        (mismatch, &[&public], "", 39, "order:right, key:unknown", untold),
        (
            "ERR_CERT_DATE_INVALID",
            &[&expired],
            "",
            -201,
            "date:found VAL001, endpoint:unknown, clock:unknown",
            explained,
        ),
        ("ERR_CERT_DATE_INVALID", &[&public], "", -201, "date:right, endpoint:unknown, clock:unknown", untold),
        ("浏览器正常，小程序报错", &[&public], "", 58, "chain:right, name:unknown, list:unknown", untold),
        ("https://other.example.com/v1 errcode:-200", &[&public], "", -200, "name:found, endpoint:unknown", of_host),
        (
            "https://other.example.com/v1 errcode:-200",
            &[&public],
            "third.example.com",
            -200,
            "name:found, endpoint:unknown",
            of_host,
        ),
        (
            "https://other.example.com/v1 errcode:-200",
            &[&public],
            "other.example.com",
            -200,
            "name:found NAM001, endpoint:unknown",
            explained,
        ),
        (
            "https://shop.example.com/v1 errcode:-200",
            &[&public],
            "other.example.com",
            -200,
            "name:right, endpoint:unknown",
            elsewhere,
        ),
        ("errcode:-200", &[&public], "other.example.com", -200, "name:found NAM001, endpoint:unknown", explained),
        ("errcode:-200", &[&public], shop, -200, "name:right, endpoint:unknown", elsewhere),
        ("errcode:-200", &[&public], "", -200, "name:unknown, endpoint:unknown", untold),
        ("errcode:-213", &[&long], "", -213, "lifetime:found VAL004", explained),
        ("errcode:-206", &[&public], "", -206, "revoked:unknown", untold),
        ("url not in domain list", &[&public], "", 9, "list:unknown, redirect:unknown, port:unknown", untold),
        ("no OCSP responder URL in the certificate", &[&public], "", 57, "stapling:found CRT007", explained),
        ("unsupported certificate purpose", &[&public], "", 56, "clientPurpose:found CRT010, profile:right", explained),
        ("PEM routines:get_name:no start line", &["<html>404</html>"], "", 42, "encoding:found INP007", explained),
    ];
    for (message, files, host, id, expected, id_said) in table {
        let hosts = Some(*host).filter(|host| !host.is_empty()).map(str::to_owned).into_iter().collect();
        let files: Vec<_> = [*message].into_iter().chain(files.iter().copied()).collect();
        let report = report(Options { hosts, ..Options::at(NOW) }, &files);
        assert_eq!(causes(&report, *id), *expected, "{message}");
        assert_eq!(said(&report).message.id, MessageId::Input(*id_said), "{message}: {expected}");
    }
}

/// No phone knows a root that was named as trusted here, and a file is right only where nothing else is left.
#[test]
fn a_root_of_ones_own_explains_it_and_no_file_is_right_while_something_is_left() {
    let files =
        |message: &'static str| [message.to_owned(), bundle(&[&good().issued_by(&intermediate()), &intermediate()])];
    let asked = |message| {
        let roots = vec![Source { name: "root.pem".to_owned(), bytes: root().pem().into_bytes() }];
        let options = Options { roots, platforms: vec![Platform::WeChat], ..Options::at(NOW) };
        let files = files(message);
        report(options, &files.each_ref().map(String::as_str))
    };
    let refused = asked("errcode:-202");
    assert!(refused.findings.iter().any(|it| it.code == Code::PLT006), "the platform refuses it");
    assert!(causes(&refused, -202).starts_with("trust:found TRU002, chain:right"), "{}", causes(&refused, -202));
    assert_eq!(said(&refused).message.id, MessageId::Input(InputMessage::ErrorTextExplained));
    for row in TABLE {
        let Some((_, words, id, _)) = MESSAGES.iter().find(|(id, ..)| *id == row.id) else { panic!("{}", row.id) };
        let report = asked(words);
        let said = said(&report).message.id == MessageId::Input(InputMessage::ErrorTextElsewhere);
        let symptom = report.symptoms.iter().find(|symptom| symptom.id == *id).unwrap();
        let is_left = |it: &certloupe::report::PossibleCause| {
            it.state != CauseState::Right && !matches!(it.cause, Cause::Endpoint | Cause::Interception)
        };
        assert!(!said || !symptom.causes.iter().any(is_left), "{words}: {}", causes(&report, *id));
    }
}

/// Where no certificate could settle it, none is asked for.
#[test]
fn only_messages_about_certificates_ask_for_one() {
    let asks = |text: &str| report(Options::at(NOW), &[text]).findings.iter().any(|it| it.code == Code::INP001);
    for text in [
        "url not in domain list",
        "net::ERR_NAME_NOT_RESOLVED",
        "Error during WebSocket handshake",
        "request:fail timeout",
        "\"ssl_stapling\" ignored, no OCSP responder URL in the certificate",
    ] {
        assert!(!asks(text), "{text}");
        assert_eq!(report(Options::at(NOW), &[text]).verdict, Verdict::Ready, "{text}");
    }
    for text in
        ["errcode:-202", "PKIX path building failed", "key values mismatch", "url not in domain list errcode:-202"]
    {
        assert!(asks(text), "{text}");
    }
}

/// Of several faults only the worst is told.
#[test]
fn what_hides_others_says_so() {
    let meaning = text::meaning(-202).unwrap();
    for hidden in ["-200", "-201"] {
        assert!(meaning.en.contains(hidden) && meaning.zh.contains(hidden), "{hidden}");
    }
}

/// A repair mends what was given, not what the server sent: nothing is called right after it.
#[test]
fn what_was_repaired_proves_nothing() {
    let files = ["key values mismatch", &bundle(&[&intermediate(), &good().issued_by(&intermediate()), &root()])];
    assert_eq!(causes(&report(Options::at(NOW), &files), 39), "order:found CHN002, key:unknown");
    let options = Options { repairs: vec![Repair::FullChain], ..Options::at(NOW) };
    assert_eq!(causes(&report(options, &files), 39), "order:unknown, key:unknown");
}

/// One finding for each kind, in the place that its severity and code give it; a repeated message is one symptom.
#[test]
fn messages_stay_in_their_place() {
    let text = "errcode:-202\nunable to get local issuer certificate\nerrcode:-202\n";
    let report = report(Options::at(NOW), &[text, &good().issued_by(&intermediate()).pem()]);
    assert!(report.findings.is_sorted_by_key(|finding| (finding.severity, finding.code)));
    let lines: Vec<_> = report.symptoms.iter().map(|symptom| (symptom.id, symptom.line)).collect();
    assert_eq!(lines, [(-202, 1), (50, 2)]);
    assert_eq!(report.findings.iter().filter(|finding| finding.code == Code::INP012).count(), 2);
    for symptom in &report.symptoms {
        let first = &symptom.causes[0];
        assert!(first.findings.iter().all(|index| report.findings[*index].code == Code::CHN003), "{first:?}");
    }
    let tally = report.tally;
    assert_eq!(tally.checked, tally.passed + tally.not_applicable + tally.not_in_force + tally.found);
}

#[test]
fn the_words_name_the_cause_and_the_remedy() {
    let alone = report(Options::at(NOW), &["PKIX path building failed"]);
    let english = text::worded(said(&alone).clone(), Lang::En);
    assert_eq!(english.title, "“PKIX path building failed”: most likely an incomplete chain");
    assert!(english.why.ends_with("The message means: Java found no path to a trusted root."), "{}", english.why);
    assert!(english.fix.starts_with("Give the server the full chain"), "{}", english.fix);
    let chinese = text::worded(said(&alone).clone(), Lang::Zh);
    assert_eq!(chinese.title, "“PKIX path building failed”：最可能是证书链不完整");
    let beside = report(Options::at(NOW), &["PKIX path building failed", &good().issued_by(&intermediate()).pem()]);
    let english = text::worded(said(&beside).clone(), Lang::En);
    assert!(english.why.starts_with("What was given here shows why: CHN003."), "{}", english.why);
}

#[test]
fn the_table_is_whole() {
    let known: BTreeSet<_> = read::known_symptoms().collect();
    let own: BTreeSet<_> = TABLE.iter().filter(|entry| entry.like.is_none()).map(|entry| entry.id).collect();
    assert_eq!(own, known, "a row for each message that is recognised, and words for each row");
    let ids: BTreeSet<_> = TABLE.iter().map(|entry| entry.id).collect();
    assert_eq!(ids.len(), TABLE.len(), "an id stands twice");
    for row in TABLE {
        let causes: BTreeSet<_> = row.causes.iter().collect();
        assert!(!causes.is_empty() && causes.len() == row.causes.len(), "{}: a cause twice, or none", row.id);
        // Who has this case reads what the words say: its causes have to be among those.
        if let Some(other) = row.like.map(|other| entry(other).expect("a row")) {
            assert!(other.like.is_none(), "{}", row.id);
            assert!(row.causes.iter().all(|cause| other.causes.contains(cause)), "{}", row.id);
        }
    }
    let used: BTreeSet<_> = TABLE.iter().flat_map(|entry| entry.causes).copied().collect();
    assert_eq!(used.len(), Cause::ALL.len(), "a cause that nothing comes from");
    // Each code once; what only the server can tell can not be called right.
    for clue in Cause::ALL.iter().map(|cause| clue(*cause)) {
        assert_eq!(clue.codes.iter().collect::<BTreeSet<_>>().len(), clue.codes.len(), "{clue:?}");
        assert!(!clue.codes.is_empty() || clue.silence == Silence::Mute, "{clue:?}");
    }
}

#[test]
fn every_row_has_a_source_or_is_said_to_have_none() {
    let told: BTreeSet<_> = SOURCES.iter().flat_map(|source| source.of).copied().collect();
    let without: BTreeSet<_> = UNSOURCED.iter().copied().collect();
    let ids: BTreeSet<_> = TABLE.iter().map(|entry| entry.id).collect();
    assert!(told.is_disjoint(&without), "{:?}", told.intersection(&without));
    assert_eq!(told.union(&without).copied().collect::<BTreeSet<_>>(), ids);
    for source in SOURCES {
        assert!(source.address.starts_with("http"), "{}", source.address);
        let parts: Vec<_> = source.date.split('-').map(str::len).collect();
        assert!([&[0][..], &[4], &[4, 2], &[4, 2, 2]].contains(&parts.as_slice()), "{}", source.date);
        assert!(source.date.chars().all(|it| it.is_ascii_digit() || it == '-'), "{}", source.date);
    }
}
