//! A certificate as a tree of labelled fields: what the detail view, the text export and the hex pane share.

use serde::{Deserialize, Serialize};

/// One field of a certificate with its meaning and its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// The field's own name in its standard (`subjectAltName`, `keyUsage`, `notAfter`), never translated.
    pub name: String,
    /// Object identifier in dotted form, where the field has one.
    pub oid: Option<String>,
    /// For extensions: whether it is critical.
    pub critical: Option<bool>,
    /// What it holds.
    pub value: FieldValue,
    /// Its address, as findings name it: `tbs.extensions.subjectAltName[2]`.
    pub path: String,
    /// First byte in the certificate's DER.
    pub offset: u32,
    /// Number of bytes.
    pub length: u32,
    /// Parts.
    pub children: Vec<Field>,
}

/// What a field holds, in the kinds that a page shows differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FieldValue {
    /// Only parts.
    None,
    /// Text from the certificate (shown escaped).
    Text(String),
    /// Proper names of the standard (`digitalSignature`, `serverAuth`).
    Tokens(Vec<String>),
    /// A moment.
    Moment(super::Timestamp),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// An address, shown as text, never fetched.
    Link(String),
    /// Bytes, lower-case hex.
    Hex(String),
}

/// Everything about one certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateDetail {
    /// Index into the report's list.
    pub certificate: usize,
    /// The fields in the order of the standard.
    pub fields: Vec<Field>,
    /// The bytes, for the hex pane.
    #[serde(with = "serde_bytes")]
    pub der: Vec<u8>,
    /// The certificate as PEM.
    pub pem: String,
    /// What the bytes are made of.
    pub structure: super::structure::Structure,
}
