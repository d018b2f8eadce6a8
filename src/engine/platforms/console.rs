use super::{Address, DomainRule, Features, Host, PortRule, features, is_plain_name, web_view_features};
use crate::engine::names::{registrable, unusual_name};
use crate::report::{Code, ConsoleList, LeftOut, Platform, Use};
use std::collections::BTreeSet;

/// A field of a console, and how it wants its entries.
#[derive(Clone, Copy, Debug)]
struct Field {
    name: &'static str,
    /// The uses whose addresses belong there.
    uses: &'static [Use],
    /// The scheme stands in front.
    scheme: bool,
    /// A port may stand behind, where the platform compares ports.
    port: bool,
}

/// A field that takes whole origins.
const fn field(name: &'static str, uses: &'static [Use]) -> Field {
    Field { name, uses, scheme: true, port: true }
}

/// The fields of a console.
type Console = &'static [Field];

const REQUEST: Field = field("request合法域名", &[Use::Request]);
const SOCKET: Field = field("socket合法域名", &[Use::Socket]);
const UPLOAD: Field = field("uploadFile合法域名", &[Use::Upload]);
const DOWNLOAD: Field = field("downloadFile合法域名", &[Use::Download]);
const UDP: Field = field("udp合法域名", &[Use::Udp]);
const TCP: Field = field("tcp合法域名", &[Use::Tcp]);
const WEB_VIEW: Field = field("web-view业务域名", &[Use::WebView]);

/// 业务域名 (WX-BIZ of the research on platform rules, seen 2026-11-21: letters, digits and hyphens, so no port).
const BUSINESS: Field = Field { port: false, ..field("业务域名", &[Use::WebView]) };

/// 服务器域名 of mini-programs (WX-MOD and WX-NET, seen 2026-11-21: `https://myserver.com:8080`, one list for each of six
/// uses), and 业务域名.
static WECHAT: Console = &[REQUEST, SOCKET, UPLOAD, DOWNLOAD, UDP, TCP, BUSINESS];

/// The same without pages: of mini-games, and of programs in the apps of others (TCSAS, 2026-02-11).
static WITHOUT_PAGES: Console = &[REQUEST, SOCKET, UPLOAD, DOWNLOAD, UDP, TCP];

static WECHAT_BUSINESS: Console = &[BUSINESS];

/// One list for whatever is requested, and one of pages (ALI-NET, seen 2026-11-21: `a.com`).
static ALIPAY: Console = &[
    Field {
        scheme: false, ..field("服务器域名白名单", &[Use::Request, Use::Upload, Use::Download, Use::Socket])
    },
    Field { scheme: false, ..field("H5域名配置", &[Use::WebView]) },
];

/// Four lists with the same names as WeChat's, and one of pages that takes neither scheme nor port (DY-APP and DY-3P, error
/// 40027, seen 2026-11-21).
static DOUYIN: Console = &[REQUEST, SOCKET, UPLOAD, DOWNLOAD, Field { scheme: false, port: false, ..WEB_VIEW }];

/// The same four, and one of pages (BD-NET and QQ-NET, seen 2026-11-21).
static FOUR: Console = &[REQUEST, SOCKET, UPLOAD, DOWNLOAD, WEB_VIEW];

/// KS-3P, 2024-02-04; whether a scheme is wanted is not said, so there is none to remove.
static KUAISHOU: Console = &[
    field("request", &[Use::Request]),
    field("socket", &[Use::Socket]),
    field("upload_file", &[Use::Upload]),
    field("download_file", &[Use::Download]),
    field("udp", &[Use::Udp]),
    field("webview", &[Use::WebView]),
];

/// HW-DOM, seen 2026-11-21: 完整的域名, `https://baidu.com:8080`.
static HUAWEI: Console = &[
    field("httpRequest服务器域名", &[Use::Request]),
    field("upload服务器域名", &[Use::Upload]),
    field("download服务器域名", &[Use::Download]),
    field("webSocket服务器域名", &[Use::Socket]),
    field("webView业务域名", &[Use::WebView]),
];

/// The console of a platform; empty where a program calls whom it likes.
fn console(platform: Platform) -> Console {
    match platform {
        Platform::WeChat => WECHAT,
        Platform::WeChatGame | Platform::Tcsas => WITHOUT_PAGES,
        Platform::WeChatWebView => WECHAT_BUSINESS,
        Platform::Alipay => ALIPAY,
        Platform::Douyin => DOUYIN,
        Platform::DouyinGame | Platform::Baidu | Platform::Qq => FOUR,
        Platform::Kuaishou => KUAISHOU,
        Platform::Huawei => HUAWEI,
        Platform::MobileWeb | Platform::IosApp | Platform::AndroidApp => &[],
    }
}

