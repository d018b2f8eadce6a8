//! Taking a certificate back.

super::pairs! {
    WHEN = "When to revoke" / "什么时候要吊销";
    WHEN_TEXT = "At once when the private key leaked: was sent by chat or mail, committed to a repository, or lay on a machine that was broken into. Also when the certificate names what is no longer yours. Not for a mere renewal: the old one simply ends." / "私钥泄露要立即吊销：通过聊天或邮件发过、提交到代码仓库、所在机器被入侵。域名不再属于你时也要吊销。普通续期不需要，旧证书到期即可。";
    FIRST = "First get a new certificate with a new key and take it into use; then revoke the old one." / "先用新私钥申请新证书并部署好，再吊销旧证书。";
    DEADLINE = "A CA that hears of a leaked key must revoke within 24 hours, whoever proves it." / "证书机构得知私钥泄露后必须在 24 小时内吊销，任何人都可以举证。";
    REASONS = "Reasons: keyCompromise (1) the key leaked · affiliationChanged (3) the organisation’s data changed · superseded (4) replaced · cessationOfOperation (5) the domain is no longer yours · unspecified (0) · privilegeWithdrawn (9) is the CA’s own." / "吊销原因：keyCompromise（1）私钥泄露 · affiliationChanged（3）组织信息变更 · superseded（4）已被替换 · cessationOfOperation（5）域名不再属于你 · unspecified（0）未说明 · privilegeWithdrawn（9）由证书机构使用。";

    HOW = "How" / "怎么吊销";
    HOW_CLIENT = "From the account that got it:" / "用申请它的账户：";
    HOW_CONSOLE = "Bought from a cloud or a CA: revoke in its console, or write to the CA’s problem-reporting address." / "从云厂商或证书机构购买的：在其控制台吊销，或联系证书机构的问题举报渠道。";
    HOW_CADDY = "Caddy has no command for it: revoke with certbot and the key, as below, from Caddy’s storage." / "Caddy 没有吊销命令：从它的存储目录取出文件，用下面的 certbot 命令吊销。";
    HOW_KEY = "Without the account, with the certificate and its key (works for every ACME CA; name another one with --server)" / "没有账户，但有证书和私钥（适用于所有支持 ACME 的证书机构，其他机构用 --server 指定）";

    SEE = "See that it worked" / "确认已经吊销";
    SEE_OCSP = "Ask its OCSP responder; it should say “revoked”. chain.pem is the file with the intermediates." / "查询 OCSP，应显示 “revoked”。chain.pem 是中间证书文件。";
    SEE_CRL = "Look into its revocation list: the serial number should stand in it. A list may take a day until it is new, and clients keep the old one for longer." / "查看证书吊销列表，其中应有该序列号。列表可能一天后才更新，客户端还会缓存旧的。";
    SEE_NOTHING = "It names neither an OCSP responder nor a revocation list: nothing can be asked." / "证书既没有写 OCSP 地址，也没有写吊销列表，无从查询。";
    NO_OCSP = "Let’s Encrypt answers no OCSP since 6 August 2025: only lists tell." / "Let’s Encrypt 自 2025 年 8 月 6 日起不再提供 OCSP，只能查吊销列表。";
    NOT_EVERYWHERE = "Many apps and most mini-program runtimes ask nobody. Against them a stolen key works until the certificate expires, which is one more reason for short lifetimes." / "很多应用和多数小程序运行环境根本不查吊销状态。对它们来说，泄露的私钥在旧证书到期前一直可用，这也是有效期宜短的原因。";
}
