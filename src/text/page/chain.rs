//! The chain tab.

super::pairs! {
    HINT = "Each certificate is signed by the next. A server sends all of them but the root, yours first." / "每张证书都由下一张签发。服务器应发送根证书以外的全部证书，服务器证书排在最前。";
    NO_LEAF = "There is no server certificate here to build a chain from." / "没有服务器证书，无法组成证书链。";
    PICTURE = "Picture of the chain; the list after it says the same" / "证书链示意图，其后的列表内容相同";
    LEFT_OUT = "{count:more certificate belongs/more certificates belong} to no path and is not drawn." / "还有 {count} 张无关证书没有画出。";
    LEAF = "yours · no. {place}" / "你的证书 · 第 {place} 张";
    SENT = "intermediate · no. {place}" / "中间证书 · 第 {place} 张";
    CROSSED = "cross-signed, keep · no. {place}" / "交叉签名，请保留 · 第 {place} 张";
    ROOT = "root, not needed · no. {place}" / "根证书，无需发送 · 第 {place} 张";
    REMOVED = "left out, not needed" / "已去掉，无需发送";
    STRANGER = "belongs to no path" / "不属于任何证书链";
    KNOWN = "root, not sent" / "根证书，无需发送";
    KNOWN_FACTS = "clients have it" / "客户端已内置";
    MISSING = "missing" / "缺失";
    NOT_GIVEN = "was not given" / "没有提供";
    IN_PACK = "in the bundled pack" / "内置证书库中已有";
    MISSING_TITLE = "The missing issuer" / "缺失的签发者证书";
    SUBJECT = "Subject" / "使用者";
    KEY_ID = "Key identifier" / "密钥标识";
    ADDRESS = "Address" / "下载地址";
    ADDRESS_HINT = "This page fetches nothing: open it yourself and drop the file here." / "本页不会联网下载：请自行打开该地址，再把文件拖进来。";
    PATHS = "{count:way/ways} to a root" / "{count} 条通往根证书的路径";
    PATH_VALID = "holds" / "有效";
    PATH_INVALID = "does not hold" / "无效";
}
