//! The details tab.

super::pairs! {
    PICK = "Certificate" / "选择证书";
    SEARCH = "Search" / "搜索";
    SEARCH_HINT = "field, value, OID or hex" / "字段、内容、OID 或十六进制";
    PEM = "the certificate as PEM" / "PEM 格式的证书";
    WAITING = "Reading…" / "正在读取……";
    NO_FIELDS = "There are no fields to show." / "没有可以显示的字段。";
    NOT_FOUND = "No field holds that." / "没有匹配的字段。";
    CRITICAL = "critical" / "关键";
    BYTES = "bytes {from} to {to}" / "字节 {from}–{to}";
    HEX = "Bytes of the field" / "字段的原始字节";
    YES = "Yes" / "是";
    NO = "No" / "否";
    VIEWS = "How to look at it" / "查看方式";
    FIELDS = "Fields" / "字段";
    ASN1 = "ASN.1 and bytes" / "ASN.1 与字节";
    PRINTED = "openssl text" / "openssl 文本";
    PRINTED_HINT = "In the form of: openssl x509 -text -noout (OpenSSL 3.0)" / "格式同 openssl x509 -text -noout（OpenSSL 3.0）";
    VALUE = "the value" / "该值";
    IN_TREE = "In the ASN.1 tree" / "在 ASN.1 树中查看";
    CHOOSE = "Choose an element or a byte." / "请选择一个元素或字节。";
    SIZES = "header {header}, content {content}" / "头部 {header} 字节，内容 {content} 字节";
    HEX_PANE = "Bytes of the certificate; the arrow keys choose one" / "证书的字节，可用方向键选择";
    SHEET = "bytes {from} to {to} of {of}" / "字节 {from}–{to}，共 {of} 字节";
    BEFORE = "Previous" / "上一页";
    AFTER = "Next" / "下一页";
    CUT = "Only the first {count} elements are shown." / "仅显示前 {count} 个元素。";
    TOO_DEEP = "deeper than shown" / "嵌套过深，不再展开";
    BROKEN = "not DER to its end" / "后续内容不是合法的 DER";
    CRT_SH = "Public logs" / "公开日志";
    CRT_SH_HINT = "Copy it and open it yourself: this page asks nobody." / "可复制后自行查询；本页不会发出请求。";
}
