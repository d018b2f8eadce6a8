use crate::report::message::KeyMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: KeyMessage) -> Words {
    match id {
        KeyMessage::BelongsToNone => row!(
            "The private key does not belong to {name}", "私钥与证书 {name} 不匹配";
            "The key is {key}, the certificate’s is {expected}, and no other certificate here fits it. No server starts with the two.", "私钥是 {key}，证书的公钥是 {expected}，这里也没有其他证书与它匹配。用这一对文件，服务器无法启动。";
            "Look for the key that was made together with the CSR of this certificate, or reissue the certificate with this key.", "找到当初与 CSR 一起生成的私钥，或用这个私钥重新签发证书。";
        ),
        KeyMessage::BelongsElsewhere => row!(
            "The private key belongs to {owner}, not to {name}", "私钥属于 {owner}，而不是 {name}";
            "The key is {key}, the server certificate’s is {expected}. No server starts with the two.", "私钥是 {key}，服务器证书的公钥是 {expected}。用这一对文件，服务器无法启动。";
            "Give the key of {name}, or use the certificate {owner} with this key.", "换成 {name} 的私钥，或用这个私钥配合证书 {owner}。";
        ),
        KeyMessage::BelongsToAuthority => row!(
            "The private key is that of the CA {owner}, not of {name}", "这是 CA {owner} 的私钥，不是 {name} 的";
            "Whoever has a CA’s key can issue certificates in its name. It never belongs on a server, and no server starts with it and this certificate.", "谁拿到 CA 的私钥，谁就能以它的名义签发证书。它不该放在服务器上，与这张证书也不匹配，服务器无法启动。";
            "Take this file away from the server. Give the key that was made together with the CSR of {name}.", "不要把它放到服务器上。请换成当初与 {name} 的 CSR 一起生成的私钥。";
        ),
        KeyMessage::PairUnchecked => row!(
            "Whether the private key belongs to {name} was not checked", "没有检查私钥是否与证书 {name} 匹配";
            "Both are {expected}, but the key file leaves its public half out, and for this kind it cannot be calculated here.", "两者都是 {expected}，但私钥文件里没有公钥部分，这种密钥在这里无法推算。";
            "Compare yourself: openssl pkey -in FILE -pubout and openssl x509 -in FILE -noout -pubkey must print the same.", "请自行比较：openssl pkey -in 文件名 -pubout 与 openssl x509 -in 文件名 -noout -pubkey 的输出应当相同。";
        ),
        KeyMessage::ShortRsa => row!(
            "The RSA key has only {bits} bits", "RSA 密钥只有 {bits} 位";
            "Clients refuse server keys below 2048 bits; no public CA certifies them.", "客户端拒绝短于 2048 位的服务器密钥，公共证书机构也不再签发。";
            "Make a new key (RSA 2048 or EC P-256) and get a certificate for it.", "生成新密钥（RSA 2048 或 EC P-256），重新申请证书。";
        ),
        KeyMessage::RefusedByChromium => row!(
            "Chrome and Android refuse this kind of key, Safari does in TLS 1.3: {key}", "Chrome、安卓不支持这种密钥，Safari 在 TLS 1.3 中也不支持：{key}";
            "Chrome, Edge, Android 6 and newer and its WebView offer P-256 and P-384 only; Safari 13 and newer take it in TLS 1.2 alone. Firefox, Java 8 and newer, and OpenSSL take it.", "Chrome、Edge、安卓 6 及以上（含 WebView）只支持 P-256 和 P-384；Safari 13 及以上只在 TLS 1.2 中接受。Firefox、Java 8 及以上和 OpenSSL 可以接受。";
            "Get a certificate for a P-256 key; it is the one that every client knows.", "改用 P-256 密钥重新申请证书，所有客户端都支持它。";
        ),
        KeyMessage::RefusedByBrowsers => row!(
            "No browser or phone takes this kind of key: {key}", "浏览器和手机都不支持这种密钥：{key}";
            "Chrome, Edge, Firefox, Safari, Android, iOS and WeChat offer RSA and EC keys only. Programs on OpenSSL 1.1.1 or Java 16 and newer can connect.", "Chrome、Edge、Firefox、Safari、安卓、iOS 和微信只支持 RSA 和 EC 密钥。基于 OpenSSL 1.1.1、Java 16 及以上的程序可以连接。";
            "Get a certificate for an RSA 2048 or EC P-256 key.", "改用 RSA 2048 或 EC P-256 密钥重新申请证书。";
        ),
        KeyMessage::RareCurve => row!(
            "No browser or phone takes a key on this curve: {key}", "浏览器和手机都不支持这条曲线上的密钥：{key}";
            "Chrome, Edge, Safari, Android, iOS and WeChat offer P-256 and P-384, and Firefox P-521 too. Programs on OpenSSL 1.1.0 and newer offer this one only when told to.", "Chrome、Edge、Safari、安卓、iOS 和微信支持 P-256 和 P-384，Firefox 还支持 P-521。基于 OpenSSL 1.1.0 及以上的程序只有专门设置后才支持这条曲线。";
            "Get a certificate for an RSA 2048 or EC P-256 key.", "改用 RSA 2048 或 EC P-256 密钥重新申请证书。";
        ),
        KeyMessage::RefusedByAll => row!(
            "No client takes this kind of key any more: {key}", "客户端都已不再支持这种密钥：{key}";
            "TLS 1.3 has no DSA. Chrome, Firefox, Safari, Android, iOS, and OpenSSL from 1.1.0 on, do not offer it in TLS 1.2 either.", "TLS 1.3 没有 DSA。Chrome、Firefox、Safari、安卓、iOS 以及 OpenSSL 1.1.0 及以上在 TLS 1.2 中也不支持。";
            "Get a certificate for an RSA 2048 or EC P-256 key.", "改用 RSA 2048 或 EC P-256 密钥重新申请证书。";
        ),
        KeyMessage::SignsNothing => row!(
            "No server can use a certificate for this kind of key: {key}", "服务器无法使用这种密钥的证书：{key}";
            "Such a key agrees on secrets and cannot sign. In TLS a server signs to show that the certificate is its own, so no client connects.", "这种密钥只能协商密钥，不能签名。TLS 中服务器要用签名证明证书属于自己，因此所有客户端都无法连接。";
            "Get a certificate for an RSA 2048 or EC P-256 key.", "改用 RSA 2048 或 EC P-256 密钥重新申请证书。";
        ),
        KeyMessage::NationalOnly => row!(
            "Ordinary browsers and phones do not know {key}", "普通浏览器和手机不支持 {key}";
            "Only clients built for the Chinese national algorithms connect: 360, Red Lotus, Qianxin and other such browsers, Tongsuo, GmSSL. Chrome, Edge, Safari, Firefox, WeChat, Android and iOS do not.", "只有支持国密的客户端能连接：360、红莲花、奇安信等国密浏览器，以及铜锁（Tongsuo）、GmSSL。Chrome、Edge、Safari、Firefox、微信、安卓和 iOS 都不行。";
            "Serve an RSA or P-256 certificate beside it and let the server choose (dual certificates).", "同时部署一张 RSA 或 P-256 证书，由服务器按客户端选择（双证书）。";
        ),
        KeyMessage::PostQuantumOnly => row!(
            "Only the newest clients take post-quantum certificates: {key}", "只有最新的客户端支持后量子证书：{key}";
            "Chrome 150, Go 1.27, OpenSSL 3.5 and newer take it in TLS 1.3, where its CA was installed by hand: no browser trusts one by itself. Firefox up to 137, Safari up to 26, Android up to 16 and Java up to 21 do not offer it.", "Chrome 150、Go 1.27、OpenSSL 3.5 及以上在 TLS 1.3 中接受，但要手动安装它的根证书：浏览器没有内置这样的 CA。Firefox 137、Safari 26、安卓 16、Java 21 及更早的版本不支持。";
            "Serve an RSA or P-256 certificate beside it and let the server choose, or keep this one for tests.", "同时部署一张 RSA 或 P-256 证书，由服务器按客户端选择；或者只把这张用于测试。";
        ),
        KeyMessage::HashBasedOnly => row!(
            "No client takes this kind of key in a connection: {key}", "客户端都不支持用这种密钥建立连接：{key}";
            "Chrome, Firefox, Safari, Android, iOS, Java and Go do not offer it. OpenSSL 3.5 knows it in certificates and signed files, not in TLS.", "Chrome、Firefox、Safari、安卓、iOS、Java 和 Go 都不支持。OpenSSL 3.5 只在证书和文件签名中支持，TLS 连接中不支持。";
            "Serve an RSA or P-256 certificate; keep this one for tests.", "对外使用 RSA 或 P-256 证书，这张只用于测试。";
        ),
        KeyMessage::UnknownAlgorithm => row!(
            "A kind of key that we do not know: {key}", "未知的密钥类型：{key}";
            "Browsers offer RSA and EC keys only, so they will most likely refuse it.", "浏览器只支持 RSA 和 EC 密钥，很可能会拒绝它。";
            "Get a certificate for an RSA 2048 or EC P-256 key.", "改用 RSA 2048 或 EC P-256 密钥重新申请证书。";
        ),
        KeyMessage::EncryptedKey => row!(
            "The private key is encrypted", "私钥是加密的";
            "A server that starts by itself, after a reboot for example, cannot type the password and stays down.", "服务器重启后自动启动时，没有人输入密码，服务就起不来。";
            "Download the open key here (Files → key) once its password is given, put it on the server and let only root read it: chmod 600.", "输入密码后在这里下载解密的私钥（文件 → 私钥），放到服务器上，并用 chmod 600 限制只有 root 可读。";
        ),
        KeyMessage::BadExponent => row!(
            "The RSA key of {name} is broken: bad exponent", "{name} 的 RSA 密钥有问题：指数错误";
            "The public exponent is even or 1. Such a key protects nothing, and clients refuse it.", "公钥指数是偶数或 1，这样的密钥没有任何保护作用，客户端会拒绝。";
            "Make a new key and get a certificate for it.", "生成新密钥，重新申请证书。";
        ),
        KeyMessage::EvenModulus => row!(
            "The RSA key of {name} is broken: even modulus", "{name} 的 RSA 密钥有问题：模数是偶数";
            "A modulus that 2 divides is no product of two large primes; anyone can take it apart.", "能被 2 整除的模数不是两个大素数的乘积，任何人都能分解。";
            "Make a new key and get a certificate for it.", "生成新密钥，重新申请证书。";
        ),
        KeyMessage::RocaModulus => row!(
            "The RSA key of {name} can be guessed (ROCA)", "{name} 的 RSA 密钥可被推算（ROCA 漏洞）";
            "It was made by a chip library whose primes follow a pattern (CVE-2017-15361). CAs must revoke such certificates.", "它由有缺陷的芯片库生成，素数有规律可循（CVE-2017-15361），证书机构必须吊销这样的证书。";
            "Make a new key with OpenSSL, not on that card or chip, and get a certificate for it.", "改用 OpenSSL 生成新密钥（不要再用那张卡或芯片），重新申请证书。";
        ),
        KeyMessage::PointOffCurve => row!(
            "The EC key of {name} is broken", "{name} 的 EC 密钥有问题";
            "Its point does not lie on the curve ({key}), so no signature can be checked with it.", "公钥的点不在曲线（{key}）上，无法用它验证任何签名。";
            "Make a new key and get a certificate for it.", "生成新密钥，重新申请证书。";
        ),
        KeyMessage::BrokenPrivateKey => row!(
            "The private key is damaged: its numbers contradict each other", "私钥已损坏：内部数值互相矛盾";
            "The public half of this key ({key}) is there, so it may look right; but a server with it does not start, or every connection to it fails.", "这个私钥（{key}）的公钥部分还在，看上去可能没问题，但服务器用它无法启动，或所有连接都会失败。";
            "Take an undamaged copy of the key. If there is none, make a new key and have the certificate reissued.", "请找一份完好的备份；没有的话，只能生成新私钥并重新签发证书。";
        ),
        KeyMessage::NoKey => row!(
            "No private key was given", "没有给出私钥";
            "That is fine: the configuration names the file that it expects.", "这没有问题：配置中会写明私钥文件的位置。";
            "Put the key that belongs to this certificate there.", "把与这张证书匹配的私钥放到那个位置。";
        ),
        KeyMessage::SharedKey => row!(
            "{count:server certificate shares/server certificates share} one key", "{count} 张服务器证书共用一个密钥";
            "They are: {names}. Who gets hold of the key has all of them, and then all must be revoked.", "它们是：{names}。密钥一旦泄露，这些证书要全部吊销。";
            "Make a new key at each renewal and for each site.", "每次续期、每个网站都使用新的密钥。";
        ),
        KeyMessage::NationalAlgorithm => row!(
            "A Chinese national algorithm: {key}", "国密算法：{key}";
            "Known to 360, Red Lotus, Qianxin and other browsers built for it, and to Tongsuo and GmSSL; not to Chrome, Safari, Firefox, WeChat, Android or iOS.", "360、红莲花、奇安信等国密浏览器以及铜锁（Tongsuo）、GmSSL 支持；Chrome、Safari、Firefox、微信、安卓和 iOS 不支持。";
            "Serve it beside an RSA or P-256 certificate where the rules ask for it.", "有合规要求时，与 RSA 或 P-256 证书一起部署。";
        ),
        KeyMessage::PostQuantumAlgorithm => row!(
            "A post-quantum algorithm: {key}", "后量子算法：{key}";
            "Known to Chrome 150, Go 1.27, OpenSSL 3.5 and newer; not to Firefox 137, Safari 26, Android 16, Java 21. No public CA of the browsers issues it, and Chrome will take none in: it prepares Merkle tree certificates.", "Chrome 150、Go 1.27、OpenSSL 3.5 及以上支持；Firefox 137、Safari 26、安卓 16、Java 21 不支持。浏览器信任的公共证书机构都不签发，Chrome 也不会收录这样的 CA，而是准备改用 Merkle 树证书。";
            "Good below a CA of your own, and for tests.", "适合自建 CA 和测试。";
        ),
        KeyMessage::HashBasedAlgorithm => row!(
            "A post-quantum algorithm: {key}", "后量子算法：{key}";
            "Known to OpenSSL 3.5 and newer, in certificates and signed files; no browser, phone or TLS library offers it in connections, and no public CA of the browsers issues it.", "OpenSSL 3.5 及以上在证书和文件签名中支持；浏览器、手机和 TLS 库都不在连接中支持，浏览器信任的公共证书机构也不签发。";
            "Good for roots and signatures of your own that must last long.", "适合自用、需要长期有效的根证书和签名。";
        ),
        KeyMessage::RequestForOtherKey => row!(
            "The request (CSR) for {request} is for another key than {name}", "{request} 的 CSR 与证书 {name} 不是同一个密钥";
            "It asks for a certificate for the private key that is here ({key}). The certificate is for another one ({expected}).", "它是用这里的私钥（{key}）申请证书的，而证书对应另一个密钥（{expected}）。";
            "Add the certificate that came for this request, or leave the request out if it is for the next one.", "请补上按这份 CSR 签发的证书；如果它是为下次续期准备的，去掉即可。";
        ),
        KeyMessage::RequestForUnknownKey => row!(
            "The request (CSR) for {request} is for another key than {name}", "{request} 的 CSR 与证书 {name} 不是同一个密钥";
            "The request is for a key of its own ({key}); the certificate is for another ({expected}). So the certificate did not come from this request.", "CSR 对应的密钥（{key}）与证书的密钥（{expected}）不同，所以这张证书不是按这份 CSR 签发的。";
            "Look for the request and the private key that were made together with this certificate.", "请找到与这张证书一起生成的 CSR 和私钥。";
        ),
        KeyMessage::RequestSignatureWrong => row!(
            "The signature of the request (CSR) for {request} is wrong", "{request} 的 CSR 签名错误";
            "A CSR is signed with its own key, to prove that whoever asks has it. Every CA refuses this one: it was changed after signing, or damaged.", "CSR 要用自己的私钥签名，证明申请者持有它。这份签名不对，证书机构都会拒绝：可能签名后被改动，或已损坏。";
            "Make the request again from the private key.", "用私钥重新生成 CSR。";
        ),
    }
}
