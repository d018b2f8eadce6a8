//! Error messages as people paste them: each is known by its own words, and nothing else is taken for one.

mod support;

use certloupe::engine::read::{Material, ProblemKind, read};
use certloupe::report::{InputKind, Source};
use support::mint::{Cert, Key};
use support::openssl::{folder, openssl, openssl_must};

fn read_one(text: impl Into<Vec<u8>>) -> Material {
    read(&[Source { name: String::new(), bytes: text.into() }])
}

fn known(text: &str) -> Vec<i16> {
    read_one(text).symptoms.iter().map(|symptom| symptom.id).collect()
}

/// Messages with the rows that they belong to.
static MESSAGES: &[(&str, &[i16])] = &[
    (
        "{\"errMsg\":\"request:fail errcode:-202 cronet_error_code:-202 error_msg:net::ERR_CERT_AUTHORITY_INVALID\",\"errno\":600001}",
        &[-202],
    ),
    ("errno: 600001, 证书验证失败", &[3]),
    ("errno: 600001", &[1]),
    ("request:fail ssl hand shake error", &[4]),
    ("uploadFile:fail ssl hand shake error", &[5]),
    ("javax.net.ssl.SSLHandshakeException: Handshake failed", &[4]),
    ("request:fail -200:net::ERR_CERT_COMMON_NAME_INVALID", &[-200]),
    ("NET::ERR_CERT_DATE_INVALID", &[-201]),
    ("request:fail -2:net::ERR_FAILED", &[8]),
    ("request:fail url not in domain list", &[9]),
    ("https://www.example.com 不在以下 request 合法域名列表中", &[10]),
    ("downloadFile:fail Error: unable to verify the first certificate", &[14]),
    ("request:fail timeout", &[17]),
    ("-118:net::ERR_CONNECTION_TIMED_OUT", &[-118]),
    ("Error during WebSocket handshake: Unexpected response code: 200", &[19]),
    ("不支持打开非业务域名 http://a.example.com", &[20]),
    ("校验文件检查失败，请重试", &[21]),
    ("服务器返回的 https 证书无效", &[23]),
    ("请求url不支持http", &[24]),
    ("{\"err_no\":40024,\"err_msg\":\"\"}", &[26]),
    ("{\"err_no\":40025,\"err_msg\":\"\"}", &[59]),
    ("createRequestTask:fail invalid url", &[27]),
    ("java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.", &[28]),
    (
        "HandshakeException: Handshake error in client (OS Error: CERTIFICATE_VERIFY_FAILED: unable to get local issuer certificate)",
        &[50],
    ),
    ("CLEARTEXT communication to a.example.com not permitted by network security policy", &[38]),
    (
        "SSL_CTX_use_PrivateKey failed (SSL: error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch)",
        &[39],
    ),
    ("PEM_read_bio:no start line:Expecting: TRUSTED CERTIFICATE", &[42]),
    ("PEM routines:PEM_read_bio:bad end line", &[43]),
    ("error:0D0680A8:asn1 encoding routines:ASN1_CHECK_TLEN:wrong tag", &[44]),
    (
        "PEM_read_bio_PrivateKey() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: ANY PRIVATE KEY)",
        &[42, 45],
    ),
    ("error:0906406D:PEM routines:PEM_def_callback:problems getting password", &[46]),
    ("SSL_do_handshake() failed (SSL: error:0A000076:SSL routines::no suitable signature algorithm)", &[47]),
    ("ssl3_read_bytes:tlsv1 alert protocol version", &[48]),
    (
        "sun.security.validator.ValidatorException: PKIX path building failed: unable to find valid\n  certification path to requested target",
        &[49],
    ),
    ("curl: (60) SSL certificate problem: self-signed certificate", &[51]),
    ("verify error:num=18:self signed certificate", &[51]),
    (
        "Error outputting keys and certificates: digital envelope routines::unsupported Algorithm (RC2-40-CBC : 0)",
        &[52],
    ),
    ("证书与私钥不匹配", &[53]),
    ("NET::ERR_CERT_VALIDITY_TOO_LONG", &[-213]),
    // Firefox, Go, Schannel, .NET.
    ("Error code: SEC_ERROR_UNKNOWN_ISSUER", &[-202]),
    ("Error code: SEC_ERROR_EXPIRED_CERTIFICATE", &[-201]),
    ("Error code: SSL_ERROR_BAD_CERT_DOMAIN", &[-200]),
    ("Error code: MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT", &[51]),
    ("Get \"https://a.example.com\": x509: certificate signed by unknown authority", &[50]),
    ("tls: private key does not match public key", &[39]),
    (
        "schannel: SEC_E_UNTRUSTED_ROOT (0x80090325) - The certificate chain was issued by an authority that is not trusted.",
        &[-202],
    ),
    ("The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch", &[-200]),
    ("... RemoteCertificateChainErrors", &[-202]),
    ("tls: unsupported certificate purpose", &[56]),
    ("nginx: [warn] \"ssl_stapling\" ignored, no OCSP responder URL in the certificate", &[57]),
    ("浏览器正常，小程序报错", &[58]),
    ("开发者工具正常，真机不行", &[13]),
    ("测试版正常，线上版失败", &[25]),
    ("SSL routines:ssl3_get_record:wrong version number", &[-107]),
    ("NSURLErrorDomain Code=-1202 UserInfo={_kCFStreamErrorCodeKey=-9813}", &[-9813]),
    ("SSL_do_handshake() failed (SSL: error:0A0000C1:SSL routines::no shared cipher)", &[41]),
    ("CFNetwork SSLHandshake failed (-9807)", &[-9807]),
    ("errcode：-206", &[-206]),
    ("Hostname/IP does not match certificate’s altnames: Host: a.", &[-200]),
];

