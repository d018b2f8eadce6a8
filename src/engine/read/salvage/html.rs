//! Text taken from the source of a web page: tags, and characters written as references (HTML §13.5).

/// Names of characters that stand in PEM, or around it. What has no name here keeps its place.
static NAMES: &[(&[u8], char)] = &[
    (b"nbsp", ' '),
    (b"lt", '<'),
    (b"gt", '>'),
    (b"amp", '&'),
    (b"quot", '"'),
    (b"apos", '\''),
    (b"plus", '+'),
    (b"sol", '/'),
    (b"equals", '='),
    (b"hyphen", '-'),
    (b"dash", '-'),
    (b"NewLine", '\n'),
    (b"Tab", '\t'),
];

/// Tags that stand inside a line; every other begins a new one.
static INLINE: &[&[u8]] = &[b"span", b"wbr", b"b", b"i", b"em", b"a", b"code", b"font"];

/// The longest reference.
const LONGEST_REFERENCE: usize = 10;
/// The longest tag, attributes included.
const LONGEST_TAG: usize = 512;

pub(super) fn step(rest: &[u8]) -> Option<(Option<char>, usize)> {
    match rest {
        [b'&', reference @ ..] => {
            let end = reference.iter().take(LONGEST_REFERENCE).position(|byte| *byte == b';')?;
            Some((Some(character(reference.get(..end)?)?), end.saturating_add(2)))
        }
        [b'<', tag @ ..] => {
            let ends = |byte: &u8| matches!(byte, b'<' | b'>');
            let end = tag.iter().take(LONGEST_TAG).position(ends).filter(|end| tag.get(*end) == Some(&b'>'))?;
            let tag = tag.get(..end)?;
            let name = tag.strip_prefix(b"/").unwrap_or(tag);
            let length = name.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let name = name.get(..length).filter(|name| name.first().is_some_and(u8::is_ascii_alphabetic))?;
            let inline = INLINE.iter().any(|it| it.eq_ignore_ascii_case(name));
            Some(((!inline).then_some('\n'), end.saturating_add(2)))
        }
        _ => None,
    }
}

fn character(reference: &[u8]) -> Option<char> {
    let Some(number) = reference.strip_prefix(b"#") else {
        return NAMES.iter().find(|(name, _)| *name == reference).map(|(_, character)| *character);
    };
    let number = std::str::from_utf8(number).ok()?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

#[cfg(test)]
mod tests {
    use super::super::{UNWRAPPINGS, unwrap};

    #[test]
    fn tags_and_references() {
        let inside = |text: &str| unwrap(text.as_bytes(), &UNWRAPPINGS[1]).map(|(text, at)| (text.to_vec(), at));
        let page = "x<br/>&#45;&#x2D;&dash;<span class=\"a\">+</span>&plus;&nbsp;&lt;pre&gt;&none;<3";
        assert_eq!(inside(page), Some((b"x\n---++ <pre>&none;<3".to_vec(), 1)));
        assert_eq!(inside("a < b & c > d; <"), None);
    }
}
