use crate::report::message::NameMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: NameMessage) -> Words {
    match id {
        NameMessage::NotCovered => row!(
            "{host} is not covered", "没有覆盖 {host}";
            "Clients compare the host with the alternative names, and nothing here is like it: {names}.", "客户端会拿主机名和备用名称（SAN）逐一比较，而证书里只有：{names}。";
            "Check that this is the certificate for this site. If it is, get one that also names {host}.", "先确认这是不是这个网站的证书；如果是，请重新申请并加入 {host}。";
        ),
        NameMessage::NotCoveredAbove => row!(
            "{host} is not covered", "没有覆盖 {host}";
            "The nearest name is {nearest}. A domain never covers its sub-domains.", "最接近的名称是 {nearest}，但上级域名不能覆盖子域名。";
            "Get a certificate that also names {host}, or the wildcard one level above it.", "重新申请证书，加入 {host}，或加入它上一级的通配符。";
        ),
        NameMessage::NotCoveredBelow => row!(
            "{host} is not covered", "没有覆盖 {host}";
            "The nearest name is {nearest}. A sub-domain never covers its parent.", "最接近的名称是 {nearest}，但子域名不能覆盖上级域名。";
            "Get a certificate that also names {host}.", "重新申请证书，加入 {host}。";
        ),
        NameMessage::NotCoveredBeside => row!(
            "{host} is not covered", "没有覆盖 {host}";
            "The nearest name is {nearest}; it is another host of the same domain.", "最接近的名称是 {nearest}，那是同一域名下的另一台主机。";
            "Get a certificate that also names {host}, or a wildcard for all hosts of that level.", "重新申请证书，加入 {host}，或改用覆盖这一级的通配符证书。";
        ),
        NameMessage::NotCoveredWildcard => row!(
            "{host} is not covered", "没有覆盖 {host}";
            "The nearest name is {nearest}. Its asterisk stands for exactly one label: not for none, not for two.", "最接近的名称是 {nearest}，但星号只代表一级：不能是零级，也不能是两级。";
            "Get a certificate that also names {host}.", "重新申请证书，加入 {host}。";
        ),
        NameMessage::OtherCertificates => row!(
            "Other certificates are needed for {hosts}", "以下域名需要另外的证书：{hosts}";
            "The program calls these hosts, too, and this certificate does not name them. Each server may show a certificate of its own.", "程序还会请求这些域名，而此证书没有包含它们；不同的服务器可以各用各的证书。";
            "Drop the certificates of these hosts here, too. If this one is meant for them, have it issued with their names.", "把这些域名的证书也拖进来检查；如果本应由此证书覆盖，请补全域名后重新签发。";
        ),
        NameMessage::AddressNotCovered => row!(
            "The address {host} is not covered", "没有覆盖 IP 地址 {host}";
            "Clients look for an address in iPAddress entries only; a DNS name, even one that points there, does not count.", "客户端只会在 iPAddress 类型的备用名称里找 IP；域名即使解析到这个地址也不算。";
            "Call the server by a name that the certificate covers. Few CAs certify addresses, and mini-programs refuse them.", "改用证书覆盖的域名访问。很少有证书机构为 IP 签发证书，小程序也不接受 IP。";
        ),
        NameMessage::NoSuchHost => row!(
            "“{host}” is not a host name", "“{host}”不是有效的主机名";
            "A host is made of labels with letters, digits and hyphens, or it is an address; no certificate can cover this.", "主机名由字母、数字、连字符组成的各级标签构成，或者是 IP 地址；这样的写法任何证书都无法覆盖。";
            "Check how it is written.", "请检查拼写。";
        ),
        NameMessage::NoAlternativeNames => row!(
            "It has no alternative names (SAN)", "证书没有备用名称（SAN）";
            "Clients read only the alternative names to see which hosts it is for. They have ignored the common name ({name}) since 2017.", "客户端只看备用名称（SAN），从 2017 年起就不再看通用名称 CN（{name}）。";
            "Get a certificate with every host name as a DNS alternative name.", "重新申请证书，把每个域名都写进备用名称（SAN）。";
        ),
        NameMessage::BelowWildcard => row!(
            "{host} is too deep for {wildcard}", "{wildcard} 覆盖不到 {host}";
            "The asterisk stands for one label only: it covers hosts right below {base}, not those further down.", "星号只代表一级：只覆盖 {base} 的下一级，更深的不算。";
            "Get a certificate that also names {host}, or move the service one level up.", "重新申请证书，加入 {host}，或者把服务放到上一级域名。";
        ),
        NameMessage::BareDomain => row!(
            "The wildcard leaves out {host} itself", "通配符不包含 {host} 本身";
            "*.{host} covers the hosts right below it, never the bare domain. Whoever opens {host} gets a warning page.", "*.{host} 只覆盖下一级子域名，不含裸域名；直接打开 {host} 会报证书错误。";
            "If {host} is served too, get a certificate that names both {host} and *.{host}.", "如果 {host} 也要提供服务，请申请同时包含 {host} 和 *.{host} 的证书。";
        ),
        NameMessage::BareDomains => row!(
            "{count:wildcard leaves/wildcards leave} out the bare domain: {hosts}", "{count} 个通配符不包含裸域名：{hosts}";
            "A wildcard covers the hosts right below a domain, never the domain itself. Whoever opens it gets a warning page.", "通配符只覆盖下一级子域名，不含域名本身；直接打开裸域名会报证书错误。";
            "For those that are served, too, get a certificate that names the bare domain beside the wildcard.", "其中也要提供服务的，请申请同时包含裸域名和通配符的证书。";
        ),
        NameMessage::OneFormOnly => row!(
            "Covered with or without www only, not both; missing: {hosts}", "带 www 与不带 www 只覆盖了一种，缺少：{hosts}";
            "People type both. Even a redirect needs a certificate for the name that was typed.", "两种写法都有人输入；即使只做重定向，也要先有覆盖该名称的证书。";
            "Get a certificate with both names; leave out those that do not exist in DNS.", "申请同时包含两种写法的证书；DNS 里没有的可以不管。";
        ),
        NameMessage::OnlyWithWww => row!(
            "Only {other} is covered, not {host}", "只覆盖了 {other}，没有 {host}";
            "People type both. Even a redirect from {host} needs a certificate for it first.", "两种写法都有人输入；即使只从 {host} 重定向，也要先有覆盖它的证书。";
            "Get a certificate with both names; most CAs add the second one for free.", "申请同时包含两个名称的证书，多数证书机构不另收费。";
        ),
        NameMessage::OnlyWithoutWww => row!(
            "Only {other} is covered, not {host}", "只覆盖了 {other}，没有 {host}";
            "People type both. Even a redirect from {host} needs a certificate for it first.", "两种写法都有人输入；即使只从 {host} 重定向，也要先有覆盖它的证书。";
            "Get a certificate with both names, unless {host} does not exist in DNS.", "申请同时包含两个名称的证书；如果 DNS 里没有 {host}，可以不管。";
        ),
        NameMessage::EmptyEntry => row!(
            "{count:alternative name is/alternative names are} empty", "有 {count} 个备用名称是空的";
            "An empty name matches nothing, and strict clients refuse the whole certificate for it.", "空名称匹配不到任何主机，严格的客户端会因此拒绝整张证书。";
            "Ask the CA for a certificate without it.", "请证书机构去掉空名称，重新签发。";
        ),
        NameMessage::UrlEntry => row!(
            "An address with a path stands where a host name belongs: {names}", "备用名称写成了网址：{names}";
            "An alternative name is the host alone. With a scheme or a path it matches nothing.", "备用名称只能是主机名；带上协议或路径就匹配不到任何主机。";
            "Get a certificate with the host alone, such as api.example.com.", "重新申请证书，只写主机名，例如 api.example.com。";
        ),
        NameMessage::PortEntry => row!(
            "A port stands in a host name: {names}", "备用名称里带了端口：{names}";
            "Names in certificates have no port; one certificate serves every port of the host.", "证书里的名称没有端口，一张证书可用于这台主机的所有端口。";
            "Get a certificate with the host alone.", "重新申请证书，只写主机名。";
        ),
        NameMessage::SpaceEntry => row!(
            "A space stands in a host name: {names}", "备用名称里有空格：{names}";
            "It matches nothing. Often two names were put into one field.", "这样的名称匹配不到任何主机，常见原因是把两个域名填进了同一栏。";
            "Get a certificate with each host as a name of its own.", "重新申请证书，每个域名单独写一项。";
        ),
        NameMessage::TrailingDotEntry => row!(
            "A dot ends a host name: {names}", "备用名称以点结尾：{names}";
            "The dot that DNS zone files put at the end does not belong into a certificate; clients refuse it or find no match.", "DNS 区域文件里结尾的点不能写进证书，客户端会拒绝或匹配不上。";
            "Get a certificate without the dot.", "重新申请证书，去掉结尾的点。";
        ),
        NameMessage::RawUnicodeEntry => row!(
            "A name is written in Unicode: {names}", "备用名称直接写了 Unicode 字符：{names}";
            "Certificates hold internationalised names in their ASCII form, xn--…; anything else matches nothing.", "国际化域名在证书里要写成 xn-- 开头的 ASCII 形式，否则匹配不到任何主机。";
            "Get a certificate with the ASCII form.", "重新申请证书，使用 xn-- 形式。";
        ),
        NameMessage::HiddenEntry => row!(
            "A name hides a character: {names}", "备用名称里藏有不可见字符：{names}";
            "A control or invisible character makes one name look like another; clients that read only up to it were once cheated so.", "控制字符或不可见字符会让一个名称看起来像另一个，历史上曾有客户端因此被欺骗。";
            "Do not use this certificate. Ask the CA how it came about.", "不要使用这张证书，并向证书机构询问原因。";
        ),
        NameMessage::AddressAsName => row!(
            "An address is written as a DNS name: {names}", "IP 地址被写成了域名类型：{names}";
            "Clients look for addresses in entries of the type iPAddress only, so this one matches nothing.", "客户端只在 iPAddress 类型里找 IP 地址，写成 dNSName 匹配不到任何主机。";
            "Get a certificate with the address as iPAddress, or better with a name.", "重新申请证书，把地址写成 iPAddress 类型；最好改用域名。";
        ),
        NameMessage::SyntaxEntry => row!(
            "{count:alternative name is/alternative names are} no host name: {names}", "有 {count} 个备用名称不是主机名：{names}";
            "Labels consist of letters, digits and hyphens, 1 to 63 of them, without a hyphen at either end.", "每一级只能用字母、数字和连字符，1 到 63 个字符，首尾不能是连字符。";
            "Get a certificate with names that can exist in DNS.", "重新申请证书，只写 DNS 中可以存在的名称。";
        ),
        NameMessage::MalformedEntry => row!(
            "{count:alternative name can/alternative names can} not be read", "有 {count} 个备用名称无法解析";
            "Its bytes are not of the kind they claim to be, for example an address of five bytes. Some clients refuse the whole certificate.", "它的内容与类型不符，例如 5 个字节的 IP 地址；有的客户端会因此拒绝整张证书。";
            "Ask the CA for a new certificate.", "请证书机构重新签发。";
        ),
        NameMessage::SingleLabel => row!(
            "A name without a dot: {names}", "名称里没有点：{names}";
            "Such names work only inside one network. Public CAs may not certify them, and phones cannot resolve them.", "这样的名称只在内网有效；公共证书机构不能为它签发，手机也无法解析。";
            "Use a full domain name that you own.", "改用自己注册的完整域名。";
        ),
        NameMessage::ReservedDomain => row!(
            "A name of a reserved domain: {names}", "使用了保留域名：{names}";
            "Domains such as .local, .internal and .test never exist on the Internet; public CAs may not certify them.", ".local、.internal、.test 这类域名在互联网上不存在，公共证书机构不能为它签发。";
            "Fine inside your network with your own CA. For phones and mini-programs use a domain that you own.", "内网配合自建 CA 可以使用；给手机和小程序用，请换成自己注册的域名。";
        ),
        NameMessage::ReservedAddress => row!(
            "An address that is not public: {names}", "内网或保留的 IP 地址：{names}";
            "Many networks use the same addresses, so public CAs may not certify them, and mini-programs refuse addresses.", "许多内网都用同样的地址，公共证书机构不能为它签发；小程序也不接受 IP。";
            "Use a domain name that you own; it may point to this address.", "改用自己注册的域名，它可以解析到这个地址。";
        ),
        NameMessage::PublicAddress => row!(
            "An address instead of a name: {names}", "名称里有 IP 地址：{names}";
            "Browsers accept it, but the mini-program platforms refuse addresses.", "浏览器接受，但各小程序平台不接受 IP 地址。";
            "Call the server by a domain name where mini-programs use it.", "给小程序用的接口请改用域名。";
        ),
        NameMessage::PartialWildcard => row!(
            "An asterisk inside a label: {names}", "星号只占标签的一部分：{names}";
            "A wildcard must be the whole left-most label. Clients do not match anything else.", "通配符必须是最左边的一整级，否则客户端不会匹配。";
            "Name the hosts one by one, or use *. in front of the domain.", "把主机逐个写出，或在域名前使用 *.。";
        ),
        NameMessage::MisplacedWildcard => row!(
            "An asterisk in the wrong place: {names}", "星号的位置不对：{names}";
            "Only the left-most label may be an asterisk, and only one.", "只有最左边一级可以是星号，而且只能有一个。";
            "Name the hosts one by one, or get one wildcard for each parent domain.", "把主机逐个写出，或为每个上级域名各申请一个通配符。";
        ),
        NameMessage::TooBroadWildcard => row!(
            "A wildcard that covers strangers’ domains: {names}", "通配符会覆盖别人的域名：{names}";
            "Right below it anyone can register a name. Clients refuse such a wildcard, and no public CA may issue it.", "在它下面任何人都可以注册域名；客户端会拒绝，公共证书机构也不能签发。";
            "Use a wildcard below a domain that is yours alone.", "只在自己注册的域名下使用通配符。";
        ),
        NameMessage::CommonNameElsewhere => row!(
            "The common name is not among the alternative names: {name}", "通用名称 CN 不在备用名称里：{name}";
            "Clients read only the alternative names ({names}), so nothing reaches {name}. The Baseline Requirements ask for the same name in both places.", "客户端只看备用名称（{names}），用 {name} 访问会失败；基线要求也规定 CN 必须同时出现在备用名称里。";
            "If {name} is a host that you serve, get a certificate that lists it as an alternative name.", "如果 {name} 也要提供服务，请重新申请证书，把它加入备用名称。";
        ),
        NameMessage::International => row!(
            "{count:internationalised name/internationalised names}", "有 {count} 个国际化域名";
            "In both forms: {names}. Certificates and configurations hold the first, people see the second.", "两种写法：{names}。证书和配置里写前一种，人看到的是后一种。";
            "Use the xn-- form in server configurations.", "服务器配置里请使用 xn-- 形式。";
        ),
        NameMessage::NotGranted => row!(
            "Asked for, but not in the certificate: {names}", "申请了但证书里没有：{names}";
            "The request (CSR) asks for {count:name/names} that the certificate {name} does not have. Many CAs ignore the names in a CSR and take those of the order.", "CSR 申请了证书 {name} 中没有的 {count} 个名称。很多证书机构只看订单里填写的域名，不看 CSR。";
            "Order the certificate again with all of its names, or have it reissued.", "在订单中补全域名后重新签发。";
        ),
    }
}
