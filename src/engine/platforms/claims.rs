use crate::engine::Analysis;
use crate::report::{Cite, Claim, Code, Doc, Finding, Ground, Purpose, Standing, Telling, Timestamp};
use std::borrow::Cow;
use std::sync::OnceLock;

/// One claim of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimFacts {
    /// Which.
    pub claim: Claim,
    /// What is to be thought of it.
    pub standing: Standing,
    /// How it is told.
    pub telling: Telling,
    /// In what kind of text.
    pub told_in: &'static str,
    /// The year of that; empty where it bears none.
    pub year: &'static str,
    /// The words in which it is told, in their language; for one that is left out, what is missing.
    pub told: &'static str,
    /// What the answer rests on.
    pub ground: Ground,
    /// The day on which that was seen.
    pub seen: Timestamp,
    /// Its address; empty for a conclusion of our own.
    pub source: &'static str,
    /// Its words, in their language; empty where only the sense was noted.
    pub wording: &'static str,
    /// What the answer says besides and no source was found for; empty where there is nothing of the kind.
    pub unsourced: &'static str,
}

impl ClaimFacts {
    /// Its source, to be cited.
    pub fn cite(&self) -> Option<Cite> {
        (!self.source.is_empty()).then_some(Cite { doc: Doc::Page, section: Cow::Borrowed(self.source) })
    }
}

/// One claim a line, tab separated.
static TABLE: &str = include_str!("../../../data/platforms/claims.tsv");

/// Every claim.
pub fn claims() -> &'static [ClaimFacts] {
    static CLAIMS: OnceLock<Vec<ClaimFacts>> = OnceLock::new();
    CLAIMS.get_or_init(|| TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(read_line).collect())
}

fn read_line(line: &'static str) -> Option<ClaimFacts> {
    let mut columns = line.split('\t');
    Some(ClaimFacts {
        claim: Claim::from_id(columns.next()?)?,
        standing: Standing::from_id(columns.next()?)?,
        telling: match columns.next()? {
            "quoted" => Telling::Quoted,
            "sense" => Telling::Sense,
            "omitted" => Telling::Omitted,
            _ => return None,
        },
        told_in: columns.next()?,
        year: columns.next()?,
        told: columns.next()?,
        ground: match columns.next()? {
            "OFF" => Ground::Official,
            "SRC" => Ground::Source,
            "3P" => Ground::ThirdParty,
            "INF" => Ground::Inference,
            _ => return None,
        },
        seen: Timestamp::parse(columns.next()?)?,
        source: columns.next()?,
        wording: columns.next()?,
        unsourced: columns.next()?,
    })
}

/// A claim that bears on what was found, whether anybody made it here or not: the mistake is often made in its name.
#[derive(Clone, Copy)]
pub struct Bearing {
    /// Which.
    pub claim: Claim,
    /// What has to be found.
    codes: &'static [Code],
    /// What else has to be so.
    shows: fn(&Analysis) -> bool,
}

impl Bearing {
    const fn new(claim: Claim, codes: &'static [Code], shows: fn(&Analysis) -> bool) -> Self {
        Self { claim, codes, shows }
    }

    /// The finding that it bears on.
    pub fn finding<'f>(&self, analysis: &Analysis, findings: &'f [Finding]) -> Option<&'f Finding> {
        findings.iter().find(|it| self.codes.contains(&it.code)).filter(|_| (self.shows)(analysis))
    }
}

/// Every such claim: of those that say much the same, the one that is believed most. What the files do not show by
/// themselves shows only to who asks about platforms.
pub static BEARINGS: &[Bearing] = &[
    Bearing::new(Claim::S3, &[Code::CHN003], is_named_as_for_apache),
    Bearing::new(Claim::S5, &[Code::VAL004], asks),
    Bearing::new(Claim::S7, &[Code::NAM003], asks),
    Bearing::new(Claim::S15, &[Code::CHN003, Code::TRU001, Code::TRU002, Code::TRU003, Code::TRU004], |analysis| {
        is_issued_by(analysis, &WOSIGN)
    }),
    Bearing::new(Claim::S19, &[Code::CHN014], asks),
    Bearing::new(Claim::S20, &[Code::CHN003], asks),
    Bearing::new(Claim::S22, &[Code::CRT002], |analysis| analysis.options.purpose == Purpose::Client),
    Bearing::new(Claim::S24, &[Code::CRT004], asks),
    Bearing::new(Claim::Y1, &[Code::CHN003, Code::TRU001], |analysis| is_issued_by(analysis, &GENERATION_Y)),
];

/// Whether anybody asks about platforms.
fn asks(analysis: &Analysis) -> bool {
    !analysis.options.platforms.is_empty()
}

/// Whose certificates today's systems do not trust any more.
const WOSIGN: [&str; 3] = ["WoSign", "StartCom", "沃通"];
/// Let's Encrypt's issuers that lead to roots of their own, which no system has yet.
const GENERATION_Y: [&str; 2] = ["CN=Root YR", "CN=Root YE"];

/// Whether the server certificate lies in a file named as Tencent Cloud's packs name that of Apache.
fn is_named_as_for_apache(analysis: &Analysis) -> bool {
    let Some((leaf, _)) = analysis.leaf() else { return false };
    analysis.material.inputs.iter().filter(|input| input.certificate == Some(leaf)).any(|input| {
        let file = input.source.rsplit(['/', '\\']).next().unwrap_or_default();
        let host = file.strip_prefix("2_").and_then(|name| name.strip_suffix(".crt"));
        host.is_some_and(|host| host.contains('.'))
    })
}

/// Whether a certificate of the server's chain names one of these as its issuer.
fn is_issued_by(analysis: &Analysis, names: &[&str]) -> bool {
    analysis.served().any(|certificate| {
        let issuer = certificate.issuer.to_string();
        names.iter().any(|name| issuer.contains(name))
    })
}

/// Whether what was given makes a claim right that is wrong in general.
pub fn is_right_here(claim: Claim, analysis: &Analysis) -> bool {
    let responder = || {
        let access = analysis.leaf().and_then(|(_, leaf)| leaf.authority_information_access());
        access.is_some_and(|access| !access.ocsp.is_empty())
    };
    claim == Claim::S23 && responder()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_claim_once_in_order() {
        assert_eq!(claims().iter().map(|facts| facts.claim).collect::<Vec<_>>(), Claim::ALL);
        assert_eq!(claims().len(), TABLE.lines().filter(|line| !line.starts_with('#')).count());
    }
}
