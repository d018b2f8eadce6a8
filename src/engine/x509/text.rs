//! Strings of certificates as text that is readable and loses nothing.

use std::fmt::Write;

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(if half < 10 { b'0' } else { b'a'.wrapping_sub(10) }.wrapping_add(half));
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Bytes as text: UTF-8 as it stands, every other byte as `\xE9`.
pub(crate) fn readable(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let _ = write!(text, "\\x{byte:02X}");
        }
    }
    text
}

/// A character string of X.680 §8.6 by its universal tag number; none where it is no string type or its bytes do not
/// fit the type.
pub(crate) fn decode(tag: u32, content: &[u8]) -> Option<String> {
    Some(match tag {
        // UTF8String, NumericString, PrintableString, VideotexString, IA5String, GraphicString, VisibleString, GeneralString.
        // The narrow ones are read as UTF-8 too: CAs put anything into them.
        12 | 18 | 19 | 21 | 22 | 25 | 26 | 27 => readable(content),
        // TeletexString: nobody writes T.61; everybody writes Latin-1 (and OpenSSL reads it so).
        20 => match std::str::from_utf8(content) {
            Ok(text) => text.to_owned(),
            Err(_) => content.iter().map(|byte| char::from(*byte)).collect(),
        },
        // BMPString: UTF-16 without surrogates by the book, with them in life.
        30 => {
            let units = content.as_chunks::<2>();
            if !units.1.is_empty() {
                return None;
            }
            let units = units.0.iter().map(|unit| u16::from_be_bytes(*unit));
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        // UniversalString: UTF-32.
        28 => {
            let units = content.as_chunks::<4>();
            if !units.1.is_empty() {
                return None;
            }
            let units = units.0.iter().map(|unit| u32::from_be_bytes(*unit));
            units.map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost() {
        assert_eq!(readable(b"a\0b"), "a\0b");
        assert_eq!(readable("例".as_bytes()), "例");
        assert_eq!(readable(b"caf\xe9"), "caf\\xE9");
        assert_eq!(decode(20, b"caf\xe9").as_deref(), Some("café"));
        assert_eq!(decode(30, &[0x4e, 0x2d, 0, 0x41]).as_deref(), Some("中A"));
        assert_eq!(decode(30, &[0x4e]), None);
        assert_eq!(decode(28, &[0, 1, 0xf6, 0]).as_deref(), Some("😀"));
        assert_eq!(decode(4, b"x"), None);
    }
}
