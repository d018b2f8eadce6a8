use crate::report::message::PhoneMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: PhoneMessage) -> Words {
    use PhoneMessage as Id;
    match id {
        Id::TransportKey | Id::TransportHash | Id::TransportTimestamps | Id::TransportSuites | Id::TransportVersion => {
            transport(id)
        }
        Id::NoFetching | Id::OneCurve | Id::LogsWanted | Id::UserAuthorities | Id::RootSince => android(id),
        _ => tls(id),
    }
}

const fn tls(id: PhoneMessage) -> Words {
    match id {
        PhoneMessage::TlsVersions => row!(
            "Check on the server for {platform}: TLS 1.2 and 1.3 are on", "请在服务器上确认（{platform}）：已启用 TLS 1.2 和 1.3";
            "With TLS 1.3 alone {only13} cannot connect; with TLS 1.0 and 1.1 alone {no_old} cannot. A certificate does not show what its server offers.", "只开 TLS 1.3，{only13} 无法连接；只开 TLS 1.0、1.1，{no_old} 无法连接。从证书看不出服务器启用了哪些版本。";
            "nginx: “ssl_protocols TLSv1.2 TLSv1.3;”. TLS 1.0 and 1.1 are not needed. Drop the configuration of nginx or Apache here too, and it is checked.", "nginx 写 “ssl_protocols TLSv1.2 TLSv1.3;”，不需要 TLS 1.0 和 1.1。把 nginx 或 Apache 的配置一并拖进来即可检查。";
        ),
        PhoneMessage::TlsVersionsNewPhones => row!(
            "Check on the server for {platform}: TLS 1.2 or 1.3 is on", "请在服务器上确认（{platform}）：已启用 TLS 1.2 或 1.3";
            "All phones that count know both; with TLS 1.0 and 1.1 alone {no_old} cannot connect. A certificate does not show what its server offers.", "要支持的手机两个版本都支持；只开 TLS 1.0、1.1，{no_old} 无法连接。从证书看不出服务器启用了哪些版本。";
            "nginx: “ssl_protocols TLSv1.2 TLSv1.3;”. Drop the configuration of nginx or Apache here too, and it is checked.", "nginx 写 “ssl_protocols TLSv1.2 TLSv1.3;”。把 nginx 或 Apache 的配置一并拖进来即可检查。";
        ),
        PhoneMessage::TlsOnly13 => row!(
            "{platform}: with TLS 1.3 alone {clients} cannot connect", "{platform}：只开 TLS 1.3，{clients} 无法连接";
            "These phones offer TLS 1.2 at most.", "这些手机最高只支持 TLS 1.2。";
            "Add TLS 1.2. nginx: “ssl_protocols TLSv1.2 TLSv1.3;”, Apache: “SSLProtocol -all +TLSv1.2 +TLSv1.3”.", "加上 TLS 1.2。nginx 写 “ssl_protocols TLSv1.2 TLSv1.3;”，Apache 写 “SSLProtocol -all +TLSv1.2 +TLSv1.3”。";
        ),
        PhoneMessage::TlsTooOld => row!(
            "{platform}: the server’s configuration has neither TLS 1.2 nor 1.3", "{platform}：服务器配置中 TLS 1.2 和 1.3 都没有启用";
            "Nothing older works on {clients}.", "{clients} 不接受更旧的版本。";
            "Turn TLS 1.2 and 1.3 on. nginx: “ssl_protocols TLSv1.2 TLSv1.3;”, Apache: “SSLProtocol -all +TLSv1.2 +TLSv1.3”.", "启用 TLS 1.2 和 1.3。nginx 写 “ssl_protocols TLSv1.2 TLSv1.3;”，Apache 写 “SSLProtocol -all +TLSv1.2 +TLSv1.3”。";
        ),
        PhoneMessage::TlsOldOn => row!(
            "{platform}: old TLS versions are on that nobody needs: {versions}", "{platform}不需要配置中的旧 TLS 版本：{versions}";
            "Old articles ask for them; every phone since Android 5.0 and iOS 5 has TLS 1.2 switched on. OpenSSL 3 does not even offer them without @SECLEVEL=0 in the ciphers.", "旧文章才要求开启；安卓 5.0、iOS 5 起默认启用 TLS 1.2。OpenSSL 3 中若套件没有写 @SECLEVEL=0，开启了也不会生效。";
            "Leave them out. nginx: “ssl_protocols TLSv1.2 TLSv1.3;”, Apache: “SSLProtocol -all +TLSv1.2 +TLSv1.3”.", "去掉即可。nginx 写 “ssl_protocols TLSv1.2 TLSv1.3;”，Apache 写 “SSLProtocol -all +TLSv1.2 +TLSv1.3”。";
        ),
        _ => row!(
            "{platform}: {clients} cannot use the curves of the configuration: {curves}", "{platform}：{clients} 不支持配置中的曲线：{curves}";
            "Phone and server find no group for the key exchange, and the handshake fails. The certificate’s own curve has nothing to do with it.", "双方没有共同的密钥交换曲线，握手会失败。这与证书自身的曲线无关。";
            "Add P-256. nginx: “ssl_ecdh_curve X25519:prime256v1:secp384r1;”, Apache: “SSLOpenSSLConfCmd Curves X25519:P-256:P-384”.", "加上 P-256。nginx 写 “ssl_ecdh_curve X25519:prime256v1:secp384r1;”，Apache 写 “SSLOpenSSLConfCmd Curves X25519:P-256:P-384”。";
        ),
    }
}

