use super::{Pair, Words, row::row};
use crate::report::{Claim, Ground, Standing, Telling};

/// The words of a claim: the claim itself within a sentence, how it is, and what to do.
pub const fn claim(claim: Claim) -> Words {
    match claim {
        Claim::S1
        | Claim::S2
        | Claim::S3
        | Claim::S8
        | Claim::S9
        | Claim::S13
        | Claim::S18
        | Claim::S20
        | Claim::S23
        | Claim::Y1 => server(claim),
        Claim::S10 | Claim::S11 | Claim::S12 | Claim::S17 | Claim::S21 => platform(claim),
        _ => certificate(claim),
    }
}

/// What a server is set up with, and how that is tested.
const fn server(claim: Claim) -> Words {
    match claim {
        Claim::S1 => row!(
            "the server has to speak TLS 1.0, 1.1 and 1.2 at once", "服务器必须同时启用 TLS 1.0、1.1、1.2";
            "WeChat asks for TLS 1.2 or above. TLS 1.0 and 1.1 help nobody; where switching them on seemed to help, the chain was at fault. TLS 1.3 alone does shut out Android 9 and older, and old Java.", "微信要求 TLS 1.2 及以上，启用 TLS 1.0、1.1 没有用处。以为是开了它们才好的，原因多半在证书链。只开 TLS 1.3 倒确实会挡住安卓 9 及更早的系统和旧版 Java。";
            "Offer TLS 1.2 and 1.3, “ssl_protocols TLSv1.2 TLSv1.3;” in nginx, then look at the chain.", "启用 TLS 1.2 和 1.3，nginx 写 “ssl_protocols TLSv1.2 TLSv1.3;”，然后检查证书链。";
        ),
        Claim::S2 => row!(
            "curl --tlsv1.0 with a 200 shows that TLS 1.0 is on", "curl --tlsv1.0 返回 200 说明 TLS 1.0 已启用";
            "--tlsv1.0 only sets the lowest version: curl goes on to use TLS 1.2 or 1.3. And where OpenSSL 3 is linked, a server speaks TLS 1.0 only at security level 0.", "--tlsv1.0 只规定最低版本，curl 实际用的仍是 TLS 1.2 或 1.3。而且使用 OpenSSL 3 的服务器，要把安全级别降到 0 才会支持 TLS 1.0。";
            "Test one version at a time, and TLS 1.2 first: curl --tlsv1.2 --tls-max 1.2.", "一次只测一个版本，先测 TLS 1.2：curl --tlsv1.2 --tls-max 1.2。";
        ),
        Claim::S3 => row!(
            "nginx takes the file 2_….crt", "nginx 使用 2_….crt 文件";
            "In Tencent Cloud’s packs that is the server certificate alone, meant for Apache, which has the chain in 1_root_bundle.crt. nginx then sends no intermediate, and phones refuse (errno 600001).", "在腾讯云的压缩包里，它是给 Apache 用的单张服务器证书，证书链在 1_root_bundle.crt。nginx 用它就不会发送中间证书，手机会拒绝（errno 600001）。";
            "Name 1_…_bundle.crt (today …_bundle.crt) in ssl_certificate, or the fullchain.pem that is made here.", "ssl_certificate 改用 1_…_bundle.crt（新包为 …_bundle.crt），或用这里生成的 fullchain.pem。";
        ),
        Claim::S8 => row!(
            "if WeChat’s address bar calls the page safe, all is well", "微信地址栏显示‘安全’就说明没问题";
            "It shows that one page opens in WeChat’s browser, which may fetch or remember a missing intermediate. wx.request goes another way: phones and developer tools differ, too.", "这只说明网页能在微信浏览器里打开，它可能自动补全或缓存了中间证书。wx.request 走的是另一条路，真机和开发者工具也不一样。";
            "Test wx.request on an Android phone, with debug mode off.", "关闭调试模式，在安卓真机上测试 wx.request。";
        ),
        Claim::S9 => row!(
            "no verify error from openssl s_client means that all is well", "openssl s_client 没有 verify error 就说明没问题";
            "Without -servername another host’s certificate may answer, without -verify_hostname no name is compared, and a root that only this machine has counts as well.", "不带 -servername 可能返回别的站点的证书，不带 -verify_hostname 就不核对域名，本机自己安装的根证书也会算数。";
            "Give both, name no -CAfile, and count the certificates that are shown: openssl s_client -connect HOST:443 -servername HOST -verify_hostname HOST -showcerts.", "两个参数都带上，不指定 -CAfile，并数一数返回的证书：openssl s_client -connect HOST:443 -servername HOST -verify_hostname HOST -showcerts。";
        ),
        Claim::S13 => row!(
            "Windows Server 2008 R2 has to have TLS 1.0, 1.1 and 1.2 switched on", "Windows Server 2008 R2 要启用 TLS 1.0、1.1、1.2";
            "Only TLS 1.2 is needed. That 2008 R2 has no TLS 1.3 is well known, but no source was found for it.", "只需要 TLS 1.2。2008 R2 没有 TLS 1.3 是常识，但没有找到出处。";
            "Switch TLS 1.2 on and 1.0 and 1.1 off, or move to a system that still gets security updates.", "启用 TLS 1.2，关闭 1.0 和 1.1；最好换用仍有安全更新的系统。";
        ),
        Claim::S18 => row!(
            "pictures and downloads need HTTPS as well", "图片和文件下载也必须使用 HTTPS";
            "downloadFile takes https only, and the same checks hold for pictures, sound and video.", "downloadFile 只支持 https，图片、音频、视频也按同样的要求检查。";
            "Check the hosts of pictures and files as those of the API.", "图片和文件所用的域名，也要像接口域名一样检查。";
        ),
        Claim::S20 => row!(
            "computers complete a chain by themselves, phones do not", "电脑会自动补全证书链，手机不会";
            "WeChat on Android, apps, Java and OpenSSL do not fetch an intermediate. That desktop browsers fetch or remember it shows in many reports; no source of their makers was found.", "安卓微信、应用、Java、OpenSSL 都不会去下载中间证书。电脑浏览器会下载或缓存，有很多实例，但没有找到官方出处。";
            "Send the full chain. A test in a desktop browser tells nothing of it.", "服务器要发送完整证书链。用电脑浏览器测试看不出问题。";
        ),
        Claim::S23 => row!(
            "ssl_stapling on belongs in every configuration", "配置里都要加 ssl_stapling on";
            "Many certificates name no OCSP responder any more: Let’s Encrypt ended its own on 2025-08-06. Then nginx leaves stapling out and warns; no source was found for the words of that warning.", "很多证书已经没有 OCSP 地址：Let’s Encrypt 于 2025-08-06 停止了 OCSP。这时 nginx 会忽略装订并给出警告（警告原文没有找到出处）。";
            "Staple only where the certificate names a responder; else take ssl_stapling out.", "证书里有 OCSP 地址才开启装订，否则删除 ssl_stapling。";
        ),
        _ => row!(
            "a chain is the server certificate and one intermediate, and what looks like a root can go", "证书链就是服务器证书加一张中间证书，像根证书的可以删掉";
            "Let’s Encrypt’s chains have three (RSA) or four (ECDSA) certificates since 2026. Root YR and Root YE stand in no system yet: as cross-signed certificates they lead on to ISRG Root X1, and without them every phone refuses.", "2026 年起 Let’s Encrypt 的证书链有 3 张（RSA）或 4 张（ECDSA）。系统还没有内置 Root YR、Root YE，它们作为交叉签名证书通往 ISRG Root X1，删掉后手机都会拒绝。";
            "Send fullchain.pem as it came. A certificate whose issuer is not its subject is no root.", "原样使用 fullchain.pem。签发者与主体不同的证书就不是根证书。";
        ),
    }
}