#[test]
fn every_message_is_known_by_its_words() {
    for (text, rows) in MESSAGES {
        let mut found = known(text);
        found.dedup();
        assert_eq!(found, *rows, "{text}");
        let material = read_one(*text);
        assert_eq!(material.inputs.len(), 1, "{text}");
        assert_eq!((material.inputs[0].kind, material.problems.len()), (InputKind::ErrorText, 0), "{text}");
        for symptom in &material.symptoms {
            assert!(symptom.quote.len() < 100 && !symptom.quote.contains('\n'), "{symptom:?}");
        }
    }
    assert!(MESSAGES.len() > 40);
}

/// Where a message gives its reason, what it says with every reason is left out; another message keeps it.
#[test]
fn the_reason_speaks_alone() {
    for (text, rows) in [
        ("certificate verify failed: certificate has expired", &[-201][..]),
        ("SSLHandshakeException: CertPathValidatorException: Trust anchor for certification path not found", &[28]),
        (
            "SSLHandshakeException: failed\n\tat a.b.C(C.java:1)\nCaused by: Trust anchor for certification path not found",
            &[28],
        ),
        ("{\n  \"errMsg\": \"request:fail errcode:-202\",\n  \"errno\": 600001\n}", &[-202]),
        ("Code=-1200 chain=(\n    \"a\"\n), _kCFStreamErrorCodeKey=-9836", &[-9836]),
        ("errcode:-202 errcode:-202\nerrcode:-202 errno:600001", &[-202]),
        // Of two messages, each says what it says.
        ("SSLHandshakeException: failed\nerrcode:-202", &[4, -202]),
        ("errcode:-202 errno:600001\nerrno:600001", &[-202, 1]),
        ("errno:600001\n\nerrcode:-202", &[1, -202]),
        ("SSLHandshakeException errno:600001", &[4, 1]),
    ] {
        assert_eq!(known(text), rows, "{text}");
    }
}

#[test]
fn the_host_stands_in_the_same_line() {
    for (text, host) in [
        ("https://api.foo.com/v1 request:fail -200:net::ERR_CERT_COMMON_NAME_INVALID", Some("api.foo.com")),
        ("net::ERR_CERT_COMMON_NAME_INVALID (https://user@API.foo.com:8443/v1)", Some("api.foo.com")),
        ("https://a.foo.com -> wss://b.foo.com：ERR_CERT_COMMON_NAME_INVALID https://c.foo.com", Some("b.foo.com")),
        (
            "does not match certificate's altnames: Host: api.foo.com. is not in the cert's altnames",
            Some("api.foo.com"),
        ),
        ("no alternative certificate subject name matches target host name 'api.foo.com'", Some("api.foo.com")),
        ("No subject alternative DNS name matching api.foo.com found.", Some("api.foo.com")),
        ("https://203.0.113.7:8443/ errcode:-200", Some("203.0.113.7")),
        ("https://例子.测试/ errcode:-200", Some("xn--fsqu00a.xn--0zwm56d")),
        ("https://api.foo.com/v1\nerrcode:-200", None),
        ("https://${host}/ errcode:-200", None),
        ("https://a b errcode:-200", None),
        ("https:// errcode:-200 ://", None),
    ] {
        let material = read_one(text);
        assert_eq!(material.symptoms[0].host.as_deref(), host, "{text}");
    }
}

