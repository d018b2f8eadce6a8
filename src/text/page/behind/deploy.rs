//! The deploy tab.

use crate::report::wire::Switch;
use crate::text::Pair;

super::pairs! {
    NO_LEAF = "There is no server certificate here to write a configuration for." / "没有服务器证书，无法生成配置。";
    WAITING = "Writing…" / "正在生成……";
    REFUSED = "This cannot be written" / "无法生成配置";
    TARGET = "Server" / "服务器";
    SYSTEM = "System" / "系统";
    SEARCH = "Find a server" / "搜索服务器";
    SEARCH_ALL = "{count} servers, services and clouds." / "共 {count} 种服务器、服务和云产品。";
    SEARCH_FOUND = "{count} found." / "找到 {count} 个。";
    SEARCH_EXAMPLE = "Postfix, Kubernetes, CDN…" / "Postfix、宝塔、CDN……";
    NO_TARGET = "No match; the list shows everything. A proxy in front, such as nginx, can end TLS for it." / "没有找到，列表里是全部选项。也可以由前面的 nginx 等代理处理 HTTPS。";
    WEB = "Web servers and proxies" / "Web 服务器与代理";
    APPLICATION = "Applications" / "应用服务";
    SERVICE = "Databases, mail and more" / "数据库、邮件等服务";
    PLATFORM = "Clouds and clusters" / "云平台与集群";
    PARTS = "Features" / "启用功能";
    MORE_VERSION = "Version" / "版本";
    MORE = "Versions and custom paths" / "版本与自定义路径";
    VERSION = "Version" / "版本";
    VERSION_HINT = "Empty: that of the system, or the newest." / "留空则使用系统自带版本或最新版本。";
    LIBRARY = "Linked TLS library" / "TLS 库版本";
    LIBRARY_HINT = "As the server itself says (“nginx -V”: built with OpenSSL …), else “openssl version” or “gnutls-cli --version”. It decides which key exchange can be named." / "以服务器程序自己显示的为准（如 nginx -V 的 built with 一行），没有时再看 openssl version 或 gnutls-cli --version。它决定能否写入新的密钥交换算法。";
    CERTIFICATE = "Certificate file" / "证书文件路径";
    KEY = "Key file" / "私钥文件路径";
    PATH_HINT = "If it is on the server already. Nothing is copied there then." / "文件已在服务器上时填写，不再复制文件。";
    CLIENT_CA = "CA file for client certificates" / "客户端证书的 CA 文件路径";
    CLIENT_CA_HINT = "The path of a file of CA certificates. Clients without a certificate of these CAs are refused then (mutual TLS); PostgreSQL, MySQL and MariaDB also need the step under “Worth knowing”." / "填写后，没有这些 CA 所签证书的客户端将被拒绝（双向 TLS，mTLS）；PostgreSQL、MySQL、MariaDB 还需按“注意事项”设置。";
    REDIRECT = "Redirect to HTTPS" / "HTTP 跳转到 HTTPS";
    HSTS = "HSTS" / "HSTS";
    HTTP2 = "HTTP/2" / "HTTP/2";
    HTTP3 = "HTTP/3" / "HTTP/3";
    WEBSOCKET = "WebSockets" / "WebSocket";
    STAPLING = "OCSP stapling" / "OCSP 装订";
    TICKETS = "Session tickets" / "会话票据（Session Ticket）";
    HYBRID = "X25519MLKEM768" / "X25519MLKEM768";
    BOTH_KEYS = "Second certificate" / "双证书";
    PROXY_PROTOCOL = "PROXY protocol" / "PROXY 协议";
    REDIRECT_HINT = "From plain HTTP; ACME’s path stays open where the server can." / "HTTP 请求转到 HTTPS；服务器支持时，放行 ACME 验证路径。";
    HTTP2_HINT = "Many requests over one connection." / "一个连接并发多个请求。";
    HTTP3_HINT = "Over UDP: let UDP 443 through the firewall." / "使用 UDP，请在防火墙和安全组放行 UDP 443。";
    WEBSOCKET_HINT = "Upgrades are passed on." / "转发连接升级请求。";
    STAPLING_HINT = "Only where the certificate names a responder." / "证书写有 OCSP 地址时才会启用。";
    TICKETS_HINT = "Clients come back faster." / "客户端重新连接更快。";
    HYBRID_HINT = "Safe from quantum computers; only where the library has it." / "抗量子的密钥交换，TLS 库支持时才写入。";
    BOTH_KEYS_HINT = "RSA and ECDSA side by side; put the other fullchain.pem and privkey.pem into a folder “second”." / "RSA 与 ECDSA 同时部署；另一套 fullchain.pem 和 privkey.pem 需自行放进 second 目录。";
    PROXY_PROTOCOL_HINT = "Only behind a load balancer that sends it: nobody else can connect then." / "仅在前面的负载均衡会发送 PROXY 协议头时启用，否则客户端无法连接。";
    NEWEST = "newest ({version})" / "最新（{version}）";
    PROFILE = "Client profile" / "客户端方案";
    MODERN_HINT = "TLS 1.3 only. For clients that you control." / "仅 TLS 1.3，适合客户端可控的场景。";
    COMPATIBLE_HINT = "TLS 1.2 and 1.3. Right for most sites." / "TLS 1.2 和 1.3，适合大多数网站。";
    MINI_PROGRAM_HINT = "TLS 1.2 and 1.3 with the suites of the oldest phones." / "TLS 1.2 和 1.3，并保留老手机需要的加密套件。";
    LEGACY_HINT = "TLS 1.0 to 1.3. Only if you must: it lowers the security level." / "TLS 1.0 到 1.3，会降低安全级别，非必要不要用。";
    NAMES = "Server names" / "域名";
    NAMES_HINT = "Empty: all names of the certificate." / "留空则使用证书中的全部名称。";
    UPSTREAM = "Pass requests on to (upstream)" / "转发到（上游地址）";
    UPSTREAM_HINT = "Empty: a folder of static files." / "留空则提供静态文件目录。";
    UPSTREAM_NEEDED = "It has no pages of its own. Empty: {upstream}." / "它本身不提供网页，留空则写 {upstream}。";
    HSTS_HINT = "Browsers then refuse plain HTTP for these names." / "浏览器将拒绝用 HTTP 访问这些域名。";
    ZIP = "Download all (ZIP)" / "打包下载（ZIP）";
    CHANGED = "changed" / "有改动";
    CHANGED_LINES = "{count:line/lines} changed" / "{count} 行有改动";
    FILES = "Certificate files:" / "证书文件：";
    KEY_ABSENT = "privkey.pem is not in it: no private key was given here. Put yours beside the other files." / "ZIP 里没有 privkey.pem：没有给出私钥，请自行放到同一目录。";
    KEY_LOCKED = "privkey.pem is not in it yet: the private key is locked. Type its password at the finding above." / "ZIP 里还没有 privkey.pem：私钥有密码，请先在上面的检查结果里输入。";
    KEY_FILE = "{name} is not in it: it takes a password of yours. Make it, and put it beside the other files:" / "ZIP 里没有 {name}，它需要设置密码。请先生成，再放到同一目录：";
    DOWNLOAD = "Download {name}" / "下载 {name}";
    DOWNLOAD_SHORT = "Download" / "下载";
    NOTES = "Worth knowing" / "注意事项";
    COMMANDS = "Put it to work" / "部署步骤";
    SHELL = "Shell" / "命令";
    EXPECT = "Expect: " / "应看到：";
}

