//! Walking DER element by element, with the place of everything. The headers are read by `asn1-rs` (under
//! `x509-parser`), which throws places away; here they are kept, so that every complaint can name its byte.

pub(crate) use super::dotted::dotted;
use super::{Bytes, ParseError};
use std::borrow::Cow;
use x509_parser::asn1_rs::{Class, FromDer, Header};

/// Universal tag numbers that we ask for (X.680 §8.6).
pub(crate) mod tag {
    pub(crate) const BOOLEAN: u32 = 1;
    pub(crate) const INTEGER: u32 = 2;
    pub(crate) const BIT_STRING: u32 = 3;
    pub(crate) const OCTET_STRING: u32 = 4;
    pub(crate) const OID: u32 = 6;
    pub(crate) const ENUMERATED: u32 = 10;
    pub(crate) const SEQUENCE: u32 = 16;
    pub(crate) const SET: u32 = 17;
    pub(crate) const UTC_TIME: u32 = 23;
    pub(crate) const GENERALIZED_TIME: u32 = 24;
}

/// What is wrong, and at which byte of the outermost structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) offset: usize,
    reason: Reason,
}

/// Facts, not text: most faults are never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Said(&'static str),
    Expected { tag: u32, found: u8 },
    TooShort { claimed: usize, left: usize },
}

impl Fault {
    pub(crate) const fn new(offset: usize, reason: &'static str) -> Self {
        Self { offset, reason: Reason::Said(reason) }
    }

    /// What is wrong, in words.
    pub(crate) fn reason(self) -> String {
        match self.reason {
            Reason::Said(reason) => reason.to_owned(),
            Reason::Expected { tag, found } => format!("expected {}, found tag 0x{found:02x}", tag_name(tag)),
            Reason::TooShort { claimed, left } => format!("claims {claimed} bytes, only {left} are left"),
        }
    }

    /// Names the structure in which it happened.
    pub(crate) fn within(self, structure: &'static str) -> ParseError {
        ParseError { structure, offset: self.offset, reason: self.reason() }
    }
}

/// One element: header and content, and where they stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'a> {
    pub(crate) class: Class,
    pub(crate) tag: u32,
    /// Made of elements.
    constructed: bool,
    /// Where its header stands.
    start: usize,
    /// Header and content.
    pub(crate) raw: &'a [u8],
    /// The content.
    pub(crate) content: &'a [u8],
}

impl<'a> Element<'a> {
    /// The element that `bytes` starts with; they stand at `at`.
    pub(crate) fn read(bytes: &'a [u8], at: usize) -> Result<Self, Fault> {
        Elements::new(bytes, at).next_element()
    }

    /// Whether it is made of elements.
    #[cfg(feature = "engine")]
    pub(crate) const fn is_constructed(&self) -> bool {
        self.constructed
    }

    /// Place of header and content.
    pub(crate) fn place(&self) -> Bytes {
        self.start..self.start.saturating_add(self.raw.len())
    }

    /// Place of the content.
    pub(crate) fn content_place(&self) -> Bytes {
        let Bytes { end, .. } = self.place();
        end.saturating_sub(self.content.len())..end
    }

