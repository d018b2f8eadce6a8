//! What the page's words mean, for people who meet them here for the first time.

use crate::text::Pair;

/// A word and its meaning.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The word, with what else it is called.
    pub word: Pair,
    /// What it means, and what to know about it here.
    pub meaning: Pair,
}

/// `NAME: "Word" / "词" => "Meaning." / "含义。";`
macro_rules! entries {
    ($($name:ident: $word:literal / $word_zh:literal => $meaning:literal / $meaning_zh:literal;)*) => {
        $(
            #[allow(missing_docs, reason = "the words say it")]
            pub const $name: Entry =
                Entry { word: Pair::new($word, $word_zh), meaning: Pair::new($meaning, $meaning_zh) };
        )*
    };
}

super::pairs! {
    TITLE = "What the words mean" / "名词解释";
}

entries! {
    LEAF: "Server certificate (leaf)" / "服务器证书（叶子证书）" =>
        "The certificate with your domain names in it. The server shows it to everybody who connects, and proves with the private key that it is its own." /
        "写着你域名的那张证书。服务器在每次连接时出示它，并用私钥证明它属于自己。";
    INTERMEDIATE: "Intermediate certificate" / "中间证书" =>
        "Signed your certificate, and was itself signed by a root. Clients do not have it, so the server has to send it along." /
        "它签发了你的证书，自己又由根证书签发。客户端没有内置，必须由服务器一起发送。";
    ROOT: "Root certificate" / "根证书" =>
        "The end of every chain. Phones and browsers come with a list of the roots that they trust, so a server need not send it." /
        "证书链的终点。手机和浏览器自带一份受信任的根证书列表，服务器不需要发送它。";
    CHAIN: "Chain (full chain)" / "证书链（fullchain）" =>
        "Your certificate, then the one that signed it, and so on up to the root. fullchain.pem holds all of them but the root, in this order." /
        "你的证书、签发它的证书，依次直到根证书。fullchain.pem 按这个顺序包含除根证书以外的所有证书。";
    CROSS_SIGNED: "Cross-signed" / "交叉签名" =>
        "The same CA key with a second certificate from an older root. Old phones that do not know the new root find their way over it." /
        "同一个 CA 密钥由更早的根证书再签发一张证书。不认识新根的旧手机可以走这条路。";
    TRUST_STORE: "Trust store" / "信任库" =>
        "The list of roots that a system trusts. It changes with the system's version: that is why an old phone refuses what a new one takes." /
        "系统信任的根证书列表。列表随系统版本变化，所以旧手机会拒绝新手机接受的证书。";
    SAN: "Alternative names (SAN)" / "备用名称（SAN）" =>
        "The names that the certificate is good for. Clients look here and nowhere else; the common name (CN) no longer counts." /
        "证书适用的域名清单。客户端只看这里，通用名称（CN）已不再算数。";
    WILDCARD: "Wildcard" / "通配符" =>
        "*.example.com covers every name with one more part in front: www.example.com, but neither example.com nor a.b.example.com." /
        "*.example.com 覆盖前面多一段的所有域名：包含 www.example.com，但不包含 example.com 和 a.b.example.com。";
    VALIDITY: "Validity" / "有效期" =>
        "From when to when clients accept it. Public certificates last 200 days at most, 100 from March 2027, 47 from March 2029: let renewal run by itself." /
        "客户端接受证书的起止时间。公共证书目前最长 200 天，2027 年 3 月起 100 天，2029 年 3 月起 47 天，请设置自动续期。";
    ACME: "ACME" / "ACME" =>
        "How programs like certbot or acme.sh get and renew certificates without anybody's help." /
        "certbot、acme.sh 等程序自动申请和续期证书所用的协议。";
    PRIVATE_KEY: "Private key" / "私钥" =>
        "The secret half of a certificate. Only the server may have it; whoever else has it can pose as you. It stays in this page." /
        "证书的秘密部分，只能保存在服务器上；被别人拿到就能冒充你。它不会离开本页。";
    CSR: "Certificate signing request (CSR)" / "证书签名请求（CSR）" =>
        "What you send to a CA to get a certificate: the public key and the names, signed with the private key, which you keep." /
        "向证书机构申请证书时提交的文件，含公钥和域名，由私钥签名；私钥自己留着。";
    FINGERPRINT: "Fingerprint" / "指纹" =>
        "A short number made from the whole certificate. Two files with the same fingerprint are the same certificate." /
        "由整张证书算出的短数字。指纹相同就是同一张证书。";
    PEM: "PEM and DER" / "PEM 与 DER" =>
        "Two ways to write the same certificate: PEM is text between BEGIN and END lines, DER is the bytes themselves (.der, .cer)." /
        "同一张证书的两种写法：PEM 是 BEGIN 与 END 之间的文本，DER 是原始字节（.der、.cer）。";
    PFX: "PFX, PKCS#12, JKS" / "PFX、PKCS#12、JKS" =>
        "One file with certificate, chain and key behind a password: PFX or .p12 for Windows and others, JKS for older Java." /
        "用密码保护、同时含证书、证书链和私钥的文件：PFX 或 .p12 用于 Windows 等，JKS 用于旧版 Java。";
    OCSP: "OCSP stapling" / "OCSP 装订" =>
        "The server fetches the CA's word that the certificate is not revoked, and sends it along. Many CAs no longer offer it." /
        "服务器取来证书机构的“未吊销”证明并随证书一起发送。许多证书机构已不再提供。";
    HSTS: "HSTS" / "HSTS" =>
        "Tells browsers to use https only, for as long as you say. There is no quick way back: begin with a short time." /
        "告诉浏览器在指定时间内只用 https。发出后很难立即收回，请从较短时间开始。";
    MUTUAL_TLS: "Mutual TLS" / "双向 TLS" =>
        "The client shows a certificate too, and the server checks it against a CA of your choice." /
        "客户端也要出示证书，服务器用你指定的 CA 核对。";
    OID: "OID" / "OID" =>
        "The number by which a field or an algorithm is known all over the world, as 2.5.29.17 for the alternative names." /
        "字段或算法的全球唯一编号，例如备用名称是 2.5.29.17。";
    CRITICAL: "Critical" / "关键（critical）" =>
        "Mark of an extension: a client that does not know it has to refuse the certificate." /
        "扩展上的标记：不认识这个扩展的客户端必须拒绝证书。";
    MINI_PROGRAM: "Request domain" / "服务器域名（request 合法域名）" =>
        "A host that a mini-program may call once it stands on the list in the platform's console. WeChat and others check its certificate for every call." /
        "在平台后台登记后，小程序才能请求的域名。微信等平台在每次请求时检查它的证书。";
}
