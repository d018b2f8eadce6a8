use super::{Code, Verdict};
use serde::{Deserialize, Serialize};

macro_rules! platforms {
    ($($(#[$doc:meta])* $platform:ident = $id:literal),* $(,)?) => {
        /// Where a program runs that calls the server.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Platform { $($(#[$doc])* #[serde(rename = $id)] $platform),* }

        impl Platform {
            /// Every platform, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$platform),*];

            /// The contract's identifier.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$platform => $id),* }
            }
        }
    };
}

platforms! {
    /// WeChat mini-programs: server domains.
    WeChat = "wechat",
    /// WeChat mini-games.
    WeChatGame = "wechat-game",
    /// Pages in the web-view of WeChat mini-programs: business domains.
    WeChatWebView = "wechat-webview",
    /// Alipay mini-programs.
    Alipay = "alipay",
    /// Douyin mini-programs.
    Douyin = "douyin",
    /// Douyin mini-games.
    DouyinGame = "douyin-game",
    /// Baidu smart programs.
    Baidu = "baidu",
    /// QQ mini-programs.
    Qq = "qq",
    /// Kuaishou mini-programs.
    Kuaishou = "kuaishou",
    /// Huawei's atomic services.
    Huawei = "huawei",
    /// Tencent Cloud Super App as a Service.
    Tcsas = "tcsas",
    /// Pages in the browser of a phone.
    MobileWeb = "mobile-web",
    /// Apps on iOS.
    IosApp = "ios-app",
    /// Apps on Android.
    AndroidApp = "android-app",
}

impl Platform {
    /// The one with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|platform| platform.id() == id)
    }
}

macro_rules! uses {
    ($($(#[$doc:meta])* $used_for:ident = $id:literal),* $(,)?) => {
        /// What a program uses an address for: each use has a list of its own in a platform's console.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum Use { $($(#[$doc])* $used_for),* }

        impl Use {
            /// Every use.
            pub const ALL: &'static [Self] = &[$(Self::$used_for),*];

            /// The one with this identifier.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$used_for),)* _ => None }
            }
        }
    };
}

uses! {
    /// `request`.
    Request = "request",
    /// `uploadFile`.
    Upload = "upload",
    /// `downloadFile`, and what is shown from an address.
    Download = "download",
    /// `connectSocket`.
    Socket = "socket",
    /// A page in a web-view.
    WebView = "webview",
    /// `createUDPSocket`.
    Udp = "udp",
    /// `createTCPSocket`.
    Tcp = "tcp",
    /// Looked up in advance; nothing is called by it.
    Prefetch = "prefetch",
}

/// An address that a program calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CalledUrl {
    /// As it was written.
    pub url: String,
    /// What for.
    #[serde(rename = "use")]
    pub used_for: Use,
    /// The source that it was found in; empty where it was named by itself.
    pub source: String,
    /// The line of that source, counted from 1.
    pub line: Option<u32>,
    /// Why it does not count; none where it does.
    pub skipped: Option<Skipped>,
}

/// Why an address in code is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Skipped {
    /// It stands in a comment.
    Comment,
    /// Its host is put together when the program runs.
    Template,
    /// It names a language or a format (`http://www.w3.org/2000/svg`) and is never called.
    Namespace,
    /// It leads to documentation, a licence or a package, for people to read.
    Link,
    /// It stands in a package that the program is built from, or in the list of them.
    Dependency,
}

/// Whether a platform will take it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlatformReadiness {
    /// Which.
    pub id: Platform,
    /// The worst of what follows, as one word; what has to be looked at by hand (PLT007, and PLT008 without
    /// a configuration) does not count.
    pub verdict: Verdict,
    /// The findings that bear on it, as indexes into the report's list.
    pub findings: Vec<usize>,
    /// What to enter into the platform's console for the addresses that are called, one list a field; empty where no
    /// address is called, and where the platform has no lists.
    pub lists: Vec<ConsoleList>,
}

/// One list of domains in a platform's console.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleList {
    /// The field's name, as the console writes it.
    pub name: String,
    /// What the addresses in it are used for.
    pub uses: Vec<Use>,
    /// The entries, as the console takes them.
    pub entries: Vec<String>,
    /// Addresses that the platform does not take, however they are listed.
    pub left_out: Vec<LeftOut>,
}

/// An address that a platform does not take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// As it was written.
    pub url: String,
    /// The finding's code that says why.
    pub code: Code,
}
