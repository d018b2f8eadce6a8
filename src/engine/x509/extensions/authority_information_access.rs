//! `authorityInfoAccess` (RFC 5280 §4.2.2.1).

use super::super::der::{Element, Fault, tag};
use super::general_name::{self, Use};
use super::{AuthorityInformationAccess, ExtensionValue, GeneralName, GeneralNameKind, decode::Value};

/// `id-ad-ocsp`.
const OCSP: &str = "1.3.6.1.5.5.7.48.1";
/// `id-ad-caIssuers`.
const CA_ISSUERS: &str = "1.3.6.1.5.5.7.48.2";

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let mut access = AuthorityInformationAccess::default();
    for (method, location) in descriptions(value)? {
        match (method.as_str(), location.kind) {
            (OCSP, GeneralNameKind::Uri(address)) => access.ocsp.push(address),
            (CA_ISSUERS, GeneralNameKind::Uri(address)) => access.ca_issuers.push(address),
            (_, kind) => access.other.push((method, kind.to_string())),
        }
    }
    Ok(ExtensionValue::AuthorityInformationAccess(access))
}

/// Methods and locations in the order written.
pub(in super::super) fn descriptions(value: Value<'_>) -> Result<Vec<(String, GeneralName)>, Fault> {
    value.sequence()?.each(description)
}

/// `AccessDescription`: method and location.
fn description(element: Element<'_>) -> Result<(String, GeneralName), Fault> {
    let mut parts = element.expect(tag::SEQUENCE)?.children();
    let method = parts.expect(tag::OID)?.oid()?;
    let location = general_name::decode(&parts.next_element()?, Use::Name);
    parts.finish()?;
    Ok((method, location))
}
