//! The parts of the result.

super::pairs! {
    LABEL = "A closer look" / "详细内容";
    LIST = "Certificates" / "证书列表";
    CHAIN = "Chain" / "证书链";
    NAMES = "Names" / "域名";
    DATES = "Dates" / "有效期";
    PLATFORMS = "Mini-programs & phones" / "小程序与手机";
    DEPLOY = "Deploy" / "部署";
    RENEW = "Renew" / "申请与续期";
    FILES = "Files" / "文件";
    COMPARE = "Compare" / "新旧对比";
    DETAILS = "Details" / "证书详情";
}
