//! The details tab.

super::pairs! {
    PICK = "Certificate" / "选择证书";
    SEARCH = "Search" / "搜索";
    SEARCH_HINT = "field, value or OID" / "字段、内容或 OID";
    PEM = "the certificate as PEM" / "PEM 格式的证书";
    WAITING = "Reading…" / "正在读取……";
    NO_FIELDS = "There are no fields to show." / "没有可以显示的字段。";
    NOT_FOUND = "No field holds that." / "没有匹配的字段。";
    CRITICAL = "critical" / "关键";
    BYTES = "bytes {from} to {to}" / "字节 {from}–{to}";
    HEX = "Bytes of the field" / "字段的原始字节";
    YES = "Yes" / "是";
    NO = "No" / "否";
}
