//! How bad something is.

super::pairs! {
    ERROR = "Error" / "错误";
    WARNING = "Warning" / "警告";
    INFO = "Note" / "提示";
    FINE = "Fine" / "正常";
}

/// The word for a severity.
pub const fn of(severity: crate::report::Severity) -> crate::text::Pair {
    match severity {
        crate::report::Severity::Error => ERROR,
        crate::report::Severity::Warning => WARNING,
        crate::report::Severity::Info => INFO,
    }
}
