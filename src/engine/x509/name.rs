use super::Bytes;
use std::fmt;

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
    /// The text; bytes that are no text are shown as `#` and hex (RFC 4514 §2.4).
    pub value: String,
    /// Which relative distinguished name it belongs to, counted from 0: several attributes may share one.
    pub relative: usize,
    /// Where its value stands in the certificate.
    pub bytes: Bytes,
}

impl Name {
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
                    || (index == 0 && matches!(character, ' ' | '#') && attribute.short_name.is_some())
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
