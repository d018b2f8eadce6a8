//! Six facts.

super::pairs! {
    LABEL = "Summary" / "概要";
    CHAIN = "Chain" / "证书链";
    NAMES = "Names" / "域名";
    DATES = "Dates" / "有效期";
    KEY = "Private key" / "私钥";
    TRUST = "Trust" / "信任";
    NOT_WITH_OWN_ROOT = "Not with your own root" / "不接受自有根证书";
    PLATFORMS = "Mini-programs" / "小程序";
    CHECKING = "Checking…" / "检查中……";
    MISSING = "{count} missing" / "缺 {count} 张";
    WRONG_ORDER = "Wrong order" / "顺序错误";
    INCOMPLETE = "Incomplete" / "不完整";
    INVALID = "Fails verification" / "校验不通过";
    COMPLETE = "Complete, {count:certificate/certificates}" / "完整，共 {count} 张";
    COVERED = "{covered} of {count} covered" / "覆盖 {covered} / {count}";
    NOT_VALID = "{count:name/names} not valid" / "{count} 个名称无效";
    EVERYBODY = "Every client" / "全部客户端";
    NOBODY = "No client" / "没有客户端信任";
    SOMETIMES = "Not reliably" / "不一定";
    OWN_ROOT = "Your own root" / "自有根证书";
    PRIVATE_ROOT = "Private root" / "私有根证书";
    TRUSTING = "{trusting} of {count} versions" / "{trusting} / {count} 个版本";
    UNKNOWN = "Not known" / "未知";
    ENDED = "Ended {date}" / "{date}已过期";
    STARTS = "Starts {date}" / "{date}起有效";
    RENEW_NOW = "Renew now" / "现在就续期";
    RENEW = "Renew {date}" / "{date}续期";
    NO_KEY = "Not given" / "未提供";
    MATCHES = "Matches" / "匹配";
    ENCRYPTED = "Encrypted" / "已加密";
    FOREIGN = "Does not fit" / "不匹配";
}
