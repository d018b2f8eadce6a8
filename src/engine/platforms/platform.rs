use super::features::{CertificateRules, DomainRule, Features, HostRule, Limit, PortRule};
use crate::report::Platform;
use crate::report::message::PlatformMessage;

const NOTHING: Features = Features {
    schemes: None,
    cleartext: None,
    hosts: None,
    ports: None,
    sockets: None,
    domains: None,
    forbidden: None,
    most: &[],
    lists: None,
    certificate: CertificateRules::NONE,
    tls: None,
    transport_security: None,
    by_hand: &[],
};

const WECHAT_CERTIFICATE: CertificateRules = CertificateRules {
    chain: Some("wx.cert.chain"),
    trust: Some("wx.cert.trust"),
    name: Some("wx.cert.name"),
    date: Some("wx.cert.date"),
    given_up: Some("wx.cert.untrusted_ca"),
};

static WECHAT: Features = Features {
    schemes: Some(("wx.scheme.http", &["https", "wss", "udp", "tcp"])),
    hosts: Some(HostRule {
        rule: "wx.host.ip",
        loopback: "wx.host.loopback",
        packets: "wx.udp",
        local: true,
        plain: false,
    }),
    ports: Some(("wx.port.exact", PortRule::Exact)),
    sockets: Some("wx.port.wss"),
    domains: Some(("wx.domain.exact", DomainRule::Exact)),
    forbidden: Some(("wx.domain.forbidden", "api.weixin.qq.com")),
    most: &[
        Limit::of_list("wx.domain.max", 200),
        Limit { rule: "wx3p.domain.max", most: 1_000, above: 200, says: PlatformMessage::ProviderLimit },
        Limit { rule: "wx.dnsprefetch.max", most: 5, above: 5, says: PlatformMessage::PrefetchLimit },
    ],
    certificate: WECHAT_CERTIFICATE,
    tls: Some("wx.tls.min12"),
    transport_security: Some("wx.cert.ats"),
    by_hand: &["wx.domain.icp", "wx.redirect.listed", "wx.domain.edits"],
    ..NOTHING
};

static WECHAT_WEB_VIEW: Features = Features {
    schemes: Some(("wx.biz.https", &["https"])),
    hosts: Some(HostRule { plain: true, ..HostRule::one("wx.biz.https", false) }),
    domains: Some(("wx.biz.subdomain", DomainRule::Below)),
    most: &[Limit::of_list("wx.biz.max", 300)],
    certificate: WECHAT_CERTIFICATE,
    by_hand: &["wx.biz.icp24", "wx.biz.account", "wx.biz.file", "wx.biz.redirect_http"],
    ..NOTHING
};

static ALIPAY: Features = Features {
    schemes: Some(("ali.scheme", &["https", "wss"])),
    domains: Some(("ali.domain.registrable", DomainRule::Registrable)),
    most: &[Limit { rule: "mpaas.max", most: 30, above: 30, says: PlatformMessage::MpaasLimit }],
    certificate: CertificateRules::all("ali.cert"),
    by_hand: &["ali.republish"],
    ..NOTHING
};

static DOUYIN: Features = Features {
    schemes: Some(("dy.scheme", &["https", "wss"])),
    hosts: Some(HostRule::one("dy.host", true)),
    ports: Some(("dy.port.exact", PortRule::Exact)),
    most: &[Limit { rule: "dy.3p.max", most: 20, above: 20, says: PlatformMessage::ProviderLimit }],
    by_hand: &["dy.icp"],
    ..NOTHING
};

static DOUYIN_WEB_VIEW: Features = Features {
    hosts: Some(HostRule::one("dy.web.enterprise", false)),
    ports: Some(("dy.web.enterprise", PortRule::NotInEntries)),
    most: &[Limit::of_list("dy.web.enterprise", 20)],
    by_hand: &["dy.web.enterprise"],
    ..NOTHING
};

static DOUYIN_GAME: Features = Features {
    schemes: Some(("dyg.scheme", &["https", "wss"])),
    hosts: Some(HostRule::one("dyg.host", true)),
    ports: Some(("dyg.port", PortRule::NotInEntries)),
    certificate: CertificateRules::all("dyg.cert.chain"),
    tls: Some("dyg.tls"),
    transport_security: Some("dyg.ats"),
    by_hand: &["dyg.icp"],
    ..NOTHING
};

