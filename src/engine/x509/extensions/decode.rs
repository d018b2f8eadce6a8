use super::super::Bytes;
use super::super::der::{Element, Elements, Fault, tag};
use super::{Extension, ExtensionValue, table};

/// The content of an `extnValue` and where it stands.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Value<'a> {
    pub(in super::super) bytes: &'a [u8],
    pub(in super::super) at: usize,
}

impl<'a> Value<'a> {
    /// The one element that the value consists of.
    pub(in super::super) fn element(self) -> Result<Element<'a>, Fault> {
        let mut elements = Elements::new(self.bytes, self.at);
        let element = elements.next_element()?;
        elements.finish()?;
        Ok(element)
    }

    /// The elements of the sequence that the value consists of.
    pub(in super::super) fn sequence(self) -> Result<Elements<'a>, Fault> {
        Ok(self.element()?.expect(tag::SEQUENCE)?.children())
    }
}

/// Reads one `Extension`. It never fails: what is broken is kept as malformed.
pub(in super::super) fn decode(element: &Element<'_>) -> Extension {
    match frame(element) {
        Ok((oid, critical, value)) => {
            let known = table::find(&oid);
            let at = value.content_place().start;
            let read = known.and_then(|known| known.read);
            Extension {
                name: known.map(|known| known.name),
                oid,
                critical,
                bytes: element.place(),
                value_bytes: value.content_place(),
                value: read.map_or(ExtensionValue::Unknown, |read| {
                    read(Value { bytes: value.content, at }).unwrap_or_else(malformed)
                }),
            }
        }
        Err(fault) => unreadable(element.place(), fault),
    }
}

/// `SEQUENCE { extnID, critical DEFAULT FALSE, extnValue }` (RFC 5280 §4.1).
fn frame<'a>(element: &Element<'a>) -> Result<(String, bool, Element<'a>), Fault> {
    let mut parts = element.expect(tag::SEQUENCE)?.children();
    let oid = parts.expect(tag::OID)?.oid()?;
    let critical = parts.optional(&|element| element.is(tag::BOOLEAN))?;
    let value = parts.expect(tag::OCTET_STRING)?;
    parts.finish()?;
    Ok((oid, critical.is_some_and(|flag| flag.is_true()), value))
}

/// Bytes that should have been an extension.
pub(in super::super) fn unreadable(bytes: Bytes, fault: Fault) -> Extension {
    let value_bytes = bytes.clone();
    Extension { oid: String::new(), name: None, critical: false, bytes, value_bytes, value: malformed(fault) }
}

fn malformed(fault: Fault) -> ExtensionValue {
    ExtensionValue::Malformed(fault.into())
}
