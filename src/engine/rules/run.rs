use super::{AT_A_GLANCE, Check, Rests, Rule, Sink, all};
use crate::engine::{
    Analysis,
    platforms::{self, PlatformRule},
    sorted,
};
use crate::report::{Code, Finding, Purpose, Severity, Tally, Timestamp};

/// What is asked of servers only.
const OF_SERVERS: [Code; 22] = [
    Code::CRT006,
    Code::CRT007,
    Code::CRT008,
    Code::CRT010,
    Code::CRT014,
    Code::CHN012,
    Code::CHN018,
    Code::TRU001,
    Code::TRU002,
    Code::TRU003,
    Code::TRU004,
    Code::TRU007,
    Code::NAM002,
    Code::NAM003,
    Code::NAM004,
    Code::NAM005,
    Code::NAM007,
    Code::NAM008,
    Code::NAM009,
    Code::NAM010,
    Code::VAL004,
    Code::VAL007,
];

/// Runs every rule over everything it speaks of. Findings come most serious first, then in the order of the catalogue,
/// which is that of the rules.
pub fn run(analysis: &Analysis) -> (Vec<Finding>, Tally) {
    let mut sink = Sink::new(analysis.options.judge, platforms::rule);
    let mut tally = Tally::default();
    for rule in all() {
        if analysis.options.purpose == Purpose::Client && OF_SERVERS.contains(&rule.code) {
            count(&mut tally.not_applicable);
        } else {
            run_rule(rule, analysis, &[], &mut sink, &mut tally);
        }
    }
    let mut findings = by_severity(sink.finish());
    run_after(analysis, &mut findings, &mut tally);
    (findings, summed(tally))
}

/// Runs the rules that speak at a glance, over what is certain: of certificates that signatures leave `open` nothing is
/// said, and of the whole chain only where it is `settled`.
pub fn run_at_a_glance(analysis: &Analysis, settled: bool, open: &[usize]) -> (Vec<Finding>, Tally) {
    let mut sink = Sink::new(analysis.options.judge, nothing);
    let mut tally = Tally::default();
    for (rule, rests) in AT_A_GLANCE {
        if settled || *rests == Rests::OnCertificates {
            run_rule(rule, analysis, open, &mut sink, &mut tally);
        }
    }
    (by_severity(sink.finish()), summed(tally))
}

/// At a glance there is no table of platforms.
fn nothing(_: &str) -> Option<&'static PlatformRule> {
    None
}

fn by_severity(mut rest: Vec<Finding>) -> Vec<Finding> {
    let mut findings = Vec::with_capacity(rest.len());
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        findings.extend(rest.extract_if(.., |finding| finding.severity == severity));
    }
    findings
}

fn summed(mut tally: Tally) -> Tally {
    tally.checked =
        [tally.passed, tally.not_applicable, tally.not_in_force, tally.found].into_iter().fold(0, u32::saturating_add);
    tally
}

/// Runs the rules that look at what the others found, and puts what they find into its place.
fn run_after(analysis: &Analysis, findings: &mut Vec<Finding>, tally: &mut Tally) {
    for rule in all() {
        let Check::After(check) = rule.check else { continue };
        let mut sink = Sink::new(analysis.options.judge, platforms::rule);
        judge(rule, None, &mut sink, tally, &|sink| check(analysis, findings, sink));
        for finding in sink.finish() {
            sorted::insert_ranked(findings, finding, |one, other| {
                (one.severity, one.code) > (other.severity, other.code)
            });
        }
    }
}

/// Runs a rule, and over single certificates without those that are left `open`.
fn run_rule(rule: &'static Rule, analysis: &Analysis, open: &[usize], sink: &mut Sink, tally: &mut Tally) {
    let leaf = analysis.leaf();
    match rule.check {
        Check::Once(check) => {
            let issued = leaf.map(|(_, leaf)| leaf.not_before.at);
            judge(rule, issued, sink, tally, &|sink| check(analysis, sink));
        }
        Check::Leaf(check) => match leaf {
            Some((index, leaf)) => {
                judge(rule, Some(leaf.not_before.at), sink, tally, &|sink| check(analysis, index, leaf, sink));
            }
            None => count(&mut tally.not_applicable),
        },
        Check::Each(roles, check) => {
            let all = analysis.material.certificates.iter().enumerate();
            for (index, certificate) in all.filter(|(index, _)| !open.contains(index)) {
                if roles.contains(&analysis.role(index)) {
                    judge(rule, Some(certificate.not_before.at), sink, tally, &|sink| {
                        check(analysis, index, certificate, sink)
                    });
                } else {
                    count(&mut tally.not_applicable);
                }
            }
        }
        Check::Host(check) => {
            let Some((_, leaf)) = leaf else { return count(&mut tally.not_applicable) };
            for host in analysis.own_hosts() {
                judge(rule, Some(leaf.not_before.at), sink, tally, &|sink| check(analysis, leaf, host, sink));
            }
        }
        Check::Key(check) => {
            if analysis.material.keys.is_empty() {
                count(&mut tally.not_applicable);
            }
            for index in 0..analysis.material.keys.len() {
                judge(rule, None, sink, tally, &|sink| check(analysis, index, sink));
            }
        }
        Check::After(_) => (),
    }
}

fn judge(
    rule: &'static Rule,
    issued: Option<Timestamp>,
    sink: &mut Sink,
    tally: &mut Tally,
    check: &dyn Fn(&mut Sink),
) {
    if issued.is_some_and(|issued| !rule.in_force.covers(issued)) {
        return count(&mut tally.not_in_force);
    }
    let before = sink.begin(rule);
    check(sink);
    count(if sink.count() > before { &mut tally.found } else { &mut tally.passed });
}

fn count(counter: &mut u32) {
    *counter = counter.saturating_add(1);
}
