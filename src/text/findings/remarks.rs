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
        RemarkMessage::JavaOldProtocols => row!(
            "Java has switched TLS 1.0 and 1.1 off for all its programs", "Java 已对所有程序禁用 TLS 1.0 和 1.1";
            "Listing them in the configuration of {server} is not enough: jdk.tls.disabledAlgorithms of Java forbids them whatever a program asks for.", "只在 {server} 的配置里列出还不够：Java 的 jdk.tls.disabledAlgorithms 会一律禁用它们。";
            "Start Java with -Djava.security.properties= and the path of legacy.security, which stands beside the certificate. Nothing else on the machine changes.", "请在 Java 的启动参数里加上 -Djava.security.properties=，后面写 legacy.security 的路径（与证书放在同一目录）。机器上的其他程序不受影响。";
        ),
        RemarkMessage::TomcatWholeFile => row!(
            "server.xml is written as a whole", "这里给出的是完整的 server.xml";
            "It is the file that comes with {server}, with other connectors. A server.xml of your own with data sources, realms or hosts would be lost (the old one is kept as server.xml.before).", "它是 {server} 自带的文件，只换了 Connector。如果您的 server.xml 里有自己的数据源、Realm 或 Host，替换后就没有了（原文件另存为 server.xml.before）。";
            "If you changed yours, do not copy the file: take the two Connector elements and the lines marked as ours over by hand.", "如果改过自己的 server.xml，请不要整个覆盖，只把两个 Connector 和标明的几行手工移过去。";
        ),
        RemarkMessage::SpringLocation => row!(
            "The program has to find application.yml and to read the key", "程序要能找到 application.yml，并能读取私钥";
            "The file is put beside the certificate, where {server} does not look by itself, and only root reads the key.", "这个文件与证书放在同一目录，{server} 不会自己去那里找；私钥也只有 root 能读。";
            "Start the program with --spring.config.additional-location=file: and the path of the file, and make the key belong to the account that the program runs as. Or take these lines over into your own application.yml.", "启动程序时加上 --spring.config.additional-location=file:，后面写这个文件的路径，并把私钥的属主改成运行程序的账号。也可以把这些内容并入自己的 application.yml。";
        ),
        RemarkMessage::KestrelProgram => row!(
            "Program.cs shows lines for your own program", "Program.cs 里的代码要并入您自己的程序";
            "Suites, HSTS and the redirect of {server} have no place in its settings: they are part of the program.", "{server} 的加密套件、HSTS 和跳转无法写在配置文件里，只能写在程序中。";
            "Take the lines over in the order in which they stand, and build the program again. The settings work without them.", "请按原有顺序把这些代码并入程序并重新编译。只用配置文件也能启用 HTTPS。";
        ),
        RemarkMessage::WindowsSite => row!(
            "If {server} has the site already, say its name first", "如果 {server} 里已有这个站点，先改站点名";
            "The script makes a site named after the certificate. One that has the same names in another site does not start.", "脚本会新建一个以证书域名命名的站点。如果别的站点已绑定了同样的主机名，新站点无法启动。";
            "Write the name of your site behind $site in set-up.ps1, and take what web.config holds over into its own web.config.", "请把 set-up.ps1 里 $site 的值改成您的站点名，并把 web.config 的内容并入该站点原有的 web.config。";
        ),
        RemarkMessage::WindowsWholeServer => row!(
            "Versions and suites of TLS are set for the whole server", "TLS 版本和加密套件对整台服务器生效";
            "{server} takes them from Windows: the same values are used by Remote Desktop, SQL Server and whatever else runs here, and only after a restart.", "{server} 使用 Windows 的设置：远程桌面、SQL Server 等本机其他服务也用同一份，而且重启后才生效。";
            "Choose a time for the restart. If something old connects to this machine, look at it before the restart; roll-back.ps1 brings the old values back.", "请选好重启的时间。如果有旧程序连接这台机器，重启前先确认；roll-back.ps1 可以恢复原来的设置。";
        ),
        RemarkMessage::WindowsRewrite => row!(
            "The redirect needs the module URL Rewrite", "跳转需要安装 URL Rewrite 模块";
            "Without it {server} answers every request with error 500.19, because it does not know the section rewrite of web.config.", "没有这个模块时，{server} 不认识 web.config 里的 rewrite 节，所有请求都会返回 500.19 错误。";
            "Install URL Rewrite 2.1 from https://www.iis.net/downloads/microsoft/url-rewrite before the file is copied.", "请先从 https://www.iis.net/downloads/microsoft/url-rewrite 安装 URL Rewrite 2.1，再复制这个文件。";
        ),
    }
}
