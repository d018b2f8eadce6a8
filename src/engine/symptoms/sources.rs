/// Where symptoms with their causes were seen.
#[derive(Clone, Copy, Debug)]
pub struct SymptomSource {
    /// Its address.
    pub address: &'static str,
    /// Of which day it is (RFC 3339, as far as it says); empty for a page that bears none.
    pub date: &'static str,
    /// What it tells of, as ids of the table.
    pub of: &'static [i16],
}

const fn source(address: &'static str, date: &'static str, of: &'static [i16]) -> SymptomSource {
    SymptomSource { address, date, of }
}

/// Symptoms that are known from use and for which no page was found that says why.
pub static UNSOURCED: &[i16] = &[5, 7, 17, 27, 43, 46, 52, -113, -1201, -1203, -1204];

/// Chromium's codes that the two tables of numbers below have.
const CHROMIUM: &[i16] = &[
    -100, -101, -102, -103, -104, -105, -106, -107, -109, -117, -118, -200, -201, -202, -203, -204, -205, -206, -207,
    -208, -210, -211, -212, -213, -214, -215, -217,
];

/// Every source, in the order of what it tells of first.
pub static SOURCES: &[SymptomSource] = &[
    source("https://segmentfault.com/a/1190000043973064", "2023-07-05", &[1, 58]),
    source("http://nshx.cn/education/10045.html", "", &[2]),
    source("https://www.yunzhuji.net/aliyun/264039.html", "", &[3]),
    source("https://github.com/codcodog/Blog/issues/54", "2017-01-10", &[4]),
    source("https://github.com/lei-mu/luch-request/issues/20", "2020-12-09", &[6, -200]),
    source("https://mytech.pages.dev/2022/04/13/echo_424", "2022-04-13", &[8]),
    source("https://wenku.csdn.net/answer/4hq452skg6", "2025-06-22", &[9]),
    source("https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html", "", &[10, 12]),
    source("https://github.com/coolhwm/leshare-shop-weapp/issues/1", "2017-04-29", &[11]),
    source("https://github.com/fthux/quietweather/issues/3", "2018-08-28", &[12]),
    source("https://github.com/xenv/gushici/issues/23", "2024-06-20", &[13]),
    source("https://github.com/cytle/wechat_web_devtools/issues/262", "2019-07-31", &[14, 50]),
    source("https://github.com/jasondu/wxa-plugin-canvas/issues/109", "", &[14]),
    source("https://github.com/tennessine/paho.mqtt.wxapp/issues/1", "2017-04", &[15]),
    source("https://www.jianshu.com/p/bbf195c1796f", "", &[16]),
    source("https://github.com/komeiji-satori/websocket_live/issues/1", "2018-12-21", &[18, -107]),
    source("https://github.com/websockets/ws/issues/1275", "2018-01-08", &[19]),
    source("https://github.com/miguelgrinberg/Flask-SocketIO/issues/616", "", &[19]),
    source("https://jishuzhan.net/article/2011234083541139457", "2026-01", &[20]),
    source("https://blog.csdn.net/darui_lili/article/details/121334223", "", &[21]),
    source("https://developers.weixin.qq.com/doc/oplatform/Website_App/guide/domain.md", "", &[21]),
    source("https://developers.weixin.qq.com/community/", "", &[22]),
    source("https://opendocs.alipay.com/", "", &[23, 24]),
    source(
        "https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/api/network/http/tt-request",
        "",
        &[25],
    ),
    source(
        "https://developer.open-douyin.com/docs/resource/zh-CN/thirdparty/API/smallprogram/auth-app-manage/base-info/modify-domain-v2",
        "2024-01-17",
        &[26, 59],
    ),
    source("https://github.com/react/react-native/issues/7306", "2017", &[28]),
    source("https://github.com/mudkipme/MoeMemosAndroid/issues/147", "2024-02-16", &[29]),
    source("https://github.com/immich-app/immich/issues/14099", "2024-12-10", &[30]),
    source("https://github.com/binwiederhier/ntfy/issues/910", "2023-10-17", &[31]),
    source("https://github.com/binwiederhier/ntfy/issues/1270", "2025-01-29", &[32]),
    source("https://github.com/acmesh-official/acme.sh/issues/5005", "2024-02-19", &[33, -202]),
    source("https://github.com/bitwarden/server/issues/514", "2019-07-26", &[34]),
    source("https://github.com/dani-garcia/vaultwarden/issues/4107", "2023-11-28", &[35]),
    source("https://pub.dev/documentation/aia_chaser/latest/", "", &[36, 37, 50]),
    source("https://docs.ros.org/en/api/grpc/html/cronet__status_8h.html", "", &[38]),
    source("https://docs.ros.org/en/api/grpc/html/cronet__status_8h.html", "", CHROMIUM),
    source("https://api.dotnetbrowser.dev/3.3.6/api/DotNetBrowser.Net.NetError.html", "", CHROMIUM),
    source("https://github.com/dehydrated-io/dehydrated/issues/26", "2015-12-08", &[39]),
    source("https://github.com/zealot128/ruby-acme-cli/issues/1", "", &[39]),
    source("https://github.com/xdtianyu/scripts/issues/30", "2016", &[39]),
    source("https://github.com/xdtianyu/scripts/issues/20", "2016-04", &[40]),
    source("https://github.com/certd/certd/issues/259", "2024-12-03", &[40]),
    source("https://github.com/certimate-go/certimate/issues/486", "2025-03-06", &[40]),
    source("https://github.com/nginx/nginx/pull/541", "2026-06", &[41]),
    source("http://www.kouhan.cn/en/article/00040216", "", &[42]),
    source("https://errorcanon.top/errors/nginx/ssl-pem-format-error", "", &[44]),
    source("https://www.dns.com/en/supports/2620.html", "", &[45]),
    source("https://github.com/mozilla/ssl-config-generator/issues/188", "2023-01-02", &[47, 48]),
    source("https://github.com/openssl/openssl/issues/15859", "", &[47, 48]),
    source("https://github.com/karljohns0n/nginx-more/issues/35", "2022-08", &[47, 48]),
    source("https://github.com/google/conscrypt/issues/852", "2020-06-11", &[49]),
    source("https://github.com/shred/acme4j/issues/71", "2018-12-31", &[49]),
    source("https://github.com/ctt-gob-es/clienteafirma/issues/454", "2025-05-28", &[49]),
    source("https://www.fixwikihub.com/articles/fix-nginx-ssl-certificate-error", "2026-04", &[50]),
    source("https://f2er.com/weapp/43529.html", "", &[51]),
    source("https://help.aliyun.com/zh/cdn/user-guide/certificate-formats", "", &[53]),
    source("https://edgeone.ai/zh/document/65946", "", &[53]),
    source("https://cloud.tencent.com/developer/article/2038582", "2022-07-02", &[53]),
    source("https://github.com/mitmproxy/mitmproxy/pull/8142", "2026-03-23", &[54, -213]),
    source("https://letsencrypt.org/certificates/", "2026-07-08", &[55]),
    source("https://letsencrypt.org/2025/05/14/ending-tls-client-authentication", "2025-05-14", &[56]),
    source("https://letsencrypt.org/2025/08/06/ocsp-service-has-reached-end-of-life", "2025-08-06", &[57]),
    source("https://github.com/transistorsoft/cordova-background-geolocation-lt/issues/1435", "", &[-1200]),
    source("https://github.com/AFNetworking/AFNetworking/pull/3191", "", &[-1202, -9813]),
    source("https://github.com/globules-io/cordova-plugin-ios-xhr/issues/9", "2020-10-14", &[-1202, -9807]),
    source("https://github.com/AFNetworking/AFNetworking/issues/4031", "2017-08-24", &[-1205]),
    source("https://github.com/EddyVerbruggen/SSLCertificateChecker-PhoneGap-Plugin/issues/33", "2016-08-23", &[-9801]),
    source("https://github.com/NativeScript/NativeScript/issues/7351", "2019-06-13", &[-9802]),
    source("https://github.com/carekit-apple/IBM-HyperProtectMBaaS/issues/21", "2020-05-28", &[-9807]),
    source(
        "https://github.com/apple-oss-distributions/Security",
        "2025-10-16",
        &[
            -9801, -9802, -9807, -9808, -9809, -9812, -9813, -9814, -9815, -9824, -9836, -9843, -9850, -9880, -9881,
            -9882, -9883, -9884, -9885, -9886,
        ],
    ),
];
