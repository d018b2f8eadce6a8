//! What to look at before a program is submitted: the words around the commands, and those of the script.

use super::Pair;
use crate::report::CheckTopic;

/// What the checks of a topic are called, why they are worth the time, and when they may be skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicWords {
    /// The heading.
    pub title: Pair,
    /// Why.
    pub why: Pair,
    /// When not; none where always.
    pub skip: Option<Pair>,
}

macro_rules! topic {
    ($title_en:literal / $title_zh:literal; $why_en:literal / $why_zh:literal) => {
        const { TopicWords { title: Pair::new($title_en, $title_zh), why: Pair::new($why_en, $why_zh), skip: None } }
    };
    ($title_en:literal / $title_zh:literal; $why_en:literal / $why_zh:literal; $skip_en:literal / $skip_zh:literal) => {
        const {
            TopicWords {
                title: Pair::new($title_en, $title_zh),
                why: Pair::new($why_en, $why_zh),
                skip: Some(Pair::new($skip_en, $skip_zh)),
            }
        }
    };
}

/// The words of a topic.
pub const fn topic(topic: CheckTopic) -> TopicWords {
    match topic {
        CheckTopic::Dns => topic!(
            "DNS" / "域名解析";
            "Phones ask DNS first. CAA decides which CA may issue the next certificate." / "手机先查 DNS；CAA 记录决定哪家证书机构可以签发下一张证书。"
        ),
        CheckTopic::Chain => topic!(
            "Certificate and chain" / "证书与证书链";
            "A desktop browser fetches missing intermediates by itself; most phones and mini-programs do not. No -CAfile here: only what the server sends, and the roots of this machine, may count." / "电脑浏览器会自动补全缺失的中间证书，手机和小程序大多不会。这里不加 -CAfile：只看服务器发来的证书和本机自带的根证书。"
        ),
        CheckTopic::Versions => topic!(
            "TLS versions" / "TLS 版本";
            "curl --tlsv1.0 alone proves nothing: it sets the lowest version, and the connection is made with the highest. Only together with --tls-max is one version asked for." / "单独使用 curl --tlsv1.0 不能说明问题：它只设下限，实际会用双方支持的最高版本。必须同时加 --tls-max，才是只测这一个版本。"
        ),
        CheckTopic::Families => topic!(
            "IPv4 and IPv6" / "IPv4 与 IPv6";
            "Mobile networks prefer IPv6 where the name has such an address; a forgotten server behind it fails for phones only." / "域名有 IPv6 地址时，移动网络会优先使用；那一侧忘了配置，就只有手机会出错。"
        ),
        CheckTopic::Edges => topic!(
            "Each edge and each server" / "逐个检查节点";
            "DNS gives this machine one edge; users elsewhere reach others. Each has to show the new certificate." / "DNS 只给本机一个节点，其他地区的用户连到别的节点；每个节点都要换上新证书。";
            "There is one server and no CDN." / "只有一台服务器，没有 CDN。"
        ),
        CheckTopic::Sockets => topic!(
            "WebSocket handshake" / "WebSocket 握手";
            "A proxy that does not pass on Upgrade breaks connectSocket while every page loads." / "反向代理没有转发 Upgrade 头时，网页一切正常，connectSocket 却连不上。";
            "The program opens no WebSocket." / "小程序不使用 WebSocket。"
        ),
        CheckTopic::Redirects => topic!(
            "Redirects and plain HTTP" / "重定向与 HTTP";
            "A redirect to a host that is not on the platform’s list fails on phones, and the tools do not show it." / "重定向到不在域名列表里的域名，真机上会失败，开发者工具里却看不出来。"
        ),
        CheckTopic::Verification => topic!(
            "File that proves the business domain" / "业务域名校验文件";
            "The platform fetches it once, and wants nothing but its content: no redirect, no page of a single-page app." / "平台会直接读取该文件，只接受文件内容本身：不能重定向，也不能返回单页应用的首页。";
            "The program has no web-view." / "小程序没有使用 web-view。"
        ),
        CheckTopic::Phones => topic!(
            "On real phones" / "真机测试";
            "Everything above asks with a computer’s roots and network. Only a phone has a phone’s." / "以上命令用的都是电脑的根证书和网络，手机的情况只有手机能验证。"
        ),
        CheckTopic::Elsewhere => topic!(
            "What no certificate can tell" / "离线无法判断的事项";
            "These stand in somebody’s console or register. Look there." / "这些信息在平台后台或登记系统里，需要人工核对。"
        ),
    }
}

