use crate::report::message::PlatformMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: PlatformMessage) -> Words {
    use PlatformMessage as Id;
    match id {
        Id::CertificateChain
        | Id::CertificateTrust
        | Id::CertificateName
        | Id::CertificateDate
        | Id::CertificatePhones
        | Id::CertificateGap
        | Id::TrustedNotSent
        | Id::CertificateOther => certificate(id),
        Id::Filing
        | Id::UploadAgain
        | Id::NotForPersons
        | Id::VerificationFile
        | Id::PlainRedirect
        | Id::RedirectsToHttp
        | Id::RedirectListed => by_hand(id),
        Id::AnySocketPort
        | Id::SeveralLists
        | Id::FewEdits
        | Id::ProviderLimit
        | Id::PrefetchLimit
        | Id::WildcardEntry
        | Id::MpaasLimit => fact(id),
        Id::NoHostInEntry
        | Id::PortInEntry
        | Id::SchemeInEntry
        | Id::OnlyParentListed
        | Id::PerhapsListed
        | Id::NotListed
        | Id::ForbiddenHost
        | Id::TooMany => list(id),
        Id::ClaimQuoted | Id::ClaimAnswered | Id::ToldQuoted | Id::ToldAnswered => claim(id),
        _ => address(id),
    }
}

const fn claim(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::ClaimQuoted => row!(
            "“{claim}”: {standing}", "“{claim}”这个说法{standing}";
            "{right} {telling} “{told}”. The source says: “{wording}” ({ground}).", "{right}{telling}“{told}”。依据的原文：“{wording}”（{ground}）。";
            "{remedy} Handbook entry {id}.", "{remedy}见手册 {id}。";
        ),
        PlatformMessage::ToldQuoted => row!(
            "“{claim}”: {standing}", "“{claim}”这个说法{standing}";
            "{right} What you gave says, in line {line}: “{told}”. The source says: “{wording}” ({ground}).", "{right}你提供的内容，行号 {line}：“{told}”。依据的原文：“{wording}”（{ground}）。";
            "{remedy} Handbook entry {id}.", "{remedy}见手册 {id}。";
        ),
        PlatformMessage::ToldAnswered => row!(
            "“{claim}”: {standing}", "“{claim}”这个说法{standing}";
            "{right} What you gave says, in line {line}: “{told}”. Based on {ground}, in our own words.", "{right}你提供的内容，行号 {line}：“{told}”。依据：{ground}，文字为概括。";
            "{remedy} Handbook entry {id}.", "{remedy}见手册 {id}。";
        ),
        _ => row!(
            "“{claim}”: {standing}", "“{claim}”这个说法{standing}";
            "{right} {telling} “{told}”. Based on {ground}, in our own words.", "{right}{telling}“{told}”。依据：{ground}，文字为概括。";
            "{remedy} Handbook entry {id}.", "{remedy}见手册 {id}。";
        ),
    }
}

