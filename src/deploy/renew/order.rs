//! The choices: what is asked for, checked, with every default filled in.

use crate::deploy::allow::Host;
use crate::deploy::checks::caa;
use crate::deploy::plan::{Place, Plan};
use crate::deploy::{TARGETS, commands::renewal, notes};
use crate::report::wire::DeployOptions;
use crate::report::{
    AcmeClient, CertificateSummary, Challenge, Code, Finding, KeyChoice, KeyFacts, RenewalOptions, Report, Timestamp,
    Value, is_public_suffix,
};
use crate::text::{Lang, Pair, page};

/// The organisation in the names of its CA certificates.
pub const LETS_ENCRYPT: &str = "Let's Encrypt";

/// What the parts of the answer are written from.
#[derive(Debug)]
pub struct Order<'a> {
    /// The facts.
    pub report: &'a Report,
    /// The server certificate.
    pub leaf: Option<&'a CertificateSummary>,
    /// As asked for, with the defaults filled in.
    pub options: RenewalOptions,
    /// What the certificate is to be for.
    pub hosts: Vec<Host>,
    /// How the server is configured; none without a server certificate.
    pub plan: Option<Plan>,
    /// Names that had to be left out.
    pub notes: Vec<Finding>,
    /// Whether the zone was typed: then records of other names stand elsewhere.
    pub zone_is_typed: bool,
    /// Wildcards that made the challenge another one than asked for.
    pub changed_for: Vec<String>,
    lang: Lang,
}

impl<'a> Order<'a> {
    /// The choices that follow from the report and the options.
    ///
    /// # Errors
    /// Everything that stands in the way, all at once.
    pub fn new(report: &'a Report, asked: &RenewalOptions, place: Place) -> Result<Self, Vec<Finding>> {
        let mut options = asked.clone();
        options.target = match (asked.client, asked.target.trim()) {
            // It gets certificates for itself only.
            (AcmeClient::Caddy, _) => "caddy".to_owned(),
            (_, "") => TARGETS.first().map_or_else(String::new, |target| target.id.to_owned()),
            (_, target) => target.to_owned(),
        };
        let leaf = report.leaf();
        let (plan, hosts, notes) = match leaf {
            Some(_) => {
                let deploy = DeployOptions {
                    target: options.target.clone(),
                    names: options.names.clone(),
                    ..DeployOptions::default()
                };
                let (plan, notes) = Plan::new(report, &deploy, place)?;
                if asked.client != AcmeClient::Caddy && renewal(&plan).is_ok_and(|lines| lines.is_empty()) {
                    return Err(vec![notes::renewed_elsewhere(plan.target)]);
                }
                let hosts = plan.hosts.clone();
                (Some(plan), hosts, notes.into_iter().filter(|note| note.code == Code::DEP004).collect())
            }
            None => (None, typed(&options.names)?, Vec::new()),
        };
        let wildcards = hosts.iter().filter(|host| matches!(host, Host::Wildcard(_))).map(ToString::to_string);
        let mut changed_for: Vec<String> = wildcards.collect();
        match options.challenge {
            Challenge::Http if !changed_for.is_empty() => options.challenge = Challenge::Dns,
            _ => changed_for.clear(),
        }
        options.names = hosts.iter().map(ToString::to_string).collect();
        options.zone = zone(asked, &hosts)?;
        let zone_is_typed = !typed_zone(asked).is_empty();
        let lang = Lang::from_tag(&asked.lang);
        options.lang = lang.tag().to_owned();
        Ok(Self { report, leaf, options, hosts, plan, notes, zone_is_typed, changed_for, lang })
    }

