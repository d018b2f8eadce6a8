//! Addresses in the code of a program: JavaScript, JSON, templates, `.env`. Nothing is run; what is only put together when
//! the program runs is said to be left out.

mod comments;
mod purpose;
mod written;

pub use purpose::use_of_word;

use super::{Address, Host, address};
use crate::engine::budget::LIMITS;
use crate::report::{Skipped, Use};
use comments::{block_comments, is_comment};
use purpose::use_before;
use std::collections::BTreeSet;
use written::{Written, written};

/// An address that stands in code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCode {
    /// What it names, and what for.
    pub address: Address,
    /// The line that it stands on, counted from 1.
    pub line: u32,
    /// Why it does not count; none where it does.
    pub skipped: Option<Skipped>,
}

const SCHEMES: [&str; 6] = ["https", "http", "wss", "ws", "udp", "tcp"];

/// How far back the call may stand that an address is for, and the start of a line that is looked at for a comment, in
/// bytes: an object of options fits between, and no line of a bundle.
const REACH: usize = 240;

/// Two slashes, plain and escaped.
const SLASHES: [&str; 4] = ["//", "\\/\\/", "\\u002f\\u002f", "\\x2f\\x2f"];

/// The longest address, in bytes: what browsers agree on.
const LONGEST: usize = 2_048;

/// How many addresses are read inside of one: a proxy's, or two that nothing stands between. More is noise.
const INSIDE: usize = 4;

/// Hosts whose addresses are names of formats, without `www.`.
const NAMESPACES: [&str; 8] = [
    "w3.org",
    "schemas.microsoft.com",
    "schemas.android.com",
    "schemas.openxmlformats.org",
    "json-schema.org",
    "json.schemastore.org",
    "ns.adobe.com",
    "schema.org",
];

/// Hosts of documentation, licences and packages, without `www.`: code links to them, and does not call them.
const LINKS: [&str; 26] = [
    "apache.org",
    "creativecommons.org",
    "developer.mozilla.org",
    "developers.weixin.qq.com",
    "eslint.org",
    "fb.me",
    "feross.org",
    "gist.github.com",
    "git.io",
    "github.com",
    "jquery.com",
    "jquery.org",
    "legacy.reactjs.org",
    "lodash.com",
    "momentjs.com",
    "nodejs.org",
    "npmjs.com",
    "opensource.org",
    "react.dev",
    "reactjs.org",
    "registry.npmjs.org",
    "registry.npmmirror.com",
    "stackoverflow.com",
    "underscorejs.org",
    "vuejs.org",
    "webpack.js.org",
];

/// Every address in a text, once for each use, in the order in which they stand; no more than anyone lists.
pub fn in_code(text: &str) -> Vec<InCode> {
    let mut found: Vec<InCode> = Vec::new();
    let comments = block_comments(text);
    let mut seen = BTreeSet::new();
    let (mut counted_to, mut line) = (0_usize, 1_u32);
    let (mut read_to, mut inside) = (0_usize, 0_usize);
    for at in places(text) {
        let Some(start) = scheme_start(text, at) else { continue };
        inside = if start < read_to { inside.saturating_add(1) } else { 0 };
        if inside > INSIDE {
            continue;
        }
        let between = text.get(counted_to..start).unwrap_or_default();
        let new_lines = between.bytes().filter(|byte| *byte == b'\n').count();
        line = line.saturating_add(u32::try_from(new_lines).unwrap_or(u32::MAX));
        counted_to = start;
        let Written { text: written, length, is_assembled } =
            written(within(text, start, start.saturating_add(LONGEST)));
        if inside == 0 {
            read_to = start.saturating_add(length);
        }
        let mut read = address(&written);
        let before = within(text, start.saturating_sub(REACH), start);
        if let Some(used_for) = use_before(before).filter(|_| read.used_for == Use::Request) {
            read.used_for = used_for;
        }
        let skipped = match &read.host {
            _ if is_comment(text, start, &comments) => Some(Skipped::Comment),
            _ if is_assembled => Some(Skipped::Template),
            Host::Name(name) => link(name),
            _ => None,
        };
        if seen.insert((read.text.clone(), read.used_for, skipped.is_some())) {
            found.push(InCode { address: read, line, skipped });
        }
        // One more than counts, so that it can be said.
        if found.len() > LIMITS.addresses {
            break;
        }
    }
    found
}

/// Why a host is never called; none where it may be.
fn link(name: &str) -> Option<Skipped> {
    let bare = name.strip_prefix("www.").unwrap_or(name);
    let is_link = || LINKS.contains(&bare).then_some(Skipped::Link);
    NAMESPACES.contains(&bare).then_some(Skipped::Namespace).or_else(is_link)
}

/// The part of a text between two places, or somewhat more at its start and less at its end: no letter is cut.
fn within(text: &str, from: usize, to: usize) -> &str {
    let whole = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at = at.saturating_sub(1);
        }
        at
    };
    text.get(whole(from.min(text.len()))..whole(to.min(text.len()))).unwrap_or_default()
}

/// Where `://` stands, plain or as JSON and JavaScript escape it.
fn places(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(':').map(|(at, _)| at).filter(|at| {
        let rest = text.get(at.saturating_add(1)..).unwrap_or_default();
        SLASHES.iter().any(|slashes| rest.get(..slashes.len()).is_some_and(|it| it.eq_ignore_ascii_case(slashes)))
    })
}

