use crate::report::message::RemarkMessage;
use crate::text::{Words, row::row};

/// The words of one remark.
pub const fn words(id: RemarkMessage) -> Words {
    match id {
        RemarkMessage::WholeConfiguration => row!(
            "This is the whole configuration of {server}", "这是 {server} 的完整配置文件";
            "All sites of {server} share one file. What stands there now is kept beside it with the ending .before.", "{server} 的所有站点共用一个配置文件。安装时原文件会改名为 .before 保留在旁边。";
            "If other sites run on this server, merge the parts below by hand instead of replacing the file.", "如果这台服务器上还有其他站点，请手工合并相应部分，不要直接覆盖。";
        ),
        RemarkMessage::StapleFile => row!(
            "The stapled OCSP answer has to be fetched again every day", "OCSP 装订文件需要每天更新";
            "This version of {server} staples a file and never renews it; an answer is good for a few days.", "这个版本的 {server} 只读取文件，不会自动更新，而 OCSP 应答几天后就过期。";
            "Let cron run the openssl ocsp line of the commands daily, and reload {server}.", "请用 cron 每天执行安装命令里的 openssl ocsp 那一行，然后重载 {server}。";
        ),
        RemarkMessage::BehindHitch => row!(
            "What stands behind {server} must expect the PROXY protocol", "{server} 后面的服务必须支持 PROXY 协议";
            "{server} only ends TLS. It tells who is calling by the PROXY protocol; the redirect to HTTPS, HSTS and HTTP/2 are the backend's matter.", "{server} 只负责 TLS，通过 PROXY 协议告诉后端真实的客户端地址；跳转到 HTTPS、HSTS 和 HTTP/2 都由后端负责。";
            "Turn it on behind: listen … proxy_protocol (nginx), accept-proxy (HAProxy), -a …,PROXY (Varnish). Remove write-proxy-v2 for an application that can not.", "在后端打开它：nginx 用 listen … proxy_protocol，HAProxy 用 accept-proxy，Varnish 用 -a …,PROXY。后端不支持时，请删掉 write-proxy-v2 这一行。";
        ),
        RemarkMessage::BaotaBoxes => row!(
            "{server}: paste two files into the two boxes of the panel", "{server}：在面板的两个框里粘贴两个文件";
            "The way is Website → the site → SSL → Current certificate (Other certificate in older versions). The left box, KEY, takes privkey.pem; the right one, PEM, takes all of fullchain.pem: the server certificate first, then each intermediate.", "路径：网站 → 点站点名 → SSL → 当前证书（旧版叫“其他证书”）。左框“密钥（KEY）”粘贴 privkey.pem；右框“证书（PEM 格式）”粘贴整个 fullchain.pem，服务器证书在前，中间证书紧跟其后。";
            "Paste, save and enable, and turn Force HTTPS on. With only the first block in the right box phones and mini-programs refuse the site.", "粘贴后点“保存并启用证书”，再打开“强制HTTPS”。右框如果只贴第一段证书，手机和小程序会连不上。";
        ),
        RemarkMessage::BaotaRewrites => row!(
            "{server} rewrites the site's file", "{server} 会改写站点的配置文件";
            "Saving certificate, domains or rewrite rules in the panel changes /www/server/panel/vhost/nginx/ again, and looks for its own marker lines such as #SSL-START.", "在面板里保存证书、域名或伪静态时，会再次改写 /www/server/panel/vhost/nginx/ 下的文件，并要找到 #SSL-START 之类的标识行。";
            "Keep the panel's file and its markers: open the site's configuration tab and take over the ssl_ lines from here between #SSL-START and #SSL-END. Replace the whole file only for a site that the panel does not manage.", "请保留面板生成的文件和标识行：打开站点的“配置文件”页，把这里的 ssl_ 各行抄到 #SSL-START 和 #SSL-END 之间。只有不归面板管理的站点才整个替换。";
        ),
        RemarkMessage::OraclePorts => row!(
            "{server} listens on 7777 and 4443 unless it is told otherwise", "{server} 默认监听 7777 和 4443 端口";
            "Ports below 1024 need the right to bind them, which an ordinary user has not; its httpd.conf and ssl.conf say where it listens.", "1024 以下的端口需要特权，普通用户无法绑定；监听端口写在 httpd.conf 和 ssl.conf 里。";
            "Set Listen 80 and Listen 443 there and let the launcher start as root, or let a load balancer lead to 7777 and 4443; then put those ports into the VirtualHost lines.", "在那里写上 Listen 80 和 Listen 443，并让启动程序以 root 身份运行；或者由负载均衡转发到 7777 和 4443，并把 VirtualHost 行改成这两个端口。";
        ),
        RemarkMessage::LiteSpeedMerge => row!(
            "httpd_config.part.xml has to be merged by hand into {server}'s own file", "需要手工把 httpd_config.part.xml 合并到 {server} 的主配置";
            "Virtual hosts and listeners of {server} stand in lists of conf/httpd_config.xml, which its console writes too; nothing can be put beside it.", "{server} 的虚拟主机和监听器都写在 conf/httpd_config.xml 的列表里，控制台也会改写这个文件，无法另放一个文件。";
            "Copy each entry into the list of its name before the check. Where a listener for 80 or 443 is there already, take over only its vhostMap and the TLS settings.", "检查配置之前，把各项复制到同名列表里。如果 80 或 443 已有监听器，只添加 vhostMap 和 TLS 相关设置。";
        ),
        RemarkMessage::LiteSpeedListeners => row!(
            "A port has one listener in {server}", "{server} 的每个端口只能有一个监听器";
            "Where httpd_config.conf has a listener for 80 or 443 already, a second one keeps the server from taking the configuration.", "如果 httpd_config.conf 里已有 80 或 443 的监听器，再加一个会导致配置无法生效。";
            "Then add the map line and the TLS settings to the listener that is there, and leave the new one out.", "这种情况下，把 map 行和 TLS 设置加到已有的监听器里，不要再新建。";
        ),
        RemarkMessage::SquidWithOpenSsl => row!(
            "{server} needs the build with OpenSSL", "{server} 需要 OpenSSL 版本";
            "Debian and Ubuntu have two packages. The one called squid speaks TLS by GnuTLS and reads other directives.", "Debian 和 Ubuntu 有两个软件包，其中 squid 使用 GnuTLS，配置指令也不同。";
            "Install squid-openssl; it takes the place of the other and keeps its configuration.", "请安装 squid-openssl，它会替换原来的包并保留配置。";
        ),
    }
}
