//! A DER writer, small enough to write wrong DER on purpose.

/// A tag, its length and its content.
pub fn tlv(tag: u8, content: impl AsRef<[u8]>) -> Vec<u8> {
    let content = content.as_ref();
    let mut out = vec![tag];
    match content.len() {
        short @ 0..=127 => out.push(short as u8),
        long => {
            let bytes = long.to_be_bytes();
            let significant = &bytes[bytes.iter().position(|byte| *byte != 0).unwrap()..];
            out.push(0x80 | significant.len() as u8);
            out.extend_from_slice(significant);
        }
    }
    out.extend_from_slice(content);
    out
}

pub fn sequence(parts: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    tlv(0x30, parts.into_iter().flatten().collect::<Vec<_>>())
}

pub fn set(parts: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    tlv(0x31, parts.into_iter().flatten().collect::<Vec<_>>())
}

pub fn integer(value: u64) -> Vec<u8> {
    let bytes = value.to_be_bytes();
    let first = bytes.iter().position(|byte| *byte != 0).unwrap_or(7);
    let mut content = bytes[first..].to_vec();
    if content[0] & 0x80 != 0 {
        content.insert(0, 0);
    }
    tlv(0x02, content)
}

pub fn boolean(value: bool) -> Vec<u8> {
    tlv(0x01, [if value { 0xff } else { 0 }])
}

pub fn null() -> Vec<u8> {
    tlv(0x05, [])
}

pub fn octets(content: impl AsRef<[u8]>) -> Vec<u8> {
    tlv(0x04, content)
}

/// A bit string without unused bits.
pub fn bits(content: impl AsRef<[u8]>) -> Vec<u8> {
    tlv(0x03, [&[0], content.as_ref()].concat())
}

pub fn utf8(text: &str) -> Vec<u8> {
    tlv(0x0c, text)
}

pub fn oid(dotted: &str) -> Vec<u8> {
    let arcs: Vec<u64> = dotted.split('.').map(|arc| arc.parse().unwrap()).collect();
    let mut content = Vec::new();
    for arc in std::iter::once(arcs[0] * 40 + arcs[1]).chain(arcs[2..].iter().copied()) {
        let mut groups = vec![(arc & 0x7f) as u8];
        let mut rest = arc >> 7;
        while rest > 0 {
            groups.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        content.extend(groups.iter().rev());
    }
    tlv(0x06, content)
}

/// A context-specific tag around whole elements (`[n] EXPLICIT`, or the constructed form of an implicit one).
pub fn explicit(number: u8, content: impl AsRef<[u8]>) -> Vec<u8> {
    tlv(0xa0 | number, content)
}

/// A context-specific primitive (`[n] IMPLICIT` of a string type).
pub fn implicit(number: u8, content: impl AsRef<[u8]>) -> Vec<u8> {
    tlv(0x80 | number, content)
}
