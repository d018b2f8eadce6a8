//! The dates tab.

super::pairs! {
    SPOKEN_ENDED = "Ended on {to}; it was good from {from}. Get a new one now." / "已于 {to}到期（{from}起生效）。请立即换上新证书。";
    SPOKEN = "Good from {from} to {to}. Renew by {renew}; the chain as a whole holds until {chain}." / "有效期从 {from}到 {to}。建议在 {renew}前续期；整条证书链有效至 {chain}。";
    PICTURE = "Time line of the certificates; the table after it says the same" / "证书时间线，其后的表格内容相同";
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
}
