//! One server certificate in another’s place.

super::pairs! {
    ONE = "Give the old certificate and the renewed one: paste both, or drop both files. This tab then says whether you can replace the old one." / "把续期后的新证书和旧证书一起粘贴或拖进来，这里会告诉你能不能直接替换。";
    OLD = "In use" / "正在使用";
    NEW = "To take its place" / "准备换上";
    CHOICE = "{name}, ends {until}" / "{name} 至 {until}";
    SWAP = "Swap" / "对调";
    WAITING = "Comparing…" / "正在对比……";
    SAME_CHOSEN = "Choose two different certificates." / "请选择两张不同的证书。";
    SAFE = "Safe to replace" / "可以直接替换";
    LOOK = "Can be replaced; look at this first" / "可以替换，先看看这几点";
    DO_NOT = "Do not replace" / "先不要替换";
    EFFECTS = "What changes for those who connect" / "替换后的变化";
    NAMES = "Names" / "域名";
    NAMES_TABLE = "Names of both certificates" / "两张证书的域名";
    LOST = "lost" / "缺少";
    GAINED = "new" / "新增";
    KEPT = "kept" / "保留";
    CHANGED = "changed" / "变化";
    KEPT_BY = "kept, by {by}" / "保留，由 {by} 覆盖";
    SIDE_BY_SIDE = "Side by side" / "并排对比";
    FACT = "What" / "项目";
    SUBJECT = "Name" / "名称";
    ISSUER = "Issued by" / "签发者";
    ROOT = "Root" / "根证书";
    NO_ROOT = "none known" / "未知";
    CHAIN = "Sent with" / "一起发送";
    ALONE = "nothing else" / "无";
    KEY = "Key" / "密钥";
    SAME_KEY = "the same key" / "同一个密钥";
    FROM = "Begins" / "生效";
    UNTIL = "Ends" / "到期";
    LIFETIME = "Good for" / "有效时长";
    DAYS = "{count:day/days}" / "{count} 天";
    FINGERPRINT = "SHA-256" / "SHA-256";
    FIELDS = "Fields that differ" / "不同的字段";
    FIELD = "Field" / "字段";
    NO_FIELDS = "Nothing but what every renewal changes." / "只有每次续期都会变的内容不同。";
    USUAL = "Fields that every renewal changes ({count})" / "每次续期都会变的字段（{count} 项）";
}
