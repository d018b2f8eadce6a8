use super::hops;
use crate::report::message::DeployMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: DeployMessage) -> Words {
    use DeployMessage as Id;
    match id {
        Id::EdgeRefused | Id::FileNameRefused | Id::ChecksLeftOut | Id::ChecksCut | Id::ChecksExample => checks(id),
        Id::HopEndsEarlier
        | Id::HopIsNewer
        | Id::HopOtherNames
        | Id::HopOtherKey
        | Id::HopNotPlanned
        | Id::HopPassesNothing
        | Id::HopNothingToEnd
        | Id::HopPlainInternet
        | Id::HopPlainInFront
        | Id::HopNowhere
        | Id::HopUnknown => hops::words(id),
        _ => configuration(id),
    }
}

const fn checks(id: DeployMessage) -> Words {
    match id {
        DeployMessage::EdgeRefused => row!(
            "“{edge}” is not an IP address", "“{edge}” 不是 IP 地址";
            "An edge is asked for by its address, and the name stays in the request.", "检查节点时用 IP 连接，请求里仍然带原来的域名。";
            "Write an address such as 203.0.113.7 or 2001:db8::7.", "请填写 203.0.113.7 或 2001:db8::7 这样的地址。";
        ),
        DeployMessage::FileNameRefused => row!(
            "“{file}” cannot stand in the command", "“{file}” 不能写入命令";
            "{character} has no place there; the files of platforms have letters, digits, “.”, “_” and “-” only.", "其中的 {character} 不能使用；平台的校验文件名只有字母、数字、“.”、“_” 和 “-”。";
            "Write the name of the file alone, without a folder.", "只填写文件名，不带路径。";
        ),
        DeployMessage::ChecksLeftOut => row!(
            "No commands for {count:address/addresses}", "有 {count} 个地址没有生成命令";
            "Not written as an address of https or wss, or not safe to write: {addresses}.", "不是 https 或 wss 地址，或写入命令不安全：{addresses}。";
            "Correct the addresses, or look at them by hand.", "请改正这些地址，或手动检查。";
        ),
        DeployMessage::ChecksExample => row!(
            "An example of a wildcard: {examples}", "通配符的示例域名：{examples}";
            "A wildcard is not a host, so one of its names stands in the commands; it need not exist.", "通配符不是具体主机，命令里用其中一个域名代替，它不一定存在。";
            "Name the addresses that your program calls, and they are checked in its place.", "填写程序实际请求的地址，就会改为检查这些地址。";
        ),
        _ => row!(
            "Commands for the first {shown} of {count} places", "共 {count} 处，只列出前 {shown} 处的命令";
            "Each has a dozen commands; more would help nobody.", "每处都有十多条命令，再多就没法用了。";
            "Name the addresses that matter, or go through them in turns.", "请只填写重要的地址，或分批检查。";
        ),
    }
}

