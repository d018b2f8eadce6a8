//! The list of many certificates.

super::pairs! {
    SEARCH = "Search" / "搜索";
    SEARCH_HINT = "name, issuer, serial or SHA-256" / "域名、签发者、序列号或 SHA-256";
    SHOW = "Show" / "显示";
    ALL = "All" / "全部";
    EXPIRED = "Expired" / "已过期";
    EXPIRING = "Ending within {days} days" / "{days} 天内到期";
    ERRORS = "With errors" / "有错误";
    WARNINGS = "With warnings" / "有警告";
    NOTES = "With notes" / "有提示";
    CODES = "By finding" / "按检查结果";
    CSV_OF = "Save these rows as CSV, for spreadsheets" / "把这些行存为 CSV，可用表格软件打开";
    JSON_OF = "Save these rows as JSON, for programs" / "把这些行存为 JSON，供程序读取";
    COUNT_ALL = "{count:certificate/certificates}" / "共 {count} 张证书";
    COUNT = "{shown} of {count:certificate/certificates}" / "{count} 张证书中的 {shown} 张";
    WHOSE = "Every certificate is checked for dates and form; names, chain, trust and platforms only for {host}. To judge another one, clear the box and give it alone." / "每张都检查日期和格式；域名、证书链、信任和平台只检查 {host}。要看另一张的结论，请先清空，再单独放入它。";
    TABLE = "Certificates given" / "给出的证书";
    NAME = "Name" / "名称";
    ISSUER = "Issuer" / "签发者";
    EXPIRY = "Ends" / "到期";
    KEY = "Key" / "密钥";
    FINDINGS = "Findings" / "问题";
    NONE = "No certificate here fits. Search for less, or show all." / "没有符合条件的证书。减少搜索词，或显示全部。";
}
