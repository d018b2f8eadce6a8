//! Addresses in the code of a program: JavaScript, JSON, templates, `.env`. Nothing is run; what is only put together when
//! the program runs is said to be left out.

use super::{Address, Host, address};
use crate::engine::budget::LIMITS;
use crate::report::{Skipped, Use};
use std::collections::BTreeSet;

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

/// Words in front of an address that tell what it is for.
const CALLS: [(&str, Use); 8] = [
    ("uploadFile", Use::Upload),
    ("downloadFile", Use::Download),
    ("connectSocket", Use::Socket),
    ("createUDPSocket", Use::Udp),
    ("createTCPSocket", Use::Tcp),
    ("web-view", Use::WebView),
    ("<image", Use::Download),
    ("request", Use::Request),
];

/// How far back such a word may stand, and the start of a line that is looked at for a comment, in bytes: an object of
/// options fits between, and no line of a bundle.
const REACH: usize = 240;

/// The longest address, in bytes: what browsers agree on.
const LONGEST: usize = 2_048;

/// Hosts whose addresses are names of formats.
const NAMESPACES: [&str; 4] = ["www.w3.org", "schemas.microsoft.com", "schemas.android.com", "json-schema.org"];

/// How far a comment that was opened is looked for its end, in bytes; without one it was none (`image/*`).
const LONGEST_COMMENT: usize = 20_000;

