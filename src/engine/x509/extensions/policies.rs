//! `certificatePolicies`, `policyMappings`, `policyConstraints`, `inhibitAnyPolicy` (RFC 5280 §4.2.1.4, .5, .11, .14).

use super::super::der::{Element, Elements, Fault, tag};
use super::super::text;
use super::{ExtensionValue, Policy, PolicyConstraints, decode::Value};

pub(super) fn read_policies(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::CertificatePolicies(value.sequence()?.each(policy)?))
}

fn policy(element: Element<'_>) -> Result<Policy, Fault> {
    let mut parts = element.expect(tag::SEQUENCE)?.children();
    let oid = parts.expect(tag::OID)?.oid()?;
    let mut qualifiers = Vec::new();
    if !parts.is_empty() {
        for qualifier in parts.expect(tag::SEQUENCE)?.children().collect()? {
            let mut parts = qualifier.expect(tag::SEQUENCE)?.children();
            parts.expect(tag::OID)?;
            texts(parts, 0, &mut qualifiers)?;
        }
    }
    parts.finish()?;
    Ok(Policy { oid, qualifiers })
}

/// Every character string below, in order: the address of a practice statement is one by itself, a user notice holds
/// an organisation with its notice numbers and an explicit text. What lies deeper, or does not read there, is left out.
fn texts(elements: Elements<'_>, depth: u8, out: &mut Vec<String>) -> Result<(), Fault> {
    for element in elements.collect()? {
        match (text::decode(element.tag, element.content), depth) {
            (Some(text), _) => out.push(text),
            (None, 0) if element.is(tag::SEQUENCE) => texts(element.children(), 1, out)?,
            (None, 1) => texts(element.children(), 2, out).unwrap_or_default(),
            (None, _) => {}
        }
    }
    Ok(())
}

pub(super) fn read_mappings(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::PolicyMappings(value.sequence()?.each(mapping)?))
}

fn mapping(element: Element<'_>) -> Result<(String, String), Fault> {
    let mut parts = element.expect(tag::SEQUENCE)?.children();
    let pair = (parts.next_element()?.oid()?, parts.next_element()?.oid()?);
    parts.finish()?;
    Ok(pair)
}

pub(super) fn read_constraints(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let mut parts = value.sequence()?;
    let require_explicit = parts.optional_context(0)?.map(|number| number.unsigned()).transpose()?;
    let inhibit_mapping = parts.optional_context(1)?.map(|number| number.unsigned()).transpose()?;
    parts.finish()?;
    Ok(ExtensionValue::PolicyConstraints(PolicyConstraints { require_explicit, inhibit_mapping }))
}

pub(super) fn read_inhibit_any(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::InhibitAnyPolicy(value.element()?.expect(tag::INTEGER)?.unsigned()?))
}