/// What a part of a configuration is good for, in a few words.
pub const fn hint(switch: Switch) -> Pair {
    match switch {
        Switch::Redirect => REDIRECT_HINT,
        Switch::Hsts => HSTS_HINT,
        Switch::Http2 => HTTP2_HINT,
        Switch::Http3 => HTTP3_HINT,
        Switch::WebSocket => WEBSOCKET_HINT,
        Switch::Stapling => STAPLING_HINT,
        Switch::Tickets => TICKETS_HINT,
        Switch::Hybrid => HYBRID_HINT,
        Switch::BothKeys => BOTH_KEYS_HINT,
        Switch::ProxyProtocol => PROXY_PROTOCOL_HINT,
    }
}

/// What a part of a configuration is called in the form.
pub const fn part(switch: Switch) -> Pair {
    match switch {
        Switch::Redirect => REDIRECT,
        Switch::Hsts => HSTS,
        Switch::Http2 => HTTP2,
        Switch::Http3 => HTTP3,
        Switch::WebSocket => WEBSOCKET,
        Switch::Stapling => STAPLING,
        Switch::Tickets => TICKETS,
        Switch::Hybrid => HYBRID,
        Switch::BothKeys => BOTH_KEYS,
        Switch::ProxyProtocol => PROXY_PROTOCOL,
    }
}
