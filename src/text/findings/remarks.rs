use crate::report::message::RemarkMessage;
use crate::text::{Words, row::row};

/// The words of one remark.
pub const fn words(id: RemarkMessage) -> Words {
    match id {
        RemarkMessage::HostSsl => row!(
            "pg_hba.conf decides who must come with TLS", "是否必须使用 TLS，由 pg_hba.conf 决定";
            "The settings offer TLS; a “host” line still lets clients in without it.", "这些设置只是让服务器支持 TLS；pg_hba.conf 里的 host 行仍然允许不加密的连接。";
            "Write “hostssl” in place of “host” for remote clients; add clientcert=verify-full where a client certificate is demanded.", "把远程客户端的 host 行改为 hostssl；需要验证客户端证书时，再加上 clientcert=verify-full。";
        ),
        RemarkMessage::LeavesWaiting => row!(
            "{server} does not answer a client that it refuses", "{server} 拒绝客户端时不作任何回应";
            "It takes the first bytes for something else and waits for more, so an old client hangs instead of failing.", "它把握手的第一个包当成了别的协议，一直等待后续数据；旧客户端会卡住，而不是立即报错。";
            "Nothing to do: the commands that try old versions end after five seconds, which is the refusal.", "无需处理：测试旧版本的命令会在 5 秒后自行结束，这就表示已被拒绝。";
        ),
        RemarkMessage::OnlyNamedListeners => row!(
            "{server} now listens only where it is told to", "{server} 只会监听写明的端口";
            "A configuration with a listener ends the built-in one at port 1883, and lets nobody in without a password.", "一旦配置了 listener，默认的 1883 端口就不再监听，并且没有密码的客户端会被拒绝。";
            "If programs on this machine use port 1883, add “listener 1883 127.0.0.1”. Set password_file for your clients.", "如果本机程序还在使用 1883 端口，请加上 listener 1883 127.0.0.1，并用 password_file 为客户端设置密码。";
        ),
        RemarkMessage::OpportunisticMail => row!(
            "At port 25 the sender decides whether there is TLS", "25 端口是否加密，由发信方决定";
            "A mail server that finds no common TLS version mostly sends without TLS instead, so a narrow profile can lower security.", "发信服务器如果协商不出共同的 TLS 版本，多半会改用明文发送；限制过严反而会降低安全性。";
            "For mail from other servers choose the mini-program or compatible profile.", "接收其他邮件服务器的来信，请选择“小程序”或“兼容”方案。";
        ),
        RemarkMessage::PlainBehind => row!(
            "{server} talks to the upstream without TLS", "{server} 与上游之间不加密";
            "What leaves the tunnel is plain; an https upstream does not understand it.", "从隧道出来的是明文，https 上游无法识别。";
            "Name the plain port of the upstream, best on the machine of {server}.", "请填写上游的明文端口，最好与 {server} 在同一台机器上。";
        ),
        RemarkMessage::PlainPortStays => row!(
            "{server} goes on listening without TLS too", "{server} 的明文端口仍然开放";
            "TLS gets a port of its own; the usual one stays as it is, so nothing that works today breaks.", "TLS 使用单独的端口；原来的明文端口保持不变，现有程序不受影响。";
            "When every client has moved, close the plain port: “port 0” (Redis), “listeners.tcp = none” (RabbitMQ), listeners.tcp.default.enable = false (EMQX).", "客户端全部迁移之后，再关闭明文端口：Redis 用 port 0，RabbitMQ 用 listeners.tcp = none，EMQX 用 listeners.tcp.default.enable = false。";
        ),
        RemarkMessage::RequireTransport => row!(
            "{server} still takes connections without TLS", "{server} 仍然接受不加密的连接";
            "Clients use TLS when both sides can; nothing here demands it of them.", "双方都支持时客户端才会使用 TLS，这份配置并不强制。";
            "When every client uses TLS, set require_secure_transport = ON; demand a client certificate of a user with REQUIRE X509.", "确认所有客户端都已使用 TLS 后，设置 require_secure_transport = ON；需要客户端证书的用户，用 REQUIRE X509 指定。";
        ),
        RemarkMessage::SignedByOtherKind => row!(
            "TLS 1.0 and 1.1 want the certificate signed with a key of its own kind", "TLS 1.0 和 1.1 要求证书与签发它的密钥是同一类型";
            "This certificate has an ECDSA key and an RSA signature; {server} speaks Erlang’s TLS, which offers it with TLS 1.2 and newer only.", "这张证书的密钥是 ECDSA，签名却是 RSA；{server} 使用 Erlang 的 TLS，只在 TLS 1.2 及以上使用这样的证书。";
            "If old clients have to connect, ask the CA for a certificate with an RSA key.", "如果旧客户端必须能够连接，请向证书机构申请 RSA 密钥的证书。";
        ),
    }
}
