use super::Verdict;
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

/// Whether a platform will take it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlatformReadiness {
    /// Which.
    pub id: Platform,
    /// The worst of what follows, as one word; what has to be looked at by hand (PLT007) does not count.
    pub verdict: Verdict,
    /// The findings that bear on it, as indexes into the report's list.
    pub findings: Vec<usize>,
}
