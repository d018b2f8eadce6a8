use super::der::{Element, Elements, Fault, tag};
use super::parse::take;
use super::revocation_list::reason_code;
use super::signed::frame;
use super::{Certificate, HashAlgorithm, Moment, Name, ParseError, Signed, parse, signature, time};
use crate::report::{OcspStatus, RevocationReason, RevocationState, Timestamp};
use std::rc::Rc;

/// Answers in one response. Responders give one; 100 is far above any batch and keeps matching quick.
const ANSWERS: usize = 100;
/// Certificates in one response: its signer and perhaps a chain.
const CERTIFICATES: usize = 16;
/// id-pkix-ocsp-basic (RFC 6960 §4.2.1).
const BASIC: &str = "1.3.6.1.5.5.7.48.1.1";

/// An OCSP response (RFC 6960 §4.2.1).
#[derive(Clone, Debug)]
pub struct OcspResponse {
    /// Whether the responder answered at all.
    pub status: OcspStatus,
    /// The answer.
    pub basic: Option<BasicResponse>,
}

/// A basic response: answers, signed by a responder.
#[derive(Clone, Debug)]
pub struct BasicResponse {
    /// What is signed.
    pub signed: Signed,
    /// Who answered.
    pub responder: Responder,
    /// When.
    pub produced_at: Moment,
    /// One for each certificate that was asked about.
    pub responses: Vec<SingleResponse>,
    /// Certificates that came along: that of a responder other than the issuer itself.
    pub certificates: Vec<Certificate>,
}

/// Who answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Responder {
    /// By name.
    Name(Name),
    /// By the SHA-1 of its key bits.
    KeyHash(Vec<u8>),
}

/// What is said about one certificate.
#[derive(Clone, Debug)]
pub struct SingleResponse {
    /// Which certificate.
    pub id: CertificateId,
    /// How it stands.
    pub state: RevocationState,
    /// Since when it is revoked.
    pub at: Option<Timestamp>,
    /// Why, where it says so.
    pub reason: Option<RevocationReason>,
    /// When this was known to be right.
    pub this_update: Moment,
    /// When newer information is due at the latest.
    pub next_update: Option<Moment>,
}

/// How a certificate is named (`CertID`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateId {
    /// The hash of the two below; none for one that we do not know.
    pub hash: Option<HashAlgorithm>,
    /// Hash of the DER of the issuer's name.
    pub issuer_name: Vec<u8>,
    /// Hash of the issuer's key bits.
    pub issuer_key: Vec<u8>,
    /// Content octets of the serial number.
    pub serial: Vec<u8>,
}

impl OcspResponse {
    /// Reads an `OCSPResponse`, as far as bytes begin with one.
    ///
    /// # Errors
    /// When the structure does not parse.
    pub fn parse(der: &[u8]) -> Result<Self, ParseError> {
        let outer = Elements::new(der, 0).expect(tag::SEQUENCE).map_err(|fault| fault.within("OCSPResponse"))?;
        let mut parts = outer.children();
        let status = take(&mut parts, "responseStatus", status)?;
        let inside = parts.optional_context(0).and_then(|bytes| bytes.map(|bytes| basic_bytes(&bytes)).transpose());
        let inside = inside.map_err(|fault| fault.within("responseBytes"))?.flatten();
        parts.finish().map_err(|fault| fault.within("OCSPResponse"))?;
        let basic = inside.map(|octets| BasicResponse::parse(&Rc::from(outer.raw), &octets)).transpose()?;
        Ok(Self { status, basic })
    }
}

fn status(element: Element<'_>) -> Result<OcspStatus, Fault> {
    let code = element.expect(tag::ENUMERATED)?.unsigned()?;
    OcspStatus::from_code(code).ok_or_else(|| element.fault("no known response status"))
}

/// The OCTET STRING with the basic response; none for a response of another kind.
fn basic_bytes<'a>(bytes: &Element<'a>) -> Result<Option<Element<'a>>, Fault> {
    let mut parts = bytes.children().expect(tag::SEQUENCE)?.children();
    let kind = parts.expect(tag::OID)?.oid()?;
    let octets = parts.expect(tag::OCTET_STRING)?;
    Ok((kind == BASIC).then_some(octets))
}

