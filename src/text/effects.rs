//! What follows when one certificate takes another’s place.

use super::{Words, row::row};
use crate::report::EffectId;

/// The words of an effect.
pub const fn effect(id: EffectId) -> Words {
    match id {
        EffectId::NamesLost => row!(
            "{count:name is/names are} lost: {names}", "少了 {count} 个域名：{names}";
            "Whoever opens a lost name sees a warning from the moment of the change.", "替换后，访问这些域名会立即报错。";
            "Have the new certificate issued with them, or keep the old one where they are served.", "让新证书带上这些域名重新签发，或在用到它们的服务器上保留旧证书。";
        ),
        EffectId::Ended => row!(
            "The new certificate ended on {date}", "新证书已于 {date}过期";
            "Every client refuses it.", "所有客户端都会拒绝。";
            "Look for the file that came with the last renewal: this one is older.", "请找到最近一次续期得到的文件，这张不是最新的。";
        ),
        EffectId::NotYet => row!(
            "The new certificate begins on {date}", "新证书到 {date}才生效";
            "Clients refuse it until then, and those with slow clocks a little longer.", "在此之前客户端会拒绝，时钟偏慢的设备还要更久。";
            "Put it in place a day after that. The old one is good until {until}.", "等生效一天后再替换。旧证书有效期到 {until}。";
        ),
        EffectId::NewErrors => row!(
            "The new certificate is refused: {codes}", "新证书会被拒绝：{codes}";
            "The old one does not have these faults. They stand among the findings once the new one is looked at alone.", "旧证书没有这些问题。单独检查新证书即可看到详情。";
            "Mend them first.", "先解决这些问题，再替换。";
        ),
        EffectId::KeyOfTheOld => row!(
            "The key at hand belongs to the old certificate", "手上的私钥属于旧证书";
            "The new one has another key. A server that gets the two does not start.", "新证书用的是另一个密钥。证书和私钥不配对，服务器无法启动。";
            "Find the key that was made with the new request.", "请找到申请新证书时生成的私钥。";
        ),
        EffectId::ClientsLost => row!(
            "Trusted by fewer clients: {clients}", "支持的客户端变少：{clients}";
            "They know the old one’s root, and not that of the new one.", "它们内置了旧证书的根，没有内置新证书的根。";
            "If these people count, ask the CA for a cross-signed intermediate, or stay with the old root.", "如果不能放弃这些用户，请向证书机构索取交叉签名的中间证书，或继续使用原来的根。";
        ),
        EffectId::EndsEarlier => row!(
            "It ends on {new}, before the old one", "新证书 {new}就到期，早于旧证书";
            "The old one is good until {old}. Perhaps the two are mixed up.", "旧证书有效期到 {old}。可能把新旧弄反了。";
            "Swap them here if so; else plan the next renewal by the new date.", "如果弄反了，在这里对调即可；否则按新的日期安排下次续期。";
        ),
        EffectId::NewWarnings => row!(
            "Worth a look at the new certificate: {codes}", "新证书还有需要留意的问题：{codes}";
            "The old one does not have these.", "旧证书没有这些问题。";
            "They stand among the findings once the new one is looked at alone.", "单独检查新证书即可看到详情。";
        ),
        EffectId::PurposeLost => row!(
            "No longer good for {purposes}", "不再可用于 {purposes}";
            "Servers that show this certificate to other servers (mutual TLS, mail, EAP) need clientAuth; public CAs stop giving it.", "用它向其他服务器证明身份（双向 TLS、邮件、EAP）需要 clientAuth，公共证书机构正在停止签发。";
            "Where it is used that way, get a certificate for clients from a private CA.", "如果有这种用途，请改用私有 CA 签发的客户端证书。";
        ),
        EffectId::MustStaple => row!(
            "The new certificate demands OCSP stapling", "新证书要求 OCSP 装订";
            "A server that does not staple is refused by some clients.", "服务器不做装订时，部分客户端会拒绝连接。";
            "Turn stapling on first, or have the certificate issued without must-staple.", "先开启 OCSP 装订，或不带 must-staple 重新签发。";
        ),
        EffectId::KeyKind => row!(
            "Another kind of key: {old} becomes {new}", "密钥类型变了：{old} 变为 {new}";
            "A list of cipher suites made for the old kind refuses every client of TLS 1.2, and very old clients know RSA only.", "为旧类型写的加密套件列表会让 TLS 1.2 客户端全部连不上；很旧的客户端只支持 RSA。";
            "Take the configuration from this page for the new certificate, and reload.", "用本页为新证书生成的配置替换旧配置，然后重新加载。";
        ),
        EffectId::NewKey => row!(
            "A new key", "密钥已更换";
            "Certificate and key change together. Whoever pins the old key refuses the new one.", "证书和私钥要同时替换。固定（pin）了旧公钥的客户端会拒绝。";
            "Install both files, then reload once. Add the new pin first where there are pins.", "两个文件一起部署，再重新加载一次。有固定公钥的，先加上新的。";
        ),
        EffectId::SameKey => row!(
            "The key stays", "密钥不变";
            "The private key on the server goes on working, and pins of the key hold.", "服务器上的私钥可以继续使用，固定（pin）的公钥也不受影响。";
            "Replace the certificate and its chain only.", "只需替换证书和证书链。";
        ),
        EffectId::OtherIssuer => row!(
            "Another CA: {old} becomes {new}", "签发机构变了：{old} 变为 {new}";
            "CAA records and pins may name the old one only, and the chain is another.", "CAA 记录和固定的证书可能只写了旧机构，证书链也不同。";
            "Replace the whole chain file, not the first certificate alone.", "替换整个证书链文件，不能只换第一张。";
        ),
        EffectId::OtherIntermediate => row!(
            "Another intermediate: {new}", "中间证书变了：{new}";
            "With the old intermediate behind it, the new certificate has no chain.", "新证书后面如果还接旧的中间证书，证书链就断了。";
            "Replace the whole chain file, not the first certificate alone.", "替换整个证书链文件，不能只换第一张。";
        ),
        EffectId::OtherValidation => row!(
            "Another level of validation: {old} becomes {new}", "验证级别变了：{old} 变为 {new}";
            "Browsers show no difference; contracts and some platforms do.", "浏览器不会区别对待，但合同和个别平台有要求。";
            "Nothing to do, unless somebody asked for the level.", "没有要求的话，无需处理。";
        ),
        EffectId::NamesGained => row!(
            "{count:name is/names are} new: {names}", "多了 {count} 个域名：{names}";
            "They are covered as well from now on.", "替换后也会覆盖它们。";
            "Nothing to do.", "无需处理。";
        ),
        EffectId::Same => row!(
            "The two are one certificate", "两张是同一张证书";
            "They have the same bytes: nothing was renewed.", "内容完全相同，并没有续期。";
            "Look for the file that came with the renewal.", "请找到续期后得到的文件。";
        ),
    }
}
