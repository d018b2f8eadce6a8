//! What the fields of a certificate mean, by their own names in the standards.

use super::Pair;

macro_rules! meanings {
    ($($name:literal = $en:literal / $zh:literal;)*) => {
        /// The meaning of a field, attribute, key usage or purpose; none for those that nobody asks about.
        pub fn meaning(name: &str) -> Option<Pair> {
            MEANINGS.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning)
        }

        static MEANINGS: &[(&str, Pair)] = &[$(($name, const { Pair::new($en, $zh) })),*];
    };
}

meanings! {
    // RFC 5280 §4.1
    "version" = "format; 3 is today's" / "格式版本，现在都是 v3";
    "serialNumber" = "number given by the CA, unique there" / "证书机构分配的唯一编号";
    "signature" = "how it was signed" / "签名算法";
    "signatureAlgorithm" = "how it was signed" / "签名算法";
    "signatureValue" = "made with the issuer's key" / "用签发者私钥生成的签名";
    "issuer" = "who signed it" / "签发者";
    "validity" = "from when to when it is good" / "有效期";
    "notBefore" = "first moment" / "开始时间";
    "notAfter" = "last moment" / "结束时间";
    "subject" = "whom it is for" / "使用者";
    "subjectPublicKeyInfo" = "the key that it speaks for" / "公钥信息";
    "algorithm" = "kind" / "算法";
    "subjectPublicKey" = "the public key" / "公钥";
    "modulus" = "RSA modulus" / "RSA 模数";
    "publicExponent" = "RSA exponent" / "RSA 公钥指数";
    "namedCurve" = "elliptic curve" / "椭圆曲线";
    "keySize" = "bits" / "位数";
    "hashAlgorithm" = "hash" / "哈希算法";
    "saltLength" = "length of the salt, in bytes" / "盐的长度（字节）";
    "SHA-256" = "fingerprint" / "指纹";
    "SHA-1" = "old fingerprint, only for looking up" / "旧式指纹，仅供查找";
    "issuerUniqueID" = "obsolete" / "已废弃";
    "subjectUniqueID" = "obsolete" / "已废弃";
    "extensions" = "what clients judge it by" / "扩展，客户端据此判断";
    // RFC 5280 §4.2 and others
    "authorityKeyIdentifier" = "which key of the issuer signed it" / "签发者密钥标识";
    "subjectKeyIdentifier" = "short name of its key" / "使用者密钥标识";
    "keyIdentifier" = "short name of a key" / "密钥标识";
    "authorityCertIssuer" = "the issuer's issuer" / "签发者证书的签发者";
    "authorityCertSerialNumber" = "the issuer's serial number" / "签发者证书的序列号";
    "keyUsage" = "what the key may do" / "密钥用途";
    "extKeyUsage" = "what it may be used for" / "扩展密钥用途";
    "certificatePolicies" = "rules it was issued under" / "证书策略";
    "policyQualifier" = "where the rules can be read" / "策略说明";
    "policyMappings" = "policies that count as equal" / "策略映射";
    "policyConstraints" = "demands on policies below" / "策略约束";
    "inhibitAnyPolicy" = "how far 'any policy' counts" / "禁止任意策略";
    "subjectAltName" = "names that it covers" / "备用名称（SAN），证书覆盖的域名";
    "issuerAltName" = "other names of the issuer" / "签发者的其他名称";
    "subjectDirectoryAttributes" = "facts about the subject" / "使用者目录属性";
    "basicConstraints" = "whether it may sign others" / "基本约束，能否签发证书";
    "cA" = "may sign certificates" / "可以签发证书";
    "pathLenConstraint" = "intermediates that may follow" / "其下允许的中间证书层数";
    "nameConstraints" = "names that it may issue for" / "名称约束，可签发的名称范围";
    "cRLDistributionPoints" = "where revocation lists are" / "吊销列表地址";
    "freshestCRL" = "where newer lists are" / "增量吊销列表地址";
    "authorityInfoAccess" = "the issuer's certificate and OCSP responder" / "签发者证书与 OCSP 地址";
    "subjectInfoAccess" = "services of the subject" / "使用者信息访问";
    "caIssuers" = "the issuer's certificate" / "签发者证书下载地址";
    "ocsp" = "asks whether it is revoked" / "在线查询吊销状态";
    "tlsfeature" = "stapling is a must (must-staple)" / "必须装订（must-staple）";
    "signedCertificateTimestampList" = "proof that it is in public logs" / "证书透明度时间戳（SCT）";
    "signedCertificateTimestamp" = "one entry of a log" / "一条日志记录";
    "ctPoison" = "a precertificate; no client accepts it" / "预证书，客户端不会接受";
    "logID" = "which log" / "日志标识";
    "netscapeCertType" = "obsolete, from Netscape" / "Netscape 旧扩展，已废弃";
    "netscapeComment" = "a note, from Netscape" / "Netscape 旧备注";
    // X.520 attributes
    "CN" = "common name; clients no longer read it" / "通用名称，客户端已不再读取";
    "C" = "country" / "国家";
    "O" = "organisation" / "组织";
    "OU" = "part of the organisation" / "部门";
    "L" = "town" / "城市";
    "ST" = "state or province" / "省份";
    "STREET" = "street" / "街道";
    "postalCode" = "postal code" / "邮政编码";
    "emailAddress" = "email" / "电子邮箱";
    "DC" = "part of a domain" / "域名组成部分";
    "GN" = "given name" / "名";
    "SN" = "surname" / "姓";
    "businessCategory" = "kind of organisation (EV)" / "组织类型（EV）";
    "jurisdictionC" = "country of registration (EV)" / "注册国家（EV）";
    "jurisdictionST" = "province of registration (EV)" / "注册省份（EV）";
    "jurisdictionL" = "town of registration (EV)" / "注册城市（EV）";
    "organizationIdentifier" = "number in a register" / "组织登记号";
    "UID" = "user identifier" / "用户标识";
    "postOfficeBox" = "post office box" / "邮政信箱";
    "title" = "title" / "职务";
    "description" = "description" / "描述";
    // Policies, BR §7.1.6.1
    "domain-validated" = "DV: control of the domain was checked" / "DV：只验证域名";
    "organization-validated" = "OV: an organisation was checked" / "OV：验证了组织";
    "individual-validated" = "IV: a person was checked" / "IV：验证了个人";
    "ev-guidelines" = "EV: an organisation was checked closely" / "EV：严格验证了组织";
    "anyPolicy" = "any policy" / "任意策略";
    "cps" = "the CA's practice statement" / "证书机构的业务声明（CPS）";
    "unotice" = "a notice to read" / "用户须知";
    "requireExplicitPolicy" = "policies must be named from here down" / "其下必须写明策略";
    "inhibitPolicyMapping" = "no mapping from here down" / "其下禁止策略映射";
    // General names, RFC 5280 §4.2.1.6
    "dNSName" = "host" / "域名";
    "iPAddress" = "IP address" / "IP 地址";
    "rfc822Name" = "email" / "电子邮箱";
    "uniformResourceIdentifier" = "address" / "URI 地址";
    "directoryName" = "distinguished name" / "目录名称";
    "registeredID" = "object identifier" / "注册标识";
    "otherName" = "a name of another kind" / "其他类型的名称";
    // Key usage, RFC 5280 §4.2.1.3
    "digitalSignature" = "signs handshakes" / "数字签名（握手）";
    "nonRepudiation" = "signs documents" / "不可否认";
    "keyEncipherment" = "RSA key exchange" / "密钥加密（RSA 密钥交换）";
    "dataEncipherment" = "encrypts data" / "数据加密";
    "keyAgreement" = "agrees on keys" / "密钥协商";
    "keyCertSign" = "signs certificates" / "签发证书";
    "cRLSign" = "signs revocation lists" / "签发吊销列表";
    "encipherOnly" = "only encrypts" / "仅加密";
    "decipherOnly" = "only decrypts" / "仅解密";
    // Purposes, RFC 5280 §4.2.1.12
    "serverAuth" = "TLS server" / "服务器身份验证";
    "clientAuth" = "TLS client" / "客户端身份验证";
    "codeSigning" = "signs programs" / "代码签名";
    "emailProtection" = "email" / "邮件保护";
    "timeStamping" = "time stamps" / "时间戳";
    "OCSPSigning" = "signs OCSP answers" / "OCSP 签名";
    "anyExtendedKeyUsage" = "everything" / "任意用途";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_here_once() {
        for (name, meaning) in MEANINGS {
            assert_eq!(super::meaning(name), Some(*meaning), "{name}");
        }
        assert_eq!(meaning("nothing"), None);
    }
}
