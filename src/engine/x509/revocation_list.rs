use super::der::{Element, Elements, Fault, strip_zeros, tag};
use super::extensions::Value;
use super::parse::{extension_list, take};
use super::signed::frame;
use super::{Bytes, Certificate, Extension, ExtensionValue, Moment, Name, ParseError, Signed, time};
use crate::report::{RevocationReason, Timestamp};
use std::rc::Rc;

const ISSUER_ALT_NAME: &str = "2.5.29.18";
const CRL_NUMBER: &str = "2.5.29.20";
const DELTA_INDICATOR: &str = "2.5.29.27";
const ISSUING_DISTRIBUTION_POINT: &str = "2.5.29.28";
const CRL_DISTRIBUTION_POINTS: &str = "2.5.29.31";
const AUTHORITY_KEY_IDENTIFIER: &str = "2.5.29.35";
/// The extensions of lists (RFC 5280 §5.2) that may be critical without a word.
const KNOWN: [&str; 5] =
    [ISSUER_ALT_NAME, CRL_NUMBER, DELTA_INDICATOR, ISSUING_DISTRIBUTION_POINT, AUTHORITY_KEY_IDENTIFIER];

/// A certificate revocation list (RFC 5280 §5). Its entries stay as they are written, and are walked when someone asks:
/// lists of hundreds of thousands are common.
#[derive(Clone, Debug)]
pub struct RevocationList {
    /// What is signed.
    pub signed: Signed,
    /// Who issued it.
    pub issuer: Name,
    /// When it was made.
    pub this_update: Moment,
    /// When the next one is due at the latest; browsers refuse a list without it.
    pub next_update: Option<Moment>,
    /// How many certificates are on it.
    pub count: usize,
    /// The extensions of the list.
    pub extensions: Vec<Extension>,
    /// Which certificates it speaks of at all.
    pub scope: Scope,
    /// A critical extension, of the list or of an entry, that is not known here: whoever does not know it may not use
    /// the list (RFC 5280 §5.2, §5.3).
    pub unknown_critical: Option<String>,
    /// Where the entries stand, one after the other.
    entries: Bytes,
}

/// Which certificates a list speaks of (RFC 5280 §5.2.4, §5.2.5); without the extensions, all of its issuer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only changes since another list.
    pub delta: bool,
    /// Certificates of other issuers may be on it.
    pub indirect: bool,
    /// Only certificates that are not of CAs.
    pub only_users: bool,
    /// Only certificates of CAs.
    pub only_authorities: bool,
    /// Only attribute certificates, which nothing here is, or only some reasons.
    pub partial: bool,
    /// Addresses of the one distribution point it is for.
    pub addresses: Vec<String>,
}

/// A certificate on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevokedEntry<'a> {
    /// Its serial number: content octets without leading zeros.
    pub serial: &'a [u8],
    /// The DER of its issuer's name.
    pub issuer: &'a [u8],
    /// Since when.
    pub at: Timestamp,
    /// Why, where it says so.
    pub reason: Option<RevocationReason>,
}

