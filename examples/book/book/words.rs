//! The words of the generated pages, English and Chinese in one row, as in `src/text`.
//!
//! They are not there because all words of `src/text` are shipped beside the page, which never shows these.

use super::markdown::escaped;
use certloupe::text::{Lang, Pair};

/// `NAME = "English" / "中文";`: rows of words, checked while compiling; `ALL` lets a test walk them.
macro_rules! pairs {
    ($($name:ident = $en:literal / $zh:literal;)*) => {
        $(pub const $name: Pair = Pair::new($en, $zh);)*

        /// Every row, by its name.
        #[allow(dead_code, reason = "for the test, not for the program that writes")]
        pub const ALL: &[(&str, Pair)] = &[$((stringify!($name), $name)),*];
    };
}

pairs! {
    // Findings.
    FINDINGS = "Findings" / "检查结果";
    FINDINGS_LEAD = "Everything that certloupe can say about certificates, keys, names, platforms and configurations, by code. A code never changes its meaning and never disappears, so that scripts can rely on it." / "certloupe 对证书、私钥、域名、平台和服务器配置能给出的全部结论，按代码排列。代码的含义不会改变，也不会被取消，脚本可以放心使用。";
    SEVERITIES = "An **error** is refused by a real client or server. A **warning** is refused by some, or soon. A **note** is worth knowing. Some codes are one or the other, depending on the case." / "**错误**：真实的客户端或服务器会拒绝。**警告**：部分客户端会拒绝，或者很快会拒绝。**提示**：值得了解。有些代码视情况而定。";
    CODE = "Code" / "代码";
    FINDING = "Finding" / "检查结果";
    SEVERITY = "Severity" / "级别";
    SCOPE = "Looks at" / "检查对象";
    IN_FORCE = "In force" / "适用时间";
    RESTS_ON = "Rests on" / "依据";
    ALSO_RESTS_ON = "In this case also rests on" / "此处还依据";
    SAYS = "What it says" / "结论";
    SAYS_LEAD = "As said of real cases; the names, dates and numbers are theirs." / "以下文字来自真实案例，其中的名称、日期和数字是案例里的。";
    FIX = "What to do" / "怎么办";
    EXAMPLE = "Example" / "示例";
    EXAMPLE_OF = "{file}, case “{name}”, judged as of {date}. certloupe says:" / "{file} 中的案例“{name}”，按 {date}的时间检查。certloupe 的结论：";
    GIVEN_WITH = "Asked for with it" / "同时给出";
    PLACE = "It points at" / "指向";
    INPUT = "What was put in:" / "输入内容：";
    KEY_IS_PUBLIC = "The private key was made for this test and everybody can read it here: never use it." / "这个私钥是为测试生成的，任何人都能看到，切勿使用。";
    NOT_SHOWN = "What was put in is too long for a page or no plain text; it stands in {file}, case “{name}”." / "输入内容太长或不是纯文本，没有列在这里，见 {file} 中的案例“{name}”。";
    ASKED = "This was asked for, with an example of the page, and certloupe says:" / "用网页自带的示例执行下面的命令，certloupe 的结论：";
    LEAF = "the server certificate" / "服务器证书";
    WHOLE = "everything that was put in, once" / "全部输入内容（整体检查一次）";
    ROLES = "each certificate of these kinds: {roles}" / "以下各类证书逐张检查：{roles}";
    HOST = "each host that has to be covered" / "每个需要覆盖的域名";
    KEY = "each private key" / "每个私钥";
    AFTER = "what the other checks found" / "其他检查的结果";
    CONFIGURATION = "a configuration or a file that is asked for" / "要生成的配置或文件";
    ALWAYS = "always" / "始终";
    SINCE = "for certificates issued on or after {since}" / "{since}及以后签发的证书";
    BETWEEN = "for certificates issued on or after {since} and before {until}" / "{since}及以后、{until}之前签发的证书";
    // Families.
    INP = "What was put in" / "输入内容";
    CRT = "One certificate" / "单张证书";
    CHN = "The chain" / "证书链";
    TRU = "Trust and revocation" / "信任与吊销";
    NAM = "Names" / "域名";
    VAL = "Dates" / "有效期";
    KEYS = "Keys" / "密钥";
    PLT = "Platforms and mini-programs" / "平台与小程序";
    DEP = "Deployment" / "部署";
    // Servers.
    SERVERS = "Servers" / "服务器";
    SERVERS_LEAD = "Every server, service and cloud that certloupe writes a configuration for. “Judged by” says who tells, in the tests, that what is written is right." / "certloupe 能生成配置的全部服务器、服务和云产品。“由谁检验”一栏说明在测试中由什么来确认生成的内容正确。";
    SERVER = "Server" / "服务器";
    IDENTIFIER = "Identifier" / "标识";
    VERSIONS = "Versions" / "版本";
    JUDGE = "Judged by" / "由谁检验";
    JUDGE_SERVER = "the server itself: the tests start it with what is written, and ask it" / "服务器本身：测试用生成的内容启动它并逐项访问";
    JUDGE_LIKE = "{server}: this one is a variant of it" / "{server}：它是后者的变体";
    VERSION_RANGE = "{oldest} to {latest}" / "{oldest} 至 {latest}";
    SERVICE = "a service: there is one version, the one of today" / "云服务，只有当前版本";
    LIBRARY = "TLS library" / "TLS 库";
    LIBRARY_OWN = "its own" / "自带";
    REACHED = "Clients come by" / "连接方式";
    REACH_HTTPS = "HTTPS, port 443" / "HTTPS，端口 443";
    REACH_TLS = "TLS from the first byte, port {port}" / "直接 TLS，端口 {port}";
    REACH_STARTTLS = "STARTTLS ({protocol}), port {port}" / "STARTTLS（{protocol}），端口 {port}";
    REACH_STORE = "other services of the same owner, which take the certificate from here" / "同一厂商的其他服务（从这里取用证书）";
    DOCUMENTATION = "Documentation" / "官方文档";
    ALSO_CALLED = "Also found as" / "别名";
    NEEDS_UPSTREAM = "Passes requests on" / "转发请求";
    UPSTREAM_ASSUMED = "always; to {upstream} where nobody says otherwise" / "必须转发；不指定时为 {upstream}";
    CAN = "What it can do" / "支持的功能";
    PART = "Part" / "功能";
    FROM_VERSION = "Since version" / "起始版本";
    EVERY_VERSION = "every version known here" / "所有已知版本";
    CANNOT_BE_OFF = "{version}; it cannot be switched off" / "{version}，无法关闭";
    USUAL = "Unless told otherwise" / "默认";
    ON = "on" / "开启";
    OFF = "off" / "关闭";
    NO_PARTS = "Nothing of it can be chosen." / "没有可选的功能。";
    TLS_VERSIONS = "TLS versions" / "TLS 版本";
    TLS_ELSEWHERE = "It speaks no TLS itself: the services that take the certificate from here decide." / "它本身不提供 TLS，由取用证书的服务决定。";
    TLS_DROPPED = "given up with {version}" / "{version} 起不再支持";
    TLS_BEGINS = "the oldest one only since {version}" / "{version} 起才能设为最低版本";
    NOTE = "Note" / "说明";
    CAN_BE_TOLD = "It can also be told: {fields}." / "还可以指定：{fields}。";
    FIELD_UPSTREAM = "where requests go on" / "转发地址";
    FIELD_PATHS = "where certificate and key stand already" / "已有的证书和私钥路径";
    FIELD_CLIENT_CA = "the authorities of client certificates (mutual TLS)" / "客户端证书的 CA 文件（双向 TLS）";
    FIELD_LIBRARY = "the version of its TLS library" / "TLS 库版本";
    PROFILES = "Profiles" / "方案";
    PROFILE = "Profile" / "方案";
    GROUPS = "Key exchange" / "密钥交换";
    GROUPS_OWN = "the library’s own choice" / "由 TLS 库决定";
    SUITES = "Cipher suites below TLS 1.3" / "TLS 1.2 及以下的加密套件";
    SUITES_OWN = "the owner’s choice" / "由服务方决定";
    POLICY = "those of the policy {name}" / "由策略 {name} 决定";
    REFUSED = "refused: {why}" / "拒绝：{why}";
    PROFILES_LEAD = "In the newest version, for a certificate with this kind of key: {key}." / "以最新版本和这种密钥的证书为例：{key}。";
    SYSTEMS = "Versions by system" / "各系统自带的版本";
    SYSTEM = "System" / "系统";
    VERSION = "Version" / "版本";
    NOTES = "Worth knowing" / "注意事项";
    CONFIGURATION_EXAMPLE = "Example configuration" / "配置示例";
    CONFIGURATION_FOR = "Made for the example {file} with the profile {profile}, as of {date}. Use your own certificate: names, chain and key decide what is written." / "用示例 {file} 和“{profile}”方案生成，时间为 {date}。请用自己的证书生成：域名、证书链和密钥决定写入的内容。";
    ONLY_COMMANDS = "There is no file: the commands do everything." / "没有配置文件，全部由命令完成。";
    EXPECT = "Expect: {what}" / "应看到：{what}";
    WITH_UPSTREAM = "Requests go on to {upstream}." / "请求转发到 {upstream}。";
    // Platforms.
    PLATFORMS = "Platforms" / "平台";
    PLATFORMS_LEAD = "What each platform asks of the addresses that a program calls and of the certificate behind them. Every rule names its source and the day on which that said so." / "各平台对程序请求的地址及其证书的要求。每条规则都注明出处和查阅日期。";
    PLATFORM = "Platform" / "平台";
    RULES = "Rules" / "规则";
    RULE = "Rule" / "规则";
    RULES_HAVE = "Every rule, with its source" / "全部规则与出处";
    EVERYWHERE = "Rules of no single platform" / "不限于某个平台的规则";
    EVERYWHERE_LEAD = "They hold of certificates, libraries or servers, wherever a program runs." / "它们针对证书、TLS 库或服务器，与程序在哪里运行无关。";
    UNSOURCED = "Platforms without a source" / "没有找到出处的平台";
    UNSOURCED_LEAD = "For these nothing official was found, so nothing is claimed: {names}. Their phones are those of everybody else." / "这些平台没有找到官方说明，因此不作任何判断：{names}。它们同样运行在普通手机上。";
    SOURCE = "Source" / "出处";
    NO_SOURCE = "none" / "无";
    KIND_OF_SOURCE = "Kind of source" / "出处类型";
    OFFICIAL = "official documentation" / "官方文档";
    SOURCE_CODE = "source code or recorded handshakes" / "源代码或握手记录";
    THIRD_PARTY = "reports of others" / "第三方资料";
    SEEN = "Seen on" / "查阅日期";
    CARRIED_BY = "Reported as" / "对应的检查结果";
    ITS_WORDS = "In its own words:" / "原文：";
    ASKS = "What it asks" / "要求";
    ASKS_LEAD = "What is not in this list is not asked for, or no source was found for it." / "没有列出的内容表示没有要求，或者没有找到出处。";
    WEB_VIEW = "Pages in web-views" / "web-view 网页";
    SCHEMES = "Schemes: {list}." / "协议：{list}。";
    CLEARTEXT = "Nothing goes out without TLS, unless the program makes an exception." / "不允许明文连接，除非程序自己声明例外。";
    HOSTS_NAMES = "Hosts are names: no IP address and no localhost." / "必须使用域名，不能用 IP 地址或 localhost。";
    HOSTS_LOCAL = "Hosts are names: no IP address and no localhost, but addresses of the local network." / "必须使用域名，不能用 IP 地址或 localhost；局域网地址除外。";
    PLAIN_NAMES = "Names consist of letters, digits and hyphens." / "域名只能包含字母、数字和连字符。";
    PORTS_EXACT = "The port is that of the list’s entry; where the entry has none, neither has the address, not even 443." / "端口必须与列表完全一致；列表里没有端口时，地址里也不能写端口，443 也不行。";
    PORTS_NOT_IN_ENTRIES = "An entry of the list has no port; an address may have any." / "列表里不写端口，地址可以使用任意端口。";
    PORTS_NOWHERE = "No port, neither in the list nor in the address." / "列表和地址都不能写端口。";
    SOCKETS = "Sockets may use every port of a listed host." / "WebSocket 可以使用已配置域名的任意端口。";
    DOMAIN_EXACT = "An entry covers its own name only." / "列表里的一条只对应这一个域名。";
    DOMAIN_BELOW = "An entry covers its own name and every name below it." / "列表里的一条对应该域名及其所有子域名。";
    DOMAIN_REGISTRABLE = "An entry covers every name of its registrable domain." / "列表里的一条对应整个主域名下的所有域名。";
    FORBIDDEN = "Forbidden host: {host}." / "禁止使用的域名：{host}。";
    MOST = "Names in its list: {most} at most." / "列表中的域名：最多 {most} 个。";
    MOST_MORE = "Another limit counts {most} names: see the rule." / "另有一个上限：{most} 个域名，见该规则。";
    LISTS = "Its lists: {list}." / "列表：{list}。";
    CHAIN_COMPLETE = "The chain is complete." / "证书链完整。";
    TRUSTED_ROOT = "The chain ends in a root of the system." / "证书链止于系统信任的根证书。";
    NAMED_HOST = "The host is among the certificate’s names." / "证书包含所请求的域名。";
    IN_DATE = "The certificate is valid now." / "证书在有效期内。";
    GIVEN_UP = "Its CA is none that systems have given up." / "证书机构没有被系统取消信任。";
    TLS = "TLS versions: see the rule." / "TLS 版本：见该规则。";
    TRANSPORT_SECURITY = "On iOS it goes by App Transport Security." / "iOS 上遵循 App Transport Security（ATS）。";
    NO_RULES = "No rule of its own was found. What the phones’ systems ask counts." / "没有找到它自己的规则，以手机系统的要求为准。";
    SAID_OF = "What certloupe says where it is broken or has to be looked at, of the case “{name}”:" / "不满足或需要确认时 certloupe 的结论（案例“{name}”）：";
    WITHOUT_RULE = "Also reported for this platform, from what its phones ask: {codes}." / "根据手机系统的要求，这个平台还会报告：{codes}。";
    // Error messages and claims.
    ERRORS = "Error messages" / "报错信息";
    ERRORS_LEAD = "Messages of mini-programs, phones and servers, with what they come from, the likeliest first. Paste yours into the page beside the certificate: what can be checked is checked. In a terminal: {command}." / "小程序、手机和服务器的报错信息及其原因，最可能的排在前面。把报错信息和证书一起粘贴到网页里，能检查的会直接检查。在终端里查看：{command}。";
    CAUSES = "What errors come from" / "出错的原因";
    MESSAGES = "Messages" / "报错";
    SEEN_AT = "Seen at" / "出处";
    KNOWN_FROM_USE = "No page was found that says so: it is known from use." / "没有找到出处，来自使用经验。";
    CLAIMS = "Common claims" / "常见说法";
    CLAIMS_LEAD = "What articles tell about certificates and mini-programs, each with what settles it. In a terminal: {command}." / "文章里关于证书和小程序的常见说法，以及判断的依据。在终端里查看：{command}。";
    CLAIM = "Claim" / "说法";
    STANDING = "How it is" / "判断";
    UNSOURCED_PART = "Something of this answer has no source; the answer says which." / "这条回答有一部分没有找到出处，文中已说明。";
    // The report.
    REPORT = "The JSON report" / "JSON 报告";
    REPORT_LEAD = "What {command}, the JavaScript package and “JSON” under “Files” give: one object. Times are RFC 3339 in UTC, hashes lower-case hex, and indexes count from 0. Keys may be added, never renamed." / "{command}、JavaScript 包和“文件”页的 JSON 给出的都是同一个对象。时间为 UTC 的 RFC 3339 格式，哈希为小写十六进制，索引从 0 开始。以后可能增加字段，但不会改名。";
    FIELD = "Key" / "字段";
    TYPE = "Type" / "类型";
    MEANING = "Meaning" / "含义";
    VALUES = "Values" / "取值";
    EXTENDS = "It has every key of {name}, and:" / "包含 {name} 的全部字段，以及：";
    WHOLE_EXAMPLE = "A complete report" / "完整示例";
    WHOLE_EXAMPLE_OF = "The report on {file}, with {root} as a root of one’s own, judged as of {date}." / "{file} 的报告，以 {root} 作为自己的根证书，按 {date}的时间检查。";
    UNFOLD = "Show it" / "展开";
    EITHER = "It is one of these:" / "为下列之一：";
}

