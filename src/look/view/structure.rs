//! The tree of a certificate's elements: what of it is shown, and what belongs to which byte.

use crate::report::{
    field::{Field, FieldValue},
    structure::{Asn1Class, Asn1Element, Structure},
};
use std::{
    borrow::Cow,
    collections::HashSet,
    fmt::{self, Write},
};

/// Bytes of a certificate, the last one left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

impl Span {
    /// An element with its header.
    pub const fn of(element: &Asn1Element) -> Self {
        Self { start: element.offset, end: element.end() }
    }

    /// A field.
    pub const fn field(field: &Field) -> Self {
        Self { start: field.offset, end: field.offset.saturating_add(field.length) }
    }

    /// One byte.
    pub const fn byte(at: u32) -> Self {
        Self { start: at, end: at.saturating_add(1) }
    }

    /// Whether the other one lies in it.
    pub const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Its bytes.
    pub fn bytes(self, der: &[u8]) -> &[u8] {
        let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX).min(der.len());
        der.get(at(self.start)..at(self.end)).unwrap_or_default()
    }
}

/// Elements above this number are folded at first, but for the outermost.
const MANY: usize = 600;

/// The innermost element around some bytes: an element stands behind those that it is in.
pub fn innermost(structure: &Structure, span: Span) -> Option<usize> {
    structure.elements.iter().rposition(|element| Span::of(element).holds(span))
}

/// What is chosen with a byte: the innermost element around it, else the byte itself.
pub fn chosen_with(structure: &Structure, at: u32) -> Span {
    let element = innermost(structure, Span::byte(at)).and_then(|index| structure.elements.get(index));
    element.map_or(Span::byte(at), Span::of)
}

/// Whether an element has parts.
pub fn has_parts(structure: &Structure, index: usize) -> bool {
    let depth = |index: usize| structure.elements.get(index).map(|element| element.depth);
    depth(index + 1).is_some_and(|next| Some(next) > depth(index))
}

/// The elements that an element stands in, the nearest first.
pub fn around(structure: &Structure, index: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(mut depth) = structure.elements.get(index).map(|element| element.depth) else { return found };
    for (at, element) in structure.elements.iter().enumerate().take(index).rev() {
        if element.depth < depth {
            depth = element.depth;
            found.push(at);
        }
    }
    found
}

/// What is folded at first.
pub fn folded_at_first(structure: &Structure) -> HashSet<usize> {
    let all = structure.elements.iter().enumerate();
    let deep = all.filter(|(_, element)| element.depth >= 3).map(|(index, _)| index);
    if structure.elements.len() > MANY { deep.collect() } else { HashSet::new() }
}

/// The elements to be shown: none below a folded one; where something is looked for, those that hold it with what they
/// stand in.
pub fn rows(structure: &Structure, folded: &HashSet<usize>, wanted: &str, der: &[u8]) -> Vec<usize> {
    if !wanted.is_empty() {
        let bytes = hex_bytes(wanted);
        // The way to the element, and how much of it is among the rows already.
        let (mut shown, mut way, mut said) = (Vec::new(), Vec::<(usize, u8)>::new(), 0);
        for (index, element) in structure.elements.iter().enumerate() {
            way.truncate(way.iter().rposition(|(_, depth)| *depth < element.depth).map_or(0, |last| last + 1));
            said = said.min(way.len());
            way.push((index, element.depth));
            let inside = !has_parts(structure, index)
                && bytes.as_ref().is_some_and(|wanted| holds_bytes(Span::of(element).bytes(der), wanted));
            if inside || says(element, wanted) {
                shown.extend(way.iter().skip(said).map(|(index, _)| *index));
                said = way.len();
            }
        }
        return shown;
    }
    let (mut shown, mut below) = (Vec::new(), None::<u8>);
    for (index, element) in structure.elements.iter().enumerate() {
        if below.is_some_and(|depth| element.depth > depth) {
            continue;
        }
        below = folded.contains(&index).then_some(element.depth);
        shown.push(index);
    }
    shown
}

fn says(element: &Asn1Element, wanted: &str) -> bool {
    let value = match &element.value {
        FieldValue::Text(text) => text.as_str(),
        _ => "",
    };
    [&title(element), value, element.name.as_deref().unwrap_or_default()].iter().any(|text| holds(text, wanted))
}

/// Whether a text holds another, in any case of its letters.
pub fn holds(text: &str, wanted: &str) -> bool {
    text.as_bytes().windows(wanted.len()).any(|part| part.eq_ignore_ascii_case(wanted.as_bytes()))
}

