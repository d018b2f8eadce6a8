//! Base64 (RFC 4648 §4), character by character, so that a wrong one can be named with its place.

use zeroize::Zeroizing;

/// A decoder that is fed one character at a time. What it decodes may be a private key: it is wiped.
pub(super) struct Decoder {
    decoded: Zeroizing<Vec<u8>>,
    bits: u32,
    digits: u8,
    padding: u8,
}

impl Decoder {
    /// A decoder for at most `length` characters: the room is taken at once, so that growing leaves no copies behind.
    pub(super) fn for_characters(length: usize) -> Self {
        Self { decoded: Zeroizing::new(Vec::with_capacity(length)), bits: 0, digits: 0, padding: 0 }
    }

    /// Takes one character; false where it can not stand here.
    pub(super) fn push(&mut self, character: u8) -> bool {
        if character == b'=' {
            self.padding = self.padding.saturating_add(1);
            return self.digits >= 2 && self.padding <= 4_u8.saturating_sub(self.digits);
        }
        let Some(digit) = digit(character) else { return false };
        if self.padding > 0 {
            return false;
        }
        self.bits = self.bits.wrapping_shl(6) | u32::from(digit);
        self.digits = self.digits.saturating_add(1);
        if self.digits == 4 {
            let [_, first, second, third] = self.bits.to_be_bytes();
            self.decoded.extend_from_slice(&[first, second, third]);
            (self.bits, self.digits) = (0, 0);
        }
        true
    }

    /// What was decoded, and whether the last group was whole.
    pub(super) fn finish(mut self) -> (Zeroizing<Vec<u8>>, bool) {
        // Two digits hold one byte and four spare bits, three hold two bytes and two spare bits.
        match (self.digits, self.bits.wrapping_shl(4).to_be_bytes(), self.bits.wrapping_shl(6).to_be_bytes()) {
            (2, [_, _, byte, _], _) => self.decoded.push(byte),
            (3, _, [_, first, second, _]) => self.decoded.extend_from_slice(&[first, second]),
            _ => {}
        }
        let whole = self.digits == 0 || self.padding == 4_u8.saturating_sub(self.digits) && self.digits >= 2;
        (self.decoded, whole)
    }
}

fn digit(character: u8) -> Option<u8> {
    Some(match character {
        b'A'..=b'Z' => character.saturating_sub(b'A'),
        b'a'..=b'z' => character.saturating_sub(b'a').saturating_add(26),
        b'0'..=b'9' => character.saturating_sub(b'0').saturating_add(52),
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str) -> Option<(Vec<u8>, bool)> {
        let mut decoder = Decoder::for_characters(text.len());
        if !text.bytes().all(|character| decoder.push(character)) {
            return None;
        }
        let (bytes, whole) = decoder.finish();
        Some((bytes.to_vec(), whole))
    }

    /// RFC 4648 §10.
    #[test]
    fn test_vectors() {
        for (text, bytes) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYg==", "foob"),
            ("Zm9vYmE=", "fooba"),
            ("Zm9vYmFy", "foobar"),
        ] {
            assert_eq!(decode(text), Some((bytes.as_bytes().to_vec(), true)));
            let bare = text.trim_end_matches('=');
            assert_eq!(decode(bare), Some((bytes.as_bytes().to_vec(), bare == text)));
        }
    }

    #[test]
    fn what_can_not_be() {
        for text in ["=", "Z=", "Zg=A", "Zm8==", "Zg===", "Zm9v=", "Z!"] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode("Zm9vY"), Some((b"foo".to_vec(), false)));
    }
}