/// The field of a platform's console that addresses of this use are listed in.
pub fn list_of(platform: Platform, used_for: Use) -> Option<&'static str> {
    console(platform).iter().find(|field| field.uses.contains(&used_for)).map(|field| field.name)
}

/// The addresses that a platform is asked about, each with its use there: the web-view of WeChat about pages only. Where
/// none is said to be one, what is requested is meant.
pub fn asked_about(platform: Platform, called: &[Address]) -> impl Iterator<Item = (&Address, Use)> {
    let pages_only = platform == Platform::WeChatWebView;
    let says_page = called.iter().any(|it| it.used_for == Use::WebView);
    called.iter().filter_map(move |address| match address.used_for {
        used_for if !pages_only => Some((address, used_for)),
        Use::Request if !says_page => Some((address, Use::WebView)),
        Use::WebView => Some((address, Use::WebView)),
        _ => None,
    })
}

/// What to enter into a platform's console for these addresses, one list for each field that gets any.
pub fn console_lists(platform: Platform, called: &[Address]) -> Vec<ConsoleList> {
    let list = |field: &Field| {
        let mut list = ConsoleList {
            name: field.name.to_owned(),
            uses: field.uses.to_vec(),
            entries: Vec::new(),
            left_out: Vec::new(),
        };
        let mut listed = BTreeSet::new();
        for (address, used_for) in asked_about(platform, called) {
            if !field.uses.contains(&used_for) {
                continue;
            }
            let web_view = web_view_features(platform).filter(|_| address.used_for == Use::WebView);
            match entry(web_view.unwrap_or(features(platform)), *field, address) {
                Ok(Some(entry)) if listed.insert(entry.clone()) => list.entries.push(entry),
                Ok(_) => (),
                Err(code) => list.left_out.push(LeftOut { url: address.text.clone(), code }),
            }
        }
        (!list.entries.is_empty() || !list.left_out.is_empty()).then_some(list)
    };
    console(platform).iter().filter_map(list).collect()
}

/// The entry for an address; nothing where it needs none, else why the platform does not take it.
fn entry(features: &Features, field: Field, address: &Address) -> Result<Option<String>, Code> {
    // Where no scheme is asked for, lists are still of what is encrypted.
    if !features.takes(&address.scheme, address.used_for) || matches!(address.scheme.as_str(), "http" | "ws") {
        return Err(Code::PLT001);
    }
    let name = match &address.host {
        Host::Name(name) if unusual_name(name).is_none() => name,
        Host::Local(_) if features.hosts.is_some_and(|rule| rule.local) => return Ok(None),
        _ => return Err(Code::PLT002),
    };
    if features.hosts.is_some_and(|rule| rule.plain) && !is_plain_name(name) {
        return Err(Code::PLT002);
    }
    if features.forbidden.is_some_and(|(_, forbidden)| forbidden == name) {
        return Err(Code::PLT005);
    }
    let domains = features.domains.map(|(_, rule)| rule);
    let name = match domains {
        Some(DomainRule::Registrable) => registrable(name).unwrap_or(name),
        _ => name,
    };
    let port = match features.ports.map(|(_, rule)| rule) {
        Some(PortRule::Nowhere) if address.port.is_some() => return Err(Code::PLT003),
        Some(PortRule::Nowhere | PortRule::NotInEntries) => None,
        // It is said of https only; for wss every port will do, and nothing is said of UDP and TCP.
        Some(PortRule::Exact) if address.scheme != "https" => None,
        // The port that is meant anyway: without it in the address, too, the two agree.
        _ if domains == Some(DomainRule::Registrable) => None,
        _ => address.port.filter(|port| field.port && *port != 443),
    };
    let scheme = if field.scheme { format!("{}://", scheme(address)) } else { String::new() };
    Ok(Some(match port {
        Some(port) => format!("{scheme}{name}:{port}"),
        None => format!("{scheme}{name}"),
    }))
}

/// The scheme of an address; where none was written, the one of its use.
fn scheme(address: &Address) -> &str {
    match (address.scheme.as_str(), address.used_for) {
        ("", Use::Socket) => "wss",
        ("", Use::Udp) => "udp",
        ("", Use::Tcp) => "tcp",
        ("", _) => "https",
        (scheme, _) => scheme,
    }
}

#[cfg(test)]
mod tests {
    use super::super::address;
    use super::*;

