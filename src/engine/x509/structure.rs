//! A certificate as the tree of its ASN.1 elements, for people who read bytes.
//!
//! The elements are walked with a stack of our own, under two limits: whoever made the bytes chose how deep they nest.

use super::der::{Element, Elements, tag};
use super::{extensions, name::SHORT_NAMES, oid, signature, text};
use crate::report::{
    field::FieldValue,
    structure::{Asn1Class, Asn1Element, Asn1Stop, Structure},
};
use x509_parser::asn1_rs::Class;

/// Elements that are listed. A server certificate has 100 to 300.
const MOST: usize = 10_000;

/// How deep elements are opened. Certificates nest ten deep.
const DEEPEST: u8 = 64;

/// Characters of a text that are shown beside its element; the bytes have it all.
const TEXT: usize = 256;

/// A structure whose parts are being read.
struct Level<'a> {
    parts: Elements<'a>,
    /// Its element in the list.
    element: Option<usize>,
    /// It is a string of octets or bits: a string inside is content, whatever its bytes look like.
    is_string: bool,
}

/// The elements of DER, outermost first.
pub(super) fn of(der: &[u8]) -> Structure {
    let mut elements: Vec<Asn1Element> = Vec::new();
    let mut open = vec![Level { parts: Elements::new(der, 0), element: None, is_string: false }];
    while let Some(level) = open.last_mut() {
        if level.parts.is_empty() {
            open.pop();
            continue;
        }
        if elements.len() >= MOST {
            return Structure { elements, is_cut: true };
        }
        let Ok(read) = level.parts.next_element() else {
            let element = level.element.and_then(|index| elements.get_mut(index));
            element.into_iter().for_each(|element| element.stop = Some(Asn1Stop::Broken));
            open.pop();
            continue;
        };
        let in_string = level.is_string;
        let depth = u8::try_from(open.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let parts = parts(&read, in_string);
        let too_deep = parts.is_some() && depth >= DEEPEST;
        elements.push(element(&read, depth, parts.is_none(), too_deep.then_some(Asn1Stop::Depth)));
        if let Some(parts) = parts.filter(|_| !too_deep) {
            let element = elements.len().checked_sub(1);
            open.push(Level { parts, element, is_string: !read.is_constructed() });
        }
    }
    Structure { elements, is_cut: false }
}

fn element(read: &Element<'_>, depth: u8, is_value: bool, stop: Option<Asn1Stop>) -> Asn1Element {
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let value = if is_value { value(read) } else { FieldValue::None };
    let name = match &value {
        FieldValue::Text(oid) if read.is(tag::OID) => name(oid),
        _ => None,
    };
    Asn1Element {
        depth,
        class: match read.class {
            Class::Universal => Asn1Class::Universal,
            Class::Application => Asn1Class::Application,
            Class::ContextSpecific => Asn1Class::Context,
            Class::Private => Asn1Class::Private,
        },
        tag: read.tag,
        offset: small(read.place().start),
        header: small(read.raw.len().saturating_sub(read.content.len())),
        length: small(read.content.len()),
        value,
        name: name.map(str::to_owned),
        stop,
    }
}

/// What an element is made of: its elements, or those of the one element that a string holds, as every `extnValue`, many
/// public keys and most signatures do.
fn parts<'a>(read: &Element<'a>, in_string: bool) -> Option<Elements<'a>> {
    if read.is_constructed() {
        return Some(read.children());
    }
    if in_string {
        return None;
    }
    if read.is(tag::OCTET_STRING) {
        let inside = Elements::new(read.content, read.content_place().start);
        return is_one_element(inside.clone(), false).then_some(inside);
    }
    let (0, place, bits) = read.bits().ok()? else { return None };
    let inside = Elements::new(bits, place.start);
    is_one_element(inside.clone(), true).then_some(inside)
}

/// Whether bytes are one whole element that a standard would put there. A few random bytes pass for a short one, so that
/// bits have to be a whole structure.
fn is_one_element(mut bytes: Elements<'_>, whole: bool) -> bool {
    let Ok(element) = bytes.next_element() else { return false };
    let structured = element.is(tag::SEQUENCE) || element.is(tag::SET);
    let plain = !element.is_constructed() && (1..=30).contains(&element.tag);
    bytes.is_empty() && element.class == Class::Universal && (structured || (plain && !whole))
}

/// What the content says: numbers, names, text and dates. Everything else is bytes, which the page has.
fn value(read: &Element<'_>) -> FieldValue {
    let content = read.content;
    // Names and addresses in general names (RFC 5280 §4.2.1.6), which are tagged implicitly.
    if [1, 2, 6].into_iter().any(|number| read.is_context(number)) && content.iter().all(|it| (0x20..0x7f).contains(it))
    {
        return short(text::readable(content));
    }
    if read.class != Class::Universal {
        return FieldValue::None;
    }
    match read.tag {
        tag::BOOLEAN => FieldValue::Flag(read.is_true()),
        tag::INTEGER | tag::ENUMERATED => number(content).map_or(FieldValue::None, FieldValue::Number),
        tag::OID => read.oid().map_or(FieldValue::None, FieldValue::Text),
        tag::UTC_TIME | tag::GENERALIZED_TIME => short(text::readable(content)),
        kind => text::decode(kind, content).map_or(FieldValue::None, short),
    }
}