#[test]
fn messages_stand_beside_certificates_with_their_lines() {
    let pem = Cert::server(&["a.example.com"]).self_signed().pem();
    let below = pem.lines().count() + 2;
    let material = read_one(format!("{pem}\nnet::ERR_CERT_DATE_INVALID\nunable to get local issuer certificate\n"));
    let found: Vec<_> = material.symptoms.iter().map(|symptom| (symptom.id, symptom.line as usize)).collect();
    assert_eq!(found, [(-201, below), (50, below + 1)]);
    assert_eq!(material.certificates.len(), 1);
    assert_eq!(
        material.inputs.iter().map(|input| input.kind).collect::<Vec<_>>(),
        [InputKind::Certificate, InputKind::ErrorText]
    );
}

#[test]
fn nothing_else_is_taken_for_a_message() {
    let nginx = "# unable to get local issuer certificate\nserver {\n  error_page 500 -202;\n  error_log /var/log/e.log error;\n  \
                 ssl_certificate a.crt;\n  ssl_stapling on;\n}\n";
    let material = read_one(nginx);
    assert_eq!(material.symptoms, []);
    assert_eq!(material.problems[0].kind, ProblemKind::Configuration { files: vec!["a.crt".to_owned()] });
    for key in [Key::P256(1), Key::Rsa2048(1), Key::Ed25519(1)] {
        let minted = Cert::server(&["err.fail.example.com"]).key(key).self_signed();
        for text in [minted.pem() + &minted.key_pem(), minted.pem()] {
            assert_eq!(known(&text), [0; 0]);
        }
        for arguments in [&["x509", "-text"][..], &["x509", "-text", "-noout"], &["asn1parse"]] {
            let printed = openssl_must(arguments, minted.pem().as_bytes());
            assert_eq!(read_one(printed).symptoms, []);
        }
    }
    for text in ["the code is -20", "reboot -202", "Dear customer, your certificate has been issued.", "errcode: -2021"]
    {
        assert_eq!(known(text), [0; 0], "{text}");
    }
}

/// What the installed OpenSSL says is known by our words for it.
#[test]
fn openssl_is_understood() {
    let folder = folder("messages");
    let path = |name: &str| folder.join(name).display().to_string();
    let root = Cert::ca("R").key(Key::P256(1)).self_signed();
    let leaf = Cert::server(&["a.example.com"]).key(Key::P256(2)).issued_by(&root);
    let expired = Cert::server(&["a.example.com"]).valid("2020-01-01", "2020-02-01").self_signed();
    std::fs::write(path("leaf.pem"), leaf.pem()).unwrap();
    std::fs::write(path("root.pem"), root.pem()).unwrap();
    std::fs::write(path("expired.pem"), expired.pem()).unwrap();
    std::fs::write(path("leaf.key"), leaf.key_pem()).unwrap();
    let locked = ["pkcs8", "-topk8", "-in", &path("leaf.key"), "-out", &path("locked.key"), "-passout", "pass:x"];
    openssl_must(&locked, b"");
    let pfx = [
        "pkcs12",
        "-export",
        "-in",
        &path("leaf.pem"),
        "-inkey",
        &path("leaf.key"),
        "-out",
        &path("a.pfx"),
        "-passout",
        "pass:x",
    ];
    openssl_must(&pfx, b"");
    let table: [(&[&str], i16); 6] = [
        (&["verify", &path("leaf.pem")], 50),
        (&["verify", &path("root.pem")], 51),
        (&["verify", "-CAfile", &path("expired.pem"), &path("expired.pem")], -201),
        (&["x509", "-noout", "-in", &path("leaf.key")], 42),
        (&["pkey", "-noout", "-in", &path("locked.key"), "-passin", "pass:wrong"], 46),
        (&["pkcs12", "-noout", "-in", &path("a.pfx"), "-passin", "pass:wrong"], 46),
    ];
    for (arguments, row) in table {
        let run = openssl(arguments, b"");
        assert!(!run.succeeded);
        let found = known(&run.stderr);
        assert!(found.contains(&row), "{arguments:?} gives {found:?}\n{}", run.stderr);
    }
}
