//! What platforms say of addresses, of their lists, and of the certificate behind.

use super::{
    CaseFile,
    issued::{complete, good},
    public_roots,
};
use crate::support::{
    case_file::Case,
    mint::{Cert, bundle},
};
use certloupe::report::Platform;

pub fn files() -> Vec<CaseFile> {
    vec![
        ("plt001", schemes()),
        ("plt002", hosts()),
        ("plt003", ports()),
        ("plt004", domains()),
        ("plt005", forbidden()),
        ("plt006", certificates()),
        ("plt007", by_hand()),
        ("plt009", counts()),
    ]
}

/// A chain that every phone takes, for `shop.example.com` and `www.shop.example.com`.
fn right() -> String {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    bundle(&[&good().issued_by(&issuer), &issuer])
}

/// On every platform.
fn everywhere(name: &str, pasted: impl AsRef<[u8]>) -> Case {
    Platform::ALL.iter().fold(Case::new(name, pasted), |case, platform| case.on(*platform))
}

fn schemes() -> Vec<Case> {
    vec![
        everywhere("http", right()).url("http://shop.example.com/v1"),
        everywhere("ws", right()).url("ws://shop.example.com/v1"),
        everywhere("none", right()).url("shop.example.com/v1"),
        everywhere("https and wss", right()).url("https://shop.example.com/v1").url("wss://shop.example.com/v1"),
        everywhere("the other scheme for each", right())
            .url("socket=https://shop.example.com/ws")
            .url("upload=wss://shop.example.com/up")
            .url("request=wss://shop.example.com/v1"),
        everywhere("listed for each use, all platforms at once", right())
            .url("https://shop.example.com/")
            .url("wss://shop.example.com/")
            .listed("https://shop.example.com")
            .listed("wss://shop.example.com"),
        everywhere("listed with http", right()).url("https://shop.example.com/").listed("http://shop.example.com"),
    ]
}

fn hosts() -> Vec<Case> {
    vec![
        everywhere("the device itself", right()).url("https://localhost:8080/").url("https://127.1/"),
        everywhere("a public address", right()).url("https://203.0.113.7/"),
        everywhere("an address of the local network", right()).url("https://192.168.1.7/"),
        everywhere("a public address over UDP and TCP", right())
            .url("udp://203.0.113.7:5000")
            .url("tcp://203.0.113.7:5000"),
        everywhere("a template", right()).url("https://${host}/api"),
        everywhere("a port that is none", right()).url("https://shop.example.com:99999/"),
        everywhere("names of one's own network", right()).url("https://backend/x").url("https://nas.local/"),
        everywhere("an underscore", right()).url("webview=https://m_x.example.com/"),
        everywhere("no names on the list", right())
            .url("https://shop.example.com/")
            .listed("https://203.0.113.7;localhost；:::"),
    ]
}

fn ports() -> Vec<Case> {
    let called = |name: &str, url: &str| everywhere(name, right()).url(url);
    vec![
        called("443 written out", "https://shop.example.com:443/"),
        called("another port, and no list", "https://shop.example.com:8443/"),
        called("another port, listed", "https://shop.example.com:8443/").listed("https://shop.example.com:8443"),
        called("another port, listed without", "https://shop.example.com:8443/").listed("https://shop.example.com"),
        called("no port, listed with one", "https://shop.example.com/").listed("https://shop.example.com:8443"),
        called("a socket with a port", "wss://shop.example.com:8443/").listed("wss://shop.example.com"),
    ]
}

fn domains() -> Vec<Case> {
    let called = |name: &str, url: &str| everywhere(name, right()).url(url);
    vec![
        called("listed itself", "https://shop.example.com/").listed("https://shop.example.com"),
        called("listed beside others", "https://shop.example.com/")
            .listed("https://api.example.com;https://shop.example.com、https://www.example.com"),
        called("a parent is listed", "https://www.shop.example.com/").listed("https://shop.example.com"),
        called("a wildcard is listed", "https://www.shop.example.com/").listed("https://*.shop.example.com"),
        called("listed for uploads only", "https://shop.example.com/").listed("upload=https://shop.example.com"),
        called("a sister is listed", "https://www.shop.example.com/").listed("https://api.example.com"),
        called("a wss entry for https", "https://shop.example.com/").listed("wss://shop.example.com"),
        called("an https entry for wss", "wss://shop.example.com/").listed("https://shop.example.com"),
        called("an upload, and a list of requests", "upload=https://shop.example.com/")
            .listed("request=https://shop.example.com"),
        called("a public suffix is listed", "https://shop.example.com.cn/").listed("com.cn"),
        called("a stranger is listed", "https://shop.example.com/").listed("https://shop.example.net"),
    ]
}