    fn lists(platform: Platform, urls: &[&str]) -> Vec<(String, Vec<String>, Vec<Code>)> {
        let called: Vec<_> = urls.iter().map(|url| address(url)).collect();
        let codes = |left_out: Vec<LeftOut>| left_out.into_iter().map(|it| it.code).collect();
        console_lists(platform, &called).into_iter().map(|it| (it.name, it.entries, codes(it.left_out))).collect()
    }

    const URLS: &[&str] = &[
        "https://api.example.com/v1",
        "https://api.example.com:443/v2",
        "https://api.example.com:8443/v3",
        "http://api.example.com/",
        "https://203.0.113.7/",
        "https://192.168.1.7/",
        "https://api.weixin.qq.com/cgi-bin/token",
        "wss://push.example.com:9443/ws",
        "upload=https://up.example.com.cn/",
        "webview=https://m.example.com/page",
        "udp://game.example.com:9000",
    ];

    #[test]
    fn each_console_gets_what_it_takes() {
        let row = |name: &str, entries: &[&str], codes: &[Code]| {
            (name.to_owned(), entries.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), codes.to_vec())
        };
        let wechat = [
            row(
                "request合法域名",
                &["https://api.example.com", "https://api.example.com:8443"],
                &[Code::PLT001, Code::PLT002, Code::PLT005],
            ),
            row("socket合法域名", &["wss://push.example.com"], &[]),
            row("uploadFile合法域名", &["https://up.example.com.cn"], &[]),
            row("udp合法域名", &["udp://game.example.com"], &[]),
            row("业务域名", &["https://m.example.com"], &[]),
        ];
        assert_eq!(lists(Platform::WeChat, URLS), wechat);
        assert_eq!(lists(Platform::WeChatWebView, URLS), [row("业务域名", &["https://m.example.com"], &[])]);
        let alipay = [
            row(
                "服务器域名白名单",
                &["example.com", "qq.com", "example.com.cn"],
                &[Code::PLT001, Code::PLT002, Code::PLT002],
            ),
            row("H5域名配置", &["example.com"], &[]),
        ];
        assert_eq!(lists(Platform::Alipay, URLS), alipay);
        let baidu = lists(Platform::Baidu, URLS);
        assert_eq!(baidu[0].1, ["https://api.example.com", "https://api.weixin.qq.com"]);
        assert_eq!(baidu[0].2, [Code::PLT003, Code::PLT003, Code::PLT001, Code::PLT002, Code::PLT002]);
        assert_eq!(lists(Platform::Huawei, &["https://a.example.com:8080/x"])[0].1, ["https://a.example.com:8080"]);
        assert_eq!(lists(Platform::Tcsas, &["https://a.example.com:8080/x"])[0].1, ["https://a.example.com"]);
        assert!(lists(Platform::IosApp, URLS).is_empty());
    }
    #[test]
    fn only_what_a_field_takes_is_proposed() {
        let entries = |platform: Platform, urls: &[&str]| {
            let all = lists(platform, urls).into_iter();
            all.map(|(_, entries, codes)| (entries, codes)).collect::<Vec<_>>()
        };
        let one = |entry: &str| vec![(vec![entry.to_owned()], Vec::new())];
        let out = |code: Code| vec![(Vec::new(), vec![code])];
        for platform in [Platform::Kuaishou, Platform::Huawei] {
            assert_eq!(entries(platform, &["a.example.com"]), one("https://a.example.com"));
            assert_eq!(entries(platform, &["socket=a.example.com"]), one("wss://a.example.com"));
            assert_eq!(entries(platform, &["http://a.example.com"]), out(Code::PLT001));
        }
        assert_eq!(entries(Platform::Tcsas, &["a.example.com"]), out(Code::PLT001));
        assert_eq!(entries(Platform::Tcsas, &["tcp://a.example.com:9"]), one("tcp://a.example.com"));
        for url in ["https://backend/x", "https://nas.local/", "https://db.internal/", "https://a.example.com:0/"] {
            assert_eq!(entries(Platform::WeChat, &[url]), out(Code::PLT002), "{url}");
        }
        let page = ["webview=https://m.example.com:8443/p"];
        assert_eq!(entries(Platform::Douyin, &page), one("m.example.com"));
        assert_eq!(entries(Platform::WeChat, &page), one("https://m.example.com"));
        assert_eq!(entries(Platform::WeChatWebView, &page), one("https://m.example.com"));
        assert_eq!(entries(Platform::WeChat, &["webview=https://m_x.example.com/"]), out(Code::PLT002));
        assert_eq!(entries(Platform::WeChatWebView, &["https://m.example.com"]), one("https://m.example.com"));
        assert_eq!(entries(Platform::WeChatWebView, &[page[0], "https://a.example.com"]), one("https://m.example.com"));
    }
}
