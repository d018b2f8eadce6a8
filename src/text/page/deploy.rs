//! The deploy tab.

super::pairs! {
    NO_LEAF = "There is no server certificate here to write a configuration for." / "没有服务器证书，无法生成配置。";
    WAITING = "Writing…" / "正在生成……";
    REFUSED = "This can not be written" / "无法生成配置";
    TARGET = "Server" / "服务器";
    VERSION = "Version" / "版本";
    NEWEST = "newest ({version})" / "最新（{version}）";
    PROFILE = "Clients" / "客户端范围";
    MODERN = "Modern" / "现代";
    MODERN_HINT = "TLS 1.3 only. For clients that you control." / "仅 TLS 1.3，适合客户端可控的场景。";
    COMPATIBLE = "Compatible" / "兼容";
    COMPATIBLE_HINT = "TLS 1.2 and 1.3. Right for most sites." / "TLS 1.2 和 1.3，适合大多数网站。";
    MINI_PROGRAM = "Mini-program" / "小程序";
    MINI_PROGRAM_HINT = "TLS 1.2 and 1.3 with the suites of the oldest phones." / "TLS 1.2 和 1.3，并保留老手机需要的加密套件。";
    LEGACY = "Legacy" / "老旧";
    LEGACY_HINT = "TLS 1.0 to 1.3. Only if you must: it lowers the security level." / "TLS 1.0 到 1.3，会降低安全级别，非必要不要用。";
    NAMES = "Server names" / "域名";
    NAMES_HINT = "Empty: all names of the certificate." / "留空则使用证书中的全部名称。";
    UPSTREAM = "Pass requests on to" / "转发到";
    UPSTREAM_HINT = "Empty: a folder of static files." / "留空则提供静态文件目录。";
    HSTS = "Send HSTS" / "启用 HSTS";
    HSTS_HINT = "Browsers then refuse plain HTTP for these names." / "浏览器将拒绝用 HTTP 访问这些域名。";
    FILES = "Certificate files:" / "证书文件：";
    DOWNLOAD = "Download {name}" / "下载 {name}";
    NOTES = "Worth knowing" / "注意事项";
    COMMANDS = "Put it to work" / "部署步骤";
    SHELL = "Shell" / "命令";
    EXPECT = "Expect: " / "应看到：";
}