static BAIDU: Features = Features {
    schemes: Some(("bd.scheme", &["https", "wss"])),
    hosts: Some(HostRule::one("bd.host", false)),
    ports: Some(("bd.port", PortRule::Nowhere)),
    forbidden: Some(("bd.forbidden", "openapi.baidu.com")),
    most: &[
        Limit::of_list("bd.max", 20),
        Limit { rule: "bd.wildcard", most: 20, above: 20, says: PlatformMessage::WildcardEntry },
    ],
    by_hand: &["bd.icp"],
    ..NOTHING
};

static QQ: Features = Features {
    schemes: Some(("qq.scheme", &["https", "wss"])),
    hosts: Some(HostRule::one("qq.host", false)),
    ports: Some(("qq.port.exact", PortRule::Exact)),
    forbidden: Some(("qq.forbidden", "api.q.qq.com")),
    most: &[Limit::of_list("qq.max", 20)],
    certificate: CertificateRules::all("qq.cert"),
    transport_security: Some("qq.cert"),
    by_hand: &["qq.icp"],
    ..NOTHING
};

static KUAISHOU: Features =
    Features { lists: Some(("ks.lists", &["request", "socket", "upload_file", "download_file", "udp"])), ..NOTHING };

static HUAWEI: Features = Features {
    most: &[Limit::of_list("hw.max", 200)],
    lists: Some(("hw.lists", &["httpRequest", "upload", "download", "webSocket", "webView"])),
    ..NOTHING
};

static HUAWEI_WEB_VIEW: Features = Features { most: &[Limit::of_list("hw.max", 100)], ..NOTHING };

static TCSAS: Features = Features {
    schemes: Some(("tc.scheme", &["https", "wss", "tcp", "udp"])),
    hosts: Some(HostRule::one("tc.host", true)),
    ports: Some(("tc.port", PortRule::NotInEntries)),
    domains: Some(("tc.parent", DomainRule::Exact)),
    ..NOTHING
};

static IOS: Features = Features { cleartext: Some("apple.cleartext"), tls: Some("apple.tls"), ..NOTHING };

static ANDROID: Features = Features { cleartext: Some("android.cleartext"), tls: Some("android.tls13plus"), ..NOTHING };

static MOBILE_WEB: Features = NOTHING;

/// What a platform asks.
pub fn features(platform: Platform) -> &'static Features {
    match platform {
        Platform::WeChat | Platform::WeChatGame => &WECHAT,
        Platform::WeChatWebView => &WECHAT_WEB_VIEW,
        Platform::Alipay => &ALIPAY,
        Platform::Douyin => &DOUYIN,
        Platform::DouyinGame => &DOUYIN_GAME,
        Platform::Baidu => &BAIDU,
        Platform::Qq => &QQ,
        Platform::Huawei => &HUAWEI,
        Platform::Tcsas => &TCSAS,
        Platform::Kuaishou => &KUAISHOU,
        Platform::IosApp => &IOS,
        Platform::AndroidApp => &ANDROID,
        Platform::MobileWeb => &MOBILE_WEB,
    }
}

/// What a platform asks of the pages in its web-views, where they have a list of their own.
pub fn web_view_features(platform: Platform) -> Option<&'static Features> {
    match platform {
        Platform::WeChat => Some(&WECHAT_WEB_VIEW),
        Platform::Douyin => Some(&DOUYIN_WEB_VIEW),
        Platform::Huawei => Some(&HUAWEI_WEB_VIEW),
        _ => None,
    }
}

/// Whether a host belongs to a platform, which forbids it to everyone's programs.
pub fn is_forbidden(host: &str) -> bool {
    Platform::ALL.iter().any(|platform| features(*platform).forbidden.is_some_and(|(_, forbidden)| forbidden == host))
}

#[cfg(test)]
mod tests {
    use super::super::rule;
    use super::*;

    #[test]
    fn every_rule_that_is_asked_is_in_the_table() {
        for platform in Platform::ALL {
            for asked in [Some(features(*platform)), web_view_features(*platform)].into_iter().flatten() {
                for id in asked.rules() {
                    assert!(rule(id).is_some(), "{}: {id}", platform.id());
                }
            }
        }
    }
}
