use crate::report::message::DeployMessage;
use crate::text::{Words, row::row};

/// The words about the places on the way to the server, where TLS ends.
pub const fn words(id: DeployMessage) -> Words {
    match id {
        DeployMessage::HopEndsEarlier => row!(
            "{place} still shows the certificate that ends on {ends}", "{place}仍在使用 {ends}到期的证书";
            "The one at hand is good until {until}. Clients see the one of the place where TLS ends.", "手上这张有效期到 {until}。客户端看到的是终止 TLS 那一处的证书。";
            "Install the full chain and key at hand there, too.", "把手上的完整证书链和私钥也部署到那里。";
        ),
        DeployMessage::HopIsNewer => row!(
            "{place} shows a newer certificate than the one at hand", "{place}上的证书比手上这张更新";
            "That one is good until {ends}, this one until {until}: this may be the old file.", "那里的有效期到 {ends}，手上这张到 {until}，可能拿错了旧文件。";
            "Compare the serial numbers, and do not go back to the older one.", "请核对序列号，不要换回旧证书。";
        ),
        DeployMessage::HopOtherNames => row!(
            "The certificate at {place} is not for {names}", "{place}上的证书不包含 {names}";
            "Whoever asks that place for these names is refused, whatever the server has.", "向那里请求这些域名都会失败，与服务器上的证书无关。";
            "Install the certificate at hand there, or one that has these names.", "在那里换上手上这张证书，或包含这些域名的证书。";
        ),
        DeployMessage::HopOtherKey => row!(
            "{place} has another key", "{place}用的是另一把私钥";
            "That is fine where it is meant: each certificate goes with its own key. An app that pins the key accepts one of them only.", "如果是有意为之则没有问题，每张证书要配自己的私钥；做了公钥锁定的应用只接受其中一把。";
            "When you install the certificate at hand there, take its key along. Apps that pin need both pins.", "换证书时连同私钥一起换；做了锁定的应用需要同时配置两个指纹。";
        ),
        DeployMessage::HopNotPlanned => row!(
            "The new certificate is not planned for {place}, where TLS ends", "{place}会终止 TLS，却没有安排更换证书";
            "Clients see the certificate of that place. Replacing the server’s alone changes nothing for them.", "客户端看到的是那里的证书，只换服务器上的证书不起作用。";
            "Install it there first. The server behind it needs one only where the connection goes on over TLS.", "请先在那里更换；只有回源也走 TLS 时，后面的服务器才需要证书。";
        ),
        DeployMessage::HopPassesNothing => row!(
            "{place} cannot hand TLS on: it ended in front of it", "{place}无法透传 TLS：前面已经终止了";
            "Behind the place where TLS ends there is plain HTTP, unless that place opens a connection of its own.", "终止 TLS 之后就是明文 HTTP，除非那一处重新建立 TLS 连接。";
            "Let the place in front go on over TLS, or let this one speak plain HTTP.", "让前一处用 HTTPS 回源，或把这一处改为明文 HTTP。";
        ),
        DeployMessage::HopNothingToEnd => row!(
            "{place} waits for TLS, and gets plain HTTP", "{place}等待 TLS 连接，收到的却是明文 HTTP";
            "The place in front ends TLS and goes on without it: nginx answers “The plain HTTP request was sent to HTTPS port”.", "前一处终止 TLS 后用明文转发，nginx 会返回 “The plain HTTP request was sent to HTTPS port”。";
            "Set the place in front to HTTPS towards this one, or open a plain port for it.", "把前一处的回源协议改为 HTTPS，或在这里开放 HTTP 端口。";
        ),
        DeployMessage::HopPlainInternet => row!(
            "From {place} it goes on in plain HTTP over the internet", "{place}之后以明文 HTTP 穿过公网";
            "Tokens, sessions and personal data can be read and changed on the way, though the phone shows a lock.", "令牌、会话和个人信息可能在途中被窃取或篡改，而手机上仍显示安全。";
            "Choose HTTPS towards the origin, and give the server a certificate that the CDN accepts.", "把回源协议改为 HTTPS，并给源站配置 CDN 认可的证书。";
        ),
        DeployMessage::HopPlainInFront => row!(
            "Clients reach {place} in plain HTTP", "客户端以明文 HTTP 访问{place}";
            "Published mini-programs refuse plain HTTP, and so do apps on iOS by default.", "小程序正式版拒绝明文 HTTP，iOS 应用默认也拒绝。";
            "End TLS there, or hand it on to a place that does.", "在那里终止 TLS，或透传给后面能终止的一处。";
        ),
        DeployMessage::HopNowhere => row!(
            "TLS ends nowhere", "没有任何一处终止 TLS";
            "Every place hands the bytes on, so nobody answers the handshake.", "每一处都只转发字节，没有人应答握手。";
            "Say which place has the certificate: most often the server.", "请指明证书装在哪里，通常是服务器。";
        ),
        _ => row!(
            "Nobody has looked yet which certificate {place} shows", "还不知道{place}用的是哪张证书";
            "Mini-programs meet that one first. It can be old, for other names, or without its intermediates, while the server is right.", "小程序最先遇到的就是它；即使服务器没问题，它也可能是旧证书、域名不符或缺少中间证书。";
            "Run the command at that place, drop the certificates that it prints here, and choose the right one.", "运行该处的命令，把输出的证书拖进本页，再在这里选中它。";
        ),
    }
}