    /// The elements inside.
    pub(crate) fn children(&self) -> Elements<'a> {
        Elements::new(self.content, self.content_place().start)
    }

    /// A SEQUENCE or SET that is not made of elements is none (X.690 §8.9.1).
    pub(crate) fn is(&self, tag: u32) -> bool {
        let whole = self.constructed || !matches!(tag, tag::SEQUENCE | tag::SET);
        self.class == Class::Universal && self.tag == tag && whole
    }

    pub(crate) fn is_context(&self, number: u32) -> bool {
        self.class == Class::ContextSpecific && self.tag == number
    }

    /// A complaint about this element.
    pub(crate) const fn fault(&self, reason: &'static str) -> Fault {
        Fault::new(self.start, reason)
    }

    pub(crate) fn expect(self, tag: u32) -> Result<Self, Fault> {
        if self.is(tag) {
            return Ok(self);
        }
        let found = self.raw.first().copied().unwrap_or_default();
        Err(Fault { offset: self.start, reason: Reason::Expected { tag, found } })
    }

    /// The content as a dotted object identifier.
    pub(crate) fn oid(&self) -> Result<String, Fault> {
        let oid = self.expect(tag::OID)?;
        dotted(oid.content).ok_or_else(|| oid.fault("no valid object identifier"))
    }

    /// The content as a BOOLEAN: anything but zero is true, as in BER.
    pub(crate) fn is_true(&self) -> bool {
        self.content.iter().any(|octet| *octet != 0)
    }

    /// The content as a small unsigned integer.
    pub(crate) fn unsigned(&self) -> Result<u32, Fault> {
        match self.content {
            [] => Err(self.fault("an INTEGER without content")),
            [first, ..] if *first >= 0x80 => Err(self.fault("a negative number")),
            digits => {
                let digits = strip_zeros(digits);
                if digits.len() > 4 {
                    return Err(self.fault("a number above 32 bits"));
                }
                Ok(digits.iter().fold(0, |sum: u32, digit| sum.wrapping_shl(8) | u32::from(*digit)))
            }
        }
    }

    /// The content of a BIT STRING without its count of unused bits, and that count.
    pub(crate) fn bits(&self) -> Result<(u8, Bytes, &'a [u8]), Fault> {
        let element = self.expect(tag::BIT_STRING)?;
        match element.content.split_first() {
            Some((unused, bits)) if *unused < 8 && !(bits.is_empty() && *unused > 0) => {
                let Bytes { start, end } = element.content_place();
                Ok((*unused, start.saturating_add(1)..end, bits))
            }
            _ => Err(element.fault("no valid BIT STRING")),
        }
    }
}

/// The elements of a structure, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Elements<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Elements<'a> {
    /// Elements of `bytes`, which stand at `at`.
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { rest: bytes, at }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Where the next element stands.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn next_element(&mut self) -> Result<Element<'a>, Fault> {
        let (element, length, left) = self.next_part()?;
        if length > left {
            return Err(Fault { offset: element.start, reason: Reason::TooShort { claimed: length, left } });
        }
        Ok(element)
    }

    /// The next element, cut short where its content is: for telling what damaged bytes were meant to be.
    pub(crate) fn next_cut(&mut self) -> Result<Element<'a>, Fault> {
        Ok(self.next_part()?.0)
    }

    /// The next element as far as its bytes are there, the length that its header claims, and the bytes that are left.
    fn next_part(&mut self) -> Result<(Element<'a>, usize, usize), Fault> {
        let start = self.at;
        if self.rest.is_empty() {
            return Err(Fault::new(start, "ends here, another element was expected"));
        }
        let (after, header) = Header::from_der(self.rest).map_err(|_| Fault::new(start, "no valid DER header"))?;
        let length = header.length().definite().map_err(|_| Fault::new(start, "a length that DER does not allow"))?;
        let header_length = self.rest.len().saturating_sub(after.len());
        let (content, rest) = after.split_at(length.min(after.len()));
        let raw = self.rest.get(..header_length.saturating_add(content.len())).unwrap_or_default();
        self.rest = rest;
        self.at = start.saturating_add(raw.len());
        let element = Element {
            class: header.class(),
            tag: header.tag().0,
            constructed: header.is_constructed(),
            start,
            raw,
            content,
        };
        Ok((element, length, after.len()))
    }

    /// The next element, which must have this universal tag.
    pub(crate) fn expect(&mut self, tag: u32) -> Result<Element<'a>, Fault> {
        self.next_element()?.expect(tag)
    }

    /// The next element, if it has this context-specific number.
    pub(crate) fn optional_context(&mut self, number: u32) -> Result<Option<Element<'a>>, Fault> {
        self.optional(&|element| element.is_context(number))
    }

    /// The next element, if `wanted`.
    pub(crate) fn optional(&mut self, wanted: &dyn Fn(&Element<'a>) -> bool) -> Result<Option<Element<'a>>, Fault> {
        if self.is_empty() {
            return Ok(None);
        }
        let mut ahead = self.clone();
        let element = ahead.next_element()?;
        if !wanted(&element) {
            return Ok(None);
        }
        *self = ahead;
        Ok(Some(element))
    }

    /// Complains if something is left.
    pub(crate) fn finish(&self) -> Result<(), Fault> {
        if self.is_empty() { Ok(()) } else { Err(Fault::new(self.at, "something stands after the end")) }
    }

    /// All elements.
    pub(crate) fn collect(self) -> Result<Vec<Element<'a>>, Fault> {
        self.each(Ok)
    }

    /// What `read` makes of all elements.
    pub(crate) fn each<T>(self, read: fn(Element<'a>) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
        let mut all = Vec::new();
        self.walk(&mut |element| {
            all.push(read(element)?);
            Ok(())
        })?;
        Ok(all)
    }

    fn walk(mut self, see: &mut dyn FnMut(Element<'a>) -> Result<(), Fault>) -> Result<(), Fault> {
        while !self.is_empty() {
            see(self.next_element()?)?;
        }
        Ok(())
    }
}

/// Big-endian digits without leading zeros.
pub(crate) fn strip_zeros(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    digits.get(zeros..).unwrap_or_default()
}

/// Size of a big-endian unsigned number in bits.
pub(crate) fn bit_length(digits: &[u8]) -> u32 {
    let digits = strip_zeros(digits);
    let first = digits.first().map_or(8, |first| first.leading_zeros());
    u32::try_from(digits.len()).unwrap_or(u32::MAX).saturating_mul(8).saturating_sub(if digits.is_empty() {
        0
    } else {
        first
    })
}

/// Writes one element: a tag octet and the contents one after the other. Single-octet tags only.
pub(crate) fn encode(tag: u8, contents: &[&[u8]]) -> Vec<u8> {
    let length: usize = contents.iter().map(|content| content.len()).fold(0, usize::saturating_add);
    let octets = length.to_be_bytes();
    let significant = strip_zeros(&octets);
    let mut out = Vec::with_capacity(length.saturating_add(10));
    out.push(tag);
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            // At most eight octets, so that the sum stays below 0x88.
            out.push(0x80_u8.saturating_add(u8::try_from(significant.len()).unwrap_or(8)));
            out.extend_from_slice(significant);
        }
    }
    contents.iter().for_each(|content| out.extend_from_slice(content));
    out
}

