use super::der::{Element, Elements, Fault, tag};
use super::{Certificate, Name, PublicKey, SignatureAlgorithm, extensions, fingerprint, time};
use std::rc::Rc;

/// Why bytes are no certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The structure that does not parse (`tbsCertificate.validity`).
    pub structure: &'static str,
    /// Byte, counted from the start of the certificate.
    pub offset: usize,
    /// What is wrong, in the parser's words.
    pub reason: String,
}

/// Reads one certificate (RFC 5280 §4.1). Bytes after it are left alone: [`Certificate::der`] ends where it ends.
///
/// # Errors
/// When the outer structure does not parse. A broken extension is no error: it is kept as malformed.
pub fn parse(der: &[u8]) -> Result<Certificate, ParseError> {
    let mut structure = "Certificate";
    read(der, &mut structure).map_err(|fault| fault.within(structure))
}

/// The same; `at` is the structure that is being read.
///
/// # Errors
/// The fault by itself.
pub(in super::super) fn read(der: &[u8], at: &mut &'static str) -> Result<Certificate, Fault> {
    let outer = Elements::new(der, 0).expect(tag::SEQUENCE)?;
    let mut parts = outer.children();
    *at = "tbsCertificate";
    let tbs = parts.expect(tag::SEQUENCE)?;
    *at = "signatureAlgorithm";
    let signature_algorithm = SignatureAlgorithm::decode(&parts.next_element()?)?;
    *at = "signatureValue";
    let (_, signature, _) = parts.next_element()?.bits()?;
    *at = "Certificate";
    parts.finish()?;

    let mut parts = tbs.children();
    *at = "tbsCertificate.version";
    let version = version(&mut parts)?;
    *at = "tbsCertificate.serialNumber";
    let serial = serial(parts.next_element()?)?;
    *at = "tbsCertificate.signature";
    let inner_algorithm = parts.expect(tag::SEQUENCE)?;
    *at = "tbsCertificate.issuer";
    let issuer = Name::decode(&parts.next_element()?)?;
    *at = "tbsCertificate.validity";
    let (not_before, not_after) = validity(parts.next_element()?)?;
    *at = "tbsCertificate.subject";
    let subject = Name::decode(&parts.next_element()?)?;
    *at = "tbsCertificate.subjectPublicKeyInfo";
    let spki = parts.next_element()?;
    let public_key = PublicKey::decode(&spki)?;
    *at = "tbsCertificate.issuerUniqueID";
    parts.optional_context(1)?;
    *at = "tbsCertificate.subjectUniqueID";
    parts.optional_context(2)?;
    *at = "tbsCertificate.extensions";
    let extensions = extensions(&mut parts)?;
    *at = "tbsCertificate";
    parts.finish()?;

    let agree = outer.raw.get(signature_algorithm.bytes.clone()) == Some(inner_algorithm.raw);
    Ok(Certificate {
        version,
        serial: serial.content.to_vec(),
        serial_bytes: serial.content_place(),
        signature_algorithms_agree: agree,
        signature_algorithm,
        issuer,
        subject,
        not_before,
        not_after,
        public_key,
        extensions,
        tbs: tbs.place(),
        signature,
        sha256: fingerprint(outer.raw),
        spki_sha256: fingerprint(spki.raw),
        der: Rc::from(outer.raw),
    })
}

/// Reads the next element and names the structure when that fails.
#[cfg(feature = "full")]
pub(super) fn take<'a, T>(
    parts: &mut Elements<'a>,
    structure: &'static str,
    read: impl FnOnce(Element<'a>) -> Result<T, Fault>,
) -> Result<T, ParseError> {
    parts.next_element().and_then(read).map_err(|fault| fault.within(structure))
}

/// `[0] EXPLICIT INTEGER DEFAULT v1(0)`, plus one.
fn version(parts: &mut Elements<'_>) -> Result<u32, Fault> {
    match parts.optional_context(0)? {
        None => Ok(1),
        Some(tagged) => Ok(tagged.children().expect(tag::INTEGER)?.unsigned()?.saturating_add(1)),
    }
}

fn serial(element: Element<'_>) -> Result<Element<'_>, Fault> {
    let element = element.expect(tag::INTEGER)?;
    if element.content.is_empty() { Err(element.fault("an INTEGER without content")) } else { Ok(element) }
}

fn validity(element: Element<'_>) -> Result<(super::Moment, super::Moment), Fault> {
    let mut dates = element.expect(tag::SEQUENCE)?.children();
    let not_before = time::decode(&dates.next_element()?, time::End::First)?;
    let not_after = time::decode(&dates.next_element()?, time::End::Last)?;
    dates.finish()?;
    Ok((not_before, not_after))
}

/// `[3] EXPLICIT SEQUENCE OF Extension`. What is broken inside is kept, as far as elements can be told apart.
fn extensions(parts: &mut Elements<'_>) -> Result<Vec<super::Extension>, Fault> {
    match parts.optional_context(3)? {
        Some(tagged) => Ok(extension_list(&tagged.children().expect(tag::SEQUENCE)?)),
        None => Ok(Vec::new()),
    }
}

/// `SEQUENCE OF Extension`.
pub(super) fn extension_list(sequence: &Element<'_>) -> Vec<super::Extension> {
    let mut list = sequence.children();
    let mut extensions = Vec::new();
    while !list.is_empty() {
        let start = list.position();
        match list.next_element() {
            Ok(element) => extensions.push(extensions::decode(&element)),
            Err(fault) => {
                extensions.push(extensions::unreadable(start..sequence.place().end, fault));
                break;
            }
        }
    }
    extensions
}
