//! The handbook of error messages and claims.

super::pairs! {
    HINT = "Messages of mini-programs, phones and servers, with what they come from, the likeliest first. To have yours checked against a certificate, paste both above." / "小程序、手机和服务器的报错，以及可能的原因，最可能的在前。把报错和证书一起粘贴到上面，就能对照检查。";
    SEARCH = "Search" / "搜索";
    SEARCH_HINT = "-202, 600001, key values mismatch" / "-202、600001、私钥不匹配";
    COUNT = "{shown} of {count}" / "{shown} / {count}";
    NONE = "No message with all of these words. Try fewer of them, or the number alone." / "没有同时包含这些词的报错。请减少关键词，或只搜数字。";
    WAITING = "Opening the handbook…" / "正在打开手册……";
    CLAIMS = "Common claims, checked" / "常见说法与实际情况";
    CLAIMS_HINT = "Advice that goes around about certificates and mini-programs, each with the source that settles it." / "关于证书和小程序流传的说法，逐条对照依据。";
    TOLD = "“{told}”" / "“{told}”";
    SAYS = "{ground}: “{wording}”" / "{ground}：“{wording}”";
    RESTS_ON = "Based on {ground}" / "依据：{ground}";
    SEEN = "seen {seen}" / "查阅于 {seen}";
}
