use crate::report::message::DeployMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: DeployMessage) -> Words {
    match id {
        DeployMessage::SecurityLevel => row!(
            "TLS 1.0 and 1.1 are on, at security level 0", "启用了 TLS 1.0 和 1.1，安全级别降为 0";
            "RFC 8996 retired both; a PCI DSS scan fails on TLS 1.0. OpenSSL 3 speaks them only at @SECLEVEL=0, which also lets weak keys and SHA-1 signatures through; listing the versions alone does nothing.", "这两个版本已被 RFC 8996 废止，启用 TLS 1.0 还通不过 PCI DSS 扫描。OpenSSL 3 只有在 @SECLEVEL=0 时才肯使用它们，而这个级别也会放行弱密钥和 SHA-1 签名；只在配置里列出版本是没有效果的。";
            "Choose the mini-program profile unless your own logs show clients below TLS 1.2. Builds of {server} on LibreSSL, BoringSSL or OpenSSL before 1.1 do not take @SECLEVEL.", "除非日志表明确实有低于 TLS 1.2 的客户端，否则请改用“小程序”方案。用 LibreSSL、BoringSSL 或 1.1 之前的 OpenSSL 编译的 {server} 不认识 @SECLEVEL。";
        ),
        DeployMessage::OldProtocols => row!(
            "TLS 1.0 and 1.1 are on", "启用了 TLS 1.0 和 1.1";
            "RFC 8996 retired both; a PCI DSS scan fails on TLS 1.0. This version of {server} offers them without further ado.", "这两个版本已被 RFC 8996 废止，启用 TLS 1.0 还通不过 PCI DSS 扫描。这个版本的 {server} 不需要其他设置就会使用它们。";
            "Choose the mini-program profile unless your own logs show clients below TLS 1.2, and update {server}.", "除非日志表明确实有低于 TLS 1.2 的客户端，否则请改用“小程序”方案，并升级 {server}。";
        ),
        DeployMessage::OnlyTls13 => row!(
            "Only TLS 1.3: older clients are shut out", "只启用 TLS 1.3，旧客户端无法连接";
            "The oldest that can connect: {clients}. Whatever is older can not.", "能够连接的最低版本：{clients}。更旧的都无法连接。";
            "For the public, choose the compatible or the mini-program profile.", "面向公众的站点请选择“兼容”或“小程序”方案。";
        ),
        DeployMessage::NoResponder => row!(
            "Stapling is left out", "没有开启 OCSP 装订";
            "The certificate names no OCSP responder, so there is nothing to staple. Several CAs stopped naming one in 2025.", "证书没有写 OCSP 地址，没有可以装订的内容。2025 年起，多家证书机构已不再提供。";
            "Nothing to do.", "无需处理。";
        ),
        DeployMessage::MustStapleWithoutResponder => row!(
            "The certificate demands stapling, but names no responder", "证书要求 OCSP 装订，却没有写 OCSP 地址";
            "Clients that honour the demand refuse the connection, and no configuration can help.", "遵守这项要求的客户端会拒绝连接，改服务器配置也没有用。";
            "Ask the CA for a certificate without must-staple.", "请证书机构重新签发不带 must-staple 的证书。";
        ),
        DeployMessage::NameCharacter => row!(
            "“{name}” can not be a server name", "“{name}” 不能用作服务器名称";
            "It holds {character}. A host name has letters, digits, hyphens and dots; anything else could change the meaning of the configuration.", "其中含有 {character}。主机名只有字母、数字、连字符和点，其他字符可能改变配置的含义。";
            "Write the bare host name or IP address, without scheme, port and path.", "只写主机名或 IP 地址，不要带协议、端口和路径。";
        ),
        DeployMessage::NameForm => row!(
            "“{name}” can not be a server name", "“{name}” 不能用作服务器名称";
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
            "Type the server's names.", "请手动填写服务器名称。";
        ),
        DeployMessage::UpstreamCharacter => row!(
            "“{upstream}” can not be written as an upstream", "“{upstream}” 不能写作上游地址";
            "It holds {character}, which could change the meaning of the configuration.", "其中含有 {character}，可能改变配置的含义。";
            "Write scheme, host and port only: http://127.0.0.1:3000.", "只写协议、主机和端口：http://127.0.0.1:3000。";
        ),
        DeployMessage::UpstreamForm => row!(
            "“{upstream}” is no upstream address", "“{upstream}” 不是上游地址";
            "Requests go on over http or https to one host and port; WebSockets go the same way.", "请求通过 http 或 https 转发到一个主机和端口，WebSocket 也走同一地址。";
            "Write scheme, host and port only: http://127.0.0.1:3000.", "只写协议、主机和端口：http://127.0.0.1:3000。";
        ),
        DeployMessage::UnwritableCharacter => row!(
            "A value can not be written safely for {server}", "有一个值无法安全写入 {server} 配置";
            "It holds {character}, which no quoting makes harmless there.", "其中含有 {character}，这种格式里没有办法转义。";
            "Take the character out of the names and the upstream.", "请从名称和上游地址中去掉这个字符。";
        ),
        DeployMessage::Misread => row!(
            "No configuration for {server} was made", "没有生成 {server} 配置";
            "The text was read back for checking, and would not mean what it should. This is a fault of this tool.", "生成后会重新读一遍核对，结果与原意不符。这是本工具的问题。";
            "Please report it, with the names that the certificate holds.", "请反馈给我们，并附上证书里的名称。";
        ),
        DeployMessage::OptionsLeftOut => row!(
            "{server} {version} is too old for {options}", "{server} {version} 版本太旧，不支持 {options}";
            "The configuration works without it; newer versions are faster and safer.", "配置里已去掉，站点照常工作；新版本更快也更安全。";
            "Update {server} when you can.", "有条件时请升级 {server}。";
        ),
        DeployMessage::ProtocolsLeftOut => row!(
            "{server} {version} does not speak {protocols}", "{server} {version} 不支持 {protocols}";
            "The configuration offers the other versions of the profile; clients that know only {protocols} can not connect.", "配置只启用方案中的其余版本；只支持 {protocols} 的客户端无法连接。";
            "If you need them, choose another server, or another version of this one.", "如果确实需要，请换用其他服务器，或更换版本。";
        ),
        DeployMessage::NoProtocol => row!(
            "{server} {version} can not do the profile {profile}", "{server} {version} 无法实现 {profile} 方案";
            "It speaks none of the TLS versions that the profile asks for.", "方案要求的 TLS 版本它都不支持。";
            "Choose the compatible profile, or update {server}.", "请选择“兼容”方案，或升级 {server}。";
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
            "“{target}” is no server known here", "不认识服务器 “{target}”";
            "Known: {known}.", "支持：{known}。";
            "Choose one of them.", "请从中选择一个。";
        ),
        DeployMessage::UnknownVersion => row!(
            "“{version}” is no version of {server}", "“{version}” 不是 {server} 的版本号";
            "The version decides which directives the configuration may use.", "配置能用哪些指令取决于版本。";
            "Write it in numbers, or leave it out for the newest.", "请写数字版本号；留空则按最新版本生成。";
        ),
    }
}
