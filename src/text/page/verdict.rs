//! The sentence that decides.

super::pairs! {
    BROKEN = "Will be refused" / "会被拒绝";
    ATTENTION = "Works, but needs attention" / "可用，但需要处理";
    READY = "No problems found" / "没有发现问题";
    GLANCE = "No fault so far" / "目前没有发现问题";
    GLANCE_OF = "{host}, {days:day/days} left" / "{host}，剩余 {days} 天";
    GLANCE_MORE = "Signatures, clients and platforms are still being checked…" / "正在检查签名、客户端和平台……";
    READY_ONE = "Ready: {host}, {days:day/days} left" / "可以部署：{host}，剩余 {days} 天";
    READY_MANY = "Ready: {host} and {more:more name/more names}, {days:day/days} left" / "可以部署：{host} 及另外 {more} 个域名，剩余 {days} 天";
    TALK = "No certificate, only words" / "只有文字，没有证书";
    CLAIMS = "{count:claim/claims} about certificates recognised" / "识别出 {count} 条关于证书的说法";
    READY_BARE = "Nothing wrong was found" / "没有发现问题";
    MORE_ERRORS = "and {errors:more error/more errors}" / "另有 {errors} 个错误";
    MORE_WARNINGS = "and {warnings:more warning/more warnings}" / "另有 {warnings} 个警告";
    MORE_OF_BOTH = "and {errors:more error/more errors}, {warnings:warning/warnings}" / "另有 {errors} 个错误、{warnings} 个警告";
    DAYS_LEFT = "{days:day/days} left" / "剩余 {days} 天";
    UNTIL = "until {date}" / "有效期至 {date}";
    DAYS_AGO = "ended {days:day/days} ago" / "{days} 天前到期";
    REPAIRED = "Repaired: this is the chain in the right order, with all that belongs to it and nothing else." / "已修复：顺序已排好，该有的已补齐，无关的已去掉。";
    OWN_ROOT = "Judged as if clients trusted its private root." / "按客户端信任其私有根证书来检查。";
    UNDO = "Undo" / "撤销";
    EXAMPLE = "An example, judged as of {date}." / "示例，按 {date}的时间检查。";
    REPAIR = "Repair the chain" / "修复证书链";
    DOWNLOAD = "Download fullchain.pem" / "下载 fullchain.pem";
    CONFIGURATION = "Get the server configuration" / "生成服务器配置";
    NO_ANSWER = "There is no answer for this input." / "没有得到检查结果。";
}
