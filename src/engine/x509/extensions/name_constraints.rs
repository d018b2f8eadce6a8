//! `nameConstraints` (RFC 5280 §4.2.1.10).

use super::super::der::{Element, Fault, tag};
use super::general_name::{self, Use};
use super::{ExtensionValue, GeneralName, GeneralNameKind, NameConstraints, decode::Value};

pub(super) fn read(value: Value<'_>) -> Result<ExtensionValue, Fault> {
    let mut parts = value.sequence()?;
    let permitted = parts.optional_context(0)?;
    let excluded = parts.optional_context(1)?;
    parts.finish()?;
    Ok(ExtensionValue::NameConstraints(NameConstraints {
        permitted: subtrees(permitted)?,
        excluded: subtrees(excluded)?,
    }))
}

/// `SEQUENCE OF GeneralSubtree`. "Minimum MUST be zero, and maximum MUST be absent", and whoever does not process other
/// values must refuse what they are about (RFC 5280): such an entry is one that nobody can apply.
fn subtrees(list: Option<Element<'_>>) -> Result<Vec<GeneralName>, Fault> {
    let Some(list) = list else { return Ok(Vec::new()) };
    list.children().each(|subtree| {
        let mut parts = subtree.expect(tag::SEQUENCE)?.children();
        let base = parts.next_element()?;
        let minimum = parts.optional_context(0)?.is_some_and(|minimum| minimum.content != [0]);
        if minimum || !parts.is_empty() {
            let kind = GeneralNameKind::Malformed {
                reason: "a minimum or a maximum".to_owned(),
                value: base.content.to_vec(),
            };
            return Ok(GeneralName { kind, bytes: base.content_place() });
        }
        Ok(general_name::decode(&base, Use::Constraint))
    })
}
