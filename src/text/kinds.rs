//! The terms of the first screen, apart from all others: what a file or a block of it is.

use super::Pair;
use crate::report::{InputKind, Role};

/// What people call a certificate by its part in a chain.
pub const fn role(part: Role) -> Pair {
    match part {
        Role::Leaf => const { Pair::new("server certificate", "服务器证书") },
        Role::Intermediate => const { Pair::new("intermediate certificate", "中间证书") },
        Role::Root => const { Pair::new("root certificate", "根证书") },
    }
}

/// What people call what was put in.
pub const fn input(kind: InputKind) -> Pair {
    match kind {
        InputKind::Certificate => const { Pair::new("certificate", "证书") },
        InputKind::PrivateKey => const { Pair::new("private key", "私钥") },
        InputKind::PublicKey => const { Pair::new("public key", "公钥") },
        InputKind::Csr => const { Pair::new("certificate signing request (CSR)", "证书签名请求（CSR）") },
        InputKind::Crl => const { Pair::new("revocation list (CRL)", "证书吊销列表（CRL）") },
        InputKind::Ocsp => const { Pair::new("OCSP response", "OCSP 响应") },
        InputKind::Pkcs7 => const { Pair::new("PKCS#7 bundle (.p7b)", "PKCS#7 证书包（.p7b）") },
        InputKind::Pkcs12 => const { Pair::new("PKCS#12 file (.pfx)", "PKCS#12 文件（.pfx）") },
        InputKind::Jks => const { Pair::new("Java key store", "Java 密钥库（JKS）") },
        InputKind::Archive => const { Pair::new("archive", "压缩包") },
        InputKind::ErrorText => const { Pair::new("error message", "报错信息") },
        InputKind::Article => const { Pair::new("article", "文章") },
        InputKind::Parameters => const { Pair::new("key parameters", "密钥参数") },
        InputKind::Password => const { Pair::new("password file", "密码文件") },
        InputKind::Unknown => const { Pair::new("something else", "无法识别的内容") },
    }
}