/// What platforms ask.
const fn platform(claim: Claim) -> Words {
    match claim {
        Claim::S10 => row!(
            "‘not in the domain list’ may come from DNS or from port 443", "‘不在合法域名列表’可能是 A 记录或 443 端口的问题";
            "The message speaks of the list alone (errno 600002). Broken DNS and a closed port give other errors.", "这个报错只与合法域名列表有关（errno 600002）。DNS 解析、端口不通的报错不一样。";
            "Compare the address with the list letter by letter: scheme, host, port, and the list of this very use.", "逐字核对地址与列表：协议、域名、端口，以及是否填在对应用途的列表里。";
        ),
        Claim::S11 => row!(
            "a mini-program cannot use a port", "小程序不能使用端口";
            "WeChat, QQ and Douyin mini-programs take a port where the list has the very same; Baidu and Douyin mini-games take none.", "微信、QQ、抖音小程序允许带端口，但必须与列表完全一致；百度小程序和抖音小游戏不允许。";
            "Use 443 and write no port where you can: that works everywhere.", "尽量使用 443 端口并且不写端口，所有平台都适用。";
        ),
        Claim::S12 => row!(
            "it works without an ICP filing", "不依赖备案";
            "WeChat, Douyin, Baidu and QQ all ask for the ICP filing of the domain. A certificate can be had without one, a place on the list cannot.", "微信、抖音、百度、QQ 都要求域名完成 ICP 备案。没有备案可以申请证书，但不能填入域名列表。";
            "Look the filing up before you buy or configure anything; it cannot be seen from here.", "购买和配置之前先查询备案；这里无法检查备案。";
        ),
        Claim::S17 => row!(
            "WeChat’s list takes no parent domain and no IP address, and ports have to match", "微信域名列表不支持父域名和 IP 地址，端口必须一致";
            "These are today’s rules: no parent domain for a sub-domain, no IP address, the port as it is listed.", "与现行规则一致：父域名不能代替子域名，不能用 IP 地址，端口要与列表一致。";
            "Follow them. Limits on numbers did change: read those on the platform’s page.", "照做即可。数量上限有过变化，以平台页面为准。";
        ),
        _ => row!(
            "an ICP filing is needed only for servers in China", "使用国内服务器才需要备案";
            "WeChat’s page says that the domain has to be filed, and makes no exception for servers abroad.", "微信文档要求域名必须经过 ICP 备案，没有说境外服务器可以例外。";
            "File the domain before you configure it. A filing goes through a provider with servers in mainland China, so a server abroad alone is not enough. It cannot be checked from here.", "先完成域名备案再配置。备案要通过境内接入商办理，只有境外服务器时无法备案；这里无法检查备案。";
        ),
    }
}

