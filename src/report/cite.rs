use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A document that rules rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Doc {
    /// An IETF RFC by its number.
    Rfc(u16),
    /// CA/Browser Forum Baseline Requirements for TLS server certificates, version 2.2.6 of 2026-03-31.
    BaselineRequirements,
    /// An Apple support article by its number.
    AppleSupport(u32),
    /// The Chrome Root Program Policy, version 1.8 of 2026-02-05.
    ChromeRootProgram,
    /// Mozilla's list of CA certificates, and how it changes.
    MozillaCaList,
    /// OneCRL: the CA certificates that Firefox calls revoked.
    OneCrl,
    /// Mozilla's server-side TLS guideline 6.0, kept by TLSRef since 2026.
    TlsRef,
    /// The nginx documentation, by page.
    Nginx,
    /// The Apache HTTP Server documentation, by page.
    Apache,
    /// The Caddy documentation, by page.
    Caddy,
    /// The OpenSSL manual pages, by page of section 3.
    OpenSsl,
    /// WeChat mini-program documentation: network.
    WeChatNetwork,
    /// Any other page, whose address is the section.
    Page,
}

/// A paragraph that a rule rests on. Links are derived here and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cite {
    /// The document.
    pub doc: Doc,
    /// The paragraph (`4.2.1.9`), empty for a whole document; a page name for product documentation.
    pub section: Cow<'static, str>,
}

impl Cite {
    /// A paragraph of an RFC.
    pub const fn rfc(number: u16, section: &'static str) -> Self {
        Self { doc: Doc::Rfc(number), section: Cow::Borrowed(section) }
    }

    /// A paragraph of the Baseline Requirements.
    pub const fn br(section: &'static str) -> Self {
        Self { doc: Doc::BaselineRequirements, section: Cow::Borrowed(section) }
    }

    /// A paragraph of any other document.
    pub const fn new(doc: Doc, section: &'static str) -> Self {
        Self { doc, section: Cow::Borrowed(section) }
    }

    /// The document and paragraph as people write them.
    pub fn title(&self) -> String {
        let section = &self.section;
        let name = match self.doc {
            Doc::Rfc(number) => format!("RFC {number}"),
            Doc::BaselineRequirements => "CA/B Forum BR 2.2.6".to_owned(),
            Doc::AppleSupport(number) => format!("Apple {number}"),
            Doc::ChromeRootProgram => "Chrome Root Program 1.8".to_owned(),
            Doc::MozillaCaList => "Mozilla CA list".to_owned(),
            Doc::OneCrl => "OneCRL".to_owned(),
            Doc::TlsRef => "TLSRef guideline 6.0".to_owned(),
            Doc::Nginx => "nginx".to_owned(),
            Doc::Apache => "Apache HTTP Server".to_owned(),
            Doc::Caddy => "Caddy".to_owned(),
            Doc::OpenSsl => "OpenSSL".to_owned(),
            Doc::WeChatNetwork => "微信小程序 · 网络".to_owned(),
            Doc::Page => {
                let rest = section.split_once("://").map_or(section.as_ref(), |(_, rest)| rest);
                return rest.split('/').next().unwrap_or(rest).to_owned();
            }
        };
        match section.chars().next() {
            None => name,
            Some(first) if first.is_ascii_digit() || first.is_ascii_uppercase() => format!("{name} §{section}"),
            Some(_) => format!("{name} {section}"),
        }
    }

    /// Where the paragraph can be read.
    pub fn url(&self) -> String {
        let section = &self.section;
        match self.doc {
            Doc::Rfc(number) if section.is_empty() => format!("https://www.rfc-editor.org/rfc/rfc{number}"),
            Doc::Rfc(number) => format!("https://www.rfc-editor.org/rfc/rfc{number}#section-{section}"),
            Doc::BaselineRequirements => "https://github.com/cabforum/servercert/blob/main/docs/BR.md".to_owned(),
            Doc::AppleSupport(number) => format!("https://support.apple.com/{number}"),
            Doc::ChromeRootProgram => "https://googlechrome.github.io/chromerootprogram/".to_owned(),
            Doc::MozillaCaList => "https://wiki.mozilla.org/CA/Included_Certificates".to_owned(),
            Doc::OneCrl => "https://wiki.mozilla.org/CA/Revocation_Checking_in_Firefox".to_owned(),
            Doc::TlsRef => "https://configurator.tlsref.org/".to_owned(),
            Doc::Nginx => format!("https://nginx.org/en/docs/http/{section}.html"),
            Doc::Apache => format!("https://httpd.apache.org/docs/2.4/mod/{section}.html"),
            Doc::Caddy => format!("https://caddyserver.com/docs/caddyfile/directives/{section}"),
            Doc::OpenSsl => format!("https://docs.openssl.org/master/man3/{section}/"),
            Doc::Page => section.to_string(),
            Doc::WeChatNetwork => {
                "https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html".to_owned()
            }
        }
    }
}
