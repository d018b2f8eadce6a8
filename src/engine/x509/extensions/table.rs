//! Every extension that we know by name. One row each; a row with a reader is decoded.

use super::super::der::Fault;
use super::decode::Value;
use super::{
    ExtensionValue, alternative_names, authority_information_access, basic_constraints, crl_distribution_points,
    extended_key_usage, key_identifiers, key_usage, name_constraints, policies, tls_feature, transparency,
};

type Read = fn(Value<'_>) -> Result<ExtensionValue, Fault>;

/// A known extension.
pub(super) struct Known {
    /// Dotted object identifier.
    pub(super) oid: &'static str,
    /// Its name in its standard.
    pub(super) name: &'static str,
    /// How its value is read; none where we know the name only, or leave that to the engine.
    pub(super) read: Option<Read>,
    /// A glance does not read its value.
    pub(super) deep: bool,
}

/// The row of an object identifier.
pub(super) fn find(oid: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|known| known.oid == oid)
}

const fn decoded(oid: &'static str, name: &'static str, read: Read) -> Known {
    Known { oid, name, read: Some(read), deep: false }
}

/// What paths are judged by beyond names and dates: rare, and more than a glance takes in.
const fn deep(oid: &'static str, name: &'static str, read: Read) -> Known {
    Known { oid, name, read: if cfg!(feature = "engine") { Some(read) } else { None }, deep: true }
}

const fn named(oid: &'static str, name: &'static str) -> Known {
    Known { oid, name, read: None, deep: false }
}

/// Whether a glance leaves the extension of this name to the engine.
pub(in super::super) fn is_deep(name: &str) -> bool {
    KNOWN.iter().any(|known| known.deep && known.name == name)
}

static KNOWN: &[Known] = &[
    // RFC 5280.
    decoded("2.5.29.35", "authorityKeyIdentifier", key_identifiers::read_authority),
    decoded("2.5.29.14", "subjectKeyIdentifier", key_identifiers::read_subject),
    decoded("2.5.29.15", "keyUsage", key_usage::read),
    decoded("2.5.29.32", "certificatePolicies", policies::read_policies),
    deep("2.5.29.33", "policyMappings", policies::read_mappings),
    decoded("2.5.29.17", "subjectAltName", alternative_names::read_subject),
    deep("2.5.29.18", "issuerAltName", alternative_names::read_issuer),
    named("2.5.29.9", "subjectDirectoryAttributes"),
    decoded("2.5.29.19", "basicConstraints", basic_constraints::read),
    deep("2.5.29.30", "nameConstraints", name_constraints::read),
    deep("2.5.29.36", "policyConstraints", policies::read_constraints),
    decoded("2.5.29.37", "extKeyUsage", extended_key_usage::read),
    decoded("2.5.29.31", "cRLDistributionPoints", crl_distribution_points::read),
    deep("2.5.29.54", "inhibitAnyPolicy", policies::read_inhibit_any),
    named("2.5.29.46", "freshestCRL"),
    decoded("1.3.6.1.5.5.7.1.1", "authorityInfoAccess", authority_information_access::read),
    named("1.3.6.1.5.5.7.1.11", "subjectInfoAccess"),
    named("2.5.29.16", "privateKeyUsagePeriod"),
    // Other RFCs: 7633, 6962, 6960, 3739, 3709, 3779, 8737, 9345, 8551.
    deep("1.3.6.1.5.5.7.1.24", "tlsfeature", tls_feature::read),
    decoded("1.3.6.1.4.1.11129.2.4.2", "signedCertificateTimestampList", transparency::read_timestamps),
    decoded("1.3.6.1.4.1.11129.2.4.3", "ctPoison", transparency::read_poison),
    named("1.3.6.1.5.5.7.48.1.5", "ocspNoCheck"),
    named("1.3.6.1.5.5.7.1.3", "qcStatements"),
    named("1.3.6.1.5.5.7.1.2", "biometricInfo"),
    named("1.3.6.1.5.5.7.1.12", "logotype"),
    named("1.3.6.1.5.5.7.1.7", "ipAddrBlocks"),
    named("1.3.6.1.5.5.7.1.8", "autonomousSysIds"),
    named("1.3.6.1.5.5.7.1.31", "acmeIdentifier"),
    named("1.3.6.1.4.1.44363.44", "delegationUsage"),
    named("1.2.840.113549.1.9.15", "smimeCapabilities"),
    // CA/Browser Forum.
    named("2.23.140.3.1", "cabfOrganizationIdentifier"),
    named("2.23.140.1.31", "cabfTorServiceDescriptorHash"),
    // Microsoft.
    named("1.3.6.1.4.1.311.20.2", "microsoftCertificateTemplateName"),
    named("1.3.6.1.4.1.311.21.1", "microsoftCaVersion"),
    named("1.3.6.1.4.1.311.21.2", "microsoftPreviousCaCertificateHash"),
    named("1.3.6.1.4.1.311.21.7", "microsoftCertificateTemplate"),
    named("1.3.6.1.4.1.311.21.10", "microsoftApplicationPolicies"),
    named("1.3.6.1.4.1.311.25.2", "microsoftNtdsCaSecurity"),
    // Netscape.
    named("2.16.840.1.113730.1.1", "netscapeCertType"),
    named("2.16.840.1.113730.1.2", "netscapeBaseUrl"),
    named("2.16.840.1.113730.1.3", "netscapeRevocationUrl"),
    named("2.16.840.1.113730.1.4", "netscapeCaRevocationUrl"),
    named("2.16.840.1.113730.1.7", "netscapeRenewalUrl"),
    named("2.16.840.1.113730.1.8", "netscapeCaPolicyUrl"),
    named("2.16.840.1.113730.1.12", "netscapeSslServerName"),
    named("2.16.840.1.113730.1.13", "netscapeComment"),
    // Others that stand in public certificates.
    named("1.2.840.113533.7.65.0", "entrustVersionExtension"),
    named("1.2.840.113583.1.1.9.1", "adobeTimestamp"),
    named("1.2.840.113583.1.1.9.2", "adobeArchiveRevocationInfo"),
];
