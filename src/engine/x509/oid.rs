//! Object identifiers that rules speak of, dotted.

/// `id-kp-serverAuth` (RFC 5280 §4.2.1.12).
pub const SERVER_AUTH: &str = "1.3.6.1.5.5.7.3.1";
/// `id-kp-clientAuth` (RFC 5280 §4.2.1.12).
pub const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";
/// `id-kp-OCSPSigning` (RFC 6960 §4.2.2.2).
pub const OCSP_SIGNING: &str = "1.3.6.1.5.5.7.3.9";
/// `anyExtendedKeyUsage` (RFC 5280 §4.2.1.12).
pub const ANY_EXTENDED_KEY_USAGE: &str = "2.5.29.37.0";
/// `subjectAltName` (RFC 5280 §4.2.1.6).
pub const SUBJECT_ALTERNATIVE_NAME: &str = "2.5.29.17";
/// `domain-validated` (BR §7.1.6.1).
pub const DOMAIN_VALIDATED: &str = "2.23.140.1.2.1";
/// `organization-validated` (BR §7.1.6.1).
pub const ORGANIZATION_VALIDATED: &str = "2.23.140.1.2.2";
/// `individual-validated` (BR §7.1.6.1).
pub const INDIVIDUAL_VALIDATED: &str = "2.23.140.1.2.3";
/// `ev-guidelines` (EV Guidelines §7.1.6.1).
pub const EXTENDED_VALIDATION: &str = "2.23.140.1.1";

/// Purposes and policies by the names that their standards give them.
static NAMES: &[(&str, &str)] = &[
    (ANY_EXTENDED_KEY_USAGE, "anyExtendedKeyUsage"),
    (SERVER_AUTH, "serverAuth"),
    (CLIENT_AUTH, "clientAuth"),
    ("1.3.6.1.5.5.7.3.3", "codeSigning"),
    ("1.3.6.1.5.5.7.3.4", "emailProtection"),
    ("1.3.6.1.5.5.7.3.5", "ipsecEndSystem"),
    ("1.3.6.1.5.5.7.3.6", "ipsecTunnel"),
    ("1.3.6.1.5.5.7.3.7", "ipsecUser"),
    ("1.3.6.1.5.5.7.3.8", "timeStamping"),
    (OCSP_SIGNING, "OCSPSigning"),
    ("1.3.6.1.5.5.7.3.17", "ipsecIKE"),
    ("1.3.6.1.5.5.7.3.21", "secureShellClient"),
    ("1.3.6.1.5.5.7.3.22", "secureShellServer"),
    ("1.3.6.1.5.5.7.3.36", "documentSigning"),
    ("1.3.6.1.4.1.311.10.3.3", "microsoftServerGatedCrypto"),
    ("1.3.6.1.4.1.311.10.3.12", "microsoftDocumentSigning"),
    ("1.3.6.1.4.1.311.20.2.2", "microsoftSmartcardLogon"),
    ("1.3.6.1.4.1.11129.2.4.4", "precertificateSigning"),
    ("2.16.840.1.113730.4.1", "netscapeServerGatedCrypto"),
    ("2.5.29.32.0", "anyPolicy"),
    (DOMAIN_VALIDATED, "domain-validated"),
    (ORGANIZATION_VALIDATED, "organization-validated"),
    (INDIVIDUAL_VALIDATED, "individual-validated"),
    (EXTENDED_VALIDATION, "ev-guidelines"),
    ("1.3.6.1.5.5.7.2.1", "cps"),
    ("1.3.6.1.5.5.7.2.2", "unotice"),
    ("1.3.6.1.5.5.7.48.1", "ocsp"),
    ("1.3.6.1.5.5.7.48.2", "caIssuers"),
    ("1.3.6.1.5.5.7.48.3", "timeStamping"),
    ("1.3.6.1.5.5.7.48.5", "caRepository"),
];

/// The name of a purpose, policy, qualifier or access method; the identifier itself where we know none.
pub fn name(oid: &str) -> &str {
    known(oid).unwrap_or(oid)
}

/// The name of a purpose, policy, qualifier or access method that we know.
pub(super) fn known(oid: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == oid).map(|(_, name)| *name)
}