/// Every address in a text, once for each use, in the order in which they stand; no more than anyone lists.
pub fn in_code(text: &str) -> Vec<InCode> {
    let mut found: Vec<InCode> = Vec::new();
    let comments = block_comments(text);
    let mut seen = BTreeSet::new();
    let (mut counted_to, mut line) = (0_usize, 1_u32);
    for at in places(text) {
        let Some(start) = scheme_start(text, at) else { continue };
        let between = text.get(counted_to..start).unwrap_or_default();
        let new_lines = between.bytes().filter(|byte| *byte == b'\n').count();
        line = line.saturating_add(u32::try_from(new_lines).unwrap_or(u32::MAX));
        counted_to = start;
        let written = written(within(text, start, start.saturating_add(LONGEST)));
        let mut read = address(&written);
        if let Some(used_for) = use_before(text, start).filter(|_| read.used_for == Use::Request) {
            read.used_for = used_for;
        }
        let skipped = match &read.host {
            _ if is_comment(text, start, &comments) => Some(Skipped::Comment),
            Host::Unreadable if is_assembled(text, start, &written) => Some(Skipped::Template),
            Host::Name(name) if NAMESPACES.contains(&name.as_str()) => Some(Skipped::Namespace),
            _ => None,
        };
        if seen.insert((read.text.clone(), read.used_for, skipped.is_some())) {
            found.push(InCode { address: read, line, skipped });
        }
        if found.len() >= LIMITS.addresses {
            break;
        }
    }
    found
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

/// Where `://` stands, plain or as JSON escapes it.
fn places(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(':').map(|(at, _)| at).filter(|at| {
        let rest = text.get(at.saturating_add(1)..).unwrap_or_default();
        rest.starts_with("//") || rest.starts_with("\\/\\/")
    })
}

/// Where the scheme begins that ends at `end`; none where no program calls such addresses.
fn scheme_start(text: &str, end: usize) -> Option<usize> {
    let before = text.get(..end)?;
    let letters = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let start = end.checked_sub(letters)?;
    let scheme = before.get(start..)?.to_ascii_lowercase();
    SCHEMES.contains(&scheme.as_str()).then_some(start)
}

/// The address as far as it goes, without the escapes of JSON. A template in the path ends it.
fn written(rest: &str) -> String {
    let mut open = 0_u32;
    let ends = |character: char| {
        // Only what a template opened does it close.
        match character {
            '{' => open = open.saturating_add(1),
            '}' if open > 0 => open = open.saturating_sub(1),
            '}' => return true,
            _ => {}
        }
        character.is_whitespace()
            || matches!(character, '"' | '\'' | '`' | '<' | '>' | '(' | ')' | ',' | ';' | '|' | '^')
            || matches!(character, '，' | '。' | '；' | '）' | '、' | '”' | '“' | '’' | '‘')
    };
    let end = rest.find(ends).unwrap_or(rest.len());
    let plain = rest.get(..end).unwrap_or(rest).replace("\\/", "/");
    let host_ends = plain.find("://").map_or(0, |at| at.saturating_add(3));
    let path = plain.get(host_ends..).and_then(|behind| behind.find('/')).map(|at| at.saturating_add(host_ends));
    // `${` and `{{` in the path say nothing of the host.
    match (plain.find(['{', '$', '\\']), path) {
        (Some(template), Some(path)) if template > path => plain.get(..template).unwrap_or_default().to_owned(),
        _ => plain,
    }
}

/// Whether what stands where a host belongs is put together at run time: a template, or a text that ends there.
fn is_assembled(text: &str, start: usize, written: &str) -> bool {
    let ends = written.ends_with("://");
    let is_template = written.contains('{') || written.contains('$') || written.contains('%') || written.contains('*');
    let behind = text.get(start..).unwrap_or_default();
    ends || is_template || behind.starts_with(&format!("{written}{{")) || behind.starts_with(&format!("{written}${{"))
}

/// What the nearest word in front says that the address is for.
fn use_before(text: &str, start: usize) -> Option<Use> {
    let before = within(text, start.saturating_sub(REACH), start);
    let nearest = CALLS.iter().filter_map(|(word, used_for)| Some((before.rfind(word)?, *used_for)));
    nearest.max_by_key(|(at, _)| *at).map(|(_, used_for)| used_for)
}

/// Whether a place stands in a comment: behind `//` on its line, or behind the sign of one at the line's start.
fn is_comment(text: &str, at: usize, blocks: &[(usize, usize)]) -> bool {
    let in_block = blocks.partition_point(|(start, _)| *start < at).checked_sub(1).and_then(|index| blocks.get(index));
    if in_block.is_some_and(|(_, end)| at < *end) {
        return true;
    }
    let line = within(text, at.saturating_sub(REACH), at);
    let Some(line) = line.rsplit_once('\n').map(|(_, line)| line).or((at <= REACH).then_some(line)) else {
        return false;
    };
    let starts_so = ["#", "* ", "//"].iter().any(|sign| line.trim_start().starts_with(sign));
    let slashes = |at: usize| {
        let before = line.get(..at).unwrap_or_default();
        let quotes = before.bytes().filter(|byte| matches!(byte, b'"' | b'\'' | b'`')).count();
        !before.ends_with([':', '\\']) && quotes.is_multiple_of(2)
    };
    starts_so || line.match_indices("//").any(|(at, _)| slashes(at))
}

/// Comments that have an end: `/* … */` and `<!-- … -->`.
fn block_comments(text: &str) -> Vec<(usize, usize)> {
    let mut blocks = Vec::new();
    for (opens, closes) in [("/*", "*/"), ("<!--", "-->")] {
        let mut from = 0_usize;
        while let Some(start) = text.get(from..).and_then(|rest| rest.find(opens)).map(|at| from.saturating_add(at)) {
            from = start.saturating_add(opens.len());
            // `image/*` opens nothing.
            let alone = text.get(..start).unwrap_or_default().bytes().next_back().is_none_or(|byte| {
                byte.is_ascii_whitespace() || matches!(byte, b';' | b'{' | b'}' | b'(' | b')' | b',' | b'>' | b'=')
            });
            let end = within(text, from, from.saturating_add(LONGEST_COMMENT)).find(closes);
            if let Some(end) = end.filter(|_| alone).map(|end| from.saturating_add(end)) {
                blocks.push((start, end));
                from = end;
            }
        }
    }
    blocks.sort_unstable();
    blocks
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
        ] {
            assert_eq!(skipped(text), [(url.to_owned(), why)], "{text}");
            assert_eq!(kept(text), [], "{text}");
        }
        let image = "accept('image/*'); wx.request({url:'https://api.example.com'}) /* end */";
        assert_eq!(kept(image).len(), 1, "a pattern opens no comment");
    }

    #[test]
    fn large_and_hostile_texts_end() {
        let many = (0..9_000).map(|number| format!("'https://h{number}.example.com/a',")).collect::<String>();
        assert_eq!(in_code(&many).len(), LIMITS.addresses);
        for text in ["://", "https://", "http://http://http://", "https://\u{1f600}/", "\\/\\/:\\/\\/", "x:////"] {
            in_code(text);
        }
        in_code(&"/*".repeat(100_000));
        in_code(&"https://".repeat(20_000));
    }
}
