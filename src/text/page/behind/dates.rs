//! The dates tab.

super::pairs! {
    SPOKEN_ENDED = "Ended on {to}; it was good from {from}. Get a new one now." / "已于 {to}到期（{from}起生效）。请立即换上新证书。";
    SPOKEN = "Good from {from} to {to}. Renew by {renew}; the chain as a whole holds until {chain}." / "有效期从 {from}到 {to}。建议在 {renew}前续期；整条证书链有效至 {chain}。";
    PICTURE = "Time line of the certificates; the table after it says the same" / "证书时间线，其后的表格内容相同";
    POINT = "Point at a line or tap it for its dates." / "指向或点按线条，可查看日期。";
    SPAN = "{name} · {from} to {to} · {days:day/days} in all" / "{name} · {from}至 {to} · 共 {days} 天";
    TABLE = "Dates of every certificate" / "每张证书的日期";
    NOW = "now" / "现在";
    RENEW = "renew" / "续期";
    CHAIN_END = "chain ends" / "证书链到期";
    CERTIFICATE = "Certificate" / "证书";
    FROM = "From" / "开始";
    TO = "To" / "结束";
    LEFT = "Left" / "剩余";
    LIFETIME = "Lifetime" / "总时长";
    DAYS = "{days:day/days}" / "{days} 天";
    ALLOWED = "When it was issued, {days:day was/days were} allowed." / "签发时允许的最长有效期为 {days} 天。";
    // CA/Browser Forum ballot SC-081v3, as `engine::validity::timetable` has it.
    SHRINKS = "The longest lifetime shrinks: 200 days for what is issued since 15 March 2026, 100 from 15 March 2027, 47 from 15 March 2029." / "最长有效期逐步缩短：2026 年 3 月 15 日起签发的最长 200 天，2027 年 3 月 15 日起 100 天，2029 年 3 月 15 日起 47 天。";
}
