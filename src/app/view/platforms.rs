//! What platforms say, in the order in which people want to know it.

use crate::report::{Finding, PlatformReadiness, Report, Severity, Verdict};
use crate::text::{Pair, page::platforms as words};

/// Whether a finding speaks of one platform only: it is shown with that platform.
pub const fn is_of_platform(finding: &Finding) -> bool {
    finding.platform.is_some()
}

/// The platforms that were asked and do not simply take it.
pub fn to_look_at(report: &Report) -> impl Iterator<Item = &PlatformReadiness> {
    let asked = report.findings.iter().any(is_of_platform);
    report.platforms.iter().filter(move |readiness| asked && readiness.verdict != Verdict::Ready)
}

/// The worst of all answers, and how many say so; none where all is well.
pub fn worst(report: &Report) -> Option<(Verdict, usize)> {
    let count = |verdict| report.platforms.iter().filter(|readiness| readiness.verdict == verdict).count();
    [Verdict::Broken, Verdict::Attention].into_iter().map(|verdict| (verdict, count(verdict))).find(|it| it.1 > 0)
}

/// The colour of a verdict.
pub const fn severity(verdict: Verdict) -> Option<Severity> {
    match verdict {
        Verdict::Ready => None,
        Verdict::Attention => Some(Severity::Warning),
        Verdict::Broken => Some(Severity::Error),
    }
}

/// The words of a verdict.
pub const fn said(verdict: Verdict) -> Pair {
    match verdict {
        Verdict::Ready => words::READY,
        Verdict::Attention => words::ATTENTION,
        Verdict::Broken => words::BROKEN,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::{cards::cards, tests::report};
    use super::*;
    use crate::app::{context::Words, route::Tab};
    use crate::report::{Code, Message, Platform, message::PlatformMessage};
    use crate::text::Lang;

    pub fn finding(code: Code, severity: Severity, platform: Platform) -> Finding {
        let message = Message::new(PlatformMessage::Filing);
        Finding { platform: Some(platform.id().to_owned()), ..Finding::of(code, severity, message, &[]) }
    }

    pub fn asked(verdict: Verdict, findings: Vec<Finding>) -> Report {
        let readiness = PlatformReadiness {
            id: Platform::WeChat,
            verdict,
            findings: (0..findings.len()).collect(),
            lists: Vec::new(),
        };
        Report { findings, platforms: vec![readiness], ..report() }
    }

    #[test]
    fn what_a_platform_refuses_is_to_be_looked_at() {
        let report = asked(Verdict::Broken, vec![finding(Code::PLT003, Severity::Error, Platform::WeChat)]);
        assert_eq!(to_look_at(&report).count(), 1);
        let card = &cards(&report, false, Words(Lang::En))[5];
        assert_eq!(
            (card.value.as_str(), card.severity, card.tab),
            ("refuses it", Some(Severity::Error), Tab::Platforms)
        );
    }

    #[test]
    fn nobody_is_named_who_was_not_asked() {
        let mut report = asked(Verdict::Broken, Vec::new());
        report.platforms.push(PlatformReadiness {
            id: Platform::Alipay,
            verdict: Verdict::Ready,
            ..report.platforms[0].clone()
        });
        assert_eq!(to_look_at(&report).count(), 0);
        assert_eq!(cards(&report, false, Words(Lang::En))[5].value, "Refused by 1 of 2");
    }
}
