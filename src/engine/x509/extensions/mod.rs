//! Extensions, one file each; `table` lists those that we decode. The rest is kept as bytes.

mod alternative_names;
pub(super) mod authority_information_access;
mod basic_constraints;
pub(super) mod crl_distribution_points;
mod decode;
mod extended_key_usage;
mod general_name;
mod key_identifiers;
mod key_usage;
mod name_constraints;
mod policies;
mod table;
mod tls_feature;
mod transparency;

pub(super) use decode::{Value, decode, unreadable};
pub(super) use table::is_deep;

use super::{Bytes, der::Fault};
use crate::engine::address;
use std::fmt;
use std::net::IpAddr;

/// The name of an extension by its dotted object identifier, where we know it.
#[cfg(feature = "engine")]
pub(super) fn name(oid: &str) -> Option<&'static str> {
    table::find(oid).map(|known| known.name)
}

/// One extension as written.
#[derive(Clone, Debug)]
pub struct Extension {
    /// Dotted object identifier.
    pub oid: String,
    /// Its name in the standards (`subjectAltName`), where we know it.
    pub name: Option<&'static str>,
    /// Whether a client that does not know it must refuse the certificate.
    pub critical: bool,
    /// The whole extension.
    pub bytes: Bytes,
    /// The content of its `extnValue`.
    pub value_bytes: Bytes,
    /// What it says.
    pub value: ExtensionValue,
}

impl Extension {
    /// Its address in findings: `tbs.extensions.subjectAltName`, or the object identifier for unknown ones.
    pub fn path(&self) -> String {
        format!("tbs.extensions.{}", self.name.unwrap_or(&self.oid))
    }
}

/// What an extension says.
#[derive(Clone, Debug)]
pub enum ExtensionValue {
    /// RFC 5280 §4.2.1.1.
    AuthorityKeyIdentifier(AuthorityKeyIdentifier),
    /// RFC 5280 §4.2.1.2.
    SubjectKeyIdentifier(Vec<u8>),
    /// RFC 5280 §4.2.1.3.
    KeyUsage(KeyUsage),
    /// RFC 5280 §4.2.1.4.
    CertificatePolicies(Vec<Policy>),
    /// RFC 5280 §4.2.1.5: pairs of issuer and subject policy.
    PolicyMappings(Vec<(String, String)>),
    /// RFC 5280 §4.2.1.6.
    SubjectAlternativeName(Vec<GeneralName>),
    /// RFC 5280 §4.2.1.7.
    IssuerAlternativeName(Vec<GeneralName>),
    /// RFC 5280 §4.2.1.9.
    BasicConstraints(BasicConstraints),
    /// RFC 5280 §4.2.1.10.
    NameConstraints(NameConstraints),
    /// RFC 5280 §4.2.1.11.
    PolicyConstraints(PolicyConstraints),
    /// RFC 5280 §4.2.1.12.
    ExtendedKeyUsage(ExtendedKeyUsage),
    /// RFC 5280 §4.2.1.13: addresses of revocation lists.
    CrlDistributionPoints(Vec<String>),
    /// RFC 5280 §4.2.1.14: policy levels that `anyPolicy` may still pass.
    InhibitAnyPolicy(u32),
    /// RFC 5280 §4.2.2.1.
    AuthorityInformationAccess(AuthorityInformationAccess),
    /// RFC 7633: the TLS features that a server must use; 5 is OCSP stapling ("must-staple").
    TlsFeature(Vec<u16>),
    /// RFC 6962 §3.3.
    SignedCertificateTimestamps(Vec<SignedCertificateTimestamp>),
    /// RFC 6962 §3.1: a precertificate, which no client accepts.
    CtPoison,
    /// Known by name only, or not at all.
    Unknown,
    /// It does not parse: what is wrong, and where in the certificate.
    Malformed(Malformed),
}

/// Why an extension does not parse.
#[derive(Clone, Copy, Debug)]
pub struct Malformed(Fault);

impl Malformed {
    /// What is wrong, in the parser's words.
    pub fn reason(self) -> String {
        self.0.reason()
    }

    /// Byte in the certificate.
    pub fn offset(self) -> usize {
        self.0.offset
    }
}

impl From<Fault> for Malformed {
    fn from(fault: Fault) -> Self {
        Self(fault)
    }
}

/// RFC 5280 §4.2.1.1.
#[derive(Clone, Debug, Default)]
pub struct AuthorityKeyIdentifier {
    /// The issuer's key identifier.
    pub key_identifier: Option<Vec<u8>>,
    /// The issuer's issuer, as text.
    pub issuer: Option<String>,
    /// The issuer's serial number.
    pub serial: Option<Vec<u8>>,
}

/// RFC 5280 §4.2.1.3: the bits that are set, by their names in the standard (`digitalSignature`).
#[derive(Clone, Debug, Default)]
pub struct KeyUsage {
    /// Names of the bits that are set, in the order of the standard.
    pub bits: Vec<&'static str>,
}