const fn address(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::SchemeRefused => row!(
            "{platform} does not take these addresses: {addresses}", "{platform}不接受这些地址：{addresses}";
            "It takes {schemes} only; anything else fails before a connection is made.", "它只接受 {schemes}，其他协议在建立连接之前就会失败。";
            "Serve the API over HTTPS (a WebSocket over WSS), then change the address in the code.", "让接口支持 HTTPS（WebSocket 使用 WSS），并修改代码中的地址。";
        ),
        PlatformMessage::SchemeForUse => row!(
            "{platform} wants another scheme for what these addresses are called for: {addresses}", "{platform}的这类请求要用另一种协议：{addresses}";
            "A WebSocket is called with wss://, all else over HTTP with https://.", "WebSocket 用 wss://，其余 HTTP 请求（含上传、下载和 web-view）用 https://。";
            "Change the scheme, or the call.", "修改地址的协议，或改用对应的接口。";
        ),
        PlatformMessage::CleartextBlocked => row!(
            "{platform}: the system blocks calls without TLS: {addresses}", "{platform}：系统默认拦截不加密的请求：{addresses}";
            "iOS does so from 9 on (ATS), Android for apps made for API 28 and newer, unless the app makes an exception.", "iOS 9 起（ATS）和面向 API 28 及以上的安卓应用都会拦截，除非应用设置了例外。";
            "Serve the interface over HTTPS, and change the address in the code.", "让接口支持 HTTPS，并修改代码中的地址。";
        ),
        PlatformMessage::PhoneItself => row!(
            "{addresses} is the phone itself", "{addresses} 指向手机自身";
            "{platform} runs on the phone, and your server is not there.", "{platform}运行在手机上，而你的服务器不在手机里。";
            "Use the server’s domain name.", "改用服务器的域名。";
        ),
        PlatformMessage::NoScheme => row!(
            "No scheme in front of {addresses}", "地址缺少协议：{addresses}";
            "{platform} takes whole addresses only, with {schemes}.", "{platform}只接受带协议的完整地址：{schemes}。";
            "Write https:// in front (wss:// for a WebSocket).", "在前面写上 https://（WebSocket 用 wss://）。";
        ),
        PlatformMessage::DeviceItself => row!(
            "This is the phone itself: {addresses}", "{addresses} 指向手机自身";
            "On a phone, localhost and 127.0.0.1 are the phone; {platform} refuses them in a published version.", "在手机上，localhost 和 127.0.0.1 就是手机本身；{platform}的正式版不允许访问。";
            "Use the server’s domain name. For development, turn off the domain check in the developer tools; on a real phone use the computer’s LAN address.", "改用服务器的域名。开发阶段可在开发者工具中关闭域名校验；真机调试请改用电脑的局域网 IP。";
        ),
        PlatformMessage::AddressRefused => row!(
            "{platform} wants a domain name, not an IP address: {addresses}", "{platform}要求使用域名，不能用 IP 地址：{addresses}";
            "An IP address cannot stand in its list of domains, and public certificates for one are rare.", "IP 地址不能填入域名列表，公共证书机构也很少为 IP 签发证书。";
            "Point a domain name at the server, and use that.", "给服务器解析一个域名，改用域名访问。";
        ),
        PlatformMessage::NoHost => row!(
            "No host can be seen in {addresses}", "看不出主机名：{addresses}";
            "It may be a template that is filled when the program runs. {platform} judges the finished address.", "可能是运行时才拼接的模板；{platform}检查的是最终的地址。";
            "Give the address as it is called.", "请填写实际请求的地址。";
        ),
        PlatformMessage::NoPublicName => row!(
            "Only your own network knows these names: {addresses}", "这些域名只在内网有效：{addresses}";
            "They are single words or end in .local, .internal and the like: no domain of the Internet, so {platform} can not have them on its list.", "单个单词，或以 .local、.internal 等结尾，都不是公网域名，无法填入{platform}的域名列表。";
            "Give the interface a public domain name, and use that.", "给接口配置公网域名，改用该域名访问。";
        ),
        PlatformMessage::OddLetters => row!(
            "{platform} takes letters, digits and hyphens only: {addresses}", "{platform}的域名只能包含字母、数字和“-”：{addresses}";
            "Other characters, such as an underscore, can not be entered.", "下划线等其他字符无法填写。";
            "Use a host name without them.", "换用不含这些字符的域名。";
        ),
        PlatformMessage::DefaultPortWritten => row!(
            "Leave out :443 in {addresses}", "去掉 :443：{addresses}";
            "{platform} compares ports as they are written: an entry without one does not allow any in the address, not even 443.", "{platform}按字面比对端口：列表中没有写端口，请求地址中就不能带端口，连默认的 443 也不行。";
            "Remove :443 from the address in the code.", "在代码中删掉 :443。";
        ),
        PlatformMessage::PortNotListed => row!(
            "The port is not on the list: {addresses}", "列表中没有带这个端口的域名：{addresses}";
            "{platform} allows a port only where the list’s entry has the same.", "{platform}要求端口与列表中填写的完全一致。";
            "Add the entry with this port in the console, or serve the API on 443 and leave the port out.", "在平台后台添加带该端口的域名；或改用 443 端口，并在地址中去掉端口。";
        ),
        PlatformMessage::PortMissing => row!(
            "The list’s entry has a port, the address has none: {addresses}", "列表中的域名带端口，请求地址没有：{addresses}";
            "{platform} allows only the very port of the entry.", "{platform}只允许访问列表中写明的端口。";
            "Add an entry without a port, or write the port into the address.", "在列表中添加不带端口的域名，或在请求地址中写上端口。";
        ),
        _ => row!(
            "{platform} takes no port: {addresses}", "{platform}不允许带端口：{addresses}";
            "Its list holds domains without a port, and the address must match.", "它的域名列表不能填写端口，请求地址也要与之一致。";
            "Serve the API on port 443, and leave the port out.", "改用 443 端口，并在地址中去掉端口。";
        ),
    }
}

