//! The bytes of a certificate as a tree of ASN.1 elements.

use super::field::FieldValue;
use serde::{Deserialize, Serialize};

/// Every element, each before its parts: what is inside follows with a greater depth. A list, since a tree that somebody
/// else made deep would take a stack as deep to read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Structure {
    /// The elements, as far as anybody reads on.
    pub elements: Vec<Asn1Element>,
    /// More elements than are listed.
    pub is_cut: bool,
}

/// One element (X.690 §8.1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Asn1Element {
    /// How many elements it stands in.
    pub depth: u8,
    /// Its class.
    pub class: Asn1Class,
    /// Its tag number.
    pub tag: u32,
    /// First byte of its header in the certificate's DER.
    pub offset: u32,
    /// Bytes of its header.
    pub header: u32,
    /// Bytes of its content.
    pub length: u32,
    /// What the content says, where it is neither parts nor mere bytes; long text is cut.
    pub value: FieldValue,
    /// What an object identifier is called.
    pub name: Option<String>,
    /// Why its content is not shown as parts, or not to its end.
    pub stop: Option<Asn1Stop>,
}

impl Asn1Element {
    /// The byte behind its last.
    pub const fn end(&self) -> u32 {
        self.offset.saturating_add(self.header).saturating_add(self.length)
    }
}

/// Classes of tags (X.680 §8.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "their names say it")]
pub enum Asn1Class {
    Universal,
    Application,
    Context,
    Private,
}

/// Why the parts of an element are not, or not all, in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Asn1Stop {
    /// It stands too deep.
    Depth,
    /// From here on, its content is not DER.
    Broken,
}