/// Whether bytes hold others.
pub fn holds_bytes(bytes: &[u8], wanted: &[u8]) -> bool {
    !wanted.is_empty() && bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// The bytes that somebody typed as hex, with or without colons and spaces between; two at least, since one is anywhere.
pub fn hex_bytes(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .chars()
        .filter(|it| !matches!(it, ' ' | ':'))
        .map(|it| it.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    (rest.is_empty() && pairs.len() > 1).then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

/// The name of an element's type (X.680 §8.6).
pub fn title(element: &Asn1Element) -> Cow<'static, str> {
    let number = element.tag;
    Cow::Borrowed(match (element.class, number) {
        (Asn1Class::Context, _) => return Cow::Owned(format!("[{number}]")),
        (Asn1Class::Application, _) => return Cow::Owned(format!("[APPLICATION {number}]")),
        (Asn1Class::Private, _) => return Cow::Owned(format!("[PRIVATE {number}]")),
        (_, 1) => "BOOLEAN",
        (_, 2) => "INTEGER",
        (_, 3) => "BIT STRING",
        (_, 4) => "OCTET STRING",
        (_, 5) => "NULL",
        (_, 6) => "OBJECT IDENTIFIER",
        (_, 10) => "ENUMERATED",
        (_, 12) => "UTF8String",
        (_, 16) => "SEQUENCE",
        (_, 17) => "SET",
        (_, 18) => "NumericString",
        (_, 19) => "PrintableString",
        (_, 20) => "TeletexString",
        (_, 22) => "IA5String",
        (_, 23) => "UTCTime",
        (_, 24) => "GeneralizedTime",
        (_, 26) => "VisibleString",
        (_, 28) => "UniversalString",
        (_, 30) => "BMPString",
        _ => return Cow::Owned(format!("[UNIVERSAL {number}]")),
    })
}

/// What of an element is copied: its parts with their header, the bits of a BIT STRING, else its content.
pub fn value_of(structure: &Structure, index: usize) -> Option<Span> {
    let element = structure.elements.get(index)?;
    let Span { start, end } = Span::of(element);
    if has_parts(structure, index) {
        return Some(Span { start, end });
    }
    let content = start.saturating_add(element.header);
    let is_bits = element.class == Asn1Class::Universal && element.tag == 3;
    Some(Span { start: content.saturating_add(is_bits.into()).min(end), end })
}

/// The name of the field that an element is, or is the content of.
pub fn field_name(fields: &[Field], structure: &Structure, index: usize) -> Option<String> {
    let element = structure.elements.get(index)?;
    let whole = Span::of(element);
    let content = Span { start: whole.start.saturating_add(element.header), end: whole.end };
    if whole.start == 0 {
        return None; // the fingerprints are of the whole, and not what it is
    }
    find(fields, &|field| field.length > 0 && (Span::field(field) == whole || Span::field(field) == content))
}

fn find(fields: &[Field], fits: &dyn Fn(&Field) -> bool) -> Option<String> {
    fields.iter().find_map(|field| if fits(field) { Some(field.name.clone()) } else { find(&field.children, fits) })
}

/// Whether a field's address is on the way to another one, further in.
pub fn leads_to(path: &str, target: &str) -> bool {
    target.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']))
}

/// The field at an address.
pub fn field_at<'a>(fields: &'a [Field], path: &str) -> Option<&'a Field> {
    fields.iter().find_map(|field| if field.path == path { Some(field) } else { field_at(&field.children, path) })
}

/// The bytes that a field says, else those that it stands on.
pub fn field_bytes<'a>(field: &Field, der: &'a [u8]) -> Cow<'a, [u8]> {
    let said = match &field.value {
        FieldValue::Hex(hex) => hex_bytes(hex),
        _ => None,
    };
    said.map_or_else(|| Cow::Borrowed(Span::field(field).bytes(der)), Cow::Owned)
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    spelled(bytes, "", |text, byte| write!(text, "{byte:02x}"))
}

/// Upper-case hex in pairs with colons, as OpenSSL and browsers show fingerprints.
pub fn colons(bytes: &[u8]) -> String {
    spelled(bytes, ":", |text, byte| write!(text, "{byte:02X}"))
}

/// Each byte in two digits. All into one text: there may be a million of them.
fn spelled(bytes: &[u8], between: &str, write: impl Fn(&mut String, u8) -> fmt::Result) -> String {
    let mut text = String::with_capacity(bytes.len().saturating_mul(2 + between.len()));
    for byte in bytes {
        if !text.is_empty() {
            text.push_str(between);
        }
        let _ = write(&mut text, *byte); // a String takes everything
    }
    text
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 (RFC 4648 §4).
pub fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let sextet = ALPHABET.get((group >> (18 - 6 * place) & 63) as usize).copied();
            text.push(if place as usize <= chunk.len() { sextet.map_or('=', char::from) } else { '=' });
        }
    }
    text
}

/// What a key does to a tree (WAI-ARIA's).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// This row is chosen; there may be none.
    To(usize),
    /// This element folds, or unfolds.
    Fold(usize),
}

