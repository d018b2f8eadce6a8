//! What platforms say, in the order in which people want to know it.

use crate::report::{Finding, Platform, PlatformReadiness, Report, Severity, Use, Verdict};
use crate::text::{Pair, page::platforms as words};

/// The answer of one platform.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it refuses, and what to look at.
    pub why: Vec<Finding>,
    /// What nobody can see from here.
    pub by_hand: Vec<Finding>,
}

/// What is said of a platform alone: findings of the certificate stand behind its PLT006.
pub fn answer(readiness: &PlatformReadiness, report: &Report) -> Answer {
    let findings = readiness.findings.iter().filter_map(|index| report.findings.get(*index));
    let own = findings.filter(|finding| is_of_platform(finding)).cloned();
    let (by_hand, why) = own.partition(Finding::is_by_hand);
    Answer { why, by_hand }
}

/// Whether a finding speaks of one platform only: it is shown with that platform.
pub const fn is_of_platform(finding: &Finding) -> bool {
    finding.platform.is_some()
}

/// The platforms that were asked and do not simply take it.
pub fn to_look_at(report: &Report) -> impl Iterator<Item = &PlatformReadiness> {
    let asked = report.findings.iter().any(is_of_platform);
    report.platforms.iter().filter(move |readiness| asked && readiness.verdict != Verdict::Ready)
}

/// What the report says of a platform, where it was asked, or where nobody was.
pub fn readiness(platform: Platform, report: &Report) -> Option<&PlatformReadiness> {
    report.platforms.iter().find(|readiness| readiness.id == platform)
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

/// The value of the hook.
pub const fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => "ready",
        Verdict::Attention => "attention",
        Verdict::Broken => "broken",
    }
}

/// What an address is used for, in words.
pub const fn used_for(used_for: Use) -> Pair {
    match used_for {
        Use::Request => words::REQUEST,
        Use::Upload => words::UPLOAD,
        Use::Download => words::DOWNLOAD,
        Use::Socket => words::SOCKET,
        Use::WebView => words::WEB_VIEW,
        Use::Udp => words::UDP,
        Use::Tcp => words::TCP,
        Use::Prefetch => words::PREFETCH,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{cards::cards, tests::report};
    use super::*;
    use crate::app::{context::Words, route::Tab};
    use crate::report::{Code, Message, message::PlatformMessage};
    use crate::text::Lang;

    fn finding(code: Code, severity: Severity, platform: Platform) -> Finding {
        let message = Message::new(PlatformMessage::Filing);
        Finding { platform: Some(platform.id().to_owned()), ..Finding::of(code, severity, message, &[]) }
    }

    fn asked(verdict: Verdict, findings: Vec<Finding>) -> Report {
        let readiness = PlatformReadiness {
            id: Platform::WeChat,
            verdict,
            findings: (0..findings.len()).collect(),
            lists: Vec::new(),
        };
        Report { findings, platforms: vec![readiness], ..report() }
    }

    #[test]
    fn what_only_the_user_can_see_stands_apart() {
        let wechat = |code, severity| finding(code, severity, Platform::WeChat);
        let report = asked(
            Verdict::Broken,
            vec![wechat(Code::PLT003, Severity::Error), wechat(Code::PLT007, Severity::Warning)],
        );
        let answer = answer(&report.platforms[0], &report);
        let codes = |findings: &[Finding]| findings.iter().map(|finding| finding.code).collect::<Vec<_>>();
        assert_eq!((codes(&answer.why), codes(&answer.by_hand)), (vec![Code::PLT003], vec![Code::PLT007]));
        assert_eq!(to_look_at(&report).count(), 1);
        let card = &cards(&report, Words(Lang::En))[5];
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
        assert_eq!(cards(&report, Words(Lang::En))[5].value, "Refused by 1 of 2");
    }
}
