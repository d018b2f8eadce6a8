use crate::report::message::ExportMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: ExportMessage) -> Words {
    match id {
        ExportMessage::NoCertificate => row!(
            "There is no server certificate to write", "没有可以导出的服务器证书";
            "Every file made here starts from the server certificate, and only CA certificates or none were given.", "导出的文件都以服务器证书为准，而这里只有 CA 证书，或者一张也没有。";
            "Add the server certificate.", "请把服务器证书也加进来。";
        ),
        ExportMessage::StillLocked => row!(
            "What was given is still locked", "给出的文件还没有解锁";
            "No password that was tried opens it, so nobody can tell whether the server certificate is inside.", "试过的密码都打不开它，无法知道里面有没有服务器证书。";
            "Give the password that was set when the file was made.", "请输入生成这个文件时设置的密码。";
        ),
        ExportMessage::NoIssuer => row!(
            "There is no intermediate certificate for {file}", "{file} 没有可以写入的中间证书";
            "Only the server certificate was given, or it was signed by a root directly.", "这里只有服务器证书，或者它由根证书直接签发。";
            "If the findings name a missing intermediate, add it first.", "如果检查结果提示缺少中间证书，请先补上。";
        ),
        ExportMessage::NoKey => row!(
            "{file} needs the private key of {name}", "生成 {file} 需要 {name} 的私钥";
            "No private key that belongs to this certificate was given.", "这里没有与这张证书匹配的私钥。";
            "Add the key file that was made together with the CSR. It stays on this device.", "请把当初与 CSR 一起生成的私钥文件也加进来，它不会离开本机。";
        ),
        ExportMessage::KeyLocked => row!(
            "The private key is still locked", "私钥还没有解锁";
            "It has a password, and none that was given opens it, so {file} cannot be made.", "私钥有密码，已给出的密码都打不开它，因此无法生成 {file}。";
            "Give the password of the key.", "请输入私钥的密码。";
        ),
        ExportMessage::KeyUnreadable => row!(
            "The private key cannot be rewritten", "私钥无法转换";
            "It belongs to {name}, but is written in a way that cannot be taken apart for {file}.", "它与 {name} 匹配，但内部写法无法拆解成 {file} 需要的形式。";
            "Make a PKCS#8 file of it first: openssl pkey -in key.pem -out privkey.pem.", "请先把它转成 PKCS#8：openssl pkey -in key.pem -out privkey.pem。";
        ),
        ExportMessage::KeyOfAnotherKind => row!(
            "{file} cannot hold this kind of key", "{file} 放不下这种私钥";
            "The key is {key}; this format takes {kinds}.", "私钥是 {key}，这种格式只支持 {kinds}。";
            "Choose PKCS#8 or PFX: they take every kind.", "请改选 PKCS#8 或 PFX，它们支持所有类型的私钥。";
        ),
        ExportMessage::PasswordMissing => row!(
            "{file} needs a password", "{file} 必须设置密码";
            "The format locks the private key with one, and importers refuse or mistrust an empty one.", "这种格式用密码保护私钥，密码为空时很多程序会拒绝导入。";
            "Choose a password, and hand it on by another way than the file.", "请设置一个密码，并且不要与文件放在一起传送。";
        ),
        ExportMessage::PasswordShort => row!(
            "The password is too short for {file}", "密码太短，不能用于 {file}";
            "Java’s keytool refuses a key store whose password has fewer than {count:character/characters}.", "Java 的 keytool 不接受少于 {count} 个字符的密钥库密码。";
            "Choose a longer password.", "请换一个更长的密码。";
        ),
        ExportMessage::PasswordUnused => row!(
            "{file} cannot be locked with a password", "{file} 不能加密码";
            "The place it is for reads open keys only, or the format’s own encryption is too weak today.", "使用它的平台只接受没有密码的私钥，或者这种格式自带的加密已不安全。";
            "Choose PKCS#8 or PFX for a locked file, or leave the password out.", "需要密码请改选 PKCS#8 或 PFX，否则请把密码留空。";
        ),
        ExportMessage::NoHost => row!(
            "{file} needs a host name", "生成 {file} 需要主机名";
            "A DANE record stands below a name in DNS, and the certificate has no alternative name that is one.", "DANE 记录写在 DNS 域名之下，而证书的备用名称（SAN）里没有域名。";
            "Use a certificate for a host name.", "请使用签给域名的证书。";
        ),
        ExportMessage::NotWritten => row!(
            "{file} could not be written", "{file} 生成失败";
            "A step that never fails did. This is a fault of this tool.", "一个不该失败的步骤失败了，这是本工具的问题。";
            "Please report it, without the key. The other formats may still work.", "请反馈给我们（不要附上私钥），其他格式也许仍然可用。";
        ),
        ExportMessage::NameMissing => row!(
            "No name for the certificate", "没有填写证书名称";
            "A CA issues a certificate for host names or IP addresses, and the request lists them.", "证书签给域名或 IP 地址，申请里必须列出。";
            "Give at least one: www.example.com, *.example.com or an IP address.", "请至少填写一个：www.example.com、*.example.com 或 IP 地址。";
        ),
        ExportMessage::NameUnfit => row!(
            "“{name}” cannot stand in a certificate", "“{name}” 不能写进证书";
            "A name has letters, digits and hyphens in labels of 1 to 63 characters with dots between them, 253 in all; * only as the whole first label.", "名称由点分隔，每段 1 到 63 个字母、数字或连字符，总长不超过 253；* 只能单独作为第一段。";
            "Write the bare name without https://, port and path: www.example.com, *.example.com or an IP address.", "只写名称，不要带 https://、端口和路径：www.example.com、*.example.com 或 IP 地址。";
        ),
        ExportMessage::OrganizationUnfit => row!(
            "The organisation cannot be written", "单位名称无法写入";
            "It may have {count:character/characters} at most and none that is invisible (RFC 5280 appendix A).", "最多 {count} 个字符，不能含有不可见字符（RFC 5280 附录 A）。";
            "Shorten it as it is registered, or leave it out: certificates that only prove a domain do not show it.", "请用登记名称的简称，或者留空：只验证域名（DV）的证书不会显示单位。";
        ),
        ExportMessage::CountryUnfit => row!(
            "“{country}” is no country code", "“{country}” 不是国家代码";
            "The field takes the two letters of ISO 3166.", "这一项是 ISO 3166 的两位字母代码。";
            "Write CN, DE or US, for example, or leave it out.", "例如 CN、DE、US，也可以留空。";
        ),
    }
}
