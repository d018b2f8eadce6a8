//! What articles tell: a case for each claim where it is told, and for those that certificates and addresses show.

use super::{
    CaseFile,
    issued::{complete, good},
    public_roots,
};
use crate::support::{
    case_file::Case,
    mint::{Cert, Key, Signing, bundle},
};
use certloupe::report::{Claim, Platform, Purpose};

pub fn files() -> Vec<CaseFile> {
    let told = TOLD.iter().map(|(claim, text)| Case::new(&format!("{} is told", claim.id()), format!("{text}\n")));
    vec![("plt010", told.chain(shown()).chain(silent()).collect())]
}

/// Each claim as articles and configurations have it, in both languages where it comes in both.
static TOLD: &[(Claim, &str)] = &[
    (Claim::S1, "小程序要求服务器必须同时启用 TLS 1.0、1.1、1.2；仅 1.3 或仅 1.2 均可能失败。"),
    (Claim::S1, "You must enable TLS 1.0, TLS 1.1 and TLS 1.2. Then restart."),
    (Claim::S1, "listen 443 ssl;\nssl_protocols TLSv1 TLSv1.1 TLSv1.2;\nssl_prefer_server_ciphers on;"),
    (Claim::S2, "验证：curl --tlsv1.0 https://api.example.com 返回 200 即可"),
    (
        Claim::S3,
        "ssl_certificate /etc/nginx/ssl/2_api.example.com.crt;\nssl_certificate_key /etc/nginx/ssl/3_api.example.com.key;",
    ),
    (Claim::S3, "Nginx 配置中证书使用 2_api.example.com.crt 即可。"),
    (Claim::S4, "免费 DV 证书有效期为 12 个月。"),
    (Claim::S4, "Paid certificates last 12-24 months."),
    (Claim::S5, "证书有效期通常为1年，到期需要续费。"),
    (Claim::S6, "到期前30天重新申请即可，DNS 记录无需变更。"),
    (Claim::S6, "Renew 30 days before it ends."),
    (Claim::S7, "SAN 必须与请求域名完全匹配（支持通配符或精确二级域名）"),
    (Claim::S8, "在手机微信里打开网址，地址栏显示“安全”即为成功。"),
    (Claim::S9, "执行 openssl s_client -connect api.example.com:443，无 verify error 即可"),
    (Claim::S10, "提示“不在合法域名列表”：检查 A 记录是否生效、443 端口是否开放。"),
    (Claim::S11, "注意：小程序的域名不能带端口。"),
    (Claim::S12, "证书申请不依赖备案。"),
    (Claim::S12, "It works without an ICP filing."),
    (Claim::S13, "Windows Server 2008 R2 需要手动启用 TLS1.0/1.1/1.2。"),
    (Claim::S14, "*.baidu.com 支持 tongji.baidu.com；不支持 *.tj.baidu.com"),
    (Claim::S14, "A wildcard covers one level only."),
    (Claim::S15, "WoSign 品牌的 DV 证书，350 元/年。"),
    (Claim::S16, "小程序只需 DV 证书；.gov、.edu 网站选 OV。"),
    (Claim::S17, "服务器域名不支持配置父域名，使用子域名。"),
    (Claim::S18, "All image resources and file downloads must use HTTPS."),
    (Claim::S19, "自签名证书在小程序里不能用。"),
    (Claim::S20, "电脑浏览器会自动补全证书链，手机不会。"),
    (Claim::S20, "Desktop browsers auto-complete the chain, phones fail."),
    (Claim::S21, "若使用国内服务器，域名需要完成 ICP 备案。"),
    (Claim::S22, "回调接口使用双向认证（mTLS），直接用网站证书作为客户端证书。"),
    (Claim::S23, "ssl_stapling on;\nssl_stapling_verify on;"),
    (Claim::S24, "SHA-1 签名的证书仍可以使用。"),
    (Claim::Y1, "证书链就是服务器证书加一张中间证书。"),
    (Claim::Y1, "If the bundle holds Root YR, remove it."),
];

/// What was given shows that somebody believed it.
fn shown() -> Vec<Case> {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let right = |leaf: Cert| bundle(&[&leaf.issued_by(&issuer), &issuer]);
    let alone = good().issued_by(&issuer).pem();
    let asked = |name: &str, pasted: String| Case::new(name, pasted).on(Platform::WeChat);
    let wildcard = Cert::server(&["*.example.com", "example.com"]);
    let wosign = Cert::ca("WoSign CA Free SSL Certificate G2").key(Key::P256(61)).self_signed();
    let root_yr = Cert::ca("Root YR").key(Key::P256(62)).issued_by(&public_roots::root("ISRG Root X1"));
    let below_yr = Cert::ca("YR1").key(Key::P256(63)).issued_by(&root_yr);
    let weak = Cert::ca("Weak CA").key(Key::Rsa2048(2)).signing(Signing::Sha1).self_signed();
    let client = good().eku(&["1.3.6.1.5.5.7.3.1"]);
    vec![
        Case::empty("S3 shows in the name of the file").file("2_shop.example.com.crt", &alone),
        asked("S5 shows in a lifetime", right(good().valid("2026-05-01", "2027-06-01"))),
        asked("S7 shows in a host two labels below", right(wildcard)).host("a.b.example.com"),
        Case::new("S15 shows in the issuer", good().issued_by(&wosign).pem() + &wosign.pem()),
        asked("S19 shows in a self-signed certificate", good().self_signed().pem()),
        asked("S20 shows in a chain with a gap", alone),
        Case::new("S22 shows in a client certificate", complete(client)).purpose(Purpose::Client),
        asked("S24 shows in the signature", good().issued_by(&weak).pem()),
        Case::new("Y1 shows where Root YR was left out", bundle(&[&good().issued_by(&below_yr), &below_yr])),
        Case::new("S23 is told beside a certificate without responder", format!("{}ssl_stapling on;\n", right(good()))),
    ]
}

/// Nobody tells anything, or it is right here.
fn silent() -> Vec<Case> {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let responder = good().ocsp("http://ocsp.example/").issued_by(&issuer);
    let key = good().self_signed();
    let right = |leaf: Cert| bundle(&[&leaf.issued_by(&issuer), &issuer]);
    vec![
        Case::new("a certificate and its key", key.pem() + &key.key_pem()),
        Case::new("stapling with a responder", bundle(&[&responder, &issuer]) + "ssl_stapling on;\n"),
        Case::new("a directive that was taken out", "# ssl_stapling on;\n"),
        Case::new("a right configuration", "ssl_protocols TLSv1.2 TLSv1.3;\nssl_stapling off;\n"),
        Case::new(
            "the platform’s own words",
            "域名不能使用 IP 地址（小程序的局域网 IP 除外）或 localhost。\nTLS 必须支持 1.2 及以上版本。\n",
        ),
        Case::new("a port that is not listed, and a filing to look up", right(good()))
            .on(Platform::WeChat)
            .url("https://shop.example.com:8443/")
            .listed("https://shop.example.com"),
        Case::new("a default port", right(good())).on(Platform::WeChat).url("https://shop.example.com:443/"),
        Case::empty("a file that names no host").file("2_fullchain.crt", good().issued_by(&issuer).pem()),
        Case::new("an error message with a port", "https://a.example.com:443 不在以下 request 合法域名列表中\n"),
    ]
}