    /// A text without holes.
    pub fn text(&self, pair: Pair) -> &'static str {
        pair.lang(self.lang)
    }

    /// A text with its holes filled.
    pub fn fill<const N: usize>(&self, pair: Pair, arguments: [(&'static str, Value); N]) -> String {
        page::fill(pair, &arguments, self.lang)
    }

    /// The moment of the inspection.
    pub const fn now(&self) -> Timestamp {
        self.report.now
    }

    /// The names without addresses.
    pub fn names(&self) -> impl Iterator<Item = &Host> {
        self.hosts.iter().filter(|host| !matches!(host, Host::Ip(_)))
    }

    /// Days between the renewal of the certificate and its end: a third of a short lifetime, else 30.
    pub fn margin_days(&self) -> u32 {
        let margin = self.report.validity.map_or(30, |it| it.renew_at.days_until(it.not_after.plus_seconds(1)));
        u32::try_from(margin).unwrap_or(1).max(1)
    }

    /// The fewest days between renewal and end, of the certificate and of all that follow: lifetimes shrink.
    pub fn least_margin_days(&self) -> u32 {
        let margins = self.report.renewals.windows(2).filter_map(|pair| match pair {
            [renewal, next] => u32::try_from(next.at.days_until(renewal.not_after.plus_seconds(1))).ok(),
            _ => None,
        });
        margins.chain([self.margin_days()]).min().unwrap_or(1).max(1)
    }

    /// Whether the certificate signs itself: no CA stands behind it.
    pub fn is_self_signed(&self) -> bool {
        self.leaf.is_some_and(|leaf| leaf.issuer == leaf.subject)
    }

    /// Whether the certificate is Let's Encrypt's. Anybody can write that name: where the chain can be judged, a client
    /// has to trust it.
    pub fn is_from_lets_encrypt(&self) -> bool {
        let (trust, chain) = (&self.report.trust, &self.report.chain);
        let unjudged = trust.clients.is_empty() || (trust.supply_as_of.is_none() && !chain.complete);
        self.leaf.is_some_and(|leaf| caa::organisation(&leaf.issuer) == LETS_ENCRYPT)
            && (unjudged || trust.clients.iter().any(|client| client.way().is_some()))
    }

    /// The kind of key to ask for: that of the certificate, as far as public CAs take it.
    pub fn key(&self) -> KeyChoice {
        self.leaf.and_then(|leaf| same_kind(&leaf.key)).unwrap_or_default()
    }

    /// Whether it is that of the certificate.
    pub fn keeps_key_kind(&self) -> bool {
        self.leaf.is_some_and(|leaf| same_kind(&leaf.key).is_some())
    }
}

/// Public CAs take RSA from 2048 bits, P-256 and P-384 (BR §6.1.5; no CA issues for P-521).
fn same_kind(key: &KeyFacts) -> Option<KeyChoice> {
    match (key.algorithm.as_str(), key.bits?, key.curve.as_deref()) {
        ("RSA", 2048, _) => Some(KeyChoice::Rsa2048),
        ("RSA", 3072, _) => Some(KeyChoice::Rsa3072),
        ("RSA", 4096, _) => Some(KeyChoice::Rsa4096),
        ("EC", _, Some("P-256")) => Some(KeyChoice::P256),
        ("EC", _, Some("P-384")) => Some(KeyChoice::P384),
        _ => None,
    }
}

/// Names without a certificate: as typed, all or nothing.
fn typed(names: &[String]) -> Result<Vec<Host>, Vec<Finding>> {
    let mut hosts = Vec::new();
    let mut refused = Vec::new();
    for name in names.iter().filter(|name| !name.trim().is_empty()) {
        match Host::typed(name) {
            Ok(host) if !hosts.contains(&host) => hosts.push(host),
            Ok(_) => {}
            Err(why) => refused.push(notes::name_refused(name.clone(), why)),
        }
    }
    if refused.is_empty() { Ok(hosts) } else { Err(refused) }
}

fn typed_zone(asked: &RenewalOptions) -> &str {
    asked.zone.as_deref().map(|zone| zone.trim().trim_end_matches('.')).unwrap_or_default()
}

/// The zone that was typed, or the registrable domain of the first name.
fn zone(asked: &RenewalOptions, hosts: &[Host]) -> Result<Option<String>, Vec<Finding>> {
    let mut bases = hosts.iter().filter_map(base);
    let typed = typed_zone(asked);
    if typed.is_empty() {
        return Ok(bases.next().map(|base| registrable(base).to_owned()));
    }
    match Host::typed(typed) {
        Ok(Host::Name(zone)) if bases.any(|base| is_within(base, &zone)) => Ok(Some(zone)),
        Ok(_) => Err(vec![notes::foreign_zone(typed)]),
        Err(why) => Err(vec![notes::name_refused(typed.to_owned(), why)]),
    }
}

/// The name whose control is proved: a wildcard stands below it. None for addresses.
pub fn base(host: &Host) -> Option<&str> {
    match host {
        Host::Name(name) | Host::Wildcard(name) => Some(name),
        Host::Ip(_) => None,
    }
}

/// Whether a name is a zone's own or stands below it.
pub fn is_within(name: &str, zone: &str) -> bool {
    name.strip_suffix(zone).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// What people register: the name right below a public suffix, or the last two labels.
pub fn registrable(name: &str) -> &str {
    match name.split_once('.') {
        Some((_, above)) if above.contains('.') && !is_public_suffix(above) => registrable(above),
        _ => name,
    }
}