const fn configuration(id: DeployMessage) -> Words {
    match id {
        DeployMessage::SecurityLevel => row!(
            "TLS 1.0 and 1.1 are on, at security level 0", "启用了 TLS 1.0 和 1.1，安全级别降为 0";
            "RFC 8996 retired both; a PCI DSS scan fails on TLS 1.0. OpenSSL 3 speaks them only at @SECLEVEL=0, which also lets weak keys and SHA-1 signatures through; listing the versions alone does nothing.", "这两个版本已被 RFC 8996 废止，启用 TLS 1.0 还通不过 PCI DSS 扫描。OpenSSL 3 只有在 @SECLEVEL=0 时才肯使用它们，而这个级别也会放行弱密钥和 SHA-1 签名；只在配置里列出版本是没有效果的。";
            "Choose the mini-program profile unless your own logs show clients below TLS 1.2. Builds of {server} on LibreSSL, BoringSSL or OpenSSL before 1.1 do not take @SECLEVEL.", "除非日志表明确实有低于 TLS 1.2 的客户端，否则请改用“小程序”方案。用 LibreSSL、BoringSSL 或 1.1 之前的 OpenSSL 编译的 {server} 不认识 @SECLEVEL。";
        ),
        DeployMessage::OldProtocols => row!(
            "TLS 1.0 and 1.1 are on", "启用了 TLS 1.0 和 1.1";
            "RFC 8996 retired both; a PCI DSS scan fails on TLS 1.0. {server} will offer them to every client.", "这两个版本已被 RFC 8996 废止，启用 TLS 1.0 还通不过 PCI DSS 扫描。{server} 会向所有客户端提供它们。";
            "Choose the mini-program profile unless your own logs show clients below TLS 1.2.", "除非日志表明确实有低于 TLS 1.2 的客户端，否则请改用“小程序”方案。";
        ),
        DeployMessage::OnlyTls13 => row!(
            "Only TLS 1.3: older clients are shut out", "只启用 TLS 1.3，旧客户端无法连接";
            "The oldest that can connect: {clients}. Whatever is older cannot.", "能够连接的最低版本：{clients}。更旧的都无法连接。";
            "For the public, choose the compatible or the mini-program profile.", "面向公众的站点请选择“兼容”或“小程序”方案。";
        ),
        DeployMessage::NoResponder => row!(
            "Stapling is left out", "没有开启 OCSP 装订";
            "The certificate names no OCSP responder, so there is nothing to staple. Several CAs stopped naming one in 2025.", "证书里没有 OCSP 地址，没有可以装订的内容。2025 年起，多家证书机构不再写入这个地址。";
            "Nothing to do.", "无需处理。";
        ),
        DeployMessage::MustStapleWithoutResponder => row!(
            "The certificate demands stapling, but names no responder", "证书要求 OCSP 装订，却没有写 OCSP 地址";
            "Clients that honour the demand refuse the connection, and no configuration can help.", "遵守这项要求的客户端会拒绝连接，改服务器配置也没有用。";
            "Ask the CA for a certificate without must-staple.", "请证书机构重新签发不带 must-staple 的证书。";
        ),
        DeployMessage::NameCharacter => row!(
            "“{name}” cannot be a server name", "“{name}” 不能用作服务器名称";
            "It holds {character}. A host name has letters, digits, hyphens and dots; anything else could change the meaning of the configuration.", "其中含有 {character}。主机名只有字母、数字、连字符和点，其他字符可能改变配置的含义。";
            "Write the bare host name or IP address, without scheme, port and path.", "只写主机名或 IP 地址，不要带协议、端口和路径。";
        ),
        DeployMessage::NameForm => row!(
            "“{name}” cannot be a server name", "“{name}” 不能用作服务器名称";
            "A host name has labels of 1 to 63 characters with dots between them, 253 in all, and does not end in a number.", "主机名由点分隔，每段 1 到 63 个字符，总长不超过 253，且最后一段不能全是数字。";
            "Write the name as clients ask for it: www.example.com, *.example.com or an IP address.", "请按客户端访问的写法填写：www.example.com、*.example.com 或 IP 地址。";
        ),
        DeployMessage::NamesSkipped => row!(
            "{count:name/names} of the certificate left out of the configuration", "证书里有 {count} 个名称没有写入配置";
            "Not host names, and not safe to write: {names}.", "不是主机名，写入配置也不安全：{names}。";
            "No client matches them either. Ask the CA for a certificate without them.", "客户端也不会匹配这些名称。请证书机构重新签发时去掉它们。";
        ),
        DeployMessage::NoUsableName => row!(
            "There is no name to configure the server for", "没有可以写入配置的名称";
            "The certificate has no alternative name that is a host name or an IP address.", "证书的备用名称（SAN）里没有主机名或 IP 地址。";
            "Type the names into “Server names”.", "请在“域名”里手动填写。";
        ),
        DeployMessage::UpstreamCharacter => row!(
            "“{upstream}” cannot be written as an upstream", "“{upstream}” 不能写作上游地址";
            "It holds {character}, which could change the meaning of the configuration.", "其中含有 {character}，可能改变配置的含义。";
            "Write scheme, host and port only: http://127.0.0.1:3000.", "只写协议、主机和端口：http://127.0.0.1:3000。";
        ),
        DeployMessage::UpstreamForm => row!(
            "“{upstream}” is not an upstream address", "“{upstream}” 不是上游地址";
            "Requests go on over http or https to one host and port; WebSockets go the same way.", "请求通过 http 或 https 转发到一个主机和端口，WebSocket 也走同一地址。";
            "Write scheme, host and port only: http://127.0.0.1:3000.", "只写协议、主机和端口：http://127.0.0.1:3000。";
        ),
        DeployMessage::UpstreamTls => row!(
            "{server} cannot speak TLS to {upstream}", "{server} 不能用 HTTPS 连接上游 {upstream}";
            "It passes requests on over plain HTTP only.", "它只能以明文 HTTP 转发请求。";
            "Let the application listen for plain HTTP on a private address ({plain}), or choose nginx or HAProxy.", "让上游应用在内网地址上提供明文 HTTP（{plain}），或改用 nginx、HAProxy。";
        ),
        DeployMessage::UpstreamAssumed => row!(
            "Is {upstream} where requests should go?", "上游地址是 {upstream} 吗？";
            "{server} shows no pages of its own, so it needs a server behind it. No address was given; the usual one is written.", "{server} 自己不提供网页，必须转发到上游应用。没有填写上游地址，配置里写的是常用地址。";
            "Give the address of your application as the upstream.", "请在“上游地址”里填写应用的实际地址。";
        ),
        DeployMessage::UnwritableCharacter => row!(
            "A value cannot be written safely for {server}", "有一个值无法安全写入 {server} 配置";
            "It holds {character}, which no quoting makes harmless there.", "其中含有 {character}，这种格式里没有办法转义。";
            "Take the character out of the names and the upstream.", "请从名称和上游地址中去掉这个字符。";
        ),
        DeployMessage::Misread => row!(
            "No configuration for {server} was made", "没有生成 {server} 配置";
            "The text was read back for checking, and would not mean what it should. This is a fault of this tool.", "生成后会重新读一遍核对，结果与原意不符。这是本工具的问题。";
            "Please report it, with the names that the certificate holds.", "请反馈给我们，并附上证书里的名称。";
        ),
        DeployMessage::OptionsLeftOut => row!(
            "{server} is too old for {options}", "{server} 版本太旧，不支持 {options}";
            "The configuration works without it; newer versions are faster and safer.", "配置里已去掉，站点照常工作；新版本更快也更安全。";
            "Update the server when you can.", "有条件时请升级服务器。";
        ),
        DeployMessage::OptionsUnknown => row!(
            "{server} does not support {options}", "{server} 不支持 {options}";
            "No version of it does; the configuration leaves it out.", "任何版本都没有这个功能，配置中已去掉。";
            "Let a proxy in front do it, or choose another server.", "可由前面的代理实现，或换用其他服务器。";
        ),
        DeployMessage::HybridLeftOut => row!(
            "{library} {version} does not know X25519MLKEM768", "{library} {version} 不支持 X25519MLKEM768";
            "It came with OpenSSL 3.5; named to an older library, it keeps {server} from starting. X25519 and the NIST curves stay.", "OpenSSL 3.5 才开始支持；在更旧的版本里写上它，{server} 会无法启动。X25519 和 NIST 曲线保留。";
            "Nothing to do.", "无需处理。";
        ),
        DeployMessage::UnknownSystem => row!(
            "“{system}” is not a known system", "不认识系统 “{system}”";
            "Known: {known}.", "支持：{known}。";
            "Choose one of them, or name the versions of server and library instead.", "请从中选择，或直接填写服务器和 TLS 库的版本。";
        ),
        DeployMessage::PathCharacter => row!(
            "“{path}” cannot stand in the configuration", "路径 “{path}” 不能写入配置";
            "It holds {character}. Paths have letters, digits, spaces and . _ / + @ - here; anything else could change the meaning of a file or a command.", "其中含有 {character}。路径只能有字母、数字、空格和 . _ / + @ -，其他字符可能改变配置或命令的含义。";
            "Keep the files in a folder with a plain name.", "请把文件放在名称简单的目录里。";
        ),
        DeployMessage::PathForm => row!(
            "“{path}” is not a usable path", "“{path}” 不是可用的路径";
            "A path begins at the root and does not climb with “..”.", "路径要从根目录写起，不能含有 “..”。";
            "Write the whole path: /etc/ssl/shop/fullchain.pem.", "请写完整路径，例如 /etc/ssl/shop/fullchain.pem。";
        ),
        DeployMessage::CertificatePathMissing => row!(
            "The path of the certificate is missing", "缺少证书文件路径";
            "Only the key’s is there: {path}.", "只填写了私钥路径：{path}。";
            "Write both paths, or neither.", "两个路径都填，或都留空。";
        ),
        DeployMessage::KeyPathMissing => row!(
            "The path of the private key is missing", "缺少私钥文件路径";
            "Only the certificate’s is there: {path}.", "只填写了证书路径：{path}。";
            "Write both paths, or neither.", "两个路径都填，或都留空。";
        ),
        DeployMessage::ProtocolsLeftOut => row!(
            "{server} does not speak {protocols}", "{server} 不支持 {protocols}";
            "The configuration offers the other versions of the profile; clients that know only {protocols} cannot connect.", "配置只启用方案中的其余版本；只支持 {protocols} 的客户端无法连接。";
            "If you need them, choose another server, or another version of it where there are versions.", "如果确实需要，请换用其他服务器；有多个版本的，也可以更换版本。";
        ),
        DeployMessage::ProtocolsAlsoOn => row!(
            "{server} also speaks {protocols}", "{server} 还会启用 {protocols}";
            "It has no policy without. Nobody is shut out, but a scan will show them.", "它没有不含这些版本的策略。客户端都能连接，但安全扫描会报告这些版本。";
            "Nothing to do; if they must be off, end TLS on another server.", "无需处理；如果必须关闭，请让其他服务器终止 TLS。";
        ),
        DeployMessage::HostsLeftOut => row!(
            "{server} does not accept these names: {names}", "{server} 不接受这些名称：{names}";
            "The certificate covers them, but they cannot be configured there; the configuration is for the other names.", "证书覆盖了它们，但这里无法配置；配置只包含其余名称。";
            "Nothing to do, unless clients come by these names.", "如果没有客户端用这些名称访问，就无需处理。";
        ),
        DeployMessage::HostsRefused => row!(
            "{server} takes none of the names: {names}", "{server} 不接受这些名称：{names}";
            "It wants host names: no addresses, and letters, digits and hyphens only.", "只能使用域名，不能是 IP 地址，且只能由字母、数字和连字符组成。";
            "Choose another server, or a certificate with a host name.", "请换用其他服务器，或使用含有域名的证书。";
        ),
        DeployMessage::UpstreamForeign => row!(
            "{server} cannot send requests to {upstream}", "{server} 无法把请求转发到 {upstream}";
            "In a cluster requests go to a Service of the same namespace, from a Gateway by plain HTTP; 127.0.0.1 would be the proxy itself.", "集群内的请求只能转发到同一命名空间的 Service（Gateway 只用 HTTP）；127.0.0.1 指的是代理自己。";
            "Write the Service and its port: http://shop:8080.", "请填写 Service 名称和端口，例如 http://shop:8080。";
        ),
        DeployMessage::NoProtocol => row!(
            "{server} cannot do the profile “{profile}”", "{server} 无法实现“{profile}”方案";
            "It speaks none of the TLS versions that the profile asks for, or cannot leave the others out.", "方案要求的 TLS 版本它都不支持，或者无法单独启用。";
            "Choose the compatible profile, or another server.", "请选择“兼容”方案，或换用其他服务器。";
        ),
        DeployMessage::VersionTooOld => row!(
            "{server} {version} is too old", "{server} {version} 版本太旧";
            "Configurations are written for {oldest} and later.", "这里生成的配置适用于 {oldest} 及以上版本。";
            "Update {server}, or correct the version.", "请升级 {server}，或改正版本号。";
        ),
        DeployMessage::AlsoInFront => row!(
            "Is there a CDN or load balancer in front? It needs the certificate too", "前面还有 CDN 或负载均衡吗？那里也要换证书";
            "Clients see the certificate of the place where TLS ends; one that is forgotten expires there.", "客户端看到的是终止 TLS 的那一处的证书；漏换的地方会到期失效。";
            "Put the same full chain and key there.", "把同一份完整证书链和私钥也部署到那里。";
        ),
        DeployMessage::SubdomainsLeftOut => row!(
            "HSTS is for these names only", "HSTS 只对这些名称生效";
            "includeSubDomains would force https on every name below, and this certificate does not cover them.", "includeSubDomains 会强制所有子域名使用 https，而这张证书没有覆盖它们。";
            "Nothing to do. Add includeSubDomains once every name below has a certificate.", "无需处理。等所有子域名都有证书后，再加上 includeSubDomains。";
        ),
        DeployMessage::UnknownTarget => row!(
            "“{target}” is not a known server", "不认识服务器 “{target}”";
            "Known: {known}.", "支持：{known}。";
            "Choose one of them.", "请从中选择一个。";
        ),
        DeployMessage::ForeignZone => row!(
            "None of the names is in the zone {zone}", "没有域名属于解析区域 {zone}";
            "A record for a name can only stand in a zone that the name ends in.", "只有域名以该区域结尾，记录才能加在那里。";
            "Type the domain as your DNS provider lists it, or leave the field empty.", "请填写 DNS 服务商那里显示的主域名，或留空。";
        ),
        DeployMessage::RenewedElsewhere => row!(
            "{server} is renewed in its own way", "{server} 要用自己的方式续期";
            "The ACME clients here hand the new certificate over by a shell script on the server; {server} cannot be given one that way.", "这里的 ACME 客户端通过服务器上的 shell 脚本更换证书，{server} 不能用这种方式。";
            "On Windows, win-acme gets, binds and renews certificates for IIS. For a cluster, run the install commands of the Deploy tab again after each renewal; for a cloud service, upload the new certificate with them, then select it there in place of the old one.", "Windows 上可用 win-acme，它会为 IIS 申请、绑定并续期证书。集群请在每次续期后重新执行“部署”页的安装命令；云服务请用这些命令上传新证书，再把使用旧证书的监听器或域名换成新证书。";
        ),
        _ => row!(
            "“{version}” is not a version of {server}", "“{version}” 不是 {server} 的版本号";
            "The version decides which directives the configuration may use.", "配置能用哪些指令取决于版本。";
            "Write it in numbers, or leave it out for the newest.", "请写数字版本号；留空则按最新版本生成。";
        ),
    }
}
