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
        RemarkMessage::SquidWithOpenSsl => row!(
            "{server} needs the build with OpenSSL", "{server} 需要 OpenSSL 版本";
            "Debian and Ubuntu have two packages. The one called squid speaks TLS by GnuTLS and reads other directives.", "Debian 和 Ubuntu 有两个软件包，其中 squid 使用 GnuTLS，配置指令也不同。";
            "Install squid-openssl; it takes the place of the other and keeps its configuration.", "请安装 squid-openssl，它会替换原来的包并保留配置。";
        ),
    }
}
