//! What is wrong between the places: TLS that nobody ends, a certificate that was forgotten, plain HTTP in the open.

use crate::deploy::allow::Host;
use crate::deploy::endpoint::covers;
use crate::report::message::DeployMessage as Id;
use crate::report::{
    CertificateSummary, Cite, Cloud, Code, Doc, Finding, Hop, HopKind, HopTls, Message, Report, Severity, Term, Value,
};

/// What WeChat and iOS say of plain HTTP, and what TLS is for.
const NO_PLAIN: [Cite; 1] = [Cite::new(Doc::WeChatNetwork, "")];

/// What goes on between one place and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Tls,
    Plain,
}

/// Everything that is wrong, from the client's side on.
pub fn judge(report: &Report, hops: &[Hop], hosts: &[Host]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut line = Line::Tls;
    let mut outward = true;
    for (index, hop) in hops.iter().enumerate() {
        let last = index + 1 == hops.len();
        line = passed(hop, index == 0, last, line, &mut findings);
        if hop.tls.ends() {
            certificate(report, hops, hop, hosts, outward, &mut findings);
            outward = false;
        }
    }
    if line == Line::Tls && !hops.is_empty() {
        findings.push(Finding::of(Code::DEP006, Severity::Error, Message::new(Id::HopNowhere), &[]));
    }
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What comes in, against what the place does; and what goes out.
fn passed(hop: &Hop, first: bool, last: bool, line: Line, findings: &mut Vec<Finding>) -> Line {
    let mut say = |severity, id, cites: &[Cite]| findings.push(finding(hop, severity, id, cites));
    match (hop.tls, line) {
        (HopTls::Plain, _) if first => say(Severity::Error, Id::HopPlainInFront, &NO_PLAIN),
        (HopTls::Plain, Line::Tls) => {
            findings.push(Finding::of(Code::DEP006, Severity::Error, Message::new(Id::HopNowhere), &[]));
        }
        (HopTls::Passes, Line::Plain) => say(Severity::Error, Id::HopPassesNothing, &[]),
        (HopTls::Ends | HopTls::Reencrypts, Line::Plain) => say(Severity::Error, Id::HopNothingToEnd, &[]),
        // A load balancer stands beside its servers, the edges of a CDN do not.
        (HopTls::Ends, Line::Tls) if hop.kind == HopKind::Cdn && !last => {
            say(Severity::Warning, Id::HopPlainInternet, &[]);
        }
        _ => {}
    }
    match hop.tls {
        HopTls::Reencrypts if !last => Line::Tls,
        HopTls::Passes => line,
        _ => Line::Plain,
    }
}

/// The certificate of a place where TLS ends, against the one at hand. `outward`: clients see it.
fn certificate(report: &Report, hops: &[Hop], hop: &Hop, hosts: &[Host], outward: bool, findings: &mut Vec<Finding>) {
    let Some(leaf) = report.leaf() else { return };
    let shown = hop.shows.and_then(|index| Some((index, report.certificates.get(index)?)));
    match shown {
        Some((_, shown)) if shown.sha256 == leaf.sha256 => return,
        Some((index, shown)) => {
            let from = findings.len();
            differs(report, hop, (shown, leaf), hosts, outward, findings);
            findings.iter_mut().skip(from).for_each(|finding| finding.certificate = Some(index));
        }
        None if outward && hop.kind != HopKind::Server => {
            let called = report.urls.iter().any(|url| url.skipped.is_none());
            let severity = if called { Severity::Warning } else { Severity::Info };
            findings.push(finding(hop, severity, Id::HopUnknown, &[]));
        }
        None => {}
    }
    if outward && !hop.planned && hops.iter().any(|other| other.planned) {
        findings.push(finding(hop, Severity::Warning, Id::HopNotPlanned, &[]));
    }
}

/// Each difference is something else to do.
fn differs(
    report: &Report,
    hop: &Hop,
    (shown, leaf): (&CertificateSummary, &CertificateSummary),
    hosts: &[Host],
    outward: bool,
    findings: &mut Vec<Finding>,
) {
    let dates = |finding: Finding| with(with(finding, "ends", shown.not_after), "until", leaf.not_after);
    if shown.not_after < leaf.not_after {
        let severity = if shown.not_after < report.now { Severity::Error } else { Severity::Warning };
        findings.push(dates(finding(hop, severity, Id::HopEndsEarlier, &[])));
    } else if shown.not_after > leaf.not_after {
        findings.push(dates(finding(hop, Severity::Info, Id::HopIsNewer, &[])));
    }
    let missing: Vec<String> = hosts.iter().filter(|host| !covers(shown, host)).map(ToString::to_string).collect();
    if !missing.is_empty() {
        let severity = if outward { Severity::Error } else { Severity::Warning };
        let cites = [Cite::rfc(9525, "6.3")];
        findings.push(with(finding(hop, severity, Id::HopOtherNames, &cites), "names", missing));
    }
    if shown.spki_sha256 != leaf.spki_sha256 {
        findings.push(finding(hop, Severity::Info, Id::HopOtherKey, &[]));
    }
}

fn finding(hop: &Hop, severity: Severity, id: Id, cites: &[Cite]) -> Finding {
    Finding::of(Code::DEP006, severity, Message::new(id).with("place", place(hop)), cites)
}

fn with(mut finding: Finding, hole: &'static str, value: impl Into<Value>) -> Finding {
    finding.message = finding.message.with(hole, value);
    finding
}

/// What a place is called.
fn place(hop: &Hop) -> Value {
    let kind = Value::from(Term::Hop(hop.kind));
    if hop.cloud == Cloud::Other { kind } else { kind.noted(Term::Cloud(hop.cloud)) }
}
