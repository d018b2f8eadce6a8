use super::{
    Lang, Pair, cause, claims,
    kinds::{input, role},
    meaning,
};
use crate::report::wire::{Profile, Switch};
use crate::report::{Platform, RevocationReason, Skipped, Term};

/// The word for a term.
pub const fn term(term: Term) -> Pair {
    match term {
        Term::Role(part) => role(part),
        Term::Input(kind) => input(kind),
        Term::Switch(it) => switch(it),
        Term::Profile(it) => profile(it),
        Term::Hop(kind) => super::hops::kind(kind),
        Term::Cloud(cloud) => super::hops::cloud(cloud),
        Term::Reason(why) => reason(why),
        Term::Cause(it) => cause(it).title,
        Term::CauseWhy(it) => cause(it).why,
        Term::Remedy(it) => cause(it).fix,
        Term::Symptom(id) => match meaning(id) {
            Some(meaning) => meaning,
            None => const { Pair::new("it failed", "出错了") },
        },
        Term::Platform(platform) => platform_title(platform),
        Term::Claim(it) => claims::claim(it).title,
        Term::ClaimRight(it) => claims::claim(it).why,
        Term::ClaimRemedy(it) => claims::claim(it).fix,
        Term::Standing(it) => claims::standing(it),
        Term::Telling(it) => claims::telling(it),
        Term::Ground(it) => claims::ground(it),
    }
}

/// What people call a part of a configuration.
pub const fn switch(switch: Switch) -> Pair {
    match switch {
        Switch::Redirect => const { Pair::new("the redirect to HTTPS", "跳转到 HTTPS") },
        Switch::Hsts => const { Pair::new("HSTS", "HSTS") },
        Switch::Http2 => const { Pair::new("HTTP/2", "HTTP/2") },
        Switch::Http3 => const { Pair::new("HTTP/3", "HTTP/3") },
        Switch::WebSocket => const { Pair::new("WebSockets", "WebSocket") },
        Switch::Stapling => const { Pair::new("OCSP stapling", "OCSP 装订") },
        Switch::Tickets => const { Pair::new("session tickets", "会话票据") },
        Switch::Hybrid => const { Pair::new("X25519MLKEM768", "X25519MLKEM768") },
        Switch::BothKeys => const { Pair::new("a second certificate", "双证书") },
        Switch::ProxyProtocol => const { Pair::new("the PROXY protocol", "PROXY 协议") },
    }
}

/// What people call the clients that a configuration is for.
pub const fn profile(profile: Profile) -> Pair {
    match profile {
        Profile::Modern => const { Pair::new("Modern", "现代") },
        Profile::Compatible => const { Pair::new("Compatible", "兼容") },
        Profile::MiniProgram => const { Pair::new("Mini-program", "小程序") },
        Profile::Legacy => const { Pair::new("Legacy", "老旧") },
    }
}

/// Why an address in code does not count.
pub const fn skipped(why: Skipped) -> Pair {
    match why {
        Skipped::Comment => const { Pair::new("in a comment", "在注释里") },
        Skipped::Template => const { Pair::new("put together at run time", "运行时才拼接") },
        Skipped::Namespace => const { Pair::new("a namespace, not a call", "只是命名空间，程序不会请求") },
        Skipped::Link => const { Pair::new("a link, not a call", "只是链接，程序不会请求") },
        Skipped::Dependency => const { Pair::new("in a dependency", "在依赖包里") },
    }
}

/// What people call a platform.
pub const fn platform_title(platform: Platform) -> Pair {
    match platform {
        Platform::WeChat => const { Pair::new("WeChat mini-program", "微信小程序") },
        Platform::WeChatGame => const { Pair::new("WeChat mini-game", "微信小游戏") },
        Platform::WeChatWebView => const { Pair::new("WeChat web-view", "微信 web-view 网页") },
        Platform::Alipay => const { Pair::new("Alipay mini-program", "支付宝小程序") },
        Platform::Douyin => const { Pair::new("Douyin mini-program", "抖音小程序") },
        Platform::DouyinGame => const { Pair::new("Douyin mini-game", "抖音小游戏") },
        Platform::Baidu => const { Pair::new("Baidu smart program", "百度智能小程序") },
        Platform::Qq => const { Pair::new("QQ mini-program", "QQ 小程序") },
        Platform::Kuaishou => const { Pair::new("Kuaishou mini-program", "快手小程序") },
        Platform::Huawei => const { Pair::new("Huawei atomic service", "华为元服务") },
        Platform::Tcsas => const { Pair::new("Tencent Super App (TCSAS)", "腾讯云小程序平台") },
        Platform::MobileWeb => const { Pair::new("Mobile browser", "手机浏览器") },
        Platform::IosApp => const { Pair::new("iOS app", "iOS 应用") },
        Platform::AndroidApp => const { Pair::new("Android app", "安卓应用") },
    }
}

const fn reason(why: RevocationReason) -> Pair {
    match why {
        RevocationReason::Unspecified => const { Pair::new("not given", "未说明") },
        RevocationReason::KeyCompromise => const { Pair::new("private key compromised", "私钥泄露") },
        RevocationReason::CaCompromise => const { Pair::new("key of the CA compromised", "CA 私钥泄露") },
        RevocationReason::AffiliationChanged => {
            const { Pair::new("the holder’s details changed", "持有者信息变更") }
        }
        RevocationReason::Superseded => const { Pair::new("replaced by another certificate", "已被新证书取代") },
        RevocationReason::CessationOfOperation => const { Pair::new("no longer in use", "不再使用") },
        RevocationReason::CertificateHold => const { Pair::new("on hold", "暂停使用") },
        RevocationReason::RemoveFromCrl => const { Pair::new("taken off the list", "已移出列表") },
        RevocationReason::PrivilegeWithdrawn => const { Pair::new("the CA withdrew its approval", "资格被撤销") },
        RevocationReason::AaCompromise => const { Pair::new("attribute authority compromised", "属性机构私钥泄露") },
    }
}

/// What people call a client; one without a name here keeps its identifier.
pub fn client_title(id: &str, lang: Lang) -> &str {
    const TITLES: [(&str, Pair); 10] = [
        ("android", Pair::new("Android", "安卓")),
        ("wechat-android", Pair::new("WeChat on Android", "微信（安卓）")),
        ("ios", Pair::new("iOS", "iOS")),
        ("macos", Pair::new("macOS", "macOS")),
        ("windows", Pair::new("Windows", "Windows")),
        ("chrome", Pair::new("Chrome", "Chrome")),
        ("firefox", Pair::new("Firefox", "Firefox")),
        ("java", Pair::new("Java", "Java")),
        ("debian", Pair::new("Debian", "Debian")),
        ("ubuntu", Pair::new("Ubuntu", "Ubuntu")),
    ];
    TITLES.iter().find(|(own, _)| *own == id).map_or(id, |(_, title)| title.lang(lang))
}
