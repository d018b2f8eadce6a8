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
        | Id::CertificateOther => certificate(id),
        Id::Filing
        | Id::UploadAgain
        | Id::NotForPersons
        | Id::VerificationFile
        | Id::PlainRedirect
        | Id::RedirectListed => by_hand(id),
        Id::PortInEntry | Id::OnlyParentListed | Id::NotListed | Id::ForbiddenHost | Id::TooMany => list(id),
        _ => address(id),
    }
}

const fn address(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::SchemeRefused => row!(
            "{platform} does not take these addresses: {addresses}", "{platform}不接受这些地址：{addresses}";
            "It takes {schemes} only; anything else fails before a connection is made.", "它只接受 {schemes}，其他协议在建立连接之前就会失败。";
            "Serve the interface over HTTPS (a WebSocket over WSS), then change the address in the code.", "让接口支持 HTTPS（WebSocket 使用 WSS），并修改代码中的地址。";
        ),
        PlatformMessage::NoScheme => row!(
            "No scheme in front of {addresses}", "地址缺少协议：{addresses}";
            "{platform} takes whole addresses only, with {schemes}.", "{platform}只接受带协议的完整地址：{schemes}。";
            "Write https:// in front (wss:// for a WebSocket).", "在前面写上 https://（WebSocket 用 wss://）。";
        ),
        PlatformMessage::DeviceItself => row!(
            "{addresses} is the phone itself", "{addresses} 指向手机自身";
            "On a phone, localhost and 127.0.0.1 are the phone; {platform} refuses them in a published version.", "在手机上，localhost 和 127.0.0.1 就是手机本身；{platform}的正式版不允许访问。";
            "Use the server’s domain name. For development, turn off the domain check in the developer tools.", "改用服务器的域名；开发阶段可在开发者工具中关闭域名校验。";
        ),
        PlatformMessage::AddressRefused => row!(
            "{platform} wants a domain name, not an IP address: {addresses}", "{platform}要求使用域名，不能用 IP 地址：{addresses}";
            "An IP address can not stand in its list of domains, and public certificates for one are rare.", "IP 地址不能填入域名列表，公共机构也很少为 IP 签发证书。";
            "Point a domain name at the server, and use that.", "给服务器解析一个域名，改用域名访问。";
        ),
        PlatformMessage::NoHost => row!(
            "No host can be seen in {addresses}", "看不出主机名：{addresses}";
            "It may be a template that is filled when the program runs. {platform} judges the finished address.", "可能是运行时才拼接的模板；{platform}检查的是最终的地址。";
            "Give the address as it is called.", "请填写实际请求的地址。";
        ),
        PlatformMessage::DefaultPortWritten => row!(
            "Leave out :443 in {addresses}", "去掉 :443：{addresses}";
            "{platform} compares ports as they are written: an entry without one does not allow any in the address, not even 443.", "{platform}按字面比对端口：列表中没有写端口，请求地址中就不能带端口，连默认的 443 也不行。";
            "Remove :443 from the address in the code.", "在代码中删掉 :443。";
        ),
        PlatformMessage::PortNotListed => row!(
            "The list has no entry with the port of {addresses}", "列表中没有与端口一致的条目：{addresses}";
            "{platform} allows a port only where the list’s entry has the same.", "{platform}要求端口与列表中的条目完全一致。";
            "Add the entry with this port in the console, or serve the interface on 443 and leave the port out.", "在后台添加带该端口的条目；或改用 443 端口，并在地址中去掉端口。";
        ),
        PlatformMessage::PortMissing => row!(
            "The list’s entry has a port, {addresses} has none", "列表中的条目带端口，而地址没有：{addresses}";
            "{platform} allows only the very port of the entry.", "{platform}只允许访问条目中写明的端口。";
            "Add an entry without a port, or write the port into the address.", "添加不带端口的条目，或在地址中写上端口。";
        ),
        _ => row!(
            "{platform} takes no port: {addresses}", "{platform}不允许带端口：{addresses}";
            "Its list holds domains without a port, and the address must match.", "它的域名列表不能填写端口，请求地址也要与之一致。";
            "Serve the interface on port 443, and leave the port out.", "改用 443 端口，并在地址中去掉端口。";
        ),
    }
}

const fn list(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::PortInEntry => row!(
            "{platform} takes no port in its list: {entries}", "{platform}的域名列表不能带端口：{entries}";
            "All ports of a listed host are allowed as it is.", "域名填入列表后，该域名的所有端口都可访问。";
            "Enter the host without a port.", "填写时去掉端口。";
        ),
        PlatformMessage::OnlyParentListed => row!(
            "Only a domain above is listed: {hosts}", "列表中只有上级域名：{hosts}";
            "{platform} does not let a listed domain stand for the names below it.", "{platform}不支持用父域名代替子域名。";
            "Add these hosts themselves in the console.", "在后台把这些子域名逐个加入列表。";
        ),
        PlatformMessage::NotListed => row!(
            "Not on the list of {platform}: {hosts}", "不在{platform}的域名列表中：{hosts}";
            "What is not listed fails on the phone, though the developer tools may let it pass.", "没有列入的域名在手机上会失败，开发者工具里却可能正常。";
            "Add them in the console.", "在后台添加这些域名。";
        ),
        PlatformMessage::ForbiddenHost => row!(
            "{platform} forbids calls to {host}", "{platform}禁止直接访问 {host}";
            "Its own interfaces are for servers: a program that calls them would have to carry their secret.", "平台自身的接口只供服务器调用，放在前端会泄露密钥。";
            "Call it from your server, and have the program ask your server.", "改由你的服务器调用，小程序再请求你的服务器。";
        ),
        _ => row!(
            "{count} hosts, and a list of {platform} takes {most}", "共 {count} 个域名，{platform}的列表最多 {most} 个";
            "The console refuses more.", "超出后后台不允许保存。";
            "Put several interfaces behind one domain, as paths.", "把多个接口合并到同一域名下，用路径区分。";
        ),
    }
}

