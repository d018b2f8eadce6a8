use super::der::{Element, Elements, tag};
use super::parse::take;
use super::{Bytes, ParseError, SignatureAlgorithm};
use std::fmt;
use std::rc::Rc;

/// Something signed: the frame that requests, revocation lists and OCSP responses share with certificates.
#[derive(Clone)]
pub struct Signed {
    /// The DER that all places of the structure count in.
    pub der: Rc<[u8]>,
    /// What the signature stands over.
    pub content: Bytes,
    /// How it was made.
    pub algorithm: SignatureAlgorithm,
    /// The signature value, without the count of unused bits.
    pub signature: Bytes,
}

/// Without its bytes: a request may hold a challenge password.
impl fmt::Debug for Signed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Signed").field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}

impl Signed {
    /// The bytes of a range; empty where the range does not fit.
    pub fn bytes(&self, range: &Bytes) -> &[u8] {
        self.der.get(range.clone()).unwrap_or_default()
    }
}

/// Takes the frame `SEQUENCE { content, signatureAlgorithm, signature }` apart; gives the content beside it.
pub(super) fn frame<'a>(
    der: &Rc<[u8]>,
    parts: &mut Elements<'a>,
    content: &'static str,
) -> Result<(Signed, Element<'a>), ParseError> {
    let inside = take(parts, content, |it| it.expect(tag::SEQUENCE))?;
    let algorithm = take(parts, "signatureAlgorithm", |it| SignatureAlgorithm::decode(&it))?;
    let signature = take(parts, "signature", |it| match it.bits()? {
        (0, signature, _) => Ok(signature),
        _ => Err(it.fault("a signature that does not end with an octet")),
    })?;
    Ok((Signed { der: Rc::clone(der), content: inside.place(), algorithm, signature }, inside))
}
