use crate::report::Use;
use crate::report::message::PlatformMessage;

/// An identifier in the table of rules.
pub type RuleId = &'static str;

/// What a platform asks. What is nowhere written is absent: nothing is asked for that could not be sourced.
#[derive(Clone, Copy, Debug)]
pub struct Features {
    /// The schemes that it takes.
    pub schemes: Option<(RuleId, &'static [&'static str])>,
    /// Without TLS nothing is let out, unless the program makes an exception.
    pub cleartext: Option<RuleId>,
    /// Which hosts it takes besides names.
    pub hosts: Option<HostRule>,
    /// How ports are compared with its list.
    pub ports: Option<(RuleId, PortRule)>,
    /// Sockets may use every port of a listed host.
    pub sockets: Option<RuleId>,
    /// What an entry of its list covers.
    pub domains: Option<(RuleId, DomainRule)>,
    /// A host that may not be called.
    pub forbidden: Option<(RuleId, &'static str)>,
    /// How many hosts its lists take.
    pub most: &'static [Limit],
    /// What its lists are called in the console.
    pub lists: Option<(RuleId, &'static [&'static str])>,
    /// What it says of certificates.
    pub certificate: CertificateRules,
    /// Which TLS versions it wants.
    pub tls: Option<RuleId>,
    /// On iOS it goes by App Transport Security.
    pub transport_security: Option<RuleId>,
    /// What nobody can see from here.
    pub by_hand: &'static [RuleId],
}

/// Hosts that are addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostRule {
    /// No address and no `localhost`.
    pub rule: RuleId,
    /// No address of the device itself.
    pub loopback: RuleId,
    /// What holds of addresses that are called over UDP and TCP.
    pub packets: RuleId,
    /// Addresses of the local network are taken.
    pub local: bool,
    /// Names are of letters, digits and hyphens only.
    pub plain: bool,
}

impl HostRule {
    /// One rule for all of them.
    pub(super) const fn one(rule: RuleId, local: bool) -> Self {
        Self { rule, loopback: rule, packets: rule, local, plain: false }
    }
}

/// How many hosts a list takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The rule that says so.
    pub rule: RuleId,
    /// So many.
    pub most: usize,
    /// It is spoken of where there are more than these.
    pub above: usize,
    /// What is said then.
    pub says: PlatformMessage,
}

impl Limit {
    /// A list that takes no more.
    pub(super) const fn of_list(rule: RuleId, most: usize) -> Self {
        Self { rule, most, above: most, says: PlatformMessage::TooMany }
    }
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
    /// Its CA is one that systems have given up.
    pub given_up: Option<RuleId>,
}

impl CertificateRules {
    pub(super) const NONE: Self = Self { chain: None, trust: None, name: None, date: None, given_up: None };

    /// One rule for all that is asked of every certificate.
    pub(super) const fn all(rule: RuleId) -> Self {
        Self { chain: Some(rule), trust: Some(rule), name: Some(rule), date: Some(rule), given_up: None }
    }
}

/// The scheme of what is called in this way.
pub const fn scheme_for(used_for: Use) -> &'static str {
    match used_for {
        Use::Request | Use::Upload | Use::Download | Use::WebView | Use::Prefetch => "https",
        Use::Socket => "wss",
        Use::Udp => "udp",
        Use::Tcp => "tcp",
    }
}

impl Features {
    /// Whether an address has a scheme that the platform takes; any, where nothing is known.
    pub fn takes_scheme(&self, scheme: &str) -> bool {
        self.schemes.is_none_or(|(_, schemes)| schemes.contains(&scheme))
    }

    /// The same of an address with this scheme for this use.
    pub fn takes(&self, scheme: &str, used_for: Use) -> bool {
        self.schemes.is_none() || self.takes_scheme(scheme) && scheme == scheme_for(used_for)
    }

    /// Every rule that is named here.
    pub fn rules(&self) -> Vec<RuleId> {
        let CertificateRules { chain, trust, name, date, given_up } = self.certificate;
        let hosts = self.hosts.map(|it| [it.rule, it.loopback, it.packets]);
        let named = [
            self.schemes.map(|it| it.0),
            self.cleartext,
            self.ports.map(|it| it.0),
            self.sockets,
            self.domains.map(|it| it.0),
            self.forbidden.map(|it| it.0),
            self.lists.map(|it| it.0),
            chain,
            trust,
            name,
            date,
            given_up,
            self.tls,
            self.transport_security,
        ];
        let limits = self.most.iter().map(|limit| limit.rule);
        let by_hand = self.by_hand.iter().copied();
        named.into_iter().flatten().chain(hosts.into_iter().flatten()).chain(limits).chain(by_hand).collect()
    }
}
