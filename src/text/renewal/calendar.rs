//! The calendar file.

super::pairs! {
    RENEW = "Renew the certificate of {name}" / "续期证书：{name}";
    WEEK = "{name}: a week left, the certificate is not renewed yet?" / "{name}：证书还剩一周，续期了吗？";
    CHAIN = "{name}: the certificate chain ends" / "{name}：证书链到期";
    END = "{name}: the certificate ends" / "{name}：证书到期";
    ABOUT = "Names: {names}\nIssuer: {issuer}\nValid until: {end}\nSerial number: {serial}" / "域名：{names}\n签发者：{issuer}\n有效期至：{end}\n序列号：{serial}";
    CANCEL = "Renewed already? Delete this, and take the calendar file of the new certificate." / "如果已经续期，请删除此提醒，改用新证书的日历文件。";
}
