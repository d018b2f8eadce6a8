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
    if let Ok(Some(empty)) = read {
        unreadable(collector, block.place, LooksLike::Message(empty));
    }
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

/// Reads what a structure brings; gives the name of what brings nothing, to complain of it.
fn read_content(
    collector: &mut Collector<'_>,
    place: Place,
    info: &ContentInfo<'_>,
    depth: u8,
) -> Result<Option<&'static str>, Fault> {
    if info.kind == SIGNED_DATA
        && let Some(content) = &info.content
    {
        return signed_data(collector, place, content, depth);
    }
    let inside = if info.kind == DATA { wrapped(collector, place, info, depth)? } else { None };
    let name = || OTHERS.iter().find(|(oid, _)| *oid == info.kind).map_or("ContentInfo", |(_, name)| *name);
    Ok(inside.unwrap_or_else(|| Some(name())))
}

/// A bundle as the data of another; none where the data are something else.
fn wrapped(
    collector: &mut Collector<'_>,
    place: Place,
    info: &ContentInfo<'_>,
    depth: u8,
) -> Result<Option<Option<&'static str>>, Fault> {
    let inner = info.content.filter(|content| content.is(tag::OCTET_STRING) && depth < DEEPEST);
    let Some(der) = inner.and_then(|inner| Der::of(inner.content).ok()) else { return Ok(None) };
    let Ok(info) = ContentInfo::read(&der.bytes) else { return Ok(None) };
    read_content(collector, place, &info, depth.saturating_add(1)).map(Some)
}

/// RFC 5652 §5.1.
fn signed_data(
    collector: &mut Collector<'_>,
    place: Place,
    content: &Element<'_>,
    depth: u8,
) -> Result<Option<&'static str>, Fault> {
    // What is signed as data stands in octets (RFC 5652 §5.2), in PKCS#7 it stood there itself.
    let octets = content.is(tag::OCTET_STRING).then(|| octets(content));
    let unwrapped = octets.as_ref().map(|octets| Element::read(octets, 0)).transpose()?;
    let mut parts = unwrapped.unwrap_or(*content).expect(tag::SEQUENCE)?.children();
    parts.expect(tag::INTEGER)?;
    parts.expect(tag::SET)?;
    let signed = parts.next_element()?;
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
    let gave = collector.count() > before;
    // What was signed may be a bundle itself, beside the certificate of whoever signed it.
    let inner = ContentInfo::of(&signed).ok().filter(|_| depth < DEEPEST);
    let inside = match inner {
        Some(info) if info.kind == SIGNED_DATA => Some(read_content(collector, place, &info, depth.saturating_add(1))?),
        Some(info) if info.kind == DATA => wrapped(collector, place, &info, depth)?,
        _ => None,
    };
    found?;
    Ok(if gave { None } else { inside.unwrap_or(Some("SignedData")) })
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