impl RevocationList {
    /// Reads a `CertificateList` (RFC 5280 §5.1), as far as bytes begin with one.
    ///
    /// # Errors
    /// When the structure does not parse, down to its entries.
    pub fn parse(der: &[u8]) -> Result<Self, ParseError> {
        let outer = Elements::new(der, 0).expect(tag::SEQUENCE).map_err(|fault| fault.within("CertificateList"))?;
        let mut parts = outer.children();
        let (signed, list) = frame(&Rc::from(outer.raw), &mut parts, "tbsCertList")?;
        parts.finish().map_err(|fault| fault.within("CertificateList"))?;

        let mut parts = list.children();
        let version = parts.optional(&|it| it.is(tag::INTEGER));
        version.map_err(|fault| fault.within("tbsCertList.version"))?;
        take(&mut parts, "tbsCertList.signature", |it| it.expect(tag::SEQUENCE))?;
        let issuer = take(&mut parts, "tbsCertList.issuer", |it| Name::decode(&it))?;
        let this_update = take(&mut parts, "tbsCertList.thisUpdate", |it| time::decode(&it, time::End::First))?;
        let next_update = next_update(&mut parts).map_err(|fault| fault.within("tbsCertList.nextUpdate"))?;
        let revoked = parts.optional(&|it| it.is(tag::SEQUENCE));
        let revoked = revoked.map_err(|fault| fault.within("tbsCertList.revokedCertificates"))?;
        let extensions = parts.optional_context(0).and_then(|tagged| match tagged {
            Some(tagged) => Ok(extension_list(&tagged.children().expect(tag::SEQUENCE)?)),
            None => Ok(Vec::new()),
        });
        let extensions = extensions.map_err(|fault| fault.within("tbsCertList.crlExtensions"))?;
        parts.finish().map_err(|fault| fault.within("tbsCertList"))?;

        let scope = scope(&signed, &extensions);
        let entries = revoked.map(|revoked| revoked.content_place()).unwrap_or_default();
        let unknown = extensions.iter().find(|it| it.critical && !KNOWN.contains(&it.oid.as_str()));
        let unknown_critical = unknown.map(|it| it.oid.clone());
        let mut list =
            Self { signed, issuer, this_update, next_update, count: 0, extensions, scope, unknown_critical, entries };
        let mut count = 0_usize;
        let unknown = list.walk(&mut |_| count = count.saturating_add(1));
        let unknown = unknown.map_err(|fault| fault.within("tbsCertList.revokedCertificates"))?;
        list.count = count;
        list.unknown_critical = list.unknown_critical.or(unknown);
        Ok(list)
    }

    /// Shows every entry, in the order written.
    pub fn each<'a>(&'a self, see: &mut dyn FnMut(RevokedEntry<'a>)) {
        // Parsing went through all of them: nothing is broken any more.
        let _ = self.walk(see);
    }

    /// Gives the first critical extension that is not known.
    fn walk<'a>(&'a self, see: &mut dyn FnMut(RevokedEntry<'a>)) -> Result<Option<String>, Fault> {
        let mut unknown = None;
        let mut entries = Elements::new(self.signed.bytes(&self.entries), self.entries.start);
        // In an indirect list an issuer holds for all entries until the next one (RFC 5280 §5.3.3).
        let mut issuer = self.issuer.raw.as_slice();
        while !entries.is_empty() {
            let mut parts = entries.expect(tag::SEQUENCE)?.children();
            let serial = parts.expect(tag::INTEGER)?;
            let at = time::decode(&parts.next_element()?, time::End::First)?.at;
            let mut reason = None;
            if !parts.is_empty() {
                for extension in parts.expect(tag::SEQUENCE)?.children().collect()? {
                    match entry_extension(&extension)? {
                        EntryExtension::Reason(value) => reason = reason_code(&value),
                        EntryExtension::Issuer(value) if self.scope.indirect => issuer = directory_name(&value)?,
                        EntryExtension::Critical(oid) if unknown.is_none() => unknown = Some(oid.oid()?),
                        _ => {}
                    }
                }
            }
            see(RevokedEntry { serial: strip_zeros(serial.content), issuer, at, reason });
        }
        Ok(unknown)
    }

    /// The key id of the issuer.
    pub fn authority_key_identifier(&self) -> Option<&[u8]> {
        self.extensions.iter().find_map(|extension| match &extension.value {
            ExtensionValue::AuthorityKeyIdentifier(it) => it.key_identifier.as_deref(),
            _ => None,
        })
    }

    /// Its number: content octets of the INTEGER (RFC 5280 §5.2.3).
    pub fn number(&self) -> Option<&[u8]> {
        let extension = self.extensions.iter().find(|extension| extension.oid == CRL_NUMBER)?;
        Some(value(&self.signed, extension).element().ok()?.expect(tag::INTEGER).ok()?.content)
    }
}

fn next_update(parts: &mut Elements<'_>) -> Result<Option<Moment>, Fault> {
    let element = parts.optional(&|it| it.is(tag::UTC_TIME) || it.is(tag::GENERALIZED_TIME))?;
    element.map(|element| time::decode(&element, time::End::Last)).transpose()
}

fn value<'a>(signed: &'a Signed, extension: &Extension) -> Value<'a> {
    Value { bytes: signed.bytes(&extension.value_bytes), at: extension.value_bytes.start }
}

