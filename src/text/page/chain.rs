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
    SUPPLIED = "not given, from our supply" / "未提供，来自内置证书库";
    SUPPLIED_GAP = "missing, from our supply" / "缺失，内置证书库中有";
    PRIVATE = "private root · no. {place}" / "私有根证书 · 第 {place} 张";
    PRIVATE_KEPT = "private root, not sent" / "私有根证书，无需发送";
    LEGEND = "What the boxes mean" / "图例";
    LEGEND_CROSSED = "cross-signed: leads to an older root" / "交叉签名：通向更早的根";
    LEGEND_MISSING = "missing, has to be sent" / "缺失，须一并下发";
    LEGEND_SUPPLIED = "not given; comes with this page and can be added" / "未提供，本页自带，可补上";
    LEGEND_ROOT = "root that was given; need not be sent" / "给出的根证书，无需发送";
    LEGEND_KNOWN = "root that clients have" / "客户端已内置的根证书";
    LEGEND_PRIVATE = "private root: no public list has it" / "私有根证书，公共列表均未收录";
    LEGEND_REMOVED = "given, left out by the repair" / "已给出，修复时去掉";
    LEGEND_STRANGER = "belongs to no path" / "不属于任何证书链";
    MISSING_TITLE = "The missing issuer" / "缺失的签发者证书";
    SUBJECT = "Subject" / "使用者";
    KEY_ID = "Key identifier" / "密钥标识";
    ADDRESS = "Address" / "下载地址";
    ADDRESS_HINT = "This page asks no other site: open it yourself and drop the file here." / "本页不会访问其他网站：请自行打开该地址，再把文件拖进来。";
    FINGERPRINT = "SHA-256" / "SHA-256 指纹";
    SUPPLY = "Our supply" / "内置证书库";
    SUPPLY_HAS = "Has it, as of {date}." / "已收录（{date}）。";
    SUPPLY_COMING = "Looking for it…" / "正在查找……";
    SUPPLY_ABSENT = "Not loaded: its files lie beside this page, and could not be had." / "未能加载：证书库文件应与本页放在一起，但没有取到。";
    SUPPLY_LACKS = "Does not have it, as of {date}." / "未收录（{date}）。";
    SUPPLY_EMPTY = "Does not have it." / "未收录。";
    ADD = "Add it" / "补上它";
    AGAIN = "Try again" / "重试";
    PATHS = "{count:way/ways} to a root" / "{count} 条通往根证书的路径";
    PATH_VALID = "holds" / "有效";
    PATH_INVALID = "does not hold" / "无效";
}
