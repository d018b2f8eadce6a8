use super::{Pair, Words, row::row};
use crate::report::{Cause, CauseState};

/// The words of a cause: what it is called within a sentence, why it breaks connections, and what to do.
pub const fn cause(cause: Cause) -> Words {
    match cause {
        Cause::Chain => row!(
            "an incomplete chain", "证书链不完整";
            "The server sends its own certificate alone, or with the wrong intermediate. Desktop browsers fetch or remember what is missing; phones, WebViews, Java and OpenSSL do not.", "服务器只发送了服务器证书，或者中间证书不对。电脑浏览器会自动下载或从缓存补上，手机、WebView、Java 和 OpenSSL 不会。";
            "Give the server the full chain (fullchain.pem, not the single .cer) as its certificate file. In nginx that is ssl_certificate: what stands in ssl_trusted_certificate is never sent.", "把完整证书链（fullchain.pem，而不是单张 .cer）配置为服务器的证书文件。nginx 要写在 ssl_certificate 里，ssl_trusted_certificate 的内容不会发给客户端。";
        ),
        Cause::Order => row!(
            "certificates in the wrong order", "证书顺序错误";
            "A server takes the first certificate of the file for its own and pairs the key with that. With an intermediate on top, a good key does not fit.", "服务器把文件里的第一张证书当作自己的证书，并用它核对私钥。如果中间证书排在最前面，正确的私钥也会对不上。";
            "Put the server certificate first and each issuer behind it, the root left out.", "服务器证书放最前面，后面依次是各级签发者，不放根证书。";
        ),
        Cause::Name => row!(
            "a host that the certificate does not name", "证书不包含该域名";
            "Clients compare the host with the subject alternative names only. A wildcard covers one level, neither the bare domain nor what is deeper.", "客户端只比对备用名称（SAN）。通配符只管一级，不含去掉 *. 后的域名本身，也不含更深的子域名。";
            "Reissue the certificate with every host that is called. Name the host here to have it checked.", "重新签发，把实际访问的域名都写进证书。在这里填上域名即可检查。";
        ),
        Cause::InternalName => row!(
            "an internal name", "内部名称";
            "No public CA may vouch for names that exist in many networks, such as a bare host name or .local.", "单个主机名、.local 这类名称在很多网络里都存在，公共证书机构不能为它们签发证书。";
            "Use a name under a domain of your own, and a certificate for that.", "改用自己域名下的名称，并为它申请证书。";
        ),
        Cause::Date => row!(
            "a certificate that expired or is not valid yet", "证书已过期或尚未生效";
            "Clients refuse every certificate of the path outside its dates, an old intermediate too.", "路径上任何一张证书不在有效期内都会被拒绝，过期的中间证书也一样。";
            "Renew, replace the whole chain, and reload the server.", "续期后替换整条证书链，并重新加载服务。";
        ),
        Cause::Clock => row!(
            "a wrong clock on the device", "设备时间不对";
            "A phone whose date is off takes a good certificate for one that expired or is yet to come.", "手机日期不对时，正常的证书也会被当成过期或尚未生效。";
            "Let the device set its time by itself, and try another device.", "让设备自动校准时间，再换一台设备试试。";
        ),
        Cause::Trust => row!(
            "a root that the client does not trust", "客户端不信任根证书";
            "Self-signed certificates and private CAs are unknown to phones, and apps for Android 7 and later ignore what the user installed. Mini-programs take public roots only.", "手机不认识自签名证书和私有 CA，面向安卓 7 及以上的应用也默认不认用户自己安装的证书。小程序只接受公共根证书。";
            "Use a certificate of a public CA. In an app of your own, a private root goes into its network security configuration.", "改用公共证书机构签发的证书。自己的安卓应用可以在网络安全配置里加入私有根证书。";
        ),
        Cause::Root => row!(
            "a root that old devices do not have", "旧设备没有这个根证书";
            "Root stores grow with system updates: Android below 7.1.1, old iOS and old Java lack the younger roots.", "根证书随系统更新：安卓 7.1.1 以下、旧版 iOS、旧版 Java 没有较新的根。";
            "Send the cross-signed certificate as well, choose a CA with an older root, or update the device or the JDK.", "同时发送交叉签名证书，或改用根证书更老的证书机构，或升级设备、JDK。";
        ),
        Cause::Revoked => row!(
            "a revoked certificate", "证书已被吊销";
            "Its CA took it back, or an intermediate above it.", "证书机构吊销了它或它上面的中间证书。";
            "Ask the CA for the reason, and reissue with a new key.", "向证书机构了解原因，换新私钥重新签发。";
        ),
        Cause::Transparency => row!(
            "missing transparency timestamps", "缺少证书透明度时间戳";
            "Chrome and Apple refuse public certificates that are not logged (Certificate Transparency).", "Chrome 和苹果要求公共证书写入证书透明度（CT）日志，否则拒绝。";
            "Reissue it at the CA: every public CA logs today.", "请证书机构重新签发，如今公共证书机构都会写入日志。";
        ),
        Cause::Lifetime => row!(
            "a lifetime longer than allowed", "有效期过长";
            "Issued on or after 15 March 2026, a public certificate may be valid for 200 days at most.", "2026 年 3 月 15 日起签发的公共证书，有效期最长 200 天。";
            "Reissue it for at most 199 days, and let an ACME client renew it.", "重新签发，有效期不超过 199 天，并设置自动续期。";
        ),
        Cause::Profile => row!(
            "a certificate that breaks the rules", "证书不合规范";
            "Its structure, key usage or purpose is not that of a server certificate.", "它的结构、密钥用途或扩展用途不符合服务器证书的要求。";
            "Reissue it as a TLS server certificate (serverAuth).", "按 TLS 服务器证书（serverAuth）重新签发。";
        ),
        Cause::ClientPurpose => row!(
            "a certificate that is not for clients", "证书没有客户端用途";
            "For mutual TLS it has to allow clientAuth, which public CAs left out in the course of 2026.", "双向 TLS 的客户端证书需要 clientAuth，公共证书机构在 2026 年陆续取消了它。";
            "Issue client certificates from a private CA that the other side trusts.", "用对方信任的私有 CA 签发客户端证书。";
        ),
        Cause::Signature => row!(
            "a weak signature", "签名算法太弱";
            "Certificates signed with MD5 or SHA-1 can be forged, and clients refuse them.", "MD5、SHA-1 签名可以伪造，客户端会拒绝。";
            "Reissue with SHA-256, the intermediates included.", "用 SHA-256 重新签发，中间证书也要更换。";
        ),
        Cause::WeakKey => row!(
            "a weak key", "密钥强度不够";
            "Clients refuse RSA below 2048 bits.", "客户端会拒绝不足 2048 位的 RSA 密钥。";
            "Make a new key (P-256, or RSA with 2048 bits) and reissue.", "生成新密钥（P-256 或 2048 位 RSA）后重新签发。";
        ),
        Cause::Constraints => row!(
            "a CA that may not issue for this name", "签发者无权签发该域名";
            "The CA above is limited to other names (name constraints).", "上级 CA 的名称约束不包含该域名。";
            "Have it issued by a CA without that limit.", "换没有这项限制的 CA 签发。";
        ),
        Cause::Key => row!(
            "a key of another certificate", "私钥属于另一张证书";
            "Often it is the old key after a renewal, the account key of the ACME client, or a wrong path.", "常见的是续期后仍用旧私钥、误用 ACME 账户私钥，或路径写错。";
            "Use the key that the CSR was made with. Put the key and the certificate in here to see which belong together.", "使用生成 CSR 时的私钥。把私钥和证书一起放进来，就能看出哪个属于哪个。";
        ),
        Cause::KeyLocked => row!(
            "a key that needs a password", "私钥有密码";
            "A server that starts by itself has nobody to ask, and a wrong password reads like a broken file.", "服务器自动启动时没有人输入密码；密码不对时的报错又很像文件损坏。";
            "Take the password off, or name a file that holds it (ssl_password_file in nginx).", "去掉私钥密码，或指定密码文件（nginx 用 ssl_password_file）。";
        ),
        Cause::KeyFile => row!(
            "a key file without a readable key", "私钥文件里没有可读的私钥";
            "It is empty, holds the certificate or the request instead, or was damaged by an editor (BOM, line ends).", "文件是空的，放的是证书或 CSR，或被编辑器改坏（BOM、换行符）。";
            "Look for the file with PRIVATE KEY in its first line, and save it as plain text without BOM.", "找到首行含 PRIVATE KEY 的文件，保存为不带 BOM 的纯文本。";
        ),
        Cause::Encoding => row!(
            "a file that is not the PEM expected", "文件不是所需的 PEM 格式";
            "It is a request, binary DER or a web page, or its lines were damaged: blocks glued together, blank lines, line breaks lost.", "文件是 CSR、二进制 DER 或网页，或者换行有问题：两段粘在一起、多出空行、换行丢失。";
            "Put the file in here and take the clean full chain. For a key that has to begin with BEGIN RSA PRIVATE KEY, convert it to PKCS#1.", "把文件放进来，取走整理好的完整证书链。如果要求私钥以 BEGIN RSA PRIVATE KEY 开头，请转换为 PKCS#1。";
        ),
        Cause::OldContainer => row!(
            "a PFX with old encryption", "旧加密算法的 PFX 文件";
            "It is locked with RC2 or 3DES, which OpenSSL 3 opens only on demand.", "它用 RC2 或 3DES 加密，OpenSSL 3 默认不能打开。";
            "Export it again with AES, which can be done here, or read it with openssl pkcs12 -legacy.", "用 AES 重新导出（这里就可以），或用 openssl pkcs12 -legacy 读取。";
        ),
        Cause::Stapling => row!(
            "stapling without a responder", "没有 OCSP 地址却开启了装订";
            "The certificate names no OCSP responder, which is normal since 2025. The warning harms nothing.", "证书里没有 OCSP 地址，2025 年起这很正常。这条警告没有影响。";
            "Take ssl_stapling out of the configuration.", "从配置里删除 ssl_stapling。";
        ),
        Cause::Protocol => row!(
            "no TLS version or cipher suite in common", "双方的 TLS 版本或加密套件不匹配";
            "The server is too old or too strict for the client, or a gateway in front of it is. OpenSSL 3 speaks nothing below TLS 1.2 unless told to.", "服务器或它前面的网关对客户端来说太旧或太严格。OpenSSL 3 默认不支持 TLS 1.2 以下的版本。";
            "Offer TLS 1.2 and 1.3 with ECDHE suites where TLS ends, the gateway or CDN included.", "在终止 TLS 的地方（包括网关、CDN）启用 TLS 1.2 和 1.3，使用 ECDHE 套件。";
        ),
        Cause::NoTls => row!(
            "a port that does not speak TLS", "该端口没有启用 TLS";
            "A plain http or ws service answers where https or wss is expected.", "用 https 或 wss 访问，应答的却是普通的 http 或 ws 服务。";
            "Write ssl behind listen in nginx, or let nginx take the TLS connection and pass it on to the service.", "nginx 的 listen 后面要写 ssl，或由 nginx 接收 TLS 连接再转发给后端服务。";
        ),
        Cause::Endpoint => row!(
            "another certificate on that port or node", "该端口或节点用的是另一张证书";
            "Each port, CDN node, gateway and process has its own: a default host, an old file, a process that was not reloaded.", "每个端口、CDN 节点、网关和进程各有各的证书：可能是默认站点、旧文件，或没有重新加载的进程。";
            "Look at what is sent, with the host name (openssl s_client -servername), and replace it at every place where TLS ends.", "带上域名查看实际发送的证书（openssl s_client -servername），在每个终止 TLS 的地方都替换。";
        ),
        Cause::Configuration => row!(
            "a proxy that does not pass WebSocket on", "代理没有转发 WebSocket";
            "Without the Upgrade headers the service behind it answers as to any page.", "缺少 Upgrade 请求头，后端会按普通网页应答。";
            "Set proxy_http_version 1.1, proxy_set_header Upgrade $http_upgrade and proxy_set_header Connection \"upgrade\".", "配置 proxy_http_version 1.1、proxy_set_header Upgrade $http_upgrade 和 proxy_set_header Connection \"upgrade\"。";
        ),
        Cause::ClientCertificate => row!(
            "a client certificate that the server asks for", "服务器要求客户端证书";
            "The server wants mutual TLS, and got no certificate or one it does not accept.", "服务器开启了双向 TLS，客户端没有证书或证书不被接受。";
            "Give the client its certificate, or turn the request off (ssl_verify_client in nginx): mini-programs have none.", "给客户端配置证书，或关闭验证（nginx 的 ssl_verify_client），小程序没有客户端证书。";
        ),
        Cause::List => row!(
            "a host that is not on the platform’s list", "域名不在平台的合法域名列表里";
            "Request, upload, download and socket have a list each, and WeChat takes no parent domain. Debug mode hides it.", "request、uploadFile、downloadFile、socket 各有列表，微信不支持父域名。调试模式会掩盖这个问题。";
            "Add the exact host to the right list in the console (with its port for https where the platform allows one, never for wss on WeChat), then close and reopen the mini-program.", "在平台后台的对应列表里加上完整域名（https 带端口且平台允许时要写端口，微信的 wss 不写），再退出并重新打开小程序。";
        ),
        Cause::Port => row!(
            "a port that the list does not have", "端口与列表不一致";
            "Ports have to be the same as on the list; some platforms take none, and on WeChat a written :443 is another entry.", "端口必须与列表完全一致，有的平台不允许写端口，微信里多写 :443 也算不同。";
            "Serve it on 443 and write no port, neither in the list nor in the code.", "改用 443 端口，列表和代码里都不写端口。";
        ),
        Cause::Scheme => row!(
            "http or ws in place of https or wss", "用了 http 或 ws";
            "Mini-programs and today’s systems allow no plain connection; test builds are lenient.", "小程序和如今的系统不允许明文连接，测试版会放宽。";
            "Write https:// and wss:// in the code and in every redirect.", "代码和所有重定向都改成 https://、wss://。";
        ),
        Cause::Redirect => row!(
            "a redirect to a host or scheme that is not allowed", "重定向到了不允许的域名或协议";
            "The target counts too. Behind a proxy that ends TLS, servers redirect to http:// by themselves.", "重定向目标同样要检查。在终止 TLS 的代理后面，服务器会自己重定向到 http://。";
            "Look at it with curl -sIL. Set absolute_redirect off in nginx, or add the target to the list.", "用 curl -sIL 查看重定向。nginx 设置 absolute_redirect off，或把目标域名加进列表。";
        ),
        Cause::Address => row!(
            "a malformed address", "网址格式不对";
            "The address is empty, has no scheme, or holds spaces or an unfilled variable.", "网址为空、缺少协议，或含有空格、未替换的变量。";
            "Print the address just before the request.", "在请求前打印出实际的网址。";
        ),
        Cause::VerificationFile => row!(
            "a verification file that is not served as it is", "校验文件没有原样返回";
            "The platform wants the file itself at the root of the domain; a redirect, a page of the application or a login does not count.", "平台要求域名根目录直接返回校验文件的内容，重定向、前端页面、登录页都不算。";
            "curl must show the content of the file and nothing else, with status 200. If the content differs, download the file again.", "用 curl 访问应只返回校验文件的内容，状态码 200；内容不对就重新下载校验文件。";
        ),
        Cause::ForeignHost => row!(
            "a page of somebody else", "页面属于别人的域名";
            "A web-view shows only hosts that prove to be yours.", "web-view 只能打开已验证归属的业务域名。";
            "Show it through a page of your own, or give people the link to copy.", "通过自己的页面展示，或让用户复制链接打开。";
        ),
        Cause::Account => row!(
            "an account that is not an enterprise’s", "小程序主体不是企业";
            "Douyin lets only mini-programs of enterprises set hosts for web-views.", "抖音只允许企业主体的小程序配置 web-view 域名。";
            "Use a mini-program that an enterprise registered, or show the page without a web-view.", "改用企业主体注册的小程序，或不用 web-view 展示页面。";
        ),
        Cause::Interception => row!(
            "something on the way that answers in the server’s place", "中间设备代替服务器应答";
            "Company proxies, virus scanners and debugging tools show certificates of their own.", "公司代理、杀毒软件、抓包工具会出示自己的证书。";
            "Try mobile data, and look at who issued the certificate that is shown.", "换用移动网络再试，并查看收到的证书是谁签发的。";
        ),
        Cause::Network => row!(
            "the network, not the certificate", "网络问题，不是证书问题";
            "The connection fails before any certificate is sent: DNS, firewall, a service that does not listen.", "连接在发送证书之前就失败了：DNS、防火墙，或服务没有监听。";
            "From the network that fails, run dig and curl -v over IPv4 and IPv6; then check the security group.", "在出问题的网络里用 dig、curl -v 分别检查 IPv4 和 IPv6，并检查安全组。";
        ),
        Cause::Filing => row!(
            "a host without ICP filing", "域名没有 ICP 备案";
            "Where the server stands in mainland China, its provider cuts connections to unfiled hosts, often in the handshake.", "服务器在中国大陆而域名未备案时，接入商会重置连接，常发生在握手时。";
            "File the domain with the provider that hosts it.", "在服务器所在的云服务商处完成备案或接入备案。";
        ),
    }
}

/// What is known of a cause, behind its name.
pub const fn cause_state(state: CauseState) -> Pair {
    match state {
        CauseState::Found => const { Pair::new("found here", "这里发现了") },
        CauseState::Right => const { Pair::new("not in these files", "这些文件没有此问题") },
        CauseState::Unknown => const { Pair::new("cannot be seen here", "这里看不出来") },
    }
}