/// An extension of an entry. (Not read as other extensions are: there may be a million of them.)
enum EntryExtension<'a> {
    Reason(Element<'a>),
    Issuer(Element<'a>),
    /// One that we do not know, and that may not be passed over.
    Critical(Element<'a>),
    Other,
}

fn entry_extension<'a>(extension: &Element<'a>) -> Result<EntryExtension<'a>, Fault> {
    let mut parts = extension.expect(tag::SEQUENCE)?.children();
    let oid = parts.expect(tag::OID)?;
    let critical = parts.optional(&|it| it.is(tag::BOOLEAN))?.is_some_and(|it| it.is_true());
    let value = parts.expect(tag::OCTET_STRING)?;
    let inside = || Element::read(value.content, value.content_place().start);
    Ok(match oid.content {
        [0x55, 0x1d, 21] => EntryExtension::Reason(inside()?),
        // invalidityDate: since when the key is suspected.
        [0x55, 0x1d, 24] => EntryExtension::Other,
        [0x55, 0x1d, 29] => EntryExtension::Issuer(inside()?),
        _ if critical => EntryExtension::Critical(oid),
        _ => EntryExtension::Other,
    })
}

/// RFC 5280 §5.3.1.
pub(super) fn reason_code(element: &Element<'_>) -> Option<RevocationReason> {
    match element.content {
        [code] if element.is(tag::ENUMERATED) => RevocationReason::from_code(*code),
        _ => None,
    }
}

/// The DER of the first directory name among general names.
fn directory_name<'a>(names: &Element<'a>) -> Result<&'a [u8], Fault> {
    for name in names.expect(tag::SEQUENCE)?.children().collect()? {
        if name.is_context(4) {
            return Ok(name.content);
        }
    }
    Err(names.fault("no directory name"))
}

/// Who else issues the list that a certificate would be on: the `cRLIssuer` of its distribution points (RFC 5280
/// §4.2.1.13). None where they do not parse.
pub fn list_issuers(certificate: &Certificate) -> Vec<Name> {
    let points = certificate.extensions.iter().find(|it| it.oid == CRL_DISTRIBUTION_POINTS);
    let read = |extension: &Extension| -> Result<Vec<Name>, Fault> {
        let bytes = certificate.bytes(&extension.value_bytes);
        let mut names = Vec::new();
        for point in (Value { bytes, at: extension.value_bytes.start }).sequence()?.collect()? {
            for part in point.children().collect()?.into_iter().filter(|part| part.is_context(2)) {
                for name in part.children().collect()?.into_iter().filter(|name| name.is_context(4)) {
                    names.push(Name::decode(&name.children().next_element()?)?);
                }
            }
        }
        Ok(names)
    };
    points.map(read).and_then(Result::ok).unwrap_or_default()
}

/// A scope that does not parse is taken as partial: nothing is claimed by it.
fn scope(signed: &Signed, extensions: &[Extension]) -> Scope {
    let mut scope = Scope::default();
    for extension in extensions {
        match extension.oid.as_str() {
            DELTA_INDICATOR => scope.delta = true,
            ISSUING_DISTRIBUTION_POINT => {
                let read = read_point(value(signed, extension), &mut scope);
                scope.partial |= read.is_err();
            }
            _ => {}
        }
    }
    scope
}

/// `IssuingDistributionPoint` (RFC 5280 §5.2.5).
fn read_point(value: Value<'_>, scope: &mut Scope) -> Result<(), Fault> {
    for part in value.sequence()?.collect()? {
        match part {
            it if it.is_context(0) => {
                // The name is a choice: [0] full name or [1] relative to the issuer.
                for name in it.children().next_element()?.children().collect()? {
                    if name.is_context(6) {
                        scope.addresses.push(super::text::readable(name.content));
                    }
                }
            }
            it if it.is_context(1) => scope.only_users = it.is_true(),
            it if it.is_context(2) => scope.only_authorities = it.is_true(),
            it if it.is_context(4) => scope.indirect = it.is_true(),
            _ => scope.partial = true,
        }
    }
    Ok(())
}
