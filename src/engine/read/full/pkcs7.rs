//! PKCS#7 and CMS bundles (RFC 5652): what certificates, revocation lists and OCSP answers lie in them. They are carried,
//! not vouched for: nobody checks a bundle's own signature, which most of them do not have.

use super::super::super::x509::{
    ParseError,
    der::{Element, Fault, tag},
};
use super::super::collector::{Collector, Place};
use super::super::format::{Block, read_inside, unreadable};
use super::super::material::{LooksLike, ProblemKind};
use super::ber::{self, Der};
use crate::report::InputKind;

pub(super) const DATA: &str = "1.2.840.113549.1.7.1";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
/// An OCSP answer among the revocation lists (RFC 5940 §2.1).
const OCSP_RESPONSE: &str = "1.3.6.1.5.5.7.16.2";

/// Content types that hold no certificates for us (RFC 5652 §14, RFC 5083, RFC 3274).
static OTHERS: &[(&str, &str)] = &[
    (DATA, "Data"),
    ("1.2.840.113549.1.7.3", "EnvelopedData"),
    ("1.2.840.113549.1.7.4", "SignedAndEnvelopedData"),
    ("1.2.840.113549.1.7.5", "DigestedData"),
    ("1.2.840.113549.1.7.6", "EncryptedData"),
    ("1.2.840.113549.1.9.16.1.2", "AuthenticatedData"),
    ("1.2.840.113549.1.9.16.1.9", "CompressedData"),
    ("1.2.840.113549.1.9.16.1.23", "AuthEnvelopedData"),
];

/// A bundle in a bundle in a bundle is more than anybody makes.
const DEEPEST: u8 = 3;

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let der = Der::of(&block.bytes).map_err(|fault| fault.within("ContentInfo"))?;
    let content = ContentInfo::read(&der.bytes).map_err(|fault| der.cut.unwrap_or(fault).within("ContentInfo"))?;
    collector.input(InputKind::Pkcs7, block.place);
    let read = read_content(collector, block.place, &content, 0);
    if let Some(fault) = der.cut.or(read.err()) {
        let error = fault.within("SignedData");
        collector.problem(block.place, ProblemKind::BadDer { kind: InputKind::Pkcs7, error });
    }
    Ok(der.used)
}

/// RFC 5652 §3: a type and what it says.
pub(super) struct ContentInfo<'a> {
    pub(super) kind: String,
    pub(super) content: Option<Element<'a>>,
}

impl<'a> ContentInfo<'a> {
    pub(super) fn read(der: &'a [u8]) -> Result<Self, Fault> {
        Self::of(&Element::read(der, 0)?)
    }

    pub(super) fn of(element: &Element<'a>) -> Result<Self, Fault> {
        let mut parts = element.expect(tag::SEQUENCE)?.children();
        let kind = parts.next_element()?.oid()?;
        let content = parts.optional_context(0)?;
        let content = content.map(|content| content.children().next_element()).transpose()?;
        Ok(Self { kind, content })
    }
}

fn read_content(collector: &mut Collector<'_>, place: Place, info: &ContentInfo<'_>, depth: u8) -> Result<(), Fault> {
    if info.kind == SIGNED_DATA
        && let Some(content) = &info.content
    {
        return signed_data(collector, place, content, depth);
    }
    let name = OTHERS.iter().find(|(oid, _)| *oid == info.kind).map_or("ContentInfo", |(_, name)| *name);
    // A bundle as the data of another.
    let inner = info.content.filter(|content| info.kind == DATA && content.is(tag::OCTET_STRING) && depth < DEEPEST);
    match inner.and_then(|inner| Der::of(inner.content).ok()) {
        Some(der) if ContentInfo::read(&der.bytes).is_ok() => {
            read_content(collector, place, &ContentInfo::read(&der.bytes)?, depth.saturating_add(1))
        }
        _ => {
            unreadable(collector, place, LooksLike::Message(name));
            Ok(())
        }
    }
}

/// RFC 5652 §5.1.
fn signed_data(collector: &mut Collector<'_>, place: Place, content: &Element<'_>, depth: u8) -> Result<(), Fault> {
    let mut parts = content.expect(tag::SEQUENCE)?.children();
    parts.expect(tag::INTEGER)?;
    parts.expect(tag::SET)?;
    let wrapped = parts.next_element()?;
    let certificates = parts.optional_context(0)?;
    let lists = parts.optional_context(1)?;
    let before = collector.count();
    let found = each(certificates, &mut |certificate| {
        // Attribute certificates and those of PKCS#6 have tags of their own.
        if certificate.is(tag::SEQUENCE) {
            read_inside(collector, certificate.raw, InputKind::Certificate, place);
        }
    })
    .and(each(lists, &mut |list| {
        if list.is(tag::SEQUENCE) {
            read_inside(collector, list.raw, InputKind::Crl, place);
        } else if let Some(answer) = ocsp_response(list) {
            read_inside(collector, answer.raw, InputKind::Ocsp, place);
        }
    }));
    found?;
    if collector.count() > before {
        return Ok(());
    }
    match ContentInfo::of(&wrapped) {
        Ok(inner) if inner.kind == SIGNED_DATA && depth < DEEPEST => {
            read_content(collector, place, &inner, depth.saturating_add(1))
        }
        _ => {
            unreadable(collector, place, LooksLike::Message("SignedData"));
            Ok(())
        }
    }
}

/// Every element of a set, as far as they go.
fn each(set: Option<Element<'_>>, see: &mut dyn FnMut(&Element<'_>)) -> Result<(), Fault> {
    let Some(set) = set else { return Ok(()) };
    let mut elements = set.children();
    while !elements.is_empty() {
        see(&elements.next_element()?);
    }
    Ok(())
}

fn ocsp_response<'a>(list: &Element<'a>) -> Option<Element<'a>> {
    let mut parts = list.is_context(1).then(|| list.children())?;
    let kind = parts.next_element().ok()?.oid().ok()?;
    parts.next_element().ok().filter(|_| kind == OCSP_RESPONSE)
}

/// An octet string, or one with a tag of its own that is still in pieces (X.690 §8.14).
pub(super) fn octets(element: &Element<'_>) -> zeroize::Zeroizing<Vec<u8>> {
    let in_pieces = element.raw.first().is_some_and(|first| first & 0x20 != 0);
    if in_pieces { ber::pieces(element.content) } else { element.content.to_vec().into() }
}
