//! The words of the files that can be made.

use super::{Lang, Pair, fill::fill_with};
use crate::report::{FileFormat, Value};

macro_rules! formats {
    ($($format:ident: $name_en:literal, $name_zh:literal; $use_en:literal, $use_zh:literal;)*) => {
        /// What a format is called.
        pub const fn name(format: FileFormat) -> Pair {
            match format { $(FileFormat::$format => const { Pair::new($name_en, $name_zh) }),* }
        }

        /// What it is for, in one line.
        pub const fn purpose(format: FileFormat) -> Pair {
            match format { $(FileFormat::$format => const { Pair::new($use_en, $use_zh) }),* }
        }
    };
}

formats! {
    Pem: "Full chain, PEM", "完整证书链（PEM）";
        "Server certificate and its issuers: nginx, Apache 2.4.8 and later, most others.", "服务器证书加中间证书：nginx、Apache 2.4.8 及以上和大多数服务器。";
    Chain: "Issuers, PEM", "中间证书（PEM）";
        "The issuers alone, for servers and forms that ask for the chain separately.", "只有中间证书，给要求单独填写证书链的服务器或表单。";
    Certificate: "Server certificate, PEM", "服务器证书（PEM）";
        "The server certificate alone; never enough for a server by itself.", "只有服务器证书本身，单独部署会缺少中间证书。";
    Der: "Server certificate, DER", "服务器证书（DER）";
        "The server certificate in binary, for Windows, Java and pinning.", "二进制的服务器证书，用于 Windows、Java 和证书锁定。";
    P7b: "PKCS#7, binary", "PKCS#7（二进制）";
        "All certificates without a key, for Windows and Tomcat.", "全部证书，不含私钥，用于 Windows 和 Tomcat。";
    P7bPem: "PKCS#7, text", "PKCS#7（文本）";
        "All certificates without a key, as many CAs send them.", "全部证书，不含私钥，很多证书机构发的就是这种文件。";
    Pkcs8: "Private key, PKCS#8", "私钥（PKCS#8）";
        "The private key in the form that everything of today reads.", "私钥，目前的软件都能读取。";
    Pkcs8Der: "Private key, PKCS#8 in binary", "私钥（PKCS#8 二进制）";
        "The private key in binary, for Java.", "二进制的私钥，用于 Java。";
    Pkcs8Scrypt: "Private key, locked with scrypt", "私钥（scrypt 加密）";
        "The private key, its password costlier to guess. OpenSSL 1.1 and later read it, Java does not.", "私钥，密码更难被暴力破解。OpenSSL 1.1 及以上可读，Java 不支持。";
    Pkcs1: "RSA private key, PKCS#1", "RSA 私钥（PKCS#1）";
        "BEGIN RSA PRIVATE KEY, which several cloud consoles ask for.", "BEGIN RSA PRIVATE KEY 开头，部分云控制台要求这种格式。";
    Sec1: "EC private key, SEC 1", "EC 私钥（SEC 1）";
        "BEGIN EC PRIVATE KEY, for older programs.", "BEGIN EC PRIVATE KEY 开头，用于较旧的程序。";
    Pfx: "PFX (PKCS#12)", "PFX（PKCS#12）";
        "Key and chain in one file: Windows Server 2019 and later, IIS, Tomcat, Java, Azure.", "私钥和证书链合在一个文件：Windows Server 2019 及以上、IIS、Tomcat、Java、Azure。";
    PfxLegacy: "PFX for old Windows", "PFX（旧版 Windows）";
        "Key and chain under 3DES and SHA-1, for Windows Server 2016 and older. Delete it after the import.", "私钥和证书链，使用 3DES 和 SHA-1，用于 Windows Server 2016 及更早版本。导入后请删除。";
    Jks: "Java key store (JKS)", "Java 密钥库（JKS）";
        "Key and chain for Java 8 and older. Newer ones take the PFX.", "用于 Java 8 及更早版本，新版本请用 PFX。";
    KubernetesSecret: "Kubernetes Secret", "Kubernetes Secret";
        "kubectl apply -f makes the TLS secret that an Ingress names.", "用 kubectl apply -f 创建 Ingress 引用的 TLS Secret。";
    Aws: "AWS Certificate Manager", "AWS Certificate Manager";
        "The three fields of the import form, one file each.", "导入表单的三个输入框，各一个文件。";
    Tencent: "Tencent Cloud", "腾讯云";
        "The two fields of the upload form: chain and key.", "上传表单的两个输入框：证书链和私钥。";
    Alibaba: "Alibaba Cloud", "阿里云";
        "The two fields of the upload form: chain and key.", "上传表单的两个输入框：证书链和私钥。";
    Huawei: "Huawei Cloud", "华为云";
        "The two fields of the upload form: chain and key.", "上传表单的两个输入框：证书链和私钥。";
    SpkiPin: "Pins of the public keys", "公钥指纹（SPKI Pin）";
        "For OkHttp, Android and TrustKit.", "用于 OkHttp、安卓和 TrustKit。";
    Tlsa: "DANE records", "DANE 记录（TLSA）";
        "TLSA records for the DNS zone; they need DNSSEC.", "写入 DNS 的 TLSA 记录，需要启用 DNSSEC。";
    Json: "Report, JSON", "检查报告（JSON）";
        "What was found, for programs. No private key is in it.", "供程序读取的检查结果，不含私钥。";
    Markdown: "Report, Markdown", "检查报告（Markdown）";
        "What was found, for a ticket or a wiki. No private key is in it.", "检查结果，适合贴进工单或文档，不含私钥。";
    Html: "Report, HTML", "检查报告（HTML）";
        "What was found in one file, to read, print or pass on. No private key is in it.", "检查结果，单个文件，可阅读、打印或转发，不含私钥。";
    Text: "Every field, text", "全部字段（文本）";
        "Every field of every certificate, for reading and comparing.", "每张证书的全部字段，便于查看和比对。";
    Zip: "Everything in one archive", "打包下载（ZIP）";
        "All files that need no other password than the one given.", "所有可以生成的文件，使用同一个密码。";
}

