//! Writing DER (X.690 §10). Everything is wiped when dropped: half of what is written here holds a key, and wiping
//! the other half costs nothing.

use crate::engine::x509::der::encode;
use pkcs5::ObjectIdentifier;
use zeroize::Zeroizing;

/// One element or several.
pub(super) type Der = Zeroizing<Vec<u8>>;

/// Tag octets.
const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const OBJECT_IDENTIFIER: u8 = 0x06;
const UTF8_STRING: u8 = 0x0c;
const PRINTABLE_STRING: u8 = 0x13;
const BMP_STRING: u8 = 0x1e;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
/// `NULL`, whole.
pub(super) const NULL: &[u8] = &[0x05, 0x00];

fn element(tag: u8, parts: &[&[u8]]) -> Der {
    Zeroizing::new(encode(tag, parts))
}

/// `SEQUENCE` of whole elements.
pub(super) fn sequence(parts: &[&[u8]]) -> Der {
    element(SEQUENCE, parts)
}

/// `SET OF` whole elements, sorted as DER wants it (X.690 §11.6).
pub(super) fn set(mut parts: Vec<&[u8]>) -> Der {
    parts.sort_unstable();
    element(SET, &parts)
}

/// `OBJECT IDENTIFIER`.
pub(super) fn oid(identifier: ObjectIdentifier) -> Der {
    element(OBJECT_IDENTIFIER, &[identifier.as_bytes()])
}

/// `INTEGER`, not negative.
pub(super) fn integer(number: u32) -> Der {
    let digits = number.to_be_bytes();
    let significant = digits.get(number.leading_zeros() as usize / 8..).unwrap_or_default();
    // A first bit that is set would make it negative; nothing at all is no number.
    let sign: &[u8] = if significant.first().is_none_or(|first| *first >= 0x80) { &[0] } else { &[] };
    element(INTEGER, &[sign, significant])
}

/// `OCTET STRING`.
pub(super) fn octets(content: &[u8]) -> Der {
    element(OCTET_STRING, &[content])
}

/// `BIT STRING` of whole octets.
pub(super) fn bits(content: &[u8]) -> Der {
    element(BIT_STRING, &[&[0], content])
}

/// `UTF8String`.
pub(super) fn utf8(text: &str) -> Der {
    element(UTF8_STRING, &[text.as_bytes()])
}

/// `PrintableString`.
pub(super) fn printable(text: &str) -> Der {
    element(PRINTABLE_STRING, &[text.as_bytes()])
}

/// `BMPString`: the text must have no character above U+FFFF.
pub(super) fn bmp(text: &str) -> Der {
    element(BMP_STRING, &[&utf16(text)])
}

/// UTF-16, high octet first, as key stores want their passwords.
pub(super) fn utf16(text: &str) -> Der {
    // Reserved at once: a vector that grows leaves copies behind.
    let mut wide = Zeroizing::new(Vec::with_capacity(text.len().saturating_mul(2).saturating_add(2)));
    wide.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    wide
}

/// `[number] EXPLICIT`, or the constructed form of an implicit one.
pub(super) fn context(number: u8, parts: &[&[u8]]) -> Der {
    element(0xa0 | number, parts)
}

/// `[number] IMPLICIT` of a string type.
pub(super) fn context_string(number: u8, content: &[u8]) -> Der {
    element(0x80 | number, &[content])
}

/// `AlgorithmIdentifier` with these whole elements as parameters.
pub(super) fn algorithm(identifier: ObjectIdentifier, parameters: &[u8]) -> Der {
    sequence(&[&oid(identifier), parameters])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form() {
        for (number, written) in [
            (0, &[2, 1, 0][..]),
            (127, &[2, 1, 0x7f]),
            (128, &[2, 2, 0, 0x80]),
            (600_000, &[2, 3, 0x09, 0x27, 0xc0]),
            (u32::MAX, &[2, 5, 0, 0xff, 0xff, 0xff, 0xff]),
        ] {
            assert_eq!(integer(number).as_slice(), written, "{number}");
        }
    }
}
