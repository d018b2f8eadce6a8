//! Letters of other alphabets that stand for those of base64.

use super::super::text::first_character;

/// Full-width letters of Chinese and Japanese input methods (U+FF01 – U+FF5E), and quotes that a chat program curved.
pub(super) fn full_width(rest: &[u8]) -> Option<(Option<char>, usize)> {
    if rest.first()?.is_ascii() {
        return None;
    }
    let (character, length) = first_character(rest);
    let narrow = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character).wrapping_sub(0xfee0))?,
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        _ => return None,
    };
    Some((Some(narrow), length))
}

/// The alphabet of URLs and file names (RFC 4648 §5).
pub(super) fn url_safe(rest: &[u8]) -> Option<(Option<char>, usize)> {
    match rest.first()? {
        b'-' => Some((Some('+'), 1)),
        b'_' => Some((Some('/'), 1)),
        _ => None,
    }
}