impl BasicResponse {
    fn parse(der: &Rc<[u8]>, octets: &Element<'_>) -> Result<Self, ParseError> {
        let outer = octets.children().expect(tag::SEQUENCE).map_err(|fault| fault.within("BasicOCSPResponse"))?;
        let mut parts = outer.children();
        let (signed, data) = frame(der, &mut parts, "tbsResponseData")?;
        let certificates = parts.optional_context(0).map_err(|fault| fault.within("certs"))?;
        let certificates = certificates.map(|tagged| embedded(&tagged)).transpose();
        let certificates = certificates.map_err(|fault| fault.within("certs"))?.unwrap_or_default();

        let mut parts = data.children();
        parts.optional_context(0).map_err(|fault| fault.within("tbsResponseData.version"))?;
        let responder = take(&mut parts, "tbsResponseData.responderID", responder)?;
        let produced_at = take(&mut parts, "tbsResponseData.producedAt", |it| time::decode(&it, time::End::First))?;
        let list = take(&mut parts, "tbsResponseData.responses", |it| it.expect(tag::SEQUENCE))?;
        let answers = list.children().collect().map_err(|fault| fault.within("tbsResponseData.responses"))?;
        if answers.len() > ANSWERS {
            return Err(list.fault("more than 100 answers").within("tbsResponseData.responses"));
        }
        let responses: Result<_, Fault> = answers.iter().map(SingleResponse::decode).collect();
        let responses = responses.map_err(|fault| fault.within("tbsResponseData.responses"))?;
        Ok(Self { signed, responder, produced_at, responses, certificates })
    }
}

/// A certificate that does not parse is left out: then nobody signed, which is said.
fn embedded(tagged: &Element<'_>) -> Result<Vec<Certificate>, Fault> {
    let list = tagged.children().expect(tag::SEQUENCE)?.children().collect()?;
    Ok(list.iter().take(CERTIFICATES).filter_map(|element| parse(element.raw).ok()).collect())
}

/// `[1] EXPLICIT Name`, `[2] EXPLICIT OCTET STRING`.
fn responder(element: Element<'_>) -> Result<Responder, Fault> {
    match element {
        it if it.is_context(1) => Ok(Responder::Name(Name::decode(&it.children().next_element()?)?)),
        it if it.is_context(2) => Ok(Responder::KeyHash(it.children().expect(tag::OCTET_STRING)?.content.to_vec())),
        it => Err(it.fault("neither a name nor a key hash")),
    }
}

impl SingleResponse {
    fn decode(element: &Element<'_>) -> Result<Self, Fault> {
        let mut parts = element.expect(tag::SEQUENCE)?.children();
        let id = CertificateId::decode(&parts.expect(tag::SEQUENCE)?)?;
        let (state, at, reason) = state(&parts.next_element()?)?;
        let this_update = time::decode(&parts.next_element()?, time::End::First)?;
        let next = parts.optional_context(0)?.map(|tagged| tagged.children().next_element()).transpose()?;
        let next_update = next.map(|element| time::decode(&element, time::End::Last)).transpose()?;
        Ok(Self { id, state, at, reason, this_update, next_update })
    }
}

impl CertificateId {
    fn decode(element: &Element<'_>) -> Result<Self, Fault> {
        let mut parts = element.children();
        let hash = parts.expect(tag::SEQUENCE)?.children().expect(tag::OID)?.oid()?;
        let issuer_name = parts.expect(tag::OCTET_STRING)?.content.to_vec();
        let issuer_key = parts.expect(tag::OCTET_STRING)?.content.to_vec();
        let serial = parts.expect(tag::INTEGER)?.content.to_vec();
        parts.finish()?;
        Ok(Self { hash: signature::hash_of(&hash), issuer_name, issuer_key, serial })
    }
}

/// `[0] good`, `[1] revoked` with its moment and reason, `[2] unknown`.
fn state(element: &Element<'_>) -> Result<(RevocationState, Option<Timestamp>, Option<RevocationReason>), Fault> {
    match element {
        it if it.is_context(0) => Ok((RevocationState::Good, None, None)),
        it if it.is_context(2) => Ok((RevocationState::Unknown, None, None)),
        it if it.is_context(1) => {
            let mut parts = it.children();
            let at = time::decode(&parts.next_element()?, time::End::First)?.at;
            let reason = parts.optional_context(0)?.map(|tagged| tagged.children().next_element()).transpose()?;
            Ok((RevocationState::Revoked, Some(at), reason.and_then(|reason| reason_code(&reason))))
        }
        it => Err(it.fault("neither good, revoked nor unknown")),
    }
}