/// The private keys in an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysInside {
    /// There is none.
    None,
    /// At least one is not locked.
    Open,
    /// All are locked with the password that was chosen.
    Locked,
}

impl KeysInside {
    const fn words(self) -> Pair {
        match self {
            Self::None => const { Pair::new("There is no private key in here.", "这里没有私钥。") },
            Self::Open => {
                const {
                    Pair::new(
                        "The private key in here is not locked. Keep this archive to yourself, and delete it once the files are in place.",
                        "这里的私钥没有密码。请勿转发这个压缩包，部署完成后请删除。",
                    )
                }
            }
            Self::Locked => {
                const {
                    Pair::new(
                        "Every private key in here is locked with the password that was chosen; forms that cannot be locked were left out.",
                        "这里的私钥都用设置的密码加密，不支持加密的格式没有放进来。",
                    )
                }
            }
        }
    }
}

/// The note in an archive, line by line: which file is what.
pub fn archive_note(subject: &str, files: &[(FileFormat, &str)], keys: KeysInside, lang: Lang) -> Vec<String> {
    const TITLE: Pair = Pair::new("Files for {name}", "{name} 的证书文件");
    const LINE: Pair = Pair::new("{format}: {purpose}", "{format}：{purpose}");
    let text = |pair: Pair| Value::from(pair.lang(lang));
    let title = fill_with(TITLE.lang(lang), &[("name", Value::from(subject))], lang);
    let line = |&(format, file): &(FileFormat, &str)| {
        let holes = [("format", text(name(format))), ("purpose", text(purpose(format)))];
        format!("{file:<28} {}", fill_with(LINE.lang(lang), &holes, lang))
    };
    let mut lines = vec![title, String::new()];
    lines.extend(files.iter().map(line));
    lines.extend([String::new(), keys.words().lang(lang).to_owned(), String::new()]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_words() {
        for &format in FileFormat::ALL {
            for pair in [name(format), purpose(format)] {
                assert_eq!((pair.en.trim(), pair.zh.trim()), (pair.en, pair.zh), "{format:?}");
            }
            assert!(purpose(format).en.ends_with('.') && purpose(format).zh.ends_with('。'), "{format:?}");
        }
    }
}
