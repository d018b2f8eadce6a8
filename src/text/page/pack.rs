//! The folders of a pack.

super::pairs! {
    TITLE = "Which folder to use" / "使用哪个目录";
    AND = ", " / "、";
    FULL_CHAIN = "full chain" / "完整证书链";
    CERTIFICATE = "server certificate" / "服务器证书";
    CHAIN = "intermediates" / "中间证书";
    PRIVATE_KEY = "private key" / "私钥";
    CSR = "CSR" / "CSR";
    PKCS12 = "PFX" / "PFX";
    JKS = "JKS" / "JKS";
    PASSWORD = "its password" / "密码文件";
}