/// What a key does in one of the rows; nothing where it means nothing.
pub fn step(tree: &Structure, rows: &[usize], folded: &HashSet<usize>, at: usize, key: &str) -> Option<Step> {
    let index = rows.get(at).copied()?;
    let (inner, closed) = (has_parts(tree, index), folded.contains(&index));
    Some(match key {
        "ArrowDown" => Step::To(at.saturating_add(1)),
        "ArrowUp" => Step::To(at.saturating_sub(1)),
        "Home" => Step::To(0),
        "End" => Step::To(rows.len().saturating_sub(1)),
        "ArrowRight" if inner && !closed => Step::To(at.saturating_add(1)),
        "ArrowLeft" if !inner || closed => {
            let parent = around(tree, index).first().copied();
            Step::To(rows.iter().position(|row| Some(*row) == parent).unwrap_or(at))
        }
        "ArrowRight" | "ArrowLeft" | "Enter" | " " => Step::Fold(index),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(depth: u8, tag: u32, offset: u32, length: u32) -> Asn1Element {
        let value = FieldValue::None;
        let class = Asn1Class::Universal;
        Asn1Element { depth, class, tag, offset, header: 2, length, value, name: None, stop: None }
    }

    /// SEQUENCE { SEQUENCE { INTEGER 5 }, BIT STRING }
    const DER: &[u8] = &[0x30, 9, 0x30, 3, 2, 1, 5, 3, 2, 0, 0xab];

    fn structure() -> Structure {
        let elements = vec![element(0, 16, 0, 9), element(1, 16, 2, 3), element(2, 2, 4, 1), element(1, 3, 7, 2)];
        Structure { elements, is_cut: false }
    }

    #[test]
    fn every_byte_belongs_to_its_innermost_element() {
        let structure = structure();
        let of = |at| innermost(&structure, Span::byte(at)).unwrap();
        assert_eq!((0..11).map(of).collect::<Vec<_>>(), [0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 3]);
        assert_eq!(innermost(&structure, Span::byte(11)), None);
        assert_eq!(chosen_with(&structure, 5), Span { start: 4, end: 7 });
        assert_eq!(chosen_with(&structure, 11), Span::byte(11));
        assert_eq!((around(&structure, 2), around(&structure, 0)), (vec![1, 0], vec![]));
    }

    #[test]
    fn a_way_leads_further_in() {
        let target = "tbs.extensions.subjectAltName[52]";
        for path in ["tbs", "tbs.extensions", "tbs.extensions.subjectAltName"] {
            assert!(leads_to(path, target), "{path}");
        }
        for path in [target, "tbs.ext", "tbs.extensions.subjectAltName[5", "tbs.extensions.subjectAltName[5]"] {
            assert!(!leads_to(path, target), "{path}");
        }
    }

    #[test]
    fn folds_and_finds() {
        let structure = structure();
        let shown = |folded: &[usize], wanted| rows(&structure, &folded.iter().copied().collect(), wanted, DER);
        assert_eq!(shown(&[], ""), [0, 1, 2, 3]);
        assert_eq!(shown(&[1], ""), [0, 1, 3]);
        assert_eq!(shown(&[0], ""), [0]);
        assert_eq!(shown(&[0], "integer"), [0, 1, 2]);
        assert_eq!(shown(&[], "00:AB"), [0, 3]);
        assert_eq!(shown(&[], "i"), [0, 1, 2, 3]); // INTEGER and BIT STRING: what both stand in is there once
        assert!(shown(&[], "nothing").is_empty());
    }

    #[test]
    fn keys_walk_the_tree() {
        let structure = structure();
        let go = |folded: &[usize], at, key| {
            let folded = folded.iter().copied().collect();
            step(&structure, &rows(&structure, &folded, "", DER), &folded, at, key)
        };
        assert_eq!((go(&[], 1, "ArrowDown"), go(&[], 0, "ArrowUp")), (Some(Step::To(2)), Some(Step::To(0))));
        assert_eq!((go(&[], 2, "Home"), go(&[1], 0, "End")), (Some(Step::To(0)), Some(Step::To(2))));
        assert_eq!((go(&[], 1, "ArrowRight"), go(&[1], 1, "ArrowRight")), (Some(Step::To(2)), Some(Step::Fold(1))));
        // To the element around it, once there is nothing left to fold.
        assert_eq!((go(&[], 1, "ArrowLeft"), go(&[1], 1, "ArrowLeft")), (Some(Step::Fold(1)), Some(Step::To(0))));
        assert_eq!((go(&[], 2, "ArrowLeft"), go(&[], 0, " ")), (Some(Step::To(1)), Some(Step::Fold(0))));
        assert_eq!((go(&[], 0, "x"), go(&[], 9, "End")), (None, None));
    }

    #[test]
    fn values_in_three_forms() {
        let structure = structure();
        let value = |index| value_of(&structure, index).unwrap().bytes(DER);
        assert_eq!((value(3), value(2), value(1).len()), (&[0xab][..], &[5][..], 5));
        assert_eq!((hex(&[0x0a, 0xbc]), colons(&[0x0a, 0xbc])), ("0abc".to_owned(), "0A:BC".to_owned()));
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(hex_bytes("0A:bc 1"), None);
        assert_eq!(hex_bytes("0A:bc"), Some(vec![10, 0xbc]));
    }
}
