//! The places on the way to the server: what they are called, what goes there, what goes wrong.

use super::Pair;
use crate::report::{Cloud, HopKind, HopTls};

/// What a place is called.
pub const fn kind(kind: HopKind) -> Pair {
    match kind {
        HopKind::Cdn => const { Pair::new("CDN", "CDN 节点") },
        HopKind::LoadBalancer => const { Pair::new("Load balancer", "负载均衡") },
        HopKind::Server => const { Pair::new("Server", "源站服务器") },
    }
}

/// Whose it is.
pub const fn cloud(cloud: Cloud) -> Pair {
    match cloud {
        Cloud::Other => const { Pair::new("Other", "其他") },
        Cloud::Tencent => const { Pair::new("Tencent Cloud", "腾讯云") },
        Cloud::Alibaba => const { Pair::new("Alibaba Cloud", "阿里云") },
        Cloud::Huawei => const { Pair::new("Huawei Cloud", "华为云") },
        Cloud::Aws => const { Pair::new("AWS", "AWS") },
        Cloud::Cloudflare => const { Pair::new("Cloudflare", "Cloudflare") },
    }
}

/// What it does with TLS, in a few words.
pub const fn tls(tls: HopTls) -> Pair {
    match tls {
        HopTls::Ends => const { Pair::new("Ends TLS here", "在此终止 TLS") },
        HopTls::Reencrypts => const { Pair::new("Ends TLS, goes on over TLS", "终止后重新加密转发") },
        HopTls::Passes => const { Pair::new("Hands TLS on unread", "原样透传 TLS") },
        HopTls::Plain => const { Pair::new("Plain HTTP", "明文 HTTP") },
    }
}

super::page::pairs! {
    NAMED = "{kind} ({cloud})" / "{kind}（{cloud}）";
    CLIENTS = "clients" / "客户端";
    SHOWS = "Shows its certificate to {whom}: for {names}, with all intermediates." / "向{whom}出示证书：须包含 {names}，并带齐中间证书。";
    SHOWS_NONE = "Shows no certificate: what {whom} see comes from the next place." / "自己不出示证书，{whom}看到的是后面一处的证书。";
    SHOWS_PLAIN = "Speaks no TLS and needs no certificate." / "不使用 TLS，不需要证书。";
    NO_NAMES = "the names that are called" / "所访问的域名";
    ONWARD_TLS = "Goes on over TLS to {next}. The name asked for there (SNI) and the Host header have to be one that the certificate of {next} has: {names}." / "以 TLS 转发到{next}。所用的 SNI（回源 SNI）和 Host（回源 HOST）必须在{next}的证书里：{names}。";
    ONWARD_PLAIN = "Goes on in plain HTTP to {next}: within one private network only." / "以明文 HTTP 转发到{next}：只适合同一内网。";
    ONWARD_PASSES = "Hands the bytes on to {next}; the name asked for (SNI) stays the client’s." / "把字节原样转给{next}，SNI 仍是客户端请求的域名。";
    TRAP_ENDS = "Forgotten here, the old certificate is shown until it expires, and then every phone fails, though the server is new." / "漏换这里，旧证书会一直用到过期，届时手机全部报错，而服务器上明明是新证书。";
    TRAP_BEHIND = "Forgotten here, the place in front refuses the connection if it checks the certificate (usually 502; 526 at Cloudflare), and says nothing if it does not." / "漏换这里：前一处会校验的话就拒绝连接（一般返回 502，Cloudflare 返回 526）；不校验则毫无提示。";
    TRAP_PASSES = "Do not install a certificate here: it would never be shown." / "这里不用安装证书，装了也不会出示。";
    EXPECT_HTTP = "A status, and 0: the certificate is trusted and for this name. Put the place’s own address where ADDRESS stands." / "状态码和 0：证书受信任且域名匹配。请把 ADDRESS 换成该处自己的 IP。";
    EXPECT_HTTP_FIRST = "A status, and 0: the certificate is trusted and for this name" / "状态码和 0：证书受信任且域名匹配";
    EXPECT_SHOWN = "The certificates that this place shows. Drop them here to compare." / "该处出示的证书。把输出拖进本页即可比对。";

    ALIBABA_CDN = "The edge compares the common name of the origin’s certificate with the SNI; other names go on its white list. Where the origin has several sites on one address, switch origin SNI on." / "节点会比较源站证书的通用名称（CN）与回源 SNI，不一致时需加入 Common Name 白名单；源站一个 IP 上有多个站点时，要开启回源 SNI。";
    ALIBABA_BALANCER = "HTTPS listeners of CLB end TLS and speak plain HTTP to the servers." / "CLB 的 HTTPS 监听在此终止 TLS，后端协议是 HTTP。";
    TENCENT_CDN = "The protocol towards the origin is chosen: HTTP, HTTPS, or as the client’s. With HTTPS the origin has to serve it on port 443. Origin SNI is off until it is switched on; an origin with several sites on one address needs it." / "回源协议可选 HTTP、HTTPS 或协议跟随；使用 HTTPS 时源站须支持 HTTPS，且只能是 443 端口。回源 SNI 默认关闭，源站一个 IP 上有多个站点时需要开启。";
    TENCENT_BALANCER = "HTTPS and TCP SSL listeners take a certificate and end TLS; TCP listeners take none and hand it on." / "HTTPS 和 TCP SSL 监听需要配置证书并终止 TLS；TCP 监听不能配置证书，只做透传。";
    HUAWEI_CDN = "Over HTTPS the edge sends the SNI; where none is set it is the host of the request to the origin. A wildcard cannot be set." / "HTTPS 回源时节点会携带 SNI，未设置时用回源 HOST；不支持填写泛域名。";
    AWS_CDN = "CloudFront takes certificates from AWS Certificate Manager in US East (N. Virginia) only." / "CloudFront 只使用美国东部（弗吉尼亚北部）区域 ACM 中的证书。";
    AWS_BALANCER = "An Application Load Balancer ends TLS and needs a certificate; to hand TLS on, take a Network Load Balancer with a TCP listener." / "ALB 的 HTTPS 监听终止 TLS，需要证书；要透传请用 NLB 的 TCP 监听。";
    CLOUDFLARE_CDN = "“Flexible” goes on in plain HTTP. “Full” takes any certificate of the origin; “Full (strict)” wants one of a public CA or of Cloudflare’s Origin CA, not expired, and for the name, and answers 526 otherwise. Nobody but Cloudflare trusts its Origin CA." / "“Flexible” 回源是明文 HTTP；“Full” 接受源站任何证书；“Full (strict)” 要求源站证书由公共证书机构或 Cloudflare Origin CA 签发、未过期且域名匹配，否则返回 526。Origin CA 的证书只有 Cloudflare 信任。";
}
