use crate::report::message::TrustMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: TrustMessage) -> Words {
    match id {
        TrustMessage::NoProgram => row!(
            "No phone or browser of today trusts {root}", "现在的手机和浏览器都不信任 {root}";
            "All programs whose lists we know have dropped this root, never had it, or refuse what it issued so late. The oldest of these lists is of {date}.", "已知的各个根证书列表都移除了它、从未收录它，或不接受它这么晚签发的证书；其中最早的列表截至 {date}。";
            "Ask your CA for a certificate under a root of today; it is usually a free reissue.", "请证书机构改用现行的根重新签发，通常免费。";
        ),
        TrustMessage::Imitation => row!(
            "This is not the real {root}", "这不是真正的 {root}";
            "The root at the end has the name of {root}, and another key. No client trusts it: it only borrows the name of the public one.", "末端的根证书与 {root} 同名，密钥却不是同一个。它只是借用了公共根证书的名称，没有客户端信任它。";
            "Find out who issued it: a proxy that reads along, a test setup, or an attacker. For the public: use the chain file of your CA. For a test: give the root a name of its own.", "查明是谁签发的：监听流量的代理、测试环境，还是攻击者。面向公众：使用证书机构提供的链文件。用于测试：请给根证书另起名称。";
        ),
        TrustMessage::PrivateRoot => row!(
            "The chain ends in a private root: {root}", "证书链止于私有根证书：{root}";
            "No phone, browser or mini-program knows it. Only devices on which it was installed connect, and mini-programs never do.", "手机、浏览器和小程序都不认识它。只有装过这张根证书的设备才能连接，小程序则始终不行。";
            "For the public: get a certificate of a public CA. For your own devices: install the root on them, and press “It is my own” (in a terminal: --roots).", "面向公众：改用公共证书机构的证书。只给自己的设备用：把根证书装到设备上，并点“这是我自己的根证书”（命令行用 --roots）。";
        ),
        TrustMessage::OwnRoot => row!(
            "Trusted here as your own root: {root}", "已按自有根证书信任：{root}";
            "It counts as trusted because you said so. Phones need it installed, and mini-programs refuse it whatever is installed.", "因为你标明了它是自有的，所以按可信处理。手机需要先安装它；小程序无论装没装都会拒绝。";
            "Nothing to do for your own devices. For mini-programs use a certificate of a public CA.", "自用设备无需处理；小程序请改用公共证书机构的证书。";
        ),
        TrustMessage::RootRemoved => row!(
            "{root} is no longer trusted by {clients}", "{clients} 已不再信任 {root}";
            "The root was taken out of their lists; older versions and other clients still have it.", "它们的根证书列表已移除这个根；旧版本和其他客户端仍然保留。";
            "Ask your CA for a certificate, or a cross-signed intermediate, under a root that all of them have.", "请证书机构改用它们都信任的根重新签发，或提供通往该根的交叉签名中间证书。";
        ),
        TrustMessage::IssuedTooLate => row!(
            "Issued too late below {root} for {clients}", "在 {root} 之下签发得太晚，不被接受：{clients}";
            "What was issued below {root} after the day in brackets is not accepted there, whatever its own dates say.", "对 {root} 之下在括号中的日期之后签发的证书，它们一律不接受，即使仍在有效期内。";
            "Ask your CA for a certificate under another root.", "请证书机构改用其他根重新签发。";
        ),
        TrustMessage::NameNotPermitted => row!(
            "{name} is not accepted below {root} by {clients}", "以下客户端不接受 {root} 之下的 {name}：{clients}";
            "They let this root count for names in {permitted} alone. The limit is their own: no certificate of the chain says it.", "它们只允许这个根用于 {permitted} 范围内的域名。这是客户端自己的限制，链中的证书里看不到。";
            "Ask your CA for a certificate under another root.", "请证书机构改用其他根重新签发。";
        ),
        TrustMessage::LimitComing => row!(
            "The renewal needs another root (limit: {limit})", "续期时须换用其他根（截止 {limit}）";
            "This certificate stays valid. What is issued below {root} after the day in brackets is refused by {clients}.", "现有证书不受影响。在 {root} 之下、括号中的日期之后签发的证书，会被以下客户端拒绝：{clients}。";
            "Before you renew, ask your CA which root it will use then.", "续期前向证书机构确认届时使用哪个根。";
        ),
        TrustMessage::NotEverywhere => row!(
            "Not trusted by {clients}", "以下客户端不信任：{clients}";
            "They do not have {roots} among their roots, and what is served leads to no other. The oldest of the lists is of {date}.", "它们没有内置 {roots}，而现有的链也没有通向其他根。其中最早的列表截至 {date}。";
            "If you need them: serve the cross-signed intermediate that your CA offers, or take a certificate under an older root.", "如果需要支持它们：部署证书机构提供的交叉签名中间证书，或改用更早的根签发的证书。";
        ),
        TrustMessage::RevokedByMozilla => row!(
            "The CA certificate {name} has been revoked", "CA 证书 {name} 已被吊销";
            "Its CA reported it as revoked: it is on Mozilla’s list of {date}, and {clients} refuses it. Chrome, Apple and Windows have lists of their own, which cannot be seen here.", "证书机构已上报吊销：它在 Mozilla 的吊销列表中（{date}），{clients} 会拒绝它。Chrome、苹果和 Windows 各有自己的列表，这里看不到。";
            "Download the present intermediate from your CA and serve that; if there is none, have the certificate issued again.", "从证书机构下载现行的中间证书并部署；若没有，请重新签发。";
        ),
        TrustMessage::RevokedAndReplaced => row!(
            "The CA certificate {name} has been revoked", "CA 证书 {name} 已被吊销";
            "Its CA reported it as revoked: it is on Mozilla’s list of {date}, and {clients} refuses it; other clients have lists of their own. Only this copy was withdrawn: the CA has another one.", "证书机构已上报吊销：它在 Mozilla 的吊销列表中（{date}），{clients} 会拒绝它；其他客户端各有自己的列表。被撤回的只是这一份，该机构另有现行的证书。";
            "The fix puts the CA’s present certificate in its place.", "一键修复会换成该 CA 现行的证书。";
        ),
        TrustMessage::RevokedAside => row!(
            "A revoked CA certificate is still in the bundle: {name}", "证书文件里还有已吊销的 CA 证书：{name}";
            "It is revoked, says {issuer}. The chain does without it, but clients that go by way of it refuse the connection.", "{issuer} 已将其吊销。这条链不需要它，但沿它验证的客户端会拒绝连接。";
            "Remove it. The fix keeps only what is needed and valid.", "请移除它。一键修复只保留需要且有效的证书。";
        ),
        TrustMessage::TrustedBy => row!(
            "Trusted by {clients}", "受信任：{clients}";
            "By their lists of roots, the oldest of {date}. Revocation now, and what the server really sends, cannot be seen here.", "依据各自的根证书列表，其中最早的截至 {date}。当前的吊销状态和服务器实际发送的内容，这里看不到。";
            "Nothing to do.", "无需处理。";
        ),
        TrustMessage::StillTrustedBy => row!(
            "Still trusted by {clients}", "目前仍信任：{clients}";
            "By their lists of roots, the oldest of {date}. Other clients of today refuse it.", "依据各自的根证书列表，其中最早的截至 {date}。其他现行的客户端会拒绝它。";
            "See to the findings above first.", "请先处理上面的问题。";
        ),
        TrustMessage::TrustedByClaim => row!(
            "Probably trusted by {clients}", "应当受信任：{clients}";
            "By their lists of roots, the oldest of {date}, and by the root’s name and key id: the root itself is not at hand, so its signature was not verified.", "依据各自的根证书列表（其中最早的截至 {date}），以及根证书的名称和密钥标识：这里没有根证书本身，所以没有验证它的签名。";
            "Nothing to do. To be sure, add the root certificate here; it need not be served.", "无需处理。想要确认，可把根证书也添加到这里；部署时不必发送。";
        ),
        TrustMessage::Revoked => row!(
            "{name} has been revoked", "{name} 已被吊销";
            "Since {at}, says {issuer}. Reason: {reason}. Clients that ask refuse it, and there is no way back.", "{issuer} 自 {at}起将其吊销，原因：{reason}。会查询吊销状态的客户端都会拒绝它，而且无法恢复。";
            "Make a new key and have the CA issue a new certificate for it.", "生成新的私钥，请证书机构重新签发。";
        ),
        TrustMessage::AuthorityRevoked => row!(
            "The CA certificate {name} has been revoked", "CA 证书 {name} 已被吊销";
            "Since {at}, says {issuer}. Reason: {reason}. With it goes everything that it issued.", "{issuer} 自 {at}起将其吊销，原因：{reason}。它签发的所有证书也随之失效。";
            "Ask your CA for a certificate from another intermediate, and serve the chain that comes with it.", "请证书机构改用其他中间证书重新签发，并部署随附的证书链。";
        ),
        TrustMessage::OnHold => row!(
            "{name} is on hold", "{name} 被暂停使用";
            "Since {at}, says {issuer}. It counts as revoked until the CA takes it off the list.", "{issuer} 自 {at}起暂停了它。在移出列表之前，它等同于已吊销。";
            "Ask the CA why. Replace the certificate if it stays on hold.", "向证书机构询问原因；如果一直不恢复，就更换证书。";
        ),
        TrustMessage::RevokedUnproved => row!(
            "{name} is said to be revoked, without proof", "有数据称 {name} 已吊销，但无法证实";
            "Since {at}, by what bears the name of {issuer}. Reason: {reason}. Nobody who may say so has provably signed it, so anyone may have written it.", "署名 {issuer} 的数据称它自 {at}起被吊销，原因：{reason}。但无法证实签名者有权这样说，任何人都可能伪造。";
            "What it lacks stands beside the list or answer itself. Fix that, or ask the CA that issued {name}.", "缺少什么，见吊销列表或 OCSP 响应本身的那条结果。先解决它，或向签发 {name} 的证书机构确认。";
        ),
        TrustMessage::Stale => row!(
            "Out of date: {kind} of {issuer}", "已过时：{issuer} 的{kind}";
            "A newer one was due on {next}. What was revoked since then is not on it, and clients refuse it.", "{next}就应该有新的了。此后吊销的证书不在其中，客户端也不会接受它。";
            "Fetch it again. On a server, see to it that the stapled answer is renewed by itself.", "重新获取。在服务器上，请确认装订的 OCSP 响应会自动更新。";
        ),
        TrustMessage::NotYet => row!(
            "From the future: {kind} of {issuer}", "尚未生效：{issuer} 的{kind}";
            "It holds from {this} on. Most likely a clock is wrong, here or at the CA.", "它从 {this}起才有效，多半是本机或证书机构的时钟不对。";
            "Set the clock of this device, then look again.", "校准本机时钟后再试。";
        ),
        TrustMessage::SignatureWrong => row!(
            "Wrong signature: {kind} of {issuer}", "签名错误：{issuer} 的{kind}";
            "The key of {issuer} that is here did not sign it. It was changed on its way, or comes from a CA of the same name.", "它不是由这里的 {issuer} 的密钥签名的：可能在传输中被改动，也可能来自同名的另一个 CA。";
            "Do not rely on it. Fetch it again from the address that the certificate names.", "不要采信。请按证书中给出的地址重新获取。";
        ),
        TrustMessage::SignerMissing => row!(
            "Not checked, for its signer is not here: {kind} of {issuer}", "签名者不在这里，无法验证：{issuer} 的{kind}";
            "Without the certificate of the CA nobody can tell whether it is genuine.", "没有这个 CA 的证书，就无法判断它的真伪。";
            "Add the certificate of {issuer}.", "请补上 {issuer} 的证书。";
        ),
        TrustMessage::SignerUnauthorised => row!(
            "Signed by someone who may not: {kind} of {issuer}", "签名者无权签发：{issuer} 的{kind}";
            "A list needs cRLSign and the key that issued the certificate, or one that the certificate names. A responder needs a valid certificate with OCSPSigning from the very CA it speaks for.", "吊销列表的签名者要有 cRLSign 用途，并且就是签发该证书的 CA，或由证书指定；OCSP 响应者需要由该 CA 亲自签发、带 OCSPSigning 用途且在有效期内的证书。";
            "Do not rely on it. Clients do not either; tell the CA.", "不要采信，客户端也不会接受；请告知证书机构。";
        ),
        TrustMessage::SignatureNotChecked => row!(
            "Signature not checked: {kind} of {issuer}", "签名未验证：{issuer} 的{kind}";
            "It was made with {signature}, which is broken or rare and not calculated here.", "它使用 {signature} 签名，该算法已不安全或很少见，这里不做验证。";
            "Check it with openssl where it matters.", "如有需要，请用 openssl 验证。";
        ),
        TrustMessage::AboutOthers => row!(
            "About other certificates: {kind} of {issuer}", "与这里的证书无关：{issuer} 的{kind}";
            "It speaks of none of the certificates here: another CA issued it, or it is about an older certificate.", "它没有涉及这里的任何证书：可能来自另一个 CA，或针对旧证书。";
            "Fetch the one that the certificate names, under cRLDistributionPoints or authorityInfoAccess.", "请按证书字段 cRLDistributionPoints 或 authorityInfoAccess 中的地址获取。";
        ),
        TrustMessage::NothingToLookUp => row!(
            "A certificate is missing: {kind} of {issuer}", "还缺证书：{issuer} 的{kind}";
            "Without one there is nothing to look up in it.", "没有证书，就没有可查的对象。";
            "Add the certificate that you want to know about, and that of {issuer}.", "请补上要查询的证书，以及 {issuer} 的证书。";
        ),
        TrustMessage::OnlySome => row!(
            "Covers only a part: {kind} of {issuer}", "只覆盖一部分：{issuer} 的{kind}";
            "By its own words it lists only some reasons or kinds of certificate. That nothing here is on it proves nothing.", "它自称只列出部分吊销原因或部分类型的证书，不在其中并不能说明没有被吊销。";
            "Fetch the complete list of {issuer}, or an OCSP answer.", "请获取 {issuer} 的完整吊销列表，或 OCSP 响应。";
        ),
        TrustMessage::UnknownCritical => row!(
            "Unknown critical extension: {kind} of {issuer}", "含未知的关键扩展：{issuer} 的{kind}";
            "Whoever does not know {oid} may not use the list at all (RFC 5280 §5.2). OpenSSL refuses it.", "不认识 {oid} 的客户端不得使用这个列表（RFC 5280 §5.2），OpenSSL 会拒绝它。";
            "Tell the CA, and ask for a list without it.", "请告知证书机构，并索取不带该扩展的列表。";
        ),
        TrustMessage::ListLacks => row!(
            "The revocation list of {issuer} has no {extension}", "{issuer} 的吊销列表缺少 {extension}";
            "RFC 5280 §5.2 demands it in every list. OpenSSL reads the list all the same; strict validators do not use it.", "RFC 5280 §5.2 要求每个列表都带有它。OpenSSL 照样读取，严格的验证器不会采用这个列表。";
            "Have the CA issue its lists with it; with openssl ca, set crlnumber and crl_extensions.", "请让 CA 在列表中加上它；使用 openssl ca 时，请设置 crlnumber 和 crl_extensions。";
        ),
        TrustMessage::ListCriticality => row!(
            "{extension} has the wrong criticality in the list of {issuer}", "{issuer} 的吊销列表中 {extension} 的关键标记不对";
            "RFC 5280 §5.2 says whether whoever does not know it may use the list. Strict validators do not use this one.", "RFC 5280 §5.2 规定了不认识它的客户端能否使用列表。严格的验证器不会采用这个列表。";
            "Tell the CA: a list number and a key id are never critical, an issuing distribution point always is.", "请告知证书机构：列表编号和密钥标识不得标为关键，签发分发点必须标为关键。";
        ),
        TrustMessage::WithoutEnd => row!(
            "Does not say when the next one is due: {kind} of {issuer}", "没有写下次更新时间：{issuer} 的{kind}";
            "It is of {this}, and nobody can tell whether it is still right. RFC 5280 §5.1.2.5 demands the date.", "它签发于 {this}，无法判断是否仍然有效。RFC 5280 §5.1.2.5 要求写明下次更新时间。";
            "Have the CA issue lists with nextUpdate.", "请让 CA 签发带 nextUpdate 的列表。";
        ),
        TrustMessage::TooOld => row!(
            "Older than ten days: {kind} of {issuer}", "已超过十天：{issuer} 的{kind}";
            "It is of {this}. Answers of public CAs may not hold for longer, and clients with a limit of their own refuse it.", "它签发于 {this}。公共证书机构的响应有效期不得超过十天，有时限要求的客户端会拒绝它。";
            "Fetch it again. On a server, see to it that the stapled answer is renewed by itself.", "重新获取。在服务器上，请确认装订的 OCSP 响应会自动更新。";
        ),
        TrustMessage::NoAnswer => row!(
            "The OCSP responder did not answer: {status}", "OCSP 响应者没有给出答复：{status}";
            "It says nothing about any certificate. A server that staples this helps nobody.", "其中没有任何证书的状态，服务器装订它毫无用处。";
            "Ask again later. With unauthorized, the certificate is most likely too new or of another CA.", "稍后再试。如果是 unauthorized，多半是证书刚签发，或属于另一个 CA。";
        ),
        TrustMessage::UnknownToResponder => row!(
            "The responder does not know {name}", "响应者不认识 {name}";
            "The OCSP answer of {issuer} says “unknown”. Firefox refuses such a certificate, others may.", "{issuer} 的 OCSP 响应为“unknown”。Firefox 会拒绝这样的证书，其他客户端也可能拒绝。";
            "Wait an hour if it is brand new; else ask the CA whether it really issued it.", "如果证书刚签发，过一小时再试；否则请向证书机构确认是否真的签发过。";
        ),
    }
}
