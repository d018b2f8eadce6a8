//! `nameConstraints` (RFC 5280 §4.2.1.10).

use super::super::der::{Element, Fault, tag};
use super::general_name::{self, Use};
use super::{ExtensionValue, GeneralName, NameConstraints, decode::Value};

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

/// `SEQUENCE OF GeneralSubtree`; minimum and maximum must be left out (RFC 5280), so that nobody reads them.
fn subtrees(list: Option<Element<'_>>) -> Result<Vec<GeneralName>, Fault> {
    let Some(list) = list else { return Ok(Vec::new()) };
    list.children().each(|subtree| {
        let base = subtree.expect(tag::SEQUENCE)?.children().next_element()?;
        Ok(general_name::decode(&base, Use::Constraint))
    })
}
