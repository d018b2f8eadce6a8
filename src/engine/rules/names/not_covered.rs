use crate::engine::names::{Presented, Relation, Wanted, presented, relation, wanted};
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code, HostCoverage, Severity};

/// A host that someone asked for is not covered, and no other code says better why (no alternative names, too deep
/// below a wildcard, its bare domain, one of the pair with and without `www`): one host, one finding.
pub static RULE: Rule = Rule {
    code: Code::NAM001,
    cites: &[Cite::rfc(9525, "6.3"), Cite::rfc(9110, "4.3.4")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    for row in analysis.own_hosts().filter(|row| row.reason == Some(Code::NAM001)) {
        not_covered(row, index, leaf, sink);
    }
    if analysis.elsewhere.is_empty() {
        return;
    }
    // Next to a name of the certificate one may have been forgotten; a stranger has a certificate of its own.
    let is_near = |row: &HostCoverage| row.entry.is_some() && analysis.elsewhere.contains(&row.host);
    let severity = if analysis.hosts.iter().any(is_near) { Severity::Warning } else { Severity::Info };
    sink.add(severity, NameMessage::OtherCertificates).with("hosts", analysis.elsewhere.clone()).certificate(index);
}

fn not_covered(row: &HostCoverage, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let near = row.entry.and_then(|entry| leaf.subject_alternative_names()?.get(entry));
    sink.error(message(&row.host, near.map(presented).as_ref()))
        .with("host", row.host.as_str())
        .with("nearest", near.and_then(|near| near.host()).unwrap_or_default())
        .with("names", leaf.host_names())
        .host(&row.host)
        .place(index, leaf, row.entry);
}

fn message(host: &str, near: Option<&Presented>) -> NameMessage {
    match (wanted(host), near) {
        (None, _) => NameMessage::NoSuchHost,
        (Some(Wanted::Address(_)), _) => NameMessage::AddressNotCovered,
        (Some(Wanted::Name(_) | Wanted::Wildcard(_)), None) => NameMessage::NotCovered,
        (Some(Wanted::Name(name) | Wanted::Wildcard(name)), Some(near)) => match relation(&name, near) {
            Relation::Above => NameMessage::NotCoveredAbove,
            Relation::Below => NameMessage::NotCoveredBelow,
            Relation::Beside => NameMessage::NotCoveredBeside,
            Relation::Wildcard => NameMessage::NotCoveredWildcard,
        },
    }
}