/// The place of `part`, a slice of `whole` that stands at `at`: parsers hand out slices, and their address tells.
pub(crate) fn place_of(part: &[u8], whole: &[u8], at: usize) -> Bytes {
    let distance = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize).min(whole.len());
    let start = at.saturating_add(distance);
    start..start.saturating_add(part.len())
}

fn tag_name(number: u32) -> Cow<'static, str> {
    Cow::Borrowed(match number {
        tag::BOOLEAN => "a BOOLEAN",
        tag::INTEGER => "an INTEGER",
        tag::BIT_STRING => "a BIT STRING",
        tag::OCTET_STRING => "an OCTET STRING",
        tag::OID => "an OBJECT IDENTIFIER",
        tag::SEQUENCE => "a SEQUENCE",
        tag::SET => "a SET",
        other => return Cow::Owned(format!("tag {other}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_follow_the_elements() {
        let bytes = [0x30, 0x06, 0x02, 0x01, 0x05, 0x04, 0x01, 0xff];
        let sequence = Element::read(&bytes, 100).unwrap().expect(tag::SEQUENCE).unwrap();
        assert_eq!((sequence.place(), sequence.content_place()), (100..108, 102..108));
        let children = sequence.children().collect().unwrap();
        assert_eq!(children[0].unsigned(), Ok(5));
        assert_eq!(children[1].content_place(), 107..108);
        assert_eq!(place_of(children[1].content, &bytes, 100), 107..108);
    }

    #[test]
    fn a_lie_about_length_names_its_byte() {
        let fault = Elements::new(&[0x30, 0x03, 0x02, 0x05, 0x01], 7).next_element().unwrap().children().collect();
        let fault = fault.unwrap_err();
        assert_eq!((fault.offset, fault.reason().as_str()), (9, "claims 5 bytes, only 1 are left"));
        assert!(Elements::new(&[0x30], 0).next_element().is_err());
        assert!(Elements::new(&[0x30, 0x80, 0, 0], 0).next_element().is_err());
    }

    #[test]
    fn what_is_written_reads_back() {
        for length in [0, 1, 127, 128, 255, 256, 70_000] {
            let content = vec![7; length];
            let der = encode(0x04, &[&content[..length / 2], &content[length / 2..]]);
            let element = Element::read(&der, 0).unwrap().expect(tag::OCTET_STRING).unwrap();
            assert_eq!((element.content, element.raw.len()), (content.as_slice(), der.len()));
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(bit_length(&[0, 0x80, 0]), 16);
        assert_eq!(bit_length(&[0, 1, 0, 1]), 17);
        assert_eq!(bit_length(&[]), 0);
    }
}
