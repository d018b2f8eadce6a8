//! What one platform says, and what of it nobody can see from here.

use crate::app::view::platforms::is_of_platform;
use crate::report::{Finding, Platform, PlatformReadiness, Report, Use, Verdict};
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

/// What the report says of a platform, where it was asked, or where nobody was.
pub fn readiness(platform: Platform, report: &Report) -> Option<&PlatformReadiness> {
    report.platforms.iter().find(|readiness| readiness.id == platform)
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
    use super::*;
    use crate::app::view::platforms::tests::{asked, finding};
    use crate::report::{Code, Severity};

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
    }
}
