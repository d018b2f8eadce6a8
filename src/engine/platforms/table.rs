use crate::report::{Cite, Doc, Platform, Quote, Timestamp};
use std::borrow::Cow;
use std::sync::OnceLock;

/// What a rule of a platform rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The platform's own documentation.
    Official,
    /// Source code of the platform, or handshakes recorded from it.
    Source,
    /// What others report.
    ThirdParty,
    /// Nothing that could be found: never an error.
    Unsourced,
}

/// One rule of a platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlatformRule {
    /// Its identifier: `wx.port.exact`.
    pub id: &'static str,
    /// Whose; none for what holds of certificates or servers everywhere, or of a platform that is not in the contract.
    pub platform: Option<Platform>,
    /// What it rests on.
    pub evidence: Evidence,
    /// The day on which the source was seen.
    pub seen: Timestamp,
    /// The address of the source; empty where there is none.
    pub source: &'static str,
    /// The platform's own words, in its language; empty where only the sense was noted.
    pub wording: &'static str,
}

impl PlatformRule {
    /// Its source, to be cited.
    pub fn cite(&self) -> Option<Cite> {
        (!self.source.is_empty()).then_some(Cite { doc: Doc::Page, section: Cow::Borrowed(self.source) })
    }

    /// Its words, to be shown; none where only their sense was noted. All of them are Chinese.
    pub fn quote(&self) -> Option<Quote> {
        (!self.wording.is_empty()).then(|| Quote {
            text: self.wording.to_owned(),
            lang: "zh".to_owned(),
            source: self.source.to_owned(),
            seen: self.seen,
        })
    }
}

/// One rule a line, tab separated.
static TABLE: &str = include_str!("../../../data/platforms/rules.tsv");

/// Every rule.
pub fn platform_rules() -> &'static [PlatformRule] {
    static RULES: OnceLock<Vec<PlatformRule>> = OnceLock::new();
    RULES.get_or_init(|| TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(read_line).collect())
}

/// The rule with this identifier.
pub fn rule(id: &str) -> Option<&'static PlatformRule> {
    platform_rules().iter().find(|rule| rule.id == id)
}

fn read_line(line: &'static str) -> Option<PlatformRule> {
    let mut columns = line.split('\t');
    Some(PlatformRule {
        id: columns.next()?,
        platform: Platform::from_id(columns.next()?),
        evidence: match columns.next()? {
            "OFF" => Evidence::Official,
            "SRC" => Evidence::Source,
            "3P" => Evidence::ThirdParty,
            "UNSOURCED" => Evidence::Unsourced,
            _ => return None,
        },
        seen: Timestamp::parse(columns.next()?)?,
        source: columns.next()?,
        wording: columns.next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        assert_eq!(platform_rules().len(), TABLE.lines().filter(|line| !line.starts_with('#')).count());
        assert!(platform_rules().iter().all(|rule| (rule.evidence == Evidence::Unsourced) == rule.source.is_empty()));
    }
}
