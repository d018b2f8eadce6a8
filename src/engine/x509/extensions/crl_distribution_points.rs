//! `cRLDistributionPoints` (RFC 5280 §4.2.1.13).

use super::super::der::{Element, Fault, tag};
use super::{ExtensionValue, GeneralName, GeneralNameKind, decode::Value, general_name};

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let addresses = names(value)?.into_iter().filter_map(|name| match name.kind {
        GeneralNameKind::Uri(address) => Some(address),
        _ => None,
    });
    Ok(ExtensionValue::CrlDistributionPoints(addresses.collect()))
}

/// The names of all points.
pub(in super::super) fn names(value: Value<'_>) -> Result<Vec<GeneralName>, Fault> {
    let mut names = Vec::new();
    for point in value.sequence()?.collect()? {
        names.extend(full_name(point)?);
    }
    Ok(names)
}

/// `distributionPoint [0] → fullName [0]`; reasons, CRL issuer and relative names carry no address.
fn full_name(point: Element<'_>) -> Result<Vec<GeneralName>, Fault> {
    let Some(name) = point.expect(tag::SEQUENCE)?.children().optional_context(0)? else { return Ok(Vec::new()) };
    match name.children().optional_context(0)? {
        Some(names) => general_name::list(names.children()),
        None => Ok(Vec::new()),
    }
}