const fn transport(id: PhoneMessage) -> Words {
    match id {
        PhoneMessage::TransportKey => row!(
            "{platform}: App Transport Security (iOS) refuses the key of {certificate}: {key}", "{platform}：iOS 的 ATS 会拒绝 {certificate} 的密钥：{key}";
            "It wants RSA of 2048 bits or an elliptic curve of 256 bits at least, in every certificate below the root.", "根证书以下的每张证书，RSA 至少 2048 位，椭圆曲线至少 256 位。";
            "Have it issued with a new key.", "换新密钥重新签发。";
        ),
        PhoneMessage::TransportHash => row!(
            "{platform}: App Transport Security (iOS) refuses the signature on {certificate}: {algorithm}", "{platform}：iOS 的 ATS 会拒绝 {certificate} 的签名算法：{algorithm}";
            "It wants SHA-256 or better in every certificate below the root.", "根证书以下的每张证书都要用 SHA-256 或更强的算法签名。";
            "Have it issued again; every public CA signs with SHA-256 or better.", "重新签发即可，公共证书机构都使用 SHA-256 或更强的算法。";
        ),
        PhoneMessage::TransportTimestamps => row!(
            "{platform}: iOS wants more Certificate Transparency timestamps (SCTs) than the certificate has", "{platform}：iOS 要求更多的 CT 日志时间戳（SCT）";
            "Without them it refuses certificates of public CAs, unless the server sends them in the handshake.", "数量不足时，iOS 会拒绝公共证书机构的证书，除非服务器在握手中补发。";
            "Have it issued again with embedded SCTs.", "让证书机构重新签发，带上内嵌的 SCT。";
        ),
        PhoneMessage::TransportSuites => row!(
            "{platform}: App Transport Security (iOS) wants forward secrecy, and no cipher suite of the configuration has it", "{platform}：iOS 的 ATS 要求前向保密，配置中的加密套件都没有";
            "It takes ECDHE only. TLS 1.3 has it always; below that these suites do not: {suites}.", "ATS 只接受 ECDHE。TLS 1.3 自带前向保密，更低版本用的这些套件没有：{suites}。";
            "Add ECDHE suites: “ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256”.", "加上 ECDHE 套件：“ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256”。";
        ),
        _ => row!(
            "{platform}: App Transport Security (iOS) wants TLS 1.2 at least, and the configuration stops below it", "{platform}：iOS 的 ATS 要求 TLS 1.2 及以上，配置中的版本更低";
            "Without an exception in the app the connection is refused.", "应用没有设置例外时，连接会被拒绝。";
            "Turn TLS 1.2 and 1.3 on. nginx: “ssl_protocols TLSv1.2 TLSv1.3;”, Apache: “SSLProtocol -all +TLSv1.2 +TLSv1.3”.", "启用 TLS 1.2 和 1.3。nginx 写 “ssl_protocols TLSv1.2 TLSv1.3;”，Apache 写 “SSLProtocol -all +TLSv1.2 +TLSv1.3”。";
        ),
    }
}

const fn android(id: PhoneMessage) -> Words {
    match id {
        PhoneMessage::NoFetching => row!(
            "{platform}: Android does not fetch the missing intermediate", "{platform}：安卓系统不会自动下载缺少的中间证书";
            "Desktop browsers find it by the address in the certificate, which is why it works there. Apps and web views do not look.", "电脑浏览器会按证书中的地址下载，所以电脑上正常；安卓应用和 WebView 不会下载。";
            "Deploy the full chain, and test with openssl s_client or on a phone.", "部署完整证书链，并用 openssl s_client 或真机验证。";
        ),
        PhoneMessage::OneCurve => row!(
            "For {clients} the server has to keep P-256 among its curves", "要支持 {clients}，服务器的曲线中须保留 P-256";
            "It is the only curve that they offer for the key exchange, whatever the certificate’s key is.", "这些版本的密钥交换只支持 P-256，与证书的密钥类型无关。";
            "nginx: leave ssl_ecdh_curve out, or have prime256v1 in it.", "nginx 不写 ssl_ecdh_curve，或在其中写上 prime256v1。";
        ),
        PhoneMessage::LogsWanted => row!(
            "{platform}: Android 17 wants more Certificate Transparency timestamps (SCTs) than the certificate has", "{platform}：安卓 17 要求更多的 CT 日志时间戳（SCT）";
            "Apps made for Android 17 refuse public certificates without them; on 16 an app has to ask for it.", "面向安卓 17 的应用默认拒绝 SCT 不足的公共证书；安卓 16 需应用主动开启。";
            "Have it issued again with embedded SCTs.", "让证书机构重新签发，带上内嵌的 SCT。";
        ),
        PhoneMessage::UserAuthorities => row!(
            "{platform}: a root that the user installs counts for old apps only", "{platform}：用户自行安装的根证书，只对旧应用有效";
            "Apps made for Android 7 (API 24) and newer trust the system’s roots, unless their network security configuration names others.", "面向安卓 7（API 24）及以上的应用只信任系统根证书，除非在网络安全配置中另行声明。";
            "Use a certificate of a public CA, or name the root in the app’s network_security_config.xml.", "改用公共证书机构的证书，或在应用的 network_security_config.xml 中声明该根证书。";
        ),
        _ => row!(
            "{platform}: the root is not yet on {clients}", "{platform}：{clients} 尚未内置该根证书";
            "A phone’s list of roots comes with its system; most old phones never get another.", "手机的根证书列表随系统发布，旧手机大多不再更新。";
            "Where these phones count, serve a chain up to an older root; the Chain tab shows who takes which.", "若要支持这些手机，请部署通向更早根证书的链；“证书链”页可查看各版本的结果。";
        ),
    }
}
