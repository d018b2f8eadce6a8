use super::der::{Element, Fault, tag};
use super::{Bytes, text};
use crate::engine::sorted;
use std::fmt;
use x509_parser::asn1_rs::Class;

/// A distinguished name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Its DER, for comparing byte by byte as most path builders do.
    pub raw: Vec<u8>,
    /// Where it stands in the certificate.
    pub bytes: Bytes,
    /// Attributes in the order written.
    pub attributes: Vec<Attribute>,
}

/// One attribute of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Dotted object identifier.
    pub oid: String,
    /// Short name (`CN`, `O`), where there is one.
    pub short_name: Option<&'static str>,
    /// The text; a value that is no text is shown as `#` and the hex of its DER (RFC 4514 §2.4).
    pub value: String,
    /// Whether `value` is text, and not hex.
    pub is_text: bool,
    /// Which relative distinguished name it belongs to, counted from 0: several attributes may share one.
    pub relative: usize,
    /// Where its value stands in the certificate.
    pub bytes: Bytes,
}

/// Attribute types by their short names: those of RFC 4514 §3, else what OpenSSL and the CA/B Forum call them.
pub(super) static SHORT_NAMES: &[(&str, &str)] = &[
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SN"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "STREET"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "title"),
    ("2.5.4.13", "description"),
    ("2.5.4.15", "businessCategory"),
    ("2.5.4.16", "postalAddress"),
    ("2.5.4.17", "postalCode"),
    ("2.5.4.18", "postOfficeBox"),
    ("2.5.4.20", "telephoneNumber"),
    ("2.5.4.41", "name"),
    ("2.5.4.42", "GN"),
    ("2.5.4.43", "initials"),
    ("2.5.4.44", "generationQualifier"),
    ("2.5.4.45", "x500UniqueIdentifier"),
    ("2.5.4.46", "dnQualifier"),
    ("2.5.4.65", "pseudonym"),
    ("2.5.4.97", "organizationIdentifier"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
    ("1.2.840.113549.1.9.2", "unstructuredName"),
    ("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"),
    ("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"),
    ("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"),
];

impl Name {
    /// Reads a `Name`. (The reader of `x509-parser` drops what follows a broken attribute without a word; clients
    /// refuse such a name, so that it is a fault here, with its byte.)
    pub(super) fn decode(element: &Element<'_>) -> Result<Self, Fault> {
        let element = element.expect(tag::SEQUENCE)?;
        let mut attributes = Vec::new();
        for (relative, set) in element.children().collect()?.into_iter().enumerate() {
            for attribute in set.expect(tag::SET)?.children().collect()? {
                attributes.push(Attribute::decode(attribute, relative)?);
            }
        }
        Ok(Self { raw: element.raw.to_vec(), bytes: element.place(), attributes })
    }

    /// Reads a name from its DER.
    #[cfg(feature = "full")]
    pub fn read(der: &[u8]) -> Option<Self> {
        Self::decode(&Element::read(der, 0).ok()?).ok()
    }

    /// The same bytes for names that compare equal by RFC 5280 §7.1: whatever string type they are written in, however
    /// their letters are cased and their words are spaced, and in whatever order a relative name lists its attributes.
    pub fn comparable(&self) -> Vec<u8> {
        let mut all = String::new();
        for relative in self.attributes.chunk_by(|one, other| one.relative == other.relative) {
            let mut parts: Vec<String> = relative.iter().map(Attribute::comparable).collect();
            sorted::sort(&mut parts);
            all.push_str(&format!("{}[", parts.len()));
            all.push_str(&parts.concat());
        }
        all.into_bytes()
    }

    /// The first value with this short name.
    pub fn find(&self, short_name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.short_name == Some(short_name))
            .map(|attribute| attribute.value.as_str())
    }

    /// The last common name: the most specific one, where there are several.
    pub fn common_name(&self) -> Option<&str> {
        self.attributes
            .iter()
            .rev()
            .find(|attribute| attribute.short_name == Some("CN"))
            .map(|attribute| attribute.value.as_str())
    }

    /// The organisation.
    pub fn organization(&self) -> Option<&str> {
        self.find("O")
    }

    /// What people call its bearer: common name, else organisation, else the whole name.
    pub fn label(&self) -> String {
        self.common_name().or_else(|| self.organization()).map_or_else(|| self.to_string(), str::to_owned)
    }
}

impl Attribute {
    /// With its length, so that no two lists of attributes read the same.
    fn comparable(&self) -> String {
        let words = || self.value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let value = if self.is_text { words() } else { self.value.clone() };
        format!("{}={}:{value}", self.oid, value.len())
    }

    /// `AttributeTypeAndValue` (RFC 5280 §4.1.2.4).
    fn decode(element: Element<'_>, relative: usize) -> Result<Self, Fault> {
        let mut parts = element.expect(tag::SEQUENCE)?.children();
        let oid = parts.expect(tag::OID)?.oid()?;
        let value = parts.next_element()?;
        parts.finish()?;
        let text = text::decode(value.tag, value.content).filter(|_| value.class == Class::Universal);
        Ok(Self {
            short_name: SHORT_NAMES.iter().find(|(known, _)| *known == oid).map(|(_, short)| *short),
            oid,
            is_text: text.is_some(),
            value: text.unwrap_or_else(|| format!("#{}", text::hex(value.raw))),
            relative,
            bytes: value.content_place(),
        })
    }
}

/// RFC 4514: most specific first, `,` between names and `+` inside one, special characters escaped.
impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut previous = None;
        for attribute in self.attributes.iter().rev() {
            match previous {
                None => {}
                Some(relative) if relative == attribute.relative => out.write_str("+")?,
                Some(_) => out.write_str(",")?,
            }
            previous = Some(attribute.relative);
            write!(out, "{}=", attribute.short_name.unwrap_or(&attribute.oid))?;
            for (index, character) in attribute.value.char_indices() {
                let last = index.saturating_add(character.len_utf8()) == attribute.value.len();
                if matches!(character, '"' | '+' | ',' | ';' | '<' | '>' | '\\')
                    || (index == 0 && matches!(character, ' ' | '#') && attribute.is_text)
                    || (last && character == ' ')
                {
                    out.write_str("\\")?;
                }
                write!(out, "{character}")?;
            }
        }
        Ok(())
    }
}