super::page::pairs! {
    ADDRESS_A = "{host}: IPv4 addresses" / "{host}：IPv4 地址";
    EXPECT_A = "The addresses of your server, load balancer or CDN. None: the name does not resolve." / "应为你的服务器、负载均衡或 CDN 的地址。没有输出说明域名未解析。";
    ADDRESS_AAAA = "{host}: IPv6 addresses" / "{host}：IPv6 地址";
    EXPECT_AAAA = "Addresses that answer like those of IPv4, or nothing." / "与 IPv4 指向同一服务的地址；没有 IPv6 则无输出。";
    RECORD_CAA = "{host}: who may issue (CAA)" / "{host}：允许签发的证书机构（CAA）";
    EXPECT_CAA = "Nothing, or a line with one of: {domains}. The command climbs to the parent domains until one has a record, as CAs do (RFC 8659 §3)." / "没有输出，或其中一行含有：{domains}。命令会像 CA 那样逐级向上查，直到某一级有记录（RFC 8659 §3）。";
    EXPECT_CAA_WILD = "A line with issuewild decides alone for wildcard certificates (RFC 8659 §4.3)." / "如有 issuewild 行，通配符证书只看它（RFC 8659 §4.3）。";
    EXPECT_CAA_UNKNOWN = "Nothing, or the domain of your CA. Which one that is stands in its certification practice statement; ask the CA ({issuer})." / "没有输出，或含有你的证书机构的域名。具体写什么请查它的 CPS，或询问证书机构（{issuer}）。";
    RECORD_TXT = "{host}: records that prove the domain (TXT)" / "{host}：域名验证记录（TXT）";
    EXPECT_TXT = "The value that the CA asked for while a certificate is being issued; nothing afterwards is fine. Some CAs use _dnsauth in place of _acme-challenge." / "签发期间应为证书机构要求的值；签发之后没有也正常。有的证书机构用 _dnsauth 代替 _acme-challenge。";

    CHAIN = "{at}: complete chain for this name" / "{at}：证书链完整且域名匹配";
    EXPECT_OK = "“Verify return code: 0 (ok)”" / "“Verify return code: 0 (ok)”（验证通过）";
    EXPECT_COUNT = "“BEGIN CERTIFICATE” {count:time/times}, the certificate for {host} first; one more is the root, which is not needed" / "出现 {count} 次 “BEGIN CERTIFICATE”，第一张是 {host} 的证书；多出一张是根证书，不必发送";
    EXPECT_SEVERAL = "“BEGIN CERTIFICATE” at least twice: the certificate for {host}, then its intermediates" / "“BEGIN CERTIFICATE” 至少出现两次：先是 {host} 的证书，然后是中间证书";
    SAME = "{at}: the very certificate at hand" / "{at}：就是手上这一张证书";
    EXPECT_SAME = "“{fingerprint}”. Another value: the old certificate is still in place there." / "“{fingerprint}”。若不同，说明那里还是旧证书。";

    VERSION_NEEDED = "{at}: {version} works" / "{at}：支持 {version}";
    EXPECT_NEEDED = "A status such as 200 or 404. “curl: (35)”: {version} is not offered, and older phones cannot connect; “curl: (60)”: the certificate, see above." / "返回 200、404 之类的状态码。若为 “curl: (35)”，说明不支持 {version}，较旧的手机无法连接；“curl: (60)” 是证书问题，见上文。";
    VERSION_NEW = "{at}: {version} works, too" / "{at}：同时支持 {version}";
    EXPECT_NEW = "A status; without {version} everything works, only slower." / "返回状态码；不支持 {version} 也能用，只是握手慢一些。";
    VERSION_OLD = "{at}: {version} is off" / "{at}：已关闭 {version}";
    EXPECT_OLD = "“curl: (35)”. A status: the server still speaks it; no platform needs it (RFC 8996)." / "“curl: (35)”。若返回状态码，说明服务器仍启用该版本；没有平台需要它（RFC 8996）。";

    OVER_V4 = "{at} over IPv4" / "{at}：通过 IPv4";
    EXPECT_V4 = "A status and the IPv4 address that answered" / "状态码和应答的 IPv4 地址";
    OVER_V6 = "{at} over IPv6" / "{at}：通过 IPv6";
    EXPECT_V6 = "A status and the IPv6 address. “curl: (6)”: the name has none, which is fine; “curl: (7)”: nobody listens there, or this network has no IPv6." / "状态码和 IPv6 地址。“curl: (6)” 表示没有 IPv6 地址，属正常；“curl: (7)” 表示那里没有服务，或本机网络没有 IPv6。";

    EDGE_CHAIN = "{at} at {edge}: complete chain" / "{at} 在 {edge}：证书链完整";
    EDGE_SAME = "{at} at {edge}: the very certificate at hand" / "{at} 在 {edge}：就是手上这一张证书";
    EDGE_HTTP = "{at} at {edge}: answers" / "{at} 在 {edge}：能正常应答";
    EXPECT_EDGE = "A status and {edge}" / "状态码和 {edge}";
    NO_EDGES = "Enter the IP addresses of your edges or servers, and their commands appear here" / "填写 CDN 节点或服务器的 IP，这里会列出对应命令";
    EXPECT_NO_EDGES = "Ask for them in the console, or look the name up from several networks" / "可在控制台查询，或在多个网络下解析域名得到";

    SOCKET = "{at}: opens a WebSocket" / "{at}：可以建立 WebSocket";
    EXPECT_SOCKET = "“HTTP/1.1 101”; with 401 or 403 TLS and the proxy are right, and the server wants a login" / "“HTTP/1.1 101”；若为 401 或 403，说明 TLS 和代理都没问题，只是需要登录";

    REDIRECT = "{url}: no redirect" / "{url}：没有重定向";
    EXPECT_REDIRECT = "0 first, then the address itself. Another address: it has to be on the platform’s list, too." / "先是 0，然后是原地址。若是别的地址，它也必须在平台的域名列表中。";
    PLAIN = "{host}: nothing in plain HTTP" / "{host}：HTTP 不直接提供内容";
    EXPECT_PLAIN = "301 or 308 and an address with https://, or “curl: (7)” where nobody listens; never 200" / "301 或 308 和 https:// 开头的地址；没有监听则为 “curl: (7)”；不应为 200";

    FILE = "{host}: {file}" / "{host}：{file}";
    FILE_PLACEHOLDER = "{host}: put the name of your file in place of {file}" / "{host}：请把 {file} 换成平台给出的文件名";
    EXPECT_FILE_STATUS = "Status 200 in the first line, no Location" / "首行状态码为 200，没有 Location";
    EXPECT_FILE_BODY = "Then the content of the file and nothing else: no “<html”" / "正文只有文件内容，没有 “<html”";

    PHONE_DEBUG = "Turn debug mode off on the phone" / "关闭手机上的调试模式";
    EXPECT_PHONE_DEBUG = "Debug mode is off in the mini-program’s menu. With it on, the list of domains, TLS and certificates are not checked." / "小程序菜单中的调试模式已关闭。打开时不校验域名列表、TLS 版本和证书。";
    PHONE_TOOLS = "In the developer tools, check domains and certificates" / "开发者工具打开域名校验";
    EXPECT_PHONE_TOOLS = "「不校验合法域名、web-view（业务域名）、TLS 版本以及 HTTPS 证书」 is not ticked" / "未勾选「不校验合法域名、web-view（业务域名）、TLS 版本以及 HTTPS 证书」";
    PHONE_BOTH = "An Android phone and an iPhone, each" / "安卓手机和 iPhone 各测一遍";
    EXPECT_PHONE_BOTH = "Every request, upload, download, WebSocket, image and web-view works. Take the oldest Android that you have: it has the oldest roots." / "请求、上传、下载、WebSocket、图片和 web-view 都正常。请用手上系统最旧的安卓机，它的根证书也最旧。";
    PHONE_NETWORKS = "On Wi-Fi and on mobile data, each" / "Wi-Fi 和移动数据各测一遍";
    EXPECT_PHONE_NETWORKS = "The same on both: another network reaches another edge, and often IPv6" / "两种网络结果一致：换一个网络，往往会连到别的节点，还可能走 IPv6";

    ICP = "ICP filing of {hosts}" / "{hosts} 的 ICP 备案";
    EXPECT_ICP = "The domain is filed, under the right owner" / "域名已备案，主体正确";
    CONSOLE = "The lists in the platform’s console" / "平台后台的域名列表";
    EXPECT_CONSOLE = "Each address stands in the list for its use: request, uploadFile, downloadFile, socket, business domain. After a change, close the program on the phone and open it anew." / "每个地址都在对应用途的列表中：request、uploadFile、downloadFile、socket、业务域名。修改后请在手机上彻底退出小程序再打开。";
    LIVE = "What the live server sends" / "线上服务器实际发送的内容";
    EXPECT_LIVE = "This page never connects anywhere. The commands above do." / "本页不会连接任何服务器，请运行上面的命令。";
    EDGES_LEFT = "The edges of the CDN" / "CDN 的各个节点";
    EXPECT_EDGES_LEFT = "The console says that the new certificate is deployed everywhere; then check some edges by address, above" / "控制台显示新证书已全部下发，再用上面的命令按 IP 抽查几个节点";
    REVOKED = "Whether the certificate was revoked since" / "证书之后是否被吊销";
    EXPECT_REVOKED = "The CA’s console calls it valid" / "证书机构后台显示证书有效";

    MEANS_DEPTH = "The place in the chain that the line speaks of: 0 is the server certificate, 1 its issuer" / "这一行说的是链上的哪一张：0 是服务器证书，1 是它的签发者";
    MEANS_OK = "Everything is right for a client with the roots of this machine" / "以本机根证书来看一切正常";
    MEANS_EXPIRED = "A certificate on the way has expired: depth says which. Renew it, or replace the old one that is still sent." / "链上有证书已过期，depth 说明是哪一张。请续期，或替换掉仍在使用的旧证书。";
    MEANS_NOT_YET = "Not valid yet: look at the clock of this machine first" / "尚未生效：先检查本机时间";
    MEANS_SELF_SIGNED = "The server shows a self-signed certificate: often the default one of a server that does not know this name" / "服务器返回的是自签名证书：常见于该域名没有匹配到站点配置，用了默认证书";
    MEANS_SELF_SIGNED_CHAIN = "The chain ends in a root that this machine does not trust: a private CA, or something that intercepts the connection" / "证书链的根不受本机信任：可能是私有 CA，也可能是中间设备拦截了连接";
    MEANS_NO_ISSUER = "An intermediate is missing: serve fullchain.pem. If it is served already, this machine lacks the root." / "缺少中间证书，请部署 fullchain.pem；如果已经部署，就是本机没有这个根证书。";
    MEANS_ONE_ONLY = "Only the server certificate is sent. Serve fullchain.pem." / "服务器只发送了一张证书，请部署 fullchain.pem。";
    MEANS_NAME = "The certificate is for other names, or the server picked another site’s" / "证书不包含该域名，或服务器返回了其他站点的证书";
    MEANS_ADDRESS = "The certificate does not hold this IP address" / "证书不包含该 IP 地址";
    MEANS_NO_TLS = "Nothing speaks TLS there, or it closed the connection: wrong port, or no certificate for this name" / "那里没有 TLS 服务，或直接断开：端口不对，或该域名没有配置证书";

    MEANS_OLD_OPENSSL = "This is LibreSSL, as macOS has it, or an OpenSSL that is too old: install OpenSSL 1.1.1 or later" / "这是 macOS 自带的 LibreSSL，或版本太旧：请安装 OpenSSL 1.1.1 及以上";

    SCRIPT_INTRO = "Checks the addresses that a program calls. Needs openssl and curl; dig where it is there. Exit status: 0 all is well, 1 something failed, 2 a program is missing or too old." / "检查程序请求的各个地址。需要 openssl 和 curl，有 dig 时也会使用。退出状态：0 全部正常，1 有失败项，2 缺少程序或版本太旧。";
    SCRIPT_SEEN = "{ok} OK, {failed} FAILED, {noted} NOTE, {skipped} SKIPPED" / "正常（OK）{ok} 项，失败（FAILED）{failed} 项，提示（NOTE）{noted} 项，跳过（SKIPPED）{skipped} 项";
    SCRIPT_OLD = "This openssl does not know -verify_hostname (LibreSSL of macOS does not): install OpenSSL 1.1.1 or later" / "这个 openssl 不支持 -verify_hostname（macOS 自带的 LibreSSL 就不支持），请安装 OpenSSL 1.1.1 及以上";
    SCRIPT_MISSING = "{program} is missing: install it first" / "缺少 {program}，请先安装";
}