impl KeyUsage {
    /// Whether a bit is set.
    pub fn has(&self, bit: &str) -> bool {
        self.bits.contains(&bit)
    }
}

/// One policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Dotted object identifier.
    pub oid: String,
    /// Certification practice statement, and notices, as text.
    pub qualifiers: Vec<String>,
}

/// RFC 5280 §4.2.1.9.
#[derive(Clone, Copy, Debug, Default)]
pub struct BasicConstraints {
    /// A CA certificate.
    pub ca: bool,
    /// How many intermediate certificates may follow.
    pub path_length: Option<u32>,
}

/// RFC 5280 §4.2.1.10.
#[derive(Clone, Debug, Default)]
pub struct NameConstraints {
    /// Names below must be inside one of these.
    pub permitted: Vec<GeneralName>,
    /// Names below must be outside all of these.
    pub excluded: Vec<GeneralName>,
}

/// RFC 5280 §4.2.1.11.
#[derive(Clone, Copy, Debug, Default)]
pub struct PolicyConstraints {
    /// `requireExplicitPolicy`.
    pub require_explicit: Option<u32>,
    /// `inhibitPolicyMapping`.
    pub inhibit_mapping: Option<u32>,
}

/// RFC 5280 §4.2.1.12.
#[derive(Clone, Debug, Default)]
pub struct ExtendedKeyUsage {
    /// Dotted object identifiers, in the order written.
    pub purposes: Vec<String>,
}

/// RFC 5280 §4.2.2.1.
#[derive(Clone, Debug, Default)]
pub struct AuthorityInformationAccess {
    /// OCSP responders.
    pub ocsp: Vec<String>,
    /// Addresses of the issuer's certificate.
    pub ca_issuers: Vec<String>,
    /// Other methods, as object identifier and location.
    pub other: Vec<(String, String)>,
}

/// RFC 6962 §3.2.
#[derive(Clone, Debug)]
pub struct SignedCertificateTimestamp {
    /// SHA-256 of the log's key.
    pub log_id: [u8; 32],
    /// Milliseconds since the epoch.
    pub timestamp_ms: u64,
    /// Where it stands, from its version to its signature.
    pub bytes: Bytes,
}

/// One general name (RFC 5280 §4.2.1.6), with its place. One that can not be read does not hide the others.
#[derive(Clone, Debug)]
pub struct GeneralName {
    /// Which of the nine kinds, with what it holds.
    pub kind: GeneralNameKind,
    /// Where its content stands.
    pub bytes: Bytes,
}

/// The kinds of general name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeneralNameKind {
    /// A host name: bytes as text, with anything that is not ASCII kept readable.
    Dns(String),
    /// An address. In name constraints it carries a prefix length.
    Ip {
        /// The address.
        address: IpAddr,
        /// Mask length, in name constraints only.
        prefix: Option<u8>,
    },
    /// An email address.
    Email(String),
    /// A URI.
    Uri(String),
    /// A directory name, in RFC 4514 form.
    Directory(String),
    /// A registered object identifier.
    RegisteredId(String),
    /// `otherName` by its type, with the value's bytes.
    Other {
        /// Dotted object identifier of the type.
        oid: String,
        /// The value as bytes.
        value: Vec<u8>,
    },
    /// `x400Address`, `ediPartyName`: kept as bytes.
    Rare {
        /// The name of the choice in the standard.
        choice: &'static str,
        /// Its bytes.
        value: Vec<u8>,
    },
    /// It does not parse (an address of 5 bytes, text that is no IA5String …).
    Malformed {
        /// What is wrong, in the parser's words.
        reason: String,
        /// Its bytes.
        value: Vec<u8>,
    },
}

impl GeneralName {
    /// The host it stands for: a DNS name as written, an address as text.
    pub fn host(&self) -> Option<String> {
        match &self.kind {
            GeneralNameKind::Dns(name) => Some(name.clone()),
            GeneralNameKind::Ip { address, prefix: None } => Some(address::written(*address)),
            _ => None,
        }
    }
}

/// As text: the name itself, with what is not text in hex.
impl fmt::Display for GeneralNameKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = super::hex;
        match self {
            Self::Dns(text)
            | Self::Email(text)
            | Self::Uri(text)
            | Self::Directory(text)
            | Self::RegisteredId(text) => out.write_str(text),
            Self::Ip { address, prefix: None } => out.write_str(&address::written(*address)),
            Self::Ip { address, prefix: Some(prefix) } => write!(out, "{}/{prefix}", address::written(*address)),
            Self::Other { oid, value } => write!(out, "{oid}: {}", hex(value)),
            Self::Rare { value, .. } | Self::Malformed { value, .. } => out.write_str(&hex(value)),
        }
    }
}
