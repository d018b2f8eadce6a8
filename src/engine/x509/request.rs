use super::der::{Element, Elements, Fault, tag};
use super::parse::{extension_list, take};
use super::signed::frame;
use super::{Extension, ExtensionValue, GeneralName, Name, ParseError, PublicKey, Signed};
use std::rc::Rc;

/// Attributes that hold extensions: RFC 2985 §5.4.2, and what Microsoft's tools write.
const EXTENSION_REQUESTS: [&str; 2] = ["1.2.840.113549.1.9.14", "1.3.6.1.4.1.311.2.1.14"];

/// A certificate signing request (PKCS#10, RFC 2986). Of its other attributes only the types are kept: a challenge
/// password is nobody's business.
#[derive(Clone, Debug)]
pub struct CertificateRequest {
    /// What is signed, by the key that the certificate is to be for.
    pub signed: Signed,
    /// Who asks.
    pub subject: Name,
    /// The key that the certificate is to be for.
    pub public_key: PublicKey,
    /// The extensions that are asked for.
    pub extensions: Vec<Extension>,
    /// Object identifiers of the attributes, in the order written.
    pub attributes: Vec<String>,
}

impl CertificateRequest {
    /// Reads a `CertificationRequest` (RFC 2986 §4.2), as far as bytes begin with one.
    ///
    /// # Errors
    /// When the structure does not parse. A broken extension is no error: it is kept as malformed.
    pub fn parse(der: &[u8]) -> Result<Self, ParseError> {
        let outer =
            Elements::new(der, 0).expect(tag::SEQUENCE).map_err(|fault| fault.within("CertificationRequest"))?;
        let mut parts = outer.children();
        let (signed, info) = frame(&Rc::from(outer.raw), &mut parts, "certificationRequestInfo")?;
        parts.finish().map_err(|fault| fault.within("CertificationRequest"))?;

        let mut parts = info.children();
        take(&mut parts, "certificationRequestInfo.version", |it| it.expect(tag::INTEGER))?;
        let subject = take(&mut parts, "certificationRequestInfo.subject", |it| Name::decode(&it))?;
        let public_key = take(&mut parts, "certificationRequestInfo.subjectPKInfo", |it| PublicKey::decode(&it))?;
        let mut request = Self { signed, subject, public_key, extensions: Vec::new(), attributes: Vec::new() };
        // RFC 2986 wants the attributes also where there are none; some devices leave them out.
        if let Some(set) =
            parts.optional_context(0).map_err(|fault| fault.within("certificationRequestInfo.attributes"))?
        {
            request.read_attributes(&set).map_err(|fault| fault.within("certificationRequestInfo.attributes"))?;
        }
        parts.finish().map_err(|fault| fault.within("certificationRequestInfo"))?;
        Ok(request)
    }

    fn read_attributes(&mut self, set: &Element<'_>) -> Result<(), Fault> {
        for attribute in set.children().collect()? {
            let mut parts = attribute.expect(tag::SEQUENCE)?.children();
            let oid = parts.expect(tag::OID)?.oid()?;
            let values = parts.expect(tag::SET)?;
            if EXTENSION_REQUESTS.contains(&oid.as_str()) {
                self.extensions.extend(extension_list(&values.children().expect(tag::SEQUENCE)?));
            }
            self.attributes.push(oid);
        }
        Ok(())
    }

    /// The names that are asked for as `subjectAltName`.
    pub fn subject_alternative_names(&self) -> &[GeneralName] {
        let names = self.extensions.iter().find_map(|extension| match &extension.value {
            ExtensionValue::SubjectAlternativeName(names) => Some(names.as_slice()),
            _ => None,
        });
        names.unwrap_or_default()
    }
}
