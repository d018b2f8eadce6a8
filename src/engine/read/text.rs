//! From bytes as files have them to text that can be searched: byte order marks, UTF-16, lines.

use zeroize::Zeroizing;

/// The bytes of a source, as text in an encoding whose ASCII is ASCII.
pub(in crate::engine) struct Text<'a> {
    bytes: Content<'a>,
    /// It began with the mark of UTF-8.
    pub(super) byte_order_mark: bool,
    /// It was UTF-16.
    pub(super) utf16: bool,
}

/// A converted copy may hold a private key: it is wiped.
enum Content<'a> {
    Given(&'a [u8]),
    Converted(Zeroizing<Vec<u8>>),
}

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

impl<'a> Text<'a> {
    pub(in crate::engine) fn new(source: &'a [u8]) -> Self {
        if let Some(rest) = source.strip_prefix(UTF8_MARK) {
            return Self { bytes: Content::Given(rest), byte_order_mark: true, utf16: false };
        }
        match utf16_unit(source) {
            Some((unit, text)) => {
                let converted = Content::Converted(from_utf16(text, unit));
                Self { bytes: converted, byte_order_mark: false, utf16: true }
            }
            None => Self { bytes: Content::Given(source), byte_order_mark: false, utf16: false },
        }
    }

    pub(in crate::engine) fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Content::Given(bytes) => bytes,
            Content::Converted(bytes) => bytes,
        }
    }
}

type Unit = fn([u8; 2]) -> u16;

/// By its mark; without one, where it begins with that many wide characters of ASCII.
const WIDE: usize = 8;

fn utf16_unit(source: &[u8]) -> Option<(Unit, &[u8])> {
    if let Some(rest) = source.strip_prefix(b"\xff\xfe") {
        return Some((u16::from_le_bytes, rest));
    }
    if let Some(rest) = source.strip_prefix(b"\xfe\xff") {
        return Some((u16::from_be_bytes, rest));
    }
    let head = source.get(..WIDE.saturating_mul(2))?.as_chunks::<2>().0;
    let units: [Unit; 2] = [u16::from_le_bytes, u16::from_be_bytes];
    let is_text = |unit: &Unit| head.iter().all(|bytes| matches!(unit(*bytes), 0x20..=0x7e | 9 | 10 | 13));
    units.into_iter().find(is_text).map(|unit| (unit, source))
}

fn from_utf16(source: &[u8], unit: Unit) -> Zeroizing<Vec<u8>> {
    // Three bytes of UTF-8 at most for two of UTF-16: enough room at once, so that growing leaves no copies behind.
    let mut converted = Zeroizing::new(Vec::with_capacity(source.len().saturating_mul(2)));
    let units = source.as_chunks::<2>().0.iter().map(|bytes| unit(*bytes));
    for character in char::decode_utf16(units) {
        let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
        converted.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    }
    converted
}

/// Counts lines while walking forward: LF, CR LF and lone CR end a line.
pub(super) struct LineCounter<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    pub(super) fn new(text: &'a [u8]) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of a position; positions must not go back.
    pub(super) fn line_of(&mut self, position: usize) -> u32 {
        let passed = self.text.get(self.at..position).unwrap_or_default();
        let ends = passed.iter().enumerate().filter(|(index, byte)| match byte {
            b'\n' => true,
            b'\r' => self.text.get(self.at.saturating_add(*index).saturating_add(1)) != Some(&b'\n'),
            _ => false,
        });
        self.line = self.line.saturating_add(u32::try_from(ends.count()).unwrap_or(u32::MAX));
        self.at = self.at.max(position);
        self.line
    }
}

/// The character that stands first, U+FFFD where it is none, and its length in bytes.
pub(super) fn first_character(bytes: &[u8]) -> (char, usize) {
    let head = bytes.get(..bytes.len().min(4)).unwrap_or_default();
    let first = head.utf8_chunks().next().and_then(|chunk| chunk.valid().chars().next());
    first.map_or((char::REPLACEMENT_CHARACTER, 1), |character| (character, character.len_utf8()))
}

/// White space and what can not be seen: no-break spaces, the ideographic space, zero-width characters, a misplaced
/// byte order mark.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_invisible(character) || matches!(character, '\0' | '\x1a')
}

/// Blank, and unknown to every reader of PEM.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{202f}' | '\u{2060}' | '\u{3000}' | '\u{feff}'
    )
}

/// Without blank characters at either end.
pub(super) fn trim(bytes: &[u8]) -> &[u8] {
    trim_start(trim_end(bytes))
}

pub(super) fn trim_start(mut bytes: &[u8]) -> &[u8] {
    while !bytes.is_empty() {
        let (character, length) = first_character(bytes);
        if !is_blank(character) {
            break;
        }
        bytes = bytes.get(length..).unwrap_or_default();
    }
    bytes
}

pub(super) fn trim_end(mut bytes: &[u8]) -> &[u8] {
    while let Some(last) = last_character(bytes) {
        if !is_blank(last) {
            break;
        }
        bytes = bytes.get(..bytes.len().saturating_sub(last.len_utf8())).unwrap_or_default();
    }
    bytes
}

/// The character that stands last; none where the end is no UTF-8.
pub(super) fn last_character(bytes: &[u8]) -> Option<char> {
    (1..=bytes.len().min(4)).find_map(|length| {
        let tail = bytes.get(bytes.len().saturating_sub(length)..)?;
        let mut characters = std::str::from_utf8(tail).ok()?.chars();
        characters.next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_the_same_text() {
        let text = "Bag Attr\n-----é中";
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let little = [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat();
        let big = [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat();
        for source in [little, big, wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
            let read = Text::new(&source);
            assert!(read.utf16);
            assert_eq!(read.bytes(), text.as_bytes());
        }
        let marked = [UTF8_MARK, text.as_bytes()].concat();
        assert!(Text::new(&marked).byte_order_mark);
        assert_eq!(Text::new(&marked).bytes(), text.as_bytes());
    }

    #[test]
    fn lines_end_in_three_ways() {
        let mut lines = LineCounter::new(b"a\nb\r\nc\rd");
        assert_eq!([0, 2, 5, 7].map(|at| lines.line_of(at)), [1, 2, 3, 4]);
    }

    #[test]
    fn blank_ends_are_trimmed() {
        assert_eq!(trim("\u{a0} \tx\u{3000}\u{feff}\r\n".as_bytes()), b"x");
        assert_eq!(trim(b" \xff "), b"\xff");
        assert_eq!(trim(b""), b"");
    }
}