/// A number in two's complement, where it is a small one.
fn number(content: &[u8]) -> Option<i64> {
    let start = if *content.first()? >= 0x80 { -1 } else { 0 };
    (content.len() <= 8).then(|| content.iter().fold(start, |sum: i64, byte| sum.wrapping_shl(8) | i64::from(*byte)))
}

fn short(text: String) -> FieldValue {
    match text.char_indices().nth(TEXT) {
        Some((end, _)) => FieldValue::Text(format!("{}…", text.get(..end).unwrap_or_default())),
        None => FieldValue::Text(text),
    }
}

/// What the standards call an object identifier.
fn name(dotted: &str) -> Option<&'static str> {
    let attribute = || SHORT_NAMES.iter().find(|(known, _)| *known == dotted).map(|(_, name)| *name);
    extensions::name(dotted)
        .or_else(attribute)
        .or_else(|| signature::name(dotted))
        .or_else(|| oid::known(dotted))
        .or_else(|| KEYS.iter().find(|(known, _)| *known == dotted).map(|(_, name)| *name))
}

/// Kinds of key and curves (RFC 3279, RFC 5480, GM/T 0006) that stand in no other table by these names.
static KEYS: &[(&str, &str)] = &[
    ("1.2.840.113549.1.1.1", "rsaEncryption"),
    ("1.2.840.10045.2.1", "ecPublicKey"),
    ("1.2.840.10040.4.1", "dsa"),
    ("1.2.840.10045.3.1.7", "prime256v1"),
    ("1.3.132.0.34", "secp384r1"),
    ("1.3.132.0.35", "secp521r1"),
    ("1.3.132.0.10", "secp256k1"),
    ("1.2.156.10197.1.301", "sm2p256v1"),
    ("1.2.840.113549.1.1.8", "mgf1"),
];

#[cfg(test)]
mod tests {
    use super::super::der::encode;
    use super::*;

    fn kinds(der: &[u8]) -> Vec<(u8, u32, u32)> {
        of(der).elements.iter().map(|it| (it.depth, it.tag, it.offset)).collect()
    }

    #[test]
    fn strings_are_opened_once() {
        let inner = encode(4, &[&[4, 2, 5, 0]]);
        let outer = encode(4, &[&inner]);
        // The second string looks as if a NULL stood in it; it is a key identifier.
        assert_eq!(kinds(&encode(0x30, &[&outer])), [(0, 16, 0), (1, 4, 2), (2, 4, 4)]);
        assert_eq!(kinds(&[3, 5, 0, 0x30, 2, 5, 0]), [(0, 3, 0), (1, 16, 3), (2, 5, 5)]);
        assert_eq!(kinds(&[3, 3, 0, 5, 0]), [(0, 3, 0)]);
    }

    #[test]
    fn values() {
        let said = |der: &[u8]| of(der).elements[0].value.clone();
        assert_eq!(said(&[2, 1, 0xff]), FieldValue::Number(-1));
        assert_eq!(said(&[2, 2, 1, 0]), FieldValue::Number(256));
        assert_eq!(said(&[2, 9, 1, 0, 0, 0, 0, 0, 0, 0, 0]), FieldValue::None);
        assert_eq!(said(&[0x82, 1, b'a']), FieldValue::Text("a".to_owned()));
        assert_eq!(of(&[6, 3, 0x55, 4, 3]).elements[0].name.as_deref(), Some("CN"));
        assert_eq!(of(&[6, 3, 0x55, 0x1d, 0x11]).elements[0].name.as_deref(), Some("subjectAltName"));
    }

    #[test]
    fn depth_size_and_lies_have_limits() {
        let mut deep = vec![5, 0];
        for _ in 0..2_000 {
            deep = encode(0x30, &[&deep]);
        }
        let deep = of(&deep);
        assert_eq!(deep.elements.len(), usize::from(DEEPEST) + 1);
        assert_eq!(deep.elements.last().unwrap().stop, Some(Asn1Stop::Depth));
        let wide = of(&encode(0x30, &[&[5, 0].repeat(500_000)]));
        assert!(wide.is_cut && wide.elements.len() == MOST);
        let lie = of(&[0x30, 8, 5, 0, 4, 0x84, 0x7f, 0xff, 0xff, 0xff]);
        assert_eq!((lie.elements.len(), lie.elements[0].stop), (2, Some(Asn1Stop::Broken)));
        let long = of(&encode(12, &["汉".repeat(1_000).as_bytes()]));
        assert!(matches!(&long.elements[0].value, FieldValue::Text(text) if text.chars().count() == TEXT + 1));
    }
}