fn forbidden() -> Vec<Case> {
    let hosts = ["api.weixin.qq.com", "openapi.baidu.com", "api.q.qq.com"];
    hosts.map(|host| everywhere(host, right()).url(&format!("https://{host}/x"))).into()
}

fn certificates() -> Vec<Case> {
    let wanted = |name: &str, pasted: String| everywhere(name, pasted).url("https://shop.example.com/");
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let ended = good().valid("2026-01-01", "2026-03-01").issued_by(&issuer);
    vec![
        wanted("right", right()),
        wanted("the server certificate alone", good().issued_by(&issuer).pem()),
        wanted("a private root", complete(good())),
        wanted("another name", {
            let other = Cert::server(&["other.example.com"]).issued_by(&issuer);
            bundle(&[&other, &issuer])
        }),
        wanted("another host beside", right()).url("https://cdn.example.net/"),
        wanted("a neighbour beside", right()).url("https://img.shop.example.com/"),
        wanted("another host beside, named", right()).url("https://cdn.example.net/").host("cdn.example.net"),
        everywhere("none of the hosts", right()).url("https://cdn.example.net/").url("https://img.example.net/"),
        wanted("ended", bundle(&[&ended, &issuer])),
        wanted("not for servers", {
            let mail = good().eku(&["1.3.6.1.5.5.7.3.4"]).issued_by(&issuer);
            bundle(&[&mail, &issuer])
        }),
    ]
}

fn by_hand() -> Vec<Case> {
    vec![
        everywhere("something is called", right()).url("https://shop.example.com/"),
        everywhere("nothing is called", right()),
        everywhere("a page in a web-view", right()).url("webview=https://shop.example.com/page"),
        everywhere("a page in a web-view with a port", right())
            .url("https://shop.example.com/v1")
            .url("webview=https://www.shop.example.com:8443/page")
            .listed("webview=https://shop.example.com:8443"),
    ]
}

fn counts() -> Vec<Case> {
    let many = |name: &str, count: usize| {
        const LIMITED: [Platform; 7] = [
            Platform::WeChat,
            Platform::WeChatWebView,
            Platform::Baidu,
            Platform::Qq,
            Platform::Huawei,
            Platform::Alipay,
            Platform::Douyin,
        ];
        let case = LIMITED.iter().fold(Case::new(name, right()), |case, platform| case.on(*platform));
        (0..count)
            .fold(case.host("shop.example.com"), |case, number| case.listed(&format!("https://h{number}.example.com")))
    };
    let web_views = |count: usize| {
        let case = [Platform::Douyin, Platform::Huawei, Platform::WeChat]
            .iter()
            .fold(Case::new(&format!("{count} web-views"), right()), |case, platform| case.on(*platform));
        (0..count).fold(case.host("shop.example.com"), |case, number| {
            case.listed(&format!("webview=https://h{number}.example.com"))
        })
    };
    let prefetched = |count: usize| {
        let case = Case::new(&format!("{count} looked up in advance"), right()).on(Platform::WeChat);
        (0..count)
            .fold(case.host("shop.example.com"), |case, number| case.listed(&format!("prefetch=h{number}.example.com")))
    };
    let called = |name: &str, count: usize, url: fn(usize) -> String| {
        let case = Case::new(name, right()).on(Platform::Qq).on(Platform::Alipay);
        (0..count).fold(case, |case, number| case.url(&url(number)))
    };
    vec![
        called("22 ports of one socket", 22, |number| format!("wss://shop.example.com:{}/", 8_000 + number)),
        called("32 hosts of one domain", 32, |number| format!("https://h{number}.example.com/")),
        prefetched(5),
        prefetched(6),
        many("20 entries", 20),
        many("21 entries", 21),
        many("301 entries", 301),
        web_views(20),
        web_views(21),
        web_views(101),
    ]
}