const fn list(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::NoHostInEntry => row!(
            "The list of {platform} holds what is no domain name: {entries}", "{platform}的域名列表中有不是域名的条目：{entries}";
            "IP addresses, localhost and anything that can not be read cover no address; they were left aside.", "IP 地址、localhost 和无法识别的内容不对应任何域名，比对时已忽略。";
            "Copy the list from the console again, one domain an entry.", "从后台重新复制列表，每个条目一个域名。";
        ),
        PlatformMessage::PortInEntry => row!(
            "{platform} takes no port in its list: {entries}", "{platform}的域名列表不能带端口：{entries}";
            "The entries of this list have no port.", "这个列表只填域名，不填端口。";
            "Enter the host without a port.", "填写时去掉端口。";
        ),
        PlatformMessage::OnlyParentListed => row!(
            "Only a domain above is on “{list}”: {hosts}", "“{list}”中只有上级域名：{hosts}";
            "{platform} does not let a listed domain stand for the names below it.", "{platform}不支持用父域名代替子域名。";
            "Add these hosts themselves to the list for their use in the console, then close and reopen the program.", "在平台后台把这些子域名逐个加入对应用途的列表，再退出并重新打开小程序。";
        ),
        PlatformMessage::NotListed => row!(
            "Not on the list “{list}” of {platform}: {hosts}", "不在{platform}的“{list}”中：{hosts}";
            "What is not listed fails on the phone, though the developer tools may let it pass.", "没有列入的域名在手机上会失败，开发者工具里却可能正常。";
            "Add them to the list for their use in the console, then close and reopen the program.", "在平台后台对应用途的列表中添加，再退出并重新打开小程序。";
        ),
        PlatformMessage::SchemeInEntry => row!(
            "{platform} takes no such entry in its list: {entries}", "{platform}的域名列表不能填写这些条目：{entries}";
            "It takes {schemes} only.", "它只接受 {schemes}。";
            "Enter https:// in front, on the list for WebSockets wss://.", "改为 https://；WebSocket 的列表填写 wss://。";
        ),
        PlatformMessage::PerhapsListed => row!(
            "“{list}” of {platform} has neighbours only: {hosts}", "{platform}的“{list}”中只有相近的域名：{hosts}";
            "Whether an entry covers other names of its domain is not documented.", "文档没有说明条目是否覆盖同一域名下的其他名称。";
            "To be sure, add these hosts themselves in the console.", "稳妥起见，在后台把这些域名逐个加入列表。";
        ),
        PlatformMessage::ForbiddenHost => row!(
            "{platform} forbids calls to {host}", "{platform}禁止直接访问 {host}";
            "Its own APIs are for servers: a program that calls them would have to contain the app secret.", "平台自身的接口只供服务器调用，写在小程序里会泄露 AppSecret。";
            "Call it from your server, and have the program ask your server.", "改由你的服务器调用，小程序再请求你的服务器。";
        ),
        _ => row!(
            "{count} entries, and a list of {platform} takes {most}", "共 {count} 条，{platform}的列表最多 {most} 条";
            "The console refuses more.", "超出后平台后台不允许保存。";
            "Put several APIs behind one domain, as paths.", "把多个接口合并到同一域名下，用路径区分。";
        ),
    }
}