/// What a certificate has to be like, and how long it serves.
const fn certificate(claim: Claim) -> Words {
    match claim {
        Claim::S4 => row!(
            "free certificates last 12 months, paid ones 12 to 24", "免费证书 12 个月，付费证书 12–24 个月";
            "No public certificate issued since 2026-03-15 may last more than 200 days; free ones last 90. What is sold for one or two years is a subscription with several certificates.", "2026-03-15 以后签发的公共证书最长 200 天，免费证书一般 90 天。卖一年、两年的是订阅，期间要多次换证书。";
            "Renew by a program, and plan for 100 days from 2027-03-15 and 47 from 2029-03-15.", "用程序自动续期；2027-03-15 起最长 100 天，2029-03-15 起最长 47 天。";
        ),
        Claim::S5 => row!(
            "a certificate is usually valid for a year", "证书有效期通常为 1 年";
            "The limit follows the day of issue: 398 days before 2026-03-15, then 200, from 2027-03-15 100, from 2029-03-15 47. Chrome refuses what was issued for longer.", "上限按签发日期计算：2026-03-15 之前 398 天，之后 200 天，2027-03-15 起 100 天，2029-03-15 起 47 天。超出上限的，Chrome 会拒绝。";
            "Renew when two thirds of the lifetime are over; above 90 days, 30 days before the end.", "有效期 90 天以内的，用到三分之二时续期；更长的，到期前 30 天续期。";
        ),
        Claim::S6 => row!(
            "renew 30 days before the end, and leave the DNS records as they are", "到期前 30 天续期，DNS 记录无需变更";
            "ACME’s dns-01 wants a new TXT record each time; only DNS-PERSIST-01 has a lasting one. With certificates of 45 to 64 days, 30 days before the end is far too early.", "ACME 的 dns-01 每次都要更新 TXT 记录，只有 DNS-PERSIST-01 的记录固定不变。证书缩短到 45–64 天后，提前 30 天就太早了。";
            "Renew at two thirds of the lifetime, or when the CA says so (ARI), not every 60 days by cron.", "在有效期的三分之二时续期，或按证书机构的 ARI 提示续期，不要写死 60 天的定时任务。";
        ),
        Claim::S7 => row!(
            "a name matches whole, by a wildcard, or as an exact sub-domain", "域名要完全匹配，支持通配符或精确的二级域名";
            "Exact names may have any number of labels. A wildcard stands for one label, the left-most: never for the bare domain, never for two.", "精确域名有几级都可以。通配符只代表最左边的一级，不含去掉 *. 后的域名本身，也不能代表两级。";
            "Put every host that is called into the certificate, the bare domain too.", "把实际访问的域名都写进证书，去掉 *. 后的域名本身也要单独写。";
        ),
        Claim::S14 => row!(
            "*.baidu.com covers tongji.baidu.com, but nothing below tj.baidu.com", "*.baidu.com 支持 tongji.baidu.com，不支持 *.tj.baidu.com";
            "Right: a wildcard stands for exactly one label.", "正确：通配符只代表一级。";
            "For deeper names add them one by one, or a wildcard of their own.", "更深的域名要逐个加入，或另加一个通配符。";
        ),
        Claim::S15 => row!(
            "certificates of the WoSign brand will do", "可以购买 WoSign 品牌的证书";
            "Apple, Mozilla and Java threw the roots of WoSign and StartCom out, and WeChat warns of them. What a reseller sells today may hang below another root: the issuer counts, not the brand.", "Apple、Mozilla、Java 都移除了 WoSign、StartCom 的根证书，微信也有公告。如今代理商卖的证书可能由别的根签发：看签发者，不看品牌。";
            "Put the certificate in here and look at who issued it.", "把证书放进来，看它由谁签发。";
        ),
        Claim::S16 => row!(
            "only DV and OV matter, and OV is for .gov and .edu", "只有 DV、OV 之分，.gov、.edu 要用 OV";
            "There are EV and IV as well, and no platform’s page asks for more than DV: phones treat all of them alike.", "还有 EV、IV；各平台的文档都没有要求 DV 以上的级别，手机对它们一视同仁。";
            "Take DV, unless somebody else asks for more.", "没有其他要求时，用 DV 即可。";
        ),
        Claim::S19 => row!(
            "self-signed certificates do not work, and nobody can trust them by hand", "自签名证书不行，也不能手动信任";
            "The root has to be built into the system. Only debug mode skips the check.", "根证书必须是系统内置的。只有调试模式会跳过检查。";
            "Use a certificate of a public CA; for tests in the local network turn debug mode on.", "改用公共证书机构的证书；局域网测试可打开调试模式。";
        ),
        Claim::S22 => row!(
            "a public server certificate also serves for mutual TLS", "公共服务器证书也能用于双向 TLS";
            "Let’s Encrypt’s certificates have no clientAuth since 2026-02-11, and its last profile with it ended on 2026-07-08. Other public CAs follow the same rule of Chrome.", "Let’s Encrypt 从 2026-02-11 起默认不含 clientAuth，最后一个含它的签发方案（profile）也在 2026-07-08 停止。其他公共证书机构也要遵守 Chrome 的同一规定。";
            "Have certificates for clients (callbacks, for example) issued by a private CA.", "客户端证书（例如回调接口）改用私有 CA 签发。";
        ),
        _ => row!(
            "it does not matter what a certificate is signed with", "证书用什么算法签名都可以";
            "Phones refuse SHA-1 anywhere in the chain, and CAs may sign nothing with it since 2026-09-15.", "链上任何一张证书使用 SHA-1，手机都会拒绝；2026-09-15 起证书机构也不得再用它签名。";
            "Have the certificate reissued with SHA-256, and take the new intermediates.", "用 SHA-256 重新签发，并换上新的中间证书。";
        ),
    }
}

/// What is to be thought of a claim, behind it.
pub const fn standing(standing: Standing) -> Pair {
    match standing {
        Standing::True => const { Pair::new("true", "是对的") },
        Standing::HalfTrue => const { Pair::new("half true", "只对一半") },
        Standing::False => const { Pair::new("false", "不对") },
        Standing::Outdated => const { Pair::new("out of date", "已经过时") },
    }
}

/// How a claim is told, in front of its words.
pub const fn telling(telling: Telling) -> Pair {
    match telling {
        Telling::Quoted => const { Pair::new("It is told in these words:", "流传的原话：") },
        Telling::Sense => const { Pair::new("It is told in this sense:", "流传的大意：") },
        Telling::Omitted => const { Pair::new("Articles seldom speak of:", "文章很少谈到：") },
    }
}

/// What an answer rests on.
pub const fn ground(ground: Ground) -> Pair {
    match ground {
        Ground::Official => const { Pair::new("official documentation", "官方文档") },
        Ground::Source => const { Pair::new("source code", "源代码") },
        Ground::ThirdParty => const { Pair::new("reports of others", "第三方资料") },
        Ground::Inference => const { Pair::new("inference", "本工具的推断") },
    }
}