const fn certificate(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::CertificateChain => row!(
            "{platform} will refuse the certificate: its chain is not complete and right ({codes})", "{platform}会拒绝此证书：证书链不完整或不正确（{codes}）";
            "The server has to send every certificate up to the root. Phones do not look for missing ones as desktop browsers do.", "服务器必须下发根证书以外的全部证书；手机不像电脑浏览器那样会自动补全。";
            "Mend the finding behind it, deploy the full chain, and try again on a phone.", "先处理对应的问题，部署完整证书链，再用手机验证。";
        ),
        PlatformMessage::CertificateTrust => row!(
            "{platform} will refuse the certificate: phones do not trust its root ({codes})", "{platform}会拒绝此证书：手机系统不信任它的根证书（{codes}）";
            "The root has to be one that the phone’s system comes with; installing it by hand does not help.", "根证书必须是手机系统内置的，手动安装也不行。";
            "Use a certificate of a public CA; a free one will do.", "改用公共证书机构的证书，免费的即可。";
        ),
        PlatformMessage::CertificateName => row!(
            "{platform} will refuse the certificate: it does not name every host ({codes})", "{platform}会拒绝此证书：没有覆盖全部域名（{codes}）";
            "Each host that is called has to be among the certificate’s names.", "请求的每个域名都必须在证书的域名列表中。";
            "Have it issued with all of the hosts, or use one of the hosts that it names.", "补全域名后重新签发，或改用证书已包含的域名。";
        ),
        PlatformMessage::CertificateDate => row!(
            "{platform} will refuse the certificate: it is not valid now ({codes})", "{platform}会拒绝此证书：不在有效期内（{codes}）";
            "Phones refuse a certificate outside its dates, and one whose lifetime is longer than allowed.", "手机会拒绝有效期以外的证书，也会拒绝有效期超长的证书。";
            "Renew it, deploy the new one everywhere it is served, and reload.", "更新证书，在所有下发它的位置替换，并重新加载服务。";
        ),
        _ => row!(
            "{platform} will refuse the certificate ({codes})", "{platform}会拒绝此证书（{codes}）";
            "Phones refuse it for what the findings say.", "手机会因对应的问题拒绝它。";
            "Mend the finding behind it.", "先处理对应的问题。";
        ),
    }
}

const fn by_hand(id: PlatformMessage) -> Words {
    match id {
        PlatformMessage::Filing => row!(
            "Check by hand: {platform} wants the domains filed (ICP)", "请自行确认：{platform}要求域名已完成 ICP 备案";
            "Without a filing the console does not take a domain, and connections may be reset inside China. It can not be seen from here.", "没有备案的域名无法填入后台，在国内访问还可能被阻断。这里无法查询备案状态。";
            "Look it up at beian.miit.gov.cn; a new filing takes about a day to reach the platforms.", "在 beian.miit.gov.cn 查询；新备案的域名约 24 小时后才能配置。";
        ),
        PlatformMessage::UploadAgain => row!(
            "After a change of the list, {platform} wants a new package", "修改域名列表后，{platform}需要重新上传版本";
            "The list travels with the package: a version that is out goes on with the old one.", "域名列表随版本一起生效，已发布的版本仍使用旧列表。";
            "Upload and release the program again.", "重新上传并发布小程序。";
        ),
        PlatformMessage::NotForPersons => row!(
            "Check by hand: {platform} is not for personal accounts", "请自行确认：{platform}不对个人主体开放";
            "Business domains can be entered by organisations only.", "只有非个人主体才能配置业务域名。";
            "Look at the kind of account in the console.", "在后台查看账号主体类型。";
        ),
        PlatformMessage::VerificationFile => row!(
            "Check by hand: the verification file of {platform}", "请自行确认：{platform}的校验文件";
            "The file stands at the root of the domain, its name and content unchanged; a redirect or an HTML page in its place fails.", "校验文件要放在域名根目录，文件名和内容都不能改；跳转或返回 HTML 页面都会校验失败。";
            "Ask for it with curl: only the token may come back.", "用 curl 访问该文件，返回内容应当只有校验码。";
        ),
        PlatformMessage::PlainRedirect => row!(
            "Check by hand: no redirect of the page may lead over http://", "请自行确认：页面跳转中不能出现 http://";
            "{platform} refuses the page if one hop is not HTTPS. Behind a load balancer nginx likes to answer with http:// when it adds a slash.", "只要有一跳不是 HTTPS，{platform}就会拒绝打开。负载均衡后的 nginx 自动补斜杠时，常会跳到 http://。";
            "Follow the redirects with curl -sIL, and set absolute_redirect off in nginx.", "用 curl -sIL 查看每一跳；nginx 请设置 absolute_redirect off。";
        ),
        _ => row!(
            "Check by hand: where redirects lead has to be listed, too", "请自行确认：跳转后的域名也要列入";
            "{platform} checks the last host of a redirect like the first.", "{platform}对跳转后的域名同样会校验。";
            "Follow the redirects with curl -sIL, and add the hosts.", "用 curl -sIL 查看跳转，把涉及的域名都加入列表。";
        ),
    }
}
