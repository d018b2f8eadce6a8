use crate::report::Platform;

/// An identifier in the table of rules.
pub type RuleId = &'static str;

/// What a platform asks. What is nowhere written is absent: nothing is asked for that could not be sourced.
#[derive(Clone, Copy, Debug)]
pub struct Features {
    /// The schemes that it takes.
    pub schemes: Option<(RuleId, &'static [&'static str])>,
    /// Which hosts it takes besides names.
    pub hosts: Option<HostRule>,
    /// How ports are compared with its list.
    pub ports: Option<(RuleId, PortRule)>,
    /// What an entry of its list covers.
    pub domains: Option<(RuleId, DomainRule)>,
    /// A host that may not be called.
    pub forbidden: Option<(RuleId, &'static str)>,
    /// Most entries of one list.
    pub most: Option<(RuleId, usize)>,
    /// What it says of certificates.
    pub certificate: CertificateRules,
    /// What nobody can see from here.
    pub by_hand: &'static [RuleId],
}

/// Hosts that are addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostRule {
    /// No address and no `localhost`.
    pub rule: RuleId,
    /// Addresses of the local network are taken.
    pub local: bool,
}

/// How ports are compared with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortRule {
    /// The port of the address is that of the entry; where one has none the other has none either, not even 443. For
    /// sockets every port will do.
    Exact,
    /// An entry has no port, and an address may have any.
    NotInEntries,
    /// Neither has one.
    Nowhere,
}

/// What an entry covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DomainRule {
    /// Its own name.
    Exact,
    /// Its own name and every name below.
    Below,
    /// Every name of the domain that people register.
    Registrable,
}

/// What a platform says of certificates, by topic; none where it says nothing, though its phones may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CertificateRules {
    /// The chain is complete.
    pub chain: Option<RuleId>,
    /// It ends in a root of the system.
    pub trust: Option<RuleId>,
    /// The host is among the names.
    pub name: Option<RuleId>,
    /// It is valid now.
    pub date: Option<RuleId>,
}

impl CertificateRules {
    const NONE: Self = Self { chain: None, trust: None, name: None, date: None };

    const fn all(rule: RuleId) -> Self {
        Self { chain: Some(rule), trust: Some(rule), name: Some(rule), date: Some(rule) }
    }
}

const NOTHING: Features = Features {
    schemes: None,
    hosts: None,
    ports: None,
    domains: None,
    forbidden: None,
    most: None,
    certificate: CertificateRules::NONE,
    by_hand: &[],
};

const WECHAT_CERTIFICATE: CertificateRules = CertificateRules {
    chain: Some("wx.cert.chain"),
    trust: Some("wx.cert.trust"),
    name: Some("wx.cert.name"),
    date: Some("wx.cert.date"),
};

static WECHAT: Features = Features {
    schemes: Some(("wx.scheme.http", &["https", "wss", "udp", "tcp"])),
    hosts: Some(HostRule { rule: "wx.host.ip", local: true }),
    ports: Some(("wx.port.exact", PortRule::Exact)),
    domains: Some(("wx.domain.exact", DomainRule::Exact)),
    forbidden: Some(("wx.domain.forbidden", "api.weixin.qq.com")),
    most: Some(("wx.domain.max", 200)),
    certificate: WECHAT_CERTIFICATE,
    by_hand: &["wx.domain.icp", "wx.redirect.listed"],
};

static WECHAT_WEB_VIEW: Features = Features {
    schemes: Some(("wx.biz.https", &["https"])),
    hosts: Some(HostRule { rule: "wx.biz.https", local: false }),
    domains: Some(("wx.biz.subdomain", DomainRule::Below)),
    most: Some(("wx.biz.max", 300)),
    certificate: WECHAT_CERTIFICATE,
    by_hand: &["wx.biz.icp24", "wx.biz.account", "wx.biz.file", "wx.biz.redirect_http"],
    ..NOTHING
};

static ALIPAY: Features = Features {
    schemes: Some(("ali.scheme", &["https", "wss"])),
    domains: Some(("ali.domain.registrable", DomainRule::Registrable)),
    certificate: CertificateRules::all("ali.cert"),
    by_hand: &["ali.republish"],
    ..NOTHING
};

static DOUYIN: Features = Features {
    schemes: Some(("dy.scheme", &["https", "wss"])),
    hosts: Some(HostRule { rule: "dy.host", local: true }),
    ports: Some(("dy.port.exact", PortRule::Exact)),
    by_hand: &["dy.icp"],
    ..NOTHING
};

static DOUYIN_GAME: Features = Features {
    schemes: Some(("dyg.scheme", &["https", "wss"])),
    hosts: Some(HostRule { rule: "dyg.host", local: true }),
    ports: Some(("dyg.port", PortRule::NotInEntries)),
    certificate: CertificateRules::all("dyg.cert.chain"),
    by_hand: &["dyg.icp"],
    ..NOTHING
};

static BAIDU: Features = Features {
    schemes: Some(("bd.scheme", &["https", "wss"])),
    hosts: Some(HostRule { rule: "bd.host", local: false }),
    ports: Some(("bd.port", PortRule::Nowhere)),
    forbidden: Some(("bd.forbidden", "openapi.baidu.com")),
    most: Some(("bd.max", 20)),
    by_hand: &["bd.icp"],
    ..NOTHING
};

static QQ: Features = Features {
    schemes: Some(("qq.scheme", &["https", "wss"])),
    hosts: Some(HostRule { rule: "qq.host", local: false }),
    ports: Some(("qq.port.exact", PortRule::Exact)),
    forbidden: Some(("qq.forbidden", "api.q.qq.com")),
    most: Some(("qq.max", 20)),
    certificate: CertificateRules::all("qq.cert"),
    by_hand: &["qq.icp"],
    ..NOTHING
};

static HUAWEI: Features = Features { most: Some(("hw.max", 200)), ..NOTHING };

static TCSAS: Features = Features {
    hosts: Some(HostRule { rule: "tc.host", local: true }),
    ports: Some(("tc.port", PortRule::NotInEntries)),
    domains: Some(("tc.parent", DomainRule::Exact)),
    ..NOTHING
};

static SILENT: Features = NOTHING;

impl Features {
    /// Whether an address has a scheme that the platform takes; any, where nothing is known.
    pub fn takes_scheme(&self, scheme: &str) -> bool {
        self.schemes.is_none_or(|(_, schemes)| schemes.contains(&scheme))
    }
}

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
        Platform::Kuaishou | Platform::MobileWeb | Platform::IosApp | Platform::AndroidApp => &SILENT,
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
            let asked = features(*platform);
            let CertificateRules { chain, trust, name, date } = asked.certificate;
            let named = [
                asked.schemes.map(|it| it.0),
                asked.hosts.map(|it| it.rule),
                asked.ports.map(|it| it.0),
                asked.domains.map(|it| it.0),
                asked.forbidden.map(|it| it.0),
                asked.most.map(|it| it.0),
                chain,
                trust,
                name,
                date,
            ];
            for id in named.into_iter().flatten().chain(asked.by_hand.iter().copied()) {
                assert!(rule(id).is_some(), "{}: {id}", platform.id());
            }
        }
    }
}