/// Where the scheme begins that ends at `end`; none where no program calls such addresses.
fn scheme_start(text: &str, end: usize) -> Option<usize> {
    let before = text.get(..end)?;
    let letters = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let start = end.checked_sub(letters)?;
    let scheme = before.get(start..)?.to_ascii_lowercase();
    // `git+https` is none of them.
    let is_whole = !before.get(..start)?.ends_with('+');
    (is_whole && SCHEMES.contains(&scheme.as_str())).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<(String, Use, u32)> {
        let kept = in_code(text).into_iter().filter(|it| it.skipped.is_none());
        kept.map(|it| (it.address.text, it.address.used_for, it.line)).collect()
    }

    fn skipped(text: &str) -> Vec<(String, Skipped)> {
        in_code(text).into_iter().filter_map(|it| Some((it.address.text, it.skipped?))).collect()
    }

    #[test]
    fn calls_tell_what_an_address_is_for() {
        let text = "\
wx.request({ url: 'https://api.example.com/v1/list', method: 'GET' })
wx.uploadFile({
  filePath,
  url: `https://up.example.com/${id}/x`,
})
my.downloadFile({ url: \"https://cdn.example.com/a.png\" })
tt.connectSocket({ url: 'wss://push.example.com:8443/ws' })
<web-view src=\"https://m.example.com/page?a=1\"></web-view>
";
        let expected = [
            ("https://api.example.com/v1/list", Use::Request, 1),
            ("https://up.example.com/", Use::Upload, 4),
            ("https://cdn.example.com/a.png", Use::Download, 6),
            ("wss://push.example.com:8443/ws", Use::Socket, 7),
            ("https://m.example.com/page?a=1", Use::WebView, 8),
        ];
        assert_eq!(kept(text), expected.map(|(text, used_for, line)| (text.to_owned(), used_for, line)));
    }

    #[test]
    fn configurations_have_no_calls() {
        for (text, url) in [
            ("VITE_API=https://api.example.com/v1\n", "https://api.example.com/v1"),
            ("{\"baseURL\":\"https:\\/\\/api.example.com\\/v1\"}", "https://api.example.com/v1"),
            ("export const HOST = `https://api.example.com`;", "https://api.example.com"),
            ("const a=\"http://例子.测试/a\"", "http://例子.测试/a"),
            ("接口地址：https://api.example.com，请求失败", "https://api.example.com"),
            ("const a = \"https:\\u002F\\u002fapi.example.com\\u002Fv1\"", "https://api.example.com/v1"),
            ("class A { #base = 'https://api.example.com/v1' }", "https://api.example.com/v1"),
            ("  #base = 'https://api.example.com/v1';", "https://api.example.com/v1"),
            ("#define API \"https://api.example.com/v1\"", "https://api.example.com/v1"),
            ("#top { background: url(https://api.example.com/a.png) }", "https://api.example.com/a.png"),
            ("COLOR='a # b' API=https://api.example.com", "https://api.example.com"),
            (";['https://api.example.com'].forEach(f)", "https://api.example.com"),
        ] {
            assert_eq!(kept(text), [(url.to_owned(), Use::Request, 1)], "{text}");
        }
    }

    #[test]
    fn what_is_left_out_says_why() {
        for (text, url, why) in [
            ("// wx.request({url: 'https://old.example.com'})", "https://old.example.com", Skipped::Comment),
            ("a(); // see https://docs.example.com/x", "https://docs.example.com/x", Skipped::Comment),
            ("/* https://old.example.com */", "https://old.example.com", Skipped::Comment),
            ("# API=https://old.example.com", "https://old.example.com", Skipped::Comment),
            ("<!-- <image src=\"https://old.example.com/a\"> -->", "https://old.example.com/a", Skipped::Comment),
            ("wx.request({url: `https://${host}/api`})", "https://${host}/api", Skipped::Template),
            ("url: 'https://' + host + '/api'", "https://", Skipped::Template),
            ("xmlns=\"http://www.w3.org/2000/svg\"", "http://www.w3.org/2000/svg", Skipped::Namespace),
            ("'see https://reactjs.org/docs/x'", "https://reactjs.org/docs/x", Skipped::Link),
            ("\"homepage\": \"https://github.com/a/b\"", "https://github.com/a/b", Skipped::Link),
            ("#API=https://old.example.com", "https://old.example.com", Skipped::Comment),
            ("; https://old.example.com", "https://old.example.com", Skipped::Comment),
            ("-- see https://old.example.com", "https://old.example.com", Skipped::Comment),
            ("'https://api.' + domain", "https://api.", Skipped::Template),
        ] {
            assert_eq!(skipped(text), [(url.to_owned(), why)], "{text}");
            assert_eq!(kept(text), [], "{text}");
        }
        for text in [
            "a=https://a.example.com # was https://old.example.com",
            "a: 'https://a.example.com' #\thttps://b.example.com",
        ] {
            assert_eq!(kept(text).len(), 1, "{text}");
            assert_eq!(skipped(text).len(), 1, "{text}");
        }
        assert!(in_code("git+https://a.example.com/x.git").is_empty(), "no program calls it");
        let image = "accept('image/*'); wx.request({url:'https://api.example.com'}) /* end */";
        assert_eq!(kept(image).len(), 1, "a pattern opens no comment");
    }

    #[test]
    fn large_and_hostile_texts_end() {
        let many = (0..9_000).map(|number| format!("'https://h{number}.example.com/a',")).collect::<String>();
        assert_eq!(in_code(&many).len(), LIMITS.addresses + 1);
        for text in ["://", "https://", "http://http://http://", "https://\u{1f600}/", "\\/\\/:\\/\\/", "x:////"] {
            in_code(text);
        }
        for opens in ["/*", " /*", " <!--"] {
            in_code(&opens.repeat(100_000));
        }
        in_code(&"https://".repeat(20_000));
    }
}
