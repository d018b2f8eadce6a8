//! What an address in code is for: the call in whose brackets it stands, or the tag.

use crate::report::Use;

/// Functions that are handed an address, and what they do with it.
const CALLS: [(&str, Use); 8] = [
    ("uploadFile", Use::Upload),
    ("downloadFile", Use::Download),
    ("connectSocket", Use::Socket),
    ("createUDPSocket", Use::Udp),
    ("createTCPSocket", Use::Tcp),
    ("request", Use::Request),
    ("axios", Use::Request),
    ("fetch", Use::Request),
];

/// Tags that show what stands at an address, as templates and as Taro's components write them.
const TAGS: [(&str, Use); 4] =
    [("web-view", Use::WebView), ("WebView", Use::WebView), ("image", Use::Download), ("Image", Use::Download)];

/// The use that a function or a tag stands for.
pub fn use_of_word(word: &str) -> Option<Use> {
    of_table(&CALLS, word).or_else(|| of_table(&TAGS, word))
}

fn of_table(table: &[(&str, Use)], word: &str) -> Option<Use> {
    table.iter().find(|(own, _)| *own == word).map(|(_, used_for)| *used_for)
}

/// What the text in front of an address says that it is for.
pub(super) fn use_before(before: &str) -> Option<Use> {
    of_tag(before).or_else(|| of_call(before))
}

/// The tag that is open at the end.
fn of_tag(before: &str) -> Option<Use> {
    // The arrow of a function closes no tag.
    let closed = before.rmatch_indices('>').find(|(at, _)| !before.get(..*at).is_some_and(|it| it.ends_with('=')));
    let open = closed.map_or(before, |(at, _)| before.get(at..).unwrap_or_default());
    open.rmatch_indices('<').find_map(|(at, _)| {
        let inside = open.get(at.saturating_add(1)..)?;
        of_table(&TAGS, inside.split(|it: char| !it.is_ascii_alphanumeric() && it != '-').next()?)
    })
}

/// The innermost known call whose brackets are open at the end. A function's body is no part of the call around it.
fn of_call(before: &str) -> Option<Use> {
    let mut closed = 0_u32;
    for (at, character) in before.char_indices().rev() {
        let head = || before.get(..at).unwrap_or_default().trim_end();
        match character {
            ')' | ']' | '}' => closed = closed.saturating_add(1),
            '(' | '[' | '{' if closed > 0 => closed = closed.saturating_sub(1),
            '{' if head().ends_with(')') || head().ends_with("=>") => return None,
            '(' => {
                if let Some(used_for) = of_callee(head()) {
                    return Some(used_for);
                }
            }
            _ => {}
        }
    }
    None
}

/// The use of the function that is named at the end: `wx.uploadFile`, `axios.create`, `uni?.request`.
fn of_callee(head: &str) -> Option<Use> {
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '$' | '.' | '?');
    let callee = head.rsplit(|it| !is_part(it)).next()?;
    callee.rsplit(['.', '?']).find_map(|word| of_table(&CALLS, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_brackets_around_an_address_tell_its_use() {
        for (before, used_for) in [
            ("wx.uploadFile({ filePath, url: '", Some(Use::Upload)),
            ("uni?.downloadFile?.({ header: { a: f(1) }, url: `", Some(Use::Download)),
            ("wx.uploadFile({ url: join('", Some(Use::Upload)),
            ("wx.uploadFile({ url: UP })\nconst BASE = '", None),
            ("wx.connectSocket({ url: WS }); uni.navigateTo({ url: '/pages/web?src=", None),
            ("\"networkTimeout\": { \"downloadFile\": 60000 }, \"host\": \"", None),
            ("wx.uploadFile({ url: UP, success() { report({ url: '", None),
            ("wx.uploadFile({ url: UP, success: () => { wx.request({ url: '", Some(Use::Request)),
            ("axios.create({ baseURL: '", Some(Use::Request)),
            ("fetch('", Some(Use::Request)),
            ("myuploadFile('", None),
            ("<image src=\"", Some(Use::Download)),
            ("<WebView onLoad={() => a} src=\"", Some(Use::WebView)),
            ("<image src=\"/a.png\"/>\nconst a = \"", None),
            ("<web-view>\n<view style=\"background: url(", None),
            ("<image-cropper src=\"", None),
            ("image src=\"", None),
            ("a ) ] } 例 (", None),
        ] {
            assert_eq!(use_before(before), used_for, "{before}");
        }
    }
}
