/// Second-level suffixes under which anyone registers, as the ICANN section of publicsuffix.org lists them
/// (looked up 2026-11). Not the whole list: the registries that our users meet most. A wildcard right below one of
/// these would be a licence for strangers' names; BR §3.2.2.6 forbids it.
const PUBLIC_SUFFIXES: &[&str] = &[
    "ac.cn",
    "com.cn",
    "edu.cn",
    "gov.cn",
    "mil.cn",
    "net.cn",
    "org.cn", // CNNIC
    "xn--55qx5d.cn",
    "xn--io0a7i.cn",
    "xn--od0alg.cn", // CNNIC: 公司.cn, 网络.cn, 網絡.cn
    "com.hk",
    "edu.hk",
    "gov.hk",
    "idv.hk",
    "net.hk",
    "org.hk", // HKIRC
    "com.tw",
    "edu.tw",
    "gov.tw",
    "idv.tw",
    "net.tw",
    "org.tw", // TWNIC
    "com.mo",
    "edu.mo",
    "gov.mo",
    "net.mo",
    "org.mo", // MONIC
    "ac.jp",
    "co.jp",
    "go.jp",
    "ne.jp",
    "or.jp", // JPRS
    "ac.kr",
    "co.kr",
    "go.kr",
    "ne.kr",
    "or.kr", // KISA
    "com.sg",
    "edu.sg",
    "gov.sg",
    "net.sg",
    "org.sg", // SGNIC
    "com.my",
    "edu.my",
    "gov.my",
    "net.my",
    "org.my", // MYNIC
    "ac.id",
    "co.id",
    "go.id",
    "or.id",
    "web.id", // PANDI
    "ac.th",
    "co.th",
    "go.th",
    "in.th",
    "or.th", // THNIC
    "com.vn",
    "edu.vn",
    "gov.vn",
    "net.vn",
    "org.vn", // VNNIC
    "com.ph",
    "gov.ph",
    "net.ph",
    "org.ph", // dotPH
    "ac.in",
    "co.in",
    "gov.in",
    "net.in",
    "org.in", // NIXI
    "ac.uk",
    "co.uk",
    "gov.uk",
    "ltd.uk",
    "me.uk",
    "net.uk",
    "org.uk",
    "plc.uk",
    "sch.uk", // Nominet
    "com.au",
    "edu.au",
    "gov.au",
    "id.au",
    "net.au",
    "org.au", // auDA
    "ac.nz",
    "co.nz",
    "govt.nz",
    "net.nz",
    "org.nz", // InternetNZ
    "ac.za",
    "co.za",
    "gov.za",
    "org.za", // ZADNA
    "com.br",
    "gov.br",
    "net.br",
    "org.br", // NIC.br
    "com.ar",
    "com.mx",
    "gob.mx",
    "org.mx",
    "com.co",
    "com.pe", // Latin America
    "com.tr",
    "gov.tr",
    "org.tr",
    "com.ua",
    "com.pl",
    "ac.il",
    "co.il",
    "gov.il",
    "org.il",
];

/// Whether anyone can register a name right below this one. `name` in lower case.
pub fn is_public_suffix(name: &str) -> bool {
    PUBLIC_SUFFIXES.contains(&name)
}
