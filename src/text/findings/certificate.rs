use crate::report::message::CertificateMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: CertificateMessage) -> Words {
    match id {
        CertificateMessage::NotVersion3 => row!(
            "This certificate is version {version}, not 3", "这张证书是 v{version}，不是 v3";
            "Only version 3 can hold alternative names and constraints; clients refuse the others.", "只有 v3 才能写入备用名称和约束，客户端会拒绝其他版本。";
            "Ask the CA for a new certificate. With OpenSSL, give extensions when you sign (-extfile or -addext).", "请证书机构重新签发。用 OpenSSL 自己签发时，要用 -extfile 或 -addext 写入扩展。";
        ),
        CertificateMessage::NotForServers => row!(
            "It is not meant for servers", "这张证书不能用于服务器";
            "Its extended key usage allows only: {purposes}. Browsers and phones ask for serverAuth.", "扩展密钥用法只允许：{purposes}。浏览器和手机要求 serverAuth。";
            "Get a server certificate (serverAuth), or check that you picked the right file.", "申请服务器证书（serverAuth），或检查是否选错了文件。";
        ),
        CertificateMessage::NoPurpose => row!(
            "It does not say that it is for servers", "证书没有写明用于服务器";
            "It has no extended key usage. Apple devices refuse server certificates issued since July 2019 without serverAuth.", "它没有扩展密钥用法。2019 年 7 月以后签发的证书如果没有 serverAuth，Apple 设备会拒绝。";
            "Issue it again with extendedKeyUsage = serverAuth.", "重新签发，并加上 extendedKeyUsage = serverAuth。";
        ),
        CertificateMessage::ServerIsCa => row!(
            "{name} is a CA certificate, not a server’s", "{name} 是 CA 证书，不是服务器证书";
            "Firefox and strict clients refuse a CA certificate at this place, and its key could issue others for any name.", "Firefox 等严格的客户端不接受用 CA 证书做服务器证书；而且它的私钥还能给任意域名签发证书。";
            "Use the certificate issued for your host. If you made it with openssl req -x509, add basicConstraints=critical,CA:FALSE.", "换成为你的域名签发的证书。如果是用 openssl req -x509 生成的，请加上 basicConstraints=critical,CA:FALSE。";
        ),
        CertificateMessage::WeakHash => row!(
            "Signed with {algorithm}, which can be forged", "使用了可伪造的签名算法 {algorithm}";
            "Clients refuse MD5 and SHA-1 signatures on server certificates; no public CA makes them any more.", "客户端拒绝 MD5 和 SHA-1 签名的服务器证书，公共证书机构也早已停用。";
            "Get a new certificate signed with SHA-256 or better.", "重新签发，签名使用 SHA-256 或更强的算法。";
        ),
        CertificateMessage::SerialZero => row!(
            "The serial number is zero", "序列号为 0";
            "Serial numbers must be positive; revocation and some clients tell certificates apart by them.", "序列号必须是正数，吊销机制和部分客户端靠它区分证书。";
            "Issue it again with a random serial number.", "用随机序列号重新签发。";
        ),
        CertificateMessage::SerialNegative => row!(
            "The serial number is negative", "序列号为负数";
            "The first bit of a positive number must be 0; strict parsers (Go, Rust) refuse the certificate.", "正数的最高位必须是 0，Go、Rust 等严格的解析器会拒绝整张证书。";
            "Issue it again with a random positive serial number.", "用随机的正整数序列号重新签发。";
        ),
        CertificateMessage::SerialTooLong => row!(
            "The serial number is {octets:octet/octets} long", "序列号长达 {octets} 字节";
            "20 octets are the most that clients must be able to handle; some refuse longer ones.", "标准只要求客户端支持到 20 字节，更长的有的客户端会拒绝。";
            "Issue it again with a serial number of 16 to 20 octets.", "用 16 到 20 字节的序列号重新签发。";
        ),
        CertificateMessage::MustStapleWithoutResponder => row!(
            "Must-staple is set, but there is nothing to staple", "要求 OCSP 装订（must-staple），却没有可装订的内容";
            "The certificate obliges the server to send an OCSP answer and names no responder. Firefox then refuses the connection.", "证书要求服务器必须附带 OCSP 响应，但没有写 OCSP 地址，Firefox 会因此拒绝连接。";
            "Get a certificate without the must-staple extension.", "重新申请一张不带 must-staple 的证书。";
        ),
        CertificateMessage::NoResponder => row!(
            "No OCSP responder is named", "没有写 OCSP 地址";
            "Normal since 2025: several CAs, Let’s Encrypt first, publish revocation lists only.", "2025 年起这很正常：包括 Let’s Encrypt 在内的多家机构只发布吊销列表（CRL）。";
            "Leave stapling off; the configurations made here do so.", "不要开启 OCSP 装订；这里生成的配置已经处理好。";
        ),
        CertificateMessage::DomainValidated => row!(
            "Validation level: DV", "验证级别：DV（域名验证）";
            "The CA checked control of the domain. That is enough for browsers and for every mini-program platform.", "证书机构只验证了域名控制权。这对浏览器和所有小程序平台都足够。";
            "Nothing to do.", "无需处理。";
        ),
        CertificateMessage::OrganizationValidated => row!(
            "Validation level: OV, {organization}", "验证级别：OV（企业验证），{organization}";
            "The CA also checked that the organisation exists. Clients treat it like DV.", "证书机构还核实了企业身份。客户端对它和 DV 一视同仁。";
            "Nothing to do.", "无需处理。";
        ),
        CertificateMessage::ExtendedValidated => row!(
            "Validation level: EV, {organization}", "验证级别：EV（扩展验证），{organization}";
            "The CA checked the organisation in depth. Browsers no longer show it in the address bar.", "证书机构对企业做了深入核实。浏览器地址栏已不再特别显示。";
            "Nothing to do.", "无需处理。";
        ),
        CertificateMessage::IndividualValidated => row!(
            "Validation level: IV", "验证级别：IV（个人验证）";
            "The CA checked the identity of a natural person. Clients treat it like DV.", "证书机构核实了个人身份。客户端对它和 DV 一视同仁。";
            "Nothing to do.", "无需处理。";
        ),
        CertificateMessage::HiddenCharacter => row!(
            "A name hides a character: {names}", "名称里藏有不可见字符：{names}";
            "Control and direction characters make a name look like another one in lists and warnings.", "控制字符和方向字符会让名称在列表和提示里看起来像另一个。";
            "Do not use the certificate before you know how it came about.", "弄清来源之前，不要使用这张证书。";
        ),
        CertificateMessage::MixedAlphabets => row!(
            "A name mixes alphabets: {names}", "名称混用了不同的字母表：{names}";
            "Letters of different alphabets look alike, so one word made of both can pretend to be a known name.", "不同字母表里有形状相同的字母，混在一个词里可以冒充熟悉的名称。";
            "Check the name letter by letter.", "请逐个字母核对。";
        ),
        CertificateMessage::LookAlike => row!(
            "A name consists of look-alike letters: {names}", "名称全部由形似字母组成：{names}";
            "Every letter looks like a Latin one but is another; browsers show such names in their xn-- form.", "每个字母看起来都是拉丁字母，实际却不是；浏览器会改用 xn-- 形式显示。";
            "Check that this is the domain you mean.", "请确认这就是你要用的域名。";
        ),
        CertificateMessage::NotForClients => row!(
            "For servers only, not for mutual TLS", "只能用于服务器，不能用于双向 TLS";
            "It lacks clientAuth, as all public certificates do since 2026. A server that asks you for a client certificate refuses it.", "它没有 clientAuth，2026 年起公共证书都是如此。对方要求客户端证书时，这张会被拒绝。";
            "Nothing to do for a web server. For mutual TLS use a certificate of a private CA.", "网站无需处理；双向 TLS 请改用私有 CA 签发的证书。";
        ),
        CertificateMessage::UnknownCritical => row!(
            "{name} has a critical extension that clients do not know: {extension}", "{name} 含有客户端不认识的关键扩展：{extension}";
            "“Critical” means: refuse the certificate if you do not understand this. TLS clients do not.", "“关键”的含义就是看不懂就必须拒绝，而 TLS 客户端看不懂它。";
            "Issue it again with this extension left out or not critical.", "去掉这个扩展，或改为非关键，然后重新签发。";
        ),
        CertificateMessage::Precertificate => row!(
            "This is a precertificate", "这是预证书（precertificate）";
            "CAs send it to the transparency logs before they issue; the extension {extension} makes every client refuse it.", "它是证书机构签发前提交给透明度日志的，扩展 {extension} 会让所有客户端拒绝它。";
            "Use the certificate that the CA issued from it: same names, same serial number.", "使用证书机构据此签发的正式证书：名称和序列号相同。";
        ),
        CertificateMessage::MalformedExtension => row!(
            "The extension {extension} does not parse", "扩展 {extension} 无法解析";
            "Some clients refuse the whole certificate for it. The parser says: {reason}.", "有的客户端会因此拒绝整张证书。解析器报告：{reason}。";
            "Ask the CA for a new certificate.", "请证书机构重新签发。";
        ),
        CertificateMessage::RepeatedExtension => row!(
            "The extension {extension} is there twice", "扩展 {extension} 出现了两次";
            "Each may stand there once; Go, Rust and Firefox refuse the certificate.", "每种扩展只能出现一次，Go、Rust 和 Firefox 会拒绝这张证书。";
            "Issue it again with one of them.", "只保留一个，重新签发。";
        ),
        CertificateMessage::MustBeCritical => row!(
            "The extension {extension} must be critical", "扩展 {extension} 必须标为关键";
            "A client that does not know it would otherwise pass over it; strict clients refuse the certificate.", "否则看不懂它的客户端会直接忽略；严格的客户端会拒绝这张证书。";
            "Issue it again with the extension marked critical.", "标为关键后重新签发。";
        ),
        CertificateMessage::MustNotBeCritical => row!(
            "The extension {extension} must not be critical", "扩展 {extension} 不能标为关键";
            "It only helps to find things; clients that do not know it would have to refuse the certificate.", "它只起辅助作用；标为关键后，不认识它的客户端就必须拒绝证书。";
            "Issue it again with the extension not critical.", "改为非关键后重新签发。";
        ),
        CertificateMessage::EmptyExtension => row!(
            "The extension {extension} is empty", "扩展 {extension} 是空的";
            "It must say at least one thing. Some clients take it for nothing, others refuse the certificate.", "它至少要有一项内容。有的客户端当作没有，有的会拒绝证书。";
            "Issue it again with the extension filled in or left out.", "填好内容或去掉这个扩展，重新签发。";
        ),
        CertificateMessage::UsageLacksSignature => row!(
            "The key may not sign", "密钥用法不含 digitalSignature";
            "TLS 1.3 and every modern key exchange sign with the server’s key ({key}); its usage allows only: {bits}. Chrome refuses it.", "TLS 1.3 和现代密钥交换都要用服务器私钥（{key}）签名，而它只允许：{bits}。Chrome 会拒绝。";
            "Issue it again with digitalSignature in the key usage.", "重新签发，在密钥用法中加上 digitalSignature。";
        ),
        CertificateMessage::UsageOfCa => row!(
            "A server’s key with the rights of a CA: {bits}", "服务器密钥带有 CA 权限：{bits}";
            "The certificate is no CA certificate, so these rights have no effect; strict clients refuse it.", "它不是 CA 证书，这些权限没有意义，严格的客户端会拒绝。";
            "Issue it again without them.", "去掉这些用法，重新签发。";
        ),
        CertificateMessage::UsageForeignToKey => row!(
            "The key usage does not fit the key: {bits}", "密钥用法与密钥类型不符：{bits}";
            "A key of this kind ({key}) can sign but not encrypt. Most clients pass over it, strict ones do not.", "这种密钥（{key}）只能签名，不能加密。多数客户端会忽略，严格的不会。";
            "At the next renewal, ask for digitalSignature alone.", "下次续期时，只保留 digitalSignature。";
        ),
        CertificateMessage::MissingExtension => row!(
            "{name} has no {extension}", "{name} 缺少扩展 {extension}";
            "The standard asks for it in a certificate of this kind. Common clients do without; strict validators refuse the chain.", "标准要求这类证书必须带有该扩展。常见客户端不在意，严格的验证器会拒绝整条链。";
            "Issue {name} again with this extension; OpenSSL’s default profiles write it.", "重新签发 {name} 并加上该扩展；OpenSSL 的默认配置会自动写入。";
        ),
        CertificateMessage::MisplacedExtension => row!(
            "{name} may not have the extension {extension}", "{name} 不应带有扩展 {extension}";
            "It belongs to certificates of another kind. Common clients pass over it; strict validators refuse the certificate.", "该扩展属于另一类证书。常见客户端会忽略，严格的验证器会拒绝这张证书。";
            "Issue {name} again without it.", "去掉该扩展，重新签发 {name}。";
        ),
        CertificateMessage::ExtensionContent => row!(
            "The extension {extension} of {name} is not as the standard has it", "{name} 的扩展 {extension} 内容不合标准";
            "It holds {reason}. Common clients pass over it; strict validators refuse the chain.", "其中有{reason}。常见客户端会忽略，严格的验证器会拒绝整条链。";
            "Have {name} issued again with this put right.", "改正后重新签发 {name}。";
        ),
        CertificateMessage::MalformedName => row!(
            "An alternative name is not written to the letter", "备用名称的写法不合标准";
            "{entry}: {reason}. Clients let it pass; strict validators refuse the whole certificate.", "{entry}：{reason}。客户端会放过，严格的验证器会拒绝整张证书。";
            "Leave it out of the next certificate, or write it as the standard has it.", "下次签发时去掉它，或改成标准写法。";
        ),
        CertificateMessage::AlgorithmsDisagree => row!(
            "The signature algorithm is named twice, and not alike", "证书内外两处签名算法不一致";
            "Outside it says {algorithm}, inside the signed part something else. Clients refuse the certificate: somebody may have changed it.", "外层写的是 {algorithm}，签名保护的内层写的却不同。客户端会拒绝这张证书，因为它可能被改动过。";
            "Get the certificate again from your CA; it has to be issued anew.", "请证书机构重新签发，这张证书无法修复。";
        ),
        CertificateMessage::NoIssuerName => row!(
            "The issuer has no name", "签发者名称为空";
            "Paths are found by the names of issuers, and the standard forbids an empty one. Strict validators refuse the certificate.", "证书链靠签发者名称逐级查找，标准不允许为空，严格的验证器会拒绝这张证书。";
            "Give the CA a name and issue the certificate again.", "给 CA 设置名称后重新签发。";
        ),
        CertificateMessage::NoSubjectName => row!(
            "A CA certificate without a name", "CA 证书没有名称";
            "What it issues names its issuer by this name, and the standard forbids an empty one. Strict validators refuse the chain.", "它签发的证书要用这个名称指明签发者，标准不允许为空，严格的验证器会拒绝整条链。";
            "Give the CA a name and issue its certificate again.", "给 CA 设置名称后重新签发它的证书。";
        ),
        CertificateMessage::KeyNotAllowed => row!(
            "The Baseline Requirements do not allow the key of {name}", "{name} 的密钥不符合 BR 要求";
            "{key}: {reason}. Public CAs may use RSA from 2048 bits, P-256, P-384 and P-521 only.", "{key}：{reason}。公共证书机构只能使用 2048 位以上的 RSA 以及 P-256、P-384、P-521。";
            "Make a new key of one of these kinds and have it certified.", "换成上述类型的新密钥，重新申请证书。";
        ),
        CertificateMessage::SignatureNotAllowed => row!(
            "The Baseline Requirements do not allow the signature on {name}", "{name} 的签名算法不符合 BR 要求";
            "It is signed with {algorithm}. Public CAs sign with RSA or ECDSA and SHA-256, SHA-384 or SHA-512.", "它使用 {algorithm} 签名。公共证书机构只能用 RSA 或 ECDSA 搭配 SHA-256、SHA-384、SHA-512 签名。";
            "Have it issued again with one of these algorithms.", "用上述算法重新签发。";
        ),
        CertificateMessage::NotForClientsByPurpose => row!(
            "It is not meant for clients", "这张证书不能用于客户端";
            "Its extended key usage allows only: {purposes}. Servers that ask for client certificates want clientAuth.", "扩展密钥用法只允许：{purposes}。要求客户端证书的服务器会检查 clientAuth。";
            "Get a certificate with clientAuth. Public CAs leave it out since 2026: use a CA of your own.", "申请带 clientAuth 的证书。公共证书机构自 2026 年起不再签发，请使用自建 CA。";
        ),
        CertificateMessage::TooFewTimestamps => row!(
            "{logs:timestamp/timestamps} of transparency logs, {needed} needed", "透明度日志时间戳（SCT）只有 {logs} 个，需要 {needed} 个";
            "Chrome and Apple ask for {needed} from distinct logs at a lifetime of {days} days. The logs’ signatures were not checked here.", "有效期 {days} 天的证书，Chrome 和 Apple 要求来自不同日志的 {needed} 个时间戳。这里没有验证日志的签名。";
            "Ask the CA for a certificate with embedded timestamps, unless your server sends them in the handshake.", "请证书机构签发内嵌时间戳的证书；如果服务器会在握手时发送，可以不管。";
        ),
    }
}
