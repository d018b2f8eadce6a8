use crate::report::message::RemarkMessage;
use crate::text::{Words, row::row};

/// The words of one remark.
pub const fn words(id: RemarkMessage) -> Words {
    match id {
        RemarkMessage::PythonAlone => row!(
            "{server} alone: no redirect from port 80, no HTTP/2", "单独使用 {server}：80 端口不会跳转，也没有 HTTP/2";
            "It listens on one port, and with this configuration it speaks HTTP/1.1 only.", "它只监听一个端口，按这份配置只提供 HTTP/1.1。";
            "For a public site put nginx or Caddy in front of it; behind a gateway that does the rest it can stay alone.", "面向公网的站点，建议在前面放 nginx 或 Caddy；前面已有网关时可以单独使用。";
        ),
        RemarkMessage::TraefikSharedOptions => row!(
            "tls.yml is for every site of this {server}", "tls.yml 对这台 {server} 的所有站点生效";
            "A rule with a wildcard cannot choose TLS options of its own, so they stand in “default”; a second “default” in another file makes {server} drop both.", "带通配符的路由规则无法单独指定 TLS 选项，所以写在 default 里；如果别的文件里还有一个 default，{server} 会把两个都丢弃。";
            "Have one “default” in the whole folder /etc/traefik/dynamic, and look at the log after a change.", "/etc/traefik/dynamic 里的全部文件只能有一个 default，修改后请查看日志。";
        ),
        RemarkMessage::EnvoyRestart => row!(
            "A renewed certificate needs a restart of {server}", "证书续期后需要重启 {server}";
            "Certificates that stand in the bootstrap file are read once, when it starts.", "写在启动配置（bootstrap）里的证书只在启动时读取一次。";
            "End each renewal with a restart. A certificate from SDS (a watched file) needs none.", "请在续期脚本最后重启服务；如果改用 SDS 监听证书文件，就不用重启。";
        ),
        RemarkMessage::JavaOldProtocols => row!(
            "Java has switched TLS 1.0 and 1.1 off for all its programs", "Java 已对所有程序禁用 TLS 1.0 和 1.1";
            "Listing them in the configuration of {server} is not enough: jdk.tls.disabledAlgorithms of Java forbids them whatever a program asks for.", "只在 {server} 的配置里列出还不够：Java 的 jdk.tls.disabledAlgorithms 会一律禁用它们。";
            "Start Java with -Djava.security.properties= and the path of legacy.security, which stands beside the certificate. Nothing else on the machine changes.", "请在 Java 的启动参数里加上 -Djava.security.properties=，后面写 legacy.security 的路径（与证书放在同一目录）。机器上的其他程序不受影响。";
        ),
        RemarkMessage::TomcatWholeFile => row!(
            "server.xml is written as a whole", "这里给出的是完整的 server.xml";
            "It is {server}’s stock file with new connectors. Data sources, realms or hosts of your own would be lost (the old file is kept below /var/backups/certloupe).", "它以 {server} 自带的文件为底，换了 Connector。如果原来的 server.xml 里加过数据源、Realm 或 Host，替换后就没有了（原文件备份在 /var/backups/certloupe 下）。";
            "If you changed yours, do not copy the file: take over by hand the Connector elements and, in Host, the valve and context that the comment “Ours:” names.", "如果改过 server.xml，请不要整个覆盖，只把 Connector 以及 Host 里注释“Ours:”所指的 Valve 和 Context 手工移过去。";
        ),
        RemarkMessage::SpringLocation => row!(
            "The program has to find application.yml and to read the key", "程序要能找到 application.yml，并能读取私钥";
            "The file is put beside the certificate, where {server} does not look by itself, and only root reads the key.", "这个文件与证书放在同一目录，{server} 不会自己去那里找；私钥也只有 root 能读。";
            "Start the program with --spring.config.additional-location=file: and the path of the file, and make the key belong to the account that the program runs as. Or take these lines over into your own application.yml.", "启动程序时加上 --spring.config.additional-location=file:，后面写这个文件的路径，并把私钥的属主改成运行程序的账号。也可以把这些内容并入自己的 application.yml。";
        ),
        RemarkMessage::LowPorts => row!(
            "{server} needs the right to listen below port 1024", "{server} 需要监听 1024 以下端口的权限";
            "Linux lets only root bind these ports, and a program in Java should not run as root. Here nobody knows how yours is started.", "Linux 只允许 root 绑定这些端口，而 Java 程序不应以 root 身份运行；这里也不知道它是怎样启动的。";
            "Run systemctl edit for its unit, write AmbientCapabilities=CAP_NET_BIND_SERVICE under [Service], and restart it.", "用 systemctl edit 打开它的服务单元，在 [Service] 下写上 AmbientCapabilities=CAP_NET_BIND_SERVICE，然后重启服务。";
        ),
        RemarkMessage::KestrelProgram => row!(
            "Program.cs shows lines for your own program", "Program.cs 里的代码要并入自己的程序";
            "Suites, HSTS and the redirect of {server} cannot be set in appsettings: they are code.", "{server} 的加密套件、HSTS 和跳转无法写在配置文件里，只能写在程序中。";
            "Take the lines over in the order in which they stand, and build the program again. The settings work without them.", "请按原有顺序把这些代码并入程序并重新编译。只用配置文件也能启用 HTTPS。";
        ),
        RemarkMessage::WindowsSite => row!(
            "If {server} has the site already, put its name into set-up.ps1 first", "如果 {server} 里已有这个站点，请先把它的名称写进 set-up.ps1";
            "The script makes a site named after the first host name. If another site is bound to the same host names, the new one does not start.", "脚本会新建一个以第一个域名命名的站点。如果别的站点已绑定同样的主机名，新站点无法启动。";
            "Set $site in set-up.ps1 to the name of your site, and merge web.config into the site’s own web.config.", "请把 set-up.ps1 里 $site 的值改成现有站点的名称，并把 web.config 的内容并入该站点原有的 web.config。";
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
        RemarkMessage::WholeConfiguration => row!(
            "This is the whole configuration of {server}", "这是 {server} 的完整配置文件";
            "All sites of {server} share one file. The install commands first keep a copy of the present one below /var/backups/certloupe, in a folder of the day.", "{server} 的所有站点共用一个配置文件。安装时会先把现有文件备份到 /var/backups/certloupe 下以当天日期命名的目录。";
            "If other sites run on this server, merge the parts by hand instead of replacing the file.", "如果这台服务器上还有其他站点，请手工合并相应部分，不要直接覆盖。";
        ),
        RemarkMessage::StapleFile => row!(
            "The stapled OCSP answer has to be fetched again every day", "OCSP 装订文件需要每天更新";
            "This version of {server} staples a file and never renews it; an answer is good for a few days.", "这个版本的 {server} 只读取文件，不会自动更新，而 OCSP 应答几天后就过期。";
            "Let cron run the openssl ocsp line of the install commands every day, then reload {server}. The line reads chain.pem, so keep the unpacked folder and run it there.", "请用 cron 每天执行安装命令里的 openssl ocsp 那一行，然后重新加载 {server}。这一行要读取 chain.pem，请保留解压后的目录并在其中执行。";
        ),
        RemarkMessage::LighttpdShared => row!(
            "Certificate and TLS settings hold for every site of this {server}", "证书和 TLS 设置对这台 {server} 的所有站点生效";
            "Pages, redirect and HSTS are for the names of this site alone. The port of TLS is one for all sites: a name without a certificate of its own gets this one.", "页面、跳转和 HSTS 只对本站点的域名生效；TLS 端口由所有站点共用，没有自己证书的域名也会收到这张证书。";
            "If other sites use TLS too, give each its ssl.pemfile and ssl.privkey inside $HTTP[\"host\"], and leave out what stands in a file of another site already: {server} takes a setting once.", "其他站点也用 TLS 时，把各自的 ssl.pemfile 和 ssl.privkey 写进 $HTTP[\"host\"] 块；别的文件里已有的全局设置请删掉，{server} 不允许同一设置出现两次。";
        ),
        RemarkMessage::BehindHitch => row!(
            "The server behind {server} must expect the PROXY protocol", "{server} 后面的服务必须支持 PROXY 协议";
            "{server} only ends TLS. It passes the client’s address on by the PROXY protocol; the redirect to HTTPS, HSTS and HTTP/2 are up to the server behind.", "{server} 只负责 TLS，通过 PROXY 协议告诉后端真实的客户端地址；跳转到 HTTPS、HSTS 和 HTTP/2 都由后端负责。";
            "Turn it on there: listen … proxy_protocol (nginx), accept-proxy (HAProxy), -a …,PROXY (Varnish). If the application does not know it, remove the line write-proxy-v2.", "在后端打开它：nginx 用 listen … proxy_protocol，HAProxy 用 accept-proxy，Varnish 用 -a …,PROXY。后端不支持时，请删掉 write-proxy-v2 这一行。";
        ),
        RemarkMessage::BaotaBoxes => row!(
            "{server}: paste two files into the two boxes of the panel", "{server}：在面板的两个框里粘贴两个文件";
            "Go to Website → the site → SSL → Current certificate (Other certificate in older versions). The left box, KEY, takes privkey.pem; the right one, PEM, takes all of fullchain.pem: the server certificate first, then each intermediate.", "路径：网站 → 点站点名 → SSL → 当前证书（旧版叫“其他证书”）。左框“密钥（KEY）”粘贴 privkey.pem；右框“证书（PEM 格式）”粘贴整个 fullchain.pem，服务器证书在前，中间证书紧跟其后。";
            "Paste, save and enable, and turn Force HTTPS on. With only the first block in the right box phones and mini-programs refuse the site.", "粘贴后点“保存并启用证书”，再打开“强制HTTPS”。右框如果只贴第一段证书，手机和小程序会连不上。";
        ),
        RemarkMessage::BaotaRewrites => row!(
            "{server} rewrites the site’s file", "{server} 会改写站点的配置文件";
            "Saving certificate, domains or rewrite rules in the panel changes /www/server/panel/vhost/nginx/ again, and looks for its own marker lines such as #SSL-START.", "在面板里保存证书、域名或伪静态时，会再次改写 /www/server/panel/vhost/nginx/ 下的文件，并要找到 #SSL-START 之类的标识行。";
            "Do not run the install commands for a site that the panel manages: they replace the panel’s file. Open the site’s configuration tab and, between #SSL-START and #SSL-END, replace the ssl_ lines of the same name by those from here; leave the marker lines and the two certificate paths alone.", "由面板管理的站点不要执行安装命令，否则会覆盖面板的配置文件。请打开站点的“配置文件”页，在 #SSL-START 和 #SSL-END 之间，用这里的 ssl_ 各行替换同名指令；标识行和两行证书路径不要动。";
        ),
        RemarkMessage::OraclePorts => row!(
            "{server} listens on 7777 and 4443 unless it is told otherwise", "{server} 默认监听 7777 和 4443 端口";
            "Ports below 1024 need the right to bind them, which an ordinary user has not; its httpd.conf and ssl.conf say where it listens.", "1024 以下的端口需要特权，普通用户无法绑定；监听端口写在 httpd.conf 和 ssl.conf 里。";
            "Set Listen 80 and Listen 443 there and let the launcher start as root, or let a load balancer lead to 7777 and 4443; then put those ports into the VirtualHost lines.", "在那里写上 Listen 80 和 Listen 443，并让启动程序以 root 身份运行；或者由负载均衡转发到 7777 和 4443，并把 VirtualHost 行改成这两个端口。";
        ),
        RemarkMessage::OracleOwner => row!(
            "The commands run as root; {server} runs as the user whom DOMAIN_HOME belongs to", "命令以 root 身份执行；{server} 以 DOMAIN_HOME 的属主身份运行";
            "That user alone gets the wallet, which opens without a password, and starts {server}. Where ORACLE_HOME and DOMAIN_HOME are not set, the commands and the renewal script stop and say so.", "钱包不需要密码就能打开，所以只交给这个用户，{server} 也由它启动。没有设置 ORACLE_HOME 和 DOMAIN_HOME 时，安装命令和续期脚本会停下并提示。";
            "Export both before the first command and at the top of the renewal script. Run startComponent.sh ohs1 storeUserConfig once as that user, so that it asks for no password any more.", "执行第一条命令之前先 export 这两个变量，续期脚本开头也要加上。再以该用户执行一次 startComponent.sh ohs1 storeUserConfig，之后启动就不再询问密码。";
        ),
        RemarkMessage::LiteSpeedMerge => row!(
            "httpd_config.part.xml has to be merged by hand into {server}’s own file", "需要手工把 httpd_config.part.xml 合并到 {server} 的主配置";
            "Virtual hosts and listeners of {server} stand in lists of conf/httpd_config.xml, which its console writes too; nothing can be put beside it.", "{server} 的虚拟主机和监听器都写在 conf/httpd_config.xml 的列表里，控制台也会改写这个文件，无法另放一个文件。";
            "Copy each entry into the list of its name before the check. Where a listener for 80 or 443 is there already, take over only its vhostMap and the TLS settings.", "检查配置之前，把各项复制到同名列表里。如果 80 或 443 已有监听器，只添加 vhostMap 和 TLS 相关设置。";
        ),
        RemarkMessage::LiteSpeedListeners => row!(
            "A port has one listener in {server}", "{server} 的每个端口只能有一个监听器";
            "Where httpd_config.conf has a listener for 80 or 443 already, a second one keeps the server from taking the configuration.", "如果 httpd_config.conf 里已有 80 或 443 的监听器，再加一个会导致配置无法生效。";
            "Then add the map line and the TLS settings to the listener that is there, and leave the new one out.", "这种情况下，把 map 行和 TLS 设置加到已有的监听器里，不要再新建。";
        ),
        RemarkMessage::SquidWithOpenSsl => row!(
            "{server} needs the build with OpenSSL", "{server} 要用基于 OpenSSL 的软件包";
            "Debian and Ubuntu have two packages. The one called squid speaks TLS by GnuTLS and reads other directives.", "Debian 和 Ubuntu 有两个软件包，其中 squid 使用 GnuTLS，配置指令也不同。";
            "The install commands install squid-openssl where it is missing; it takes the place of the other package and keeps its configuration.", "缺少时安装命令会自动安装 squid-openssl，它会替换原来的包并保留配置。";
        ),
        RemarkMessage::HostSsl => row!(
            "pg_hba.conf decides who must use TLS", "是否必须使用 TLS，由 pg_hba.conf 决定";
            "The settings offer TLS; a “host” line still lets clients in without it.", "这些设置只是让服务器支持 TLS；pg_hba.conf 里的 host 行仍然允许不加密的连接。";
            "Write “hostssl” in place of “host” for remote clients; add clientcert=verify-full where a client certificate is demanded.", "把远程客户端的 host 行改为 hostssl；需要验证客户端证书时，再加上 clientcert=verify-full。";
        ),
        RemarkMessage::LeavesWaiting => row!(
            "{server} does not answer a client that it refuses", "{server} 拒绝客户端时不作任何回应";
            "It takes the first bytes for something else and waits for more, so an old client hangs instead of failing.", "它把握手的第一个包当成了别的协议，一直等待后续数据；旧客户端会卡住，而不是立即报错。";
            "Nothing to do: the commands that try old versions end after five seconds, which is the refusal.", "无需处理：测试旧版本的命令会在 5 秒后自行结束，这就表示已被拒绝。";
        ),
        RemarkMessage::OnlyNamedListeners => row!(
            "{server} now listens only where it is told to", "{server} 只会监听写明的端口";
            "A configuration with a listener ends the built-in one at port 1883, and lets nobody in without a password.", "一旦配置了 listener，默认的 1883 端口就不再监听，并且没有密码的客户端会被拒绝。";
            "If programs on this machine use port 1883, add “listener 1883 127.0.0.1”. Set password_file for your clients.", "如果本机程序还在使用 1883 端口，请加上 listener 1883 127.0.0.1，并用 password_file 为客户端设置密码。";
        ),
        RemarkMessage::OpportunisticMail => row!(
            "At port 25 the sender decides whether there is TLS", "25 端口是否加密，由发信方决定";
            "A mail server that finds no common TLS version mostly sends without TLS instead, so a narrow profile can lower security.", "发信服务器如果协商不出共同的 TLS 版本，多半会改用明文发送；限制过严反而会降低安全性。";
            "For mail from other servers choose the mini-program or compatible profile.", "接收其他邮件服务器的来信，请选择“小程序”或“兼容”方案。";
        ),
        RemarkMessage::PlainBehind => row!(
            "{server} talks to the upstream without TLS", "{server} 与上游之间不加密";
            "What leaves the tunnel is plain; an https upstream does not understand it.", "从隧道出来的是明文，https 上游无法识别。";
            "Name the plain port of the upstream, best on the machine of {server}.", "请填写上游的明文端口，最好与 {server} 在同一台机器上。";
        ),
        RemarkMessage::OnThisMachineAlone => row!(
            "{server} may listen for this machine alone", "{server} 可能只监听本机";
            "Most packages let it listen on 127.0.0.1. Then nobody connects from another machine, and a check that expects a refusal proves nothing.", "多数软件包默认只监听 127.0.0.1：其他机器连不上，“应被拒绝”的检查即使通过也说明不了问题。";
            "If other machines are to connect, write the server’s address into bind (Redis), bind-address (MySQL, MariaDB) or listen_addresses (PostgreSQL), restart it, and open the port in the firewall for those machines only.", "需要从其他机器访问时，把服务器的地址写进 bind（Redis）、bind-address（MySQL、MariaDB）或 listen_addresses（PostgreSQL），重启服务，并在防火墙里只对这些机器开放端口。";
        ),
        RemarkMessage::EximMacros => row!(
            "MAIN_TLS_ENABLE must not be set any more", "不能再设置 MAIN_TLS_ENABLE";
            "With it Debian’s own files set the same options again, and Exim stops with “option set for the second time”. The install commands take it out of exim4.conf.localmacros.", "设置后 Debian 自带的配置会再次写入同样的选项，Exim 会报 “option set for the second time” 而无法启动。安装命令会在 exim4.conf.localmacros 里把它注释掉。";
            "Look for it elsewhere before the restart: grep -rn MAIN_TLS_ENABLE /etc/exim4. Take out every line that sets it; lines with .ifdef stay.", "重启前再查一下其他文件：grep -rn MAIN_TLS_ENABLE /etc/exim4。给它赋值的行都要去掉，.ifdef 那一行保留。";
        ),
        RemarkMessage::PlainPortStays => row!(
            "{server} still listens without TLS, too", "{server} 的明文端口仍然开放";
            "TLS gets a port of its own; the usual one stays as it is, so nothing that works today breaks.", "TLS 使用单独的端口；原来的明文端口保持不变，现有程序不受影响。";
            "When every client has moved, close the plain port: “port 0” (Redis), “listeners.tcp = none” (RabbitMQ), listeners.tcp.default.enable = false (EMQX).", "客户端全部迁移之后，再关闭明文端口：Redis 用 port 0，RabbitMQ 用 listeners.tcp = none，EMQX 用 listeners.tcp.default.enable = false。";
        ),
        RemarkMessage::RequireTransport => row!(
            "{server} still takes connections without TLS", "{server} 仍然接受不加密的连接";
            "Clients use TLS when both sides can; nothing here demands it of them.", "双方都支持时客户端才会使用 TLS，这份配置并不强制。";
            "When every client uses TLS, set require_secure_transport = ON; demand a client certificate of a user with REQUIRE X509.", "确认所有客户端都已使用 TLS 后，设置 require_secure_transport = ON；需要客户端证书的用户，用 REQUIRE X509 指定。";
        ),
        RemarkMessage::SignedByOtherKind => row!(
            "In TLS 1.0 and 1.1 an ECDSA certificate must be signed with ECDSA", "TLS 1.0 和 1.1 要求 ECDSA 证书由 ECDSA 密钥签发";
            "This certificate has an ECDSA key and an RSA signature; {server} speaks Erlang’s TLS, which offers it with TLS 1.2 and newer only.", "这张证书的密钥是 ECDSA，签名却是 RSA；{server} 使用 Erlang 的 TLS，只在 TLS 1.2 及以上使用这样的证书。";
            "If old clients have to connect, ask the CA for a certificate with an RSA key.", "如果旧客户端必须能够连接，请向证书机构申请 RSA 密钥的证书。";
        ),
        RemarkMessage::ServiceName => row!(
            "Requests go to the Service “web” on port 80", "请求会转发到名为 “web” 的 Service 的 80 端口";
            "No upstream was given, and a cluster knows programs by the names of their Services.", "没有填写上游地址；集群里的程序要用 Service 名称来指定。";
            "Write your Service and its port as the upstream: http://shop:8080.", "请把 Service 名称和端口填到上游地址，例如 http://shop:8080。";
        ),
        RemarkMessage::IngressNginxRetired => row!(
            "ingress-nginx is no longer maintained", "ingress-nginx 已停止维护";
            "Maintenance ended in March 2026; vulnerabilities found since then are not fixed. What is installed goes on working.", "该项目已于 2026 年 3 月停止维护，此后发现的漏洞不再修复；已安装的仍可使用。";
            "For a new cluster choose Kubernetes Gateway API here; for an existing one plan the move.", "新集群请选用 Kubernetes Gateway API；现有集群请安排迁移。";
        ),
        RemarkMessage::IngressNginxShared => row!(
            "TLS versions and HSTS hold for every site of the controller", "TLS 版本和 HSTS 对控制器上的所有站点生效";
            "ingress-nginx reads them from its ConfigMap, not from an Ingress. The ConfigMap has the name and namespace that Helm and the manifests give it.", "ingress-nginx 从 ConfigMap 读取它们，而不是从 Ingress 读取。这里使用的是 Helm 和官方清单的默认名称与命名空间。";
            "Look at the other sites before you apply it; correct name and namespace if yours are others.", "应用前请确认对其他站点的影响；如果名称或命名空间不同，请改成自己的。";
        ),
        RemarkMessage::GatewayImplementation => row!(
            "TLS versions are set in Envoy Gateway’s own way", "TLS 版本使用 Envoy Gateway 自己的资源来设置";
            "The Gateway API itself has no setting for them. ClientTrafficPolicy and the GatewayClass “eg” are Envoy Gateway’s; Gateway and HTTPRoute are the same everywhere.", "Gateway API 标准里没有这项设置。ClientTrafficPolicy 和名为 “eg” 的 GatewayClass 属于 Envoy Gateway，Gateway 和 HTTPRoute 则各家通用。";
            "With another implementation leave those two out, and set the versions by its own policy.", "使用其他实现时，请去掉这两项，并按它的方式设置 TLS 版本。";
        ),
        RemarkMessage::ComposeHost => row!(
            "The upstream is written as host.docker.internal", "上游地址写成了 host.docker.internal";
            "In a container 127.0.0.1 is the container. A program of the machine that listens on 127.0.0.1 only is not reached from there.", "容器里的 127.0.0.1 是容器自己；宿主机上只监听 127.0.0.1 的程序，容器访问不到。";
            "Let the program listen on the address of docker0 too (172.17.0.1), or put it into the same compose.yaml and write its service as the upstream.", "请让程序也监听 docker0 的地址（172.17.0.1），或者把它放进同一个 compose.yaml，并填写它的服务名。";
        ),
        RemarkMessage::NewListener => row!(
            "The listener is a new one", "这些命令会新建监听器";
            "A load balancer has one listener for a port: where there is one already, making another fails and nothing is changed.", "负载均衡的一个端口只能有一个监听器；如果已经存在，新建会失败，不会改动原有配置。";
            "If the port has one, run only the upload commands and select the new certificate on that listener in the console, with the TLS policy if there is a choice; or delete the listener first at a quiet hour.", "端口上已有监听器时，只执行上传证书的命令，再到控制台为它更换证书（可选时也更换 TLS 策略）；或者在业务低峰时先删除它。";
        ),
        RemarkMessage::NetworkAlpn => row!(
            "HTTP/2 only if the targets speak it", "后端支持 HTTP/2 时才能开启 HTTP/2";
            "{server} hands on what it decrypts and translates nothing. A target that speaks HTTP/1.1 answers HTTP/2 with error 400, so the listener offers HTTP/1.1 alone.", "{server} 只转发解密后的数据，不转换协议。只支持 HTTP/1.1 的后端收到 HTTP/2 会返回 400，所以监听器默认只协商 HTTP/1.1。";
            "If all targets speak HTTP/2: export ALPN_POLICY=HTTP2Preferred before aws cloudformation deploy. If they speak no HTTP at all: export ALPN_POLICY=None.", "后端全都支持 HTTP/2 时，先执行 export ALPN_POLICY=HTTP2Preferred 再运行 aws cloudformation deploy；后端不是 HTTP 服务时，改为 export ALPN_POLICY=None。";
        ),
        RemarkMessage::AwsClassic => row!(
            "Classic Load Balancers are the previous generation", "Classic Load Balancer 属于上一代产品";
            "They speak no TLS 1.3, no HTTP/2, and redirect nothing.", "它不支持 TLS 1.3 和 HTTP/2，也不能重定向。";
            "Move to an Application Load Balancer when you can: choose AWS Application Load Balancer as the server.", "有条件时请迁移到 Application Load Balancer：在服务器列表里选 AWS Application Load Balancer。";
        ),
        RemarkMessage::AwsSuccessor => row!(
            "A renewed certificate has to keep its ARN", "续期的证书要沿用原来的 ARN";
            "Imported without it, it is a second certificate, and what runs goes on with the old one until that expires.", "导入时不指定 ARN 会得到另一张证书，正在使用的资源仍是旧证书，直到它过期。";
            "Before you run the import again: export CERTIFICATE_ARN=arn:aws:acm:… of the certificate in use (aws acm list-certificates).", "再次导入前先执行 export CERTIFICATE_ARN=arn:aws:acm:…，填正在使用的证书的 ARN（用 aws acm list-certificates 查看）。";
        ),
        RemarkMessage::CloudFrontNames => row!(
            "Let the names point to the distribution", "把域名解析指向该分配";
            "A distribution answers for a name only when it is among its aliases, and no other distribution may have it.", "只有列在备用域名里的名称才会得到响应，而且同一名称不能属于另一个分配。";
            "Afterwards make each name a CNAME or ALIAS of the distribution’s domain name (….cloudfront.net).", "完成后，请把每个域名以 CNAME 或 ALIAS 指向该分配的域名（….cloudfront.net）。";
        ),
        RemarkMessage::TencentReplace => row!(
            "Uploading changes nothing that runs", "上传证书不会影响正在使用的资源";
            "CDN, CLB and the others go on with the certificate that they have, until they are told.", "CDN、CLB 等资源会继续使用原来的证书。";
            "At a renewal: tccli ssl UpdateCertificateInstance with OldCertificateId, CertificateId and ResourceTypes (clb, cdn …) replaces it in all resources of these types. Repeat the call until DeployRecordId is greater than 0; before that no task has been created.", "续期时，可用 tccli ssl UpdateCertificateInstance（OldCertificateId、CertificateId、ResourceTypes，如 clb、cdn）替换这些类型的全部资源。请重复调用，直到返回的 DeployRecordId 大于 0，任务才算创建成功。";
        ),
        RemarkMessage::CloudflarePlan => row!(
            "A certificate of your own at the edge needs the Business plan", "在边缘使用自己的证书需要 Business 套餐";
            "On smaller plans the upload is refused; visitors see Cloudflare’s own certificate, and yours stands at the origin.", "较低的套餐会拒绝上传：访客看到的是 Cloudflare 的证书，自己的证书只用在源站。";
            "On those plans skip the upload and run the rest. The commands need jq and curl.", "这种情况请跳过上传，执行其余命令。命令需要 jq 和 curl。";
        ),
        RemarkMessage::CloudflareOrigin => row!(
            "The origin has to serve this certificate too", "源站也要部署这张证书";
            "Full (strict) refuses an origin whose certificate is expired, for another name, or without its chain.", "Full (strict) 模式下，源站证书过期、域名不符或缺少证书链都会被拒绝。";
            "Make the origin’s configuration by choosing its server here (nginx …). To let only Cloudflare in, download authenticated_origin_pull_ca.pem from Cloudflare’s documentation and enter its path under “CA file for client certificates”.", "请在这里选择源站的服务器（如 nginx）生成配置。只允许 Cloudflare 访问时，从 Cloudflare 文档下载 authenticated_origin_pull_ca.pem，把它的路径填到“客户端证书的 CA 文件路径”。";
        ),
    }
}
