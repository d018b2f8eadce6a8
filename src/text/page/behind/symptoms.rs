//! The error messages that were recognised.

super::pairs! {
    TITLE = "Error messages" / "报错信息";
    CAUSES = "What it may come from, the likeliest first" / "可能的原因，最可能的在前";
    FINDINGS = "See {codes}" / "见 {codes}";
}
