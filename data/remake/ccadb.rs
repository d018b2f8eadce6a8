//! The CCADB's report of CA certificates ("AllCertificatePEMsCSVFormat": a fingerprint and the certificate as PEM in
//! each row), and which of them a server may need: public intermediates for TLS that lead to a root of today.

use super::Outcome;
use certloupe::{
    engine::{
        crypto::{Verification, verify_certificate},
        x509::{self, Certificate, oid},
    },
    report::Timestamp,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    io::Read,
};

/// The certificates of a report. A row whose PEM is not the certificate of its fingerprint is an error: the columns
/// have changed then.
pub fn read(report: impl Read) -> Outcome<Vec<Certificate>> {
    let mut report = csv::Reader::from_reader(report);
    let header = report.headers()?.clone();
    let column = |part: &str| header.iter().position(|name| name.contains(part)).ok_or_else(|| format!("no {part}"));
    let (pem, fingerprint) = (column("PEM")?, column("SHA-256 Fingerprint")?);
    let mut certificates = Vec::new();
    for row in report.records() {
        let row = row?;
        let text = row.get(pem).unwrap_or_default().trim_matches('\'');
        if text.trim().is_empty() {
            continue;
        }
        let der = pem::parse(text)?.into_contents();
        let sha256 = x509::fingerprint(&der).iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02X}");
            text
        });
        let named = row.get(fingerprint).unwrap_or_default().replace(':', "").to_uppercase();
        if named != sha256 {
            return Err(format!("the certificate of {named} is {sha256}").into());
        }
        // What does not parse is of no use to anybody.
        certificates.extend(x509::parse(&der));
    }
    Ok(certificates)
}

/// Why a certificate is not supplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fallen {
    /// The same certificate again.
    Repeated,
    /// No CA certificate (RFC 5280 §4.2.1.9).
    NoCa,
    /// Its own issuer: a root, or a new certificate for the key of one.
    SelfIssued,
    /// It has ended.
    Ended,
    /// Its extended key usage leaves servers out.
    OtherPurpose,
    /// Mozilla calls it revoked.
    Revoked,
    /// No chain of right signatures leads from it to a root of today through others that are kept.
    NoRoot,
}

/// What was chosen, and what was not for which reason.
pub struct Selection {
    /// In the order given.
    pub kept: Vec<Certificate>,
    /// How many fell out.
    pub fallen: BTreeMap<Fallen, usize>,
}

/// Chooses among CA certificates. The roots are those that a program trusts today.
pub fn select(
    candidates: Vec<Certificate>,
    roots: &[Certificate],
    now: Timestamp,
    is_revoked: impl Fn(&Certificate) -> bool,
) -> Selection {
    let mut fallen = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut open = Vec::new();
    for candidate in candidates {
        let new = seen.insert(candidate.sha256);
        match if new { unfit(&candidate, now, &is_revoked) } else { Some(Fallen::Repeated) } {
            Some(reason) => *fallen.entry(reason).or_insert(0) += 1,
            None => open.push((open.len(), candidate)),
        }
    }
    let mut kept: Vec<(usize, Certificate)> = Vec::new();
    // Each round finds what the certificates of the round before have signed.
    let mut issuers: Vec<Certificate> = roots.iter().filter(|root| root.not_after.at >= now).cloned().collect();
    while !issuers.is_empty() {
        let (found, rest) = open.into_iter().partition(|(_, it)| issuers.iter().any(|issuer| signed(issuer, it)));
        open = rest;
        issuers = found.iter().map(|(_, it): &(usize, Certificate)| it.clone()).collect();
        kept.extend(found);
    }
    if !open.is_empty() {
        fallen.insert(Fallen::NoRoot, open.len());
    }
    kept.sort_by_key(|(place, _)| *place);
    Selection { kept: kept.into_iter().map(|(_, it)| it).collect(), fallen }
}

/// Why a certificate is of no use by itself.
fn unfit(candidate: &Certificate, now: Timestamp, is_revoked: impl Fn(&Certificate) -> bool) -> Option<Fallen> {
    let for_servers = |purpose: &String| [oid::SERVER_AUTH, oid::ANY_EXTENDED_KEY_USAGE].contains(&purpose.as_str());
    let purposes = candidate.extended_key_usage().map(|it| &it.purposes);
    let reasons = [
        (!candidate.is_ca(), Fallen::NoCa),
        (candidate.is_self_issued(), Fallen::SelfIssued),
        (candidate.not_after.at < now, Fallen::Ended),
        (purposes.is_some_and(|purposes| !purposes.iter().any(for_servers)), Fallen::OtherPurpose),
        (is_revoked(candidate), Fallen::Revoked),
    ];
    reasons.into_iter().find(|(unfit, _)| *unfit).map(|(_, reason)| reason)
}

fn signed(issuer: &Certificate, subject: &Certificate) -> bool {
    issuer.subject.raw == subject.issuer.raw && verify_certificate(subject, issuer) == Verification::Valid
}
