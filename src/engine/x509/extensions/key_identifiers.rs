//! `authorityKeyIdentifier` and `subjectKeyIdentifier` (RFC 5280 §4.2.1.1, §4.2.1.2).

use super::super::der::{Fault, tag};
use super::{AuthorityKeyIdentifier, ExtensionValue, GeneralNameKind, decode::Value, general_name};

pub(super) fn read_authority(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let mut parts = value.sequence()?;
    let key_identifier = parts.optional_context(0)?.map(|element| element.content.to_vec());
    let issuers = parts.optional_context(1)?.map(|element| general_name::list(element.children())).transpose()?;
    let serial = parts.optional_context(2)?.map(|element| element.content.to_vec());
    parts.finish()?;
    let issuer = issuers.unwrap_or_default().into_iter().find_map(|name| match name.kind {
        GeneralNameKind::Directory(name) => Some(name),
        _ => None,
    });
    Ok(ExtensionValue::AuthorityKeyIdentifier(AuthorityKeyIdentifier { key_identifier, issuer, serial }))
}

pub(super) fn read_subject(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    Ok(ExtensionValue::SubjectKeyIdentifier(value.element()?.expect(tag::OCTET_STRING)?.content.to_vec()))
}