const fn certificate(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::CertificateChain => row!(
            "{platform} will refuse the certificate: its chain is incomplete or wrong ({codes})", "{platform}会拒绝此证书：证书链不完整或不正确（{codes}）";
            "The server has to send every certificate below the root. Phones do not look for missing ones as desktop browsers do.", "服务器必须发送根证书以外的全部证书；手机不像电脑浏览器那样会自动补全。";
            "Fix the findings named in brackets, deploy the full chain, and try again on a phone.", "先处理括号中的问题，部署完整证书链，再用手机验证。";
        ),
        PlatformMessage::CertificateGap => row!(
            "{platform} may refuse the certificate: its chain is not complete ({codes})", "{platform}可能会拒绝此证书：证书链不完整（{codes}）";
            "iOS and Chrome for Android fetch a missing certificate at times; do not rely on it.", "iOS 和安卓版 Chrome 有时会自动下载缺少的证书，但不能依赖。";
            "Deploy the full chain.", "部署完整证书链。";
        ),
        PlatformMessage::TrustedNotSent => row!(
            "{platform}: what stands in ssl_trusted_certificate is not sent to clients", "{platform}：ssl_trusted_certificate 里的证书不会发给客户端";
            "nginx uses that file to check OCSP responses and client certificates. Clients get what stands in ssl_certificate, and there the chain is not complete.", "nginx 只用这个文件校验 OCSP 响应和客户端证书。发给客户端的是 ssl_certificate 里的内容，而其中的证书链不完整。";
            "Put the full chain into the file of ssl_certificate.", "把完整证书链放进 ssl_certificate 指定的文件。";
        ),
        PlatformMessage::CertificateTrust => row!(
            "{platform} will refuse the certificate: phones do not trust its root ({codes})", "{platform}会拒绝此证书：手机系统不信任它的根证书（{codes}）";
            "The root has to come with the phone’s system. Mini-programs accept no root that was installed by hand.", "根证书必须是手机系统内置的；小程序不接受手动安装的根证书。";
            "Use a certificate of a public CA; a free one will do.", "改用公共证书机构的证书，免费的即可。";
        ),
        PlatformMessage::CertificateName => row!(
            "{platform} will refuse the certificate: it does not name every host ({codes})", "{platform}会拒绝此证书：没有覆盖全部域名（{codes}）";
            "The certificate that a host serves has to name that host.", "每个域名下发的证书都必须包含该域名。";
            "Have it issued with all of the hosts, or use one of the hosts that it names.", "补全域名后重新签发，或改用证书已包含的域名。";
        ),
        PlatformMessage::CertificateDate => row!(
            "{platform} will refuse the certificate: its dates are not accepted ({codes})", "{platform}会拒绝此证书：有效期不符合要求（{codes}）";
            "Phones refuse a certificate outside its dates, and one whose lifetime is longer than allowed.", "手机会拒绝有效期以外的证书，也会拒绝有效期超长的证书。";
            "Renew or reissue it, replace it wherever it is deployed (CDN, load balancer, server), and reload.", "续期或重新签发，在所有部署位置（CDN、负载均衡、服务器）替换，并重新加载服务。";
        ),
        PlatformMessage::CertificatePhones => row!(
            "{platform}: {clients} will refuse the certificate ({codes})", "{platform}：{clients} 会拒绝此证书（{codes}）";
            "These phones count, and their system does not have the root of this chain.", "这些手机在支持范围内，但系统中没有该证书链的根证书。";
            "Use a certificate whose chain reaches an older root, or raise the oldest version that counts. The Chain tab shows which phone takes what.", "换用能通向更早根证书的证书，或提高支持的最低系统版本；“证书链”页可查看各版本的结果。";
        ),
        _ => row!(
            "{platform} will refuse the certificate ({codes})", "{platform}会拒绝此证书（{codes}）";
            "The findings in brackets say why.", "原因见括号中的问题。";
            "Fix the findings named in brackets.", "先处理括号中的问题。";
        ),
    }
}

const fn by_hand(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::Filing => row!(
            "Check by hand: {platform} wants the domains filed (ICP)", "请自行确认：{platform}要求域名已完成 ICP 备案";
            "Without a filing the console does not take a domain, and servers in mainland China may have their connections reset. It cannot be seen from here.", "没有备案的域名无法填入平台后台，服务器在境内时连接还可能被阻断。这里无法查询备案状态。";
            "Look it up at beian.miit.gov.cn; a new filing takes about a day to reach the platforms.", "在 beian.miit.gov.cn 查询；新备案的域名约 24 小时后才能配置。";
        ),
        PlatformMessage::UploadAgain => row!(
            "After a change of the list, {platform} wants a new package", "修改域名列表后，{platform}需要重新上传版本";
            "The list travels with the package: a version that is out goes on with the old one.", "域名列表随版本一起生效，已发布的版本仍使用旧列表。";
            "Upload and release the program again.", "重新上传并发布小程序。";
        ),
        PlatformMessage::NotForPersons => row!(
            "Check by hand: business domains of {platform} are not for personal accounts", "请自行确认：{platform}的业务域名不对个人主体开放";
            "They can be entered by organisations only.", "只有非个人主体才能配置业务域名。";
            "Look at the kind of account in the console.", "在平台后台查看账号主体类型。";
        ),
        PlatformMessage::VerificationFile => row!(
            "Check by hand: the verification file of {platform}", "请自行确认：{platform}的校验文件";
            "The file stands at the root of the domain, its name and content unchanged; a redirect or an HTML page in its place fails.", "校验文件要放在域名根目录，文件名和内容都不能改；重定向或返回 HTML 页面都会校验失败。";
            "Ask for it with curl: only the content of the file may come back.", "用 curl 访问该文件，返回的应当只是校验文件的内容。";
        ),
        PlatformMessage::PlainRedirect => row!(
            "Check by hand: no redirect of the page may lead over http://", "请自行确认：页面的重定向中不能出现 http://";
            "{platform} refuses the page if one hop is not HTTPS. Behind a load balancer nginx likes to answer with http:// when it adds a slash.", "只要有一次重定向不是 HTTPS，{platform}就会拒绝打开。负载均衡后的 nginx 自动补斜杠时，常会重定向到 http://。";
            "Follow the redirects with curl -sIL, and set absolute_redirect off in nginx.", "用 curl -sIL 查看每次重定向；nginx 请设置 absolute_redirect off。";
        ),
        PlatformMessage::RedirectsToHttp => row!(
            "{platform}: nginx behind a proxy sends clients to http://", "{platform}：代理后面的 nginx 会重定向到 http://";
            "This virtual host answers plain HTTP, so TLS ends before it. When nginx adds a slash to an address, it writes its own scheme into the redirect, and {platform} refuses http://.", "这个虚拟主机只有 HTTP，说明 TLS 在它前面就结束了。nginx 自动补斜杠时，重定向里写的是自己的协议，而{platform}不接受 http://。";
            "Add “absolute_redirect off;” to the server block, reload nginx, and look with curl -sIL.", "在 server 段加上 “absolute_redirect off;”，重新加载 nginx，再用 curl -sIL 确认。";
        ),
        _ => row!(
            "Check by hand: where redirects lead has to be listed, too", "请自行确认：重定向到的域名也要加入列表";
            "{platform} checks the last host of a redirect like the first.", "{platform}对重定向到的域名同样会校验。";
            "Follow the redirects with curl -sIL, and add the hosts.", "用 curl -sIL 查看重定向，把涉及的域名都加入列表。";
        ),
    }
}

