//! The files tab, and making a key with its request.

super::pairs! {
    NO_LEAF = "There is no server certificate here to make files of." / "没有服务器证书，无法生成文件。";
    HINT = "Made here, from what you gave: the chain in the right order, without strangers and without the root." / "全部在本页生成：证书链顺序正确，不含无关证书和根证书。";
    ALL = "Everything in one ZIP" / "打包下载全部（ZIP）";
    CERTIFICATES = "Certificates" / "证书";
    WITH_KEY = "With the private key" / "含私钥";
    CLOUDS = "For clouds and clusters" / "云平台与集群";
    FACTS = "Pins, records, reports" / "指纹、记录与报告";
    NO_KEY = "Give the private key of this certificate as well, and these can be made." / "请同时给出这张证书的私钥，才能生成这些文件。";
    LOCKED_KEY = "The private key is locked: type its password at the finding above." / "私钥还有密码：请先在上面的检查结果里输入。";
    PASSWORD = "Password for the files" / "文件密码";
    PASSWORD_HINT = "PFX and JKS need one. A key as PKCS#8 is locked with it; leave it empty for a server that starts by itself." / "PFX 和 JKS 必须设置密码；PKCS#8 私钥会用它加密，留空则不加密（服务器可自动启动）。";
    SHOW = "Show" / "显示";
    MADE = "Made: {name}" / "已生成：{name}";
    SAVE = "Save {name}" / "保存 {name}";
    REFUSED = "This file can not be made" / "无法生成这个文件";
    WAITING = "Making it…" / "正在生成……";
    PEM = "The server certificate and its issuers, as nginx and most servers take them" / "服务器证书和中间证书，nginx 等多数服务器使用";
    CHAIN = "The issuers alone: Apache’s SSLCertificateChainFile, AWS, panels" / "仅中间证书，用于 Apache 的 SSLCertificateChainFile、AWS 和各类面板";
    CERTIFICATE = "The server certificate alone" / "仅服务器证书";
    DER = "The server certificate in binary" / "二进制格式的服务器证书";
    P7B = "All certificates, no key: Windows and Tomcat import it" / "全部证书（不含私钥），可导入 Windows 和 Tomcat";
    PKCS8 = "The key as every current program reads it" / "通用的私钥格式";
    PKCS1 = "The RSA key as several cloud consoles want it" / "部分云控制台要求的 RSA 私钥格式";
    SEC1 = "The EC key in its old form" / "EC 私钥的旧格式";
    PFX = "Certificates and key in one file, AES-256: IIS on Server 2019 and newer, Java, macOS" / "证书和私钥合一，AES-256 加密，用于 IIS（Server 2019 及以上）、Java、macOS";
    PFX_LEGACY = "The same for Windows Server 2016 and older: 3DES and SHA-1" / "同上，用于 Windows Server 2016 及更早版本（3DES、SHA-1）";
    JKS = "Key store of Tomcat and older Java" / "Tomcat 和旧版 Java 的密钥库";
    KUBERNETES_SECRET = "A Secret of the type kubernetes.io/tls: kubectl apply -f" / "kubernetes.io/tls 类型的 Secret，可直接 kubectl apply -f";
    AWS = "The three fields of AWS Certificate Manager’s import" / "AWS Certificate Manager 导入所需的三个字段";
    TENCENT = "The two fields of Tencent Cloud’s upload" / "腾讯云上传证书所需的两个字段";
    ALIBABA = "The two fields of Alibaba Cloud’s upload" / "阿里云上传证书所需的两个字段";
    HUAWEI = "The fields of Huawei Cloud’s upload" / "华为云上传证书所需的字段";
    SPKI_PIN = "SHA-256 of the public key, as apps pin it" / "公钥的 SHA-256 指纹，用于 App 证书锁定";
    TLSA = "DANE records for the DNS" / "DNS 的 DANE 记录";
    JSON = "The report, without any key material" / "检查报告，不含任何私钥内容";
    TEXT = "Every field, as openssl x509 -text shows it" / "全部字段，与 openssl x509 -text 类似";
    CREATE = "No certificate yet? Make a key and a request (CSR)" / "还没有证书？在这里生成私钥和 CSR";
    CREATE_HINT = "The key is made by your browser’s random source and stays on this machine. Send the CSR to the CA, keep the key." / "私钥由浏览器的随机源在本机生成。把 CSR 交给证书机构，私钥自己保存好。";
    CREATE_NAMES = "Names and IP addresses" / "域名和 IP 地址";
    CREATE_KEY = "Kind of key" / "密钥类型";
    CREATE_PASSWORD = "Password for the key (may stay empty)" / "私钥密码（可留空）";
    CREATE_DO = "Make key and CSR" / "生成私钥和 CSR";
}

use crate::report::FileFormat;

/// What a format is for.
pub const fn note(format: FileFormat) -> crate::text::Pair {
    match format {
        FileFormat::Pem => PEM,
        FileFormat::Chain => CHAIN,
        FileFormat::Certificate => CERTIFICATE,
        FileFormat::Der => DER,
        FileFormat::P7b => P7B,
        FileFormat::Pkcs8 => PKCS8,
        FileFormat::Pkcs1 => PKCS1,
        FileFormat::Sec1 => SEC1,
        FileFormat::Pfx => PFX,
        FileFormat::PfxLegacy => PFX_LEGACY,
        FileFormat::Jks => JKS,
        FileFormat::KubernetesSecret => KUBERNETES_SECRET,
        FileFormat::Aws => AWS,
        FileFormat::Tencent => TENCENT,
        FileFormat::Alibaba => ALIBABA,
        FileFormat::Huawei => HUAWEI,
        FileFormat::SpkiPin => SPKI_PIN,
        FileFormat::Tlsa => TLSA,
        FileFormat::Json => JSON,
        FileFormat::Text => TEXT,
        FileFormat::Zip => ALL,
    }
}
