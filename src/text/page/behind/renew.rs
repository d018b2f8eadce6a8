//! The tab about getting and renewing.

super::pairs! {
    NO_LEAF = "There is no server certificate here. Type the names that you want one for, and their records stand below." / "这里没有服务器证书。填入要申请的域名，下面会列出对应的解析记录。";
    WAITING = "Writing…" / "正在生成……";
    REFUSED = "This cannot be made" / "无法生成";
    CLIENT = "ACME client" / "ACME 客户端";
    CHALLENGE = "Proof of control" / "验证方式";
    DNS = "TXT record (DNS-01)" / "TXT 记录（DNS-01）";
    HTTP = "File on port 80 (HTTP-01)" / "80 端口文件（HTTP-01）";
    PROVIDER = "DNS provider" / "DNS 服务商";
    MANUAL = "no API: by hand" / "没有 API，手动添加";
    ALIBABA = "Alibaba Cloud DNS" / "阿里云 DNS";
    TENCENT = "Tencent Cloud DNSPod" / "腾讯云 DNSPod";
    CLOUDFLARE = "Cloudflare" / "Cloudflare";
    NAMES = "Names" / "域名";
    NAMES_HINT = "Empty: all names of the certificate." / "留空则使用证书中的全部名称。";
    ZONE = "DNS zone" / "解析区域（主域名）";
    ZONE_HINT = "The domain as your DNS provider lists it." / "DNS 服务商控制台中显示的域名。";
    PLAN = "Renewals to come" / "今后的续期";
    PLAN_TABLE = "The renewals to come, with the lifetime allowed then" / "今后的续期，以及届时允许的有效期";
    ON = "Renew on" / "续期日";
    UNTIL = "New one ends" / "新证书到期";
    LIFETIME = "Lifetime" / "有效期";
    ALLOWED = "Allowed then" / "届时上限";
    REUSE = "Proof lasts" / "验证可复用";
    DAYS = "{days:day/days}" / "{days} 天";
    NO_LIMIT = "no limit" / "无上限";
    ICS = "Calendar file (.ics)" / "日历文件（.ics）";
    RECORDS = "DNS records" / "解析记录";
    RECORDS_TABLE = "The records that prove control" / "用于验证域名的记录";
    FOR = "For" / "用于";
    RECORD = "Record (type TXT)" / "记录（类型 TXT）";
    HOST = "Host to enter" / "主机记录";
    CHECK = "Look it up" / "查询命令";
    COMMANDS = "Get it, renew it" / "申请与自动续期";
    WATCH = "Watch the expiry" / "到期监控";
    KINDS = "Which kind of certificate?" / "该用哪种证书？";
    REVOKE = "Revoke it" / "吊销证书";
    SOURCES = "Sources: " / "依据：";
}
