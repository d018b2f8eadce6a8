//! Object identifiers as text.

use std::fmt::Write;

/// Longer object identifiers name nothing: the longest in use have 20 octets.
const LONGEST_OID: usize = 128;

/// The content octets of an object identifier, dotted; none where they are none, one with an arc above 128 bits, or
/// longer than any. (`asn1-rs` misreads the arcs 2.40 and above.) Browsers divide 128 bits slowly, hence two sizes.
pub(crate) fn dotted(content: &[u8]) -> Option<String> {
    if content.len() > LONGEST_OID || content.last().is_none_or(|last| *last >= 0x80) {
        return None;
    }
    let mut text = String::new();
    let mut arc: u128 = 0;
    for octet in content {
        arc = Some(arc).filter(|arc| arc.leading_zeros() >= 7)? << 7 | u128::from(octet & 0x7f);
        if *octet >= 0x80 {
            continue;
        }
        if text.is_empty() {
            // The first two arcs share one number (X.690 §8.19.4).
            let root = u8::from(arc >= 40).saturating_add(u8::from(arc >= 80));
            write!(text, "{root}").ok()?;
            arc = arc.saturating_sub(u128::from(root).saturating_mul(40));
        }
        match u64::try_from(arc) {
            Ok(arc) => write!(text, ".{arc}").ok()?,
            Err(_) => write!(text, ".{}", long_arc(arc)).ok()?,
        }
        arc = 0;
    }
    Some(text)
}

/// An arc of any size in decimal digits: nothing else needs to divide 128 bits.
fn long_arc(arc: u128) -> String {
    let mut number = arc.to_be_bytes();
    let mut digits = Vec::new();
    while number.iter().any(|byte| *byte != 0) {
        let mut rest = 0_u8;
        for byte in &mut number {
            let part = u16::from_be_bytes([rest, *byte]);
            (*byte, rest) = (u8::try_from(part / 10).unwrap_or_default(), u8::try_from(part % 10).unwrap_or_default());
        }
        digits.push(char::from(b'0'.saturating_add(rest)));
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        assert_eq!(dotted(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]).as_deref(), Some("1.2.840.113549"));
        assert_eq!(dotted(&[0x88, 0x37, 0x03]).as_deref(), Some("2.999.3"));
        assert_eq!(dotted(&[1; 128]).map(|text| text.len()), Some(257));
        assert_eq!(dotted(&[1; 129]), None);
        for arc in [u128::MAX, 1 << 64, u128::from(u64::MAX) * 10] {
            assert_eq!(long_arc(arc), arc.to_string());
        }
        assert_eq!(dotted(&[0x2a, 0x86]), None);
        assert_eq!(dotted(&[]), None);
    }
}
