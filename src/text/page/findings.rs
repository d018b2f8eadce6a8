//! The list of findings.

super::pairs! {
    TITLE = "Findings" / "检查结果";
    NOTHING = "Nothing to report." / "没有需要报告的内容。";
    FIX = "Fix it" / "修复";
    FIX_WIDEST = "Serve the better chain" / "改用更好的链";
    FIX_SHORTEST = "Serve the shorter chain" / "改用短链";
    FIX_OWN_ROOT = "It is my own" / "这是我自己的根证书";
    PASSWORD = "Its password" / "文件密码";
    UNLOCK = "Unlock" / "解锁";
    SEEN = "seen {date}" / "查看于{date}";
    LINE = "line {line}" / "第 {line} 行";
    TALLY = "{checked} checked: {passed} passed, {skipped} not applicable, {later} not in force for this certificate, {found} found" / "共检查 {checked} 项：通过 {passed}，不适用 {skipped}，规则未生效 {later}，发现问题 {found}";
}

/// What the button of a repair says.
pub const fn fix(repair: crate::report::Repair) -> crate::text::Pair {
    match repair {
        crate::report::Repair::FullChain => FIX,
        crate::report::Repair::WidestReach => FIX_WIDEST,
        crate::report::Repair::ShortestHandshake => FIX_SHORTEST,
        crate::report::Repair::TrustRoot => FIX_OWN_ROOT,
    }
}
