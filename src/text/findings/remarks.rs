use crate::report::message::RemarkMessage;
use crate::text::{Words, row::row};

/// The words of one remark.
pub const fn words(id: RemarkMessage) -> Words {
    match id {
        RemarkMessage::UpstreamAssumed => row!(
            "{server} passes requests to 127.0.0.1:8080", "{server} 会把请求转发到 127.0.0.1:8080";
            "It shows no files by itself, and nothing was said about the application behind it.", "它本身不提供静态文件，而后端应用的地址没有填写。";
            "Fill in the address of the application, such as http://127.0.0.1:3000.", "请填写后端应用的地址，例如 http://127.0.0.1:3000。";
        ),
        RemarkMessage::PythonAlone => row!(
            "{server} alone: no redirect from port 80, no HTTP/2", "单独使用 {server}：80 端口不会跳转，也没有 HTTP/2";
            "It listens on one port, and speaks HTTP/1.1 unless further packages are installed.", "它只监听一个端口；不安装额外的包就只有 HTTP/1.1。";
            "For a public site put nginx or Caddy in front of it; behind a gateway that does the rest it can stay alone.", "面向公网的站点，建议在前面放 nginx 或 Caddy；前面已有网关时可以单独使用。";
        ),
        RemarkMessage::TraefikSharedOptions => row!(
            "tls.yml is for every site of this {server}", "tls.yml 对这台 {server} 的所有站点生效";
            "A rule with a wildcard can not choose TLS options of its own, so they stand in “default”; a second “default” in another file would make {server} drop both.", "带通配符的路由规则无法单独指定 TLS 选项，所以写在 default 里；如果别的文件里还有一个 default，{server} 会把两个都丢弃。";
            "Keep one tls.yml in the folder, and look into the log after a change.", "目录里只保留一份 tls.yml，修改后看一下日志。";
        ),
        RemarkMessage::EnvoyRestart => row!(
            "A renewed certificate needs a restart of {server}", "证书续期后需要重启 {server}";
            "Certificates that stand in the bootstrap file are read once, when it starts.", "写在启动配置里的证书只在启动时读取一次。";
            "Let the renewal end with a restart; with a certificate from SDS (a watched file) it goes without.", "请在续期脚本最后重启服务；如果改用 SDS 监听证书文件，就不用重启。";
        ),
    }
}