const fn fact(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::AnySocketPort => row!(
            "{platform} lets a WebSocket use any port: {addresses}", "{platform}的 WebSocket 可用任意端口：{addresses}";
            "The entry on its list has no port, and covers all of them.", "列表中的域名不写端口，即允许该域名的所有端口。";
            "Enter the host without a port.", "填写时不带端口。";
        ),
        PlatformMessage::SeveralLists => row!(
            "{platform} has a list for each use: {lists}", "{platform}按用途分列表：{lists}";
            "A host that is called in two ways has to stand on both lists.", "同一域名有两种用途时，两个列表都要填写。";
            "Enter each host on the list of its use.", "把每个域名填到对应用途的列表中。";
        ),
        PlatformMessage::FewEdits => row!(
            "{platform} allows 50 changes of the lists a month", "{platform}的域名列表每月最多修改 50 次";
            "Each submission counts, whatever it changes.", "每提交一次就算一次，与改动多少无关。";
            "Collect the hosts first, then enter them all at once.", "先收集全部域名，再一次提交。";
        ),
        PlatformMessage::ProviderLimit => row!(
            "{count} hosts: a list that a service provider sets for {platform} takes {most}", "共 {count} 个域名：由服务商代为设置时，{platform}的列表最多 {most} 个";
            "The API for service providers has a limit of its own.", "服务商接口另有数量限制。";
            "If a service provider enters the list, count with this limit.", "由服务商设置域名时，以此为准。";
        ),
        PlatformMessage::WildcardEntry => row!(
            "{count} hosts for {most} entries: {platform} is said to take “*.domain”", "共 {count} 个域名，列表只有 {most} 个位置：据说{platform}接受 “*.域名”";
            "A copy of its FAQ says that one such entry stands for all hosts of a domain; the page of the platform itself does not mention it.", "常见问题的转载中提到，一个这样的条目可代表该域名下的所有主机；平台自己的页面没有写。";
            "Try the entry in the console. If it is refused, put APIs together behind one host.", "先在平台后台试填；不接受时，把接口合并到同一域名下。";
        ),
        PlatformMessage::PrefetchLimit => row!(
            "{count} hosts on the list for DNS prefetch of {platform}, which takes {most}", "{platform}的 DNS 预解析列表有 {count} 个域名，最多 {most} 个";
            "The list for DNS prefetch is short, and its entries have no scheme.", "DNS 预解析列表较短，填写时不带协议头。";
            "Choose the hosts that are called first.", "选择最先请求的域名。";
        ),
        _ => row!(
            "{count} hosts: a program made with mPaaS may list {most}", "共 {count} 个域名：mPaaS 小程序的白名单最多 {most} 个";
            "mPaaS has a list of its own, which is shorter.", "mPaaS 有自己的白名单，数量更少。";
            "If the program runs in an mPaaS app, put APIs together behind one domain.", "在 mPaaS 应用中运行时，请把接口合并到同一域名下。";
        ),
    }
}