/// A row as Markdown, with Markdown in its holes.
///
/// # Panics
/// When a hole has nothing to fill it.
pub fn said(pair: Pair, holes: &[(&str, String)], lang: Lang) -> String {
    let parts = pair.lang(lang).split(['{', '}']).enumerate();
    let filled = |hole: &str| holes.iter().find(|(name, _)| *name == hole).map(|(_, value)| value.clone());
    let part = |(at, part): (usize, &str)| match at % 2 {
        0 => escaped(part),
        _ => filled(part).unwrap_or_else(|| panic!("nothing fills {{{part}}}")),
    };
    parts.map(part).collect()
}

/// What stands between the members of a list.
pub const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    }
}

/// A label and what it labels.
pub fn labelled(label: Pair, value: &str, lang: Lang) -> String {
    titled(label.lang(lang), value, lang)
}

/// A heading in the line of what it heads.
pub fn titled(title: &str, text: &str, lang: Lang) -> String {
    let colon = match lang {
        Lang::En => ": ",
        Lang::Zh => "：",
    };
    format!("**{title}**{colon}{text}")
}

/// What stands between two sentences.
pub const fn gap(lang: Lang) -> &'static str {
    match lang {
        Lang::En => " ",
        Lang::Zh => "",
    }
}

/// What stands behind a word that explains it.
pub fn bracketed(inside: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(" ({inside})"),
        Lang::Zh => format!("（{inside}）"),
    }
}

