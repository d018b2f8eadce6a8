//! What the fields of a certificate mean, by their own names in the standards.

use super::Pair;

macro_rules! meanings {
    ($($name:literal = $en:literal / $zh:literal;)*) => {
        /// The meaning of a field, attribute, key usage or purpose; none for those that nobody asks about.
        pub fn meaning(name: &str) -> Option<Pair> {
            Some(match name {
                $($name => const { Pair::new($en, $zh) },)*
                _ => return None,
            })
        }
    };
}

meanings! {
    // RFC 5280 §4.1
    "tbsCertificate" = "what is signed" / "被签名的内容";
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
    "parameters" = "parameters of the algorithm" / "算法参数";
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
    "extendedKeyUsage" = "what it may be used for" / "扩展密钥用途";
    "certificatePolicies" = "rules it was issued under" / "证书策略";
    "policyIdentifier" = "policy" / "策略标识";
    "policyQualifiers" = "where the rules can be read" / "策略说明";
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
    "permittedSubtrees" = "allowed" / "允许的范围";
    "excludedSubtrees" = "forbidden" / "禁止的范围";
    "cRLDistributionPoints" = "where revocation lists are" / "吊销列表地址";
    "freshestCRL" = "where newer lists are" / "增量吊销列表地址";
    "authorityInfoAccess" = "the issuer's certificate and OCSP responder" / "签发者证书与 OCSP 地址";
    "subjectInfoAccess" = "services of the subject" / "使用者信息访问";
    "accessMethod" = "what is there" / "访问方式";
    "accessLocation" = "where it is" / "地址";
    "caIssuers" = "the issuer's certificate" / "签发者证书下载地址";
    "ocsp" = "asks whether it is revoked" / "在线查询吊销状态";
    "tlsFeature" = "stapling is a must (must-staple)" / "必须装订（must-staple）";
    "signedCertificateTimestampList" = "proof that it is in public logs" / "证书透明度时间戳（SCT）";
    "signedCertificateTimestamps" = "proof that it is in public logs" / "证书透明度时间戳（SCT）";
    "ctPoison" = "a precertificate; no client accepts it" / "预证书，客户端不会接受";
    "logId" = "which log" / "日志标识";
    "timestamp" = "when it was logged" / "记录时间";
    "nsCertType" = "obsolete, from Netscape" / "Netscape 旧扩展，已废弃";
    "nsComment" = "a note, from Netscape" / "Netscape 旧备注";
    // X.520 attributes
    "commonName" = "common name; clients no longer read it" / "通用名称，客户端已不再读取";
    "countryName" = "country" / "国家";
    "organizationName" = "organisation" / "组织";
    "organizationalUnitName" = "part of the organisation" / "部门";
    "localityName" = "town" / "城市";
    "stateOrProvinceName" = "state or province" / "省份";
    "streetAddress" = "street" / "街道";
    "postalCode" = "postal code" / "邮政编码";
    "emailAddress" = "email" / "电子邮箱";
    "domainComponent" = "part of a domain" / "域名组成部分";
    "givenName" = "given name" / "名";
    "surname" = "surname" / "姓";
    "businessCategory" = "kind of organisation (EV)" / "组织类型（EV）";
    "jurisdictionCountryName" = "country of registration (EV)" / "注册国家（EV）";
    "jurisdictionStateOrProvinceName" = "province of registration (EV)" / "注册省份（EV）";
    "jurisdictionLocalityName" = "town of registration (EV)" / "注册城市（EV）";
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
    "contentCommitment" = "signs documents" / "不可否认";
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