/// A word of the middle of a sentence, at its beginning.
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// Who judges a configuration, in the words of the table of targets, and in Chinese.
pub const JUDGES: &[(&str, &str)] = &[
    ("tree-sitter's grammar of PowerShell, and an XML parser", "tree-sitter 的 PowerShell 语法和 XML 解析器"),
    ("a reader of its syntax", "该语法的读取程序"),
    ("an XML parser", "XML 解析器"),
    ("PyYAML, and a table of the property names of each version", "PyYAML 和各版本的属性名表"),
    (
        "a reader of the grammar of jboss-cli, and a table of operations and attributes",
        "jboss-cli 语法的读取程序和操作、属性表",
    ),
    ("a JSON reader, and a table of the setting names", "JSON 读取程序和设置名表"),
    ("a JSON parser (HOCON holds JSON)", "JSON 解析器（HOCON 兼容 JSON）"),
    ("kubernetes-validate, kubectl", "kubernetes-validate、kubectl"),
    ("the schemas of Gateway API 1.0", "Gateway API 1.0 的模式文件"),
    ("nginx, the schema of Compose", "nginx 和 Compose 的模式文件"),
    ("caddy, the schema of Compose", "caddy 和 Compose 的模式文件"),
    ("cfn-lint, botocore", "cfn-lint、botocore"),
    ("Tencent Cloud SDK", "腾讯云 SDK"),
    ("Alibaba Cloud SDK", "阿里云 SDK"),
    ("Huawei Cloud SDK", "华为云 SDK"),
    ("Cloudflare SDK", "Cloudflare SDK"),
];
